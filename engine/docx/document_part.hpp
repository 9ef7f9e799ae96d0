// /word/document.xml: the body, section by section (ISO/IEC 29500-1, 17.2).
#pragma once

#include <string>
#include <vector>

#include "docx/sect_pr.hpp"
#include "docx/story.hpp"

namespace vanban::docx {

/// `sections`: properties of each section of the document, in order. `relationships`: of this part.
std::string document_part(const Plan& plan, const std::vector<SectPr>& sections, Relationships& relationships,
                          Shared& shared);

}  // namespace vanban::docx
