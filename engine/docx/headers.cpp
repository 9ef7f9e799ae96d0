// /word/header*.xml and footer*.xml. Sections with equal headers share one part.
#include "docx/headers.hpp"

#include <algorithm>
#include <string>
#include <utility>

#include "docx/names.hpp"

namespace vanban::docx {

namespace {

using Blocks = std::vector<styled::Block>;

/// What differs between headers (17.10.4) and footers (17.10.3).
struct Kind {
    std::string_view root;
    std::string_view file;
    std::string_view content_type;
    std::string_view relationship;
};
constexpr Kind kHeader{"w:hdr", "/word/header", kHeaderType, kHeaderRelationship};
constexpr Kind kFooter{"w:ftr", "/word/footer", kFooterType, kFooterRelationship};

Blocks blocks_of(const std::vector<styled::Paragraph>& paragraphs) {
    return {paragraphs.begin(), paragraphs.end()};
}

/// Style of the first paragraph that stands in `blocks`.
std::optional<styled::StyleId> first_style(const Blocks& blocks) {
    for (const styled::Block& block : blocks)
        if (const auto* paragraph = std::get_if<styled::Paragraph>(&block)) return paragraph->style;
    return std::nullopt;
}

/// Which kinds there are in the document, and the style of the paragraphs that stand for nothing.
struct Needs {
    bool on_pages = false;
    bool on_title_page = false;
    bool below_title_page = false;
    std::optional<styled::StyleId> header_style;
    std::optional<styled::StyleId> footer_style;
};

Needs needs_of(const std::vector<styled::Section>& sections) {
    Needs needs;
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

/// Gives out parts, one for each content.
class Shelf {
public:
    Shelf(const Plan& plan, Shared& shared) : plan_(plan), shared_(shared) {}

    /// Index of the part with `blocks`. `blank`: style of the paragraph that stands there if nothing else does.
    std::size_t add(const Kind& kind, Blocks blocks, std::optional<styled::StyleId> blank) {
        if (blocks.empty() || std::holds_alternative<styled::Table>(blocks.back())) {
            styled::Paragraph paragraph;
            paragraph.style = blank.value_or(styled::StyleId{});
            blocks.emplace_back(std::move(paragraph));
        }
        for (std::size_t index = 0; index < parts.size(); ++index)
            if (parts[index].relationship == kind.relationship && contents_[index] == blocks) return index;
        parts.push_back({part(kind, blocks), kind.relationship});
        contents_.push_back(std::move(blocks));
        return parts.size() - 1;
    }

    std::vector<HeaderPart> parts;

private:
    opc::Part part(const Kind& kind, const Blocks& blocks) {
        const auto number = 1 + std::count_if(parts.begin(), parts.end(), [&](const HeaderPart& other) {
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
        return {std::move(name), std::string(kind.content_type), std::move(xml).take(),
                std::move(relationships).take()};
    }

    const Plan& plan_;
    Shared& shared_;
    std::vector<Blocks> contents_;  ///< One entry a part.
};

}  // namespace

Headers plan_headers(const Plan& plan, Shared& shared) {
    const std::vector<styled::Section>& sections = plan.document.sections;
    const Needs needs = needs_of(sections);
    Shelf shelf(plan, shared);
    Headers headers;
    for (const styled::Section& section : sections) {
        HeaderUse use;
        if (needs.on_pages) use.on_pages = shelf.add(kHeader, blocks_of(section.header), needs.header_style);
        if (needs.on_title_page && section.title_page)
            use.on_title_page = shelf.add(kHeader, section.first_header, needs.header_style);
        if (needs.below_title_page && section.title_page)
            use.below_title_page = shelf.add(kFooter, section.first_footer, needs.footer_style);
        headers.uses.push_back(use);
    }
    headers.parts = std::move(shelf.parts);
    return headers;
}

}  // namespace vanban::docx
