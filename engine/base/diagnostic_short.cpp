// Findings as lines that editors and scripts pick apart: place, severity, code, message.
#include <fmt/format.h>

#include "base/diagnostic_words.hpp"

namespace vanban {

namespace {

/// `file:line:column`; empty where the place is unknown.
std::string place_text(const Span& span, const Sources& sources) {
    const Source* source = sources.get(span.source);
    if (source == nullptr) return {};
    const Place place = place_of(source->text, span.begin);
    return fmt::format("{}:{}:{}", printable(source->name), place.line, place.column);
}

void append_note(std::string& out, const Note& note, const Sources& sources, Lang lang) {
    out += "; " + printable(word(note.code, note.args, lang));
    if (const std::string place = place_text(note.span, sources); !place.empty()) out += " (" + place + ")";
}

}  // namespace

std::string print_short(const Diagnostics& diagnostics, const Sources& sources, Lang lang) {
    std::string out;
    for (const Diagnostic& each : diagnostics) {
        const std::string place = place_text(each.span, sources);
        if (!place.empty()) out += place + ": ";
        out += fmt::format("{}[{}]: {}", severity_label(each.severity, lang), name(each.code),
                           printable(word(each.code, each.args, lang)));
        for (const Note& note : each.notes) append_note(out, note, sources, lang);
        out += '\n';
    }
    return out;
}

}  // namespace vanban
