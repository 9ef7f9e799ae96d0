// Sheets as text.
#include "data/workbook_render.hpp"

#include <algorithm>
#include <limits>

namespace vanban::data {
namespace {

std::size_t text_limit(const Limits& limits) {
    return std::min<std::size_t>(limits.file_bytes, std::numeric_limits<std::int32_t>::max());
}

/// Appends one row; false if the text gets too long.
bool render_row(LoadedSheet& sheet, const std::vector<RenderedCell>& cells, const SharedTexts& texts, std::size_t most,
                Rendition& out) {
    for (const RenderedCell& each : cells) {
        if (&each != &cells.front()) out.text += kCellSeparator;
        const std::string_view text =
            each.cell == nullptr ? std::string_view() : text_of(sheet.grid, *each.cell, texts);
        if (text.size() + kCellSeparator.size() + 1 > most - std::min(out.text.size(), most)) return false;
        const auto begin = static_cast<std::uint32_t>(out.text.size());
        out.cells->add_cell(begin, each.column);
        out.text += text;
        if (each.cell == nullptr) continue;
        GridCell& cell = sheet.grid.cells[static_cast<std::size_t>(each.cell - sheet.grid.cells.data())];
        cell.shared = false;
        cell.begin = begin;
        cell.size = static_cast<std::uint32_t>(text.size());
    }
    out.text += '\n';
    return true;
}

}  // namespace

void rendered_cells(const LoadedSheet& sheet, const GridRow& row, std::vector<RenderedCell>& out) {
    out.clear();
    const std::vector<HeaderColumn>& named = sheet.layout.columns;
    const bool in_body = !named.empty() && row.number >= sheet.layout.first_body_row;
    auto next = in_body ? named.begin() : named.end();
    for (std::size_t i = row.begin; i < row.end; ++i) {
        const GridCell& cell = sheet.grid.cells[i];
        for (; next != named.end() && next->column < cell.column; ++next) out.push_back({next->column, nullptr});
        if (next != named.end() && next->column == cell.column) ++next;
        out.push_back({cell.column, &cell});
    }
    for (; next != named.end(); ++next) out.push_back({next->column, nullptr});
}

Result<void> render(LoadedSheet& sheet, const SharedTexts& texts, const Limits& limits, Rendition& out) {
    const std::size_t most = text_limit(limits);
    std::vector<RenderedCell> cells;
    out.cells->add_sheet(sheet.name);
    for (const GridRow& row : sheet.rows) {
        rendered_cells(sheet, row, cells);
        if (cells.size() > limits.values - std::min(out.cells->size(), limits.values)) {
            return fail(Code::too_many_values, {}, {std::to_string(limits.values)});
        }
        out.cells->add_row(row.number);
        if (!render_row(sheet, cells, texts, most, out)) {
            return fail(Code::workbook_text_too_large, {}, {std::to_string(most)});
        }
    }
    return {};
}

}  // namespace vanban::data
