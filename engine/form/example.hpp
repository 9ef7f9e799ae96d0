// Values that are known before there is data: examples, defaults, and what the user gave.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "data/value.hpp"
#include "tmpl/field.hpp"

namespace vanban::form {

/// The example of a declaration as data: a list or a quoted text is YAML, anything else is taken as the field's type
/// takes it. Empty if there is none.
std::optional<data::Value> example_of(const tmpl::Field& field);
/// The default as data; empty if there is none, or if it says nothing.
std::optional<data::Value> default_of(const tmpl::Field& field);
/// What an example line shows: the example, else the default, else the first choice. Empty if there is none of them.
std::optional<data::Value> sample_of(const tmpl::Field& field);

/// The member of `map` that means `field`, by key or label, whatever their case and diacritics; nullptr for none and
/// for null. `map` may be nullptr or no map.
const data::Value* known_value(const data::Value* map, const tmpl::Field& field);

/// A list whose items are no groups and no lists: a text with a line for each item says it all.
bool is_plain_list(const tmpl::Field& field);
/// A list of groups: a table.
bool is_table(const tmpl::Field& field);
/// Required, and nothing stands in for it.
bool must_be_given(const tmpl::Field& field);
/// The label, or the key where there is none.
std::string_view label_of(const tmpl::Field& field);

}  // namespace vanban::form
