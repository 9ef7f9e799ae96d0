// Cuts a text into the items that its lines are.
#include "tmpl/lines.hpp"

#include <algorithm>
#include <string_view>
#include <vector>

#include "base/utf8.hpp"

namespace vanban::tmpl {
namespace {

std::vector<std::string_view> filled_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const std::string_view line = utf8::trim(text.substr(begin, end - begin));
        if (!line.empty()) lines.push_back(line);
        begin = end + 1;
    }
    return lines;
}

/// "- a", "-a"; neither "-5" nor a hyphen alone.
bool is_dashed(std::string_view line) {
    if (line.size() < 2 || line[0] != '-') return false;
    return line[1] != '-' && !(line[1] >= '0' && line[1] <= '9');
}

}  // namespace

data::List lines_of(const data::Value& value) {
    const auto* text = value.get_if<std::string>();
    if (!text) return {value};
    const std::vector<std::string_view> lines = filled_lines(*text);
    const bool dashed = std::all_of(lines.begin(), lines.end(), is_dashed);
    data::List items;
    items.reserve(lines.size());
    for (const std::string_view line : lines) {
        const std::string_view kept = dashed ? utf8::trim(line.substr(1)) : line;
        const auto from = static_cast<std::size_t>(kept.data() - text->data());
        data::Value& item = items.emplace_back(std::string(kept), value.origin().at(*text, from, kept.size()));
        item.indent = value.indent == TextOrigin::kInexact ? TextOrigin::kInexact : std::uint16_t{0};
    }
    return items;
}

}  // namespace vanban::tmpl
