// /word/numbering.xml: the document's one multilevel list, its restarts and its bullets (ISO/IEC 29500-1, 17.9).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "styled/document.hpp"

namespace vanban::docx {

/// How Word is to see a level of the document's list. Views the document's styles.
///
/// Bullets are a list of their own: in the counted list one would make the levels above it begin, so that a khoản after
/// it were numbered 2. They are never restarted either.
struct LevelUse {
    bool bullet = false;
    styled::ListLevel ilvl = 0;                     ///< Within its w:abstractNum.
    const styled::ParagraphStyle* first = nullptr;  ///< Its indents are the level's; null: nobody.
    /// Exactly one style has the level, so that the two are linked (w:pStyle) and its paragraphs need no w:numPr.
    bool linked = false;

    /// w:numId of a paragraph of this level in `list`: 1 for bullets, then the lists.
    std::uint32_t num_id(std::uint32_t list) const { return bullet ? 1 : list + 2; }
};

/// One entry a level of `document.numbering`. The result must not outlive the document.
std::vector<LevelUse> level_uses(const styled::Document& document);

std::string numbering_part(const styled::Document& document, const std::vector<LevelUse>& uses);

}  // namespace vanban::docx
