// Files that are not UTF-8: which encoding they look like, and how to save them.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"

namespace vanban::data {

/// Whether the text is UTF-16: a byte order mark, or zeros at every other place.
bool is_utf16(std::string_view text);

/// "Windows-1258", "TCVN3 (ABC)" or "VNI", if most letters beyond ASCII stand as that encoding writes Vietnamese.
std::optional<std::string_view> guess_encoding(std::string_view text);

/// `utf16-file` or `invalid-utf8`, with what can be told about the encoding and how to save the file.
/// `file_name` tells with which program that is done.
Diagnostic explain_encoding(std::string_view text, std::string_view file_name, Span where);

}  // namespace vanban::data
