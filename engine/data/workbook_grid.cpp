// Order in the cells and merged ranges of a sheet; the second half of workbook_sheet.hpp.
#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "base/cell_places.hpp"
#include "data/workbook_sheet.hpp"

namespace vanban::data {
namespace {

bool comes_before(const GridCell& a, const GridCell& b) {
    return a.row != b.row ? a.row < b.row : a.column < b.column;
}

std::string range_name(const CellRange& range) {
    return fmt::format("{}:{}", cell_name(range.first.row, range.first.column),
                       cell_name(range.last.row, range.last.column));
}

/// The merged ranges that reach into the row at hand, by their first columns.
class OpenMerges {
public:
    /// False if the range overlaps an open one.
    bool open(const CellRange& range) {
        auto other = from(range.first.column);
        while (other != ranges_.end() && other->first <= range.last.column) {
            if (other->second.last.column >= range.first.column && other->second.last.row >= range.first.row)
                return false;
            other = other->second.last.row < range.first.row ? ranges_.erase(other) : std::next(other);
        }
        ranges_.insert_or_assign(range.first.column, range);
        return true;
    }
    /// Whether the cell is part of an open range, but not its first.
    bool covers(const GridCell& cell) const {
        auto next = ranges_.upper_bound(cell.column);
        if (next == ranges_.begin()) return false;
        const CellRange& range = std::prev(next)->second;
        const bool inside = cell.column <= range.last.column && cell.row <= range.last.row;
        return inside && (cell.row != range.first.row || cell.column != range.first.column);
    }

private:
    using Ranges = std::map<std::uint32_t, CellRange>;

    /// The last range that begins at or before the column, or else the first after it.
    Ranges::iterator from(std::uint32_t column) {
        auto next = ranges_.upper_bound(column);
        return next == ranges_.begin() ? next : std::prev(next);
    }

    Ranges ranges_;
};

/// Takes away cells that are hidden under merged ranges; some programs keep what stood there before.
Result<void> drop_covered(Grid& grid, const std::string& part) {
    OpenMerges open;
    auto next = grid.merges.begin();
    auto kept = grid.cells.begin();
    for (const GridCell& cell : grid.cells) {
        for (; next != grid.merges.end() && next->first.row <= cell.row; ++next) {
            if (!open.open(*next)) return fail(Code::workbook_merge_overlap, {}, {part, range_name(*next)});
        }
        if (!open.covers(cell)) *kept++ = cell;
    }
    grid.cells.erase(kept, grid.cells.end());
    return {};
}

}  // namespace

Result<void> settle(Grid& grid, const std::string& part) {
    std::vector<GridCell>& cells = grid.cells;
    if (!std::is_sorted(cells.begin(), cells.end(), comes_before)) {
        std::stable_sort(cells.begin(), cells.end(), comes_before);
    }
    const auto twice = std::adjacent_find(cells.begin(), cells.end(),
                                          [](const GridCell& a, const GridCell& b) { return !comes_before(a, b); });
    if (twice != cells.end()) {
        return fail(Code::workbook_cell_twice, {}, {part, cell_name(twice->row, twice->column)});
    }
    std::sort(grid.merges.begin(), grid.merges.end(),
              [](const CellRange& a, const CellRange& b) { return a.first < b.first; });
    if (grid.merges.empty()) return {};
    return drop_covered(grid, part);
}

}  // namespace vanban::data
