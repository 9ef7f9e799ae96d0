// Abbreviations and where the document explains them.
#include "thethuc/abbreviations.hpp"

#include <algorithm>
#include <string>

#include "thethuc/letters.hpp"
#include "thethuc/syllable.hpp"

namespace vanban::thethuc {
namespace {

constexpr std::size_t kLongest = 10;  ///< Letters of an abbreviation.
constexpr std::size_t kMost = 200;    ///< Abbreviations of one document; more are not looked at.

/// Letters of initials: capitals of the alphabet, which bear no tone.
bool are_initials(std::string_view word) {
    constexpr std::string_view kMarked = "ĂÂĐÊÔƠƯ";
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) {
        const std::size_t length = letter_length(word[at]);
        const bool plain = word[at] >= 'A' && word[at] <= 'Z';
        if (!plain && (length != 2 || kMarked.find(word.substr(at, length)) == kMarked.npos)) return false;
        at += length;
    }
    return letters >= 2 && letters <= kLongest;
}

bool is_roman(std::string_view word) {
    return word.find_first_not_of("IVXLCDM") == word.npos;
}

/// "(HTQLCL)", "viết tắt là HTQLCL", "HTQLCL (hệ thống …)", "HTQLCL: hệ thống …".
bool is_explained(const Passage& where) {
    const std::string_view before = where.text.substr(0, where.from);
    const std::string_view behind = where.text.substr(where.from + where.length);
    if (before.ends_with('(') && behind.starts_with(')')) return true;
    if (behind.starts_with(':') || behind.starts_with(" (") || behind.starts_with(" =")) return true;
    for (const std::string_view word : {" là ", "tắt ", " là: ", "tắt: ", "“", "\""})
        if (before.ends_with(word)) return true;
    return false;
}

}  // namespace

void Abbreviations::see_capitals(const Passage& where, bool known) {
    ++capitals_;
    const std::string_view word = where.words();
    if (known || !are_initials(word) || is_roman(word)) return;
    pending_.push_back(where);
}

void Abbreviations::end_text() {
    const bool typed_in_capitals = words_ > 1 && 2 * capitals_ > words_;
    if (!typed_in_capitals)
        for (const Passage& where : pending_) note(where);
}

void Abbreviations::note(const Passage& where) {
    const auto same = [&](const Abbreviation& one) { return one.first.words() == where.words(); };
    auto known = std::ranges::find_if(found_, same);
    if (known == found_.end() && found_.size() >= kMost) return;
    if (known == found_.end()) known = found_.insert(found_.end(), {where, is_syllable(where.words())});
    if (!known->explained) known->explained = is_explained(where);
}

void Abbreviations::finish() {
    for (const Abbreviation& one : found_)
        if (!one.explained) report_.add(Code::unknown_abbreviation, one.first, {std::string(one.first.words())});
}

}  // namespace vanban::thethuc
