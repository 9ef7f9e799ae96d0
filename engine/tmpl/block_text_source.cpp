// Masking of block text, and the way back from its bytes to places in the source.
#include "tmpl/block_text_source.hpp"

#include <algorithm>

#include "tmpl/lexer.hpp"

namespace vanban::tmpl {

namespace {

constexpr char kHoleFiller = '\x01';
/// `[` and `_` are plain text here: links are found below, so that a link definition cannot swallow a paragraph, and
/// runs of `_` are blanks to be filled in by hand.
constexpr char kPlainFiller = '\x02';
/// Longest link target that is looked for, in bytes.
constexpr std::size_t kMaxTarget = 2048;

/// Past the `}}` of the expression that opens at `offset`; npos if it has none before the next `{{`. In quotes `}}` is
/// text, unless a quote is left open: then the expression ends at the first `}}`, and its parser says what is wrong.
std::size_t skip_expression(std::string_view text, std::size_t offset) {
    const std::size_t begin = offset + 2;
    Lexer lexer(text.substr(begin));
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        const std::size_t at = begin + token.begin;
        if (token.kind == TokenKind::UnclosedText) {
            const std::size_t end = text.find("}}", at);
            return end == text.npos ? text.npos : end + 2;
        }
        if (text.substr(at).starts_with("}}")) return at + 2;
        if (text.substr(at).starts_with("{{")) return text.npos;
    }
    return text.npos;
}

/// Scans the text once; brackets are forgotten at blank lines because a link cannot cross them.
class Masker {
public:
    explicit Masker(std::string_view text) { result_.original = text, result_.masked = text; }

    MaskedText run() && {
        while (offset_ < text().size()) step();
        return std::move(result_);
    }

private:
    std::string_view text() const { return result_.original; }

    void step() {
        switch (text()[offset_]) {
            case '\\':
                offset_ += text().substr(offset_ + 1).starts_with("{{") ? 1 : 2;
                break;
            case '{':
                on_brace();
                break;
            case '[':
                bracket_ = offset_, plain();
                break;
            case ']':
                on_bracket_end();
                break;
            case '_':
                plain();
                break;
            case '\n':
                on_line_end();
                break;
            default:
                ++offset_;
        }
    }

    void plain() { result_.masked[offset_++] = kPlainFiller; }

    /// After one that is not closed the rest of the text may be inside of it, so nothing more is taken for an
    /// expression.
    void on_brace() {
        if (result_.unclosed || !text().substr(offset_).starts_with("{{")) return void(++offset_);
        const std::size_t end = skip_expression(text(), offset_);
        if (end == std::string_view::npos) return void(result_.unclosed = offset_++);
        result_.holes.push_back({offset_, end});
        std::fill(result_.masked.begin() + static_cast<std::ptrdiff_t>(offset_),
                  result_.masked.begin() + static_cast<std::ptrdiff_t>(end), kHoleFiller);
        offset_ = end;
    }

    void on_bracket_end() {
        const std::string_view rest = text().substr(offset_, kMaxTarget);
        const std::size_t close = rest.starts_with("](") ? rest.find(')') : std::string_view::npos;
        if (bracket_ != std::string_view::npos && close != std::string_view::npos &&
            rest.substr(0, close).find('\n') == rest.npos) {
            const bool image = bracket_ > 0 && text()[bracket_ - 1] == '!';
            result_.links.push_back({image ? bracket_ - 1 : bracket_, offset_ + close + 1});
        }
        bracket_ = std::string_view::npos;
        ++offset_;
    }

    void on_line_end() {
        const std::size_t next = text().find_first_not_of(" \t\r", ++offset_);
        if (next == std::string_view::npos || text()[next] == '\n') bracket_ = std::string_view::npos;
    }

    MaskedText result_;
    std::size_t offset_ = 0;
    std::size_t bracket_ = std::string_view::npos;
};

}  // namespace

const Range* MaskedText::hole_from(std::size_t offset) const {
    const auto found = std::ranges::lower_bound(holes, offset, {}, &Range::begin);
    return found == holes.end() ? nullptr : &*found;
}

MaskedText mask(std::string_view text) {
    return Masker(text).run();
}

SpanMap::SpanMap(std::string_view text, const TextOrigin& where) : where_(where) {
    if (where_.indent == 0 || where_.indent == TextOrigin::kInexact) return;
    for (std::size_t end = text.find('\n'); end != text.npos; end = text.find('\n', end + 1)) {
        const bool line_is_empty = end + 1 >= text.size() || text[end + 1] == '\n';
        if (!line_is_empty) indented_lines_.push_back(end + 1);
    }
}

Span SpanMap::at(Range range) const {
    if (where_.indent == TextOrigin::kInexact) return where_.span;
    const std::size_t begin = source_offset(range.begin);
    const std::size_t end = range.end > range.begin ? source_offset(range.end - 1) + 1 : begin;
    return where_.span.sub(begin, end - begin);
}

std::size_t SpanMap::source_offset(std::size_t offset) const {
    const auto lines = std::ranges::upper_bound(indented_lines_, offset) - indented_lines_.begin();
    return offset + static_cast<std::size_t>(lines) * where_.indent;
}

}  // namespace vanban::tmpl
