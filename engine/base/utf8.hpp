// Text is UTF-8 in NFC, checked where it enters. All Unicode knowledge (ICU) is behind these functions.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vanban::utf8 {

/// Byte offset of the first byte that is not well-formed UTF-8; empty if all is well.
std::optional<std::size_t> find_invalid(std::string_view text);
/// Byte offset of the first control character other than tab and line ends (C0, DEL, C1, U+FFFE, U+FFFF).
std::optional<std::size_t> find_control(std::string_view text);
/// Reads the code point at `offset` and moves past it; U+FFFD for each byte that is not well-formed.
char32_t next(std::string_view text, std::size_t& offset);
void append(std::string& out, char32_t code_point);
/// Number of code points.
std::size_t length(std::string_view text);
/// Number of terminal columns: combining marks count 0, wide characters 2.
std::size_t columns(std::string_view text);

/// Text where more than 30 combining marks follow each other counts as not in NFC.
bool is_nfc(std::string_view text);
/// Piles of more than 30 combining marks are split by U+034F, so that the time stays linear (UAX #15, section 13).
std::string to_nfc(std::string_view text);
/// Adds NFC text to NFC text; only what meets at the seam is composed.
void append_nfc(std::string& to, std::string_view text);
/// in hoa / in thường by the rules of Unicode for Vietnamese; result in NFC.
std::string to_upper(std::string_view text);
std::string to_lower(std::string_view text);
/// Capital first letter (after quotes and brackets), the rest as it stands; result in NFC.
std::string capitalize(std::string_view text);
/// Comparison key without case, diacritics, punctuation: "Trích yếu" → "trich_yeu". Used to match labels with keys.
std::string fold_to_key(std::string_view text);
/// Vietnamese dictionary order; <0, 0, >0.
int collate(std::string_view a, std::string_view b);
/// Space, tab, line ends and no-break space at both ends removed.
std::string_view trim(std::string_view text);

/// Fewest insertions, deletions, replacements and swaps of neighbours (code points) that turn `a` into `b`.
/// Texts of more than 256 code points are not compared: wholly different, unless they are equal.
std::size_t edit_distance(std::string_view a, std::string_view b);

}  // namespace vanban::utf8
