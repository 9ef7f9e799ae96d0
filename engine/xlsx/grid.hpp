// The columns of a sheet: those of its largest table, and what other tables need.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "font/family.hpp"
#include "styled/document.hpp"

namespace vanban::xlsx {

/// Sheet columns that the columns of a table begin at, and behind the last the one where it ends.
using TableColumns = std::vector<std::uint16_t>;

struct Grid {
    std::vector<Twip> columns;  ///< Widths, multiples of 15; at least one column.
    std::map<const styled::Table*, TableColumns> tables;
    const styled::Table* main = nullptr;  ///< The largest table with lines; null where there is none.

    /// Width of columns `begin` to before `end`.
    Twip width(std::size_t begin, std::size_t end) const;
    std::uint16_t count() const { return static_cast<std::uint16_t>(columns.size()); }
};

/// Settles the columns of a section's sheet.
///
/// The main table's columns are the sheet's. Every other table is laid over them at the nearest edges as long as no
/// line of centred text, no figure and no word suffers; else the sheet gets another edge where the table has it. An
/// edge inside a column of the main table makes its cells there span two columns; it is never put into a column of
/// figures, nor into a table of more than `kMostSplitRows` rows, where the nearest edges have to do.
Grid make_grid(const styled::Section& section, const std::vector<styled::ParagraphStyle>& styles,
               const font::Family& fonts);

/// Rows of the largest main table whose columns may be cut for others.
inline constexpr std::size_t kMostSplitRows = 1'000;

}  // namespace vanban::xlsx
