// w:sectPr, section properties. The order of the children is that of EG_SectPrContents.
#include "docx/sect_pr.hpp"

namespace vanban::docx {

namespace {

/// w:headerReference or w:footerReference (17.10.5 and 17.10.2).
void write_reference(opc::XmlWriter& xml, std::string_view name, std::string_view type, std::string_view id) {
    if (!id.empty()) xml.element(name).attr("w:type", type).attr("r:id", id);
}

/// w:pgSz, paper size (17.6.13).
void write_pgSz(opc::XmlWriter& xml, const styled::PageSetup& page) {
    auto pgSz = xml.element("w:pgSz");
    pgSz.attr("w:w", page.width).attr("w:h", page.height);
    if (page.orientation == styled::Orientation::Landscape) pgSz.attr("w:orient", "landscape");
}

/// w:pgMar, page margins (17.6.11).
void write_pgMar(opc::XmlWriter& xml, const styled::PageSetup& page) {
    xml.element("w:pgMar")
        .attr("w:top", page.top)
        .attr("w:right", page.right)
        .attr("w:bottom", page.bottom)
        .attr("w:left", page.left)
        .attr("w:header", page.header)
        .attr("w:footer", page.footer)
        .attr("w:gutter", "0");
}

}  // namespace

void write(opc::XmlWriter& xml, const SectPr& section) {
    auto sectPr = xml.element("w:sectPr");
    write_reference(xml, "w:headerReference", "default", section.default_header);
    write_reference(xml, "w:headerReference", "first", section.first_header);
    write_reference(xml, "w:footerReference", "first", section.first_footer);
    xml.val("w:type", section.start == styled::SectionStart::OddPage ? "oddPage" : "nextPage");
    write_pgSz(xml, section.page);
    write_pgMar(xml, section.page);
    if (section.restart_page_numbers) xml.element("w:pgNumType").attr("w:start", "1");
    if (section.title_page) xml.empty("w:titlePg");
}

}  // namespace vanban::docx
