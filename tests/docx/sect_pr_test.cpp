// w:sectPr: page, margins, page numbers.
#include "docx/sect_pr.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

const std::string kA4 =
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" "
    "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>";

}  // namespace

BOOST_AUTO_TEST_SUITE(sect_pr)

BOOST_AUTO_TEST_CASE(the_last_section_ends_the_body) {
    const std::string xml = part_bytes(document_of({paragraph("a")}), "/word/document.xml");
    BOOST_TEST(
        xml.ends_with("</w:p><w:sectPr><w:type w:val=\"nextPage\"/>" + kA4 + "</w:sectPr></w:body></w:document>"));
}

BOOST_AUTO_TEST_CASE(landscape_and_restarted_page_numbers_are_said) {
    Document document = document_of({paragraph("a")});
    styled::Section& section = document.sections[0];
    std::swap(section.page.width, section.page.height);
    section.page.orientation = styled::Orientation::Landscape;
    section.restart_page_numbers = true;
    const std::string xml = part_bytes(document, "/word/document.xml");
    BOOST_TEST(xml.find("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>") != std::string::npos);
    BOOST_TEST(xml.find("<w:pgNumType w:start=\"1\"/></w:sectPr>") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
