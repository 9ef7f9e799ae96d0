// Long and short dates, with blanks where a date is not known yet.
#include "wording/dates.hpp"

#include <optional>
#include <string_view>

namespace vanban::wording {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";

/// Only January and February are padded: "tháng 01", "tháng 3".
std::string month_figures(int month) {
    return month <= 2 ? two_digits(month) : std::to_string(month);
}

std::string blanks(std::size_t count) {
    std::string out;
    for (; count > 0; --count) out += kNoBreakSpace;
    return out;
}

/// " 05 " between two words, or the blanks in its place.
std::string between_words(const std::optional<std::string>& figures, std::size_t blank_count) {
    return figures ? ' ' + *figures + ' ' : blanks(blank_count);
}

std::optional<std::string> day_of(const PartialDate& date) {
    return date.day ? std::optional(two_digits(*date.day)) : std::nullopt;
}

std::optional<std::string> month_of(const PartialDate& date) {
    return date.month ? std::optional(month_figures(*date.month)) : std::nullopt;
}

}  // namespace

std::string long_date(const PartialDate& date) {
    const std::string year = date.year ? ' ' + std::to_string(*date.year) : blanks(kYearBlanks);
    return "ngày" + between_words(day_of(date), kDayBlanks) + "tháng" + between_words(month_of(date), kMonthBlanks) +
           "năm" + year;
}

std::string short_date(const PartialDate& date) {
    std::string out;
    if (const auto day = day_of(date)) out += *day + '/';
    if (const auto month = month_of(date)) out += *month + (date.year ? "/" : "");
    if (date.year) out += std::to_string(*date.year);
    return out;
}

std::string two_digits(std::int64_t value) {
    return value >= 0 && value < 10 ? '0' + std::to_string(value) : std::to_string(value);
}

}  // namespace vanban::wording
