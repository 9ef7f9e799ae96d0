// w:sectPr, section properties (ISO/IEC 29500-1, 17.6.17).
#pragma once

#include <string>

#include "opc/xml_writer.hpp"
#include "styled/document.hpp"

namespace vanban::docx {

/// A section's page and the relationship ids of its headers and footer; an empty id: none.
struct SectPr {
    styled::PageSetup page;
    bool restart_page_numbers = false;
    bool title_page = false;
    std::string default_header;
    std::string first_header;
    std::string first_footer;
    styled::SectionStart start = styled::SectionStart::NextPage;
};

void write(opc::XmlWriter& xml, const SectPr& section);

}  // namespace vanban::docx
