// xlsx::write: the bytes of a planned workbook, through libxlsxwriter.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "xlsx/book.hpp"

namespace vanban::xlsx {

/// The bytes of the .xlsx file; the same plan gives the same bytes. Empty exactly when an error was reported
/// (`workbook-not-written`).
///
/// libxlsxwriter 1.1.4 writes files only: they lie in `folder` while this runs, and are gone when it returns.
std::optional<std::string> write(const BookPlan& book, const std::string& folder, Diagnostics& out);

}  // namespace vanban::xlsx
