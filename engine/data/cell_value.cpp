// Numbers, days and texts of cells as they are meant; the second half of cell_format.hpp.
#include <fmt/format.h>

#include <charconv>
#include <chrono>
#include <cmath>
#include <optional>

#include "base/date.hpp"
#include "base/utf8.hpp"
#include "data/cell_format.hpp"

namespace vanban::data {
namespace {

constexpr int kExcelDigits = 15;
constexpr double kSecondsOfDay = 86'400;

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Empty if it is not the number of XML Schema's `double`, or not finite.
std::optional<double> parse_double(std::string_view text) {
    if (text.starts_with('+')) text.remove_prefix(1);
    const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
    if (digits.empty() || !(is_digit(digits.front()) || digits.front() == '.')) return std::nullopt;
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc() && end == text.data() + text.size() && std::isfinite(value);
    return whole ? std::optional(value) : std::nullopt;
}

/// Digits alone, few enough to be kept as they are: what most numbers look like.
bool is_short_integer(std::string_view text) {
    if (text == "0") return true;
    if (text.starts_with('-')) text.remove_prefix(1);
    if (text.empty() || text.size() > kExcelDigits || text.front() == '0') return false;
    for (const char c : text) {
        if (!is_digit(c)) return false;
    }
    return true;
}

void strip_zeros(std::string& fixed) {
    if (fixed.find('.') == std::string::npos) return;
    while (fixed.ends_with('0')) fixed.pop_back();
    if (fixed.ends_with('.')) fixed.pop_back();
    if (fixed == "-0") fixed = "0";
}

std::size_t significant_digits(std::string_view integer) {
    if (integer.starts_with('-')) integer.remove_prefix(1);
    const std::size_t last = integer.find_last_not_of('0');
    return last == integer.npos ? 0 : last + 1;
}

/// A number that no date format applies to.
CellText plain_cell(std::string_view literal, double value) {
    constexpr double kTooLarge = 1e36, kManyDigits = 1e15, kSmall = 1e-3;
    constexpr int kPlaces = 18;
    if (std::abs(value) >= kTooLarge) return {CellKind::OutOfRange, std::string(literal)};
    if (std::abs(value) >= kManyDigits) {
        std::string digits = fmt::format("{:.0f}", value);
        const bool exact = significant_digits(digits) <= kExcelDigits;
        return {exact ? CellKind::Number : CellKind::Inexact, exact ? std::move(digits) : std::string(literal)};
    }
    std::string text =
        std::abs(value) < kSmall ? fmt::format("{:.{}f}", value, kPlaces) : fmt::format("{:.{}g}", value, kExcelDigits);
    strip_zeros(text);
    if (text.find('e') != std::string::npos) text = fmt::format("{:.0f}", value);  // rounded up to 1e+15
    return {CellKind::Number, std::move(text)};
}

/// `08:30`, with seconds only if there are any.
std::string clock_text(std::int64_t seconds) {
    const std::int64_t hours = seconds / 3600, minutes = seconds / 60 % 60, rest = seconds % 60;
    return rest == 0 ? fmt::format("{:02}:{:02}", hours, minutes)
                     : fmt::format("{:02}:{:02}:{:02}", hours, minutes, rest);
}

/// The day with a number. In the system of 1900 day 60 is 29 February 1900, which never was.
std::optional<Date> day_of(std::int64_t number, DateSystem system) {
    constexpr std::int64_t kPhantomDay = 60, kLastDay = 2'958'465;  // 31/12/9999
    constexpr std::int64_t k1904 = 1'462;                           // day 0 of that system, counted in the other
    if (system == DateSystem::From1904) {
        number += k1904;
    } else if (number < 1 || number == kPhantomDay) {
        return std::nullopt;
    }
    if (number < 1 || number > kLastDay) return std::nullopt;
    const std::int64_t after_1899 = number < kPhantomDay ? number + 1 : number;
    const std::chrono::sys_days day =
        std::chrono::sys_days(std::chrono::year(1899) / 12 / 30) + std::chrono::days(after_1899);
    const std::chrono::year_month_day date(day);
    return Date{static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
                static_cast<int>(static_cast<unsigned>(date.day()))};
}

std::string date_text(const Date& date, FormatKind format) {
    if (format == FormatKind::Year) return fmt::format("{:04}", date.year);
    if (format == FormatKind::MonthYear) return fmt::format("{}/{:04}", date.month, date.year);
    return fmt::format("{:02}/{:02}/{:04}", date.day, date.month, date.year);
}

CellText moment_cell(std::string_view literal, double value, FormatKind format, DateSystem system) {
    constexpr double kBeyond = 3'000'000;
    if (!(value >= 0 && value < kBeyond)) return {CellKind::NotADay, std::string(literal)};
    const auto seconds = static_cast<std::int64_t>(std::llround(value * kSecondsOfDay));
    const auto day_seconds = static_cast<std::int64_t>(kSecondsOfDay);
    if (format == FormatKind::Elapsed) return {CellKind::Text, clock_text(seconds)};
    if (format == FormatKind::Time) return {CellKind::Text, clock_text(seconds % day_seconds)};
    const auto date = day_of(seconds / day_seconds, system);
    if (!date) return {CellKind::NotADay, std::string(literal)};
    const std::int64_t time = seconds % day_seconds;
    std::string text = date_text(*date, format);
    if (format != FormatKind::DateTime || time == 0) return {CellKind::Date, std::move(text)};
    return {CellKind::DateTime, std::move(text) + ' ' + clock_text(time)};
}

int hex_digit(char c) {
    if (is_digit(c)) return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The UTF-16 unit of an escape `_xHHHH_` at `at`.
std::optional<char32_t> escape_at(std::string_view text, std::size_t at) {
    constexpr std::size_t kSize = 7;
    if (at + kSize > text.size() || text[at + 1] != 'x' || text[at + kSize - 1] != '_') return std::nullopt;
    char32_t unit = 0;
    for (std::size_t i = at + 2; i < at + kSize - 1; ++i) {
        const int digit = hex_digit(text[i]);
        if (digit < 0) return std::nullopt;
        unit = unit * 16 + static_cast<char32_t>(digit);
    }
    return unit;
}

constexpr std::size_t kEscapeSize = 7;

/// ISO/IEC 29500-1, 22.9.2.19: characters that XML cannot hold, as UTF-16 units.
std::string decode_escapes(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto unit = text[at] == '_' ? escape_at(text, at) : std::nullopt;
        if (!unit) {
            out += text[at++];
            continue;
        }
        at += kEscapeSize;
        char32_t character = *unit;
        const bool high = character >= 0xD800 && character < 0xDC00;
        const auto low = high && at < text.size() && text[at] == '_' ? escape_at(text, at) : std::nullopt;
        if (low && *low >= 0xDC00 && *low < 0xE000) {
            character = 0x10000 + ((character - 0xD800) << 10) + (*low - 0xDC00);
            at += kEscapeSize;
        } else if (character >= 0xD800 && character < 0xE000) {
            character = U'\uFFFD';
        }
        utf8::append(out, character);
    }
    return out;
}

void mend_line_ends(std::string& text) {
    std::size_t to = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] != '\r') {
            text[to++] = text[at];
        } else if (at + 1 >= text.size() || text[at + 1] != '\n') {
            text[to++] = '\n';
        }
    }
    text.resize(to);
}

/// Blanks before the first line go only with a whole empty line, or they would change how the lines stand to each
/// other.
std::string_view without_outer_blanks(std::string_view text) {
    const std::string_view inner = utf8::trim(text);
    if (inner.find('\n') == inner.npos) return inner;
    const auto begin = static_cast<std::size_t>(inner.data() - text.data());
    const std::size_t line_end = begin == 0 ? text.npos : text.rfind('\n', begin - 1);
    const std::size_t line = line_end == text.npos ? 0 : line_end + 1;
    return text.substr(line, begin + inner.size() - line);
}

}  // namespace

CellText read_number(std::string_view literal, FormatKind format, DateSystem system) {
    literal = utf8::trim(literal);
    if (format == FormatKind::Number && is_short_integer(literal)) return {CellKind::Number, std::string(literal)};
    const auto value = parse_double(literal);
    if (!value) return {CellKind::Malformed, std::string(literal)};
    return format == FormatKind::Number ? plain_cell(literal, *value) : moment_cell(literal, *value, format, system);
}

CellText read_iso_date(std::string_view text) {
    constexpr std::size_t kDateSize = 10, kClockSize = 5;
    text = utf8::trim(text);
    const auto date = parse_date(text.substr(0, kDateSize), {});
    if (!date) return {CellKind::Malformed, std::string(text)};
    const std::string day = date_text(*date, FormatKind::Date);
    if (text.size() <= kDateSize) return {CellKind::Date, day};
    const std::string_view clock = text.substr(kDateSize + 1, kClockSize);
    if (text[kDateSize] != 'T' || clock.size() < kClockSize) return {CellKind::Malformed, std::string(text)};
    return clock == "00:00" ? CellText{CellKind::Date, day}
                            : CellText{CellKind::DateTime, day + ' ' + std::string(clock)};
}

void finish_text(std::string& text) {
    if (text.find("_x") != std::string::npos) text = decode_escapes(text);
    if (text.find('\r') != std::string::npos) mend_line_ends(text);
    const std::string_view inner = without_outer_blanks(text);
    if (inner.size() != text.size()) text = std::string(inner);
}

}  // namespace vanban::data
