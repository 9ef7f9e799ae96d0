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
    LapValue lap(items.size());
    const Mark before = mark();
    for (const data::Value& item : items) {
        if (!spend(1, 0, item.span)) return;
        scope_.bind(to.node.bien, Ref::borrow(item));
        scope_.bind("lap", Ref::borrow(lap.value()));
        const Mark row = mark();
        model::Hang& hang = to.bang.hang.emplace_back();
        hang.o.reserve(to.columns.size());
        for (const Column& column : to.columns) {
            for (const auto& [name, value] : column.bound) scope_.bind(name, Ref::borrow(value));
            hang.o.push_back(cell(column.node->text, column.node->single, column.kieu));
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

void Merger::leaf(const HangNhomNode& node, Span, ThanBangTarget& to) {
    const auto cap = resolve<std::uint8_t>(node.cap, "cap", kCapHang);
    add_row(LoaiHang::Nhom, cap, node.nhan, node.o, "hang-nhom", to);
}

void Merger::leaf(const HangTongNode& node, Span, ThanBangTarget& to) {
    add_row(LoaiHang::Tong, 0, node.nhan, node.o, "hang-tong", to);
}

void Merger::add_row(LoaiHang loai, std::uint8_t cap, const Attr& nhan, const Nodes& cells, std::string_view element,
                     ThanBangTarget& to) {
    const std::size_t errors = out_.error_count();
    model::Hang hang{.loai = loai, .cap = cap, .nhan = inline_text(nhan), .o = {}};
    if (hang.nhan.empty() && out_.error_count() == errors)
        out_.add(Code::empty_component, nhan.span, {std::string(element)});
    const std::vector<Column>& columns = to.table.columns;
    hang.o.resize(columns.size());
    HangTarget row{.columns = columns, .hang = hang, .given = std::vector<Span>(columns.size())};
    walk(cells, row);
    to.table.bang.hang.push_back(std::move(hang));
}

void Merger::leaf(const ONode& node, Span, HangTarget& to) {
    const std::size_t errors = out_.error_count();
    Span where = node.cot.span;
    const std::string name = text(node.cot, &where);
    if (out_.error_count() != errors) return;
    const auto column = name.empty() ? to.columns.end() : std::ranges::find(to.columns, name, &Column::ten);
    if (column == to.columns.end()) {
        std::vector<std::string> known;
        for (const Column& one : to.columns) known.push_back(one.ten);
        return out_.add(with_suggestion(diagnose(Code::unknown_column, where, {name}), name, known));
    }
    if (column->kieu == KieuCot::ThuTu) return out_.add(Code::numbered_column, where, {name});
    const auto index = static_cast<std::size_t>(column - to.columns.begin());
    if (to.given[index].known()) {
        const Note note{Code::first_given_here, to.given[index], {}};
        return out_.add(diagnose(Code::duplicate_cell, where, {name}).with(note));
    }
    to.given[index] = where;
    to.hang.o[index] = cell(node.text, node.single, column->kieu);
}

}  // namespace vanban::tmpl
