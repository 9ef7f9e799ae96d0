// One sheet as its filled cells and merged ranges; what they mean is settled elsewhere.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "data/cell_format.hpp"
#include "data/workbook_parts.hpp"

namespace vanban::data {

/// Row and column from 1, within the bounds of Excel.
struct CellRef {
    static constexpr std::uint32_t kLastRow = 1'048'576;
    static constexpr std::uint32_t kLastColumn = 16'384;
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    friend auto operator<=>(const CellRef&, const CellRef&) = default;
};

/// `C7` or `$C$7`; empty for anything else and beyond the bounds.
std::optional<CellRef> parse_cell_ref(std::string_view text);

/// Cells that are shown as one; its value stands in the first.
struct CellRange {
    CellRef first;
    CellRef last;
};

/// A cell that is not blank. Its text is in the grid, or shared; once the sheet was rendered, in the source.
struct GridCell {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    CellKind kind = CellKind::Text;
    bool shared = false;
    std::uint32_t begin = 0;  ///< Of a shared text: its number.
    std::uint32_t size = 0;
};

/// Cells in the order of rows, then columns; none comes twice, and none is hidden under a merged range.
/// Merged ranges in the order of their first cells; no two overlap as far as there are cells.
struct Grid {
    std::vector<GridCell> cells;
    std::vector<CellRange> merges;
    std::string text;
};

/// Brings a grid as it was read into that order. Fails with `workbook-cell-twice` or `workbook-merge-overlap`.
Result<void> settle(Grid& grid, const std::string& part);

/// Findings have no span. Fails with what ZipReader, XmlEvents and `settle` report, `workbook-bad-cell`,
/// `workbook-bad-content`, `too-many-values`, `workbook-text-too-large`.
Result<Grid> read_sheet(opc::ZipReader& zip, const std::string& part, const WorkbookParts& workbook,
                        const Limits& limits);

}  // namespace vanban::data
