// The sheets of a workbook as one text that people can read: a line a row, cells separated; and the cell of every byte.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/cell_places.hpp"
#include "base/world.hpp"
#include "data/workbook_layout.hpp"

namespace vanban::data {

inline constexpr std::string_view kCellSeparator = " | ";

/// A sheet with all that is known of it.
struct LoadedSheet {
    std::string name;
    Grid grid;
    std::vector<GridRow> rows;
    SheetLayout layout;
};

/// A cell of a row as it is rendered: filled, or the blank of a column that has a name.
struct RenderedCell {
    std::uint32_t column = 0;
    const GridCell* cell = nullptr;  ///< nullptr for a blank.
};

/// The rendered cells of a row from left to right: those that are filled, and in the body those of all named columns.
/// `out` is overwritten.
void rendered_cells(const LoadedSheet& sheet, const GridRow& row, std::vector<RenderedCell>& out);

struct Rendition {
    std::string text;
    std::shared_ptr<CellPlaces> cells = std::make_shared<CellPlaces>();
};

/// Appends the sheet; its grid cells then have their places in the rendition. Line breaks in cells stay: such a row
/// takes several lines. Fails with `workbook-text-too-large` (over `Limits::file_bytes`) or `too-many-values`.
Result<void> render(LoadedSheet& sheet, const SharedTexts& texts, const Limits& limits, Rendition& out);

}  // namespace vanban::data
