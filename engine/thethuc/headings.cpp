// Titles: trích yếu of the document, head of an appendix.
#include <algorithm>

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"
#include "wording/dates.hpp"

namespace vanban::thethuc {
namespace {

/// Room left beside the longest line of a balanced title: programs differ a little in where they break.
constexpr Twip kBalanceSlack = mm(3);

/// Narrows a centred title so that its lines are about equally long, without adding a line.
Twip balance(const Builder& builder, Component component, const model::Inline& text, Twip width) {
    const std::size_t lines = wrapped_widths(builder, component, text, width).size();
    if (lines < 2) return {};
    std::int32_t low = width.count / 2;
    std::int32_t high = width.count;
    while (high - low > 20) {
        const std::int32_t middle = (low + high) / 2;
        (wrapped_widths(builder, component, text, Twip{middle}).size() > lines ? low : high) = middle;
    }
    return std::max(Twip{}, (width - Twip{high} - kBalanceSlack) / 2);
}

std::string kem_theo_line(const Profile& profile, const model::DauPhuLuc& dau, const LoaiRule& loai) {
    return "(" + profile.label(Label::KemTheo) + " " + loai.ten + " số " + number_and_code(dau.so_ky_hieu) + " " +
           wording::long_date(dau.ngay) + " của " + dau.cua + ")";
}

styled::Paragraph balanced(const Builder& builder, Component component, const model::Inline& text, Twip width) {
    styled::Paragraph paragraph = builder.paragraph(component, text);
    const styled::ParagraphStyle& style = builder.style(component);
    paragraph.extra_indent = balance(builder, component, text, width - style.left - style.right);
    return paragraph;
}

std::vector<Twip> line_widths(const Builder& builder, Component component, const model::Inline& text, Twip extra,
                              Twip width) {
    const styled::ParagraphStyle& style = builder.style(component);
    return wrapped_widths(builder, component, text, width - style.left - style.right - extra * 2);
}

}  // namespace

void append_title(Builder& builder, const model::Inline& trich_yeu, std::vector<styled::Block>& blocks) {
    const model::Inline text = with_end_mark(trich_yeu, "");
    const Twip width = builder.profile.page.text_width();
    styled::Paragraph paragraph = balanced(builder, Component::TrichYeu, text, width);
    const auto widths = line_widths(builder, Component::TrichYeu, text, paragraph.extra_indent, width);
    blocks.emplace_back(std::move(paragraph));
    blocks.emplace_back(builder.rule(short_rule(builder.profile, widths), "Đường kẻ dưới trích yếu"));
}

void append_appendix_head(Builder& builder, const model::DauPhuLuc& dau, const std::string& label, Twip width,
                          Span span, std::vector<styled::Block>& blocks) {
    blocks.emplace_back(builder.paragraph(Component::PhuLuc, label));
    const LoaiRule* loai = builder.profile.find_loai(dau.loai);
    if (!loai) return builder.out.add(Code::unknown_type, span, {dau.loai});
    if (!dau.tieu_de.empty()) {
        model::Inline title = with_end_mark(dau.tieu_de, "");
        for (model::Run& run : title) run.text = utf8::to_upper(run.text);
        blocks.emplace_back(balanced(builder, Component::TieuDePhuLuc, title, width));
    }
    const model::Inline reference{{kem_theo_line(builder.profile, dau, *loai), model::Emphasis::None}};
    styled::Paragraph paragraph = balanced(builder, Component::KemTheo, reference, width);
    const auto widths = line_widths(builder, Component::KemTheo, reference, paragraph.extra_indent, width);
    blocks.emplace_back(std::move(paragraph));
    blocks.emplace_back(builder.rule(short_rule(builder.profile, widths), "Đường kẻ dưới phụ lục"));
}

}  // namespace vanban::thethuc
