// Expressions as text again, with every operand that is not a plain value in parentheses.
#include "tmpl/expr.hpp"
#include "tmpl/filters.hpp"

namespace vanban::tmpl {
namespace {

std::string_view sign(BinaryOp op) {
    switch (op) {
        case BinaryOp::Add:
            return "+";
        case BinaryOp::Subtract:
            return "-";
        case BinaryOp::Multiply:
            return "*";
        case BinaryOp::Divide:
            return "/";
        case BinaryOp::Join:
            return "~";
        case BinaryOp::Equal:
            return "==";
        case BinaryOp::NotEqual:
            return "!=";
        case BinaryOp::Less:
            return "<";
        case BinaryOp::LessEqual:
            return "<=";
        case BinaryOp::Greater:
            return ">";
        case BinaryOp::GreaterEqual:
            return ">=";
        case BinaryOp::And:
            return "and";
        case BinaryOp::Or:
            return "or";
        case BinaryOp::In:
            return "in";
    }
    return "?";
}

std::string quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') result += '\\';
        if (c == '\n')
            result += "\\n";
        else if (c == '\t')
            result += "\\t";
        else
            result += c;
    }
    return result + '"';
}

struct Dumper {
    const Expr& expr;

    std::string node(NodeId id) const { return std::visit(*this, expr.nodes[id].content); }

    std::string operand(NodeId id) const {
        const auto& content = expr.nodes[id].content;
        const bool plain = std::holds_alternative<LiteralNode>(content) || std::holds_alternative<NameNode>(content) ||
                           std::holds_alternative<MemberNode>(content) || std::holds_alternative<IndexNode>(content) ||
                           std::holds_alternative<ListNode>(content);
        return plain ? node(id) : "(" + node(id) + ")";
    }

    std::string list(const std::vector<NodeId>& items) const {
        std::string result;
        for (const NodeId item : items) result += (result.empty() ? "" : ", ") + node(item);
        return result;
    }

    std::string operator()(const LiteralNode& literal) const {
        if (const auto* text = literal.value.get_if<std::string>()) return quoted(*text);
        if (const auto* number = literal.value.get_if<data::Number>()) return number->literal;
        return data::dump(literal.value);
    }
    std::string operator()(const NameNode& name) const { return name.name; }
    std::string operator()(const MemberNode& member) const { return operand(member.object) + "." + member.name; }
    std::string operator()(const IndexNode& index) const {
        return operand(index.object) + "[" + node(index.index) + "]";
    }
    std::string operator()(const ListNode& items) const { return "[" + list(items.items) + "]"; }
    /// A sign right before figures would be part of the literal.
    std::string operator()(const UnaryNode& unary) const {
        if (unary.op == UnaryOp::Not) return "not " + operand(unary.operand);
        const auto* literal = std::get_if<LiteralNode>(&expr.nodes[unary.operand].content);
        const bool figures = literal && literal->value.kind() == data::Kind::Number;
        return figures ? "-(" + node(unary.operand) + ")" : "-" + operand(unary.operand);
    }
    std::string operator()(const BinaryNode& binary) const {
        return operand(binary.left) + " " + std::string(sign(binary.op)) + " " + operand(binary.right);
    }
    std::string operator()(const ConditionalNode& conditional) const {
        return operand(conditional.then) + " if " + operand(conditional.condition) + " else " +
               operand(conditional.otherwise);
    }
    std::string operator()(const FilterNode& filter) const {
        std::string result = operand(filter.subject) + " | " + std::string(filters()[filter.filter].name);
        return filter.arguments.empty() ? result : result + "(" + list(filter.arguments) + ")";
    }
};

}  // namespace

std::string dump(const Expr& expr) {
    return dump(expr, expr.root());
}

std::string dump(const Expr& expr, NodeId node) {
    return Dumper{expr}.node(node);
}

}  // namespace vanban::tmpl
