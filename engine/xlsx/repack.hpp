// What libxlsxwriter cannot say, put into the package that it wrote.
#pragma once

#include <optional>
#include <string>

#include "xlsx/book.hpp"

namespace vanban::xlsx {

/// Formats whose cells keep text as text are marked for `repack` by this attribute of their alignment: left to right,
/// as Vietnamese is anyway, and used for nothing else.
inline constexpr int kTextPrefixReadingOrder = 1;

/// Reads the package at `path` and gives its bytes with
/// - the document's own core properties: the library would put in the time of the clock;
/// - the document's font as the default, in the size that column widths are counted in;
/// - quotePrefix for the formats that are marked;
/// - a first page of its own (differentFirst) in the sheets that have one;
/// - without customHeight in books whose rows grow.
/// Time stamps are 1980-01-01. Empty if the package cannot be read.
std::optional<std::string> repack(const std::string& path, const BookPlan& book);

}  // namespace vanban::xlsx
