// Maps failures of yaml-cpp to codes of ours, looking at the lines around the place for the usual mistakes.
#include "data/yaml_explain.hpp"

#include <yaml-cpp/exceptions.h>

#include <algorithm>
#include <vector>

#include "data/yaml_scan.hpp"

namespace vanban::data {
namespace {

constexpr std::size_t npos = std::string_view::npos;

struct Line {
    std::size_t begin;
    std::string_view text;
};

Line line_at(std::string_view source, std::size_t at) {
    const std::size_t before = at == 0 ? npos : source.rfind('\n', at - 1);
    const std::size_t begin = before == npos ? 0 : before + 1;
    const std::size_t end = std::min(source.find('\n', begin), source.size());
    return {begin, source.substr(begin, end - begin)};
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r") == npos;
}

/// The line of `at` and the nearest one before it that is not blank.
std::vector<Line> lines_around(std::string_view source, std::size_t at) {
    std::vector<Line> lines = {line_at(source, at)};
    for (Line line = lines.front(); line.begin > 0 && lines.size() == 1;) {
        line = line_at(source, line.begin - 1);
        if (!is_blank(line.text)) {
            lines.push_back(line);
        }
    }
    return lines;
}

/// A tab among the white space that a line begins with.
std::optional<std::size_t> find_tab_indent(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        const std::size_t tab = line.text.find('\t');
        if (tab != npos && tab < line.text.find_first_not_of(" \t")) {
            return line.begin + tab;
        }
    }
    return std::nullopt;
}

/// The colon in `ten:Sở Y tế`, where a space is missing: after a name at the start of a line, not before `//`.
std::optional<std::size_t> find_tight_colon(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        const std::size_t name = std::min(line.text.find_first_not_of(" -"), line.text.size());
        const std::size_t colon = line.text.find_first_of(": \t\"'[{", name);
        if (colon == npos || colon == name || line.text[colon] != ':' || colon + 1 >= line.text.size()) {
            continue;
        }
        const char next = line.text[colon + 1];
        if (next != ' ' && next != '\t' && next != '\r' && next != '/') {
            return line.begin + colon;
        }
    }
    return std::nullopt;
}

/// The first quote at or after `from` that begins a scalar and is never closed.
std::optional<std::size_t> find_unclosed_quote(std::string_view source, std::size_t from) {
    for (std::size_t at = from; at < source.size();) {
        const bool begins = at == 0 || std::string_view(" \t\n\r[{,:").find(source[at - 1]) != npos;
        if (source[at] == '#' && begins) {
            at = std::min(source.find('\n', at), source.size());
        } else if ((source[at] == '"' || source[at] == '\'') && begins) {
            const std::size_t after = find_closing_quote(source, at);
            if (after == npos) {
                return at;
            }
            at = after;
        } else {
            ++at;
        }
    }
    return std::nullopt;
}

Diagnostic malformed(Span place, Code hint) {
    return diagnose(Code::yaml_malformed, place).with({hint, {}, {}});
}

/// A colon, key or item where none can stand: the causes in the order of how often people write them.
Diagnostic explain_structure(const Intake& intake, const YamlFailure& failure) {
    const std::string_view source = intake.text();
    const std::size_t at = std::min(failure.at, source.size());
    const std::vector<Line> lines = lines_around(source, at);
    if (const auto colon = find_tight_colon(lines)) {
        return malformed(intake.character(*colon), Code::yaml_hint_space_after_colon);
    }
    const Line& line = lines.front();
    const std::size_t in_line = at - line.begin;
    const bool second_colon = line.text.substr(0, in_line).find(": ") != npos;
    if (failure.message == YAML::ErrorMsg::MAP_VALUE && second_colon) {
        return malformed(intake.character(at), Code::yaml_hint_quote_colon);
    }
    const bool first_in_line = is_blank(line.text.substr(0, in_line));
    if (!first_in_line && failure.message == YAML::ErrorMsg::BLOCK_ENTRY) {
        return malformed(intake.character(at), Code::yaml_hint_dash);
    }
    const bool after_value = !first_in_line && failure.message != YAML::ErrorMsg::MAP_VALUE;
    return malformed(intake.character(at), after_value ? Code::yaml_hint_after_value : Code::yaml_hint_indent);
}

struct Meaning {
    std::string_view message;
    Code hint;
};

const Meaning kMeanings[] = {
    {YAML::ErrorMsg::INVALID_HEX, Code::yaml_hint_escape},
    {YAML::ErrorMsg::INVALID_UNICODE, Code::yaml_hint_escape},
    {YAML::ErrorMsg::INVALID_ESCAPE, Code::yaml_hint_escape},
    {YAML::ErrorMsg::UNKNOWN_TOKEN, Code::yaml_hint_reserved},
    {YAML::ErrorMsg::FLOW_END, Code::yaml_hint_stray_bracket},
    {YAML::ErrorMsg::ZERO_INDENT_IN_BLOCK, Code::yaml_hint_block_header},
    {YAML::ErrorMsg::CHAR_IN_BLOCK, Code::yaml_hint_block_header},
    {YAML::ErrorMsg::UNKNOWN_ANCHOR, Code::yaml_hint_anchor},
    {YAML::ErrorMsg::ALIAS_NOT_FOUND, Code::yaml_hint_star},
    {YAML::ErrorMsg::ANCHOR_NOT_FOUND, Code::yaml_hint_star},
    {YAML::ErrorMsg::CHAR_IN_ALIAS, Code::yaml_hint_star},
    {YAML::ErrorMsg::CHAR_IN_ANCHOR, Code::yaml_hint_star},
    {YAML::ErrorMsg::ALIAS_CONTENT, Code::yaml_hint_star},
};

const std::string_view kStructure[] = {
    YAML::ErrorMsg::END_OF_MAP, YAML::ErrorMsg::END_OF_SEQ, YAML::ErrorMsg::BLOCK_ENTRY,
    YAML::ErrorMsg::MAP_KEY,    YAML::ErrorMsg::MAP_VALUE,
};

bool is_unclosed_quote(std::string_view message) {
    return message == YAML::ErrorMsg::EOF_IN_SCALAR || message == YAML::ErrorMsg::DOC_IN_SCALAR;
}

bool is_unclosed_bracket(std::string_view message) {
    return message == YAML::ErrorMsg::END_OF_SEQ_FLOW || message == YAML::ErrorMsg::END_OF_MAP_FLOW;
}

}  // namespace

Diagnostic explain_yaml(const Intake& intake, const YamlFailure& failure) {
    const std::string_view source = intake.text();
    const std::size_t at = std::min(failure.at, source.size());
    if (const auto tab = find_tab_indent(lines_around(source, at))) {
        return diagnose(Code::yaml_tab_indent, intake.character(*tab));
    }
    if (is_unclosed_quote(failure.message)) {
        const auto quote = find_unclosed_quote(source, failure.read_to);
        return malformed(intake.character(quote.value_or(at)), Code::yaml_hint_unclosed_quote);
    }
    if (is_unclosed_bracket(failure.message)) {
        const auto open = failure.open_bracket;
        Diagnostic diagnostic = malformed(intake.character(at), Code::yaml_hint_unclosed_bracket);
        if (open) {
            diagnostic.notes.push_back({Code::bracket_opened_here, intake.character(*open), {}});
        }
        return diagnostic;
    }
    if (std::find(std::begin(kStructure), std::end(kStructure), failure.message) != std::end(kStructure)) {
        return explain_structure(intake, failure);
    }
    const auto meaning = std::find_if(std::begin(kMeanings), std::end(kMeanings),
                                      [&](const Meaning& m) { return failure.message.starts_with(m.message); });
    const bool escape = meaning != std::end(kMeanings) && meaning->hint == Code::yaml_hint_escape;
    const std::size_t backslash = escape ? source.rfind('\\', at) : npos;  // it stops only after the escape
    const Span place = intake.character(backslash == npos ? at : backslash);
    if (meaning == std::end(kMeanings)) {
        return diagnose(Code::yaml_malformed, place);
    }
    return diagnose(Code::yaml_malformed, place)
        .with({meaning->hint, {}, {std::string(source.substr(place.begin, place.end - place.begin))}});
}

}  // namespace vanban::data
