// /word/document.xml. A section's properties stand in its last paragraph, those of the last section end the body.
#include "docx/document_part.hpp"

#include <cassert>
#include <utility>

namespace vanban::docx {

namespace {

std::size_t expected_bytes(const styled::Paragraph& paragraph) {
    std::size_t bytes = 64;
    for (const styled::Run& run : paragraph.runs) {
        const auto* text = std::get_if<styled::Text>(&run);
        bytes += text != nullptr ? text->text.size() + 128 : 1400;
    }
    return bytes;
}

std::size_t expected_bytes(const styled::Table& table) {
    std::size_t bytes = 768 + table.grid.size() * 32;
    for (const styled::Row& row : table.rows) {
        bytes += 64;
        for (const styled::Cell& cell : row.cells) {
            bytes += 96;
            for (const styled::Paragraph& paragraph : cell.paragraphs) bytes += expected_bytes(paragraph);
        }
    }
    return bytes;
}

/// A little more than the part will take, so that large documents are written without being moved.
std::size_t expected_bytes(const styled::Document& document) {
    std::size_t bytes = 1024;
    for (const styled::Section& section : document.sections) {
        bytes += 640;
        for (const styled::Block& block : section.blocks)
            bytes += std::visit([](const auto& content) { return expected_bytes(content); }, block);
    }
    return bytes;
}

}  // namespace

std::string document_part(const Plan& plan, const std::vector<SectPr>& sections, Relationships& relationships,
                          Shared& shared) {
    assert(sections.size() == plan.document.sections.size() && "one w:sectPr a section");
    opc::XmlWriter xml(expected_bytes(plan.document));
    {
        auto root = xml.element("w:document");
        write_namespaces(root);
        auto body = xml.element("w:body");
        Story story{plan, xml, relationships, shared};
        for (std::size_t index = 0; index < sections.size(); ++index) {
            const bool last = index + 1 == sections.size();
            write_blocks(story, plan.document.sections[index].blocks, {}, last ? nullptr : &sections[index]);
            if (last) write(xml, sections[index]);
        }
    }
    return std::move(xml).take();
}

}  // namespace vanban::docx
