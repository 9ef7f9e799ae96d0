// What must hold after reading any bytes as data, whatever the format.
#pragma once

#include <cstdlib>

#include "base/utf8.hpp"
#include "data/read.hpp"
#include "exact_bytes.hpp"

namespace vanban::data {

/// Stops the run if `holds` is false; unlike assert, in release builds too.
inline void require(bool holds) {
    if (!holds) std::abort();
}

inline bool inside(Span span, std::size_t size) {
    return !span.known() || (span.begin <= span.end && span.end <= size);
}

/// Whether an exact text may have `text` where the source has `written`: white space in attributes of XML is a blank.
inline bool is_same(char text, char written) {
    return text == written || (text == ' ' && (written == '\t' || written == '\n' || written == '\r'));
}

/// Spans lie inside the source. Mending changes letters, never their number of bytes, so exact texts keep their length.
inline void check_places(const Value& value, std::string_view source) {
    require(inside(value.span, source.size()));
    const auto* text = value.get_if<std::string>();
    if (text != nullptr && value.indent != TextOrigin::kInexact) {
        for (std::size_t at = 0; at < text->size(); ++at) {
            const Span place = value.origin().at(*text, at, 1);
            const bool ascii = static_cast<unsigned char>((*text)[at]) < 0x80;
            require(inside(place, source.size()) &&
                    (!ascii || place.begin == place.end || is_same((*text)[at], source[place.begin])));
        }
    }
    if (const auto* list = value.get_if<List>()) {
        for (const Value& item : *list) check_places(item, source);
    }
    if (const auto* map = value.get_if<Map>()) {
        for (const Member& member : *map) {
            require(inside(member.key_span, source.size()));
            check_places(member.value, source);
        }
    }
}

/// Places lie inside the source; what is printed of them is UTF-8, whatever the bytes were.
inline void check_findings(const Diagnostics& out, const Sources& sources, std::size_t size) {
    for (const Diagnostic& diagnostic : out) {
        require(inside(diagnostic.span, size));
        for (const Note& note : diagnostic.notes) require(inside(note.span, size));
    }
    require(!utf8::find_invalid(print_human(out, sources, {})));
    require(!utf8::find_invalid(print_json(out, sources, Lang::En)));
}

inline void read_any(const std::uint8_t* data, std::size_t size, Format format) {
    const ExactBytes bytes(data, size);
    const Source source{"fuzz", std::string(bytes.view())};
    Limits limits;
    limits.values = 100'000;
    Diagnostics out;
    Sources sources;
    const auto value = read(source, format, sources, limits, out);
    require(value.has_value() == !out.has_errors());
    check_findings(out, sources, size);
    if (value) {
        check_places(*value, source.text);
        require(*value == merge(*value, *value));
        dump(*value);
    }
}

}  // namespace vanban::data
