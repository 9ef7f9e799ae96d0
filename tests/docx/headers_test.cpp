// Headers: shared where they are equal, never inherited by accident.
#include "docx/headers.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

Paragraph page_number() {
    Paragraph result;
    result.style = kTitle;
    result.runs.emplace_back(styled::PageNumber{{font_pt(14), true, false}});
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
    const std::string& xml = find_part(package, "/word/document.xml")->bytes;
    BOOST_TEST(xml.find("<w:sectPr><w:headerReference w:type=\"default\" r:id=\"rId4\"/>"
                        "<w:headerReference w:type=\"first\" r:id=\"rId5\"/><w:type w:val=\"nextPage\"/>" +
                        kA4 + "<w:titlePg/></w:sectPr>") != std::string::npos);
    BOOST_TEST(find_part(package, "/word/header1.xml")->bytes.find(" PAGE ") != std::string::npos);
    BOOST_TEST(find_part(package, "/word/header2.xml")
                   ->bytes.ends_with("><w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr></w:p></w:hdr>"));
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

BOOST_AUTO_TEST_SUITE_END()
