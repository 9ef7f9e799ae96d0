#include "xlsx/references.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "xlsx/limits.hpp"

namespace vanban::xlsx {
namespace {

constexpr std::string_view kRefusedInSheetNames = "[]:*?/\\";

bool is_taken(std::string_view name, const std::vector<std::string>& taken) {
    const std::string lower = utf8::to_lower(name);
    return std::any_of(taken.begin(), taken.end(),
                       [&](const std::string& other) { return utf8::to_lower(other) == lower; });
}

/// `name`, or the first of `name` + mark(2), mark(3) … that is free; cut so that it fits into `most`.
template <class Mark>
std::string make_unique(const std::string& name, std::size_t most, std::vector<std::string>& taken, Mark mark) {
    std::string result(utf16_prefix(name, most));
    for (std::size_t n = 2; is_taken(result, taken); ++n) {
        const std::string end = mark(n);
        result = std::string(utf16_prefix(name, most - end.size())) + end;
    }
    taken.push_back(result);
    return result;
}

/// Letters and then digits, or R1C1: Excel would take such a name for a cell.
bool looks_like_a_cell(std::string_view name) {
    const std::size_t letters = std::min(name.find_first_of("0123456789"), name.size());
    const bool digits_end = name.find_first_not_of("0123456789", letters) == std::string_view::npos;
    const std::string head = utf8::to_lower(name.substr(0, letters));
    return (digits_end && letters < name.size() && letters <= 3) || head == "r" || head == "c" || head == "rc";
}

}  // namespace

std::string column_letters(std::uint16_t column) {
    std::string letters;
    for (unsigned rest = column + 1u; rest > 0; rest = (rest - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    return letters;
}

std::string cell_name(std::uint32_t row, std::uint16_t column) {
    return fmt::format("{}{}", column_letters(column), std::uint64_t{row} + 1);
}

std::string fixed_cell_name(std::uint32_t row, std::uint16_t column) {
    return fmt::format("${}${}", column_letters(column), std::uint64_t{row} + 1);
}

std::string full_reference(std::string_view sheet, const Range& cells) {
    std::string quoted;
    for (const char c : sheet) quoted += c == '\'' ? std::string("''") : std::string(1, c);
    std::string result = fmt::format("'{}'!{}", quoted, fixed_cell_name(cells.first_row, cells.first_column));
    if (cells.first_row != cells.last_row || cells.first_column != cells.last_column)
        result += fmt::format(":{}", fixed_cell_name(cells.last_row, cells.last_column));
    return result;
}

std::string sheet_name(std::string_view text, std::vector<std::string>& taken) {
    std::string name;
    for (const char c : utf8::trim(text))
        name += kRefusedInSheetNames.find(c) != std::string_view::npos || c == '\n' ? ' ' : c;
    name = std::string(utf16_prefix(name, kMostSheetName));
    const auto is_edge = [](char c) { return c == ' ' || c == '\''; };
    while (!name.empty() && is_edge(name.back())) name.pop_back();
    while (!name.empty() && is_edge(name.front())) name.erase(name.begin());
    return make_unique(name, kMostSheetName, taken, [](std::size_t n) { return fmt::format(" ({})", n); });
}

std::string defined_name(std::string_view text, std::vector<std::string>& taken) {
    std::string name = utf8::fold_to_key(text);
    for (char& c : name)
        if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'))) c = '_';
    const bool digit_first = !name.empty() && name[0] >= '0' && name[0] <= '9';
    if (name.empty() || digit_first || looks_like_a_cell(name)) name.insert(name.begin(), '_');
    return make_unique(name, kMostName, taken, [](std::size_t n) { return fmt::format("_{}", n); });
}

std::size_t utf16_length(std::string_view text) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) units += utf8::next(text, at) > 0xFFFF ? 2u : 1u;
    return units;
}

std::string_view utf16_prefix(std::string_view text, std::size_t most) {
    std::size_t units = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        units += utf8::next(text, at) > 0xFFFF ? 2u : 1u;
        if (units > most) return text.substr(0, begin);
    }
    return text;
}

}  // namespace vanban::xlsx
