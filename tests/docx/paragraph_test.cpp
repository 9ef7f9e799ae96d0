// w:p and w:r: as little direct formatting as the look allows.
#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

BOOST_AUTO_TEST_SUITE(paragraph_)

BOOST_AUTO_TEST_CASE(text_in_the_default_style_needs_no_properties) {
    BOOST_TEST(body(document_of({paragraph("Căn cứ Luật")})) == "<w:p><w:r><w:t>Căn cứ Luật</w:t></w:r></w:p>");
}

BOOST_AUTO_TEST_CASE(text_as_its_style_has_it_only_names_the_style) {
    BOOST_TEST(body(document_of({paragraph("KẾ HOẠCH", kTitle, {font_pt(14), true, false})})) ==
               "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>KẾ HOẠCH</w:t></w:r></w:p>");
}

BOOST_AUTO_TEST_CASE(only_what_differs_from_the_style_is_direct_formatting) {
    BOOST_TEST(body(document_of({paragraph("a", kBody, {font_pt(14), false, true})})) ==
               "<w:p><w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t>a</w:t></w:r></w:p>");
    BOOST_TEST(body(document_of({paragraph("a", kTitle, {font_pt(13.5), false, false})})) ==
               "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:rPr><w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>"
               "<w:sz w:val=\"27\"/><w:szCs w:val=\"27\"/></w:rPr><w:t>a</w:t></w:r></w:p>");
}

BOOST_AUTO_TEST_CASE(spaces_that_xml_might_lose_are_preserved) {
    const std::string preserved = "<w:t xml:space=\"preserve\">";
    for (const char* text : {" a", "a ", "a  b", " "})
        BOOST_TEST(body(document_of({paragraph(text)})).find(preserved + text + "</w:t>") != std::string::npos);
    BOOST_TEST(body(document_of({paragraph("a b\u00A0c")})).find("preserve") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(markup_in_data_stays_text) {
    BOOST_TEST(body(document_of({paragraph("<w:p/> & \"x\"")})) ==
               "<w:p><w:r><w:t>&lt;w:p/&gt; &amp; \"x\"</w:t></w:r></w:p>");
}

BOOST_AUTO_TEST_CASE(an_empty_text_makes_no_run) {
    BOOST_TEST(body(document_of({paragraph("")})) == "<w:p/>");
}

BOOST_AUTO_TEST_CASE(a_line_break_is_a_run_of_its_own) {
    Paragraph lines = paragraph("a");
    lines.runs.push_back(styled::LineBreak{});
    BOOST_TEST(body(document_of({lines})) == "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:br/></w:r></w:p>");
}

BOOST_AUTO_TEST_CASE(a_page_number_is_a_complex_field_in_its_look) {
    Paragraph page;
    page.runs.push_back(styled::PageNumber{{font_pt(13), false, false}});
    const std::string look = "<w:r><w:rPr><w:sz w:val=\"26\"/><w:szCs w:val=\"26\"/></w:rPr>";
    BOOST_TEST(body(document_of({page})) == "<w:p>" + look + "<w:fldChar w:fldCharType=\"begin\"/></w:r>" + look +
                                                "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r>" +
                                                look + "<w:fldChar w:fldCharType=\"separate\"/></w:r>" + look +
                                                "<w:t>2</w:t></w:r>" + look +
                                                "<w:fldChar w:fldCharType=\"end\"/></w:r></w:p>");
}

BOOST_AUTO_TEST_CASE(keep_next_is_said_only_where_the_style_does_not) {
    Paragraph kept = paragraph("a");
    kept.keep_next = true;
    Document document = document_of({kept});
    BOOST_TEST(first_element(body(document), "w:pPr") == "<w:pPr><w:keepNext/></w:pPr>");
    document.styles[0].keep_next = true;
    BOOST_TEST(first_element(body(document), "w:pPr") == "");
}

BOOST_AUTO_TEST_CASE(extra_indents_and_space_add_to_the_style) {
    Paragraph balanced = paragraph("a", kTitle);
    balanced.extra_indent = Twip{300};
    balanced.extra_after = Twip{100};
    Document document = document_of({balanced});
    document.styles[1].left = Twip{200};
    document.styles[1].after = Twip{120};
    BOOST_TEST(first_element(body(document), "w:pPr") ==
               "<w:pPr><w:pStyle w:val=\"Title\"/><w:spacing w:after=\"220\"/>"
               "<w:ind w:left=\"500\" w:right=\"300\"/></w:pPr>");
}

BOOST_AUTO_TEST_CASE(extra_space_before_adds_to_the_style) {
    Paragraph low = paragraph("a");
    low.extra_before = Twip{100};
    Document document = document_of({low});
    document.styles[0].before = Twip{40};
    BOOST_TEST(first_element(body(document), "w:pPr") == "<w:pPr><w:spacing w:before=\"140\"/></w:pPr>");
}

BOOST_AUTO_TEST_CASE(bookmarks_mark_a_place_and_have_ids_of_their_own) {
    Paragraph signature = paragraph("a");
    signature.runs.push_back(styled::Bookmark{"chu_ky_1"});
    Paragraph again;
    again.runs.push_back(styled::Bookmark{"chu_ky_2"});
    BOOST_TEST(body(document_of({signature, again})) ==
               "<w:p><w:r><w:t>a</w:t></w:r><w:bookmarkStart w:id=\"0\" w:name=\"chu_ky_1\"/>"
               "<w:bookmarkEnd w:id=\"0\"/></w:p><w:p><w:bookmarkStart w:id=\"1\" w:name=\"chu_ky_2\"/>"
               "<w:bookmarkEnd w:id=\"1\"/></w:p>");
}

BOOST_AUTO_TEST_SUITE_END()
