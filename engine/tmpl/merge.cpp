// tmpl::merge: a program and checked data to a document. Control elements that have no target are here.
#include <cassert>

#include "tmpl/control.hpp"
#include "tmpl/lexer.hpp"
#include "tmpl/template.hpp"
#include "tmpl/values.hpp"

namespace vanban::tmpl {

std::optional<model::Document> merge(const Template& tmpl, const data::Value& checked, const World& world,
                                     Diagnostics& out, OnError on_error) {
    assert(tmpl.program && "a template comes from parse");
    const std::size_t errors = out.error_count();
    const std::size_t first = out.items().size();
    model::Document document = Merger(*tmpl.program, checked, world, out).run();
    const bool whole = on_error == OnError::GoOnIfWhole &&
                       out.errors_are_only(first, {Code::check_failed, Code::computed_differs, Code::sum_differs});
    if (out.error_count() != errors && !whole) return std::nullopt;
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
    for (const model::Vung& vung : document_.vung) count_insertions(vung.blocks);
    for (model::Vung& vung : document_.vung) fill_insertions(vung.blocks);
    return std::move(document_);
}

/// Blocks that the data named and that nothing inserted would be lost unseen.
void Merger::unwind_blocks(std::size_t count) {
    for (; blocks_.size() > count; blocks_.pop_back()) {
        const NamedBlocks& last = blocks_.back();
        if (!last.inserted) std::vector<model::Block>().swap(made_[last.made].blocks);
        if (!last.from_data.known() || last.inserted || out_.has_errors()) continue;
        out_.add(Code::block_not_inserted, last.from_data, {last.name, "{{ " + last.name + " }}"});
    }
}

void Merger::bind(const DatNode& node) {
    static const data::Value kNull;
    std::optional<Ref> value = evaluate(node.gia_tri);
    // After an error the name is known nonetheless.
    if (!value) return scope_.bind(node.bien, kNull);
    if (!value->owned()) return scope_.bind(node.bien, **value);
    values_.push_back(std::move(*value).take_box());
    scope_.bind(node.bien, *values_.back());
}

/// The blocks are made here, where the names of the loop around them are still bound.
void Merger::bind(const KhoiNode& node) {
    std::vector<model::Block> blocks;
    BlockTarget target(blocks);
    const std::size_t left = budget_.bytes_left;
    walk(node.body, target);
    const std::size_t bytes = left - budget_.bytes_left;
    const auto made = static_cast<std::uint32_t>(made_.size());
    made_.push_back({std::move(blocks)});
    if (const std::string* fixed = node.ten.text.literal())
        return void(blocks_.push_back({.name = *fixed, .made = made, .from_data = {}, .bytes = bytes}));
    const std::size_t errors = out_.error_count();
    Span where = node.ten.span;
    std::string name = text(node.ten, &where);
    if (out_.error_count() != errors) return;
    if (!is_name(name)) return out_.add(Code::bad_name, where, {name});
    if (const NamedBlocks* first = find_blocks(name)) {
        const Note note{Code::first_given_here, first->from_data, {}};
        out_.add(diagnose(Code::duplicate_declaration, where, {name}).with(note));
    }
    blocks_.push_back({.name = std::move(name), .made = made, .from_data = where, .bytes = bytes});
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
