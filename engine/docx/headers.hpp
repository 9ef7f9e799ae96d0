// /word/header*.xml and footer*.xml: what stands above and below the text of a section (ISO/IEC 29500-1, 17.10).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "docx/story.hpp"
#include "opc/package.hpp"

namespace vanban::docx {

/// Which header and footer parts a section shows, as indexes into Headers::parts.
struct HeaderUse {
    std::optional<std::size_t> on_pages;  ///< Pages after the first, or all where there is no title page.
    std::optional<std::size_t> on_title_page;
    std::optional<std::size_t> below_title_page;
};

struct HeaderPart {
    opc::Part part;
    std::string_view relationship;  ///< Its type.
};

/// The header and footer parts of a document, each content once, and their uses, one entry a section.
struct Headers {
    std::vector<HeaderPart> parts;
    std::vector<HeaderUse> uses;
};

/// Which kinds there are in a document, and the style of the paragraphs that stand for nothing.
///
/// A section that lacks a kind of header or footer inherits that of the section before it, so a kind is given
/// everywhere if any section has it, the empty ones too. Headers of title pages go with those of the other pages.
struct HeaderNeeds {
    bool on_pages = false;
    bool on_title_page = false;
    bool below_title_page = false;
    std::optional<styled::StyleId> header_style;
    std::optional<styled::StyleId> footer_style;
};

HeaderNeeds header_needs(const std::vector<styled::Section>& sections);

/// Gives out header and footer parts, one for each content. Borrows the plan and what the stories share.
class HeaderShelf {
public:
    HeaderShelf(const Plan& plan, Shared& shared) : plan_(plan), shared_(shared) {}

    /// The headers and footers of a section, as indexes into parts().
    HeaderUse add(const styled::Section& section, const HeaderNeeds& needs);
    const std::vector<HeaderPart>& parts() const { return parts_; }
    std::vector<HeaderPart> take() && { return std::move(parts_); }

private:
    struct Kind;
    static const Kind kHeader;
    static const Kind kFooter;

    std::size_t add(const Kind& kind, std::vector<styled::Block> blocks, std::optional<styled::StyleId> blank);
    opc::Part part(const Kind& kind, const std::vector<styled::Block>& blocks);

    const Plan& plan_;
    Shared& shared_;
    std::vector<HeaderPart> parts_;
    std::vector<std::vector<styled::Block>> contents_;  ///< One entry a part.
};

/// Those of a document of its own.
Headers plan_headers(const Plan& plan, Shared& shared);

}  // namespace vanban::docx
