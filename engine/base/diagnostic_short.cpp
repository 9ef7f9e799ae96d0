// Findings as lines that editors and scripts pick apart: place, severity, code, message.
#include <fmt/format.h>

#include "base/cell_places.hpp"
#include "base/diagnostic_words.hpp"

namespace vanban {

namespace {

/// `file:line:column`, in a workbook `file:sheet!C7`; empty where the place is unknown.
std::string place_text(const Span& span, const Sources& sources) {
    const Source* source = sources.get(span.source);
    if (source == nullptr) return {};
    const std::string file = printable(source->name);
    if (source->cells != nullptr) {
        const auto cell = source->cells->at(span.begin);
        return cell ? fmt::format("{}:{}!{}", file, printable(cell->sheet), cell->cell) : file;
    }
    const Place place = place_of(source->text, span.begin);
    return fmt::format("{}:{}:{}", file, place.line, place.column);
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
