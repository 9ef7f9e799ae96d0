// w:rPr, run properties. The order of the children is that of EG_RPrBase.
#include "docx/r_pr.hpp"

namespace vanban::docx {

void write_on_off(opc::XmlWriter& xml, std::string_view name, bool on) {
    auto element = xml.element(name);
    if (!on) element.attr("w:val", "0");
}

void write_rFonts(opc::XmlWriter& xml, std::string_view family) {
    xml.element("w:rFonts")
        .attr("w:ascii", family)
        .attr("w:eastAsia", family)
        .attr("w:hAnsi", family)
        .attr("w:cs", family);
}

void write_look(opc::XmlWriter& xml, const styled::CharacterLook& look, const styled::CharacterLook& base) {
    if (look.bold != base.bold) {
        write_on_off(xml, "w:b", look.bold);
        write_on_off(xml, "w:bCs", look.bold);
    }
    if (look.italic != base.italic) {
        write_on_off(xml, "w:i", look.italic);
        write_on_off(xml, "w:iCs", look.italic);
    }
    if (look.size != base.size) {
        xml.val("w:sz", look.size);
        xml.val("w:szCs", look.size);
    }
}

void write_rPr(opc::XmlWriter& xml, const styled::CharacterLook& look, const styled::CharacterLook& base) {
    if (look == base) return;
    auto rPr = xml.element("w:rPr");
    write_look(xml, look, base);
}

}  // namespace vanban::docx
