// Rows of tables: one for each item of a list, and those of groups and totals.
#include <algorithm>

#include "tmpl/control.hpp"
#include "tmpl/merge_choice.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {

using model::KieuCot;
using model::LoaiHang;

/// Names bound around a column hide those of the row, as they stand further inside.
void Merger::add_rows(const data::List& items, BangTarget& to) {
    if (items.empty()) return;
    to.bang.hang.reserve(to.bang.hang.size() + items.size());
    LapValue lap(items.size());
    const Mark before = mark();
    for (const data::Value& item : items) {
        if (!spend(1, to.columns.size() * sizeof(model::O), item.span)) return;
        scope_.bind(to.node.bien, item);
        scope_.bind("lap", lap);
        const Mark row = mark();
        model::Hang& hang = to.bang.hang.emplace_back();
        hang.o.reserve(to.columns.size());
        to.facts.rows.push_back(item.span.known() ? item.span : to.facts.place);
        for (std::size_t i = 0; i < to.columns.size(); ++i) {
            const Column& column = to.columns[i];
            for (const auto& [name, value] : column.bound) scope_.bind(name, value);
            hang.o.push_back(cell(column.node->text, column.node->single, i, to, hang));
            unwind(row);
        }
        unwind(before);
        lap.next();
    }
}

void Merger::leaf(const HangNode& node, Span, ThanBangTarget& to) {
    const std::optional<Ref> value = evaluate(node.nguon);
    if (!value) return;
    if (const data::List* items = list(*value, node.nguon.span())) add_rows(*items, to.table);
}

void Merger::leaf(const HangNhomNode& node, Span span, ThanBangTarget& to) {
    model::Hang hang{.loai = LoaiHang::Nhom, .cong_hang = {}, .nhan = {}, .o = {}};
    hang.cap = resolve<std::uint8_t>(node.cap, "cap", kCapHang);
    hang.cong = resolve<bool>(node.cong, "cong", kCoKhong);
    name_group(node, static_cast<std::uint32_t>(to.table.bang.hang.size()), to.table.facts);
    add_row(std::move(hang), node.nhan, node.o, "hang-nhom", span, to);
}

void Merger::leaf(const HangTongNode& node, Span span, ThanBangTarget& to) {
    model::Hang hang{.loai = LoaiHang::Tong, .cong_hang = {}, .nhan = {}, .o = {}};
    hang.cong = read_total(node, static_cast<std::uint32_t>(to.table.bang.hang.size()), to.table.facts);
    add_row(std::move(hang), node.nhan, node.o, "hang-tong", span, to);
}

void Merger::add_row(model::Hang hang, const Attr& nhan, const Nodes& cells, std::string_view element, Span span,
                     ThanBangTarget& to) {
    const std::size_t errors = out_.error_count();
    Span where = span;
    if (std::string label = text(nhan, &where); !label.empty())
        hang.nhan = {{.text = std::move(label), .emphasis = model::Emphasis::None}};
    if (hang.nhan.empty() && out_.error_count() == errors)
        out_.add(Code::empty_component, nhan.span, {std::string(element)});
    const std::vector<Column>& columns = to.table.columns;
    hang.o.resize(columns.size());
    HangTarget row{.table = to.table, .hang = hang, .given = std::vector<Span>(columns.size())};
    walk(cells, row);
    to.table.facts.rows.push_back(where);
    to.table.bang.hang.push_back(std::move(hang));
}

void Merger::leaf(const ONode& node, Span, HangTarget& to) {
    const std::size_t errors = out_.error_count();
    Span where = node.cot.span;
    const std::string name = text(node.cot, &where);
    if (out_.error_count() != errors) return;
    const std::vector<Column>& columns = to.table.columns;
    const auto column = name.empty() ? columns.end() : std::ranges::find(columns, name, &Column::ten);
    if (column == columns.end()) {
        std::vector<std::string> known;
        for (const Column& one : columns) known.push_back(one.ten);
        return out_.add(with_suggestion(diagnose(Code::unknown_column, where, {name}), name, known));
    }
    if (column->kieu == KieuCot::ThuTu) return out_.add(Code::numbered_column, where, {name});
    const auto index = static_cast<std::size_t>(column - columns.begin());
    if (to.given[index].known()) {
        const Note note{Code::first_given_here, to.given[index], {}};
        return out_.add(diagnose(Code::duplicate_cell, where, {name}).with(note));
    }
    to.given[index] = where;
    to.hang.o[index] = cell(node.text, node.single, index, to.table, to.hang);
}

}  // namespace vanban::tmpl
