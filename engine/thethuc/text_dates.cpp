// Dates that stand in running text.
#include "thethuc/text_dates.hpp"

#include <array>

#include "base/utf8.hpp"
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
        if (here == name || here == utf8::capitalize(name)) return static_cast<int>(day) + 1;
    }
    return 0;
}

/// A weekday right before the date ("thứ Hai, ngày …") or behind it in brackets.
int weekday_beside(std::string_view text, const ReadDate& read) {
    std::string_view before = text.substr(0, read.from);
    for (const std::string_view word :
         {std::string_view("ngày "), std::string_view("("), std::string_view(", "), std::string_view(" ")})
        if (before.ends_with(word)) before.remove_suffix(word.size());
    const std::size_t last = before.rfind(' ');
    const std::size_t first = last == before.npos || last == 0 ? before.npos : before.rfind(' ', last - 1);
    if (last != before.npos)
        if (const int day = weekday_at(text, first == before.npos ? 0 : first + 1)) return day;
    const std::size_t behind = read.from + read.length;
    return text.substr(behind, 2) == " (" ? weekday_at(text, behind + 2) : 0;
}

void check_weekday(TextReport& report, std::string_view text, const ReadDate& read, Span block) {
    if (!is_valid(read.date)) return;
    const int named = weekday_beside(text, read);
    const int real = weekday(read.date);
    if (named == 0 || named == real) return;
    const PartialDate date{read.date.year, read.date.month, read.date.day};
    report.add(Code::weekday_mismatch, {text, read.from, read.length, block},
               {wording::short_date(date), std::string(kWeekdays[static_cast<std::size_t>(real - 1)]),
                std::string(kWeekdays[static_cast<std::size_t>(named - 1)])});
}

void check_padding(TextReport& report, std::string_view text, const ReadDate& read, Span block, std::string proposal) {
    const Passage where{text, read.from, read.length, block};
    if (!is_valid(read.date) || where.words() == proposal) return;
    report.add(Code::date_padding, where, {std::string(where.words()), std::move(proposal)});
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

void check_short_date(TextReport& report, std::string_view text, std::size_t from, DateLook look, Span block) {
    const auto read = read_short_date(text, from);
    if (!read) return;
    check_exists(report, text, *read, block);
    check_weekday(report, text, *read, block);
    if (look == DateLook::Free || text[from + read->length - 5] != '/') return;
    const PartialDate date{read->date.year, read->date.month, read->date.day};
    check_padding(report, text, *read, block, wording::short_date(date));
}

void check_long_date(TextReport& report, std::string_view text, std::size_t month, Span block) {
    if (month == 0) return;
    std::size_t from = month - 1;
    while (from > 0 && is_digit(text[from - 1])) --from;
    const auto read = read_long_date(text, from);
    if (!read || !text.substr(0, from).ends_with(kNgay)) return;
    check_exists(report, text, *read, block);
    check_weekday(report, text, *read, block);
    const PartialDate date{read->date.year, read->date.month, read->date.day};
    check_padding(report, text, *read, block, wording::long_date(date).substr(kNgay.size()));
}

}  // namespace vanban::thethuc
