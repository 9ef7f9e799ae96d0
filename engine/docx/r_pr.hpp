// w:rPr, run properties (ISO/IEC 29500-1, 17.3.2.28).
#pragma once

#include <string_view>

#include "opc/xml_writer.hpp"
#include "styled/document.hpp"

namespace vanban::docx {

/// A CT_OnOff element: `<name/>` or `<name w:val="0"/>`.
void write_on_off(opc::XmlWriter& xml, std::string_view name, bool on);

/// w:rFonts with one family for every script, without theme fonts (17.3.2.26).
void write_rFonts(opc::XmlWriter& xml, std::string_view family);

/// The children of w:rPr in which `look` differs from `base`: b, bCs, i, iCs, sz, szCs.
void write_look(opc::XmlWriter& xml, const styled::CharacterLook& look, const styled::CharacterLook& base);

/// w:rPr, where `look` differs from `base` at all.
void write_rPr(opc::XmlWriter& xml, const styled::CharacterLook& look, const styled::CharacterLook& base);

}  // namespace vanban::docx
