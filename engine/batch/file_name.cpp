// What file systems and Windows refuse in names, as one table and three functions.
#include "batch/file_name.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"

namespace vanban::batch {
namespace {

/// Of Windows, with or without an ending (Microsoft, "Naming Files, Paths, and Namespaces").
constexpr std::array<std::string_view, 6> kDevices{"con", "prn", "aux", "nul", "conin$", "conout$"};
constexpr std::array<std::string_view, 2> kNumberedDevices{"com", "lpt"};
constexpr std::array<std::string_view, 3> kSuperscripts{"¹", "²", "³"};
constexpr std::u32string_view kReplaced = U"/\\:*?\"<>|";

/// Controls, marks without width, and those that change the direction of writing: a name must be what it seems.
bool is_invisible(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0xAD || (c >= 0x200B && c <= 0x200F) ||
           (c >= 0x2028 && c <= 0x202E) || (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c >= 0xE0000 || c == 0xFFFE ||
           c == 0xFFFF;
}

bool is_space(char32_t c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) ||
           c == 0x202F || c == 0x3000;
}

bool is_dot_or_space(char c) {
    return c == '.' || c == ' ';
}

bool is_device(std::string_view name) {
    const std::string stem = utf8::to_lower(utf8::trim(name.substr(0, name.find('.'))));
    if (std::ranges::find(kDevices, stem) != kDevices.end()) return true;
    return std::ranges::any_of(kNumberedDevices, [&](std::string_view device) {
        if (!stem.starts_with(device)) return false;
        const std::string_view number = std::string_view(stem).substr(device.size());
        const bool digit = number.size() == 1 && number[0] >= '0' && number[0] <= '9';
        return digit || std::ranges::find(kSuperscripts, number) != kSuperscripts.end();
    });
}

std::string_view without_end(std::string_view name) {
    while (!name.empty() && is_dot_or_space(name.back())) name.remove_suffix(1);
    return name;
}

}  // namespace

std::string safe_text(std::string_view text) {
    std::string out;
    bool space = false;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (is_space(c)) {
            space = true;
            continue;
        }
        if (is_invisible(c)) continue;
        if (space) out += ' ';
        space = false;
        utf8::append(out, kReplaced.find(c) == std::u32string_view::npos ? c : U'-');
    }
    if (space) out += ' ';
    return utf8::is_nfc(out) ? out : utf8::to_nfc(out);
}

std::string safe_name(std::string name) {
    name.erase(0, std::min(name.find_first_not_of(". "), name.size()));
    name.resize(without_end(name).size());
    if (name.empty()) return "_";
    if (is_device(name)) name.insert(std::min(name.find('.'), name.size()), 1, '_');
    return name;
}

std::string_view shortened(std::string_view name, std::size_t most) {
    if (name.size() <= most) return name;
    std::size_t end = 0;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t begin = at;
        utf8::next(name, at);
        const bool begins_letter = utf8::columns(name.substr(begin, at - begin)) > 0;
        if (begin <= most && begins_letter) end = begin;
        if (at > most) break;
    }
    return without_end(name.substr(0, end));
}

}  // namespace vanban::batch
