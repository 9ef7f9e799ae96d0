// w:drawing and its fallback (mc:AlternateContent, ISO/IEC 29500-3, 7.6).
#include "docx/drawing.hpp"

#include <fmt/format.h>

#include <string>

#include "docx/names.hpp"

namespace vanban::docx {

namespace {

constexpr std::string_view kBlack = "000000";

/// a:xfrm (20.1.7.6).
void write_xfrm(opc::XmlWriter& xml, Emu width, Emu height) {
    auto xfrm = xml.element("a:xfrm");
    xml.element("a:off").attr("x", "0").attr("y", "0");
    xml.element("a:ext").attr("cx", width).attr("cy", height);
}

/// wps:spPr: a filled rectangle without an outline, so that its height is exactly the rule's weight.
void write_spPr(opc::XmlWriter& xml, Emu width, Emu height) {
    auto spPr = xml.element("wps:spPr");
    write_xfrm(xml, width, height);
    {
        auto prstGeom = xml.element("a:prstGeom");
        prstGeom.attr("prst", "rect");
        xml.empty("a:avLst");
    }
    {
        auto solidFill = xml.element("a:solidFill");
        xml.element("a:srgbClr").attr("val", kBlack);
    }
    auto ln = xml.element("a:ln");
    xml.empty("a:noFill");
}

/// a:graphic with a WordprocessingShape.
void write_graphic(opc::XmlWriter& xml, Emu width, Emu height) {
    auto graphic = xml.element("a:graphic");
    auto graphicData = xml.element("a:graphicData");
    graphicData.attr("uri", kNamespaceWps);
    auto wsp = xml.element("wps:wsp");
    xml.empty("wps:cNvSpPr");
    write_spPr(xml, width, height);
    xml.empty("wps:bodyPr");
}

/// wp:inline (20.4.2.8).
void write_inline(opc::XmlWriter& xml, const styled::Rule& rule, const std::string& name, std::int64_t id) {
    const Emu width = to_emu(rule.length);
    const Emu height = to_emu(rule.weight);
    auto inline_ = xml.element("wp:inline");
    inline_.attr("distT", "0").attr("distB", "0").attr("distL", "0").attr("distR", "0");
    xml.element("wp:extent").attr("cx", width).attr("cy", height);
    xml.element("wp:effectExtent").attr("l", "0").attr("t", "0").attr("r", "0").attr("b", "0");
    xml.element("wp:docPr").attr("id", id).attr("name", name).attr("descr", rule.description);
    xml.empty("wp:cNvGraphicFramePr");
    write_graphic(xml, width, height);
}

/// v:rect (ISO/IEC 29500-4, 19.1.2.16).
void write_rect(opc::XmlWriter& xml, const styled::Rule& rule, const std::string& name) {
    const std::int32_t length = rule.length.count, weight = rule.weight.count;
    const std::string style =
        fmt::format("width:{}.{:02}pt;height:{}.{:03}pt", length / 20, length % 20 * 5, weight / 8, weight % 8 * 125);
    xml.element("v:rect")
        .attr("alt", rule.description)
        .attr("style", style)
        .attr("fillcolor", "black")
        .attr("stroked", "f")
        .attr("title", name);
}

/// Word's own first number for pictures over the text; those behind it count from 1, so that they lie below.
constexpr std::int64_t kInFront = 251'658'240;

void write_offset(opc::XmlWriter& xml, std::string_view name, std::string_view from, Emu offset) {
    auto position = xml.element(name);
    position.attr("relativeFrom", from);
    xml.text_element("wp:posOffset", std::to_string(offset.count));
}

/// pic:blipFill (20.2.2.1): all of the picture, stretched to its frame.
void write_blipFill(opc::XmlWriter& xml, std::string_view relationship) {
    auto blipFill = xml.element("pic:blipFill");
    xml.element("a:blip").attr("r:embed", relationship);
    auto stretch = xml.element("a:stretch");
    xml.empty("a:fillRect");
}

/// pic:pic (20.2.2.5).
void write_pic(opc::XmlWriter& xml, const styled::Picture& picture, std::string_view relationship,
               const std::string& name, std::int64_t id) {
    auto pic = xml.element("pic:pic");
    pic.attr("xmlns:pic", kNamespacePic);
    {
        auto nvPicPr = xml.element("pic:nvPicPr");
        xml.element("pic:cNvPr").attr("id", id).attr("name", name);
        xml.empty("pic:cNvPicPr");
    }
    write_blipFill(xml, relationship);
    auto spPr = xml.element("pic:spPr");
    write_xfrm(xml, picture.width, picture.height);
    auto prstGeom = xml.element("a:prstGeom");
    prstGeom.attr("prst", "rect");
    xml.empty("a:avLst");
}

/// The attributes of wp:anchor: of two pictures in one layer the later lies over the earlier.
void write_anchor_attributes(opc::XmlScope& anchor, const styled::Picture& picture, std::int64_t id) {
    anchor.attr("distT", "0").attr("distB", "0").attr("distL", "0").attr("distR", "0");
    anchor.attr("simplePos", "0").attr("relativeHeight", picture.behind ? id : kInFront + id);
    anchor.attr("behindDoc", picture.behind ? "1" : "0").attr("locked", "0");
    anchor.attr("layoutInCell", "1").attr("allowOverlap", "1");
}

}  // namespace

void write_picture(opc::XmlWriter& xml, const styled::Picture& picture, std::string_view relationship,
                   std::int64_t id) {
    const std::string name = fmt::format("Ảnh {}", id);
    auto drawing = xml.element("w:drawing");
    auto anchor = xml.element("wp:anchor");
    write_anchor_attributes(anchor, picture, id);
    xml.element("wp:simplePos").attr("x", "0").attr("y", "0");
    write_offset(xml, "wp:positionH", "column", picture.x);
    write_offset(xml, "wp:positionV", "paragraph", picture.y);
    xml.element("wp:extent").attr("cx", picture.width).attr("cy", picture.height);
    xml.element("wp:effectExtent").attr("l", "0").attr("t", "0").attr("r", "0").attr("b", "0");
    xml.empty("wp:wrapNone");
    xml.element("wp:docPr").attr("id", id).attr("name", name).attr("descr", picture.description);
    {
        auto cNvGraphicFramePr = xml.element("wp:cNvGraphicFramePr");
        xml.element("a:graphicFrameLocks").attr("noChangeAspect", "1");
    }
    auto graphic = xml.element("a:graphic");
    auto graphicData = xml.element("a:graphicData");
    graphicData.attr("uri", kNamespacePic);
    write_pic(xml, picture, relationship, name, id);
}

void write_rule(opc::XmlWriter& xml, const styled::Rule& rule, std::int64_t id) {
    const std::string name = fmt::format("Đường kẻ {}", id);
    auto alternateContent = xml.element("mc:AlternateContent");
    {
        auto choice = xml.element("mc:Choice");
        choice.attr("Requires", "wps");
        auto drawing = xml.element("w:drawing");
        write_inline(xml, rule, name, id);
    }
    auto fallback = xml.element("mc:Fallback");
    auto pict = xml.element("w:pict");
    write_rect(xml, rule, name);
}

}  // namespace vanban::docx
