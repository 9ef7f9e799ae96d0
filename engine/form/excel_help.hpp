// What an Excel form says of a field: how it is typed, what may be typed, what is known of it already.
#pragma once

#include <string>

#include "form/excel_outline.hpp"
#include "form/excel_plan.hpp"

namespace vanban::form {

enum class Need : std::uint8_t { Optional, Required };

/// Of the cell that an answer goes to.
Look input_look(const tmpl::Field& field, Need need);
/// The rule of that cell, without its place and texts.
Rule rule_of(const tmpl::Field& field);
/// The field's own help, how to type it, and its default.
std::string help_of(const tmpl::Field& field);
/// The example as it would be typed; empty if there is none.
std::string example_text(const tmpl::Field& field);
/// A known value in its cell: a list is a line for each item. Empty for what no cell can hold.
FormCell known_cell(std::uint16_t column, const tmpl::Field& field, Look look, const data::Value* value);
/// `text` in at most `most` characters, cut at a word, with "…" where it was cut.
std::string clipped(std::string_view text, std::size_t most);

}  // namespace vanban::form
