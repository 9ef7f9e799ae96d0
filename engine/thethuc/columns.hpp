// How wide the columns of a table are, and how their cells look.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "thethuc/builder.hpp"

namespace vanban::thethuc {

/// Look of a cell in a column of this kind.
Component table_component(model::KieuCot kieu);

/// The same text, all of it bold: cells of group and total rows.
model::Inline in_bold(model::Inline text);

/// Widths that add up to `width`: every word whole, then as little height as the rows allow. `numbers`: what each row
/// shows in a ThuTu column. Empty if even the longest words do not fit.
std::optional<std::vector<Twip>> column_widths(const Builder& builder, const model::Bang& bang,
                                               const std::vector<std::string>& numbers, Twip width);

}  // namespace vanban::thethuc
