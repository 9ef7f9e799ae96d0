// A story: paragraphs and tables, the content of the body, of headers and of footers.
#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "docx/media.hpp"
#include "docx/numbering_part.hpp"
#include "docx/relationships.hpp"
#include "docx/table_styles.hpp"
#include "opc/xml_writer.hpp"
#include "styled/document.hpp"

namespace vanban::docx {

/// What holds for the whole document and is worked out once. Views the document.
struct Plan {
    explicit Plan(const styled::Document& from)
        : document(from), level_uses(docx::level_uses(from)), table_styles(docx::table_styles(from)) {}
    explicit Plan(styled::Document&&) = delete;
    Plan(const styled::Document& from, std::vector<LevelUse> levels, const TableStyles& tables)
        : document(from), level_uses(std::move(levels)), table_styles(tables) {}

    const styled::Document& document;
    std::vector<LevelUse> level_uses;
    TableStyles table_styles;
    const std::vector<opc::XmlFragment>* plain_pPr = nullptr;  ///< By style; null: every w:pPr is worked out.
};

/// The w:pPr of a paragraph of each style that says nothing beyond its style: most paragraphs have one of these.
std::vector<opc::XmlFragment> plain_pPr(const Plan& plan);

/// What the stories of one document share while they are written: Word wants ids to differ in all of it.
struct Shared {
    Media media;
    std::int64_t next_drawing_id = 1;
    std::int64_t next_bookmark_id = 0;
};

/// One part being written.
struct Story {
    const Plan& plan;
    opc::XmlWriter& xml;
    Relationships& relationships;  ///< Of this part.
    Shared& shared;
};

/// The namespaces that stories use, on their root element.
void write_namespaces(opc::XmlScope& root);

struct SectPr;

/// w:p (17.3.1.22). `section_end`: properties of the section that ends with this paragraph, or null.
void write_paragraph(Story& story, const styled::Paragraph& paragraph, const SectPr* section_end = nullptr);

/// w:tbl (17.4.37).
void write_table(Story& story, const styled::Table& table);

/// Paragraphs and tables. A story or section ends with a paragraph: where it does not, a blank one in the style
/// `closing` is added. `section_end`: properties that its last paragraph carries, or null.
void write_blocks(Story& story, const std::vector<styled::Block>& blocks, styled::StyleId closing = {},
                  const SectPr* section_end = nullptr);

}  // namespace vanban::docx
