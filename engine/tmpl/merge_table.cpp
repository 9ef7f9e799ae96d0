// Tables: columns first, each with the names that are bound around it, then the rows.
#include <algorithm>

#include "tmpl/control.hpp"
#include "tmpl/merge_choice.hpp"

namespace vanban::tmpl {

using model::KieuCot;

namespace {

/// Header rows of headings over columns; more do not fit above a table that is to be read.
constexpr std::uint8_t kMostTiers = 8;
/// Decimal places that a column may ask for.
constexpr std::int64_t kMostPlaces = 6;

/// Could the cells of the column ask for the name? Of a single expression it is known.
bool may_use(const CotNode& column, std::string_view name) {
    if (!column.single) return true;
    return std::ranges::any_of(column.single->nodes, [&](const ExprNode& node) {
        const auto* used = std::get_if<NameNode>(&node.content);
        return used && used->name == name;
    });
}

}  // namespace

void Merger::leaf(const BangNode& node, Span span, BlockTarget& to) {
    const std::size_t errors = out_.error_count();
    const std::optional<Ref> value = node.nguon ? evaluate(*node.nguon) : std::optional(Ref());
    const data::List* items = value ? list(*value, node.nguon ? node.nguon->span() : span) : nullptr;
    model::Bang bang;
    bang.ten = node.ten;
    bang.don_vi = inline_text(node.don_vi);
    bang.so_cot = resolve<bool>(node.so_cot, "so-cot", kCoKhong);
    bang.danh_so_lien = resolve<bool>(node.danh_so_lien, "danh-so", kDanhSoHang);
    const Span place = value && (*value)->span.known() ? (*value)->span : span;
    BangTarget table{.node = node, .bang = bang, .columns = {}, .depth = scope_.depth()};
    table.facts.place = place;
    walk(node.parts, table);
    prepare(table);
    if (items) add_rows(*items, table);
    if (table.columns.empty() && out_.error_count() == errors) out_.add(Code::no_columns, span);
    compute(table);
    if (!items) return;
    if (bang.hang.empty() && node.has_otherwise) return walk(node.otherwise, to);
    to.add(std::move(bang), place);
}

void Merger::leaf(const CotNode& node, Span span, BangTarget& to) {
    if (to.columns.size() == kMaxColumns) {
        if (std::exchange(to.too_many, true)) return;
        const std::string most = std::to_string(kMaxColumns);
        return out_.add(Code::too_many_columns, span, {std::to_string(kMaxColumns + 1), most});
    }
    model::Cot cot;
    cot.tieu_de = inline_text(node.tieu_de);
    cot.kieu = resolve<KieuCot>(node.kieu, "kieu", kKieuCot);
    if (const auto rong = positive(node.rong, 100)) cot.rong = static_cast<int>(*rong);
    cot.gop = resolve<bool>(node.gop, "gop", kCoKhong);
    set_numbers(node, cot);
    Column column{.node = &node, .kieu = cot.kieu, .ten = {}, .span = span, .bound = {}};
    column.ten = cot.ten = column_name(node, to, column.span);
    const auto& bindings = scope_.bindings();
    for (std::size_t i = to.depth; i < bindings.size(); ++i) {
        if (!may_use(node, bindings[i].name())) continue;
        column.bound.emplace_back(bindings[i].name(), bindings[i].value());
    }
    to.bang.cot.push_back(std::move(cot));
    to.columns.push_back(std::move(column));
}

void Merger::set_numbers(const CotNode& node, model::Cot& to) {
    to.tong = resolve<bool>(node.tong, "tong", kCoKhong);
    to.phan_tram = resolve<bool>(node.phan_tram, "phan-tram", kCoKhong);
    if (const auto places = whole_number(node.so_le, 0, kMostPlaces)) to.so_le = static_cast<int>(*places);
    if (node.cong_thuc && !to.so_le) to.so_le = 0;
}

/// Cells of group and total rows ask for columns by name, so it must be the only one.
std::string Merger::column_name(const CotNode& node, const BangTarget& table, Span& where) {
    if (node.ten) where = node.ten->span;
    std::string name = text(node.ten, &where);
    if (name.empty()) return name;
    const auto first = std::ranges::find(table.columns, name, &Column::ten);
    if (first != table.columns.end()) {
        const Note note{Code::first_given_here, first->span, {}};
        out_.add(diagnose(Code::duplicate_declaration, where, {name}).with(note));
    }
    return name;
}

/// One whose columns were all left out is left out with them.
void Merger::leaf(const NhomCotNode& node, Span span, BangTarget& to) {
    if (to.tang == kMostTiers) return out_.add(Code::too_deep, span, {std::to_string(kMostTiers)});
    const std::size_t index = to.bang.nhom_cot.size();
    const std::size_t first = to.columns.size();
    to.bang.nhom_cot.push_back(
        {.tieu_de = inline_text(node.tieu_de), .dau = static_cast<std::uint16_t>(first), .so_cot = 0, .tang = to.tang});
    ++to.tang;
    walk(node.cot, to);
    --to.tang;
    if (to.columns.size() == first) return to.bang.nhom_cot.resize(index);
    to.bang.nhom_cot[index].so_cot = static_cast<std::uint16_t>(to.columns.size() - first);
}

void Merger::leaf(const TieuDeNode& node, Span span, BangTarget& to) {
    to.bang.tieu_de = inline_of(node.text, span);
}

void Merger::leaf(const GhiChuNode& node, Span span, BangTarget& to) {
    model::Inline text = inline_of(node.text, span);
    if (!text.empty()) to.bang.ghi_chu.push_back(std::move(text));
}

void Merger::leaf(const ThanBangNode& node, Span, BangTarget& to) {
    prepare(to);
    ThanBangTarget rows{to};
    walk(node.hang, rows);
}

}  // namespace vanban::tmpl
