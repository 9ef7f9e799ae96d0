// /word/settings.xml. The order of the children is that of CT_Settings.
#include "docx/settings_part.hpp"

#include <utility>

#include "docx/names.hpp"
#include "opc/xml_writer.hpp"

namespace vanban::docx {

namespace {

/// w:compatSetting ([MS-DOCX] 2.3.5).
void write_compat_setting(opc::XmlWriter& xml, std::string_view name, std::string_view value) {
    xml.element("w:compatSetting")
        .attr("w:name", name)
        .attr("w:uri", "http://schemas.microsoft.com/office/word")
        .attr("w:val", value);
}

/// Mode 15 is Word 2013 and later: no "compatibility mode" in the title bar, and tables begin at the text's edge.
/// A justified line that ends with a line break is not stretched (w:doNotExpandShiftReturn, ISO/IEC 29500-4, 14.7.2).
void write_compat(opc::XmlWriter& xml) {
    auto compat = xml.element("w:compat");
    xml.empty("w:doNotExpandShiftReturn");
    write_compat_setting(xml, "compatibilityMode", "15");
    write_compat_setting(xml, "overrideTableStyleFontSizeAndJustification", "1");
    write_compat_setting(xml, "enableOpenTypeFeatures", "1");
    write_compat_setting(xml, "doNotFlipMirrorIndents", "1");
    write_compat_setting(xml, "differentiateMultirowTableHeaders", "1");
    write_compat_setting(xml, "useWord2013TrackBottomHyphenation", "0");
}

}  // namespace

std::string settings_part(const styled::Document& document) {
    const std::string& own = document.properties.language;
    opc::XmlWriter xml(2048);
    {
        auto settings = xml.element("w:settings");
        settings.attr("xmlns:w", kNamespaceW);
        xml.element("w:zoom").attr("w:percent", "100");
        xml.val("w:defaultTabStop", "720");
        xml.val("w:characterSpacingControl", "doNotCompress");
        write_compat(xml);
        xml.val("w:themeFontLang", own.empty() ? kVietnamese : std::string_view(own));
        xml.val("w:decimalSymbol", ",");
        xml.val("w:listSeparator", ";");
    }
    return std::move(xml).take();
}

}  // namespace vanban::docx
