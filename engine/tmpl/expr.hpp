// The expression language of {{ … }}: syntax tree and parser. Closed and total: no host calls, no I/O, no recursion.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "data/value.hpp"

namespace vanban::tmpl {

enum class UnaryOp : std::uint8_t { Negate, Not };
enum class BinaryOp : std::uint8_t {
    Add,
    Subtract,
    Multiply,
    Divide,
    Join,
    Equal,
    NotEqual,
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    And,
    Or,
    In
};

/// Index into the filter table (filters.hpp).
using FilterId = std::uint16_t;
/// Index of a node in its Expr.
using NodeId = std::uint32_t;

struct LiteralNode {
    data::Value value;
    friend bool operator==(const LiteralNode&, const LiteralNode&) = default;
};
/// Tells most names apart at once.
constexpr std::uint32_t name_hash(std::string_view name) {
    std::uint32_t hash = 2166136261;  // FNV-1a
    for (const char c : name) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619;
    return hash;
}

struct NameNode {
    std::string name;
    std::uint32_t hash = name_hash(name);
    friend bool operator==(const NameNode&, const NameNode&) = default;
};
struct MemberNode {
    NodeId object;
    std::string name;
    friend bool operator==(const MemberNode&, const MemberNode&) = default;
};
struct IndexNode {
    NodeId object;
    NodeId index;
    friend bool operator==(const IndexNode&, const IndexNode&) = default;
};
struct ListNode {
    std::vector<NodeId> items;
    friend bool operator==(const ListNode&, const ListNode&) = default;
};
struct UnaryNode {
    UnaryOp op;
    NodeId operand;
    friend bool operator==(const UnaryNode&, const UnaryNode&) = default;
};
struct BinaryNode {
    BinaryOp op;
    NodeId left;
    NodeId right;
    friend bool operator==(const BinaryNode&, const BinaryNode&) = default;
};
struct ConditionalNode {
    NodeId condition;
    NodeId then;
    NodeId otherwise;
    friend bool operator==(const ConditionalNode&, const ConditionalNode&) = default;
};
struct FilterNode {
    FilterId filter;
    NodeId subject;
    std::vector<NodeId> arguments;
    friend bool operator==(const FilterNode&, const FilterNode&) = default;
};

struct ExprNode {
    std::variant<LiteralNode, NameNode, MemberNode, IndexNode, ListNode, UnaryNode, BinaryNode, ConditionalNode,
                 FilterNode>
        content;
    Span span;  ///< In the template or block text.
    friend bool operator==(const ExprNode& a, const ExprNode& b) { return a.content == b.content; }
};

/// A parsed expression: nodes in post-order, the last one is the root.
struct Expr {
    std::vector<ExprNode> nodes;
    friend bool operator==(const Expr&, const Expr&) = default;
    NodeId root() const { return static_cast<NodeId>(nodes.size() - 1); }
    Span span() const { return nodes.back().span; }
};

/// Parses a bare expression (without braces). `where` is the span of `text`; if it has another length (entities were
/// decoded), everything is reported at the whole of it. `text` is well-formed UTF-8.
///
/// From loosest to tightest: `a if c else b`, `or`, `and`, `not`, comparisons and `in` (which do not chain), `~`, `+
/// -`,
/// `* /`, filters, unary `-` (so `-x | so` formats the negative number), members and indexes.
/// Reports unknown filters with a suggestion, wrong numbers of arguments, syntax; empty exactly when it reported an
/// error.
std::optional<Expr> parse_expression(std::string_view text, Span where, const Limits& limits, Diagnostics& out);

/// Text with {{ }} in it, cut into literal and computed parts.
struct TextTemplate {
    using Part = std::variant<std::string, Expr>;
    std::vector<Part> parts;  ///< Neighbouring literals are joined; an empty text has no part.
    friend bool operator==(const TextTemplate&, const TextTemplate&) = default;
    /// The expression if the whole text is one {{ … }}.
    const Expr* single() const { return parts.size() == 1 ? std::get_if<Expr>(&parts.front()) : nullptr; }
    /// The text if it holds no expression and is not empty.
    const std::string* literal() const {
        return parts.size() == 1 ? std::get_if<std::string>(&parts.front()) : nullptr;
    }
};

/// `}}` inside a quoted text does not close; `{{ "{{" }}` prints two braces.
/// Reports `unclosed-braces` and what parse_expression reports.
std::optional<TextTemplate> parse_text(std::string_view text, Span where, const Limits& limits, Diagnostics& out);

/// Canonical text form for tests: `(a.b | so(2)) + 1`.
std::string dump(const Expr& expr);
/// The same of one node and what is below it.
std::string dump(const Expr& expr, NodeId node);

}  // namespace vanban::tmpl
