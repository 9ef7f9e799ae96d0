// The foot of the main text: recipients left, signature right, in one row that never splits.
#include <algorithm>

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"

namespace vanban::thethuc {
namespace {

/// Recipients without their own dashes and end marks; the filing line last and in its fixed form.
std::vector<std::string> recipients(const Builder& builder, const model::KetThuc& foot, Span span) {
    const std::string& label = builder.profile.label(Label::Luu);
    const std::string_view word = std::string_view(label).substr(0, label.size() - 1);
    std::vector<std::string> items;
    std::string filing;
    for (const model::Inline& runs : foot.noi_nhan) {
        std::string item = model::plain_text(runs);
        if (item.starts_with("- ")) item.erase(0, 2);
        item = with_end_mark(item, "");
        if (!filing.empty()) builder.out.add(Code::misplaced_luu, span, {filing});
        if (!starts_with_word(item, word) && !starts_with_word(item, label)) {
            items.push_back(std::move(item));
            continue;
        }
        std::string_view rest = utf8::trim(std::string_view(item).substr(word.size()));
        if (rest.starts_with(":")) rest = utf8::trim(rest.substr(1));
        filing = label + " " + std::string(rest);
        if (filing != item) builder.out.add(Code::mended_luu, span, {item, filing});
    }
    if (filing.empty()) {
        builder.out.add(Code::missing_luu, span);
    } else {
        items.push_back(std::move(filing));
    }
    return items;
}

/// Code of the drafter and number of copies (box 12), after the filing line: "PL.(300)".
std::string drafter(const model::KetThuc& foot) {
    std::string text = foot.nguoi_soan.empty() ? "" : " " + utf8::to_upper(foot.nguoi_soan) + ".";
    if (foot.so_ban) text += (text.empty() ? " (" : "(") + std::to_string(*foot.so_ban) + ")";
    return text;
}

ShortList<styled::Paragraph> recipient_lines(const Builder& builder, const model::KetThuc& foot, const Facts& facts,
                                             Span span) {
    ShortList<styled::Paragraph> lines;
    if (foot.noi_nhan.empty()) return lines;
    lines.push_back(builder.paragraph(Component::NoiNhan, builder.profile.label(Label::NoiNhan)));
    const auto items = recipients(builder, foot, span);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (starts_with_word(items[i], builder.profile.label(Label::NhuTren)) && !facts.may_say_as_above)
            builder.out.add(Code::as_above_without_addressee, span);
        const bool last = i + 1 == items.size();
        const std::string end = last ? "." + drafter(foot) : ";";
        lines.push_back(builder.paragraph(Component::NoiNhanNoi, "- " + items[i] + end));
        lines.back().keep_next = !last;
    }
    lines.front().keep_next = true;
    return lines;
}

/// Recipients below several signers never stand alone on a page. They are a row of the signatures' table: LibreOffice
/// keeps a row with the next one, but no table with what follows it.
void add_below(const Builder& builder, ShortList<styled::Paragraph> lines, styled::Table& signatures) {
    keep_with_next(signatures.rows.back());
    if (signatures.cell_top != builder.profile.foot_gap) lines.front().extra_before = builder.profile.foot_gap;
    styled::Cell cell;
    cell.grid_span = static_cast<decltype(cell.grid_span)>(signatures.grid.size());
    cell.paragraphs = std::move(lines);
    signatures.rows.emplace_back().cells.push_back(std::move(cell));
}

}  // namespace

void append_foot(Builder& builder, const model::KetThuc& foot, const Facts& facts, Span span, bool below_signatures,
                 std::vector<styled::Block>& blocks) {
    for (const model::NguoiKy& signer : foot.nguoi_ky) check_signer(builder, signer, facts, span);
    auto lines = recipient_lines(builder, foot, facts, foot.noi_nhan_span.known() ? foot.noi_nhan_span : span);
    if (foot.nguoi_ky.size() == 1) return append_single_signature(builder, std::move(lines), foot.nguoi_ky[0], blocks);
    if (!foot.nguoi_ky.empty()) append_signatures(builder, foot.nguoi_ky, blocks);
    if (lines.empty()) return;
    if (!foot.nguoi_ky.empty() || below_signatures)
        return add_below(builder, std::move(lines), std::get<styled::Table>(blocks.back()));
    lines.front().extra_before = builder.profile.foot_gap;
    for (styled::Paragraph& line : lines) blocks.emplace_back(std::move(line));
}

}  // namespace vanban::thethuc
