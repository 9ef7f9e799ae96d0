// Header cells to a tree of columns, rows to maps, forms to one map.
#include "data/table.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "data/path.hpp"

namespace vanban::data {
namespace {

constexpr std::array<std::string_view, 4> kRowNumbers = {"stt", "tt", "so_tt", "so_thu_tu"};
constexpr std::string_view kKeyColumn = "khoa", kLabelColumn = "muc", kValueColumn = "gia_tri";

/// The key without case and diacritics; a header like "%" has nothing but itself.
std::string folded_key(std::string_view key) {
    std::string folded = utf8::fold_to_key(key);
    return folded.empty() ? std::string(key) : folded;
}

/// The steps of a row's key, or of its label, where dots are letters unless it is written like a key.
std::vector<Step> form_steps(std::string_view path, bool is_key) {
    if (is_key) return parse_path(path).value_or(std::vector<Step>());
    std::vector<Step> steps;
    for (const std::string_view key : header_path(path)) steps.push_back({key, std::nullopt});
    return steps;
}

std::string folded_path(std::span<const Step> steps) {
    std::string folded;
    for (const Step& step : steps) {
        folded += step.index ? "[" + std::to_string(*step.index) : "." + folded_key(step.key);
    }
    return folded;
}

bool is_blank(const Value& cell) {
    const auto* text = cell.get_if<std::string>();
    return cell.is_null() || (text && utf8::trim(*text).empty());
}

/// The cell's text as a path: what was written, so that a key `2026` is one too.
std::string path_text(const Value& cell) {
    if (const auto* text = cell.get_if<std::string>()) return std::string(utf8::trim(*text));
    const auto* number = cell.get_if<Number>();
    return number ? number->literal : dump(cell);
}

/// From the first cell that holds something to the last.
Span span_of(std::span<const Value> cells) {
    const auto filled = [](const Value& cell) { return !is_blank(cell); };
    const auto first = std::find_if(cells.begin(), cells.end(), filled);
    if (first == cells.end()) return {};
    const auto last = std::find_if(cells.rbegin(), cells.rend(), filled);
    return {first->span.source, first->span.begin, std::max(first->span.end, last->span.end)};
}

}  // namespace

bool Table::begin(const std::vector<HeaderCell>& header) {
    good_ = true;
    nodes_.assign(1, Node{});
    columns_.assign(header.size(), Column::Unnamed);
    if (find_form(header)) return true;
    for (std::size_t i = 0; i < header.size(); ++i) add_column(header[i], i);
    if (good_ && nodes_.front().members.empty()) {
        refuse(diagnose(Code::table_without_columns, header.empty() ? Span{} : header.front().span));
    }
    return good_;
}

/// Passes on a finding after which rows make no sense.
void Table::refuse(Diagnostic diagnostic) {
    intake_.report(std::move(diagnostic));
    good_ = false;
}

bool Table::find_form(const std::vector<HeaderCell>& header) {
    Form form;
    for (std::size_t i = 0; i < header.size(); ++i) {
        const std::string key = utf8::fold_to_key(header[i].text);
        if (key == kKeyColumn && form.key == kNone) form.key = i;
        if (key == kLabelColumn && form.label == kNone) form.label = i;
        if (key == kValueColumn && form.value == kNone) form.value = i;
    }
    if (form.value == kNone || (form.key == kNone && form.label == kNone)) return false;
    form_ = std::move(form);
    form_value_ = Value(Map{}, {});
    return true;
}

void Table::add_column(const HeaderCell& cell, std::size_t column) {
    if (utf8::trim(cell.text).empty()) return;
    const std::vector<std::string_view> keys = header_path(cell.text);
    columns_[column] = Column::Member;
    if (keys.empty()) return refuse(diagnose(Code::table_bad_header, cell.span, {cell.text}));
    if (keys.size() == 1 && std::ranges::count(kRowNumbers, utf8::fold_to_key(keys[0])) > 0) {
        columns_[column] = Column::RowNumber;
        return;
    }
    if (keys.size() + 2 > intake_.depth()) {  // the list and the row are levels too
        return refuse(diagnose(Code::too_deep, cell.span, {std::to_string(intake_.depth())}));
    }
    std::size_t node = 0;
    std::string folded;
    for (std::size_t i = 0; i < keys.size() && node != kNone; ++i) {
        folded += '\n' + folded_key(keys[i]);
        node = add_node(node, keys[i], cell.span, i + 1 == keys.size(), folded);
    }
    if (node != kNone) nodes_[node].column = column;
}

/// The node below `parent`: a new one for the `last` key of a column, for a group also the known one. `kNone` after a
/// finding.
std::size_t Table::add_node(std::size_t parent, std::string_view key, Span span, bool last, const std::string& folded) {
    const auto [known, is_new] = node_ids_.emplace(folded, nodes_.size());
    if (is_new) {
        nodes_[parent].members.push_back(nodes_.size());
        nodes_.push_back({std::string(key), span, kNone, {}});
        return known->second;
    }
    const Node& node = nodes_[known->second];
    const bool is_group = node.column == kNone;
    if (is_group && !last) return known->second;
    const Code code = is_group || !last ? Code::table_column_and_group : Code::table_duplicate_column;
    refuse(diagnose(code, span, {std::string(key)}).with({Code::first_given_here, node.span, {}}));
    return kNone;
}

bool Table::uses(std::size_t column) const {
    if (form_) return column == form_->key || column == form_->label || column == form_->value;
    return column >= columns_.size() || columns_[column] != Column::RowNumber;
}

void Table::add_row(std::span<Value> cells) {
    if (!good_) return;
    if (form_) return add_form_row(cells);
    Value made;
    if (row(cells, made) == Row::Made) rows_.push_back(std::move(made));
}

Table::Row Table::row(std::span<Value> cells, Value& out) {
    if (!good_ || form_) return Row::Refused;
    if (const Row kind = check_cells(cells); kind != Row::Made) return kind;
    const Span where = span_of(cells);
    const Span after = cells.empty() ? where : Span{where.source, cells.back().span.end, cells.back().span.end};
    if (!intake_.count(nodes_.size(), where)) {
        good_ = false;  // said once
        return Row::Refused;
    }
    out = build(0, cells, after);
    out.span = where;
    return Row::Made;
}

/// Whether the row holds anything, and all that it holds has a column.
Table::Row Table::check_cells(std::span<const Value> cells) {
    Row found = Row::Blank;
    for (std::size_t i = 0; i < cells.size() && found != Row::Refused; ++i) {
        const Column column = i < columns_.size() ? columns_[i] : Column::Unnamed;
        if (column == Column::RowNumber || is_blank(cells[i])) continue;
        found = column == Column::Member ? Row::Made : Row::Refused;
        if (found == Row::Made) continue;
        refuse_cell(cells[i].span, i);
    }
    return found;
}

void Table::refuse_cell(Span where, std::size_t column) {
    if (column < columns_.size()) return intake_.report(diagnose(Code::table_unnamed_column, where));
    Diagnostic found = diagnose(Code::table_row_too_long, where, {std::to_string(columns_.size())});
    if (advice_) found.notes.push_back(*advice_);
    intake_.report(std::move(found));
}

/// The value of a column or a group in this row. `after`: place of cells that the row does not have.
Value Table::build(std::size_t node, std::span<Value> cells, Span after) {
    if (const std::size_t column = nodes_[node].column; column != kNone) {
        if (column >= cells.size()) return {Null{}, after};
        if (is_blank(cells[column])) return {Null{}, cells[column].span};
        return std::move(cells[column]);
    }
    Map map;
    map.reserve(nodes_[node].members.size());
    Span first = after;
    bool given = false;
    for (const std::size_t member : nodes_[node].members) {
        Value value = build(member, cells, after);
        if (!given) first = map.empty() || !value.is_null() ? value.span : first;
        given = given || !value.is_null();
        const Span key_span = value.is_null() ? Span{} : nodes_[member].span;
        map.push_back({nodes_[member].key, key_span, std::move(value)});
    }
    return given ? Value(std::move(map), first) : Value(Null{}, first);
}

void Table::add_form_row(std::span<Value> cells) {
    const auto cell = [&](std::size_t column) {
        return column < cells.size() && !is_blank(cells[column]) ? &cells[column] : nullptr;
    };
    Value* value = cell(form_->value);
    if (!value) return;
    if (++form_->rows > kMostFormRows) {
        return refuse(diagnose(Code::form_too_long, value->span, {std::to_string(kMostFormRows)}));
    }
    const Value* key = cell(form_->key);
    const Value* path = key ? key : cell(form_->label);
    if (!path) return intake_.report(diagnose(Code::form_value_without_key, value->span));
    if (!form_value_.span.known()) form_value_.span = path->span;
    if (intake_.count(1, value->span)) set_form_value(*path, key != nullptr, std::move(*value));
}

void Table::set_form_value(const Value& path, bool is_key, Value value) {
    const std::string text = path_text(path);
    const std::vector<Step> steps = form_steps(text, is_key);
    if (steps.empty()) return intake_.report(diagnose(Code::bad_path, path.span, {text}));
    if (steps.size() >= intake_.depth()) {
        return intake_.report(diagnose(Code::too_deep, path.span, {std::to_string(intake_.depth())}));
    }
    const auto [known, is_new] = form_->given.emplace(folded_path(steps), path.span);
    if (!is_new) {
        return intake_.report(
            diagnose(Code::duplicate_key, path.span, {text}).with({Code::first_given_here, known->second, {}}));
    }
    const auto place = value_at(form_value_, steps, text, path.span);
    if (!place) return intake_.report(place.error());
    if (!(*place)->is_null()) {
        return intake_.report(diagnose(Code::table_column_and_group, path.span, {text})
                                  .with({Code::first_given_here, (*place)->span, {}}));
    }
    **place = std::move(value);
}

Value Table::finish(Span where) {
    if (!form_) return {std::move(rows_), where};
    if (where.known()) form_value_.span = where;
    return std::move(form_value_);
}

}  // namespace vanban::data
