// /word/header*.xml and footer*.xml. Sections with equal headers share one part.
#include "docx/headers.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "docx/names.hpp"

namespace vanban::docx {

namespace {

using Blocks = std::vector<styled::Block>;

Blocks blocks_of(const std::vector<styled::Paragraph>& paragraphs) {
    return {paragraphs.begin(), paragraphs.end()};
}

/// Style of the first paragraph that stands in `blocks`.
std::optional<styled::StyleId> first_style(const Blocks& blocks) {
    for (const styled::Block& block : blocks)
        if (const auto* paragraph = std::get_if<styled::Paragraph>(&block)) return paragraph->style;
    return std::nullopt;
}

}  // namespace

/// What differs between headers (17.10.4) and footers (17.10.3).
struct HeaderShelf::Kind {
    std::string_view root;
    std::string_view file;
    std::string_view content_type;
    std::string_view relationship;
};
const HeaderShelf::Kind HeaderShelf::kHeader{"w:hdr", "/word/header", kHeaderType, kHeaderRelationship};
const HeaderShelf::Kind HeaderShelf::kFooter{"w:ftr", "/word/footer", kFooterType, kFooterRelationship};

HeaderNeeds header_needs(const std::vector<styled::Section>& sections) {
    HeaderNeeds needs;
    for (const styled::Section& section : sections) {
        needs.on_pages |= !section.header.empty();
        needs.on_title_page |= section.title_page && !section.first_header.empty();
        needs.below_title_page |= section.title_page && !section.first_footer.empty();
        if (!needs.header_style) needs.header_style = first_style(blocks_of(section.header));
    }
    needs.on_title_page |= needs.on_pages;
    for (const styled::Section& section : sections) {
        if (!needs.header_style) needs.header_style = first_style(section.first_header);
        if (!needs.footer_style) needs.footer_style = first_style(section.first_footer);
    }
    return needs;
}

std::size_t HeaderShelf::add(const Kind& kind, Blocks blocks, std::optional<styled::StyleId> blank) {
    if (blocks.empty() || std::holds_alternative<styled::Table>(blocks.back())) {
        styled::Paragraph paragraph;
        paragraph.style = blank.value_or(styled::StyleId{});
        blocks.emplace_back(std::move(paragraph));
    }
    for (std::size_t index = 0; index < parts_.size(); ++index)
        if (parts_[index].relationship == kind.relationship && contents_[index] == blocks) return index;
    parts_.push_back({part(kind, blocks), kind.relationship});
    contents_.push_back(std::move(blocks));
    return parts_.size() - 1;
}

opc::Part HeaderShelf::part(const Kind& kind, const Blocks& blocks) {
    const auto number = 1 + std::count_if(parts_.begin(), parts_.end(), [&](const HeaderPart& other) {
                            return other.relationship == kind.relationship;
                        });
    Relationships relationships;
    opc::XmlWriter xml(1024);
    {
        auto root = xml.element(kind.root);
        write_namespaces(root);
        Story story{plan_, xml, relationships, shared_};
        write_blocks(story, blocks);
    }
    std::string name = std::string(kind.file) + std::to_string(number) + ".xml";
    return {std::move(name), std::string(kind.content_type), std::move(xml).take(), std::move(relationships).take()};
}

HeaderUse HeaderShelf::add(const styled::Section& section, const HeaderNeeds& needs) {
    HeaderUse use;
    if (needs.on_pages) use.on_pages = add(kHeader, blocks_of(section.header), needs.header_style);
    if (needs.on_title_page && section.title_page)
        use.on_title_page = add(kHeader, section.first_header, needs.header_style);
    if (needs.below_title_page && section.title_page)
        use.below_title_page = add(kFooter, section.first_footer, needs.footer_style);
    return use;
}

Headers plan_headers(const Plan& plan, Shared& shared) {
    const std::vector<styled::Section>& sections = plan.document.sections;
    const HeaderNeeds needs = header_needs(sections);
    HeaderShelf shelf(plan, shared);
    Headers headers;
    for (const styled::Section& section : sections) headers.uses.push_back(shelf.add(section, needs));
    headers.parts = std::move(shelf).take();
    return headers;
}

}  // namespace vanban::docx
