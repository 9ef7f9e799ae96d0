// Files that other files name: nobody who writes data may make the program read what lies elsewhere.
#include "base/world.hpp"

#include <algorithm>

namespace vanban {

bool stays_inside(std::string_view path) {
    if (path.starts_with('/') || path.find('\0') != path.npos) return false;
    std::size_t depth = 0;
    while (!path.empty()) {
        const std::string_view step = path.substr(0, path.find('/'));
        if (step == ".." && depth == 0) return false;
        if (step == "..")
            --depth;
        else if (!step.empty() && step != ".")
            ++depth;
        path.remove_prefix(std::min(step.size() + 1, path.size()));
    }
    return true;
}

std::string join_path(std::string_view folder, std::string_view path) {
    if (folder.empty()) return std::string(path);
    return std::string(folder) + (folder.ends_with('/') ? "" : "/") + std::string(path);
}

Result<std::string> Files::read_within(std::string_view folder, std::string_view path, std::size_t most) const {
    if (!stays_inside(path)) return fail(Code::file_outside_folder, {}, {std::string(path)});
    const std::string whole = join_path(folder, path);
    auto bytes = read(whole);
    if (bytes && bytes->size() > most) return fail(Code::file_too_large, {}, {whole, std::to_string(most)});
    return bytes;
}

}  // namespace vanban
