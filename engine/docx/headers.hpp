// /word/header*.xml and footer*.xml: what stands above and below the text of a section (ISO/IEC 29500-1, 17.10).
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
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

/// A section that lacks a kind of header or footer inherits that of the section before it, so a kind is given
/// everywhere if any section has it, the empty ones too. Headers of title pages go with those of the other pages.
Headers plan_headers(const Plan& plan, Shared& shared);

}  // namespace vanban::docx
