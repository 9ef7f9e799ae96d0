// Dates as official documents write them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "base/date.hpp"

namespace vanban::wording {

/// Blanks left open for the pen, in no-break spaces (U+00A0), which neither collapse nor wrap. At 14 pt they give
/// about 9 mm for two figures and 10 mm for four. They stand in place of the spaces around the figures.
inline constexpr std::size_t kDayBlanks = 7;
inline constexpr std::size_t kMonthBlanks = 7;
inline constexpr std::size_t kYearBlanks = 8;

/// "ngày 05 tháng 3 năm 2014". Days below 10 and months 1 and 2 get a leading zero; other months do not.
/// Blanks of a partial date are left open with no-break spaces: "ngày       tháng 5 năm 2023".
/// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 4, điểm b.
std::string long_date(const PartialDate& date);
/// "05/3/2014", "5/2023", "2023"; empty for an empty date. The same padding.
std::string short_date(const PartialDate& date);
/// "05" below ten, else the bare number.
std::string two_digits(std::int64_t value);

}  // namespace vanban::wording
