// Syllables: initial, rhyme and tone. Source: Hội đồng chính tả's usage, as every school grammar gives it.
#include "thethuc/syllable.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>

#include "base/utf8.hpp"

namespace vanban::thethuc {
namespace {

enum class Tone : std::uint8_t { Ngang, Huyen, Sac, Hoi, Nga, Nang };

struct Letter {
    char32_t base;  ///< a ă â e ê i o ô ơ u ư y, or a consonant.
    Tone tone = Tone::Ngang;
};

/// Vowels, each with its six tones in the order of Tone.
constexpr std::array<std::u32string_view, 12> kVowels = {U"aàáảãạ", U"ăằắẳẵặ", U"âầấẩẫậ", U"eèéẻẽẹ",
                                                         U"êềếểễệ", U"iìíỉĩị", U"oòóỏõọ", U"ôồốổỗộ",
                                                         U"ơờớởỡợ", U"uùúủũụ", U"ưừứửữự", U"yỳýỷỹỵ"};

constexpr std::array<std::u32string_view, 28> kInitials = {
    U"ngh", U"ng", U"nh", U"ch", U"gh", U"gi", U"kh", U"ph", U"qu", U"th", U"tr", U"b", U"c", U"d",
    U"đ",   U"g",  U"h",  U"k",  U"l",  U"m",  U"n",  U"p",  U"r",  U"s",  U"t",  U"v", U"x", U""};

constexpr std::array<std::u32string_view, 9> kFinals = {U"", U"c", U"ch", U"m", U"n", U"ng", U"nh", U"p", U"t"};

/// Vowel groups without final consonant, and with one.
constexpr std::array<std::u32string_view, 52> kOpen = {
    U"a",   U"ă",  U"â",   U"e",   U"ê",   U"i",  U"o",   U"ô",   U"ơ",   U"u",   U"ư",   U"y",   U"ai",
    U"ao",  U"au", U"ay",  U"âu",  U"ây",  U"eo", U"êu",  U"ia",  U"iêu", U"iu",  U"oa",  U"oai", U"oao",
    U"oay", U"oe", U"oeo", U"oi",  U"ôi",  U"ơi", U"ua",  U"uê",  U"ui",  U"uơ",  U"uôi", U"uy",  U"uya",
    U"uyu", U"ưa", U"ưi",  U"ươi", U"ươu", U"ưu", U"uây", U"yêu", U"uai", U"uay", U"uao", U"uâu", U"uêu"};
constexpr std::array<std::u32string_view, 26> kClosed = {U"a",  U"ă",  U"â",  U"e",   U"ê",  U"i",  U"o",  U"ô",  U"ơ",
                                                         U"u",  U"ư",  U"y",  U"iê",  U"oa", U"oă", U"oe", U"oo", U"uâ",
                                                         U"uê", U"uô", U"uy", U"uyê", U"ươ", U"yê", U"uơ", U"uă"};

template <std::size_t N>
bool contains(const std::array<std::u32string_view, N>& list, std::u32string_view text) {
    return std::ranges::find(list, text) != list.end();
}

Letter letter_of(char32_t c) {
    for (const std::u32string_view vowels : kVowels)
        if (const std::size_t tone = vowels.find(c); tone != vowels.npos) return {vowels[0], static_cast<Tone>(tone)};
    return {c};
}

/// A word without its tones.
struct Spelling {
    std::u32string letters;
    Tone tone = Tone::Ngang;
    int tones = 0;         ///< How many letters bear a tone.
    bool marked = false;   ///< There is a letter that is not one of a to z.
    bool foreign = false;  ///< There is one that Vietnamese has not, or no letter.
};

Spelling spelling_of(std::string_view word) {
    Spelling result;
    for (std::size_t at = 0; at < word.size();) {
        const char32_t c = utf8::next(word, at);
        const Letter letter = letter_of(c);
        result.marked |= c >= 0x80;
        if (letter.tone != Tone::Ngang) result.tone = letter.tone, ++result.tones;
        const bool vowel = contains(kClosed, std::u32string_view(&letter.base, 1));
        const bool consonant = std::u32string_view(U"bcdđghklmnpqrstvx").find(letter.base) != std::u32string_view::npos;
        result.foreign |= !vowel && !consonant;
        result.letters += letter.base;
    }
    result.foreign |= result.letters.empty();
    return result;
}

enum class Fit : std::uint8_t { No, Yes, WantsTone };

Fit fit_rhyme(std::u32string_view rhyme, Tone tone) {
    for (const std::u32string_view final : kFinals) {
        if (!rhyme.ends_with(final) || rhyme.size() == final.size()) continue;
        const std::u32string_view vowels = rhyme.substr(0, rhyme.size() - final.size());
        if (final.empty() ? !contains(kOpen, vowels) : !contains(kClosed, vowels)) continue;
        const bool stop = final == U"c" || final == U"ch" || final == U"p" || final == U"t";
        return stop && tone != Tone::Sac && tone != Tone::Nang ? Fit::WantsTone : Fit::Yes;
    }
    return Fit::No;
}

Fit fit(std::u32string_view letters, Tone tone) {
    Fit best = Fit::No;
    for (const std::u32string_view initial : kInitials) {
        if (!letters.starts_with(initial)) continue;
        const Fit found = fit_rhyme(letters.substr(initial.size()), tone);
        if (found == Fit::Yes) return found;
        if (found != Fit::No) best = found;
    }
    if (letters == U"gi") return Fit::Yes;
    if (letters.starts_with(U"gi") && best == Fit::No) return fit_rhyme(letters.substr(1), tone);
    return best;
}

Fit fit(std::string_view word) {
    const Spelling spelling = spelling_of(word);
    if (spelling.foreign || spelling.tones > 1) return Fit::No;
    return fit(spelling.letters, spelling.tone);
}

bool is_marked_syllable(std::string_view word) {
    return spelling_of(word).marked && fit(word) == Fit::Yes;
}

bool is_glued(std::string_view word) {
    for (std::size_t at = 0; at < word.size();) {
        utf8::next(word, at);
        if (is_marked_syllable(word.substr(0, at)) && is_marked_syllable(word.substr(at))) return true;
    }
    return false;
}

}  // namespace

RhymeFilter::RhymeFilter() : known_((std::size_t{1} << kBits) / 64) {
    const auto add_tones = [&](std::u32string_view vowels, std::u32string_view final) {
        const bool stop = final == U"c" || final == U"ch" || final == U"p" || final == U"t";
        for (std::size_t tone = 0; tone < kVowels[0].size(); ++tone) {
            if (stop && tone != static_cast<std::size_t>(Tone::Sac) && tone != static_cast<std::size_t>(Tone::Nang))
                continue;
            for (std::size_t marked = 0; marked < vowels.size(); ++marked) {
                std::string rhyme;
                for (std::size_t i = 0; i < vowels.size(); ++i) {
                    const auto vowel = std::ranges::find(kVowels, vowels[i], [](auto tones) { return tones[0]; });
                    utf8::append(rhyme, (*vowel)[i == marked ? tone : 0]);
                }
                for (const char32_t c : final) utf8::append(rhyme, c);
                for (const char* glide : {"", "i", "u"}) add(glide + rhyme);  // Behind g and q.
            }
        }
    };
    for (const std::u32string_view vowels : kOpen) add_tones(vowels, U"");
    for (const std::u32string_view vowels : kClosed)
        for (const std::u32string_view final : kFinals)
            if (!final.empty()) add_tones(vowels, final);
}

void RhymeFilter::add(std::string_view rhyme) {
    const std::uint64_t slot = slot_of(rhyme.data(), rhyme.size(), rhyme.data() + rhyme.size());
    known_[slot / 64] |= std::uint64_t{1} << (slot % 64);
}

bool is_syllable(std::string_view word) {
    return fit(utf8::to_lower(word)) == Fit::Yes;
}

SyllableFault syllable_fault(std::string_view word) {
    const Spelling spelling = spelling_of(word);
    if (!spelling.marked || spelling.foreign) return SyllableFault::None;
    const Fit whole = spelling.tones > 1 ? Fit::No : fit(spelling.letters, spelling.tone);
    if (whole == Fit::Yes) return SyllableFault::None;
    if (whole == Fit::WantsTone) return SyllableFault::MissingTone;
    const std::u32string& letters = spelling.letters;
    const std::size_t size = letters.size();
    if (size > 2 && letters[size - 1] == letters[size - 2] && letters[size - 1] < 0x80 &&
        is_marked_syllable(word.substr(0, word.size() - 1)))
        return SyllableFault::DoubledEnd;
    return is_glued(word) ? SyllableFault::Glued : SyllableFault::None;
}

}  // namespace vanban::thethuc
