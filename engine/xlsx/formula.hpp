// The arithmetic of a table as formulas of a sheet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "styled/document.hpp"

namespace vanban::xlsx {

/// Where the rows and columns of a table lie in its sheet; both by the table's own numbers.
struct TablePlace {
    std::vector<std::uint32_t> rows;
    std::vector<std::uint16_t> columns;
    std::optional<std::uint32_t> total;  ///< Sheet row of the grand total.
};

/// "=ROUND(C5*D5,0)": the column's formula in table row `row`, rounded as the engine rounds it.
std::string row_formula(const styled::ColumnValues& column, const TablePlace& place, std::uint32_t row);

/// "=SUM(F6:F9,F12)": neighbouring rows as ranges, more arguments than Excel takes as sums of sums; "=0" of nothing.
std::string sum_formula(const std::vector<styled::RowRange>& of, const TablePlace& place, std::uint16_t column);

/// "#,##0.00" for figures, "0.0%" for shares. The separators are placeholders: Excel and LibreOffice show those of the
/// user's system. `blank_zero`: nothing is shown for 0.
std::string number_format(int decimals, bool percent, bool blank_zero);

}  // namespace vanban::xlsx
