// Figures, Roman numerals and letters of điểm. Words are in words.cpp.
#include "wording/numbers.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace vanban::wording {
namespace {

constexpr int kMaxPlaces = 18;
constexpr std::size_t kGroup = 3;

struct RomanPart {
    int value;
    std::string_view letters;
};
constexpr std::array<RomanPart, 13> kRomanParts{{{1000, "M"},
                                                 {900, "CM"},
                                                 {500, "D"},
                                                 {400, "CD"},
                                                 {100, "C"},
                                                 {90, "XC"},
                                                 {50, "L"},
                                                 {40, "XL"},
                                                 {10, "X"},
                                                 {9, "IX"},
                                                 {5, "V"},
                                                 {4, "IV"},
                                                 {1, "I"}}};

constexpr std::array<std::string_view, 23> kDiemLetters{"a", "b", "c", "d", "đ", "e", "g", "h", "i", "k", "l", "m",
                                                        "n", "o", "p", "q", "r", "s", "t", "u", "v", "x", "y"};

/// "1234567" as "1.234.567".
std::string with_groups(std::string_view digits) {
    std::string out;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % kGroup == 0) out += '.';
        out += digits[i];
    }
    return out;
}

}  // namespace

std::string format_number(const Decimal& value, std::optional<int> digits) {
    const std::size_t places = digits ? static_cast<std::size_t>(std::clamp(*digits, 0, kMaxPlaces)) : 0;
    const std::string plain = (digits ? value.rounded(static_cast<int>(places)) : value).to_string();
    const bool negative = plain.starts_with('-');
    const std::size_t point = std::min(plain.find('.'), plain.size());
    std::string fraction = point < plain.size() ? plain.substr(point + 1) : std::string();
    if (fraction.size() < places) fraction.resize(places, '0');

    std::string out = negative ? "-" : "";
    out += with_groups(std::string_view(plain).substr(0, point).substr(negative ? 1 : 0));
    return fraction.empty() ? out : out + ',' + fraction;
}

std::optional<std::string> roman(std::int64_t value) {
    if (value < 1 || value > 3999) return std::nullopt;
    std::string out;
    for (const RomanPart& part : kRomanParts) {
        for (; value >= part.value; value -= part.value) out += part.letters;
    }
    return out;
}

std::optional<std::string_view> diem_letter(std::int64_t value) {
    if (value < 1 || value > static_cast<std::int64_t>(kDiemLetters.size())) return std::nullopt;
    return kDiemLetters[static_cast<std::size_t>(value - 1)];
}

}  // namespace vanban::wording
