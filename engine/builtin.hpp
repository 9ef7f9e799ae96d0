// The files of templates/ that are compiled into the program.
#pragma once

#include <span>
#include <string_view>

namespace vanban {

struct BuiltinFile {
    std::string_view name;  ///< "ke-hoach", "the-thuc/nd30-2020"
    std::string_view text;
};

/// Sorted by name.
std::span<const BuiltinFile> builtin_files();

}  // namespace vanban
