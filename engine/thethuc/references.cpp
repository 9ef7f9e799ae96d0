#include "thethuc/references.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <tuple>
#include <utility>

#include "base/utf8.hpp"
#include "wording/numbers.hpp"

namespace vanban::thethuc {
namespace {

using model::CapBac;

/// Place of an item: numbers of Điều and khoản, letter of điểm; 0 and empty above.
using Place = std::tuple<std::int64_t, std::int64_t, std::string>;

/// The items of one stretch of numbering: the main text, or one attached document.
struct Outline {
    std::set<Place> places;
    std::set<std::pair<std::int64_t, std::int64_t>> muc_places;  ///< Model B: numbers of mục and khoản, 0 for the mục.
    std::int64_t muc = 0;
    std::int64_t dieu = 0;
    std::int64_t khoan = 0;
    std::int64_t diem = 0;

    void add(CapBac cap) {
        if (cap == CapBac::MucLaMa) {
            ++muc;
            khoan = diem = 0;
            muc_places.insert({muc, 0});
            return;
        }
        if (cap == CapBac::Dieu) {
            ++dieu;
            khoan = diem = 0;
        } else if (cap == CapBac::Khoan) {
            ++khoan;
            diem = 0;
        } else if (cap == CapBac::Diem) {
            ++diem;
        } else {
            return;
        }
        if (muc > 0 && dieu == 0) muc_places.insert({muc, khoan});
        const auto letter = diem > 0 ? wording::diem_letter(diem) : std::nullopt;
        places.insert({dieu, khoan, letter ? std::string(*letter) : std::string()});
    }
};

/// A word without the punctuation around it.
struct Word {
    std::string_view text;
    bool ends_sentence = false;  ///< A stop, colon or quotation mark follows.
};

constexpr std::string_view kAround = ".,;:()\"";
constexpr std::string_view kBetweenWords = " \n.,;:()\"";

std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    while (!text.empty()) {
        const std::size_t end = word_end(text);
        std::string_view word = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const std::size_t first = word.find_first_not_of(kAround);
        if (first == word.npos) continue;
        const std::size_t last = word.find_last_not_of(kAround);
        const bool stop = word.find_first_of(".:\"", last + 1) != word.npos;
        words.push_back({word.substr(first, last - first + 1), stop});
    }
    return words;
}

std::optional<std::int64_t> number(std::string_view text) {
    if (text.empty() || text.size() > 4 || text.find_first_not_of("0123456789") != text.npos) return std::nullopt;
    std::int64_t value = 0;
    for (const char c : text) value = value * 10 + (c - '0');
    return value;
}

/// The words that references are made with, and how they are written wrongly.
struct ReferenceWords {
    explicit ReferenceWords(const Profile& profile)
        : dieu(profile.label(Label::Dieu)),
          khoan(profile.label(Label::Khoan)),
          muc(profile.label(Label::Muc)),
          digits_and_this(std::string(kDigits) + profile.label(Label::Nay).substr(0, 1)),
          small_dieu(utf8::to_lower(dieu)),
          capital_khoan(utf8::capitalize(khoan)),
          sought_{{{dieu, digits_and_this}, {muc, "IVXLCDM"}, {small_dieu, kDigits}, {capital_khoan, kDigits}}} {}
    ReferenceWords(const ReferenceWords&) = delete;

    /// Most texts have none of those that something could be found at: "Điều 4", "Điều này", "Mục II", "điều 4".
    bool are_in(std::string_view text) const {
        for (const Sought& one : sought_)
            for (std::size_t at = text.find(one.word); at != text.npos; at = text.find(one.word, at + 1))
                if (goes_on(text, at + one.word.size(), one.with)) return true;
        return false;
    }

    const std::string& dieu;
    const std::string& khoan;
    const std::string& muc;
    std::string digits_and_this;  ///< First bytes of what refers to a Điều: "4", "này".
    std::string small_dieu;
    std::string capital_khoan;

private:
    static constexpr std::string_view kDigits = "0123456789";

    /// A word, and first bytes of what must follow.
    struct Sought {
        std::string_view word;
        std::string_view with;
    };
    static bool goes_on(std::string_view text, std::size_t at, std::string_view with) {
        at = text.find_first_not_of(kBetweenWords, at);
        return at != text.npos && with.find(text[at]) != with.npos;
    }

    std::array<Sought, 4> sought_;  ///< Views the texts above.
};

/// Reads the references in one text, which outlives it.
class TextCheck {
public:
    TextCheck(const Builder& builder, const ReferenceWords& wording, const Outline& outline, std::int64_t here,
              Span span)
        : builder_(builder), wording_(wording), outline_(outline), here_(here), span_(span) {}

    void run(std::string_view text) {
        words_ = words_of(text);
        for (std::size_t i = 0; i + 1 < words_.size(); ++i) {
            capitals(i);
            if (words_[i].text == wording_.dieu) reference(i);
            if (words_[i].text == wording_.muc) muc_reference(i);
        }
    }

private:
    const std::string& label(Label which) const { return builder_.profile.label(which); }
    bool is(std::size_t at, std::string_view word) const { return at < words_.size() && words_[at].text == word; }

    void capitals(std::size_t i) const {
        if (!number(words_[i + 1].text)) return;
        const bool begins = i == 0 || words_[i - 1].ends_sentence;
        if (words_[i].text == wording_.small_dieu) report_case(wording_.dieu, i);
        if (words_[i].text == wording_.capital_khoan && !begins) report_case(wording_.khoan, i);
    }

    void report_case(std::string_view right, std::size_t i) const {
        const std::string tail = " " + std::string(words_[i + 1].text);
        builder_.out.add(Code::reference_case, span_, {std::string(right) + tail, std::string(words_[i].text) + tail});
    }

    /// "điểm a khoản 2 Điều 4 Quy chế này", "khoản 2 Điều này"; `at` is the word Điều.
    void reference(std::size_t at) const {
        const bool this_dieu = is(at + 1, label(Label::Nay));
        const auto named = number(words_[at + 1].text);
        if (this_dieu ? here_ == 0 : !named || !names_this_document(at + 2)) return;
        Place place{this_dieu ? here_ : *named, 0, ""};
        std::size_t begin = at;
        if (begin >= 2 && is(begin - 2, label(Label::Khoan))) {
            const auto khoan = number(words_[begin - 1].text);
            if (!khoan) return;
            std::get<1>(place) = *khoan;
            begin -= 2;
            if (begin >= 2 && is(begin - 2, label(Label::Diem))) {
                std::get<2>(place) = words_[begin - 1].text;
                begin -= 2;
            }
        }
        if (outline_.places.contains(place)) return;
        builder_.out.add(Code::dangling_reference, span_, {written(begin, at + 2)});
    }

    /// "khoản 3 Mục III Kế hoạch này"; `at` is the word Mục. Mục of model B have Roman numbers.
    void muc_reference(std::size_t at) const {
        constexpr std::int64_t kMostMuc = 50;
        std::int64_t named = 0;
        if (words_[at + 1].text.find_first_not_of("IVXL") != std::string_view::npos) return;
        for (std::int64_t value = 1; value <= kMostMuc && named == 0; ++value)
            if (wording::roman(value) == words_[at + 1].text) named = value;
        if (named == 0 || outline_.muc == 0 || !names_this_document(at + 2)) return;
        std::size_t begin = at;
        std::int64_t khoan = 0;
        if (begin >= 2 && is(begin - 2, label(Label::Khoan))) {
            khoan = number(words_[begin - 1].text).value_or(0);
            begin -= 2;
        }
        if (outline_.muc_places.contains({named, khoan})) return;
        builder_.out.add(Code::dangling_reference, span_, {written(begin, at + 2)});
    }

    /// The words from `at` on are a type and "này": "Quy chế này".
    bool names_this_document(std::size_t at) const {
        for (const LoaiRule& loai : builder_.profile.loai) {
            const auto name = words_of(loai.ten);
            bool same = true;
            for (std::size_t i = 0; i < name.size() && same; ++i) same = is(at + i, name[i].text);
            if (same && is(at + name.size(), label(Label::Nay))) return true;
        }
        return false;
    }

    std::string written(std::size_t begin, std::size_t end) const {
        std::string text;
        for (std::size_t i = begin; i < end; ++i) text += (text.empty() ? "" : " ") + std::string(words_[i].text);
        return text;
    }

    const Builder& builder_;
    const ReferenceWords& wording_;
    const Outline& outline_;
    std::int64_t here_;
    Span span_;
    std::vector<Word> words_;
};

const model::Inline* text_of(const model::Block& block) {
    if (const auto* doan = std::get_if<model::Doan>(&block.content)) return &doan->text;
    if (const auto* de_muc = std::get_if<model::DeMuc>(&block.content)) return &de_muc->text;
    return nullptr;
}

using Stretch = std::vector<const model::Vung*>;

Outline outline_of(const Stretch& stretch) {
    Outline outline;
    for (const model::Vung* vung : stretch)
        for (const model::Block& block : vung->blocks)
            if (const auto* de_muc = std::get_if<model::DeMuc>(&block.content)) outline.add(de_muc->cap);
    return outline;
}

void check_stretch(const Builder& builder, const ReferenceWords& wording, const Stretch& stretch) {
    std::optional<Outline> outline;  // Made for the first text that may refer to something.
    std::int64_t here = 0;
    for (const model::Vung* vung : stretch)
        for (const model::Block& block : vung->blocks) {
            const auto* de_muc = std::get_if<model::DeMuc>(&block.content);
            if (de_muc && de_muc->cap == CapBac::Dieu) ++here;
            const model::Inline* text = text_of(block);
            if (!text) continue;
            const std::string joined = text->size() > 1 ? model::plain_text(*text) : std::string();
            const std::string_view whole = text->size() == 1 ? std::string_view(text->front().text) : joined;
            if (!wording.are_in(whole)) continue;
            if (!outline) outline = outline_of(stretch);
            TextCheck(builder, wording, *outline, here, block.span).run(whole);
        }
}

}  // namespace

void check_references(const Builder& builder, const model::Document& document) {
    const ReferenceWords wording(builder.profile);
    Stretch stretch;
    for (const model::Vung& vung : document.vung) {
        if (vung.danh_so == model::DanhSoTrang::Lai && !stretch.empty()) {
            check_stretch(builder, wording, stretch);
            stretch.clear();
        }
        stretch.push_back(&vung);
    }
    check_stretch(builder, wording, stretch);
}

}  // namespace vanban::thethuc
