// w:tbl: grid, rows and cells.
#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

styled::Cell cell(std::string text) {
    styled::Cell result;
    result.paragraphs = {paragraph(std::move(text))};
    return result;
}

styled::Table table(std::vector<styled::Row> rows) {
    styled::Table result;
    result.grid = {Twip{1000}, Twip{2000}, Twip{3000}};
    result.border = border_pt(0.5);
    result.rows = std::move(rows);
    return result;
}

styled::Row row(std::vector<styled::Cell> cells) {
    styled::Row result;
    result.cells = std::move(cells);
    return result;
}

std::string table_xml(std::vector<styled::Row> rows) {
    const std::string xml = body(document_of({table(std::move(rows)), paragraph("")}));
    const std::size_t begin = xml.find("<w:tblGrid>");
    return xml.substr(begin, xml.find("</w:tbl>") - begin);
}

std::string text_cell(const std::string& properties, const std::string& text) {
    return "<w:tc><w:tcPr>" + properties + "</w:tcPr><w:p><w:r><w:t>" + text + "</w:t></w:r></w:p></w:tc>";
}

const std::string kGrid =
    "<w:tblGrid><w:gridCol w:w=\"1000\"/><w:gridCol w:w=\"2000\"/><w:gridCol w:w=\"3000\"/></w:tblGrid>";

}  // namespace

BOOST_AUTO_TEST_SUITE(table_)

BOOST_AUTO_TEST_CASE(header_rows_repeat_and_rows_do_not_split) {
    styled::Row header = row({cell("a"), cell("b"), cell("c")});
    header.header = true;
    BOOST_TEST(table_xml({header}) == kGrid + "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" +
                                          text_cell("<w:tcW w:w=\"1000\" w:type=\"dxa\"/>", "a") +
                                          text_cell("<w:tcW w:w=\"2000\" w:type=\"dxa\"/>", "b") +
                                          text_cell("<w:tcW w:w=\"3000\" w:type=\"dxa\"/>", "c") + "</w:tr>");
}

BOOST_AUTO_TEST_CASE(a_row_that_may_split_says_nothing) {
    styled::Row open = row({cell("a"), cell("b"), cell("c")});
    open.cant_split = false;
    BOOST_TEST(table_xml({open}).find("<w:trPr>") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_spanning_cell_is_as_wide_as_its_columns) {
    styled::Cell wide = cell("b");
    wide.grid_span = 2;
    wide.valign = styled::VAlign::Center;
    BOOST_TEST(table_xml({row({cell("a"), wide})}) ==
               kGrid + "<w:tr><w:trPr><w:cantSplit/></w:trPr>" +
                   text_cell("<w:tcW w:w=\"1000\" w:type=\"dxa\"/>", "a") +
                   text_cell("<w:tcW w:w=\"5000\" w:type=\"dxa\"/><w:gridSpan w:val=\"2\"/><w:vAlign "
                             "w:val=\"center\"/>",
                             "b") +
                   "</w:tr>");
}

BOOST_AUTO_TEST_CASE(merged_cells_restart_and_continue) {
    styled::Cell top = cell("a");
    top.vmerge = styled::VMerge::Restart;
    top.valign = styled::VAlign::Bottom;
    styled::Cell below;
    below.vmerge = styled::VMerge::Continue;
    const std::string xml = table_xml({row({top, cell("b"), cell("c")}), row({below, cell("d"), cell("e")})});
    BOOST_TEST(xml.find("<w:vMerge w:val=\"restart\"/><w:vAlign w:val=\"bottom\"/>") != std::string::npos);
    BOOST_TEST(xml.find("<w:tcW w:w=\"1000\" w:type=\"dxa\"/><w:vMerge/></w:tcPr><w:p/></w:tc>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_row_of_a_given_height_has_exactly_that) {
    styled::Row fixed = row({cell("a"), cell("b"), cell("c")});
    fixed.height = mm(40);
    fixed.header = true;
    BOOST_TEST(first_element(table_xml({fixed}), "w:trPr") ==
               "<w:trPr><w:cantSplit/><w:trHeight w:val=\"2268\" w:hRule=\"exact\"/><w:tblHeader/></w:trPr>");
    fixed.header = fixed.cant_split = false;
    BOOST_TEST(first_element(table_xml({fixed}), "w:trPr") ==
               "<w:trPr><w:trHeight w:val=\"2268\" w:hRule=\"exact\"/></w:trPr>");
}

BOOST_AUTO_TEST_CASE(one_cell_may_have_a_box_around_it) {
    styled::Cell boxed = cell("MẬT");
    boxed.border = border_pt(1);
    boxed.valign = styled::VAlign::Center;
    styled::Table layout = table({row({boxed, cell("b"), cell("c")})});
    layout.border.reset();
    const std::string xml = body(document_of({layout, paragraph("")}));
    const std::string line = " w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"000000\"/>";
    BOOST_TEST(first_element(xml, "w:tcPr") == "<w:tcPr><w:tcW w:w=\"1000\" w:type=\"dxa\"/><w:tcBorders><w:top" +
                                                   line + "<w:left" + line + "<w:bottom" + line + "<w:right" + line +
                                                   "</w:tcBorders><w:vAlign w:val=\"center\"/></w:tcPr>");
    BOOST_TEST(xml.find("w:tcBorders", xml.find("</w:tcBorders>") + 14) == std::string::npos);
    BOOST_TEST(xml.find("w:tblBorders") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_table_without_rows_is_left_out) {
    BOOST_TEST(body(document_of({table({}), paragraph("a")})) == "<w:p><w:r><w:t>a</w:t></w:r></w:p>");
}

BOOST_AUTO_TEST_SUITE_END()
