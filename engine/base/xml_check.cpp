// Scans of XML source text. They run beside pugixml, never past the end, and without recursion.
#include "base/xml_check.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <string>
#include <vector>

#include "base/utf8.hpp"

namespace vanban {

namespace {

constexpr std::string_view kSpace = " \t\r\n";
constexpr std::string_view kNameEnd = " \t\r\n=/>\"'<";

std::size_t clamp_to(std::string_view text, std::size_t offset) {
    return std::min(offset, text.size());
}

/// Digits of a character reference, after `#` and before `;`.
bool is_allowed_character(std::string_view digits) {
    const int base = digits.starts_with('x') ? 16 : 10;
    if (base == 16) digits.remove_prefix(1);
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, base);
    if (digits.empty() || error != std::errc() || end != digits.data() + digits.size()) return false;
    if (value == 0 || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return false;
    std::string character;
    utf8::append(character, static_cast<char32_t>(value));
    return !utf8::find_control(character);
}

bool is_valid_reference(std::string_view name) {
    constexpr std::array<std::string_view, 5> kEntities{"amp", "lt", "gt", "quot", "apos"};
    if (name.starts_with('#')) return is_allowed_character(name.substr(1));
    return std::find(kEntities.begin(), kEntities.end(), name) != kEntities.end();
}

/// A tag that opens or closes an element.
struct Tag {
    std::string_view name;
    std::size_t begin = 0;  ///< Of the name.
    std::size_t end = 0;    ///< After `>`.
    bool closes = false;    ///< `</a>`
    bool empty = false;     ///< `<a/>`
};

/// Past the end of a section that holds no tags: comment, CDATA, processing instruction. Empty for a tag.
std::optional<std::size_t> skip_section(std::string_view text, std::size_t begin) {
    struct Section {
        std::string_view opening;
        std::string_view closing;
    };
    constexpr std::array<Section, 4> kSections{Section{"<!--", "-->"}, Section{"<![CDATA[", "]]>"}, Section{"<?", "?>"},
                                               Section{"<!", ">"}};
    for (const auto& [opening, closing] : kSections) {
        if (!text.substr(begin).starts_with(opening)) continue;
        const std::size_t end = text.find(closing, begin + opening.size());
        return end == text.npos ? text.size() : end + closing.size();
    }
    return std::nullopt;
}

/// The tag that begins with the `<` at `begin`.
Tag read_tag(std::string_view text, std::size_t begin) {
    Tag tag;
    tag.closes = text.substr(begin).starts_with("</");
    tag.begin = begin + (tag.closes ? 2 : 1);
    std::size_t at = clamp_to(text, text.find_first_of(kNameEnd, tag.begin));
    tag.name = text.substr(tag.begin, at - tag.begin);
    while (at < text.size() && text[at] != '>') {
        const bool quote = text[at] == '"' || text[at] == '\'';
        if (quote) at = clamp_to(text, text.find(text[at], at + 1));
        if (at < text.size()) ++at;
    }
    tag.empty = !tag.closes && at < text.size() && text[at - 1] == '/';
    tag.end = clamp_to(text, at + 1);
    return tag;
}

std::optional<Tag> next_tag(std::string_view text, std::size_t position) {
    for (std::size_t at = text.find('<', position); at != text.npos; at = text.find('<', at)) {
        const auto end = skip_section(text, at);
        if (!end) return read_tag(text, at);
        at = *end;
    }
    return std::nullopt;
}

Span span_of(const Tag& tag, SourceId id) {
    return {id, static_cast<std::uint32_t>(tag.begin), static_cast<std::uint32_t>(tag.begin + tag.name.size())};
}

}  // namespace

RawAttribute raw_attribute(std::string_view text, std::size_t position) {
    RawAttribute raw;
    raw.name_begin = clamp_to(text, text.find_first_not_of(kSpace, position));
    raw.name_end = clamp_to(text, text.find_first_of(kNameEnd, raw.name_begin));
    const std::size_t quote = clamp_to(text, text.find_first_of("\"'", raw.name_end));
    raw.value_begin = clamp_to(text, quote + 1);
    raw.value_end = quote < text.size() ? clamp_to(text, text.find(text[quote], raw.value_begin)) : text.size();
    return raw;
}

Reference read_reference(std::string_view text) {
    constexpr std::size_t kLongest = 32;
    const std::string_view near = text.substr(0, kLongest);
    const std::size_t end = near.find_first_of("; \t\r\n<&\"'", 1);
    if (end == near.npos || near[end] != ';') return {};
    return {.size = end + 1, .valid = is_valid_reference(near.substr(1, end - 1))};
}

std::optional<Diagnostic> find_unbalanced(std::string_view text, SourceId id) {
    std::vector<Tag> open;
    std::size_t position = 0;
    while (const auto tag = next_tag(text, position)) {
        position = tag->end;
        if (tag->empty) continue;
        if (!tag->closes) {
            open.push_back(*tag);
            continue;
        }
        const std::string name(tag->name);
        if (open.empty()) return diagnose(Code::xml_unexpected_end, span_of(*tag, id), {name});
        if (open.back().name != tag->name) {
            return diagnose(Code::xml_wrong_end, span_of(*tag, id), {name, std::string(open.back().name)})
                .with({Code::element_opened_here, span_of(open.back(), id), {}});
        }
        open.pop_back();
    }
    if (open.empty()) return std::nullopt;
    return diagnose(Code::xml_unclosed, span_of(open.back(), id), {std::string(open.back().name)});
}

}  // namespace vanban
