// The tree that the parser of expressions builds: nodes with their places, no higher than the limit.
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "tmpl/expr.hpp"

namespace vanban::tmpl {

/// Nodes in post-order and the findings of one expression. Offsets are those in its text, which stands at `where`; if
/// it has another length there, everything is placed at the whole.
class ExprTree {
public:
    ExprTree(std::size_t length, Span where, const Limits& limits, Diagnostics& out)
        : where_(where), exact_(where.end - where.begin == length), limits_(limits), out_(out) {}

    /// What the parser must know of a node beside its content.
    struct Extent {
        std::size_t begin;
        std::size_t end;
        std::size_t height;  ///< Of what is below a node that is added, of a node that is there with itself.
    };

    Span where() const { return where_; }
    Span span(std::size_t begin, std::size_t end) const { return exact_ ? where_.sub(begin, end - begin) : where_; }

    void report(Diagnostic diagnostic) {
        failed_ = true;
        out_.add(std::move(diagnostic));
    }
    void report(Code code, Span at, std::vector<std::string> args = {}) { report(diagnose(code, at, std::move(args))); }
    std::nullopt_t too_deep(Span at) {
        report(Code::too_deep, at, {std::to_string(limits_.depth)});
        return std::nullopt;
    }
    std::size_t deepest() const { return limits_.depth; }

    /// Empty, with `too-deep` reported, if the tree would be too high.
    template <class Content>
    std::optional<NodeId> add(Content content, Extent extent) {
        const Span at = span(extent.begin, extent.end);
        if (++extent.height > limits_.depth) return too_deep(at);
        expr_.nodes.push_back({std::move(content), at});
        extents_.push_back(extent);
        return expr_.root();
    }

    const Extent& extent(NodeId node) const { return extents_[node]; }
    std::size_t height(NodeId node) const { return extents_[node].height; }
    /// From the begin of `first` to the end of `last`, above both.
    Extent around(NodeId first, NodeId last) const {
        return {extents_[first].begin, extents_[last].end, std::max(height(first), height(last))};
    }
    std::size_t tallest(const std::vector<NodeId>& nodes) const {
        std::size_t most = 0;
        for (const NodeId node : nodes) most = std::max(most, height(node));
        return most;
    }

    /// Takes brackets or a sign around `node` into its place.
    void widen(NodeId node, std::size_t begin, std::size_t end) {
        extents_[node].begin = begin;
        extents_[node].end = end;
        expr_.nodes[node].span = span(begin, end);
    }

    /// The number of a literal node; nullptr for any other node.
    data::Number* literal_number(NodeId node) {
        auto* literal = std::get_if<LiteralNode>(&expr_.nodes[node].content);
        return literal ? literal->value.get_if<data::Number>() : nullptr;
    }

    /// The expression, unless something was reported.
    std::optional<Expr> take() && { return failed_ ? std::nullopt : std::optional(std::move(expr_)); }

private:
    Span where_;
    bool exact_;
    const Limits& limits_;
    Diagnostics& out_;
    Expr expr_;
    std::vector<Extent> extents_;
    bool failed_ = false;
};

}  // namespace vanban::tmpl
