// Finds the bytes behind a scalar by comparing its value with the source; what does not compare is marked inexact.
#include "data/yaml_scan.hpp"

#include <algorithm>
#include <optional>

#include "base/span.hpp"

namespace vanban::data {
namespace {

constexpr std::size_t npos = std::string_view::npos;

bool is_blank(char c) {
    return c == ' ' || c == '\t';
}
bool is_break(char c) {
    return c == '\n' || c == '\r';
}
bool is_space(char c) {
    return is_blank(c) || is_break(c);
}

/// End of the line that holds `at`, without its line end.
std::size_t line_end(std::string_view source, std::size_t at) {
    const std::size_t end = std::min(source.find('\n', at), source.size());
    return end > at && source[end - 1] == '\r' ? end - 1 : end;
}

/// First byte of the next line; the size of the source if there is none.
std::size_t next_line(std::string_view source, std::size_t at) {
    const std::size_t end = source.find('\n', at);
    return end == npos ? source.size() : end + 1;
}

std::size_t leading_spaces(std::string_view line) {
    return std::min(line.find_first_not_of(' '), line.size());
}

bool is_blank_line(std::string_view line) {
    return std::all_of(line.begin(), line.end(), is_space);
}

YamlScalar find_quoted(std::string_view source, std::size_t at, std::string_view value) {
    const std::size_t after = find_closing_quote(source, at);
    YamlScalar found{YamlStyle::Quoted, at + 1, source.size(), source.size(), TextOrigin::kInexact, after != npos};
    if (found.closed) {
        found.end = after - 1;
        found.after = after;
        found.indent = source.substr(found.begin, found.end - found.begin) == value ? 0 : TextOrigin::kInexact;
    }
    return found;
}

YamlScalar find_plain(std::string_view source, std::size_t at, std::string_view value) {
    if (source.substr(at, value.size()) == value) {
        return {YamlStyle::Plain, at, at + value.size(), at + value.size(), 0, true};
    }
    std::size_t end = at;  // folded over several lines: the same characters with other white space between them
    for (const char c : value) {
        if (is_space(c)) {
            continue;
        }
        while (end < source.size() && source[end] != c && is_space(source[end])) {
            ++end;
        }
        end = std::min(end + 1, source.size());
    }
    return {YamlStyle::Plain, at, end, end, TextOrigin::kInexact, true};
}

/// Spaces in front of each line of a block scalar, known from its first line with content; empty if there is none.
std::optional<std::size_t> block_indent(std::string_view source, std::size_t first_line, std::string_view value) {
    std::size_t line = first_line;
    while (line < source.size() && is_blank_line(source.substr(line, line_end(source, line) - line))) {
        line = next_line(source, line);
    }
    const std::size_t text = value.find_first_not_of('\n');
    if (line >= source.size() || text == npos) {
        return std::nullopt;
    }
    const std::size_t in_source = leading_spaces(source.substr(line, line_end(source, line) - line));
    const std::size_t in_value = leading_spaces(value.substr(text));
    return in_source >= in_value ? std::optional(in_source - in_value) : std::nullopt;
}

/// Past the last line of the block scalar that holds something.
std::size_t block_end(std::string_view source, std::size_t first_line, std::size_t indent) {
    std::size_t end = first_line;
    for (std::size_t line = first_line; line < source.size(); line = next_line(source, line)) {
        const std::size_t stop = line_end(source, line);
        const std::string_view content = source.substr(line, stop - line);
        if (is_blank_line(content)) {
            continue;
        }
        if (leading_spaces(content) < indent) {
            break;
        }
        end = stop;
    }
    return end;
}

/// Whether `value` is the source from `begin` on, less `indent` spaces before each later line that is not empty.
bool matches_indented(std::string_view source, std::size_t begin, std::string_view value, std::size_t indent) {
    std::size_t at = begin;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const bool line_begins = i > 0 && value[i - 1] == '\n';
        if (line_begins && value[i] != '\n') {
            if (source.substr(at, indent).size() < indent || leading_spaces(source.substr(at, indent)) < indent) {
                return false;
            }
            at += indent;
        }
        const bool end_of_file = at >= source.size() && i + 1 == value.size() && value[i] == '\n';
        if (!end_of_file && (at >= source.size() || source[at] != value[i])) {
            return false;
        }
        ++at;
    }
    return true;
}

YamlScalar find_block(std::string_view source, std::size_t at, std::string_view value) {
    const std::size_t first_line = next_line(source, at);
    YamlScalar found{YamlStyle::Block, first_line, first_line, first_line, TextOrigin::kInexact, true};
    const auto indent = block_indent(source, first_line, value);
    if (!indent) {
        found.begin = found.end = found.after = line_end(source, at);
        return found;
    }
    const bool first_is_empty = value.starts_with('\n');
    found.begin = first_is_empty ? first_line : first_line + *indent;
    found.end = found.after = std::max(found.begin, block_end(source, first_line, *indent));
    if (source[at] == '|' && *indent < TextOrigin::kInexact && matches_indented(source, found.begin, value, *indent)) {
        found.indent = static_cast<std::uint16_t>(*indent);
    }
    return found;
}

std::size_t skip_property(std::string_view source, std::size_t at) {
    if (source.substr(at).starts_with("!<")) {
        const std::size_t close = source.find('>', at);
        return close == npos ? source.size() : close + 1;
    }
    return std::min(source.find_first_of(" \t\r\n,[]{}", at), source.size());
}

}  // namespace

std::size_t skip_space(std::string_view source, std::size_t at) {
    while (at < source.size()) {
        if (is_space(source[at])) {
            ++at;
        } else if (source[at] == '#' && (at == 0 || is_space(source[at - 1]))) {
            at = line_end(source, at);
        } else {
            break;
        }
    }
    return at;
}

std::size_t skip_properties(std::string_view source, std::size_t at) {
    while (at < source.size() && (source[at] == '&' || source[at] == '!')) {
        at = skip_space(source, skip_property(source, at));
    }
    return std::min(at, source.size());
}

std::size_t find_closing_quote(std::string_view source, std::size_t at) {
    const char quote = source[at];
    for (++at; at < source.size(); ++at) {
        if (quote == '"' && source[at] == '\\') {
            ++at;
        } else if (source[at] == quote) {
            if (quote == '"' || at + 1 >= source.size() || source[at + 1] != quote) {
                return at + 1;
            }
            ++at;
        }
    }
    return npos;
}

YamlScalar find_scalar(std::string_view source, std::size_t at, std::string_view value) {
    const char first = at < source.size() ? source[at] : '\0';
    if (first == '"' || first == '\'') {
        return find_quoted(source, at, value);
    }
    if (first == '|' || first == '>') {
        return find_block(source, at, value);
    }
    return find_plain(source, std::min(at, source.size()), value);
}

bool is_written_null(std::string_view source, std::size_t at) {
    for (const std::string_view word : {"~", "null", "Null", "NULL"}) {
        if (!source.substr(std::min(at, source.size())).starts_with(word)) {
            continue;
        }
        std::size_t after = at + word.size();
        const bool ends =
            after >= source.size() || is_space(source[after]) || source.find_first_of(",]}:", after) == after;
        while (after < source.size() && is_blank(source[after])) {
            ++after;
        }
        return ends && (after >= source.size() || source[after] != ':');
    }
    return false;
}

}  // namespace vanban::data
