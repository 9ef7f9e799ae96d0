// How a workbook calls its cells and sheets, and formulas over them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "xlsx/book.hpp"

namespace vanban::xlsx {

/// "A", "Z", "AA"; columns count from 0.
std::string column_letters(std::uint16_t column);
/// "F12"; rows and columns count from 0.
std::string cell_name(std::uint32_t row, std::uint16_t column);
/// "$F$12"
std::string fixed_cell_name(std::uint32_t row, std::uint16_t column);
/// "'Văn bản'!$F$12:$G$13", one cell without the colon.
std::string full_reference(std::string_view sheet, const Range& cells);

/// A sheet name out of any text: without the characters that Excel refuses, at most 31 long, unlike all in `taken`
/// whatever the case of letters. Adds it to `taken`.
std::string sheet_name(std::string_view text, std::vector<std::string>& taken);

/// A defined name out of any text: letters, digits and underscores, not like a cell's name. Adds it to `taken`.
std::string defined_name(std::string_view text, std::vector<std::string>& taken);

/// Number of UTF-16 units, which Excel counts its limits in.
std::size_t utf16_length(std::string_view text);
/// The longest beginning of whole characters that has at most `most` UTF-16 units.
std::string_view utf16_prefix(std::string_view text, std::size_t most);

}  // namespace vanban::xlsx
