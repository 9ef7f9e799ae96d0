// Dates that stand in running text.
#include "thethuc/text_dates.hpp"

#include <array>

#include "thethuc/letters.hpp"
#include "wording/dates.hpp"

namespace vanban::thethuc {
namespace {

constexpr std::string_view kNgay = "ngày ";
constexpr std::string_view kThang = " tháng ";
constexpr std::string_view kNam = " năm ";
/// By ISO number, as Phụ lục II, Mục V writes them.
constexpr std::array<std::string_view, 7> kWeekdays = {"thứ Hai", "thứ Ba",  "thứ Tư",  "thứ Năm",
                                                       "thứ Sáu", "thứ Bảy", "Chủ nhật"};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// One to `most` figures at `at`, which moves behind them; empty if there are none, or more.
std::optional<int> figures(std::string_view text, std::size_t& at, std::size_t most) {
    const std::size_t first = at;
    int value = 0;
    for (; at < text.size() && is_digit(text[at]); ++at)
        if (at - first < most) value = value * 10 + (text[at] - '0');
    if (at == first || at - first > most) return std::nullopt;
    return value;
}

bool skip(std::string_view text, std::size_t& at, std::string_view word) {
    if (text.substr(at, word.size()) != word) return false;
    at += word.size();
    return true;
}

bool is_year(int year) {
    return year >= 1900 && year <= 2200;
}

void check_exists(TextReport& report, std::string_view text, const ReadDate& read, Span block) {
    if (is_valid(read.date)) return;
    const Passage where{text, read.from, read.length, block};
    report.add(Code::impossible_date, where, {std::string(where.words())});
}

/// The weekday whose name stands at `at`, as its ISO number; 0 if there is none. "lần thứ hai" is an ordinal: the names
/// of days have a capital.
int weekday_at(std::string_view text, std::size_t at) {
    for (std::size_t day = 0; day < kWeekdays.size(); ++day) {
        const std::string_view name = kWeekdays[day];
        const std::string_view here = text.substr(at, name.size());
        if (same_but_case(here, name)) return static_cast<int>(day) + 1;
    }
    return 0;
}

/// A weekday right before the date ("thứ Hai, ngày …") or behind it in brackets.
int weekday_beside(std::string_view text, const ReadDate& read) {
    std::string_view before = text.substr(0, read.from);
    for (const std::string_view word : {"ngày ", "(", ", ", " "})
        if (before.ends_with(word)) before.remove_suffix(word.size());
    constexpr std::string_view kWord = "hứ";
    const std::size_t space = before.rfind(' ');
    const std::string_view first = before.substr(0, space);
    if (space != before.npos && first.size() > kWord.size() && (first.ends_with("hứ") || first.ends_with("hủ")))
        if (const int day = weekday_at(before, first.size() - kWord.size() - 1)) return day;
    const std::size_t behind = read.from + read.length;
    return text.substr(behind, 2) == " (" ? weekday_at(text, behind + 2) : 0;
}

void check_weekday(TextReport& report, std::string_view text, const ReadDate& read, Span block) {
    const int named = weekday_beside(text, read);
    if (named == 0 || !is_valid(read.date) || named == weekday(read.date)) return;
    const int real = weekday(read.date);
    const PartialDate date{read.date.year, read.date.month, read.date.day};
    report.add(Code::weekday_mismatch, {text, read.from, read.length, block},
               {wording::short_date(date), std::string(kWeekdays[static_cast<std::size_t>(real - 1)]),
                std::string(kWeekdays[static_cast<std::size_t>(named - 1)])});
}

/// `month`: where its figures stand. Day and month of two figures below 10, but months 3 to 9 of one.
void check_padding(TextReport& report, std::string_view text, const ReadDate& read, std::size_t month, Span block) {
    const bool day_padded = is_digit(text[read.from + 1]);
    const bool month_padded = is_digit(text[month + 1]);
    const int number = read.date.month;
    if (day_padded && month_padded == (number <= 2 || number >= 10)) return;
    if (!is_valid(read.date)) return;
    const Passage where{text, read.from, read.length, block};
    const PartialDate date{read.date.year, read.date.month, read.date.day};
    const bool in_words = where.words().find(' ') != std::string_view::npos;
    report.add(Code::date_padding, where,
               {std::string(where.words()),
                in_words ? wording::long_date(date).substr(kNgay.size()) : wording::short_date(date)});
}

}  // namespace

std::optional<ReadDate> read_short_date(std::string_view text, std::size_t from) {
    std::size_t at = from;
    const auto day = figures(text, at, 2);
    if (!day || at >= text.size() || (text[at] != '/' && text[at] != '-')) return std::nullopt;
    const char separator = text[at++];
    const auto month = figures(text, at, 2);
    if (!month || at >= text.size() || text[at++] != separator) return std::nullopt;
    const std::size_t year_from = at;
    const auto year = figures(text, at, 4);
    if (!year || at - year_from != 4 || !is_year(*year)) return std::nullopt;
    if (at < text.size() && (text[at] == '/' || text[at] == '-')) return std::nullopt;
    return ReadDate{{*year, *month, *day}, from, at - from};
}

std::optional<ReadDate> read_long_date(std::string_view text, std::size_t from) {
    std::size_t at = from;
    const auto day = figures(text, at, 2);
    if (!day || !skip(text, at, kThang)) return std::nullopt;
    const auto month = figures(text, at, 2);
    if (!month || !skip(text, at, kNam)) return std::nullopt;
    const auto year = figures(text, at, 4);
    if (!year || !is_year(*year)) return std::nullopt;
    return ReadDate{{*year, *month, *day}, from, at - from};
}

std::optional<ReadDate> read_date_after_ngay(std::string_view text, std::size_t from) {
    if (!skip(text, from, kNgay)) return std::nullopt;
    if (auto read = read_long_date(text, from)) return read;
    return read_short_date(text, from);
}

std::optional<ReadDate> check_short_date(TextReport& report, std::string_view text, std::size_t from, DateLook look,
                                         Span block) {
    const auto read = read_short_date(text, from);
    if (!read) return std::nullopt;
    check_exists(report, text, *read, block);
    check_weekday(report, text, *read, block);
    const std::size_t slash = text.find('/', from);
    if (look == DateLook::AsIssued && slash < from + 3) check_padding(report, text, *read, slash + 1, block);
    return read;
}

std::optional<ReadDate> check_long_date(TextReport& report, std::string_view text, std::size_t month, Span block) {
    if (month == 0) return std::nullopt;
    std::size_t from = month - 1;
    while (from > 0 && is_digit(text[from - 1])) --from;
    if (!is_digit(text[from]) || !text.substr(0, from).ends_with(kNgay)) return std::nullopt;
    const auto read = read_long_date(text, from);
    if (!read) return std::nullopt;
    check_exists(report, text, *read, block);
    check_weekday(report, text, *read, block);
    check_padding(report, text, *read, month + kThang.size() - 1, block);
    return read;
}

}  // namespace vanban::thethuc
