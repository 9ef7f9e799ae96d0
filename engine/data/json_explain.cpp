// Why a JSON text is malformed, and where: a strict scan by RFC 8259 that stops at the first fault.
// It runs only after simdjson has refused the text, so it is written for the message, not for speed.
#include <vector>

#include "data/readers.hpp"

namespace vanban::data {
namespace {

struct Fault {
    std::size_t begin;
    std::size_t end;
    Code hint;
    std::optional<std::size_t> opened = std::nullopt;  ///< The bracket that was left open or does not match.
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_hex(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}
bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

class JsonScan {
public:
    JsonScan(std::string_view text, std::size_t start, std::size_t depth) : text_(text), at_(start), depth_(depth) {}

    std::optional<Fault> run() {
        while (!fault_ && expect_ != Expect::Nothing) {
            skip_blank();
            step();
        }
        skip_blank();
        if (!fault_ && at_ < text_.size()) {
            here(starts_comment() ? Code::json_hint_comment : Code::json_hint_one_value);
        }
        return fault_;
    }

private:
    enum class Expect : std::uint8_t { Value, ValueOrEnd, Key, KeyOrEnd, Colon, CommaOrEnd, Nothing };

    char peek(std::size_t ahead = 0) const { return at_ + ahead < text_.size() ? text_[at_ + ahead] : '\0'; }
    bool starts_comment() const { return peek() == '/' && (peek(1) == '/' || peek(1) == '*'); }
    void skip_blank() {
        while (is_blank(peek())) {
            ++at_;
        }
    }
    void here(Code hint) { fault_ = Fault{at_, at_ + 1, hint}; }

    void step() {
        if (at_ >= text_.size()) {
            fault_ = open_.empty() ? Fault{at_, at_, Code::json_hint_value}
                                   : Fault{at_, at_, Code::json_hint_unclosed, open_.back()};
        } else if (starts_comment()) {
            here(Code::json_hint_comment);
        } else {
            take();
        }
    }

    void take() {
        switch (expect_) {
            case Expect::Value:
                return take_value(false);
            case Expect::ValueOrEnd:
                return take_value(true);
            case Expect::Key:
                return take_key(false);
            case Expect::KeyOrEnd:
                return take_key(true);
            case Expect::Colon:
                if (peek() != ':') {
                    return here(Code::json_hint_colon);
                }
                ++at_;
                expect_ = Expect::Value;
                return;
            case Expect::CommaOrEnd:
                return take_comma();
            case Expect::Nothing:
                return;
        }
    }

    void take_value(bool may_end) {
        const char c = peek();
        if (c == '{' || c == '[') {
            if (open_.size() == depth_) {
                return here(Code::too_deep);
            }
            open_.push_back(at_++);
            expect_ = c == '{' ? Expect::KeyOrEnd : Expect::ValueOrEnd;
        } else if (may_end && c == ']') {
            close();
        } else if (c == '"') {
            take_string();
            after_value();
        } else if (c == '-' || is_digit(c)) {
            take_number();
            after_value();
        } else if (c == '\'') {
            here(Code::json_hint_single_quote);
        } else if ((c == ']' || c == '}') && after_comma_) {
            here(Code::json_hint_trailing_comma);
        } else {
            take_word();
            after_value();
        }
        after_comma_ = false;
    }

    void take_key(bool may_end) {
        const char c = peek();
        if (c == '"') {
            take_string();
            expect_ = Expect::Colon;
        } else if (may_end && c == '}') {
            close();
        } else if (c == '}' && after_comma_) {
            here(Code::json_hint_trailing_comma);
        } else {
            here(c == '\'' ? Code::json_hint_single_quote : Code::json_hint_key);
        }
        after_comma_ = false;
    }

    void take_comma() {
        const bool in_map = text_[open_.back()] == '{';
        if (peek() == ',') {
            ++at_;
            after_comma_ = true;
            expect_ = in_map ? Expect::Key : Expect::Value;
        } else if (peek() == (in_map ? '}' : ']')) {
            close();
        } else if (peek() == '}' || peek() == ']') {
            fault_ = Fault{at_, at_ + 1, Code::json_hint_unclosed, open_.back()};
        } else {
            here(Code::json_hint_comma);
        }
    }

    void close() {
        ++at_;
        open_.pop_back();
        after_value();
    }
    void after_value() { expect_ = open_.empty() ? Expect::Nothing : Expect::CommaOrEnd; }

    void take_string() {
        const std::size_t opening = at_++;
        for (; at_ < text_.size() && text_[at_] != '"'; ++at_) {
            if (text_[at_] == '\n' || text_[at_] == '\t' || text_[at_] == '\r') {
                fault_ = text_[at_] == '\t' ? Fault{at_, at_ + 1, Code::json_hint_raw_tab}
                                            : Fault{opening, opening + 1, Code::json_hint_unclosed_string};
                return;
            }
            if (text_[at_] == '\\' && !take_escape()) {
                return;
            }
        }
        if (at_ >= text_.size()) {
            fault_ = Fault{opening, opening + 1, Code::json_hint_unclosed_string};
            return;
        }
        ++at_;
    }

    /// The value of `\uXXXX` at the backslash at `at`; empty if it is none.
    std::optional<unsigned> unicode_escape(std::size_t at) const {
        constexpr std::size_t kLength = 6;
        if (at + kLength > text_.size() || text_[at] != '\\' || text_[at + 1] != 'u') {
            return std::nullopt;
        }
        unsigned value = 0;
        for (std::size_t i = at + 2; i < at + kLength; ++i) {
            if (!is_hex(text_[i])) {
                return std::nullopt;
            }
            const char c = text_[i];
            value = value * 16 + static_cast<unsigned>(is_digit(c) ? c - '0' : (c | 0x20) - 'a' + 10);
        }
        return value;
    }

    /// Leaves `at_` on the last byte of the escape.
    bool take_escape() {
        const std::size_t begin = at_;
        const auto unit = unicode_escape(at_);
        bool good = unit || (peek(1) != '\0' && std::string_view("\"\\/bfnrt").find(peek(1)) != std::string_view::npos);
        at_ += unit ? 5 : 1;
        if (unit && *unit >= 0xD800 && *unit <= 0xDFFF) {
            const auto low = unicode_escape(at_ + 1);
            good = *unit < 0xDC00 && low && *low >= 0xDC00 && *low <= 0xDFFF;
            at_ += good ? 6 : 0;
        }
        if (!good) {
            fault_ = Fault{begin, begin + 2, Code::json_hint_escape};
        }
        return good;
    }

    std::size_t digits() {
        const std::size_t begin = at_;
        while (is_digit(peek())) {
            ++at_;
        }
        return at_ - begin;
    }

    void take_number() {
        const std::size_t begin = at_;
        at_ += peek() == '-' ? 1 : 0;
        const bool leading_zero = peek() == '0' && is_digit(peek(1));
        bool good = digits() > 0 && !leading_zero;
        if (good && peek() == '.') {
            ++at_;
            good = digits() > 0;
        }
        if (good && (peek() == 'e' || peek() == 'E')) {
            ++at_;
            at_ += peek() == '+' || peek() == '-' ? 1 : 0;
            good = digits() > 0;
        }
        const std::size_t end = word_end(at_);
        if (!good || end > at_) {
            fault_ = Fault{begin, std::max(end, begin + 1), Code::json_hint_number};
        }
    }

    std::size_t word_end(std::size_t at) const {
        const std::size_t end = text_.find_first_of(" \t\r\n,:[]{}\"/", at);
        return end == std::string_view::npos ? text_.size() : end;
    }

    void take_word() {
        const std::size_t end = word_end(at_);
        const std::string_view word = text_.substr(at_, end - at_);
        if (word == "true" || word == "false" || word == "null") {
            at_ = end;
        } else {
            fault_ = word.empty() ? Fault{at_, at_ + 1, Code::json_hint_value} : Fault{at_, end, Code::json_hint_word};
        }
    }

    std::string_view text_;
    std::size_t at_;
    std::size_t depth_;
    Expect expect_ = Expect::Value;
    bool after_comma_ = false;
    std::vector<std::size_t> open_;
    std::optional<Fault> fault_;
};

}  // namespace

Diagnostic explain_json(const Intake& intake, std::size_t begin, std::size_t end, std::size_t fallback) {
    const auto fault = JsonScan(intake.text().substr(0, end), begin, intake.depth()).run();
    if (!fault) {
        return diagnose(Code::json_malformed, intake.character(fallback));
    }
    const bool whole_character = fault->end == fault->begin + 1;
    const Span place = whole_character ? intake.character(fault->begin) : intake.span(fault->begin, fault->end);
    if (fault->hint == Code::too_deep) {
        return diagnose(Code::too_deep, place, {std::to_string(intake.depth())});
    }
    Diagnostic diagnostic = diagnose(Code::json_malformed, place).with({fault->hint, {}, {}});
    if (fault->opened) {
        diagnostic.notes.push_back({Code::bracket_opened_here, intake.character(*fault->opened), {}});
    }
    return diagnostic;
}

}  // namespace vanban::data
