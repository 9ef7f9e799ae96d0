// Reading dates as people and programs write them.
#include "base/date.hpp"

#include <array>
#include <chrono>
#include <utility>

#include "base/utf8.hpp"

namespace vanban {

namespace {

/// Up to three groups of digits with one kind of separator between them.
struct Groups {
    struct Group {
        int value = 0;
        std::size_t digits = 0;
    };
    std::array<Group, 3> group{};
    std::size_t count = 0;
    char separator = '\0';  ///< '\0' where there is one group.
};

std::optional<Groups::Group> read_group(std::string_view& text) {
    Groups::Group group;
    while (!text.empty() && text[0] >= '0' && text[0] <= '9') {
        if (++group.digits > 4) return std::nullopt;
        group.value = group.value * 10 + (text[0] - '0');
        text.remove_prefix(1);
    }
    if (group.digits == 0) return std::nullopt;
    return group;
}

std::optional<Groups> read_groups(std::string_view text) {
    Groups groups;
    while (true) {
        const auto group = read_group(text);
        if (!group) return std::nullopt;
        groups.group.at(groups.count++) = *group;
        if (text.empty()) return groups;
        const char separator = text[0];
        if (groups.count == 3 || (separator != '/' && separator != '-' && separator != '.')) return std::nullopt;
        if (groups.count > 1 && separator != groups.separator) return std::nullopt;
        groups.separator = separator;
        text.remove_prefix(1);
    }
}

bool is_year(const Groups::Group& group) {
    return group.digits == 4;
}
bool is_short(const Groups::Group& group) {
    return group.digits <= 2;
}

std::optional<Date> full_date(const Groups& groups) {
    const auto& [a, b, c] = groups.group;
    if (groups.count != 3 || !is_short(b)) return std::nullopt;
    if (is_short(a) && is_year(c)) return Date{.year = c.value, .month = b.value, .day = a.value};
    if (is_year(a) && is_short(c) && groups.separator == '-') {
        return Date{.year = a.value, .month = b.value, .day = c.value};
    }
    return std::nullopt;
}

std::optional<PartialDate> month_or_year(const Groups& groups) {
    const auto& [a, b, c] = groups.group;
    if (groups.count == 1 && is_year(a)) return PartialDate{.year = a.value, .month = {}, .day = {}};
    if (groups.count != 2) return std::nullopt;
    // No point here: 5.2023 is a number.
    if (is_short(a) && is_year(b) && groups.separator != '.') {
        return PartialDate{.year = b.value, .month = a.value, .day = {}};
    }
    if (is_year(a) && is_short(b) && groups.separator == '-') {
        return PartialDate{.year = a.value, .month = b.value, .day = {}};
    }
    return std::nullopt;
}

/// Does a full date end with its year, as 5/3/2014 does?
bool is_year_last(std::string_view text) {
    return text.size() >= 5 && (text[text.size() - 5] < '0' || text[text.size() - 5] > '9');
}

tl::unexpected<Diagnostic> not_a_date(std::string_view text, Span where) {
    return fail(Code::not_a_date, where, {std::string(text)});
}

tl::unexpected<Diagnostic> out_of_range(std::string_view text, Span where) {
    return fail(Code::date_out_of_range, where, {std::string(text)});
}

/// A day that is not in the calendar. Where day and month were swapped (02/15/2026), the date that was meant is told.
tl::unexpected<Diagnostic> no_such_day(const Date& date, char separator, std::string_view text, Span where) {
    Diagnostic found = diagnose(Code::date_out_of_range, where, {std::string(text)});
    const Date swapped{.year = date.year, .month = date.day, .day = date.month};
    const auto two_digits = [](int number) { return (number < 10 ? "0" : "") + std::to_string(number); };
    if (is_valid(swapped) && is_year_last(text)) {
        const std::string mark(1, separator);
        const std::string meant = two_digits(swapped.day) + mark + two_digits(swapped.month) + mark;
        found.notes.push_back({Code::did_you_mean, {}, {meant + std::string(text.substr(text.size() - 4))}});
    }
    return tl::unexpected<Diagnostic>(std::move(found));
}

}  // namespace

bool is_valid(const Date& date) {
    if (date.year < 1 || date.year > 9999 || date.month < 1 || date.month > 12 || date.day < 1) return false;
    const bool leap = (date.year % 4 == 0 && date.year % 100 != 0) || date.year % 400 == 0;
    constexpr std::array kDays{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    const int days = date.month == 2 && leap ? 29 : kDays.at(static_cast<std::size_t>(date.month - 1));
    return date.day <= days;
}

int weekday(const Date& date) {
    const std::chrono::year_month_day day{std::chrono::year(date.year),
                                          std::chrono::month(static_cast<unsigned>(date.month)),
                                          std::chrono::day(static_cast<unsigned>(date.day))};
    return static_cast<int>(std::chrono::weekday(std::chrono::sys_days(day)).iso_encoding());
}

Result<Date> parse_date(std::string_view text, Span where) {
    const std::string_view trimmed = utf8::trim(text);
    const auto groups = read_groups(trimmed);
    const auto date = groups ? full_date(*groups) : std::nullopt;
    if (!date) return not_a_date(trimmed, where);
    if (!is_valid(*date)) return no_such_day(*date, groups->separator, trimmed, where);
    return *date;
}

Result<PartialDate> parse_partial_date(std::string_view text, Span where) {
    const std::string_view trimmed = utf8::trim(text);
    if (trimmed.empty()) return PartialDate{};
    const auto groups = read_groups(trimmed);
    if (!groups) return not_a_date(trimmed, where);
    if (groups->count == 3) {
        return parse_date(trimmed, where).map([](const Date& date) {
            return PartialDate{.year = date.year, .month = date.month, .day = date.day};
        });
    }
    const auto partial = month_or_year(*groups);
    if (!partial) return not_a_date(trimmed, where);
    if (!is_valid({.year = *partial->year, .month = partial->month.value_or(1), .day = 1})) {
        return out_of_range(trimmed, where);
    }
    return *partial;
}

}  // namespace vanban
