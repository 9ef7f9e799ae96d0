// /docProps/core.xml and app.xml.
#include "docx/properties_parts.hpp"

#include <string_view>
#include <utility>

#include "opc/core_properties.hpp"
#include "opc/xml_writer.hpp"

namespace vanban::docx {

namespace {

constexpr std::string_view kNamespaceApp = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";

}  // namespace

std::string core_part(const styled::Properties& properties) {
    return opc::core_properties_part(
        {properties.title, properties.subject, properties.creator, properties.language, properties.created});
}

std::string app_part() {
    opc::XmlWriter xml(256);
    {
        auto root = xml.element("Properties");
        root.attr("xmlns", kNamespaceApp);
        xml.text_element("Application", "vanban");
    }
    return std::move(xml).take();
}

}  // namespace vanban::docx
