// What the decree asks of a signer's authority and titles.
#include <algorithm>

#include "base/utf8.hpp"
#include "thethuc/builder.hpp"

namespace vanban::thethuc {
namespace {

using model::NguoiKy;
using model::QuyenHan;

/// Holds the signer against khoản 7: which authority wants which titles (NĐ 30, Điều 13).
class SignerCheck {
public:
    SignerCheck(const Builder& builder, const NguoiKy& signer, const Facts& facts, Span span)
        : builder_(builder), signer_(signer), facts_(facts), span_(signer.span.known() ? signer.span : span) {}

    void run() const {
        if (signer_.ho_ten.empty()) report(Code::missing_signer_name);
        if (signer_.chuc_vu.empty() && !has(signer_, QuyenHan::Q)) report(Code::missing_signer_title);
        clashes();
        titles_alone();
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

    /// "KT.Giám đốc", "KT Giám đốc", "T/M Ủy ban": the authority belongs in quyen_han, which settles its punctuation.
    void titles_alone() const {
        for (const std::string* title :
             {&signer_.chuc_vu, &signer_.chuc_vu_cap_truong, &signer_.chuc_vu_truong_don_vi, &signer_.tap_the})
            for (const std::string& authority : builder_.profile.signer.quyen_han)
                if (begins_with_authority(*title, authority)) {
                    report(Code::title_with_authority, {*title, authority});
                    break;
                }
    }

    /// `authority`: "KT.". Without the stop it must be a word of its own, or be parted: "T/M".
    static bool begins_with_authority(std::string_view title, std::string_view authority) {
        if (title.starts_with(authority)) return true;
        const std::string_view letters = authority.substr(0, authority.size() - 1);
        if (letters.size() < 2 || title.size() <= letters.size()) return false;
        const char behind = title[letters.size()];
        if (title.starts_with(letters) && (behind == ' ' || behind == '/')) return true;
        return title[0] == letters[0] && title[1] == '/' && title.substr(2).starts_with(letters.substr(1));
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
        const LoaiRule* loai = facts_.ten_loai ? builder_.profile.find_loai(facts_.ten_loai->loai) : nullptr;
        if (!loai || !loai->tap_the || !facts_.dau || !facts_.dau->chu_quan.empty() || has(signer_, QuyenHan::TM))
            return;
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

}  // namespace

bool has(const NguoiKy& signer, QuyenHan authority) {
    return std::find(signer.quyen_han.begin(), signer.quyen_han.end(), authority) != signer.quyen_han.end();
}

void check_signer(const Builder& builder, const NguoiKy& signer, const Facts& facts, Span span) {
    SignerCheck(builder, signer, facts, span).run();
}

}  // namespace vanban::thethuc
