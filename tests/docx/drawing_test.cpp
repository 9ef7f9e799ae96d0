// Ruled lines and pictures: measures, places, names, and the parts that hold the pictures.
#include "docx/drawing.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"
#include "png_maker.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

Paragraph ruled() {
    Paragraph result;
    result.runs = {styled::Rule{Twip{2835}, EighthPoint{6}, "Đường kẻ dưới Tiêu ngữ"}};
    return result;
}

std::shared_ptr<const Png> image(const char (&rgba)[5]) {
    auto png = read_png(colored_png(2, 2, rgba), {});
    BOOST_REQUIRE(png);
    return *png;
}

/// 36 x 24 mm, 2 mm to the right of the column and 1 mm above the paragraph.
styled::Picture picture(std::shared_ptr<const Png> png) {
    return {std::move(png), Emu{1296000}, Emu{864000}, Emu{72000}, Emu{-36000}, false, "Chữ ký của Nguyễn Văn An"};
}

Paragraph pictured(std::vector<styled::Picture> pictures) {
    Paragraph result;
    for (styled::Picture& one : pictures) result.runs.push_back(std::move(one));
    return result;
}

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) ++found;
    return found;
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

BOOST_AUTO_TEST_CASE(a_picture_is_anchored_over_the_text) {
    // A millimetre is 36,000 EMU.
    BOOST_TEST(
        first_element(body(document_of({pictured({picture(image("rgba"))})})), "w:drawing") ==
        "<w:drawing><wp:anchor distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\" simplePos=\"0\" "
        "relativeHeight=\"251658241\" behindDoc=\"0\" locked=\"0\" layoutInCell=\"1\" allowOverlap=\"1\">"
        "<wp:simplePos x=\"0\" y=\"0\"/>"
        "<wp:positionH relativeFrom=\"column\"><wp:posOffset>72000</wp:posOffset></wp:positionH>"
        "<wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>-36000</wp:posOffset></wp:positionV>"
        "<wp:extent cx=\"1296000\" cy=\"864000\"/><wp:effectExtent l=\"0\" t=\"0\" r=\"0\" b=\"0\"/><wp:wrapNone/>"
        "<wp:docPr id=\"1\" name=\"Ảnh 1\" descr=\"Chữ ký của Nguyễn Văn An\"/>"
        "<wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/></wp:cNvGraphicFramePr>"
        "<a:graphic><a:graphicData uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
        "<pic:pic xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\">"
        "<pic:nvPicPr><pic:cNvPr id=\"1\" name=\"Ảnh 1\"/><pic:cNvPicPr/></pic:nvPicPr>"
        "<pic:blipFill><a:blip r:embed=\"rId4\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>"
        "<pic:spPr><a:xfrm><a:off x=\"0\" y=\"0\"/><a:ext cx=\"1296000\" cy=\"864000\"/></a:xfrm>"
        "<a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing>");
}

BOOST_AUTO_TEST_CASE(later_pictures_lie_over_earlier_ones_and_all_over_those_behind) {
    styled::Picture behind = picture(image("rgba"));
    behind.behind = true;
    const std::string xml = body(document_of({pictured({picture(image("rgba")), picture(image("argb")), behind})}));
    BOOST_TEST(xml.find("relativeHeight=\"251658241\" behindDoc=\"0\"") != std::string::npos);
    BOOST_TEST(xml.find("relativeHeight=\"251658242\" behindDoc=\"0\"") != std::string::npos);
    BOOST_TEST(xml.find("relativeHeight=\"3\" behindDoc=\"1\"") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(equal_pictures_are_one_part_that_is_stored) {
    const opc::Package package =
        docx::plan(document_of({pictured({picture(image("rgba")), picture(image("argb")), picture(image("rgba"))})}));
    const opc::Part* first = find_part(package, "/word/media/image1.png");
    const opc::Part* second = find_part(package, "/word/media/image2.png");
    BOOST_REQUIRE((first != nullptr && second != nullptr));
    BOOST_TEST(find_part(package, "/word/media/image3.png") == nullptr);
    BOOST_TEST((first->bytes == colored_png(2, 2, "rgba")));
    BOOST_TEST(first->content_type == "image/png");
    BOOST_TEST((first->packing == opc::Packing::Stored));
    const auto& relationships = find_part(package, "/word/document.xml")->relationships;
    BOOST_TEST(relationships.size() == 5u);  // styles, settings, fonts and two pictures
    BOOST_TEST(relationships.back().target == "media/image2.png");
    BOOST_TEST(relationships.back().type ==
               "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image");
}

BOOST_AUTO_TEST_CASE(a_picture_in_a_header_is_related_to_that_header) {
    Document document = document_of({pictured({picture(image("rgba"))})});
    document.sections[0].header = {pictured({picture(image("rgba"))})};
    const opc::Package package = docx::plan(document);
    const opc::Part* header = find_part(package, "/word/header1.xml");
    BOOST_REQUIRE(header);
    BOOST_REQUIRE(header->relationships.size() == 1u);
    BOOST_TEST(header->relationships[0].id == "rId1");
    BOOST_TEST(header->relationships[0].target == "media/image1.png");
    BOOST_TEST(find_part(package, "/word/media/image2.png") == nullptr);
}

BOOST_AUTO_TEST_CASE(drawing_ids_differ_between_parts_too) {
    Document document = document_of({ruled(), pictured({picture(image("rgba"))})});
    document.sections[0].header = {ruled()};
    std::string all;
    for (const opc::Part& part : docx::plan(document).parts) all += *part.bytes;
    for (const char* id : {"1", "2", "3"})
        BOOST_TEST(count(all, std::string("<wp:docPr id=\"") + id + "\"") == 1u, "id " << id);
}

BOOST_AUTO_TEST_CASE(sections_with_equal_drawings_in_their_headers_share_the_part) {
    Document document = document_of({paragraph("a")});
    document.sections[0].header = {ruled()};
    document.sections.push_back(document.sections[0]);
    const opc::Package package = docx::plan(document);
    BOOST_TEST(find_part(package, "/word/header1.xml") != nullptr);
    BOOST_TEST(find_part(package, "/word/header2.xml") == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()
