// /word/header*.xml: what stands above the text of a section (ISO/IEC 29500-1, 17.10).
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "docx/story.hpp"
#include "opc/package.hpp"

namespace vanban::docx {

/// Which header parts a section shows, as indexes into Headers::parts.
struct HeaderUse {
    std::optional<std::size_t> on_pages;  ///< Pages after the first, or all where there is no title page.
    std::optional<std::size_t> on_title_page;
};

/// The header parts of a document, each content once, and their uses, one entry a section.
struct Headers {
    std::vector<opc::Part> parts;
    std::vector<HeaderUse> uses;
};

/// A section that lacks a header kind inherits that of the section before it, so all kinds are given wherever any
/// section has a header, the empty ones too.
Headers plan_headers(const Plan& plan);

}  // namespace vanban::docx
