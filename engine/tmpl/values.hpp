// What the evaluator, the filters and the data check share about values: order, cost, and what messages show of them.
#pragma once

#include <compare>
#include <cstddef>
#include <string>

#include "base/diagnostic.hpp"
#include "data/value.hpp"

namespace vanban::tmpl {

/// What a message shows of a value: a text or number of at most 40 characters, "[…]" for a list, "{…}" for a map.
std::string excerpt(const data::Value& value);

/// Adds the place of the value as a note, if it is known and does not lie where the finding is anyway.
Diagnostic with_place(Diagnostic diagnostic, const data::Value& value);

/// `wrong-type`, with a note that says what is expected (one of the `expects_…` codes).
Diagnostic wrong_type(const data::Value& value, Code expected, Span where);

/// Order of two numbers, two texts (Vietnamese dictionary order) or two complete dates.
/// Fails with `compare-types`, `not-comparable` or `incomplete-date`.
Result<std::weak_ordering> order(const data::Value& a, const data::Value& b, Span where);

/// Memory that a copy of `value` takes, in bytes, roughly; stops counting soon after `enough`.
std::size_t copy_cost(const data::Value& value, std::size_t enough);

/// A text that is equal for equal values and for no others.
std::string identity(const data::Value& value);

}  // namespace vanban::tmpl
