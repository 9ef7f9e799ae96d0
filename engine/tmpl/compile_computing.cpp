// Formulas and totals of a table, checked without data.
#include "tmpl/compile_computing.hpp"

#include <algorithm>
#include <set>
#include <variant>

#include "base/utf8.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {

namespace {

/// Everything below a table that bears on computing. Columns and rows of included templates and slots are not known.
struct Found {
    std::vector<FormulaColumn> columns;
    bool all_columns = true;
    std::vector<std::string> groups;
    bool all_groups = true;
    std::vector<const Attr*> totals;
};

void collect(const Nodes& nodes, Found& found);

void collect(const CotNode& node, Span span, Found& found) {
    const std::string* name = node.ten ? node.ten->text.literal() : nullptr;
    const bool computed = node.kieu.computed || node.tong.computed || (node.ten && !name);
    found.all_columns = found.all_columns && !computed;
    found.columns.push_back({.ten = name ? *name : std::string(),
                             .kieu = node.kieu.value,
                             .tong = node.tong.value,
                             .formula = node.cong_thuc ? &*node.cong_thuc : nullptr,
                             .span = span});
}

void collect(const HangNhomNode& node, Found& found) {
    if (!node.ten) return;
    const std::string* name = node.ten->text.literal();
    if (name) found.groups.push_back(*name);
    found.all_groups = found.all_groups && name;
}

void collect(const Node& node, Found& found) {
    if (const auto* cot = std::get_if<CotNode>(&node.content)) return collect(*cot, node.span, found);
    if (const auto* group = std::get_if<NhomCotNode>(&node.content)) return collect(group->cot, found);
    if (const auto* rows = std::get_if<ThanBangNode>(&node.content)) return collect(rows->hang, found);
    if (const auto* row = std::get_if<HangNhomNode>(&node.content)) return collect(*row, found);
    if (const auto* lap = std::get_if<LapNode>(&node.content)) {
        collect(lap->body, found);
        return collect(lap->otherwise, found);
    }
    if (const auto* chon = std::get_if<ChonNode>(&node.content)) {
        for (const ChonNode::Khi& khi : chon->khi) collect(khi.body, found);
        return collect(chon->otherwise, found);
    }
    if (const auto* total = std::get_if<HangTongNode>(&node.content)) {
        if (total->cong) found.totals.push_back(&*total->cong);
    }
    if (std::holds_alternative<DungNode>(node.content) || std::holds_alternative<KheNode>(node.content))
        found.all_columns = found.all_groups = false;
}

void collect(const Nodes& nodes, Found& found) {
    for (const Node& node : nodes) collect(node, found);
}

/// Two branches of a choice may have a column each of the same name.
bool names_are_unique(const std::vector<FormulaColumn>& columns) {
    std::set<std::string> seen;
    return std::ranges::all_of(
        columns, [&](const FormulaColumn& column) { return column.ten.empty() || seen.insert(column.ten).second; });
}

void check_totals(const Found& found, Diagnostics& out) {
    for (const Attr* cong : found.totals) {
        const std::string* written = cong->text.literal();
        if (!written) continue;
        for (const PlacedName& name : group_names(*written, cong->span)) {
            if (std::ranges::find(found.groups, name.name) != found.groups.end()) continue;
            out.add(
                with_suggestion(diagnose(Code::no_such_group_row, name.span, {name.name}), name.name, found.groups));
        }
    }
}

}  // namespace

std::vector<std::string> check_computing(const Nodes& parts, bool sound, Diagnostics& out) {
    Found found;
    collect(parts, found);
    if (sound && found.all_columns && names_are_unique(found.columns)) resolve_formulas(found.columns, out);
    if (sound && found.all_groups) check_totals(found, out);
    return std::move(found.groups);
}

std::vector<PlacedName> group_names(std::string_view written, Span where) {
    std::vector<PlacedName> names;
    if (written == "co" || written == "khong") return names;
    const bool exact = where.end - where.begin == written.size();
    for (std::size_t begin = 0; begin <= written.size();) {
        const std::size_t end = std::min(written.find(',', begin), written.size());
        const std::string_view name = utf8::trim(written.substr(begin, end - begin));
        begin = end + 1;
        if (name.empty()) continue;
        const auto from = static_cast<std::size_t>(name.data() - written.data());
        names.push_back({std::string(name), exact ? where.sub(from, name.size()) : where});
    }
    return names;
}

}  // namespace vanban::tmpl
