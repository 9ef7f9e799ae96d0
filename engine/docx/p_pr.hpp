// w:pPr, paragraph properties, of styles and of paragraphs (ISO/IEC 29500-1, 17.3.1.26 and 17.7.5.3).
#pragma once

#include <cstdint>
#include <vector>

#include "docx/numbering_part.hpp"
#include "opc/xml_writer.hpp"
#include "styled/document.hpp"

namespace vanban::docx {

struct Indents {
    Twip left;
    Twip right;
    Twip first_line;  ///< Negative: hanging.
    friend bool operator==(const Indents&, const Indents&) = default;
};

inline Indents indents(const styled::ParagraphStyle& style) {
    return {style.left, style.right, style.first_line};
}

/// w:ind, indentation (17.3.1.12): those measures that differ from `base`.
void write_ind(opc::XmlWriter& xml, const Indents& own, const Indents& base);

/// w:ind of a numbering level: left edge and first line, said outright.
void write_level_ind(opc::XmlWriter& xml, const Indents& own);

/// w:numPr (17.3.1.19). `num_id` 0 takes the numbering away.
void write_numPr(opc::XmlWriter& xml, styled::ListLevel level, std::uint32_t num_id);

/// The w:pPr of a style definition: what differs from `base`, the style that it is based on. A style with a list level
/// names the first list; a paragraph that belongs to another says so itself.
void write_style_pPr(opc::XmlWriter& xml, const styled::ParagraphStyle& style, const styled::ParagraphStyle& base,
                     const std::vector<LevelUse>& levels);

}  // namespace vanban::docx
