// Header rows of sheets.
#include "data/workbook_layout.hpp"

#include <algorithm>
#include <map>

#include "base/utf8.hpp"

namespace vanban::data {
namespace {

/// Header rows that are looked at; a header that is higher is none.
constexpr std::uint32_t kHighestHeader = 32;

bool is_key_text(std::string_view text) {
    const auto is_key_character = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '.';
    };
    return !text.empty() && text.front() >= 'a' && text.front() <= 'z' && std::ranges::all_of(text, is_key_character);
}

/// Finds the layout of one grid.
class LayoutFinder {
public:
    LayoutFinder(const Grid& grid, const std::vector<GridRow>& rows, const SharedTexts& texts)
        : grid_(grid), rows_(rows), texts_(texts) {}

    SheetLayout find() {
        SheetLayout layout;
        if (rows_.empty()) return layout;
        const GridCell& first = grid_.cells.front();
        const bool marked = first.row == 1 && first.column == 1 && marker_path(text(0)).has_value();
        if (!marked) {
            if (const GridRow* header = header_row()) use_header(*header, layout);
            return layout;
        }
        layout.marker = 0;
        if (rows_.size() > 1) use_keys(1, layout);
        return layout;
    }

private:
    std::string_view text(std::size_t cell) const { return text_of(grid_, grid_.cells[cell], texts_); }

    const GridRow* header_row() const {
        const auto same_column = [&](const GridCell& cell) { return cell.column == grid_.cells.front().column; };
        if (std::ranges::all_of(grid_.cells, same_column)) return &rows_.front();
        const auto found = std::ranges::find_if(rows_, [](const GridRow& row) { return row.end - row.begin >= 2; });
        return found == rows_.end() ? nullptr : &*found;
    }

    /// A row of keys over a row of labels; without keys, the labels are an ordinary header.
    void use_keys(std::size_t row, SheetLayout& layout) const {
        const GridRow& keys = rows_[row];
        for (std::size_t cell = keys.begin; cell < keys.end; ++cell) {
            if (!is_key_text(text(cell))) return use_header(keys, layout);
        }
        std::map<std::uint32_t, std::size_t> names;
        const bool labelled = row + 1 < rows_.size() && rows_[row + 1].number == keys.number + 1;
        for (std::size_t cell = keys.begin; cell < keys.end; ++cell) names.emplace(grid_.cells[cell].column, cell);
        for (std::size_t cell = keys.end; labelled && cell < rows_[row + 1].end; ++cell) {
            names.emplace(grid_.cells[cell].column, cell);
        }
        for (const auto& [column, cell] : names) layout.columns.push_back({column, {cell}});
        layout.first_body_row = keys.number + 2;
    }

    void use_header(const GridRow& header, SheetLayout& layout) const {
        const std::uint32_t last = last_header_row(header.number);
        if (last - header.number >= kHighestHeader) return;
        std::map<std::uint32_t, HeaderColumn> columns;
        for (auto row = row_at(header.number); row != rows_.end() && row->number <= last; ++row) {
            for (std::size_t cell = row->begin; cell < row->end; ++cell) name_columns(cell, columns);
        }
        for (auto& [number, column] : columns) layout.columns.push_back(std::move(column));
        layout.first_body_row = last + 1;
    }

    /// Adds a header cell to the columns that it stands over; groups come before what is below them.
    void name_columns(std::size_t cell, std::map<std::uint32_t, HeaderColumn>& columns) const {
        const GridCell& at = grid_.cells[cell];
        const CellRange* merge = merge_at(at);
        const std::uint32_t last = merge != nullptr && is_group(*merge) ? merge->last.column : at.column;
        for (std::uint32_t column = at.column; column <= last; ++column) {
            HeaderColumn& named = columns[column];
            named.column = column;
            named.cells.push_back(cell);
        }
    }

    /// The last row that the header cells of row `first`, and those below their groups, reach to.
    std::uint32_t last_header_row(std::uint32_t first) const {
        std::uint32_t last = first;
        for (auto row = row_at(first); row != rows_.end() && row->number <= last; ++row) {
            for (std::size_t cell = row->begin; cell < row->end; ++cell) {
                const CellRange* merge = merge_at(grid_.cells[cell]);
                if (merge != nullptr) last = std::max(last, merge->last.row + (is_group(*merge) ? 1 : 0));
            }
        }
        return last;
    }

    std::vector<GridRow>::const_iterator row_at(std::uint32_t number) const {
        return std::ranges::lower_bound(rows_, number, {}, &GridRow::number);
    }

    /// The merged range whose first cell this is.
    const CellRange* merge_at(const GridCell& cell) const { return merge_at(CellRef{cell.row, cell.column}); }
    const CellRange* merge_at(const CellRef& first) const {
        const auto found = std::ranges::lower_bound(grid_.merges, first, {}, &CellRange::first);
        return found != grid_.merges.end() && found->first == first ? &*found : nullptr;
    }

    /// Merged across columns that have names of their own below, and not one wide column.
    bool is_group(const CellRange& range) const {
        if (range.first.column == range.last.column) return false;
        const CellRange* below = merge_at(CellRef{range.last.row + 1, range.first.column});
        return below == nullptr || below->last.column != range.last.column;
    }

    const Grid& grid_;
    const std::vector<GridRow>& rows_;
    const SharedTexts& texts_;
};

}  // namespace

std::vector<GridRow> rows_of(const Grid& grid) {
    std::vector<GridRow> rows;
    for (std::size_t i = 0; i < grid.cells.size(); ++i) {
        if (rows.empty() || rows.back().number != grid.cells[i].row) rows.push_back({grid.cells[i].row, i, i});
        rows.back().end = i + 1;
    }
    return rows;
}

std::string_view text_of(const Grid& grid, const GridCell& cell, const SharedTexts& texts) {
    return cell.shared ? texts.get(cell.begin) : std::string_view(grid.text).substr(cell.begin, cell.size);
}

std::optional<std::string_view> marker_path(std::string_view text) {
    constexpr std::size_t kLongestWord = 16;
    const std::size_t colon = text.find(':');
    if (colon == text.npos || colon > kLongestWord || utf8::fold_to_key(text.substr(0, colon)) != "bang") {
        return std::nullopt;
    }
    return utf8::trim(text.substr(colon + 1));
}

SheetLayout find_layout(const Grid& grid, const std::vector<GridRow>& rows, const SharedTexts& texts) {
    return LayoutFinder(grid, rows, texts).find();
}

}  // namespace vanban::data
