// Texts ended by a zero byte over a socket.
#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace vanban::pdf {

/// For each document three texts are sent: its file, the file of the PDF, and what becomes of blank pages. The answer
/// is why there is no PDF; empty: there is.
inline constexpr std::string_view kKept = "kept", kLeftOut = "left out";

/// False if the other end is gone.
bool send_text(int descriptor, std::string_view text);

/// What came of waiting for a text.
struct Received {
    std::optional<std::string> text;  ///< Empty: the other end is gone, or too late.
    bool late = false;
};
/// Waits `limit` at most; without a limit for ever. Texts are at most a megabyte.
Received receive_text(int descriptor, std::optional<std::chrono::milliseconds> limit);

}  // namespace vanban::pdf
