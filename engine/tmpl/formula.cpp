// Parser of column formulas: two stacks, so that nesting costs no stack of the program.
#include "tmpl/formula.hpp"

#include <algorithm>
#include <utility>

#include "tmpl/lexer.hpp"

namespace vanban::tmpl {

namespace {

using Phep = model::BuocTinh::Phep;

/// How tight an operator binds; a parenthesis, which waits for its end, least.
int strength(Phep phep) {
    switch (phep) {
        case Phep::Cong:
        case Phep::Tru:
            return 1;
        case Phep::Nhan:
        case Phep::Chia:
            return 2;
        case Phep::Doi:
            return 3;
        case Phep::So:
        case Phep::Cot:
        case Phep::TongCot:
            break;
    }
    return 0;
}

std::optional<Phep> binary_operator(TokenKind kind) {
    switch (kind) {
        case TokenKind::Plus:
            return Phep::Cong;
        case TokenKind::Minus:
            return Phep::Tru;
        case TokenKind::Star:
            return Phep::Nhan;
        case TokenKind::Slash:
            return Phep::Chia;
        default:
            return std::nullopt;
    }
}

class FormulaParser {
public:
    FormulaParser(std::string_view text, Span where, const Limits& limits, Diagnostics& out)
        : lexer_(text), where_(where), exact_(where.end - where.begin == text.size()), limits_(limits), out_(out) {
        take();
    }

    std::optional<Formula> run() {
        if (token_.kind == TokenKind::End) {
            fail(Code::empty_expression, where_);
            return std::nullopt;
        }
        while (operand() && !done()) {
        }
        if (failed_) return std::nullopt;
        return std::move(formula_);
    }

private:
    /// An operator that waits for its right side, or an open parenthesis.
    struct Pending {
        std::optional<Phep> phep;
        Span span;
    };

    void take() { token_ = lexer_.next(); }
    Span span(const Token& token) const { return exact_ ? where_.sub(token.begin, token.end - token.begin) : where_; }
    Span here() const { return span(token_); }

    bool fail(Code code, Span at, std::vector<std::string> args = {}) {
        failed_ = true;
        out_.add(diagnose(code, at, std::move(args)).with({Code::formula_is, {}, {}}));
        return false;
    }
    /// What stands where nothing, or something else, is expected.
    bool misfit(Code otherwise, std::vector<std::string> args = {}) {
        const std::string written(token_.text);
        if (token_.kind == TokenKind::BadCharacter) return fail(Code::unexpected_character, here(), {written});
        if (token_.kind == TokenKind::BadNumber) return fail(Code::bad_number, here(), {written});
        return fail(otherwise, here(), std::move(args));
    }

    /// Signs and opening parentheses, then a number, a column or a total.
    bool operand() {
        for (;; take()) {
            if (token_.kind == TokenKind::Plus) continue;
            if (token_.kind == TokenKind::Minus) {
                if (!push(Phep::Doi)) return false;
            } else if (token_.kind == TokenKind::LeftParen) {
                if (!push(std::nullopt)) return false;
            } else {
                return value();
            }
        }
    }

    bool push(std::optional<Phep> phep) {
        if (pending_.size() == limits_.depth) return fail(Code::too_deep, here(), {std::to_string(limits_.depth)});
        pending_.push_back({phep, here()});
        return true;
    }

    bool value() {
        const Token token = token_;
        if (token.kind == TokenKind::Number) {
            const std::optional<Decimal> number = Decimal::parse(token.text);
            if (!number) return fail(Code::bad_number, here(), {std::string(token.text)});
            take();
            return add({.phep = Phep::So, .so = *number, .ten = {}, .span = span(token)});
        }
        if (token.kind != TokenKind::Name) return misfit(Code::expected_value);
        take();
        if (token.text == "tong" && token_.kind == TokenKind::LeftParen) return total(token);
        return add({.phep = Phep::Cot, .so = {}, .ten = std::string(token.text), .span = span(token)});
    }

    bool total(const Token& first) {
        take();
        if (token_.kind != TokenKind::Name) return misfit(Code::expected_name);
        FormulaStep step{.phep = Phep::TongCot, .so = {}, .ten = std::string(token_.text), .span = here()};
        take();
        if (token_.kind != TokenKind::RightParen) return misfit(Code::expected_token, {")"});
        if (exact_) step.span = where_.sub(first.begin, token_.end - first.begin);
        take();
        return add(std::move(step));
    }

    bool add(FormulaStep step) {
        formula_.steps.push_back(std::move(step));
        return true;
    }

    /// After an operand: closing parentheses, then an operator or the end. True at the end, or if something is wrong.
    bool done() {
        for (; token_.kind == TokenKind::RightParen; take()) {
            apply(1);
            if (pending_.empty()) return fail(Code::unexpected_token, here(), {")"}), true;
            pending_.pop_back();
        }
        if (token_.kind == TokenKind::End) return finish();
        const std::optional<Phep> phep = binary_operator(token_.kind);
        if (!phep) return misfit(Code::unexpected_token, {std::string(token_.text)}), true;
        apply(strength(*phep));
        if (!push(*phep)) return true;
        take();
        return false;
    }

    bool finish() {
        apply(1);
        if (!pending_.empty()) fail(Code::expected_token, here(), {")"});
        formula_.span = where_;
        return true;
    }

    /// Moves operators that bind at least so tight, down to the innermost open parenthesis, behind their operands.
    void apply(int least) {
        while (!pending_.empty() && pending_.back().phep && strength(*pending_.back().phep) >= least) {
            add({.phep = *pending_.back().phep, .so = {}, .ten = {}, .span = pending_.back().span});
            pending_.pop_back();
        }
    }

    Lexer lexer_;
    Span where_;
    bool exact_;
    const Limits& limits_;
    Diagnostics& out_;
    Token token_;
    std::vector<Pending> pending_;
    Formula formula_;
    bool failed_ = false;
};

}  // namespace

std::optional<Formula> parse_formula(std::string_view text, Span where, const Limits& limits, Diagnostics& out) {
    return FormulaParser(text, where, limits, out).run();
}

}  // namespace vanban::tmpl
