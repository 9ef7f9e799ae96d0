// Styles: Vietnamese names, based on the first, saying only what differs from it.
#include "docx/styles_part.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

BOOST_AUTO_TEST_SUITE(styles_part)

BOOST_AUTO_TEST_CASE(defaults_name_the_font_for_every_script_and_the_language) {
    BOOST_TEST(first_element(part_bytes(document_of({}), "/word/styles.xml"), "w:rPrDefault") ==
               "<w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"Times New Roman\" "
               "w:hAnsi=\"Times New Roman\" w:cs=\"Times New Roman\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>"
               "<w:lang w:val=\"vi-VN\" w:eastAsia=\"vi-VN\" w:bidi=\"vi-VN\"/></w:rPr></w:rPrDefault>");
}

BOOST_AUTO_TEST_CASE(the_first_style_is_words_normal) {
    Document document = document_of({});
    document.styles[0].jc = styled::Jc::Both;
    document.styles[0].first_line = mm(12.7);
    document.styles[0].line = {styled::LineRule::Exact, 340};
    BOOST_TEST(style_element(document, "Body") ==
               "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Body\"><w:name w:val=\"Normal\"/>"
               "<w:uiPriority w:val=\"0\"/><w:qFormat/><w:pPr><w:spacing w:line=\"340\" w:lineRule=\"exact\"/>"
               "<w:ind w:firstLine=\"720\"/><w:jc w:val=\"both\"/></w:pPr></w:style>");
}

BOOST_AUTO_TEST_CASE(other_styles_say_what_differs_from_the_first) {
    BOOST_TEST(style_element(document_of({}), "Title") ==
               "<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"Title\"><w:name w:val=\"Tiêu đề\"/>"
               "<w:basedOn w:val=\"Body\"/><w:uiPriority w:val=\"1\"/><w:qFormat/>"
               "<w:pPr><w:jc w:val=\"center\"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:style>");
}

BOOST_AUTO_TEST_CASE(what_the_first_style_has_and_another_has_not_is_taken_back) {
    Document document = document_of({});
    styled::ParagraphStyle& first = document.styles[0];
    first.keep_next = first.keep_lines = first.page_break_before = true;
    first.first_line = Twip{-200};
    first.after = Twip{120};
    first.outline_level = 0;
    first.list_level = 0;
    document.numbering = {{}};
    first.look.bold = true;
    styled::ParagraphStyle plain;
    plain.id = "Plain";
    plain.name = "Trơn";
    plain.look.size = font_pt(14);
    plain.widow_control = false;
    document.styles[1] = plain;
    BOOST_TEST(first_element(style_element(document, "Plain"), "w:pPr") ==
               "<w:pPr><w:keepNext w:val=\"0\"/><w:keepLines w:val=\"0\"/><w:pageBreakBefore w:val=\"0\"/>"
               "<w:widowControl w:val=\"0\"/><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"0\"/></w:numPr>"
               "<w:spacing w:after=\"0\"/><w:ind w:firstLine=\"0\"/><w:outlineLvl w:val=\"9\"/></w:pPr>");
    BOOST_TEST(first_element(style_element(document, "Plain"), "w:rPr") ==
               "<w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/></w:rPr>");
}

BOOST_AUTO_TEST_CASE(headings_carry_their_outline_level) {
    Document document = document_of({});
    document.styles[1].outline_level = 2;
    BOOST_TEST(style_element(document, "Title").find("<w:outlineLvl w:val=\"2\"/>") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
