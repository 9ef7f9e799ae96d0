// Case pairs by range (UnicodeData.txt 15.0): capitals are 0x20 below their small letters, or the even one of two
// neighbours.
#include "base/latin.hpp"

#include <array>
#include <cstddef>

namespace vanban::latin {

namespace {

enum class Case : bool { Lower, Upper };

/// Of a letter whose neighbour is its partner: the capital is even.
constexpr char32_t paired(char32_t c, Case to) {
    return to == Case::Upper ? c & ~char32_t{1} : c | 1;
}

/// 0 for a character without a simple pair or that is not known here.
constexpr char32_t mapped(char32_t c, Case to) {
    const auto is_in = [c](char32_t first, char32_t last) { return c >= first && c <= last; };
    if (c < 0x80) {
        if (to == Case::Upper) return is_in('a', 'z') ? c - 0x20 : c;
        return is_in('A', 'Z') ? c + 0x20 : c;
    }
    if (is_in(0x80, 0xBF)) return c == 0xB5 ? 0 : c;  // µ is Greek
    if (c == 0xD7 || c == 0xF7) return c;
    if (is_in(0xC0, 0xDE)) return to == Case::Lower ? c + 0x20 : c;
    if (is_in(0xE0, 0xFE)) return to == Case::Upper ? c - 0x20 : c;
    if (is_in(0x100, 0x12F) || is_in(0x14A, 0x177) || is_in(0x1A0, 0x1A1) || is_in(0x1EA0, 0x1EFF))
        return paired(c, to);
    if (is_in(0x1AF, 0x1B0)) return to == Case::Upper ? 0x1AF : 0x1B0;
    if (is_in(0x2010, 0x2027)) return c;
    return 0;
}

/// The character at `at`, which nfc_size found to be `size` bytes long.
char32_t decoded(std::string_view text, std::size_t at, std::size_t size) {
    const auto bits = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[at + i]) & 0x3F);
    };
    const char32_t lead = static_cast<unsigned char>(text[at]);
    if (size == 1) return lead;
    if (size == 2) return ((lead & 0x1F) << 6) | bits(1);
    return ((lead & 0x0F) << 12) | (bits(1) << 6) | bits(2);
}

/// Pairs have the same length, so the text is changed in place.
void put(std::string& text, std::size_t at, std::size_t size, char32_t c) {
    const auto trail = [c](int shift) { return static_cast<char>(0x80 | ((c >> shift) & 0x3F)); };
    if (size == 1) {
        text[at] = static_cast<char>(c);
    } else if (size == 2) {
        text[at] = static_cast<char>(0xC0 | (c >> 6));
        text[at + 1] = trail(0);
    } else {
        text[at + 1] = trail(6);
        text[at + 2] = trail(0);
    }
}

std::optional<std::string> with_case(std::string_view text, Case to) {
    std::string result(text);
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            result[at] = static_cast<char>(mapped(static_cast<unsigned char>(text[at]), to));
            ++at;
            continue;
        }
        const std::size_t size = nfc_size(text.substr(at));
        if (size == 0) return std::nullopt;
        const char32_t before = decoded(text, at, size);
        const char32_t after = mapped(before, to);
        if (after == 0 && before != 0) return std::nullopt;
        if (after != before) put(result, at, size, after);
        at += size;
    }
    return result;
}

/// The letters of Vietnamese behind the one of a to z that they are without diacritics.
constexpr std::u32string_view kFamilies[] = {U"aàáảãạăằắẳẵặâầấẩẫậÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ",
                                             U"dđĐ",
                                             U"eèéẻẽẹêềếểễệÈÉẺẼẸÊỀẾỂỄỆ",
                                             U"iìíỉĩịÌÍỈĨỊ",
                                             U"oòóỏõọôồốổỗộơờớởỡợÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ",
                                             U"uùúủũụưừứửữựÙÚỦŨỤƯỪỨỬỮỰ",
                                             U"yỳýỷỹỵỲÝỶỸỴ"};

/// Letters to U+01B0 and from U+1EA0 to U+1EF9, one after the other.
constexpr std::size_t kLowEnd = 0x1B1, kHigh = 0x1EA0, kHighEnd = 0x1EFA;
constexpr std::size_t slot_of(char32_t c) {
    return c < kLowEnd ? c : kLowEnd + (c - kHigh);
}

/// What a letter or digit is in a key; 0 for those that are not known here.
constexpr auto kPlain = [] {
    std::array<char, kLowEnd + kHighEnd - kHigh> table{};
    for (char c = '0'; c <= '9'; ++c) table[static_cast<std::size_t>(c)] = c;
    for (char c = 'a'; c <= 'z'; ++c)
        table[static_cast<std::size_t>(c)] = table[static_cast<std::size_t>(c - 'a' + 'A')] = c;
    for (const std::u32string_view family : kFamilies)
        for (const char32_t letter : family) table[slot_of(letter)] = static_cast<char>(family.front());
    return table;
}();

}  // namespace

std::optional<std::string> fold_to_key(std::string_view text) {
    std::string key;
    key.reserve(text.size());
    bool gap = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t size = nfc_size(text.substr(at));
        const char32_t c = size == 0 ? kLowEnd : decoded(text, at, size);
        const char plain = c < kLowEnd || (c >= kHigh && c < kHighEnd) ? kPlain[slot_of(c)] : '\0';
        if (plain == '\0' && c >= 0x80) return std::nullopt;
        at += size;
        if (plain == '\0') {
            gap = true;
            continue;
        }
        if (gap && !key.empty()) key += '_';
        gap = false;
        key += plain;
    }
    return key;
}

bool is_nfc(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < 0x80) {
            ++at;
            continue;
        }
        const std::size_t size = nfc_size(text.substr(at));
        if (size == 0) return false;
        at += size;
    }
    return true;
}

std::optional<std::string> to_upper(std::string_view text) {
    return with_case(text, Case::Upper);
}

std::optional<std::string> to_lower(std::string_view text) {
    return with_case(text, Case::Lower);
}

}  // namespace vanban::latin
