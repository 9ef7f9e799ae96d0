// Cuts the text of an expression into tokens.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vanban::tmpl {

enum class TokenKind : std::uint8_t {
    End,
    Number,
    Text,
    Name,
    LeftParen,
    RightParen,
    LeftBracket,
    RightBracket,
    Comma,
    Dot,
    Pipe,
    Plus,
    Minus,
    Star,
    Slash,
    Tilde,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
    Not,
    In,
    If,
    Else,
    True,
    False,
    Null,
    BadNumber,     ///< Figures with letters at their end: `12abc`.
    BadCharacter,  ///< One character that begins no token.
    UnclosedText,  ///< From an opening quote to the end.
};

/// A view into the text that its Lexer was given; it stands at [begin, end) there.
struct Token {
    TokenKind kind = TokenKind::End;
    std::string_view text;  ///< As written, a Text with its quotes.
    std::size_t begin = 0;
    std::size_t end = 0;
    /// True for a Name, and for a word of the language, which may be the name of a member or filter.
    bool is_word() const;
};

/// The tokens of one text, which must outlive the lexer and its tokens. Never fails: what cannot be read is a token
/// of one of the bad kinds. Quotes of typesetting (“ ” ‘ ’) count as quotes and no-break spaces as spaces, because
/// word processors put them there. Names are letters of the Latin script with any diacritics, digits and `_`.
class Lexer {
public:
    explicit Lexer(std::string_view text) : text_(text) {}
    explicit Lexer(const char* text) : text_(text) {}
    Lexer(std::string&&) = delete;

    /// The next token; End again and again once the text is used up.
    Token next();
    /// Byte offset behind the last token.
    std::size_t offset() const { return offset_; }

private:
    Token token(TokenKind kind, std::size_t begin);
    Token number(std::size_t begin);
    Token name(std::size_t begin);
    Token quoted(std::size_t begin, char32_t quote);
    Token sign(std::size_t begin, char32_t first);
    bool accept(char expected);
    void skip_word();
    void skip_space();

    std::string_view text_;
    std::size_t offset_ = 0;
};

/// True if `text` is a name and no word of the language.
bool is_name(std::string_view text);

/// The content of a Text token without its quotes; `\\ \" \' \n \t` are escapes.
struct Unquoted {
    std::string text;
    std::optional<std::size_t> bad_escape;  ///< Offset in the token of the first unknown escape.
};
Unquoted unquote(const Token& token);

}  // namespace vanban::tmpl
