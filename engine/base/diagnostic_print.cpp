// Findings as text: for people with the source line and a caret, for programs as JSON lines.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "base/cell_places.hpp"
#include "base/diagnostic_words.hpp"
#include "base/utf8.hpp"

namespace vanban {

namespace {

constexpr std::size_t kTabStop = 4;
/// Characters of a long line that are shown before and after the first character of the place.
constexpr std::size_t kShownBefore = 60;
constexpr std::size_t kShownAfter = 60;

/// ANSI colours, or nothing.
class Paint {
public:
    explicit Paint(bool color) : color_(color) {}
    std::string severity(Severity severity, std::string_view text) const {
        const std::string_view code = severity == Severity::Error     ? "1;31"
                                      : severity == Severity::Warning ? "1;33"
                                                                      : "1;36";
        return painted(code, text);
    }
    std::string frame(std::string_view text) const { return painted("1;34", text); }
    std::string strong(std::string_view text) const { return painted("1", text); }

private:
    std::string painted(std::string_view code, std::string_view text) const {
        return color_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
    }
    bool color_;
};

/// The part of a source line that is shown, and where the underline goes, in terminal columns.
struct Excerpt {
    std::string text;
    std::size_t underline_from = 0;
    std::size_t underline_width = 1;
};

bool continues_character(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

std::size_t step_back(std::string_view line, std::size_t offset, std::size_t characters) {
    for (; characters > 0 && offset > 0; --characters) {
        --offset;
        while (offset > 0 && continues_character(line[offset])) --offset;
    }
    return offset;
}

std::size_t step_forward(std::string_view line, std::size_t offset, std::size_t characters) {
    for (; characters > 0 && offset < line.size(); --characters) utf8::next(line, offset);
    return offset;
}

/// The byte range [from, to) of `line`, with what stands around it.
Excerpt excerpt(std::string_view line, std::size_t from, std::size_t to) {
    const std::size_t begin = step_back(line, from, kShownBefore);
    const std::size_t end = step_forward(line, from, kShownAfter);
    Excerpt out;
    std::size_t column = 0;
    const auto put = [&](std::string_view text) {
        out.text += text;
        column += utf8::columns(text);
    };
    if (begin > 0) put("…");
    std::optional<std::size_t> underline_from;
    std::size_t underline_to = 0;
    for (std::size_t offset = begin; offset < end;) {
        if (offset >= from && !underline_from) underline_from = column;
        const std::size_t character = offset;
        const char32_t c = utf8::next(line, offset);
        if (c == U'\t') {
            put(std::string(kTabStop - column % kTabStop, ' '));
        } else if (c != 0xFEFF) {
            put(printable(line.substr(character, offset - character)));
        }
        if (character < to) underline_to = column;
    }
    out.underline_from = underline_from.value_or(column);
    out.underline_width = std::max<std::size_t>(underline_to, out.underline_from + 1) - out.underline_from;
    if (end < line.size()) put("…");
    return out;
}

/// The line of a source that a place begins on.
struct SourceLine {
    std::string_view text;
    std::size_t from = 0;  ///< Bytes of the place in `text`.
    std::size_t to = 0;
};

SourceLine line_of(std::string_view text, const Span& span) {
    const std::size_t begin = std::min<std::size_t>(span.begin, text.size());
    const std::size_t line_begin = begin == 0 ? 0 : text.rfind('\n', begin - 1) + 1;
    const std::size_t line_end = std::min(text.find('\n', begin), text.size());
    std::string_view line = text.substr(line_begin, line_end - line_begin);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return {line, std::min(begin - line_begin, line.size()),
            std::min(std::max<std::size_t>(span.end, begin) - line_begin, line.size())};
}

/// Where a place is, in words, and the number that stands before its line; no number where there is no line.
struct Address {
    std::string text;
    std::string number;
};

Address address_of(const Source& source, const Span& span, Lang lang) {
    const std::string file = printable(source.name);
    if (source.cells != nullptr) {
        const auto cell = source.cells->at(span.begin);
        if (!cell) return {file, {}};
        const std::string in_sheet = word(Code::place_in_sheet, {std::string(cell->sheet), cell->cell}, lang);
        return {fmt::format("{}, {}", file, printable(in_sheet)), fmt::to_string(cell->row)};
    }
    const Place place = place_of(source, span.begin);
    return {fmt::format("{}:{}:{}", file, place.line, place.column), fmt::to_string(place.line)};
}

/// Appends ` --> name:line:column`, the line and the underline; nothing for an unknown place.
void print_place(std::string& out, const Span& span, const Sources& sources, Severity severity, Lang lang,
                 const Paint& paint) {
    const Source* source = sources.get(span.source);
    if (source == nullptr) return;
    const Address address = address_of(*source, span, lang);
    const std::string margin(address.number.size(), ' ');
    auto end = std::back_inserter(out);
    fmt::format_to(end, "{}{} {}\n", margin, paint.frame("-->"), address.text);
    if (address.number.empty()) return;
    const SourceLine line = line_of(source->text, span);
    const Excerpt shown = excerpt(line.text, line.from, line.to);
    fmt::format_to(end, "{} {}\n", margin, paint.frame("|"));
    fmt::format_to(end, "{} {} {}\n", paint.frame(address.number), paint.frame("|"), shown.text);
    fmt::format_to(end, "{} {} {}{}\n", margin, paint.frame("|"), std::string(shown.underline_from, ' '),
                   paint.severity(severity, std::string(shown.underline_width, '^')));
}

void print_note(std::string& out, const Note& note, const Sources& sources, const HumanStyle& style,
                const Paint& paint) {
    fmt::format_to(std::back_inserter(out), "  {} {}: {}\n", paint.frame("="),
                   paint.severity(Severity::Note, severity_label(Severity::Note, style.lang)),
                   printable(word(note.code, note.args, style.lang)));
    print_place(out, note.span, sources, Severity::Note, style.lang, paint);
}

}  // namespace

void append_json_text(std::string& out, std::string_view text) {
    out += '"';
    for (std::size_t offset = 0; offset < text.size();) {
        const char32_t c = utf8::next(text, offset);
        if (c == U'"' || c == U'\\') {
            out += '\\';
            out += static_cast<char>(c);
        } else if (c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029) {
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<std::uint32_t>(c));
        } else {
            utf8::append(out, c);
        }
    }
    out += '"';
}

namespace {

/// `,"file":…` to `"cell":…`: lines and columns for texts, sheet and cell for workbooks; what does not apply is null.
void append_json_place(std::string& out, const Span& span, const Sources& sources) {
    constexpr std::string_view kNoLines = R"(,"line":null,"column":null,"end_line":null,"end_column":null)";
    constexpr std::string_view kNoCell = R"(,"sheet":null,"cell":null)";
    const Source* source = sources.get(span.source);
    out += ",\"file\":";
    if (source == nullptr) {
        fmt::format_to(std::back_inserter(out), "null{}{}", kNoLines, kNoCell);
        return;
    }
    append_json_text(out, source->name);
    if (source->cells == nullptr) {
        const Place begin = place_of(*source, span.begin);
        const Place end = place_of(*source, std::max(span.begin, span.end));
        fmt::format_to(std::back_inserter(out), R"(,"line":{},"column":{},"end_line":{},"end_column":{}{})", begin.line,
                       begin.column, end.line, end.column, kNoCell);
        return;
    }
    out += kNoLines;
    const auto cell = source->cells->at(span.begin);
    if (!cell) {
        out += kNoCell;
        return;
    }
    out += ",\"sheet\":";
    append_json_text(out, cell->sheet);
    fmt::format_to(std::back_inserter(out), R"(,"cell":"{}")", cell->cell);
}

/// `"message":…` and the place.
void append_json_message(std::string& out, Code code, const std::vector<std::string>& args, const Span& span,
                         const Sources& sources, Lang lang) {
    out += "\"message\":";
    append_json_text(out, word(code, args, lang));
    append_json_place(out, span, sources);
}

}  // namespace

std::string print_human(const Diagnostics& diagnostics, const Sources& sources, const HumanStyle& style) {
    const Paint paint(style.color);
    std::string out;
    for (const Diagnostic& each : diagnostics) {
        const std::string head = fmt::format("{}[{}]", severity_label(each.severity, style.lang), name(each.code));
        fmt::format_to(std::back_inserter(out), "{}: {}\n", paint.severity(each.severity, head),
                       paint.strong(printable(word(each.code, each.args, style.lang))));
        print_place(out, each.span, sources, each.severity, style.lang, paint);
        for (const Note& note : each.notes) print_note(out, note, sources, style, paint);
        out += '\n';
    }
    return out;
}

std::string print_json(const Diagnostics& diagnostics, const Sources& sources, Lang lang) {
    std::string out;
    for (const Diagnostic& each : diagnostics) {
        fmt::format_to(std::back_inserter(out), R"({{"severity":"{}","code":"{}",)",
                       severity_label(each.severity, Lang::En), name(each.code));
        append_json_message(out, each.code, each.args, each.span, sources, lang);
        out += ",\"notes\":[";
        for (std::size_t i = 0; i < each.notes.size(); ++i) {
            const Note& note = each.notes[i];
            fmt::format_to(std::back_inserter(out), R"({}{{"code":"{}",)", i == 0 ? "" : ",", name(note.code));
            append_json_message(out, note.code, note.args, note.span, sources, lang);
            out += '}';
        }
        out += "]}\n";
    }
    return out;
}

}  // namespace vanban
