// Which cell of a workbook every byte of a source comes from.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanban {

/// "C7" from row 7 and column 3, both counted from 1; columns run A … Z, AA …
std::string cell_name(std::uint32_t row, std::uint32_t column);

/// A cell as a person finds it. `sheet` is good while the CellPlaces lives.
struct CellPlace {
    std::string_view sheet;
    std::uint32_t row = 0;  ///< From 1, as in the margin of the sheet.
    std::string cell;       ///< "C7".
};

/// The cells of a text in which each row of a sheet is a run of cells: 8 bytes a cell, 8 a row.
/// Filled from the front; then only looked at.
class CellPlaces {
public:
    void add_sheet(std::string name);
    /// `row` counts from 1.
    void add_row(std::uint32_t row);
    /// The cell that begins at byte `offset` of the text and ends where the next one begins; `column` from 1.
    void add_cell(std::uint32_t offset, std::uint32_t column);

    /// The cell that byte `offset` belongs to; empty if no cell begins before it.
    std::optional<CellPlace> at(std::size_t offset) const;
    std::size_t size() const { return cells_.size(); }

private:
    struct Cell {
        std::uint32_t offset;
        std::uint32_t column;
    };
    struct Row {
        std::uint32_t first_cell;
        std::uint32_t number;
    };
    struct Sheet {
        std::uint32_t first_cell;
        std::string name;
    };
    std::vector<Cell> cells_;
    std::vector<Row> rows_;
    std::vector<Sheet> sheets_;
};

}  // namespace vanban
