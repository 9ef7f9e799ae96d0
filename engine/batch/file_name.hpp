// Texts from data as parts of file names that every system takes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace vanban::batch {

/// Longest name of a file or folder, in bytes, that usual file systems take.
inline constexpr std::size_t kLongestName = 255;

/// `text` without what a name cannot hold: / \ : * ? " < > | become "-", runs of white space one space; control
/// characters and marks that steer the direction of writing go. NFC.
std::string safe_text(std::string_view text);

/// `name` as one file or folder: no dots or spaces in front, none behind, never empty, "." or "..", and no device name
/// of Windows (CON, NUL, COM1 …), which get a "_". Not cut to length.
std::string safe_name(std::string name);

/// At most `most` bytes of `name`, cut between letters with their marks, without dots or spaces at the end.
std::string_view shortened(std::string_view name, std::size_t most);

}  // namespace vanban::batch
