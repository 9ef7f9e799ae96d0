// Pratt parser of expressions. Nesting and the height of the tree are bounded, so that neither it nor what walks the
// tree can exhaust the stack.
#include "tmpl/expr.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "tmpl/expr_tree.hpp"
#include "tmpl/filters.hpp"
#include "tmpl/lexer.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {
namespace {

/// Binding strengths; higher binds tighter.
enum Level : int { kOr = 1, kAnd, kNot, kComparison, kJoin, kSum, kProduct, kOperand };

struct Infix {
    TokenKind token;
    BinaryOp op;
    Level level;
};

constexpr std::array kInfixes{
    Infix{TokenKind::Or, BinaryOp::Or, kOr},
    Infix{TokenKind::And, BinaryOp::And, kAnd},
    Infix{TokenKind::Equal, BinaryOp::Equal, kComparison},
    Infix{TokenKind::NotEqual, BinaryOp::NotEqual, kComparison},
    Infix{TokenKind::Less, BinaryOp::Less, kComparison},
    Infix{TokenKind::LessEqual, BinaryOp::LessEqual, kComparison},
    Infix{TokenKind::Greater, BinaryOp::Greater, kComparison},
    Infix{TokenKind::GreaterEqual, BinaryOp::GreaterEqual, kComparison},
    Infix{TokenKind::In, BinaryOp::In, kComparison},
    Infix{TokenKind::Tilde, BinaryOp::Join, kJoin},
    Infix{TokenKind::Plus, BinaryOp::Add, kSum},
    Infix{TokenKind::Minus, BinaryOp::Subtract, kSum},
    Infix{TokenKind::Star, BinaryOp::Multiply, kProduct},
    Infix{TokenKind::Slash, BinaryOp::Divide, kProduct},
};

/// nullptr if no operator begins so.
const Infix* infix(TokenKind token) {
    const auto found = std::ranges::find(kInfixes, token, &Infix::token);
    return found == kInfixes.end() ? nullptr : &*found;
}

/// Signs of other languages and what they are here.
std::string_view meant_by(std::string_view sign) {
    if (sign == "=") return "==";
    if (sign == "&") return "and";
    if (sign == "!") return "not";
    return {};
}

std::string nfc(std::string_view text) {
    return utf8::is_nfc(text) ? std::string(text) : utf8::to_nfc(text);
}

/// Counts the nesting of what is being parsed while it lives.
class Nesting {
public:
    explicit Nesting(std::size_t& level) : level_(level) { ++level_; }
    ~Nesting() { --level_; }
    Nesting(const Nesting&) = delete;
    Nesting& operator=(const Nesting&) = delete;

private:
    std::size_t& level_;
};

class Parser {
public:
    Parser(std::string_view text, Span where, const Limits& limits, Diagnostics& out)
        : text_(text), tree_(text.size(), where, limits, out), lexer_(text) {
        advance();
    }

    std::optional<Expr> run() {
        if (current_.kind == TokenKind::End) {
            tree_.report(Code::empty_expression, tree_.where());
        } else if (conditional() && current_.kind != TokenKind::End) {
            unexpected(Code::unexpected_token, {std::string(current_.text)});
        }
        return std::move(tree_).take();
    }

private:
    /// Empty when an error was reported.
    using Node = std::optional<NodeId>;

    void advance() { current_ = lexer_.next(); }
    Span span(const Token& token) const { return tree_.span(token.begin, token.end); }
    bool is_too_deep() const { return depth_ > tree_.deepest(); }

    /// Reports the current token: as what is wrong with it, if it is no token at all, else as `code`.
    void unexpected(Code code, std::vector<std::string> args = {}, std::optional<Token> opened = std::nullopt) {
        const Span at = span(current_);
        switch (current_.kind) {
            case TokenKind::BadNumber:
                return tree_.report(Code::bad_number, at, {std::string(current_.text)});
            case TokenKind::UnclosedText:
                return tree_.report(Code::unclosed_text, at);
            case TokenKind::BadCharacter:
                return unexpected_character(at);
            default:
                break;
        }
        Diagnostic found = diagnose(code, at, std::move(args));
        if (opened) found.notes.push_back({Code::opened_here, span(*opened), {}});
        tree_.report(std::move(found));
    }

    void unexpected_character(Span at) {
        Diagnostic found = diagnose(Code::unexpected_character, at, {std::string(current_.text)});
        const std::string_view meant = meant_by(current_.text);
        if (!meant.empty()) found.notes.push_back({Code::did_you_mean, {}, {std::string(meant)}});
        tree_.report(std::move(found));
    }

    bool expect(TokenKind kind, std::string_view shown, std::optional<Token> opened = std::nullopt) {
        if (current_.kind != kind) return unexpected(Code::expected_token, {std::string(shown)}, opened), false;
        advance();
        return true;
    }

    Node conditional() {
        const Nesting nesting(depth_);
        if (is_too_deep()) return tree_.too_deep(span(current_));
        const Node then = binary(kOr);
        if (!then || current_.kind != TokenKind::If) return then;
        advance();
        const Node condition = binary(kOr);
        if (!condition || !expect(TokenKind::Else, "else")) return std::nullopt;
        const Node otherwise = conditional();
        if (!otherwise) return std::nullopt;
        ExprTree::Extent extent = tree_.around(*then, *otherwise);
        extent.height = std::max(extent.height, tree_.height(*condition));
        return tree_.add(ConditionalNode{*condition, *then, *otherwise}, extent);
    }

    /// An operand and the operators behind it that bind at least as tightly as `level`.
    Node binary(Level level) {
        Node left = current_.kind == TokenKind::Not && level <= kNot ? negation() : filtered();
        while (left) {
            const bool negated = current_.kind == TokenKind::Not && in_follows();
            const Infix* const found = negated ? infix(TokenKind::In) : infix(current_.kind);
            if (!found || found->level < level) return left;
            if (negated) advance();
            advance();
            left = operation(*found, *left, negated);
        }
        return left;
    }

    Node operation(const Infix& found, NodeId left, bool negated) {
        const Node right = binary(static_cast<Level>(found.level + 1));
        if (!right) return std::nullopt;
        Node node = tree_.add(BinaryNode{found.op, left, *right}, tree_.around(left, *right));
        if (node && negated) node = tree_.add(UnaryNode{UnaryOp::Not, *node}, tree_.extent(*node));
        if (node && found.level == kComparison && follows_comparison()) {
            return unexpected(Code::chained_comparison), std::nullopt;
        }
        return node;
    }

    bool follows_comparison() const {
        const Infix* const found = infix(current_.kind);
        return (found && found->level == kComparison) || (current_.kind == TokenKind::Not && in_follows());
    }

    bool in_follows() const {
        Lexer ahead = lexer_;
        return ahead.next().kind == TokenKind::In;
    }

    Node negation() {
        const Nesting nesting(depth_);
        if (is_too_deep()) return tree_.too_deep(span(current_));
        const std::size_t begin = current_.begin;
        advance();
        const Node operand = binary(kNot);
        if (!operand) return std::nullopt;
        return unary(UnaryOp::Not, *operand, begin);
    }

    Node filtered() {
        Node subject = unary();
        while (subject && current_.kind == TokenKind::Pipe) {
            advance();
            subject = filter(*subject);
        }
        return subject;
    }

    Node filter(NodeId subject) {
        if (!current_.is_word()) return unexpected(Code::expected_name), std::nullopt;
        const Token name = current_;
        std::size_t end = name.end;
        advance();
        std::vector<NodeId> arguments;
        if (current_.kind == TokenKind::LeftParen && !sequence(TokenKind::RightParen, ")", arguments, end)) {
            return std::nullopt;
        }
        const FilterId id = known_filter(name, arguments.size());
        const std::size_t tallest = std::max(tree_.height(subject), tree_.tallest(arguments));
        return tree_.add(FilterNode{id, subject, std::move(arguments)}, {tree_.extent(subject).begin, end, tallest});
    }

    /// Goes on after an unknown filter, so that the rest is checked too.
    FilterId known_filter(const Token& token, std::size_t given) {
        const std::string name = nfc(token.text);
        const std::optional<FilterId> id = find_filter(name);
        if (!id) {
            std::vector<std::string> names;
            for (const Filter& filter : filters()) names.emplace_back(filter.name);
            tree_.report(with_suggestion(diagnose(Code::unknown_filter, span(token), {name}), name, names));
            return 0;
        }
        const Filter& filter = filters()[*id];
        if (given < filter.min_arguments || given > filter.max_arguments) {
            std::string takes = std::to_string(filter.min_arguments);
            if (filter.max_arguments > filter.min_arguments) takes += "–" + std::to_string(filter.max_arguments);
            tree_.report(Code::wrong_argument_count, span(token), {name, takes, std::to_string(given)});
        }
        return *id;
    }

    /// Values with commas between them, from the opening bracket (the current token) to the closing one, `end`.
    bool sequence(TokenKind close, std::string_view shown, std::vector<NodeId>& items, std::size_t& end) {
        const Token opened = current_;
        advance();
        while (current_.kind != close || !items.empty()) {
            const Node item = conditional();
            if (!item) return false;
            items.push_back(*item);
            if (current_.kind != TokenKind::Comma) break;
            advance();
        }
        end = current_.end;
        return expect(close, shown, opened);
    }

    Node unary() {
        if (current_.kind != TokenKind::Minus) return postfix();
        const Nesting nesting(depth_);
        if (is_too_deep()) return tree_.too_deep(span(current_));
        const std::size_t begin = current_.begin;
        advance();
        const bool figures = current_.kind == TokenKind::Number;
        const Node operand = unary();
        if (!operand) return std::nullopt;
        if (figures && negate_literal(*operand, begin)) return operand;
        return unary(UnaryOp::Negate, *operand, begin);
    }

    Node unary(UnaryOp op, NodeId operand, std::size_t begin) {
        return tree_.add(UnaryNode{op, operand}, {begin, tree_.extent(operand).end, tree_.height(operand)});
    }

    bool negate_literal(NodeId node, std::size_t begin) {
        data::Number* const number = tree_.literal_number(node);
        const std::optional<Decimal> negative = number ? Decimal::subtract(0, number->value) : std::nullopt;
        if (!negative) return false;
        *number = {*negative, "-" + number->literal};
        tree_.widen(node, begin, tree_.extent(node).end);
        return true;
    }

    Node postfix() {
        Node object = primary();
        while (object) {
            if (current_.kind == TokenKind::Dot)
                object = member(*object);
            else if (current_.kind == TokenKind::LeftBracket)
                object = index(*object);
            else
                break;
        }
        return object;
    }

    Node member(NodeId object) {
        advance();
        if (!current_.is_word()) return unexpected(Code::expected_name), std::nullopt;
        const Token name = current_;
        advance();
        return tree_.add(MemberNode{object, nfc(name.text)},
                         {tree_.extent(object).begin, name.end, tree_.height(object)});
    }

    Node index(NodeId object) {
        const Token opened = current_;
        advance();
        const Node index = conditional();
        if (!index) return std::nullopt;
        const std::size_t end = current_.end;
        if (!expect(TokenKind::RightBracket, "]", opened)) return std::nullopt;
        ExprTree::Extent extent = tree_.around(object, *index);
        extent.end = end;
        return tree_.add(IndexNode{object, *index}, extent);
    }

    Node primary() {
        const Token token = current_;
        switch (token.kind) {
            case TokenKind::Number:
                return number();
            case TokenKind::Text:
                return text();
            case TokenKind::Name:
                advance();
                return tree_.add(NameNode{nfc(token.text)}, {token.begin, token.end, 0});
            case TokenKind::True:
                return literal(true);
            case TokenKind::False:
                return literal(false);
            case TokenKind::Null:
                return literal(data::Null{});
            case TokenKind::LeftParen:
                return parenthesis();
            case TokenKind::LeftBracket:
                return list();
            default:
                return unexpected(Code::expected_value), std::nullopt;
        }
    }

    Node literal(data::Value::Variant content) {
        const Token token = current_;
        advance();
        return tree_.add(LiteralNode{data::Value(std::move(content), span(token))}, {token.begin, token.end, 0});
    }

    Node number() {
        const std::optional<Decimal> value = Decimal::parse(current_.text);
        if (!value) return tree_.report(Code::bad_number, span(current_), {std::string(current_.text)}), std::nullopt;
        return literal(data::Number{*value, std::string(current_.text)});
    }

    Node text() {
        const Unquoted content = unquote(current_);
        if (content.bad_escape) {
            const std::size_t begin = current_.begin + *content.bad_escape;
            std::size_t end = begin + 1;
            utf8::next(text_, end);
            return tree_.report(Code::bad_escape, tree_.span(begin, end),
                                {std::string(text_.substr(begin, end - begin))}),
                   std::nullopt;
        }
        return literal(nfc(content.text));
    }

    Node parenthesis() {
        const Token opened = current_;
        advance();
        const Node inner = conditional();
        const std::size_t end = current_.end;
        if (!inner || !expect(TokenKind::RightParen, ")", opened)) return std::nullopt;
        tree_.widen(*inner, opened.begin, end);
        return inner;
    }

    Node list() {
        const std::size_t begin = current_.begin;
        std::size_t end = 0;
        std::vector<NodeId> items;
        if (!sequence(TokenKind::RightBracket, "]", items, end)) return std::nullopt;
        const std::size_t tallest = tree_.tallest(items);
        return tree_.add(ListNode{std::move(items)}, {begin, end, tallest});
    }

    std::string_view text_;
    ExprTree tree_;
    Lexer lexer_;
    Token current_;
    std::size_t depth_ = 0;
};

}  // namespace

std::optional<Expr> parse_expression(std::string_view text, Span where, const Limits& limits, Diagnostics& out) {
    return Parser(text, where, limits, out).run();
}

}  // namespace vanban::tmpl
