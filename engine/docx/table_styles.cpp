// w:tblPr of styles and tables. The order of the children is that of CT_TblPrBase.
#include "docx/table_styles.hpp"

#include <numeric>

namespace vanban::docx {

namespace {

/// CT_TblWidth in twips.
void write_dxa(opc::XmlWriter& xml, std::string_view name, Twip width) {
    xml.element(name).attr("w:w", width).attr("w:type", "dxa");
}

/// w:tblBorders with the same line on all sides and between all cells (17.4.38).
void write_tblBorders(opc::XmlWriter& xml, EighthPoint weight) {
    auto tblBorders = xml.element("w:tblBorders");
    for (std::string_view side : {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}) {
        write_border(xml, side, weight);
    }
}

/// w:tblCellMar (17.4.42), of a table or a style.
template <class Margins>
void write_tblCellMar(opc::XmlWriter& xml, const Margins& margins) {
    auto tblCellMar = xml.element("w:tblCellMar");
    write_dxa(xml, "w:top", margins.cell_top);
    write_dxa(xml, "w:left", margins.cell_left);
    write_dxa(xml, "w:bottom", margins.cell_bottom);
    write_dxa(xml, "w:right", margins.cell_right);
}

bool same_margins(const styled::Table& table, const TableStyle& style) {
    return table.cell_left == style.cell_left && table.cell_right == style.cell_right &&
           table.cell_top == style.cell_top && table.cell_bottom == style.cell_bottom;
}

void write_table_style(opc::XmlWriter& xml, const TableStyle& table_style) {
    auto style = xml.element("w:style");
    style.attr("w:type", "table").attr("w:customStyle", "1").attr("w:styleId", table_style.id);
    xml.val("w:name", table_style.name);
    xml.val("w:basedOn", "TableNormal");
    xml.val("w:uiPriority", "59");
    auto tblPr = xml.element("w:tblPr");
    if (table_style.border) write_tblBorders(xml, *table_style.border);
    write_tblCellMar(xml, table_style);
}

void settle(TableStyle& style, const styled::Table& table) {
    style.border = table.border;
    style.cell_left = table.cell_left;
    style.cell_right = table.cell_right;
    style.cell_top = table.cell_top;
    style.cell_bottom = table.cell_bottom;
}

/// w:tblLook (17.4.56): no conditional formatting and no bands.
void write_tblLook(opc::XmlWriter& xml) {
    xml.element("w:tblLook")
        .attr("w:val", "0600")
        .attr("w:firstRow", "0")
        .attr("w:lastRow", "0")
        .attr("w:firstColumn", "0")
        .attr("w:lastColumn", "0")
        .attr("w:noHBand", "1")
        .attr("w:noVBand", "1");
}

}  // namespace

void write_border(opc::XmlWriter& xml, std::string_view side, EighthPoint weight) {
    xml.element(side).attr("w:val", "single").attr("w:sz", weight).attr("w:space", "0").attr("w:color", "000000");
}

TableStyles table_styles(const styled::Document& document) {
    constexpr Twip kWordsCellMargin{108};
    TableStyles styles{
        .ruled = {"TableRuled", "Bảng kẻ ô", border_pt(0.5), kWordsCellMargin, kWordsCellMargin, {}, {}},
        .layout = {"TableLayout", "Bảng bố cục", std::nullopt, {}, {}, {}, {}},
    };
    bool ruled_settled = false;
    bool layout_settled = false;
    for (const styled::Section& section : document.sections) {
        for (const styled::Block& block : section.blocks) {
            const auto* table = std::get_if<styled::Table>(&block);
            if (table == nullptr) continue;
            bool& settled = table->border ? ruled_settled : layout_settled;
            if (!settled) settle(table->border ? styles.ruled : styles.layout, *table);
            settled = true;
        }
    }
    return styles;
}

void write_table_styles(opc::XmlWriter& xml, const TableStyles& styles) {
    write_table_style(xml, styles.ruled);
    write_table_style(xml, styles.layout);
}

void write_tblPr(opc::XmlWriter& xml, const styled::Table& table, const TableStyle& style) {
    auto tblPr = xml.element("w:tblPr");
    xml.val("w:tblStyle", style.id);
    write_dxa(xml, "w:tblW", std::accumulate(table.grid.begin(), table.grid.end(), Twip{}));
    if (table.indent != Twip{}) write_dxa(xml, "w:tblInd", table.indent);
    if (table.border && table.border != style.border) write_tblBorders(xml, *table.border);
    xml.element("w:tblLayout").attr("w:type", "fixed");
    if (!same_margins(table, style)) write_tblCellMar(xml, table);
    write_tblLook(xml);
    if (!table.description.empty()) xml.val("w:tblDescription", table.description);
}

}  // namespace vanban::docx
