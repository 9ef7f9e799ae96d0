// Control elements, for every kind of target. Included by the files that define leaves of Merger.
#pragma once

#include <cassert>

#include "tmpl/merger.hpp"

namespace vanban::tmpl {

/// What is bound in `nodes` ends with them.
template <class Target>
void Merger::walk(const Nodes& nodes, Target& target) {
    const Mark before = mark();
    walk_open(nodes, target);
    unwind(before);
}

/// What is bound in `nodes` stays.
template <class Target>
void Merger::walk_open(const Nodes& nodes, Target& target) {
    for (const Node& node : nodes) {
        if (!spend(1, 0, node.span)) break;
        std::visit(
            [&](const auto& content) {
                if constexpr (ControlNode<std::decay_t<decltype(content)>>) {
                    control(content, node.span, target);
                } else if constexpr (requires { leaf(content, node.span, target); }) {
                    if (spend(0, sizeof(model::Block), node.span)) leaf(content, node.span, target);
                } else {
                    assert(false && "the compiler lets every node stand only where its target is");
                }
            },
            node.content);
    }
}

/// Blocks that an item names stay for the siblings of the loop; names of values do not.
template <class Target>
void Merger::control(const LapNode& node, Span, Target& target) {
    const std::optional<Ref> value = evaluate(node.trong);
    if (!value) return;
    const data::List* items = list(*value, node.trong.span());
    if (!items) return;
    if (items->empty()) return walk(node.otherwise, target);
    LapValue lap(items->size());
    const Mark before = mark();
    for (const data::Value& item : *items) {
        if (!spend(1, 0, node.trong.span())) return;
        scope_.bind(node.bien, item);
        scope_.bind("lap", lap);
        walk_open(node.body, target);
        unwind({before.names, before.values, blocks_.size()});
        if (budget_.reported) return;
        lap.next();
    }
}

template <class Target>
void Merger::control(const ChonNode& node, Span, Target& target) {
    for (const ChonNode::Khi& khi : node.khi) {
        const std::optional<Ref> condition = evaluate(khi.dieu_kien);
        if (!condition) return;
        if (is_true(**condition)) return walk(khi.body, target);
    }
    walk(node.otherwise, target);
}

template <class Target>
void Merger::control(const DungNode& node, Span, Target& target) {
    const Mark before = mark();
    for (const Node& dat : node.dat) bind(std::get<DatNode>(dat.content));
    const Frame frame{&node, frame_};
    frame_ = &frame;
    walk(program_.units[node.unit].body, target);
    frame_ = frame.outer;
    unwind(before);
}

/// Content for a slot belongs to the including template: slots in it are that one's own.
template <class Target>
void Merger::control(const KheNode& node, Span, Target& target) {
    const Frame* const here = frame_;
    if (here) {
        for (const DungNode::Vao& vao : here->dung->vao) {
            if (vao.khe != node.ten) continue;
            frame_ = here->outer;
            walk(vao.body, target);
            frame_ = here;
            return;
        }
    }
    walk(node.body, target);
}

}  // namespace vanban::tmpl
