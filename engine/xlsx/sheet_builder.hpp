// A sheet in the making: rows from the top down, cells in any order within the last ones, drawings by their place.
#pragma once

#include <utility>

#include "xlsx/formula.hpp"
#include "xlsx/grid.hpp"
#include "xlsx/sheet.hpp"

namespace vanban::xlsx {

/// A paragraph made ready for a cell.
struct CellText {
    RichText text;
    const styled::Paragraph* paragraph = nullptr;
    const styled::ParagraphStyle* style = nullptr;
    Twip before;  ///< Space above and below, with what the paragraph adds to its style.
    Twip after;
};

/// Whether the rows of a paragraph, cell or table row stay with what follows.
bool keeps_next(const styled::Document& document, const styled::Paragraph& paragraph);
bool keeps_next(const styled::Document& document, const styled::Row& row);

/// Text that just fits on one line does not wrap, unless other lines in its cell do.
enum class Wrap : std::uint8_t { IfNeeded, Always };

/// Columns `begin` to before `end`.
struct Columns {
    std::uint16_t begin = 0;
    std::uint16_t end = 0;
};

class SheetBuilder {
public:
    SheetBuilder(const BookContext& book, const styled::Section& section, Grid grid, std::string name)
        : book_(book), section_(section), grid_(std::move(grid)) {
        sheet_.name = std::move(name);
    }

    void add(const styled::Block& block);
    SheetResult take() &&;

private:
    // sheet.cpp: rows, cells and paragraphs.
    CellText prepare(const styled::Paragraph& paragraph);
    /// Height of the text in cells of that width, with the space around it; whole pixels.
    Twip height_of(const CellText& text, Twip width, Wrap wrap = Wrap::IfNeeded) const;
    CellFormat format_of(const CellText& text, Columns columns) const;
    void add_paragraph(const styled::Paragraph& paragraph);
    std::uint32_t row_count() const { return static_cast<std::uint32_t>(sheet_.rows.size()); }
    /// Rows that are `height` high together, none above Excel's limit, kept together. Returns the first.
    std::uint32_t add_rows(Twip height);
    void keep_last_row() { sheet_.rows.back().keep_next = true; }
    /// Puts the text into the cells, merged if they are more than one; then its rules, pictures and names.
    void put(std::uint32_t first_row, std::uint32_t last_row, Columns columns, const CellText& text);
    void put_content(const Range& cells, const CellFormat& format, Content content);
    void put_runs(std::uint32_t row, Columns columns, const CellText& text);
    void draw(DrawingPlan drawing, bool behind, std::uint32_t row, std::uint16_t column);
    void settle_drawings();
    Twip width(Columns columns) const { return grid_.width(columns.begin, columns.end); }
    Columns all() const { return {0, grid_.count()}; }

    // layout_table.cpp
    friend class LayoutRow;
    void add_layout_table(const styled::Table& table);

    // data_table.cpp
    friend class DataTable;
    void add_data_table(const styled::Table& table);

    const BookContext& book_;
    const styled::Section& section_;
    Grid grid_;
    SheetPlan sheet_;
    std::vector<NamedCell> names_;
    std::vector<DrawingPlan> behind_;
    std::optional<styled::RowRange> main_header_;  ///< Rows of the main table's header.
    std::uint32_t main_end_ = 0;                   ///< Row below the main table.
    std::size_t tables_ = 0;                       ///< Tables with values so far, for those without a name.
};

}  // namespace vanban::xlsx
