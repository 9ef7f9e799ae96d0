// Tables that compute: what their columns and rows ask for, the numbers of their cells, their totals as names.
#include <algorithm>
#include <map>

#include "base/utf8.hpp"
#include "tmpl/coerce.hpp"
#include "tmpl/compile_computing.hpp"
#include "tmpl/merge_choice.hpp"
#include "tmpl/values.hpp"
#include "wording/numbers.hpp"

namespace vanban::tmpl {

using model::KieuCot;
using model::LoaiHang;

namespace {

/// Nothing given, whatever its type.
bool is_blank(const data::Value& value) {
    const auto* text = value.get_if<std::string>();
    return value.is_null() || (text && utf8::trim(*text).empty());
}

/// The cell's number is computed there, so that what is given is a claim.
bool is_computed(const model::Cot& column, const model::Hang& hang) {
    if (hang.loai == LoaiHang::Thuong) return column.cong_thuc.has_value();
    return hang.cong && (column.tong || column.cong_thuc);
}

data::Value number_value(const Decimal& value) {
    return {data::Number{value, {}}, {}};
}

}  // namespace

void Merger::prepare(BangTarget& table) {
    if (std::exchange(table.ready, true)) return;
    TableFacts& facts = table.facts;
    std::vector<FormulaColumn> columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const CotNode& node = *table.columns[i].node;
        columns.push_back({.ten = table.columns[i].ten,
                           .kieu = table.columns[i].kieu,
                           .tong = table.bang.cot[i].tong,
                           .formula = node.cong_thuc ? &*node.cong_thuc : nullptr,
                           .span = table.columns[i].span});
        facts.no_negative.push_back(!resolve<bool>(node.am, "am", kCoKhong));
    }
    facts.formulas = resolve_formulas(columns, out_);
    facts.claims.resize(columns.size());
    facts.known_groups = table.node.ten_nhom;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        table.bang.cot[i].cong_thuc = std::move(facts.formulas.cong_thuc[i]);
        const model::Cot& cot = table.bang.cot[i];
        // Rules for numbers make a column take numbers only.
        if (cot.kieu == KieuCot::So && (cot.so_le || cot.phan_tram || facts.no_negative[i]))
            facts.formulas.computes[i] = true;
    }
}

/// Rows that were left out because the budget ran out were reported; then nothing is added up.
void Merger::compute(BangTarget& table) {
    GrandTotals totals(table.columns.size());
    const TableFacts& facts = table.facts;
    const auto works = [](const model::Cot& cot) { return cot.tong || cot.cong_thuc; };
    if (std::ranges::any_of(table.bang.cot, works) && !budget_.reported) {
        const std::size_t most = budget_.bytes_left / sizeof(std::uint32_t);
        const auto outermost = link_rows(table.bang, facts, most, out_);
        const std::size_t cost = outermost ? table.bang.hang.size() * table.columns.size() : budget_.steps_left + 1;
        if (spend(cost, 0, facts.place)) totals = calculate(table.bang, facts, *outermost, out_);
    }
    const auto is_total = [](const model::Hang& hang) { return hang.loai == LoaiHang::Tong && hang.cong; };
    const auto totals_of_all = static_cast<std::size_t>(std::ranges::count_if(table.bang.hang, is_total));
    const FormulaStep* step = facts.formulas.uses_total;
    if (step && !table.bang.hang.empty() && totals_of_all == facts.totals.size())
        out_.add(Code::no_grand_total, step->span, {step->ten});
    if (!table.node.ten.empty()) bind_totals(table, totals);
}

/// The sums of the groups that have a name, those of the same name together; 0 for one that the data left out.
data::Map Merger::group_sums(const BangTarget& table) {
    std::map<std::string, std::vector<std::uint32_t>> rows;
    for (const std::string& name : table.facts.known_groups) rows[name];
    for (const NamedRow& group : table.facts.groups) rows[group.names.front().name].push_back(group.row);
    data::Map groups;
    for (const auto& [name, members] : rows) {
        data::Map sums;
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            const model::Cot& cot = table.bang.cot[i];
            if (cot.ten.empty() || !cot.tong) continue;
            Decimal sum;
            for (const std::uint32_t row : members) {
                const auto& cell = table.bang.hang[row].o[i].so;
                const std::optional<Decimal> next = cell ? Decimal::add(sum, *cell) : sum;
                if (!next) out_.add(Code::total_overflow, table.facts.rows[row], {heading_of(cot)});
                sum = next.value_or(sum);
            }
            sums.push_back({cot.ten, {}, number_value(sum)});
        }
        groups.push_back({name, {}, {std::move(sums), {}}});
    }
    return groups;
}

/// `du_toan.tong.thanh_tien`, `du_toan.nhom.xay_lap.thanh_tien`, `du_toan.so_hang`
void Merger::bind_totals(const BangTarget& table, const GrandTotals& totals) {
    data::Map sums;
    for (std::size_t i = 0; i < totals.size(); ++i) {
        const model::Cot& cot = table.bang.cot[i];
        if (!cot.ten.empty() && cot.tong)
            sums.push_back({cot.ten, {}, number_value(totals[i].value_or(GrandTotal()).value)});
    }
    const auto is_item = [](const model::Hang& hang) { return hang.loai == LoaiHang::Thuong; };
    const auto items = static_cast<std::int64_t>(std::ranges::count_if(table.bang.hang, is_item));
    data::Map map;
    map.push_back({"tong", {}, {std::move(sums), {}}});
    map.push_back({"nhom", {}, {group_sums(table), {}}});
    map.push_back({"so_hang", {}, number_value(Decimal(items))});
    values_.push_back(std::make_unique<const data::Value>(std::move(map), Span()));
    scope_.bind(table.node.ten, *values_.back());
}

void Merger::name_group(const HangNhomNode& node, std::uint32_t row, TableFacts& facts) {
    if (!node.ten) return;
    Span where = node.ten->span;
    std::string name = text(node.ten, &where);
    if (!name.empty()) facts.groups.push_back({row, {{std::move(name), where}}});
}

/// Whether the row adds up, and the groups that it names.
bool Merger::read_total(const HangTongNode& node, std::uint32_t row, TableFacts& facts) {
    if (!node.cong) return false;
    Span where = node.cong->span;
    const std::string written = text(node.cong, &where);
    std::vector<PlacedName> names = group_names(written, where);
    if (names.empty()) return written == "co";
    facts.totals.push_back({row, std::move(names)});
    return true;
}

model::O Merger::cell(const Nodes& nodes, const std::optional<Expr>& single, std::size_t column, BangTarget& table,
                      const model::Hang& hang) {
    const model::Cot& cot = table.bang.cot[column];
    if (!table.facts.formulas.computes[column]) return cell(nodes, single, cot.kieu);
    // A row of items is the last of the table, any other comes next.
    const std::size_t row = table.facts.rows.size() - (hang.loai == LoaiHang::Thuong ? 1 : 0);
    const std::size_t errors = out_.error_count();
    const std::optional<GivenNumber> given = number(nodes, single, cot);
    if (given && table.facts.no_negative[column] && given->value.is_negative())
        out_.add(Code::negative_number, given->span, {wording::format_number(given->value), heading_of(cot)});
    if (out_.error_count() != errors) table.facts.broken.push_back(static_cast<std::uint32_t>(row));
    if (!given) return {};
    const Decimal& value = given->value;
    if (is_computed(cot, hang)) {
        table.facts.claims[column].push_back({static_cast<std::uint32_t>(row), value, given->span});
        return {};
    }
    const Decimal shown = value.rounded(places_of(cot).value_or(value.scale()));
    if (shown != value)
        out_.add(Code::number_rounded, given->span,
                 {wording::format_number(value), wording::format_number(shown), heading_of(cot),
                  std::to_string(cot.so_le.value_or(0))});
    model::O result;
    std::string text = cell_text(cot, shown);
    if (!spend(0, text.size(), given->span)) return result;
    result.doan = {{{.text = std::move(text), .emphasis = model::Emphasis::None}}};
    result.so = shown;
    return result;
}

std::optional<Merger::GivenNumber> Merger::number(const Nodes& nodes, const std::optional<Expr>& single,
                                                  const model::Cot& column) {
    if (single) {
        const std::optional<Ref> found = evaluate(*single);
        if (!found || is_blank(**found)) return std::nullopt;
        const Span where = (*found)->span.known() ? (*found)->span : single->span();
        const auto value = number(**found, where, column);
        return value ? std::optional(GivenNumber{*value, where}) : std::nullopt;
    }
    if (nodes.empty()) return std::nullopt;
    Span where = nodes.front().span;
    const std::string written = model::plain_text(inline_of(nodes, where));
    if (utf8::trim(written).empty()) return std::nullopt;
    const auto value = number({written, where}, where, column);
    return value ? std::optional(GivenNumber{*value, where}) : std::nullopt;
}

std::optional<Decimal> Merger::number(const data::Value& value, Span where, const model::Cot& column) {
    // A number of a field was looked at when the data was checked.
    if (const auto* number = value.get_if<data::Number>()) return number->value;
    const ReadNumber read = read_number(value, where, out_);
    if (read.number) return read.number->value;
    if (!read.reported) out_.add(Code::text_in_number_column, where, {excerpt(value), heading_of(column)});
    return std::nullopt;
}

}  // namespace vanban::tmpl
