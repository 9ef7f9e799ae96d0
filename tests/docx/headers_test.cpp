// Headers and footers: shared where they are equal, never inherited by accident.
#include "docx/headers.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

Paragraph page_number() {
    Paragraph result;
    result.style = kTitle;
    result.runs.push_back(styled::PageNumber{{font_pt(14), true, false}});
    return result;
}

styled::Section section_of(std::vector<styled::Block> blocks) {
    styled::Section section = document_of(std::move(blocks)).sections[0];
    section.header = {page_number()};
    section.title_page = true;
    return section;
}

const std::string kA4 =
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" "
    "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>";

}  // namespace

BOOST_AUTO_TEST_SUITE(headers)

BOOST_AUTO_TEST_CASE(the_first_page_has_a_header_of_its_own_that_is_empty) {
    Document document = document_of({});
    document.sections = {section_of({paragraph("a")})};
    const opc::Package package = docx::plan(document);
    const std::string& xml = *find_part(package, "/word/document.xml")->bytes;
    BOOST_TEST(xml.find("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>"
                        "<w:headerReference w:type=\"first\" r:id=\"rId5\"/><w:type w:val=\"nextPage\"/>" +
                        kA4 + "<w:titlePg/></w:sectPr>") != std::string::npos);
    BOOST_TEST(find_part(package, "/word/header1.xml")->bytes->find(" PAGE ") != std::string::npos);
    BOOST_TEST(find_part(package, "/word/header2.xml")
                   ->bytes->ends_with("><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr></w:p></w:hdr>"));
}

BOOST_AUTO_TEST_CASE(equal_headers_are_one_part) {
    Document document = document_of({});
    document.sections = {section_of({paragraph("a")}), section_of({paragraph("b")}), section_of({paragraph("c")})};
    const opc::Package package = docx::plan(document);
    BOOST_TEST(find_part(package, "/word/header2.xml") != nullptr);
    BOOST_TEST(find_part(package, "/word/header3.xml") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_section_without_a_header_does_not_inherit_one) {
    Document document = document_of({});
    document.sections = {section_of({paragraph("a")}), section_of({paragraph("b")})};
    document.sections[0].title_page = false;
    document.sections[1].title_page = false;
    document.sections[1].header.clear();
    const std::string xml = part_bytes(document, "/word/document.xml");
    BOOST_TEST(xml.find("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/><w:type") != std::string::npos);
    BOOST_TEST(xml.find("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId5\"/><w:type") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(what_stands_on_the_title_page_alone_is_its_own_header_and_footer) {
    Document document = document_of({});
    styled::Section section = section_of({paragraph("a")});
    section.first_header = {paragraph("Ký số")};
    section.first_footer = {paragraph("Địa chỉ")};
    document.sections = {section};
    const opc::Package package = docx::plan(document);
    BOOST_TEST(find_part(package, "/word/document.xml")
                   ->bytes->find("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>"
                                 "<w:headerReference w:type=\"first\" r:id=\"rId5\"/>"
                                 "<w:footerReference w:type=\"first\" r:id=\"rId6\"/><w:type") != std::string::npos);
    BOOST_TEST(find_part(package, "/word/header2.xml")->bytes->ends_with("<w:t>Ký số</w:t></w:r></w:p></w:hdr>"));
    const opc::Part* footer = find_part(package, "/word/footer1.xml");
    BOOST_REQUIRE(footer);
    BOOST_TEST(footer->bytes->ends_with("><w:p><w:r><w:t>Địa chỉ</w:t></w:r></w:p></w:ftr>"));
    BOOST_TEST(footer->content_type == "application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml");
    BOOST_TEST(find_part(package, "/word/document.xml")->relationships.at(5).target == "footer1.xml");
}

BOOST_AUTO_TEST_CASE(a_title_page_without_a_footer_does_not_inherit_one) {
    Document document = document_of({});
    document.sections = {section_of({paragraph("a")}), section_of({paragraph("b")}), section_of({paragraph("c")})};
    document.sections[0].first_footer = {paragraph("Địa chỉ", kTitle)};
    document.sections[2].title_page = false;
    const opc::Package package = docx::plan(document);
    BOOST_TEST(find_part(package, "/word/footer2.xml")
                   ->bytes->ends_with("><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr></w:p></w:ftr>"));
    BOOST_TEST(find_part(package, "/word/footer3.xml") == nullptr);
    const std::string& xml = *find_part(package, "/word/document.xml")->bytes;
    BOOST_TEST(xml.find("w:footerReference", xml.rfind("<w:sectPr>")) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(without_footers_there_are_no_footer_parts) {
    Document document = document_of({});
    document.sections = {section_of({paragraph("a")})};
    BOOST_TEST(find_part(docx::plan(document), "/word/footer1.xml") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_title_page_may_have_a_header_where_other_pages_have_none) {
    Document document = document_of({});
    document.sections = {section_of({paragraph("a")}), section_of({paragraph("b")})};
    for (styled::Section& section : document.sections) section.header.clear();
    document.sections[0].first_header = {paragraph("Ký số")};
    const opc::Package package = docx::plan(document);
    BOOST_TEST(find_part(package, "/word/header2.xml")->bytes->ends_with("><w:p/></w:hdr>"));
    BOOST_TEST(find_part(package, "/word/document.xml")->bytes->find("w:type=\"default\"") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_header_that_ends_with_a_table_gets_a_last_paragraph) {
    styled::Table table;
    table.grid = {Twip{100}};
    table.rows.resize(1);
    table.rows[0].cells.resize(1);
    Document document = document_of({});
    document.sections = {section_of({paragraph("a")})};
    document.sections[0].first_header = {table};
    BOOST_TEST(part_bytes(document, "/word/header2.xml")
                   .ends_with("</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr></w:p></w:hdr>"));
}

BOOST_AUTO_TEST_SUITE_END()
