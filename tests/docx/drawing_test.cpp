// The ruled line: its measures, its names, and its stand-in for old readers.
#include "docx/drawing.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

Paragraph ruled() {
    Paragraph result;
    result.runs = {styled::Rule{Twip{2835}, EighthPoint{6}, "Đường kẻ dưới Tiêu ngữ"}};
    return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(drawing)

BOOST_AUTO_TEST_CASE(a_rule_is_a_black_rectangle_in_the_line) {
    // 2835 twips of 635 EMU are 1800225 EMU; 6/8 pt of 12700 EMU are 9525 EMU.
    BOOST_TEST(first_element(body(document_of({ruled()})), "w:drawing") ==
               "<w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">"
               "<wp:extent cx=\"1800225\" cy=\"9525\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/>"
               "<wp:docPr id=\"1\" name=\"Đường kẻ 1\" descr=\"Đường kẻ dưới Tiêu ngữ\"/><wp:cNvGraphicFramePr/>"
               "<a:graphic><a:graphicData uri=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\">"
               "<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1800225\" cy=\"9525\"/>"
               "</a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom>"
               "<a:solidFill><a:srgbClr val=\"000000\"/></a:solidFill><a:ln><a:noFill/></a:ln></wps:spPr>"
               "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing>");
}

BOOST_AUTO_TEST_CASE(readers_without_shapes_get_the_same_in_vml) {
    BOOST_TEST(first_element(body(document_of({ruled()})), "mc:Fallback") ==
               "<mc:Fallback><w:pict><v:rect alt=\"Đường kẻ dưới Tiêu ngữ\" style=\"width:141.75pt;height:0.750pt\" "
               "fillcolor=\"black\" stroked=\"f\" title=\"Đường kẻ 1\"/></w:pict></mc:Fallback>");
}

BOOST_AUTO_TEST_CASE(drawing_ids_differ_within_the_part) {
    const std::string xml = body(document_of({ruled(), ruled()}));
    BOOST_TEST(xml.find("<wp:docPr id=\"1\"") != std::string::npos);
    BOOST_TEST(xml.find("<wp:docPr id=\"2\"") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
