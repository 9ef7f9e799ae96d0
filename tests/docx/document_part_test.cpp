// Where a section's properties stand: in its last paragraph, or at the end of the body.
#include "docx/document_part.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
}

const std::string kA4 =
    "<w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\" w:right=\"850\" w:bottom=\"1134\" w:left=\"1701\" "
    "w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>";

}  // namespace

BOOST_AUTO_TEST_SUITE(document_part)

BOOST_AUTO_TEST_CASE(an_earlier_section_ends_in_its_last_paragraph) {
    Document document = document_of({paragraph("a"), paragraph("b", kTitle, {font_pt(14), true, false})});
    document.sections.push_back(document.sections[0]);
    const std::string xml = part_bytes(document, "/word/document.xml");
    BOOST_TEST(xml.find("<w:p><w:pPr><w:pStyle w:val=\"Title\"/><w:sectPr><w:type w:val=\"nextPage\"/>" + kA4 +
                        "</w:sectPr></w:pPr><w:r><w:t>b</w:t></w:r></w:p><w:p>") != std::string::npos);
    BOOST_TEST(count(xml, "<w:sectPr>") == 2u);
}

BOOST_AUTO_TEST_CASE(a_section_without_a_last_paragraph_gets_one) {
    Document document = document_of({});
    document.sections.push_back(document.sections[0]);
    const std::string xml = part_bytes(document, "/word/document.xml");
    BOOST_TEST(xml.find("<w:body><w:p><w:pPr><w:sectPr>") != std::string::npos);
    BOOST_TEST(xml.find("</w:pPr></w:p><w:p/><w:sectPr>") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
