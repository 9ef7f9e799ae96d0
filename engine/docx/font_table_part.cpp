// /word/fontTable.xml: the document's one font. The order of the children is that of CT_Font.
#include "docx/font_table_part.hpp"

#include <utility>

#include "docx/names.hpp"
#include "opc/xml_writer.hpp"

namespace vanban::docx {

namespace {

constexpr std::string_view kTimesNewRoman = "Times New Roman";

/// The PANOSE number and Unicode ranges of Times New Roman as Word writes them.
void write_times_new_roman(opc::XmlWriter& xml) {
    xml.val("w:panose1", "02020603050405020304");
    xml.val("w:charset", "00");
    xml.val("w:family", "roman");
    xml.val("w:pitch", "variable");
    xml.element("w:sig")
        .attr("w:usb0", "E0002EFF")
        .attr("w:usb1", "C000785B")
        .attr("w:usb2", "00000009")
        .attr("w:usb3", "00000000")
        .attr("w:csb0", "000001FF")
        .attr("w:csb1", "00000000");
}

}  // namespace

std::string font_table_part(const styled::Document& document) {
    opc::XmlWriter xml(1024);
    {
        auto fonts = xml.element("w:fonts");
        fonts.attr("xmlns:w", kNamespaceW);
        auto font = xml.element("w:font");
        font.attr("w:name", document.font);
        if (document.font == kTimesNewRoman)
            write_times_new_roman(xml);
        else
            xml.val("w:family", "auto");
    }
    return std::move(xml).take();
}

}  // namespace vanban::docx
