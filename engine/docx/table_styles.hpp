// The two table styles and the properties of tables (ISO/IEC 29500-1, 17.4.59 and 17.7.6).
#pragma once

#include <string_view>

#include "opc/xml_writer.hpp"
#include "styled/document.hpp"

namespace vanban::docx {

/// What a table style settles. Other tables say directly what they have different.
struct TableStyle {
    std::string_view id;
    std::string_view name;
    std::optional<EighthPoint> border;
    Twip cell_left;
    Twip cell_right;
    Twip cell_top;
    Twip cell_bottom;
    friend bool operator==(const TableStyle&, const TableStyle&) = default;
};

/// Every table has one of the two; each is as the first table of its kind in the document.
struct TableStyles {
    TableStyle ruled;
    TableStyle layout;

    const TableStyle& of(const styled::Table& table) const { return table.border ? ruled : layout; }
    friend bool operator==(const TableStyles&, const TableStyles&) = default;
};

TableStyles table_styles(const styled::Document& document);

/// Two w:style elements, based on "TableNormal".
void write_table_styles(opc::XmlWriter& xml, const TableStyles& styles);

/// A solid black line, CT_Border (17.18.2 lists its kinds). `side`: "w:top", "w:insideV" …
void write_border(opc::XmlWriter& xml, std::string_view side, EighthPoint weight);

/// w:tblPr of a table (17.4.59).
void write_tblPr(opc::XmlWriter& xml, const styled::Table& table, const TableStyle& style);

}  // namespace vanban::docx
