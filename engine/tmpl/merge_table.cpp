// Tables: columns first, each with the names that are bound around it, then a row for each item.
#include <algorithm>

#include "base/utf8.hpp"
#include "tmpl/control.hpp"
#include "tmpl/merge_choice.hpp"
#include "wording/numbers.hpp"

namespace vanban::tmpl {

using model::KieuCot;

void Merger::leaf(const BangNode& node, Span span, BlockTarget& to) {
    const std::optional<Ref> value = evaluate(node.nguon);
    if (!value) return;
    const data::List* items = list(*value, node.nguon.span());
    if (!items) return;
    if (items->empty() && node.has_otherwise) return walk(node.otherwise, to);

    const std::size_t errors = out_.error_count();
    model::Bang bang;
    std::vector<Column> columns;
    CotTarget target{bang, columns, scope_.depth()};
    walk(node.cot, target);
    if (columns.empty() && out_.error_count() == errors) out_.add(Code::no_columns, span);
    add_rows(node, *items, columns, bang);
    to.add(std::move(bang), (*value)->span.known() ? (*value)->span : span);
}

void Merger::leaf(const CotNode& node, Span, CotTarget& to) {
    model::Cot cot;
    const std::string heading = text(node.tieu_de);
    if (!heading.empty()) cot.tieu_de.push_back({.text = heading, .emphasis = model::Emphasis::None});
    cot.kieu = resolve<KieuCot>(node.kieu, "kieu", kKieuCot);
    if (const auto rong = positive(node.rong, 100)) cot.rong = static_cast<int>(*rong);
    Column column{.node = &node, .kieu = cot.kieu, .bound = {}};
    const auto& bindings = scope_.bindings();
    for (std::size_t i = to.depth; i < bindings.size(); ++i)
        column.bound.emplace_back(bindings[i].name, *bindings[i].value);
    to.bang.cot.push_back(std::move(cot));
    to.columns.push_back(std::move(column));
}

/// Names bound around a column hide those of the row, as they stand further inside.
void Merger::add_rows(const BangNode& node, const data::List& items, const std::vector<Column>& columns,
                      model::Bang& bang) {
    if (items.empty()) return;
    LapValue lap(items.size());
    const Mark before = mark();
    bang.hang.reserve(items.size());
    for (const data::Value& item : items) {
        if (!spend(1, 0, item.span)) return;
        scope_.bind(node.bien, Ref::borrow(item));
        scope_.bind("lap", Ref::borrow(lap.value()));
        const Mark row = mark();
        model::Hang& hang = bang.hang.emplace_back();
        hang.o.reserve(columns.size());
        for (const Column& column : columns) {
            for (const auto& [name, value] : column.bound) scope_.bind(name, Ref::borrow(value));
            hang.o.push_back(cell(column));
            unwind(row);
        }
        unwind(before);
        lap.next();
    }
}

model::O Merger::cell(const Column& column) {
    model::O result;
    if (column.kieu == KieuCot::ThuTu) return result;
    if (column.node->single) return cell(*column.node->single, column.kieu, model::Emphasis::None);
    Span where;
    model::Inline text = inline_of(column.node->text, where);
    if (!text.empty()) result.doan.push_back(std::move(text));
    return result;
}

model::O Merger::cell(const Expr& expr, KieuCot kieu, model::Emphasis emphasis) {
    model::O result;
    const std::optional<Ref> found = evaluate(expr);
    if (!found) return result;
    const auto add = [&](const data::Value& value, std::string_view prefix) {
        if (const auto* text = value.get_if<std::string>()) return add_paragraph(result, prefix, *text, emphasis);
        const auto* number = kieu == KieuCot::So ? value.get_if<data::Number>() : nullptr;
        const Result<std::string> printed = number ? wording::format_number(number->value) : to_text(value, expr);
        if (printed) {
            add_paragraph(result, prefix, *printed, emphasis);
        } else {
            out_.add(printed.error());
        }
    };
    const data::Value& value = **found;
    if (const auto* items = value.get_if<data::List>()) {
        for (const data::Value& item : *items) add(item, items->size() > 1 ? "- " : "");
        return result;
    }
    const auto* date = value.get_if<PartialDate>();
    const bool blank = value.is_null() || (date && *date == PartialDate{});
    const auto* text = value.get_if<std::string>();
    if (blank) return result;
    if (!text) return add(value, ""), result;
    std::string_view rest = *text;
    while (!rest.empty()) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        add_paragraph(result, "", rest.substr(0, end), emphasis);
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return result;
}

/// Nothing for a text that is blank.
void Merger::add_paragraph(model::O& to, std::string_view prefix, std::string_view text, model::Emphasis emphasis) {
    text = utf8::trim(text);
    if (text.empty() || !spend(0, prefix.size() + text.size(), {})) return;
    InlineWriter writer;
    writer.emphasis = emphasis;
    writer.value(prefix);
    writer.value(text);
    to.doan.push_back(std::move(writer).take());
}

}  // namespace vanban::tmpl
