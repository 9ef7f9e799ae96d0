// w:tbl, w:tr and w:tc, tables, rows and cells (ISO/IEC 29500-1, 17.4).
#include <algorithm>
#include <cassert>
#include <numeric>
#include <optional>
#include <vector>

#include "docx/story.hpp"

namespace vanban::docx {

namespace {

/// w:tblGrid (17.4.48).
void write_tblGrid(opc::XmlWriter& xml, const styled::Table& table) {
    auto tblGrid = xml.element("w:tblGrid");
    for (Twip column : table.grid) xml.element("w:gridCol").attr("w:w", column);
}

/// w:trPr (17.4.81).
void write_trPr(opc::XmlWriter& xml, const styled::Row& row) {
    if (!row.cant_split && !row.header && !row.height) return;
    auto trPr = xml.element("w:trPr");
    if (row.cant_split) xml.empty("w:cantSplit");
    if (row.height) xml.element("w:trHeight").attr("w:val", *row.height).attr("w:hRule", "exact");
    if (row.header) xml.empty("w:tblHeader");
}

/// w:vMerge (17.4.84).
void write_vMerge(opc::XmlWriter& xml, styled::VMerge vmerge) {
    if (vmerge == styled::VMerge::None) return;
    auto vMerge = xml.element("w:vMerge");
    if (vmerge == styled::VMerge::Restart) vMerge.attr("w:val", "restart");
}

/// w:tcBorders with the same line on all four sides (17.4.66).
void write_tcBorders(opc::XmlWriter& xml, EighthPoint weight) {
    auto tcBorders = xml.element("w:tcBorders");
    for (std::string_view side : {"w:top", "w:left", "w:bottom", "w:right"}) write_border(xml, side, weight);
}

/// w:tcPr (17.4.69).
void write_tcPr(opc::XmlWriter& xml, const styled::Cell& cell, Twip width) {
    auto tcPr = xml.element("w:tcPr");
    xml.element("w:tcW").attr("w:w", width).attr("w:type", "dxa");
    if (cell.grid_span > 1) xml.val("w:gridSpan", std::int64_t{cell.grid_span});
    write_vMerge(xml, cell.vmerge);
    if (cell.border) write_tcBorders(xml, *cell.border);
    if (cell.valign == styled::VAlign::Center) xml.val("w:vAlign", "center");
    if (cell.valign == styled::VAlign::Bottom) xml.val("w:vAlign", "bottom");
}

bool same_properties(const styled::Cell& a, const styled::Cell& b) {
    return a.grid_span == b.grid_span && a.vmerge == b.vmerge && a.valign == b.valign && a.border == b.border;
}

/// The properties of the cells of one row: those of most rows below it are the same.
class RowProperties {
public:
    RowProperties(const styled::Row& row, const styled::Table& table) : row_(row) {
        auto column = table.grid.begin();
        for (const styled::Cell& cell : row.cells) {
            assert(cell.grid_span <= table.grid.end() - column && "the spans of a row fit its grid");
            const auto next = column + cell.grid_span;
            const Twip width = std::accumulate(column, next, Twip{});
            cells_.emplace_back([&](opc::XmlWriter& xml) { write_tcPr(xml, cell, width); });
            column = next;
        }
    }

    bool fit(const styled::Row& row) const {
        return std::equal(row.cells.begin(), row.cells.end(), row_.cells.begin(), row_.cells.end(), same_properties);
    }
    const opc::XmlFragment& of(std::size_t cell) const { return cells_[cell]; }

private:
    const styled::Row& row_;
    std::vector<opc::XmlFragment> cells_;
};

/// w:tc (17.4.65). A cell ends with a paragraph, so one without any gets an empty one.
void write_tc(Story& story, const styled::Cell& cell, const opc::XmlFragment& properties) {
    auto tc = story.xml.element("w:tc");
    story.xml.repeat(properties);
    for (const styled::Paragraph& paragraph : cell.paragraphs) write_paragraph(story, paragraph);
    if (cell.paragraphs.empty()) write_paragraph(story, {});
}

/// w:tr (17.4.78).
void write_tr(Story& story, const styled::Row& row, const RowProperties& properties) {
    auto tr = story.xml.element("w:tr");
    write_trPr(story.xml, row);
    for (std::size_t cell = 0; cell < row.cells.size(); ++cell) write_tc(story, row.cells[cell], properties.of(cell));
}

}  // namespace

void write_table(Story& story, const styled::Table& table) {
    if (table.rows.empty()) return;  // Word takes a table without rows for a damaged file
    auto tbl = story.xml.element("w:tbl");
    write_tblPr(story.xml, table, story.plan.table_styles.of(table));
    write_tblGrid(story.xml, table);
    std::optional<RowProperties> properties;
    for (const styled::Row& row : table.rows) {
        if (!properties || !properties->fit(row)) properties.emplace(row, table);
        write_tr(story, row, *properties);
    }
}

}  // namespace vanban::docx
