// What all stories have in common: their namespaces, and how their blocks follow each other.
#include "docx/story.hpp"

#include "docx/names.hpp"

namespace vanban::docx {

void write_namespaces(opc::XmlScope& root) {
    root.attr("xmlns:w", kNamespaceW)
        .attr("xmlns:r", kNamespaceR)
        .attr("xmlns:wp", kNamespaceWp)
        .attr("xmlns:a", kNamespaceA)
        .attr("xmlns:mc", kNamespaceMc)
        .attr("xmlns:wps", kNamespaceWps)
        .attr("xmlns:v", kNamespaceV);
}

void write_blocks(Story& story, const std::vector<styled::Block>& blocks, styled::StyleId closing,
                  const SectPr* section_end) {
    const bool ends_well = !blocks.empty() && std::holds_alternative<styled::Paragraph>(blocks.back());
    for (const styled::Block& block : blocks) {
        const bool last = ends_well && &block == &blocks.back();
        if (const auto* table = std::get_if<styled::Table>(&block))
            write_table(story, *table);
        else
            write_paragraph(story, std::get<styled::Paragraph>(block), last ? section_end : nullptr);
    }
    if (ends_well) return;
    styled::Paragraph blank;
    blank.style = closing;
    write_paragraph(story, blank, section_end);
}

}  // namespace vanban::docx
