// What the forms of printed findings share.
#pragma once

#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace vanban {

/// "lỗi", "cảnh báo", "ghi chú", or their English.
std::string_view severity_label(Severity severity, Lang lang);

/// The text on one line: line ends and tabs are spaces, and what would steer the terminal (controls, overrides of the
/// writing direction) is shown as U+FFFD.
std::string printable(std::string_view text);

}  // namespace vanban
