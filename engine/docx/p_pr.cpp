// w:pPr, paragraph properties. The order of the children is that of CT_PPrBase.
#include "docx/p_pr.hpp"

#include <array>
#include <string_view>

#include "docx/r_pr.hpp"

namespace vanban::docx {

namespace {

using styled::ParagraphStyle;

/// The level below the nine outline levels: body text.
constexpr std::int64_t kBodyTextOutline = 9;

constexpr std::array<std::string_view, 4> kJc{"left", "center", "right", "both"};
constexpr std::array<std::string_view, 3> kLineRule{"auto", "exact", "atLeast"};

void write_first_line(opc::XmlScope& ind, Twip first_line) {
    if (first_line < Twip{})
        ind.attr("w:hanging", -first_line);
    else
        ind.attr("w:firstLine", first_line);
}

/// w:spacing (17.3.1.33).
void write_spacing(opc::XmlWriter& xml, const ParagraphStyle& style, const ParagraphStyle& base) {
    if (style.before == base.before && style.after == base.after && style.line == base.line) return;
    auto spacing = xml.element("w:spacing");
    if (style.before != base.before) spacing.attr("w:before", style.before);
    if (style.after != base.after) spacing.attr("w:after", style.after);
    if (style.line == base.line) return;
    spacing.attr("w:line", style.line.value).attr("w:lineRule", kLineRule[static_cast<std::size_t>(style.line.rule)]);
}

void write_style_numPr(opc::XmlWriter& xml, const ParagraphStyle& style, const ParagraphStyle& base,
                       const std::vector<LevelUse>& levels) {
    if (style.list_level == base.list_level) return;
    if (!style.list_level) return write_numPr(xml, 0, 0);
    const LevelUse& use = levels[*style.list_level];
    write_numPr(xml, use.ilvl, use.num_id(0));
}

void write_outline_level(opc::XmlWriter& xml, const ParagraphStyle& style, const ParagraphStyle& base) {
    if (style.outline_level == base.outline_level) return;
    xml.val("w:outlineLvl", style.outline_level ? std::int64_t{*style.outline_level} : kBodyTextOutline);
}

bool pPr_differs(const ParagraphStyle& style, const ParagraphStyle& base) {
    ParagraphStyle same = base;
    same.id = style.id;
    same.name = style.name;
    same.look = style.look;
    return same != style;
}

}  // namespace

void write_ind(opc::XmlWriter& xml, const Indents& own, const Indents& base) {
    if (own == base) return;
    auto ind = xml.element("w:ind");
    if (own.left != base.left) ind.attr("w:left", own.left);
    if (own.right != base.right) ind.attr("w:right", own.right);
    if (own.first_line != base.first_line) write_first_line(ind, own.first_line);
}

void write_level_ind(opc::XmlWriter& xml, const Indents& own) {
    auto ind = xml.element("w:ind");
    ind.attr("w:left", own.left);
    write_first_line(ind, own.first_line);
}

void write_numPr(opc::XmlWriter& xml, styled::ListLevel level, std::uint32_t num_id) {
    auto numPr = xml.element("w:numPr");
    xml.val("w:ilvl", std::int64_t{level});
    xml.val("w:numId", std::int64_t{num_id});
}

void write_style_pPr(opc::XmlWriter& xml, const ParagraphStyle& style, const ParagraphStyle& base,
                     const std::vector<LevelUse>& levels) {
    if (!pPr_differs(style, base)) return;
    auto pPr = xml.element("w:pPr");
    const auto on_off = [&](std::string_view name, bool own, bool inherited) {
        if (own != inherited) write_on_off(xml, name, own);
    };
    on_off("w:keepNext", style.keep_next, base.keep_next);
    on_off("w:keepLines", style.keep_lines, base.keep_lines);
    on_off("w:pageBreakBefore", style.page_break_before, base.page_break_before);
    on_off("w:widowControl", style.widow_control, base.widow_control);
    write_style_numPr(xml, style, base, levels);
    write_spacing(xml, style, base);
    write_ind(xml, indents(style), indents(base));
    if (style.jc != base.jc) xml.val("w:jc", kJc[static_cast<std::size_t>(style.jc)]);
    write_outline_level(xml, style, base);
}

}  // namespace vanban::docx
