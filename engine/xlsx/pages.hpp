// Where the printed pages of a sheet end.
#pragma once

#include <optional>

#include "xlsx/book.hpp"

namespace vanban::xlsx {

/// Pages hold as many rows as fit; a page ends early where a row must not be parted from the one below, and that break
/// is written down.
///
/// `header`: rows of the main table's header, `end`: the row below that table. They repeat as print titles if the table
/// goes over a page's end, or if everything fits on one page (the table may grow). Otherwise they would stand on pages
/// that only hold what follows the table, because Excel repeats titles on all pages below them.
void paginate(SheetPlan& sheet, const std::optional<styled::RowRange>& header, std::uint32_t end);

}  // namespace vanban::xlsx
