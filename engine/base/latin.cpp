// Case pairs by range (UnicodeData.txt 15.0): capitals are 0x20 below their small letters, or the even one of two
// neighbours.
#include "base/latin.hpp"

#include <cstddef>

namespace vanban::latin {

namespace {

enum class Case : bool { Lower, Upper };

constexpr bool is_trail(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

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

}  // namespace

std::size_t nfc_size(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead <= 0xCB) return text.size() >= 2 && is_trail(text[1]) ? 2 : 0;  // to U+02FF
    if (text.size() < 3 || !is_trail(text[1]) || !is_trail(text[2])) return 0;
    const auto second = static_cast<unsigned char>(text[1]);
    const auto third = static_cast<unsigned char>(text[2]);
    if (lead == 0xE1) return second >= 0xB8 && second <= 0xBB ? 3 : 0;                  // U+1E00 to U+1EFF
    if (lead == 0xE2) return second == 0x80 && third >= 0x90 && third <= 0xA7 ? 3 : 0;  // U+2010 to U+2027
    return 0;
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
