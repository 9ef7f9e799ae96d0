// Numbering: what is counted, what is a bullet, and who says which list.
#include "docx/numbering_part.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

constexpr StyleId kMuc{2};
constexpr StyleId kKhoan{3};
constexpr StyleId kGach{4};

/// Mục "I.", khoản "1." with a bold number, and a dash; each level has one style.
Document numbered(std::vector<styled::Block> blocks) {
    Document document = document_of(std::move(blocks));
    document.numbering = {{styled::NumberFormat::UpperRoman, "%1.", false},
                          {styled::NumberFormat::Decimal, "%2.", true},
                          {styled::NumberFormat::Bullet, "-", false}};
    const char* ids[] = {"Muc", "Khoan", "Gach"};
    for (std::uint8_t level = 0; level < 3; ++level) {
        styled::ParagraphStyle style = document.styles[0];
        style.id = ids[level];
        style.first_line = Twip{567};
        style.list_level = level;
        document.styles.push_back(style);
    }
    document.lists = 2;
    return document;
}

Paragraph in_list(StyleId style, std::uint16_t list) {
    Paragraph result = paragraph("a", style);
    result.list = list;
    return result;
}

std::string properties(const Document& document) {
    return first_element(body(document), "w:pPr");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numbering_part)

BOOST_AUTO_TEST_CASE(a_document_without_numbering_has_no_such_part) {
    BOOST_TEST(part_bytes(document_of({}), "/word/numbering.xml") == "");
}

BOOST_AUTO_TEST_CASE(the_part_holds_both_lists_and_their_restarts) {
    const std::string font = "\"Times New Roman\"";
    BOOST_TEST(
        part_bytes(numbered({}), "/word/numbering.xml") ==
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<w:numbering xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">"
        "<w:abstractNum w:abstractNumId=\"0\"><w:nsid w:val=\"30202001\"/><w:multiLevelType w:val=\"multilevel\"/>"
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"upperRoman\"/><w:pStyle w:val=\"Muc\"/>"
        "<w:suff w:val=\"space\"/><w:lvlText w:val=\"%1.\"/><w:lvlJc w:val=\"left\"/>"
        "<w:pPr><w:ind w:left=\"0\" w:firstLine=\"567\"/></w:pPr></w:lvl>"
        "<w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:pStyle w:val=\"Khoan\"/>"
        "<w:suff w:val=\"space\"/><w:lvlText w:val=\"%2.\"/><w:lvlJc w:val=\"left\"/>"
        "<w:pPr><w:ind w:left=\"0\" w:firstLine=\"567\"/></w:pPr><w:rPr><w:b/><w:bCs/></w:rPr></w:lvl></w:abstractNum>"
        "<w:abstractNum w:abstractNumId=\"1\"><w:nsid w:val=\"30202002\"/><w:multiLevelType w:val=\"multilevel\"/>"
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"bullet\"/><w:pStyle w:val=\"Gach\"/>"
        "<w:suff w:val=\"space\"/><w:lvlText w:val=\"-\"/><w:lvlJc w:val=\"left\"/>"
        "<w:pPr><w:ind w:left=\"0\" w:firstLine=\"567\"/></w:pPr><w:rPr><w:rFonts w:ascii=" +
            font + " w:eastAsia=" + font + " w:hAnsi=" + font + " w:cs=" + font +
            "/></w:rPr></w:lvl></w:abstractNum>"
            "<w:num w:numId=\"1\"><w:abstractNumId w:val=\"1\"/></w:num>"
            "<w:num w:numId=\"2\"><w:abstractNumId w:val=\"0\"/></w:num>"
            "<w:num w:numId=\"3\"><w:abstractNumId w:val=\"0\"/>"
            "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/></w:lvlOverride>"
            "<w:lvlOverride w:ilvl=\"1\"><w:startOverride w:val=\"1\"/></w:lvlOverride></w:num></w:numbering>");
}

BOOST_AUTO_TEST_CASE(styles_name_the_first_list_and_the_bullets) {
    const auto numPr = [](const char* id) { return first_element(style_element(numbered({}), id), "w:numPr"); };
    BOOST_TEST(numPr("Muc") == "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"2\"/></w:numPr>");
    BOOST_TEST(numPr("Khoan") == "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr>");
    BOOST_TEST(numPr("Gach") == "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr>");
}

BOOST_AUTO_TEST_CASE(paragraphs_of_the_first_list_leave_numbering_to_their_style) {
    BOOST_TEST(properties(numbered({in_list(kKhoan, 0)})) == "<w:pPr><w:pStyle w:val=\"Khoan\"/></w:pPr>");
}

BOOST_AUTO_TEST_CASE(paragraphs_of_another_list_name_it) {
    BOOST_TEST(properties(numbered({in_list(kMuc, 1)})) ==
               "<w:pPr><w:pStyle w:val=\"Muc\"/>"
               "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"3\"/></w:numPr></w:pPr>");
}

BOOST_AUTO_TEST_CASE(bullets_belong_to_no_list) {
    BOOST_TEST(properties(numbered({in_list(kGach, 1)})) == "<w:pPr><w:pStyle w:val=\"Gach\"/></w:pPr>");
}

BOOST_AUTO_TEST_CASE(styles_that_share_a_level_are_not_linked_and_repeat_their_indents) {
    Document document = numbered({in_list(StyleId{5}, 0)});
    styled::ParagraphStyle second = document.styles[kKhoan.index];
    second.id = "KhoanHai";
    second.left = Twip{300};
    second.first_line = Twip{-100};
    document.styles.push_back(second);
    BOOST_TEST(part_bytes(document, "/word/numbering.xml").find("w:val=\"Khoan\"") == std::string::npos);
    BOOST_TEST(properties(document) ==
               "<w:pPr><w:pStyle w:val=\"KhoanHai\"/><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"2\"/></w:numPr>"
               "<w:ind w:left=\"300\" w:hanging=\"100\"/></w:pPr>");
}

BOOST_AUTO_TEST_SUITE_END()
