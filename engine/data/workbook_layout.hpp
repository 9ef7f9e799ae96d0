// Where the table of a sheet stands: its marker, its header rows, its columns.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/workbook_sheet.hpp"

namespace vanban::data {

/// Cells [begin, end) of a grid that stand in one row.
struct GridRow {
    std::uint32_t number = 0;
    std::size_t begin = 0;
    std::size_t end = 0;
};

std::vector<GridRow> rows_of(const Grid& grid);
std::string_view text_of(const Grid& grid, const GridCell& cell, const SharedTexts& texts);

/// A column with a header: the cells that name it, groups first, as indexes into the grid.
struct HeaderColumn {
    std::uint32_t column = 0;
    std::vector<std::size_t> cells;
};

struct SheetLayout {
    std::optional<std::size_t> marker;  ///< Index of the cell A1 that begins with “Bảng:”.
    std::vector<HeaderColumn> columns;  ///< From left to right; empty if there is no header row.
    std::uint32_t first_body_row = 0;
};

/// What follows “Bảng:” in a cell; empty if the cell is no marker.
std::optional<std::string_view> marker_path(std::string_view text);

/// Without marker the header is the first row with two filled cells, or the first filled row of a sheet with one
/// column. Header cells merged downwards make the header higher; cells merged across are a group whose columns are
/// named in the row below, unless that row is merged in the same way: then they are one wide column. After a marker
/// comes a row of keys, if there is one, and a row of labels, which name the columns without a key.
SheetLayout find_layout(const Grid& grid, const std::vector<GridRow>& rows, const SharedTexts& texts);

}  // namespace vanban::data
