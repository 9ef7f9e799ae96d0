// /word/document.xml. A section's properties stand in its last paragraph, those of the last section end the body.
#include "docx/document_part.hpp"

#include <cassert>
#include <utility>

namespace vanban::docx {

namespace {

/// How many bytes the body will take, a little more rather than less: large documents are then written into one block
/// that is neither moved nor half empty. The constants are what the tags take, with numbers of usual length.
class Estimate {
public:
    explicit Estimate(const styled::Document& document) : document_(document) {}

    std::size_t bytes() const {
        std::size_t bytes = 2048;
        for (const styled::Section& section : document_.sections) {
            bytes += 768;
            for (const styled::Block& block : section.blocks)
                bytes += std::visit([this](const auto& content) { return of(content); }, block);
        }
        return bytes + bytes / 32;
    }

private:
    std::size_t of(const styled::Text& text, const styled::ParagraphStyle& style) const {
        return text.text.size() + (text.look == style.look ? 24 : 104);
    }
    std::size_t of(const styled::Bookmark& bookmark, const styled::ParagraphStyle&) const {
        return bookmark.name.size() + 80;
    }
    std::size_t of(const styled::LineBreak&, const styled::ParagraphStyle&) const { return 24; }
    /// Page numbers, rules and pictures.
    template <class Large>
    std::size_t of(const Large&, const styled::ParagraphStyle&) const {
        return 1500;
    }

    std::size_t of(const styled::Paragraph& paragraph) const {
        const styled::ParagraphStyle& style = document_.styles[paragraph.style.index];
        std::size_t bytes = 48 + style.id.size();
        const bool spaced = paragraph.extra_before != Twip{} || paragraph.extra_after != Twip{};
        if (spaced || paragraph.keep_next || paragraph.extra_indent != Twip{}) bytes += 96;
        if (paragraph.list != 0) bytes += 64;
        for (const styled::Run& run : paragraph.runs)
            bytes += std::visit([&](const auto& content) { return of(content, style); }, run);
        return bytes;
    }

    std::size_t of(const styled::Cell& cell) const {
        std::size_t bytes = cell.paragraphs.empty() ? 72 : 64;
        if (cell.grid_span > 1) bytes += 25;
        if (cell.vmerge != styled::VMerge::None) bytes += 28;
        if (cell.valign != styled::VAlign::Top) bytes += 28;
        if (cell.border) bytes += 320;
        for (const styled::Paragraph& paragraph : cell.paragraphs) bytes += of(paragraph);
        return bytes;
    }

    std::size_t of(const styled::Table& table) const {
        std::size_t bytes = 1280 + table.description.size() + table.grid.size() * 26;
        for (const styled::Row& row : table.rows) {
            bytes += row.header || row.height ? 112 : 48;
            for (const styled::Cell& cell : row.cells) bytes += of(cell);
        }
        return bytes;
    }

    const styled::Document& document_;
};

}  // namespace

std::string document_part(const Plan& plan, const std::vector<SectPr>& sections, Relationships& relationships,
                          Shared& shared) {
    assert(sections.size() == plan.document.sections.size() && "one w:sectPr a section");
    opc::XmlWriter xml(Estimate(plan.document).bytes());
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
