// The foot of the main text: recipients left, signature right, in one row that never splits.
#include <algorithm>

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"

namespace vanban::thethuc {
namespace {

using model::NguoiKy;
using model::QuyenHan;

bool has(const NguoiKy& signer, QuyenHan authority) {
    return std::find(signer.quyen_han.begin(), signer.quyen_han.end(), authority) != signer.quyen_han.end();
}

bool starts_with_word(std::string_view text, std::string_view word) {
    const std::string lower_text = utf8::to_lower(text);
    const std::string lower_word = utf8::to_lower(word);
    return lower_text.starts_with(lower_word) &&
           (lower_text.size() == lower_word.size() || lower_text[lower_word.size()] == ' ');
}

/// Holds the signer against khoản 7: which authority wants which titles (NĐ 30, Điều 13).
class SignerCheck {
public:
    SignerCheck(const Builder& builder, const NguoiKy& signer, const Facts& facts, Span span)
        : builder_(builder), signer_(signer), facts_(facts), span_(signer.span.known() ? signer.span : span) {}

    void run() const {
        if (signer_.ho_ten.empty()) report(Code::missing_signer_name);
        if (signer_.chuc_vu.empty() && !has(signer_, QuyenHan::Q)) report(Code::missing_signer_title);
        clashes();
        wanted_titles();
        deputies();
        collective();
        name();
    }

private:
    const std::string& prefix(QuyenHan authority) const {
        return builder_.profile.signer.quyen_han[static_cast<std::size_t>(authority)];
    }
    void report(Code code, std::vector<std::string> args = {}) const { builder_.out.add(code, span_, std::move(args)); }

    void clashes() const {
        constexpr std::pair<QuyenHan, QuyenHan> kClashes[] = {
            {QuyenHan::TUQ, QuyenHan::KT}, {QuyenHan::TUQ, QuyenHan::TL}, {QuyenHan::TUQ, QuyenHan::TM},
            {QuyenHan::Q, QuyenHan::KT},   {QuyenHan::TM, QuyenHan::TL},  {QuyenHan::Q, QuyenHan::TUQ}};
        for (const auto& [a, b] : kClashes)
            if (has(signer_, a) && has(signer_, b)) report(Code::authority_clash, {prefix(a), prefix(b)});
    }

    void wanted_titles() const {
        const bool tl = has(signer_, QuyenHan::TL);
        const bool kt = has(signer_, QuyenHan::KT);
        for (const QuyenHan authority : {QuyenHan::KT, QuyenHan::TL, QuyenHan::TUQ})
            if (has(signer_, authority) && signer_.chuc_vu_cap_truong.empty()) {
                report(Code::missing_head_title, {prefix(authority)});
                break;
            }
        if (tl && kt && signer_.chuc_vu_truong_don_vi.empty()) report(Code::missing_unit_head_title);
        if (has(signer_, QuyenHan::TM) && signer_.tap_the.empty())
            report(Code::missing_collective, {prefix(QuyenHan::TM)});
        if (!has(signer_, QuyenHan::TM) && !signer_.tap_the.empty())
            report(Code::unused_signer_field, {"tap_the", prefix(QuyenHan::TM)});
        const bool for_head = kt || tl || has(signer_, QuyenHan::TUQ) || has(signer_, QuyenHan::Q);
        if (!for_head && !signer_.chuc_vu_cap_truong.empty())
            report(Code::unused_signer_field, {"chuc_vu_cap_truong", prefix(QuyenHan::KT)});
    }

    void deputies() const {
        const auto& words = builder_.profile.signer.cap_pho;
        const bool deputy = std::any_of(words.begin(), words.end(), [&](const std::string& word) {
            return starts_with_word(signer_.chuc_vu, word);
        });
        const bool kt = has(signer_, QuyenHan::KT);
        if (signer_.chuc_vu.empty()) return;
        if (kt && !deputy) report(Code::kt_without_deputy, {signer_.chuc_vu});
        if (deputy && has(signer_, QuyenHan::Q)) return report(Code::acting_deputy, {signer_.chuc_vu});
        if (deputy && !kt && !has(signer_, QuyenHan::TUQ)) report(Code::deputy_without_kt, {signer_.chuc_vu});
    }

    void collective() const {
        if (!facts_.dau || !facts_.dau->chu_quan.empty() || has(signer_, QuyenHan::TM)) return;
        for (const std::string& issuer : facts_.dau->ban_hanh)
            for (const std::string& word : builder_.profile.signer.tap_the)
                if (full_agency_name(builder_.profile, issuer).starts_with(utf8::to_upper(word)))
                    return report(Code::collective_without_tm, {word});
    }

    void name() const {
        for (const std::string& rank : builder_.profile.signer.hoc_ham)
            if (signer_.ho_ten.starts_with(rank))
                return builder_.out.add(Code::academic_title, signer_.ho_ten_span, {rank});
    }

    const Builder& builder_;
    const NguoiKy& signer_;
    const Facts& facts_;
    Span span_;
};

/// "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC": one entry a printed line.
std::vector<std::string> title_lines(const Profile& profile, const NguoiKy& signer) {
    std::vector<std::string> lines;
    const auto add = [&](QuyenHan authority, std::string_view title) {
        lines.push_back(profile.signer.quyen_han[static_cast<std::size_t>(authority)] + " " + std::string(title));
    };
    const bool tl = has(signer, QuyenHan::TL);
    if (has(signer, QuyenHan::TM)) add(QuyenHan::TM, signer.tap_the);
    if (tl) add(QuyenHan::TL, signer.chuc_vu_cap_truong);
    if (has(signer, QuyenHan::TUQ)) add(QuyenHan::TUQ, signer.chuc_vu_cap_truong);
    if (has(signer, QuyenHan::KT)) add(QuyenHan::KT, tl ? signer.chuc_vu_truong_don_vi : signer.chuc_vu_cap_truong);
    if (has(signer, QuyenHan::Q)) {
        add(QuyenHan::Q, signer.chuc_vu_cap_truong.empty() ? signer.chuc_vu : signer.chuc_vu_cap_truong);
        return lines;
    }
    lines.push_back(signer.chuc_vu);
    return lines;
}

/// The name as it is printed: one that came in capitals gets a capital for each syllable.
std::string printed_name(const Builder& builder, const NguoiKy& signer) {
    const std::string& name = signer.ho_ten;
    if (name != utf8::to_upper(name) || name == utf8::to_lower(name)) return name;
    std::string result;
    std::string_view rest = name;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find(' '), rest.size());
        result += (result.empty() ? "" : " ") + utf8::capitalize(utf8::to_lower(rest.substr(0, end)));
        rest = utf8::trim(rest.substr(end));
    }
    builder.out.add(Code::name_in_capitals, signer.ho_ten_span, {name, result});
    return result;
}

styled::Cell signature_cell(const Builder& builder, const NguoiKy& signer) {
    styled::Cell cell;
    bool first = true;
    for (const std::string& line : title_lines(builder.profile, signer)) {
        cell.paragraphs.push_back(builder.paragraph(first ? Component::QuyenHan : Component::ChucVu, line));
        first = false;
    }
    const std::string name = printed_name(builder, signer);
    if (signer.chuc_vu_co_quan.empty()) {
        cell.paragraphs.push_back(builder.paragraph(Component::HoTen, name));
    } else {
        cell.paragraphs.push_back(builder.paragraph(Component::ChucVuCoQuan, signer.chuc_vu_co_quan));
        cell.paragraphs.push_back(builder.paragraph(Component::HoTenSauChucVu, name));
    }
    for (styled::Paragraph& paragraph : cell.paragraphs) paragraph.keep_next = &paragraph != &cell.paragraphs.back();
    return cell;
}

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

styled::Cell recipients_cell(const Builder& builder, const model::KetThuc& foot, const Facts& facts, Span span) {
    styled::Cell cell;
    if (foot.noi_nhan.empty()) {
        cell.paragraphs.push_back(builder.paragraph(Component::NoiNhanNoi, ""));
        return cell;
    }
    cell.paragraphs.push_back(builder.paragraph(Component::NoiNhan, builder.profile.label(Label::NoiNhan)));
    const auto items = recipients(builder, foot, span);
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (starts_with_word(items[i], "Như trên") && !facts.has_kinh_gui)
            builder.out.add(Code::as_above_without_addressee, span);
        const char* mark = i + 1 == items.size() ? "." : ";";
        cell.paragraphs.push_back(builder.paragraph(Component::NoiNhanNoi, "- " + items[i] + mark));
    }
    return cell;
}

}  // namespace

void append_foot(Builder& builder, const model::KetThuc& foot, const Facts& facts, Span span,
                 std::vector<styled::Block>& blocks) {
    for (const NguoiKy& signer : foot.nguoi_ky) SignerCheck(builder, signer, facts, span).run();
    const Twip width = builder.profile.page.text_width();
    const Twip left{static_cast<std::int32_t>(width.count * builder.profile.recipients_share)};
    const auto signers = static_cast<std::int32_t>(std::max<std::size_t>(foot.nguoi_ky.size(), 1));
    styled::Table table;
    table.description = "Nơi nhận và chữ ký";
    table.grid.push_back(left);
    styled::Row row;
    row.cells.push_back(recipients_cell(builder, foot, facts, span));
    for (const NguoiKy& signer : foot.nguoi_ky) {
        table.grid.push_back((width - left) / signers);
        row.cells.push_back(signature_cell(builder, signer));
    }
    table.rows.push_back(std::move(row));
    blocks.emplace_back(std::move(table));
}

}  // namespace vanban::thethuc
