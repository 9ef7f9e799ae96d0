// Removes the indentation that the layout of an XML file gives to the lines of a text.
#include "data/xml_text.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace vanban::data {
namespace {

constexpr std::string_view kIndentation = " \t";

/// Bytes of white space before the line's first letter; npos for a blank line.
std::size_t indentation(std::string_view line) {
    return line.find_first_not_of(kIndentation);
}

/// Calls `use(line, is_first)` for each line, without its end.
template <class Use>
void for_lines(std::string_view text, Use use) {
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        use(text.substr(begin, end - begin), begin == 0);
        begin = end + 1;
    }
}

/// What is removed from the lines after the first of `text`; the first had `first` bytes before it, or begins after
/// the tag (npos).
std::size_t common_indentation(std::string_view text, std::size_t first) {
    std::size_t common = first;
    for_lines(text, [&](std::string_view line, bool is_first) {
        if (!is_first && indentation(line) != line.npos) common = std::min(common, indentation(line));
    });
    return common == std::string_view::npos ? 0 : common;
}

}  // namespace

Value dedented(const XmlText& text) {
    const std::string_view whole = text.text;
    const std::string_view body = utf8::trim(whole);
    const auto from = static_cast<std::size_t>(body.data() - whole.data());
    Value value(std::string(body), text.exact ? text.span.sub(from, body.size()) : text.span);
    value.indent = text.exact ? std::uint16_t{0} : TextOrigin::kInexact;
    if (body.find('\n') == body.npos) return value;
    const std::size_t line = from == 0 ? whole.npos : whole.rfind('\n', from - 1);
    const std::size_t common = common_indentation(body, line == whole.npos ? line : from - line - 1);
    std::string lines;
    bool exact = text.exact && common < TextOrigin::kInexact;
    for_lines(body, [&](std::string_view each, bool first) {
        const bool blank = indentation(each) == each.npos;
        exact = exact && (first || !blank || each.empty());
        if (!first) lines += '\n';
        lines += first ? each : blank ? std::string_view() : each.substr(common);
    });
    value.content = std::move(lines);
    value.indent = exact ? static_cast<std::uint16_t>(common) : TextOrigin::kInexact;
    return value;
}

}  // namespace vanban::data
