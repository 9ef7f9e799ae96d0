// What the tests of the expression language share.
#pragma once

#include <fmt/format.h>

#include <optional>
#include <string>
#include <string_view>

#include "data/read.hpp"
#include "tmpl/eval.hpp"

namespace vanban::tmpl::test {

/// Sources of the tests: expressions and templates are source 0, data is source 1.
inline constexpr SourceId kTemplate = 0;
inline constexpr SourceId kData = 1;

inline Span whole(std::string_view text, SourceId source = kTemplate) {
    return {source, 0, static_cast<std::uint32_t>(text.size())};
}

inline std::string place(Span span) {
    if (!span.known()) return "?";
    return fmt::format("{}{}-{}", span.source == kData ? "data:" : "", span.begin, span.end);
}

/// `unknown-name@0-3 [did-you-mean@? ten]; …`: all findings with their places, and their notes.
inline std::string findings(const Diagnostics& out) {
    std::string result;
    for (const Diagnostic& found : out) {
        result += fmt::format("{}{}@{}", result.empty() ? "" : "; ", name(found.code), place(found.span));
        for (const Note& note : found.notes) {
            result += fmt::format(" [{}@{}{}{}]", name(note.code), place(note.span), note.args.empty() ? "" : " ",
                                  note.args.empty() ? "" : note.args.front());
        }
    }
    return result;
}

/// The same without the notes.
inline std::string codes(const Diagnostics& out) {
    std::string result;
    for (const Diagnostic& found : out) {
        result += fmt::format("{}{}@{}", result.empty() ? "" : "; ", name(found.code), place(found.span));
    }
    return result;
}

inline data::Value yaml(std::string text) {
    Diagnostics out;
    Sources sources;
    sources.add({"expression", {}});  // kData is the second source
    auto value = data::read({"data.yaml", std::move(text)}, data::Format::Yaml, sources, Limits{}, out);
    return value ? std::move(*value) : data::Value(findings(out), {});
}

inline Budget plenty() {
    return {1'000'000, 10'000'000};
}

/// The dump of the value of `text` over `root`, else its findings by code and place.
inline std::string evaluated(std::string_view text, const data::Value& root) {
    Diagnostics out;
    const std::optional<Expr> expr = parse_expression(text, whole(text), Limits{}, out);
    if (!expr) return codes(out);
    const Scope scope(root);
    Budget budget = plenty();
    const std::optional<Ref> value = evaluate(*expr, scope, budget, out);
    return value ? data::dump(**value) : codes(out);
}

/// The text that `text` with its {{ }} gives over `root`, else its findings with notes.
inline std::string filled(std::string_view text, const data::Value& root) {
    Diagnostics out;
    const std::optional<TextTemplate> parsed = parse_text(text, whole(text), Limits{}, out);
    if (!parsed) return findings(out);
    const Scope scope(root);
    Budget budget = plenty();
    std::string result;
    return append_text(result, *parsed, scope, budget, out) ? result : findings(out);
}

}  // namespace vanban::tmpl::test
