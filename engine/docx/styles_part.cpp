// /word/styles.xml. All paragraph styles are based on the first: to change the whole document, change "Normal".
#include "docx/styles_part.hpp"

#include <utility>

#include "docx/names.hpp"
#include "docx/p_pr.hpp"
#include "docx/r_pr.hpp"

namespace vanban::docx {

namespace {

using styled::ParagraphStyle;

/// The rPr half of w:docDefaults (17.7.5.1).
void write_rPrDefault(opc::XmlWriter& xml, const styled::Document& document, HalfPoint size) {
    const std::string& own = document.properties.language;
    const std::string_view language = own.empty() ? kVietnamese : std::string_view(own);
    auto rPrDefault = xml.element("w:rPrDefault");
    auto rPr = xml.element("w:rPr");
    write_rFonts(xml, document.font);
    xml.val("w:sz", size);
    xml.val("w:szCs", size);
    xml.element("w:lang").attr("w:val", language).attr("w:eastAsia", language).attr("w:bidi", language);
}

/// The pPr half: the values that ParagraphStyle starts from, said outright, since readers differ in their own.
void write_pPrDefault(opc::XmlWriter& xml) {
    auto pPrDefault = xml.element("w:pPrDefault");
    auto pPr = xml.element("w:pPr");
    xml.empty("w:widowControl");
    xml.element("w:spacing")
        .attr("w:before", "0")
        .attr("w:after", "0")
        .attr("w:line", "240")
        .attr("w:lineRule", "auto");
}

/// w:latentStyles (17.7.4.5): Word's own styles stay out of the way of the document's.
void write_latentStyles(opc::XmlWriter& xml) {
    auto latentStyles = xml.element("w:latentStyles");
    latentStyles.attr("w:defLockedState", "0")
        .attr("w:defUIPriority", "99")
        .attr("w:defSemiHidden", "1")
        .attr("w:defUnhideWhenUsed", "1")
        .attr("w:defQFormat", "0")
        .attr("w:count", "376");
    xml.element("w:lsdException")
        .attr("w:name", "Normal")
        .attr("w:semiHidden", "0")
        .attr("w:uiPriority", "0")
        .attr("w:qFormat", "1");
}

/// w:style of a paragraph style (17.7.4.17); `position` 0 is the default style.
void write_paragraph_style(opc::XmlWriter& xml, const ParagraphStyle& style, std::size_t position,
                           const ParagraphStyle& base, const std::vector<LevelUse>& levels) {
    auto element = xml.element("w:style");
    element.attr("w:type", "paragraph").attr(position == 0 ? "w:default" : "w:customStyle", "1");
    element.attr("w:styleId", style.id);
    xml.val("w:name", position == 0 ? std::string_view("Normal") : std::string_view(style.name));
    if (position != 0) xml.val("w:basedOn", base.id);
    xml.val("w:uiPriority", static_cast<std::int64_t>(position));
    xml.empty("w:qFormat");
    write_style_pPr(xml, style, base, levels);
    write_rPr(xml, style.look, base.look);
}

/// The start of Word's own default style of a kind, hidden until used.
void write_built_in(opc::XmlWriter& xml, std::string_view name, std::string_view priority) {
    xml.val("w:name", name);
    xml.val("w:uiPriority", priority);
    xml.empty("w:semiHidden");
    xml.empty("w:unhideWhenUsed");
}

void write_default_character_style(opc::XmlWriter& xml) {
    auto style = xml.element("w:style");
    style.attr("w:type", "character").attr("w:default", "1").attr("w:styleId", "DefaultParagraphFont");
    write_built_in(xml, "Default Paragraph Font", "1");
}

void write_default_table_style(opc::XmlWriter& xml) {
    auto style = xml.element("w:style");
    style.attr("w:type", "table").attr("w:default", "1").attr("w:styleId", "TableNormal");
    write_built_in(xml, "Normal Table", "99");
    auto tblPr = xml.element("w:tblPr");
    xml.element("w:tblInd").attr("w:w", "0").attr("w:type", "dxa");
    auto tblCellMar = xml.element("w:tblCellMar");
    xml.element("w:top").attr("w:w", "0").attr("w:type", "dxa");
    xml.element("w:left").attr("w:w", "108").attr("w:type", "dxa");
    xml.element("w:bottom").attr("w:w", "0").attr("w:type", "dxa");
    xml.element("w:right").attr("w:w", "108").attr("w:type", "dxa");
}

void write_default_numbering_style(opc::XmlWriter& xml) {
    auto style = xml.element("w:style");
    style.attr("w:type", "numbering").attr("w:default", "1").attr("w:styleId", "NoList");
    write_built_in(xml, "No List", "99");
}

void write_paragraph_styles(opc::XmlWriter& xml, const Plan& plan, const ParagraphStyle& root) {
    const std::vector<ParagraphStyle>& styles = plan.document.styles;
    for (std::size_t position = 0; position < styles.size(); ++position)
        write_paragraph_style(xml, styles[position], position, position == 0 ? root : styles.front(), plan.level_uses);
}

}  // namespace

std::string styles_part(const Plan& plan) {
    const styled::Document& document = plan.document;
    ParagraphStyle root;  // what w:docDefaults gives
    if (!document.styles.empty()) root.look.size = document.styles.front().look.size;
    opc::XmlWriter xml(4096 + document.styles.size() * 512);
    {
        auto styles = xml.element("w:styles");
        styles.attr("xmlns:w", kNamespaceW);
        {
            auto docDefaults = xml.element("w:docDefaults");
            write_rPrDefault(xml, document, root.look.size);
            write_pPrDefault(xml);
        }
        write_latentStyles(xml);
        write_paragraph_styles(xml, plan, root);
        write_default_character_style(xml);
        write_default_table_style(xml);
        write_default_numbering_style(xml);
        write_table_styles(xml, plan.table_styles);
    }
    return std::move(xml).take();
}

}  // namespace vanban::docx
