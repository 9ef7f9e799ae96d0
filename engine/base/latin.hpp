// The characters that Vietnamese documents are written in, without the Unicode library: most texts hold no others.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace vanban::latin {

/// Bytes of the first character of `text`, which is not empty, if it is one that NFC leaves alone wherever it stands:
/// U+0000 to U+02FF, Latin Extended Additional (all of Vietnamese), dashes and quotation marks. 0 for all others.
std::size_t nfc_size(std::string_view text);
/// True if every character of `text` is such a one. False says nothing.
bool is_nfc(std::string_view text);

/// `text` in capitals or small letters, in NFC. Empty if it holds a character whose case is not simply paired with
/// another of the same length (`ß`, `ı`, `ǆ`) or that is not known here.
std::optional<std::string> to_upper(std::string_view text);
std::optional<std::string> to_lower(std::string_view text);

}  // namespace vanban::latin
