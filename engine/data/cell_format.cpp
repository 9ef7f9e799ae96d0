// Number formats of cells.
#include "data/cell_format.hpp"

#include <algorithm>

namespace vanban::data {
namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
    return text.size() >= start.size() &&
           std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

/// The letters that a section of a format code shows of a date or time, one for each run: `dd/mm/yyyy hh:mm` is
/// `dmyhm`.
struct Letters {
    std::string shown;
    bool elapsed = false;  ///< `[h]`, `[mm]` or `[ss]`.
    bool digits = false;   ///< `0`, `#` or `?`: a number is shown.
};

/// Past a bracket: colours, conditions, locales, or hours that pass 24.
std::size_t read_bracket(std::string_view code, std::size_t at, Letters& out) {
    const std::size_t close = std::min(code.find(']', at), code.size());
    const std::string_view inside = code.substr(at + 1, close - at - 1);
    const char first = inside.empty() ? '\0' : lower(inside.front());
    const bool same = std::all_of(inside.begin(), inside.end(), [&](char c) { return lower(c) == first; });
    if (same && (first == 'h' || first == 'm' || first == 's')) {
        out.elapsed = true;
        out.shown += first;
    }
    return close + 1;
}

/// The first section of a format code, without what is quoted, escaped or in brackets.
Letters read_section(std::string_view code) {
    constexpr std::string_view kDateLetters = "dmyhseg";
    Letters out;
    for (std::size_t at = 0; at < code.size() && code[at] != ';';) {
        const char c = lower(code[at]);
        if (c == '"') {
            at = std::min(code.find('"', at + 1), code.size()) + 1;
        } else if (c == '\\' || c == '_' || c == '*') {
            at += 2;
        } else if (c == '[') {
            at = read_bracket(code, at, out);
        } else if (starts_with_ignoring_case(code.substr(at), "general")) {
            at += 7;
        } else if (starts_with_ignoring_case(code.substr(at), "am/pm")) {
            at += 5;
        } else if (starts_with_ignoring_case(code.substr(at), "a/p")) {
            at += 3;
        } else if (kDateLetters.find(c) != kDateLetters.npos) {
            while (at < code.size() && lower(code[at]) == c) ++at;
            out.shown += c;
        } else {
            out.digits = out.digits || c == '0' || c == '#' || c == '?';
            ++at;
        }
    }
    return out;
}

/// `m` beside hours or seconds is minutes; becomes `n`.
void tell_minutes(std::string& letters) {
    for (std::size_t i = 0; i < letters.size(); ++i) {
        const bool after_hour = i > 0 && letters[i - 1] == 'h';
        const bool before_second = i + 1 < letters.size() && letters[i + 1] == 's';
        if (letters[i] == 'm' && (after_hour || before_second)) letters[i] = 'n';
    }
}

}  // namespace

FormatKind builtin_format(std::uint32_t id) {
    constexpr std::uint32_t kMonthYear = 17, kDateTime = 22, kElapsed = 46;
    const auto within = [id](std::uint32_t first, std::uint32_t last) { return id >= first && id <= last; };
    if (id == kMonthYear) return FormatKind::MonthYear;
    if (id == kDateTime) return FormatKind::DateTime;
    if (id == kElapsed) return FormatKind::Elapsed;
    if (within(18, 21) || id == 45 || id == 47) return FormatKind::Time;
    // 27 to 36 and 50 to 58 are dates and times of East Asia, which differ from country to country.
    if (within(14, 16) || within(27, 31) || id == 36 || within(50, 54) || id == 57 || id == 58) return FormatKind::Date;
    if (within(32, 35) || id == 55 || id == 56) return FormatKind::Time;
    return FormatKind::Number;
}

FormatKind format_of_code(std::string_view code) {
    Letters letters = read_section(code);
    if (letters.elapsed) return FormatKind::Elapsed;
    tell_minutes(letters.shown);
    const auto shows = [&](std::string_view any) { return letters.shown.find_first_of(any) != std::string::npos; };
    const bool time = shows("hns");
    const bool date = shows("dmy");
    if (!time && !date) return FormatKind::Number;  // `e` and `g` alone: scientific
    if (time) return date ? FormatKind::DateTime : FormatKind::Time;
    if (letters.digits) return FormatKind::Number;
    if (shows("d") || !shows("yeg")) return FormatKind::Date;
    return shows("m") ? FormatKind::MonthYear : FormatKind::Year;
}

}  // namespace vanban::data
