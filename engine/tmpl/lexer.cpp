// The scanner behind expressions and {{ }} texts.
#include "tmpl/lexer.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace vanban::tmpl {
namespace {

constexpr std::array<std::pair<std::string_view, TokenKind>, 9> kWords{{
    {"and", TokenKind::And},
    {"or", TokenKind::Or},
    {"not", TokenKind::Not},
    {"in", TokenKind::In},
    {"if", TokenKind::If},
    {"else", TokenKind::Else},
    {"true", TokenKind::True},
    {"false", TokenKind::False},
    {"null", TokenKind::Null},
}};

/// A sign, and what it is with `=` behind it.
struct Sign {
    char32_t first;
    TokenKind alone;
    TokenKind with_equals = TokenKind::BadCharacter;
};

constexpr std::array kSigns{
    Sign{U'(', TokenKind::LeftParen},
    Sign{U')', TokenKind::RightParen},
    Sign{U'[', TokenKind::LeftBracket},
    Sign{U']', TokenKind::RightBracket},
    Sign{U',', TokenKind::Comma},
    Sign{U'.', TokenKind::Dot},
    Sign{U'|', TokenKind::Pipe},
    Sign{U'+', TokenKind::Plus},
    Sign{U'-', TokenKind::Minus},
    Sign{U'*', TokenKind::Star},
    Sign{U'/', TokenKind::Slash},
    Sign{U'~', TokenKind::Tilde},
    Sign{U'<', TokenKind::Less, TokenKind::LessEqual},
    Sign{U'>', TokenKind::Greater, TokenKind::GreaterEqual},
    Sign{U'=', TokenKind::BadCharacter, TokenKind::Equal},
    Sign{U'!', TokenKind::BadCharacter, TokenKind::NotEqual},
};

bool is_space(char32_t c) {
    return c == U' ' || c == U'\t' || c == U'\n' || c == U'\r' || c == 0xA0 || c == 0x2007 || c == 0x202F;
}

bool is_digit(char32_t c) {
    return c >= U'0' && c <= U'9';
}

/// Letters of the Latin blocks, which hold all of Vietnamese.
bool is_letter(char32_t c) {
    if (c < 0x80) return (c >= U'a' && c <= U'z') || (c >= U'A' && c <= U'Z') || c == U'_';
    if (c >= 0xC0 && c <= 0x24F) return c != 0xD7 && c != 0xF7;
    return c >= 0x1E00 && c <= 0x1EFF;
}

/// A mark that no composed letter exists for stays behind its letter in NFC.
bool is_mark(char32_t c) {
    return c >= 0x300 && c <= 0x36F;
}

bool is_quote(char32_t c) {
    return c == U'"' || c == U'\'' || c == 0x201C || c == 0x201D || c == 0x2018 || c == 0x2019;
}

/// Opening and closing quotes of typesetting are taken for each other.
bool closes(char32_t opening, char32_t c) {
    if (opening == 0x201C || opening == 0x201D) return c == 0x201C || c == 0x201D;
    if (opening == 0x2018 || opening == 0x2019) return c == 0x2018 || c == 0x2019;
    return c == opening;
}

std::size_t quote_length(std::string_view text) {
    std::size_t length = 0;
    utf8::next(text, length);
    return length;
}

/// What the letter behind a backslash stands for.
std::optional<char32_t> unescaped(char32_t letter) {
    if (letter == U'n') return U'\n';
    if (letter == U't') return U'\t';
    if (letter == U'\\' || is_quote(letter)) return letter;
    return std::nullopt;
}

}  // namespace

bool Token::is_word() const {
    return kind == TokenKind::Name || (kind >= TokenKind::And && kind <= TokenKind::Null);
}

Token Lexer::next() {
    skip_space();
    const std::size_t begin = offset_;
    if (begin >= text_.size()) return token(TokenKind::End, begin);
    const char32_t first = utf8::next(text_, offset_);
    if (is_digit(first)) return number(begin);
    if (is_letter(first)) return name(begin);
    if (is_quote(first)) return quoted(begin, first);
    return sign(begin, first);
}

Token Lexer::token(TokenKind kind, std::size_t begin) {
    return {kind, text_.substr(begin, offset_ - begin), begin, offset_};
}

Token Lexer::number(std::size_t begin) {
    const auto digit_at = [&](std::size_t at) {
        return at < text_.size() && is_digit(static_cast<unsigned char>(text_[at]));
    };
    while (digit_at(offset_)) ++offset_;
    if (offset_ < text_.size() && text_[offset_] == '.' && digit_at(offset_ + 1)) {
        ++offset_;
        while (digit_at(offset_)) ++offset_;
    }
    const std::size_t end = offset_;
    skip_word();
    return token(offset_ == end ? TokenKind::Number : TokenKind::BadNumber, begin);
}

Token Lexer::name(std::size_t begin) {
    skip_word();
    const Token found = token(TokenKind::Name, begin);
    const auto word = std::ranges::find(kWords, found.text, [](const auto& entry) { return entry.first; });
    return word == kWords.end() ? found : token(word->second, begin);
}

void Lexer::skip_word() {
    while (offset_ < text_.size()) {
        std::size_t after = offset_;
        const char32_t c = utf8::next(text_, after);
        if (!is_letter(c) && !is_digit(c) && !is_mark(c)) return;
        offset_ = after;
    }
}

Token Lexer::quoted(std::size_t begin, char32_t quote) {
    while (offset_ < text_.size()) {
        const char32_t c = utf8::next(text_, offset_);
        if (closes(quote, c)) return token(TokenKind::Text, begin);
        if (c == U'\\' && offset_ < text_.size()) utf8::next(text_, offset_);
    }
    return token(TokenKind::UnclosedText, begin);
}

bool Lexer::accept(char expected) {
    if (offset_ >= text_.size() || text_[offset_] != expected) return false;
    ++offset_;
    return true;
}

Token Lexer::sign(std::size_t begin, char32_t first) {
    const auto found = std::ranges::find(kSigns, first, &Sign::first);
    if (found == kSigns.end()) return token(TokenKind::BadCharacter, begin);
    const bool longer = found->with_equals != TokenKind::BadCharacter && accept('=');
    return token(longer ? found->with_equals : found->alone, begin);
}

void Lexer::skip_space() {
    while (offset_ < text_.size()) {
        std::size_t after = offset_;
        if (!is_space(utf8::next(text_, after))) return;
        offset_ = after;
    }
}

bool is_name(std::string_view text) {
    Lexer lexer(text);
    const Token token = lexer.next();
    return token.kind == TokenKind::Name && token.text.size() == text.size();
}

Unquoted unquote(const Token& token) {
    Unquoted result;
    const std::size_t quote = quote_length(token.text);
    const std::string_view inner = token.text.substr(quote, token.text.size() - 2 * quote);
    for (std::size_t at = 0; at < inner.size();) {
        const std::size_t begin = at;
        char32_t c = utf8::next(inner, at);
        if (c == U'\\' && at < inner.size()) {
            c = utf8::next(inner, at);
            const std::optional<char32_t> meant = unescaped(c);
            if (!meant && !result.bad_escape) result.bad_escape = quote + begin;
            c = meant.value_or(c);
        }
        utf8::append(result.text, c);
    }
    return result;
}

}  // namespace vanban::tmpl
