// tmpl::merge: a program and checked data to a document. Control elements that have no target are here.
#include <cassert>

#include "tmpl/control.hpp"
#include "tmpl/lexer.hpp"
#include "tmpl/template.hpp"
#include "tmpl/values.hpp"

namespace vanban::tmpl {

std::optional<model::Document> merge(const Template& tmpl, const data::Value& checked, const World& world,
                                     Diagnostics& out) {
    assert(tmpl.program && "a template comes from parse");
    const std::size_t errors = out.error_count();
    model::Document document = Merger(*tmpl.program, checked, world, out).run();
    if (out.error_count() != errors) return std::nullopt;
    return document;
}

Merger::Merger(const Program& program, const data::Value& data, const World& world, Diagnostics& out)
    : program_(program),
      limits_(world.limits),
      out_(out),
      scope_(data),
      budget_{.steps_left = world.limits.merge_steps, .bytes_left = world.limits.output_bytes} {}

model::Document Merger::run() {
    BlockTarget target(document_);
    walk(program_.units.front().body, target);
    return std::move(document_);
}

void Merger::unwind(const Mark& to) {
    scope_.unwind(to.names);
    while (values_.size() > to.values) values_.pop_back();
    blocks_.erase(blocks_.begin() + static_cast<std::ptrdiff_t>(to.blocks), blocks_.end());
}

void Merger::bind(const DatNode& node) {
    std::optional<Ref> value = evaluate(node.gia_tri);
    if (!value) return scope_.bind(node.bien, Ref());  // Null: reported once, not again at every use.
    if (!value->owned()) return scope_.bind(node.bien, std::move(*value));
    values_.push_back(std::move(*value).take());
    scope_.bind(node.bien, Ref::borrow(values_.back()));
}

/// The blocks are made here, where the names of the loop around them are still bound.
void Merger::bind(const KhoiNode& node) {
    std::vector<model::Block> blocks;
    BlockTarget target(blocks);
    walk(node.body, target);
    Span where = node.ten.span;
    std::string name = text(node.ten, &where);
    if (!is_name(name)) return out_.add(Code::bad_name, where, {name});
    blocks_.emplace_back(std::move(name), std::move(blocks));
}

void Merger::check(const KiemTraNode& node, Span span) {
    const std::optional<Ref> condition = evaluate(node.dieu_kien);
    if (!condition || is_true(**condition)) return;
    Span where = span;
    if (node.tai) {
        const std::optional<Ref> place = evaluate(*node.tai);
        if (!place) return;
        where = (*place)->span.known() ? (*place)->span : node.tai->span();
    }
    const Code code = node.muc == Severity::Error ? Code::check_failed : Code::check_warning;
    out_.add(code, where, {plain(node.text)});
}

const data::List* Merger::list(const Ref& value, Span where) {
    static const data::List kNone;
    if (value->is_null()) return &kNone;
    const auto* items = value->get_if<data::List>();
    if (!items) out_.add(wrong_type(*value, Code::expects_list, where));
    return items;
}

}  // namespace vanban::tmpl
