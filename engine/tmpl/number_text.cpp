// The readings of a text with dots and commas.
#include "tmpl/number_text.hpp"

#include <algorithm>
#include <string>

namespace vanban::tmpl {
namespace {

constexpr std::size_t kGroup = 3;

bool is_digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

/// `1.234.567` (with `separator` for the dots): a first group of one to three digits that is not 0…, then groups of
/// three.
bool is_grouped(std::string_view text, char separator) {
    std::size_t end = text.find(separator);
    if (end == text.npos || end > kGroup || text[0] == '0' || !is_digits(text.substr(0, end))) return false;
    while (end != text.npos) {
        text.remove_prefix(end + 1);
        end = text.find(separator);
        if (std::min(end, text.size()) != kGroup || !is_digits(text.substr(0, kGroup))) return false;
    }
    return true;
}

bool is_plain(std::string_view text, char point) {
    const std::size_t at = text.find(point);
    return is_digits(text.substr(0, at)) && (at == text.npos || is_digits(text.substr(at + 1)));
}

/// The number without its dots, with a point for its comma.
std::optional<Decimal> without_groups(std::string_view text, char separator, bool negative) {
    std::string digits = negative ? "-" : "";
    for (const char c : text) {
        if (c != separator) digits += c == ',' ? '.' : c;
    }
    return Decimal::parse(digits);
}

std::optional<Decimal> plain_value(std::string_view text, bool negative) {
    std::string digits = (negative ? "-" : "") + std::string(text);
    std::ranges::replace(digits, ',', '.');
    return Decimal::parse(digits);
}

}  // namespace

NumberReading read_number_text(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    NumberReading reading;
    if (is_plain(text, '.') || is_plain(text, ',')) reading.plain = plain_value(text, negative);
    const std::size_t comma = text.find(',');
    if (comma == text.npos) {
        if (is_grouped(text, '.')) reading.grouped = without_groups(text, '.', negative);
    } else if (is_grouped(text.substr(0, comma), '.')) {
        if (is_digits(text.substr(comma + 1))) reading.grouped = without_groups(text, '.', negative);
    } else if (reading.plain && is_grouped(text, ',')) {
        reading.grouped = without_groups(text, ',', negative);
    }
    return reading;
}

bool looks_grouped(std::string_view literal) {
    if (literal.starts_with('-')) literal.remove_prefix(1);
    return std::ranges::count(literal, '.') == 1 && literal.ends_with('0') && is_grouped(literal, '.');
}

}  // namespace vanban::tmpl
