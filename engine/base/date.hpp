// Calendar dates, whole and partly known.
#pragma once

#include <compare>
#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"

namespace vanban {

/// A day of the proleptic Gregorian calendar; always valid once parsed.
struct Date {
    int year = 1970;
    int month = 1;
    int day = 1;
    friend auto operator<=>(const Date&, const Date&) = default;
};

/// A date with blanks to be filled in by hand: day, or day and month, or everything may be missing.
/// A day without a month does not occur.
struct PartialDate {
    std::optional<int> year;
    std::optional<int> month;
    std::optional<int> day;
    friend bool operator==(const PartialDate&, const PartialDate&) = default;
    bool complete() const { return year && month && day; }
};

bool is_valid(const Date& date);
/// ISO weekday, Monday 1 … Sunday 7.
int weekday(const Date& date);

/// A full date: `5/3/2014`, `05/03/2014`, `5-3-2014`, `2014-03-05`.
/// Fails with `not-a-date` or `date-out-of-range`.
Result<Date> parse_date(std::string_view text, Span where);
/// A full date, `5/2023` (month and year), `2023` (year), or the empty text (all blank).
Result<PartialDate> parse_partial_date(std::string_view text, Span where);

}  // namespace vanban
