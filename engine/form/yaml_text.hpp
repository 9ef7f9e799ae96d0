// Values as YAML text that data::read gives back unchanged.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "data/value.hpp"

namespace vanban::form {

/// A text as a scalar of one line: plain where that is the same text, else in quotes.
std::string yaml_scalar(std::string_view text);

/// A value of one line: a scalar, `[a, b]` or `{a: b}`. Empty for a text of several lines and what holds one.
std::optional<std::string> yaml_line(const data::Value& value);

/// True if a block scalar (`|`) can hold the text: several lines, the first not indented, nothing but LF breaks them.
bool fits_block_scalar(std::string_view text);

}  // namespace vanban::form
