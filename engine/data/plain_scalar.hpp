// What a text without quotes stands for: the core schema of YAML 1.2, less what would surprise a clerk.
#pragma once

#include <optional>
#include <string_view>

#include "data/value.hpp"

namespace vanban::data {

/// Null, boolean, number or text. `5/2023`, `05:30`, `no`, `.inf`, `0x1F` and numbers beyond Decimal stay text.
Value::Variant plain_scalar(std::string_view text);

/// `-12`, `05`, `1.5`, `.5`, `1e6` as YAML writes numbers; empty for anything else and for what Decimal cannot hold.
std::optional<Number> plain_number(std::string_view text);

}  // namespace vanban::data
