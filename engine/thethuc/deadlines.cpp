// Deadlines of one task in the text and in a table.
#include "thethuc/deadlines.hpp"

#include <algorithm>
#include <array>

#include "thethuc/letters.hpp"
#include "thethuc/text_dates.hpp"
#include "wording/dates.hpp"

namespace vanban::thethuc {
namespace {

constexpr std::string_view kBefore = "trước ngày ";
constexpr std::string_view kBeforeShort = "trước ";
constexpr std::string_view kAtLatest = "chậm nhất ngày ";
constexpr std::size_t kMost = 200;         ///< Limits and plans that are compared.
constexpr std::size_t kShortestTask = 20;  ///< Bytes of a cell that names a task by itself.

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::optional<int> number_at(std::string_view text, std::size_t& at, std::size_t most) {
    const std::size_t first = at;
    int value = 0;
    while (at < text.size() && is_digit(text[at]) && at - first < most) value = value * 10 + (text[at++] - '0');
    return at == first ? std::nullopt : std::optional(value);
}

/// "Tháng 9/2023", "Tháng 9 - 11/2023", "15/11/2023": its first day. Anything else says nothing for certain.
std::optional<Date> begin_of(std::string_view cell) {
    for (const std::string_view word : {"Trước ngày ", "trước ngày ", "Ngày ", "ngày "})
        if (cell.starts_with(word)) cell.remove_prefix(word.size());
    if (const auto date = read_short_date(cell, 0); date && is_valid(date->date)) return date->date;
    if (const auto date = read_long_date(cell, 0); date && is_valid(date->date)) return date->date;
    if (!cell.starts_with("Tháng ") && !cell.starts_with("tháng ")) return std::nullopt;
    std::size_t at = std::string_view("Tháng ").size();
    const auto month = number_at(cell, at, 2);
    const std::size_t slash = cell.find('/', at);
    if (!month || *month < 1 || *month > 12 || slash == cell.npos) return std::nullopt;
    if (cell.substr(at, slash - at).find_first_not_of("0123456789 -–,") != std::string_view::npos) return std::nullopt;
    at = slash + 1;
    const auto year = number_at(cell, at, 4);
    if (!year || *year < 1900 || at != cell.size()) return std::nullopt;
    return Date{*year, *month, 1};
}

/// The sentence around byte `at`.
std::string_view sentence_at(std::string_view text, std::size_t at) {
    const std::size_t stop = text.rfind(". ", at);
    const std::size_t begin = stop == text.npos ? 0 : stop + 2;
    return text.substr(begin, std::min(text.find(". ", at), text.size()) - begin);
}

/// Whether `words` stand in `text`, in any case of their first letter.
bool has(std::string_view text, std::string_view words) {
    const std::size_t first = letter_length(words.front());
    const std::string_view tail = words.substr(first);
    for (std::size_t at = text.find(tail, first); at != text.npos; at = text.find(tail, at + 1))
        if (same_but_case(text.substr(at - first, words.size()), words)) return true;
    return false;
}

}  // namespace

void Deadlines::see(std::string_view text, const ReadDate& read, Span block) {
    const std::string_view before = text.substr(0, read.from);
    const bool limit = before.ends_with(kBefore) || before.ends_with(kAtLatest) || before.ends_with(kBeforeShort);
    if (limit && limits_.size() < kMost && is_valid(read.date))
        limits_.push_back({read.date, {text, read.from, read.length, block}});
}

void Deadlines::see(const model::Bang& bang, Span block, TextStore& store) {
    const auto& names = report_.rules().deadline_columns;
    const auto is_deadline = [&](const model::Cot& cot) {
        return std::ranges::find(names, store.text_of(cot.tieu_de)) != names.end();
    };
    const auto deadline = std::ranges::find_if(bang.cot, is_deadline);
    const auto task = std::ranges::find(bang.cot, model::KieuCot::Chu, &model::Cot::kieu);
    if (deadline == bang.cot.end() || task == bang.cot.end() || deadline == task) return;
    const auto cell = [&](const model::Hang& hang, auto column) -> std::string_view {
        const auto index = static_cast<std::size_t>(column - bang.cot.begin());
        if (index >= hang.o.size() || hang.o[index].doan.size() != 1) return {};
        return store.text_of(hang.o[index].doan.front());
    };
    for (const model::Hang& hang : bang.hang) {
        if (plans_.size() >= kMost) return;
        const std::string_view when = cell(hang, deadline);
        const auto begin = begin_of(when);
        if (begin) plans_.push_back({cell(hang, task), *begin, {when, 0, when.size(), block}});
    }
}

/// The sentence with the limit names the row's task: its whole cell, or a task that both speak of.
bool Deadlines::names_task(std::string_view sentence, std::string_view task) const {
    if (task.size() >= kShortestTask && has(sentence, task)) return true;
    return std::ranges::any_of(report_.rules().tasks,
                               [&](const TaskRule& rule) { return has(task, rule.name) && has(sentence, rule.name); });
}

/// The one ordered task that a row names; nullptr if it names none or several.
const TaskRule* Deadlines::ordered_task(std::string_view task) const {
    const TaskRule* found = nullptr;
    for (const TaskRule& rule : report_.rules().tasks) {
        if (rule.order == 0 || !has(task, rule.name)) continue;
        if (found) return nullptr;
        found = &rule;
    }
    return found;
}

/// Each task by its row, if it has only one: a later task must not begin before an earlier one.
void Deadlines::check_order() {
    std::vector<std::pair<const TaskRule*, const Plan*>> rows;
    for (const Plan& plan : plans_)
        if (const TaskRule* rule = ordered_task(plan.task)) rows.emplace_back(rule, &plan);
    const auto once = [&](const TaskRule* rule) {
        return std::ranges::count(rows, rule, [](const auto& row) { return row.first; }) == 1;
    };
    for (const auto& [later, row] : rows)
        for (const auto& [earlier, first] : rows) {
            if (earlier->order >= later->order || row->begin >= first->begin || !once(earlier) || !once(later))
                continue;
            report_.add(Code::task_order, row->where,
                        {std::string(row->task), std::string(row->where.words()), std::string(first->task),
                         std::string(first->where.words())});
        }
}

void Deadlines::finish() {
    check_order();
    for (const Limit& limit : limits_) {
        const std::string_view sentence = sentence_at(limit.where.text, limit.where.from);
        for (const Plan& plan : plans_) {
            if (plan.begin <= limit.last || !names_task(sentence, plan.task)) continue;
            const Note other{
                Code::written_otherwise_here, report_.place(plan.where), {std::string(plan.where.words())}};
            const std::string last = wording::short_date({limit.last.year, limit.last.month, limit.last.day});
            report_.add(Code::deadline_conflict, limit.where,
                        {std::string(plan.task), last, std::string(plan.where.words())}, {other});
        }
    }
}

}  // namespace vanban::thethuc
