// Reads a text as a data file and keeps everything that the tests look at.
#pragma once

#include <boost/test/unit_test.hpp>
#include <string>
#include <string_view>

#include "base/cell_places.hpp"
#include "data/read.hpp"

namespace vanban::data {

struct Reading {
    std::string source;
    std::optional<Value> value;
    Diagnostics findings;
    std::shared_ptr<const CellPlaces> cells = nullptr;  ///< Of a workbook.

    std::string dumped() const { return value ? dump(*value) : std::string("(refused)"); }
    std::string_view at(Span span) const { return std::string_view(source).substr(span.begin, span.end - span.begin); }
    /// Source bytes of the value at a path of keys.
    const Value& get(std::initializer_list<std::string_view> path) const {
        BOOST_REQUIRE(value);
        const Value* node = &*value;
        for (const std::string_view key : path) {
            node = node->find(key);
            BOOST_REQUIRE(node);
        }
        return *node;
    }
    std::string_view text_of(std::initializer_list<std::string_view> path) const { return at(get(path).span); }

    /// `Nhiệm vụ!C7` for a place in a workbook.
    std::string cell_at(Span span) const {
        const auto place = cells && span.known() ? cells->at(span.begin) : std::nullopt;
        return place ? std::string(place->sheet) + "!" + place->cell : "nowhere";
    }
    std::string cell_of(std::initializer_list<std::string_view> path) const { return cell_at(get(path).span); }
    /// Findings in a workbook, a line each: `code sheet!cell`.
    std::string cell_findings() const {
        std::string out;
        for (const Diagnostic& each : findings) out += std::string(name(each.code)) + " " + cell_at(each.span) + "\n";
        return out;
    }

    /// The only finding, `code@offset` with its notes as `code@offset`; the count if there is not exactly one.
    std::string finding() const {
        if (findings.items().size() != 1) return std::to_string(findings.items().size()) + " findings";
        return printed(findings.items().front());
    }
    /// All findings in this form, one after the other.
    std::string all_findings() const {
        std::string all;
        for (const Diagnostic& each : findings) all += (all.empty() ? "" : "; ") + printed(each);
        return all;
    }
    static std::string printed(const Diagnostic& diagnostic) {
        std::string out = place(diagnostic.code, diagnostic.span);
        for (const Note& note : diagnostic.notes) out += " " + place(note.code, note.span);
        return out;
    }
    static std::string place(Code code, Span span) {
        return std::string(name(code)) + (span.known() ? "@" + std::to_string(span.begin) : "");
    }
};

inline Reading read_text(std::string_view text, Format format, const Limits& limits = {}) {
    Reading reading{std::string(text), std::nullopt, {}};
    Sources sources;
    reading.value = read({"test", reading.source}, format, sources, limits, reading.findings);
    BOOST_TEST(reading.value.has_value() == !reading.findings.has_errors());
    return reading;
}

inline Reading yaml(std::string_view text, const Limits& limits = {}) {
    return read_text(text, Format::Yaml, limits);
}
inline Reading json(std::string_view text, const Limits& limits = {}) {
    return read_text(text, Format::Json, limits);
}
inline Reading csv(std::string_view text, const Limits& limits = {}) {
    return read_text(text, Format::Csv, limits);
}
inline Reading xml(std::string_view text, const Limits& limits = {}) {
    return read_text(text, Format::Xml, limits);
}
inline Reading json_lines(std::string_view text, const Limits& limits = {}) {
    return read_text(text, Format::JsonLines, limits);
}

inline std::string repeated(std::string_view piece, std::size_t times) {
    std::string out;
    out.reserve(piece.size() * times);
    for (std::size_t i = 0; i < times; ++i) out += piece;
    return out;
}

}  // namespace vanban::data
