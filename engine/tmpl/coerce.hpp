// One value of the data against the type of its field.
#pragma once

#include <optional>

#include "base/diagnostic.hpp"
#include "data/value.hpp"
#include "tmpl/field.hpp"

namespace vanban::tmpl {

/// True for the types that hold no other fields.
bool is_scalar(FieldType type);
/// The type's name in templates: "ngay-thieu".
std::string_view type_name(FieldType type);

/// Nothing was given: null, or a blank text for a field that is no text.
bool is_absent(const Field& field, const data::Value& value);

/// Makes `value`, which is not absent, what the type of a scalar field declares: numbers and booleans become texts,
/// texts numbers and dates. Outer white space of a text is cut off, except from block text. Places are kept. Reports
/// `wrong-type`, `not-a-date`, `date-out-of-range`, `not-a-choice`, `ambiguous-number`, `empty-value`, and warns with
/// `decimal-point-read`; false exactly when an error was reported; then `value` is of no use.
bool coerce(const Field& field, data::Value& value, Diagnostics& out);

/// The number that a number or a text of the data says; nothing is reported for a text that says none.
/// Reports `ambiguous-number` (and is empty then) and warns with `decimal-point-read`.
struct ReadNumber {
    std::optional<data::Number> number;
    bool reported = false;
};
ReadNumber read_number(const data::Value& value, Span where, Diagnostics& out);

/// The default of a scalar field, as `coerce` gives it; null if it has none.
std::optional<data::Value> default_value(const Field& field, Span where, Diagnostics& out);

}  // namespace vanban::tmpl
