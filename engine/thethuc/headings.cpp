// Titles: trích yếu of the document, head of an appendix, the line that ties an attachment to its document.
#include <algorithm>
#include <initializer_list>
#include <utility>

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"
#include "wording/dates.hpp"

namespace vanban::thethuc {
namespace {

/// Narrows a centred title so that its lines are about equally long, without adding a line.
Twip balance(const Builder& builder, Component component, const model::Inline& text, Twip width) {
    const MeasuredText measured(builder, component, text);
    const std::size_t lines = measured.count_lines(width);
    if (lines < 2) return {};
    std::int32_t low = width.count / 2;
    std::int32_t high = width.count;
    while (high - low > 20) {
        const std::int32_t middle = (low + high) / 2;
        (measured.count_lines(Twip{middle}) > lines ? low : high) = middle;
    }
    return std::max(Twip{}, (width - Twip{high} - builder.profile.title_slack) / 2);
}

/// The label's words with their places filled in: "{so}".
std::string fill(std::string pattern, std::initializer_list<std::pair<std::string_view, std::string>> values) {
    for (const auto& [place, value] : values)
        if (const std::size_t at = pattern.find(place); at != std::string::npos)
            pattern.replace(at, place.size(), value);
    return pattern;
}

/// The reference on one line, or broken where the label says.
std::string kem_theo_line(const Profile& profile, const model::KemTheo& kem_theo, const LoaiRule& loai) {
    return fill(profile.label(Label::KemTheo), {{"{loai}", loai.ten},
                                                {"{so}", number_and_code(kem_theo.so_ky_hieu)},
                                                {"{ngay}", wording::long_date(kem_theo.ngay)},
                                                {"{cua}", kem_theo.cua}});
}

std::vector<Twip> line_widths(const Builder& builder, Component component, const model::Inline& text, Twip extra,
                              Twip width) {
    const styled::ParagraphStyle& style = builder.style(component);
    return wrapped_widths(builder, component, text, width - style.left - style.right - extra * 2);
}

}  // namespace

styled::Paragraph balanced(const Builder& builder, Component component, const model::Inline& text, Twip width) {
    styled::Paragraph paragraph = builder.paragraph(component, text);
    const styled::ParagraphStyle& style = builder.style(component);
    paragraph.extra_indent = balance(builder, component, text, width - style.left - style.right);
    return paragraph;
}

std::vector<Twip> append_title(Builder& builder, Component component, const model::Inline& title, Twip width,
                               std::vector<styled::Block>& blocks) {
    model::Inline text = with_end_mark(title, "");
    if (builder.profile.rule(component).upper_case)
        for (model::Run& run : text) run.text = utf8::to_upper(run.text);
    styled::Paragraph paragraph = balanced(builder, component, text, width);
    auto widths = line_widths(builder, component, text, paragraph.extra_indent, width);
    blocks.emplace_back(std::move(paragraph));
    return widths;
}

std::vector<Twip> append_kem_theo(Builder& builder, const model::KemTheo& kem_theo, Twip width, Span span,
                                  std::vector<styled::Block>& blocks) {
    const LoaiRule* loai = builder.profile.find_loai(kem_theo.loai);
    if (!loai) {
        builder.out.add(Code::unknown_type, span, {kem_theo.loai});
        return {};
    }
    constexpr char kBreak = '|';
    std::string line = kem_theo_line(builder.profile, kem_theo, *loai);
    if (const std::size_t at = line.find(kBreak); at != std::string::npos) {
        line[at] = ' ';
        const bool fits = wrapped_widths(builder, Component::KemTheo, {{line, {}}}, width).size() == 1;
        if (!fits) line[at] = '\n';
    }
    const model::Inline reference{{std::move(line), model::Emphasis::None}};
    styled::Paragraph paragraph = balanced(builder, Component::KemTheo, reference, width);
    auto widths = line_widths(builder, Component::KemTheo, reference, paragraph.extra_indent, width);
    blocks.emplace_back(std::move(paragraph));
    return widths;
}

void append_appendix_head(Builder& builder, const model::DauPhuLuc& dau, const std::string& label, Twip width,
                          Span span, std::vector<styled::Block>& blocks) {
    blocks.emplace_back(builder.paragraph(Component::PhuLuc, label));
    if (!dau.tieu_de.empty()) append_title(builder, Component::TieuDePhuLuc, dau.tieu_de, width, blocks);
    const auto widths = append_kem_theo(builder, dau.kem_theo, width, span, blocks);
    blocks.emplace_back(builder.rule(short_rule(builder.profile, widths)));
}

}  // namespace vanban::thethuc
