// Tables lean on two table styles; borders and margins are direct only where a table is unlike the first of its kind.
#include "docx/table_styles.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

styled::Table table(std::optional<EighthPoint> border) {
    styled::Table result;
    result.grid = {Twip{1000}, Twip{2000}};
    result.border = border;
    result.cell_left = result.cell_right = Twip{85};
    styled::Row row;
    row.cells.resize(2);
    for (styled::Cell& cell : row.cells) cell.paragraphs = {paragraph("a")};
    result.rows = {row};
    return result;
}

const std::string kLook =
    "<w:tblLook w:val=\"0600\" w:firstRow=\"0\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" "
    "w:noHBand=\"1\" w:noVBand=\"1\"/>";

}  // namespace

BOOST_AUTO_TEST_SUITE(table_styles)

BOOST_AUTO_TEST_CASE(a_table_like_the_first_of_its_kind_only_names_the_style) {
    BOOST_TEST(first_element(body(document_of({table(border_pt(0.5)), paragraph("")})), "w:tblPr") ==
               "<w:tblPr><w:tblStyle w:val=\"TableRuled\"/><w:tblW w:w=\"3000\" w:type=\"dxa\"/>"
               "<w:tblLayout w:type=\"fixed\"/>" +
                   kLook + "</w:tblPr>");
}

BOOST_AUTO_TEST_CASE(a_table_without_lines_has_the_layout_style_and_its_description) {
    styled::Table layout = table(std::nullopt);
    layout.description = "Chữ ký";
    layout.indent = Twip{-85};
    BOOST_TEST(first_element(body(document_of({layout, paragraph("")})), "w:tblPr") ==
               "<w:tblPr><w:tblStyle w:val=\"TableLayout\"/><w:tblW w:w=\"3000\" w:type=\"dxa\"/>"
               "<w:tblInd w:w=\"-85\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/>" +
                   kLook + "<w:tblDescription w:val=\"Chữ ký\"/></w:tblPr>");
}

BOOST_AUTO_TEST_CASE(the_style_is_as_the_first_table_of_its_kind) {
    const Document document = document_of({table(std::nullopt), paragraph(""), table(border_pt(1)), paragraph("")});
    const std::string ruled = style_element(document, "TableRuled");
    BOOST_TEST(ruled.find("<w:insideV w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/>") !=
               std::string::npos);
    BOOST_TEST(first_element(ruled, "w:tblCellMar") ==
               "<w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"85\" w:type=\"dxa\"/>"
               "<w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"85\" w:type=\"dxa\"/></w:tblCellMar>");
    BOOST_TEST(first_element(style_element(document, "TableLayout"), "w:tblBorders") == "");
}

BOOST_AUTO_TEST_CASE(another_weight_or_margin_is_direct) {
    styled::Table other = table(border_pt(1));
    other.cell_top = Twip{40};
    const Document document = document_of({table(border_pt(0.5)), paragraph(""), other, paragraph("")});
    const std::string xml = body(document);
    const std::string second = first_element(xml.substr(xml.rfind("<w:tbl>")), "w:tblPr");
    BOOST_TEST(first_element(second, "w:tblBorders").find("<w:top w:val=\"single\" w:sz=\"8\"") != std::string::npos);
    BOOST_TEST(first_element(second, "w:tblCellMar").find("<w:top w:w=\"40\" w:type=\"dxa\"/>") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
