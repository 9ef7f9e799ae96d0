// Numbers, dates and formulas of a table, for formats that keep them alive.
#pragma once

#include <memory>

#include "model/document.hpp"
#include "styled/document.hpp"

namespace vanban::thethuc {

/// What a spreadsheet keeps of `bang` below `header_rows` rows of headings; null if it has no numbers and no dates.
std::shared_ptr<const styled::TableValues> table_values(const model::Bang& bang, std::size_t header_rows);

}  // namespace vanban::thethuc
