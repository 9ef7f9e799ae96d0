// The characters that Vietnamese documents are written in, without the Unicode library: most texts hold no others.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vanban::latin {

/// Bytes of the first character of `text`, which is not empty, if it is one that NFC leaves alone wherever it stands:
/// U+0000 to U+02FF, Latin Extended Additional (all of Vietnamese), dashes and quotation marks. 0 for all others.
inline std::size_t nfc_size(std::string_view text);
/// True if every character of `text` is such a one. False says nothing.
bool is_nfc(std::string_view text);

/// `text` in capitals or small letters, in NFC. Empty if it holds a character whose case is not simply paired with
/// another of the same length (`ß`, `ı`, `ǆ`) or that is not known here.
std::optional<std::string> to_upper(std::string_view text);
std::optional<std::string> to_lower(std::string_view text);
/// Letters and digits without case and diacritics, `_` for what stands between them. Empty if `text` holds anything
/// but ASCII and letters of Vietnamese.
std::optional<std::string> fold_to_key(std::string_view text);

constexpr bool is_trail(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

inline std::size_t nfc_size(std::string_view text) {
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

}  // namespace vanban::latin
