// xlsx::plan: a styled document as a workbook, a sheet for each section. Pure: value in, value out.
#pragma once

#include <optional>

#include "base/diagnostic.hpp"
#include "font/family.hpp"
#include "styled/document.hpp"
#include "xlsx/book.hpp"

namespace vanban::xlsx {

/// Everything settled and within Excel's limits. Empty exactly when an error was reported: a text, a formula or a table
/// too long, a number too large, with sheet and cell.
std::optional<BookPlan> plan(const styled::Document& document, const font::Family& fonts, Diagnostics& out);

}  // namespace vanban::xlsx
