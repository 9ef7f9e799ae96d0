// Text with {{ }} in it.
#include <utility>

#include "tmpl/expr.hpp"
#include "tmpl/lexer.hpp"

namespace vanban::tmpl {
namespace {

constexpr std::string_view kOpen = "{{";
constexpr std::string_view kClose = "}}";

void append_literal(TextTemplate& to, std::string_view text) {
    if (text.empty()) return;
    if (to.parts.empty() || !std::holds_alternative<std::string>(to.parts.back())) to.parts.emplace_back(std::string());
    std::get<std::string>(to.parts.back()) += text;
}

/// Offset of the braces that end the expression which begins at `begin`; empty if it has none before the next `{{`.
/// Braces within quotes do not count, unless the quotes have no end.
std::optional<std::size_t> find_close(std::string_view text, std::size_t begin) {
    Lexer lexer(text.substr(begin));
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        if (token.kind == TokenKind::UnclosedText) {
            const std::size_t found = text.find(kClose, begin + token.begin);
            return found == text.npos ? std::nullopt : std::optional(found);
        }
        if (token.kind != TokenKind::BadCharacter) continue;
        const std::string_view rest = text.substr(begin + token.begin);
        if (rest.starts_with(kClose)) return begin + token.begin;
        if (rest.starts_with(kOpen)) return std::nullopt;
    }
    return std::nullopt;
}

}  // namespace

std::optional<TextTemplate> parse_text(std::string_view text, Span where, const Limits& limits, Diagnostics& out) {
    const bool exact = where.end - where.begin == text.size();
    const auto span = [&](std::size_t from, std::size_t length) { return exact ? where.sub(from, length) : where; };
    TextTemplate result;
    bool failed = false;
    std::size_t at = 0;
    for (std::size_t open = text.find(kOpen); open != text.npos; open = text.find(kOpen, at)) {
        append_literal(result, text.substr(at, open - at));
        const std::size_t begin = open + kOpen.size();
        const std::optional<std::size_t> close = find_close(text, begin);
        if (!close) {
            out.add(Code::unclosed_braces, span(open, kOpen.size()), {std::string(kOpen), std::string(kClose)});
            failed = true;
            at = begin;
            continue;
        }
        std::optional<Expr> expr =
            parse_expression(text.substr(begin, *close - begin), span(begin, *close - begin), limits, out);
        if (expr)
            result.parts.emplace_back(std::move(*expr));
        else
            failed = true;
        at = *close + kClose.size();
    }
    append_literal(result, text.substr(at));
    return failed ? std::nullopt : std::optional(std::move(result));
}

}  // namespace vanban::tmpl
