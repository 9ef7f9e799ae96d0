// Numbers that stand as text in the data: quoted, in a cell, or with the separators of Vietnamese.
#pragma once

#include <optional>
#include <string_view>

#include "base/decimal.hpp"

namespace vanban::tmpl {

/// What a text says as a number. Both readings are set if it may be either.
struct NumberReading {
    std::optional<Decimal> plain;    ///< A point, or a single comma, separates decimals: `1234.5`, `1234,5`.
    std::optional<Decimal> grouped;  ///< Dots between thousands, a comma before decimals: `1.234.567,5`.
};

/// Reads `19`, `1234.5`, `1234,5`, `1.234.567`, `1.234,5`. Both readings of `1.234` are given; so are those of `1,234`,
/// which English groups. No reading: not a number.
NumberReading read_number_text(std::string_view text);

/// True for a number such as `21.000`, which a decimal point would hardly end with zeros: thousands may be meant.
bool looks_grouped(std::string_view literal);

}  // namespace vanban::tmpl
