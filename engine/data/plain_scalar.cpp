// YAML 1.2.2, 10.3.2 (core schema tag resolution); octal and hexadecimal integers are left as text.
#include "data/plain_scalar.hpp"

#include <algorithm>
#include <array>

namespace vanban::data {
namespace {

template <std::size_t N>
bool is_one_of(std::string_view text, const std::array<std::string_view, N>& words) {
    return std::find(words.begin(), words.end(), text) != words.end();
}

constexpr std::array<std::string_view, 5> kNulls = {"", "~", "null", "Null", "NULL"};
constexpr std::array<std::string_view, 3> kTrues = {"true", "True", "TRUE"};
constexpr std::array<std::string_view, 3> kFalses = {"false", "False", "FALSE"};

bool is_sign(char c) {
    return c == '-' || c == '+';
}
bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && is_digit(text[at])) {
        ++at;
    }
    return at;
}

/// [-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?
bool is_number(std::string_view text) {
    std::size_t at = !text.empty() && is_sign(text[0]) ? 1 : 0;
    const std::size_t whole = at;
    at = skip_digits(text, at);
    const bool has_whole = at > whole;
    if (at < text.size() && text[at] == '.') {
        const std::size_t fraction = at + 1;
        at = skip_digits(text, fraction);
        if (!has_whole && at == fraction) {
            return false;
        }
    } else if (!has_whole) {
        return false;
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        ++at;
        at += at < text.size() && is_sign(text[at]) ? 1 : 0;
        const std::size_t exponent = at;
        at = skip_digits(text, exponent);
        if (at == exponent) {
            return false;
        }
    }
    return at == text.size();
}

}  // namespace

std::optional<Number> plain_number(std::string_view text) {
    if (!is_number(text)) {
        return std::nullopt;
    }
    std::string digits(text.starts_with('+') ? text.substr(1) : text);
    const std::size_t point = digits.find('.');
    if (point != std::string::npos && (point + 1 == digits.size() || !is_digit(digits[point + 1]))) {
        digits.erase(point, 1);  // `5.` and `5.e3` are numbers of the core schema
    }
    const auto value = Decimal::parse(digits);
    return value ? std::optional(Number{*value, std::string(text)}) : std::nullopt;
}

Value::Variant plain_scalar(std::string_view text) {
    if (is_one_of(text, kNulls)) {
        return Null{};
    }
    if (is_one_of(text, kTrues) || is_one_of(text, kFalses)) {
        return is_one_of(text, kTrues);
    }
    if (auto number = plain_number(text)) {
        return std::move(*number);
    }
    return std::string(text);
}

}  // namespace vanban::data
