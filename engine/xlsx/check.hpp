// Holds a planned workbook to what Excel can open.
#pragma once

#include "base/diagnostic.hpp"
#include "xlsx/book.hpp"

namespace vanban::xlsx {

/// Reports what goes beyond Excel's limits, with sheet and cell: `sheet-too-long`, `sheet-too-wide`,
/// `cell-text-too-long`, `formula-too-long`, `too-many-merges`, `merges-overlap`, `too-many-formats`,
/// `date-before-1900`.
void check(const BookPlan& book, Diagnostics& out);

}  // namespace vanban::xlsx
