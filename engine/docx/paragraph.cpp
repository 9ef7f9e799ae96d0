// w:p and w:r, paragraphs and runs (ISO/IEC 29500-1, 17.3).
#include <cassert>
#include <string_view>

#include "base/byte_scan.hpp"
#include "docx/drawing.hpp"
#include "docx/names.hpp"
#include "docx/p_pr.hpp"
#include "docx/r_pr.hpp"
#include "docx/sect_pr.hpp"
#include "docx/story.hpp"

namespace vanban::docx {

namespace {

/// XML readers may drop spaces at either end, Word also runs of them, unless told not to.
bool needs_preserve(std::string_view text) {
    return text.front() == ' ' || text.back() == ' ' || bytes::has_double_space(text);
}

/// w:t (17.3.3.31).
void write_t(opc::XmlWriter& xml, std::string_view text) {
    auto t = xml.element("w:t");
    if (needs_preserve(text)) t.attr("xml:space", "preserve");
    xml.text(text);
}

/// Writes the runs of one paragraph; `base` is the look that its style gives.
struct RunWriter {
    Story& story;
    const styled::CharacterLook& base;

    void operator()(const styled::Text& text) const {
        if (text.text.empty()) return;
        auto r = story.xml.element("w:r");
        write_rPr(story.xml, text.look, base);
        write_t(story.xml, text.text);
    }

    void operator()(const styled::LineBreak&) const {
        auto r = story.xml.element("w:r");
        story.xml.empty("w:br");
    }

    /// A complex field (17.16.18): every piece of it carries the look, so that it survives the field's updating.
    void operator()(const styled::PageNumber& number) const {
        field_char(number, "begin");
        {
            auto r = story.xml.element("w:r");
            write_rPr(story.xml, number.look, base);
            auto instrText = story.xml.element("w:instrText");
            instrText.attr("xml:space", "preserve");
            story.xml.text(" PAGE ");
        }
        field_char(number, "separate");
        (*this)(styled::Text{"2", number.look});
        field_char(number, "end");
    }

    void operator()(const styled::Rule& rule) const {
        auto r = story.xml.element("w:r");
        write_rule(story.xml, rule, story.shared.next_drawing_id++);
    }

    void operator()(const Boxed<styled::Picture>& boxed) const {
        const styled::Picture& picture = *boxed;
        const std::string part = story.shared.media.part_name(picture.image);
        const std::string relationship = story.relationships.add(kImageRelationship, part);
        auto r = story.xml.element("w:r");
        write_picture(story.xml, picture, relationship, story.shared.next_drawing_id++);
    }

    /// w:bookmarkStart (17.13.6.2) around nothing: a place, not a stretch of text.
    void operator()(const styled::Bookmark& bookmark) const {
        const std::int64_t id = story.shared.next_bookmark_id++;
        story.xml.element("w:bookmarkStart").attr("w:id", id).attr("w:name", bookmark.name);
        story.xml.element("w:bookmarkEnd").attr("w:id", id);
    }

private:
    void field_char(const styled::PageNumber& number, std::string_view type) const {
        auto r = story.xml.element("w:r");
        write_rPr(story.xml, number.look, base);
        story.xml.element("w:fldChar").attr("w:fldCharType", type);
    }
};

/// What a paragraph says itself beyond naming its style.
struct DirectPPr {
    bool keep_next = false;
    const LevelUse* numbered = nullptr;  ///< Null: as the style is.
    Indents inherited;                   ///< What it would be indented by otherwise.
    Indents own;
};

/// Numbering is direct where the style's own cannot say it: another list than the first, or a level that several
/// styles share. The level's indents then win over the style's, so that those are repeated where they differ.
DirectPPr direct_pPr(const Plan& plan, const styled::Paragraph& paragraph, const styled::ParagraphStyle& style) {
    DirectPPr direct;
    direct.keep_next = paragraph.keep_next && !style.keep_next;
    direct.inherited = direct.own = indents(style);
    direct.own.left += paragraph.extra_indent;
    direct.own.right += paragraph.extra_indent;
    if (!style.list_level) return direct;
    const LevelUse& use = plan.level_uses[*style.list_level];
    if (use.linked && use.num_id(paragraph.list) == use.num_id(0)) return direct;
    direct.numbered = &use;
    direct.inherited = {use.first->left, style.right, use.first->first_line};
    return direct;
}

/// w:spacing (17.3.1.33) of a paragraph that has more than its style.
void write_extra_spacing(opc::XmlWriter& xml, const styled::Paragraph& paragraph, const styled::ParagraphStyle& style) {
    auto spacing = xml.element("w:spacing");
    if (paragraph.extra_before != Twip{}) spacing.attr("w:before", style.before + paragraph.extra_before);
    if (paragraph.extra_after != Twip{}) spacing.attr("w:after", style.after + paragraph.extra_after);
}

bool is_spaced(const styled::Paragraph& paragraph) {
    return paragraph.extra_before != Twip{} || paragraph.extra_after != Twip{};
}

/// Says nothing beyond its style.
bool is_plain(const styled::Paragraph& paragraph) {
    return paragraph.list == 0 && !paragraph.keep_next && paragraph.extra_indent == Twip{} && !is_spaced(paragraph);
}

void write_pPr(opc::XmlWriter& xml, const Plan& plan, const styled::Paragraph& paragraph, const SectPr* section_end) {
    const styled::ParagraphStyle& style = plan.document.styles[paragraph.style.index];
    const DirectPPr direct = direct_pPr(plan, paragraph, style);
    const bool styled = paragraph.style.index != 0;
    const bool spaced = is_spaced(paragraph);
    const bool plain =
        !styled && !direct.keep_next && direct.numbered == nullptr && !spaced && direct.own == direct.inherited;
    if (plain && section_end == nullptr) return;
    auto pPr = xml.element("w:pPr");
    if (styled) xml.val("w:pStyle", style.id);
    if (direct.keep_next) xml.empty("w:keepNext");
    if (direct.numbered != nullptr) write_numPr(xml, direct.numbered->ilvl, direct.numbered->num_id(paragraph.list));
    if (spaced) write_extra_spacing(xml, paragraph, style);
    write_ind(xml, direct.own, direct.inherited);
    if (section_end != nullptr) write(xml, *section_end);
}

}  // namespace

std::vector<opc::XmlFragment> plain_pPr(const Plan& plan) {
    std::vector<opc::XmlFragment> made;
    styled::Paragraph plain;
    for (std::size_t style = 0; style < plan.document.styles.size(); ++style) {
        plain.style.index = static_cast<std::uint16_t>(style);
        made.emplace_back([&](opc::XmlWriter& xml) { write_pPr(xml, plan, plain, nullptr); });
    }
    return made;
}

void write_paragraph(Story& story, const styled::Paragraph& paragraph, const SectPr* section_end) {
    assert(paragraph.style.index < story.plan.document.styles.size() && "a paragraph's style exists");
    assert(paragraph.list < story.plan.document.lists && "a paragraph's list exists");
    const styled::ParagraphStyle& style = story.plan.document.styles[paragraph.style.index];
    auto p = story.xml.element("w:p");
    if (story.plan.plain_pPr && section_end == nullptr && is_plain(paragraph))
        story.xml.repeat((*story.plan.plain_pPr)[paragraph.style.index]);
    else
        write_pPr(story.xml, story.plan, paragraph, section_end);
    const RunWriter write_run{story, style.look};
    for (const styled::Run& run : paragraph.runs) std::visit(write_run, run);
}

}  // namespace vanban::docx
