// Cells by byte offset: three sorted tables, searched by halving.
#include "base/cell_places.hpp"

#include <algorithm>
#include <cassert>
#include <utility>

namespace vanban {

namespace {

/// The last entry of a sorted table whose first cell is not after `cell`.
template <class Entry>
const Entry& holder_of(const std::vector<Entry>& entries, std::size_t cell) {
    const auto after = std::upper_bound(entries.begin(), entries.end(), cell,
                                        [](std::size_t wanted, const Entry& each) { return wanted < each.first_cell; });
    assert(after != entries.begin() && "a cell is added to a row, a row to a sheet");
    return *std::prev(after);
}

}  // namespace

std::string cell_name(std::uint32_t row, std::uint32_t column) {
    constexpr std::uint32_t kLetters = 26;
    std::string letters;
    for (; column > 0; column = (column - 1) / kLetters) {
        letters.insert(letters.begin(), static_cast<char>('A' + (column - 1) % kLetters));
    }
    return letters + std::to_string(row);
}

void CellPlaces::add_sheet(std::string name) {
    sheets_.push_back({static_cast<std::uint32_t>(cells_.size()), std::move(name)});
}

void CellPlaces::add_row(std::uint32_t row) {
    assert(!sheets_.empty());
    rows_.push_back({static_cast<std::uint32_t>(cells_.size()), row});
}

void CellPlaces::add_cell(std::uint32_t offset, std::uint32_t column) {
    assert(!rows_.empty() && (cells_.empty() || cells_.back().offset <= offset));
    cells_.push_back({offset, column});
}

std::optional<CellPlace> CellPlaces::at(std::size_t offset) const {
    const auto after = std::upper_bound(cells_.begin(), cells_.end(), offset,
                                        [](std::size_t wanted, const Cell& cell) { return wanted < cell.offset; });
    if (after == cells_.begin()) return std::nullopt;
    const auto index = static_cast<std::size_t>(std::prev(after) - cells_.begin());
    const std::uint32_t row = holder_of(rows_, index).number;
    return CellPlace{holder_of(sheets_, index).name, row, cell_name(row, cells_[index].column)};
}

}  // namespace vanban
