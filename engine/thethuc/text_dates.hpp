// Dates that stand in running text, in words and in figures.
#pragma once

#include <optional>
#include <string_view>

#include "thethuc/text_report.hpp"

namespace vanban::thethuc {

/// A date as it was read from a text; it need not exist.
struct ReadDate {
    Date date;             ///< Day, month and year as written.
    std::size_t from = 0;  ///< Where it stands, without the word "ngày".
    std::size_t length = 0;
};

/// "05/3/2014", "5-3-2014" at `from`; nothing but the date up to the end of its word.
std::optional<ReadDate> read_short_date(std::string_view text, std::size_t from);
/// "05 tháng 3 năm 2014" at `from`.
std::optional<ReadDate> read_long_date(std::string_view text, std::size_t from);
/// Either of them behind "ngày " at `from`.
std::optional<ReadDate> read_date_after_ngay(std::string_view text, std::size_t from);

/// Whether figures are padded as in the date of issue; in a table there may be no room.
enum class DateLook : std::uint8_t { AsIssued, Free };

/// A word of figures and slashes: warns of days that do not exist, of wrong weekdays beside it, of figures that are
/// padded otherwise than in the date of issue. Returns the date. Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II,
/// khoản 4, điểm b.
std::optional<ReadDate> check_short_date(TextReport& report, std::string_view text, std::size_t from, DateLook look,
                                         Span block);
/// The same for a date in words around the word "tháng" at `month`.
std::optional<ReadDate> check_long_date(TextReport& report, std::string_view text, std::size_t month, Span block);

}  // namespace vanban::thethuc
