// Encodings of Vietnamese before Unicode, told apart by the bytes that each of them puts around vowels.
//
// Windows-1258: combining marks after a vowel. TCVN3 (TCVN 5712:1993, fonts ".VnTime"): most letters in A1-BE, where
// the others have signs. VNI (fonts "VNI-Times"): a base letter, then a second byte for its marks.
#include "data/encoding.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace vanban::data {
namespace {

constexpr std::size_t kLookedAt = std::size_t{1} << 16;
constexpr std::string_view kWindows1258 = "Windows-1258", kTcvn3 = "TCVN3 (ABC)", kVni = "VNI";
constexpr char32_t kReplacement = 0xFFFD;
constexpr std::string_view kBaseLetters = "aeiouyAEIOUY";

/// Vowels with their own byte in Windows-1258: â ê ô ă ơ ư, small and capital.
constexpr std::string_view k1258Vowels = "\xE2\xEA\xF4\xE3\xF5\xFD\xC2\xCA\xD4\xC3\xD5\xDD";
/// Its combining marks (huyền, hỏi, ngã, sắc, nặng).
constexpr std::string_view k1258Marks = "\xCC\xD2\xDE\xEC\xF2";
/// đ, Đ.
constexpr std::string_view k1258Letters = "\xF0\xD0";
/// ơ ư of VNI, which carry marks like base letters.
constexpr std::string_view kVniVowels = "\xF4\xF6\xD4\xD6";
/// Second bytes of VNI, small and capital.
constexpr std::string_view kVniMarks =
    "\xF9\xF8\xFB\xF5\xEF\xE2\xE1\xE0\xE5\xE3\xE4\xEA\xE9\xE8\xFA\xFC\xEB"
    "\xD9\xD8\xDB\xD5\xCF\xC2\xC1\xC0\xC5\xC3\xC4\xCA\xC9\xC8\xDA\xDC\xCB";
/// đ, Đ.
constexpr std::string_view kVniLetters = "\xF1\xD1";

bool is_in(char c, std::string_view set) {
    return set.find(c) != set.npos;
}

struct Guess {
    std::string_view name;
    std::size_t letters = 0;  ///< That stand as the encoding writes them.
};

/// Bytes beyond ASCII by what they can be.
struct Counts {
    std::array<Guess, 3> guesses{Guess{kWindows1258}, Guess{kTcvn3}, Guess{kVni}};
    std::size_t utf8 = 0;    ///< Well-formed characters.
    std::size_t others = 0;  ///< Bytes that are not part of one.

    void add(char before, char byte) {
        ++others;
        const bool base = is_in(before, kBaseLetters);
        const bool marked = (base || is_in(before, k1258Vowels)) && is_in(byte, k1258Marks);
        guesses[0].letters += marked || is_in(byte, k1258Letters) ? 1 : 0;
        guesses[1].letters += byte >= '\xA1' && byte <= '\xBE' ? 1 : 0;
        const bool second = (base || is_in(before, kVniVowels)) && is_in(byte, kVniMarks);
        guesses[2].letters += second || is_in(byte, kVniLetters) ? 1 : 0;
    }
};

}  // namespace

bool is_utf16(std::string_view text) {
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF")) return true;
    const std::string_view start = text.substr(0, 64);
    std::array<std::size_t, 2> zeros{};
    for (std::size_t i = 0; i < start.size(); ++i) zeros[i % 2] += start[i] == '\0' ? 1 : 0;
    const std::size_t more = std::max(zeros[0], zeros[1]), fewer = std::min(zeros[0], zeros[1]);
    return more >= 2 && fewer == 0 && more * 3 >= start.size() / 2;
}

std::optional<std::string_view> guess_encoding(std::string_view text) {
    text = text.substr(0, kLookedAt);
    Counts counts;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t letter = utf8::next(text, at);
        if (at - begin > 1 && letter != kReplacement) {
            ++counts.utf8;
        } else if (static_cast<unsigned char>(text[begin]) >= 0x80) {
            counts.add(begin > 0 ? text[begin - 1] : ' ', text[begin]);
        }
    }
    const auto* best = std::max_element(counts.guesses.begin(), counts.guesses.end(),
                                        [](const Guess& a, const Guess& b) { return a.letters < b.letters; });
    const bool likely = best->letters > 0 && best->letters * 4 >= counts.others && counts.others > 2 * counts.utf8;
    return likely ? std::optional(best->name) : std::nullopt;
}

Diagnostic explain_encoding(std::string_view text, std::string_view file_name, Span where) {
    const bool utf16 = is_utf16(text);
    Diagnostic found = diagnose(utf16 ? Code::utf16_file : Code::invalid_utf8, where);
    const auto guess = utf16 ? std::nullopt : guess_encoding(text);
    if (guess) found.notes.push_back({Code::encoding_looks_like, {}, {std::string(*guess)}});
    const bool table = file_name.ends_with(".csv") || file_name.ends_with(".CSV") || file_name.ends_with(".tsv");
    if (guess && *guess != kWindows1258) {
        found.notes.push_back({Code::encoding_convert, {}, {}});
    } else {
        found.notes.push_back({table ? Code::encoding_save_csv : Code::encoding_save_text, {}, {}});
    }
    return found;
}

}  // namespace vanban::data
