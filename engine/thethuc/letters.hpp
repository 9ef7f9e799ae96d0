// Case of single letters, without a table of all Unicode: for looking at words of Vietnamese one by one.
#pragma once

#include <string_view>

#include "base/utf8.hpp"

namespace vanban::thethuc {

/// Whether the code point is a capital letter of Vietnamese.
inline bool is_capital(char32_t c) {
    if (c < 0x80) return c >= U'A' && c <= U'Z';
    if (c >= 0x1EA0 && c <= 0x1EF9) return c % 2 == 0;
    constexpr std::u32string_view kCapitals = U"ĂĐĨŨƠƯ";
    return (c >= 0xC0 && c <= 0xDE) || kCapitals.find(c) != kCapitals.npos;
}

inline bool begins_with_capital(std::string_view text) {
    std::size_t at = 0;
    return !text.empty() && is_capital(utf8::next(text, at));
}

/// Whether the text begins with a letter of Vietnamese that is no capital.
inline bool begins_small(std::string_view text) {
    std::size_t at = 0;
    const char32_t c = text.empty() ? U'0' : utf8::next(text, at);
    return c < 0x80 ? c >= U'a' && c <= U'z' : !is_capital(c) && c < 0x2000;
}

/// Bytes of the letter that begins with `first`.
inline std::size_t letter_length(char first) {
    const auto byte = static_cast<unsigned char>(first);
    return byte < 0xC0 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
}

/// Whether `text` is `word` or differs from it only in the case of the first letter, if that is one of a to z, đ or the
/// letters with a tone of U+1EA0 to U+1EF9.
inline bool same_but_case(std::string_view text, std::string_view word) {
    if (text.size() != word.size() || text.empty()) return false;
    const std::size_t first = letter_length(word.front());
    if (text.substr(first) != word.substr(first)) return false;
    const std::string_view a = text.substr(0, first), b = word.substr(0, first);
    if (a == b) return true;
    if (a.substr(0, first - 1) != b.substr(0, first - 1)) return false;
    return (static_cast<unsigned char>(a.back()) ^ static_cast<unsigned char>(b.back())) == (first == 1 ? 0x20 : 0x01);
}

}  // namespace vanban::thethuc
