// Exact decimal arithmetic in 128 bits; every step that can overflow is checked.
#include "base/decimal.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace vanban {

namespace {

using Int = Decimal::Int;

constexpr int kMaxDigits = 36;
constexpr int kMaxScale = 18;

constexpr Int power_of_ten(int exponent) {
    Int power = 1;
    for (int i = 0; i < exponent; ++i) power *= 10;
    return power;
}

constexpr Int kBound = power_of_ten(kMaxDigits);  ///< Coefficients are smaller than this.
constexpr std::uint64_t kLimb = 1'000'000'000'000'000'000;

bool in_range(Int coefficient) {
    return coefficient > -kBound && coefficient < kBound;
}
Int magnitude(Int value) {
    return value < 0 ? -value : value;
}

/// `value / divisor` rounded half away from zero; divisor > 0.
Int divide_rounded(Int value, Int divisor) {
    const Int rest = value % divisor;
    const Int quotient = value / divisor;
    if (magnitude(rest) < divisor - magnitude(rest)) return quotient;
    return value < 0 ? quotient - 1 : quotient + 1;
}

std::optional<Int> scaled_up(Int value, int places) {
    Int result = 0;
    if (__builtin_mul_overflow(value, power_of_ten(places), &result)) return std::nullopt;
    return result;
}

/// A product of two coefficients: up to 72 digits, in base 10^18, least significant first.
struct Product {
    std::array<std::uint64_t, 4> limbs{};

    Product(Int a, Int b) {
        __extension__ using Wide = unsigned __int128;
        const std::array<Wide, 2> x{static_cast<Wide>(a) % kLimb, static_cast<Wide>(a) / kLimb};
        const std::array<Wide, 2> y{static_cast<Wide>(b) % kLimb, static_cast<Wide>(b) / kLimb};
        Wide carry = 0;
        for (std::size_t place = 0; place < 4; ++place) {
            for (std::size_t i = 0; i < 2; ++i) {
                if (place >= i && place - i < 2) carry += x[i] * y[place - i];
            }
            limbs[place] = static_cast<std::uint64_t>(carry % kLimb);
            carry /= kLimb;
        }
    }

    /// Divides by `divisor` (at most 10^18) and returns the remainder.
    std::uint64_t divide(std::uint64_t divisor) {
        __extension__ using Wide = unsigned __int128;
        Wide rest = 0;
        for (std::size_t i = limbs.size(); i-- > 0;) {
            const Wide part = rest * kLimb + limbs[i];
            limbs[i] = static_cast<std::uint64_t>(part / divisor);
            rest = part % divisor;
        }
        return static_cast<std::uint64_t>(rest);
    }

    /// A product is far below 10^72 - 1 once it was divided, so the carry ends.
    void increment() {
        for (std::size_t i = 0; i < limbs.size() && ++limbs[i] == kLimb; ++i) limbs[i] = 0;
    }

    bool fits() const { return limbs[2] == 0 && limbs[3] == 0; }
    Int value() const { return static_cast<Int>(limbs[1]) * kLimb + limbs[0]; }
};

/// Digits of a number as written, without the point: value = digits × 10^exponent.
struct Written {
    std::string digits;
    int exponent = 0;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Takes digits from the front of `text`; returns how many.
int take_digits(std::string_view& text, std::string& digits) {
    const auto end = std::find_if_not(text.begin(), text.end(), is_digit);
    const auto count = static_cast<std::size_t>(end - text.begin());
    digits.append(text.substr(0, count));
    text.remove_prefix(count);
    return static_cast<int>(count);
}

/// `e6`, `E-3`; empty if malformed. Huge exponents are cut: they are out of range anyway, unless the number is 0.
std::optional<int> take_exponent(std::string_view& text) {
    if (text.empty()) return 0;
    if (text[0] != 'e' && text[0] != 'E') return std::nullopt;
    text.remove_prefix(1);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    std::string digits;
    if (take_digits(text, digits) == 0 || !text.empty()) return std::nullopt;
    constexpr int kHuge = 1'000'000'000;
    int value = 0;
    for (const char digit : digits) value = value >= kHuge / 10 ? kHuge : value * 10 + (digit - '0');
    return negative ? -value : value;
}

std::optional<Written> read_written(std::string_view text) {
    constexpr std::size_t kLongest = 1'000'000;
    if (text.size() > kLongest) return std::nullopt;
    Written written;
    const int whole = take_digits(text, written.digits);
    int fraction = 0;
    if (text.starts_with('.')) {
        text.remove_prefix(1);
        fraction = take_digits(text, written.digits);
        if (fraction == 0) return std::nullopt;
    }
    if (whole + fraction == 0) return std::nullopt;
    const auto exponent = take_exponent(text);
    if (!exponent) return std::nullopt;
    written.exponent = *exponent - fraction;
    return written;
}

/// Removes zeros that carry no value, at both ends.
void strip_zeros(Written& written) {
    const std::size_t last = written.digits.find_last_not_of('0');
    const std::size_t kept = last == std::string::npos ? 0 : last + 1;
    written.exponent += static_cast<int>(written.digits.size() - kept);
    written.digits.resize(kept);
    written.digits.erase(0, std::min(written.digits.find_first_not_of('0'), written.digits.size()));
}

}  // namespace

std::optional<Decimal> Decimal::make(Int coefficient, int scale) {
    if (coefficient == 0) return Decimal();
    while (scale > 0 && coefficient % 10 == 0) {
        coefficient /= 10;
        --scale;
    }
    if (scale > kMaxScale || scale < -kMaxDigits) return std::nullopt;
    if (scale < 0) {
        const auto scaled = scaled_up(coefficient, -scale);
        if (!scaled) return std::nullopt;
        coefficient = *scaled;
        scale = 0;
    }
    if (!in_range(coefficient)) return std::nullopt;
    Decimal result;
    result.coefficient_ = coefficient;
    result.scale_ = scale;
    return result;
}

std::optional<Decimal> Decimal::parse(std::string_view text) {
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) text.remove_prefix(1);
    auto written = read_written(text);
    if (!written) return std::nullopt;
    strip_zeros(*written);
    if (written->digits.size() > kMaxDigits) return std::nullopt;
    Int coefficient = 0;
    for (const char digit : written->digits) coefficient = coefficient * 10 + (digit - '0');
    return make(negative ? -coefficient : coefficient, -written->exponent);
}

std::optional<std::int64_t> Decimal::to_int64() const {
    const auto value = static_cast<std::int64_t>(coefficient_);
    if (scale_ != 0 || value != coefficient_) return std::nullopt;
    return value;
}

double Decimal::to_double() const {
    const std::string text = to_string();
    double value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

std::string Decimal::to_string() const {
    std::string reversed;
    for (Int rest = magnitude(coefficient_); rest != 0 || static_cast<int>(reversed.size()) <= scale_; rest /= 10) {
        reversed += static_cast<char>('0' + static_cast<int>(rest % 10));
    }
    if (scale_ > 0) reversed.insert(static_cast<std::size_t>(scale_), 1, '.');
    if (is_negative()) reversed += '-';
    return {reversed.rbegin(), reversed.rend()};
}

Decimal Decimal::rounded(int digits) const {
    digits = std::clamp(digits, 0, kMaxScale);
    if (scale_ <= digits) return *this;
    // Cannot fail: a place was removed, so the coefficient became smaller.
    return make(divide_rounded(coefficient_, power_of_ten(scale_ - digits)), digits).value_or(*this);
}

std::optional<Decimal> Decimal::add(const Decimal& a, const Decimal& b) {
    const int scale = std::max(a.scale_, b.scale_);
    const auto x = scaled_up(a.coefficient_, scale - a.scale_);
    const auto y = scaled_up(b.coefficient_, scale - b.scale_);
    Int sum = 0;
    if (!x || !y || __builtin_add_overflow(*x, *y, &sum)) return std::nullopt;
    return make(sum, scale);
}

std::optional<Decimal> Decimal::subtract(const Decimal& a, const Decimal& b) {
    Decimal negated = b;
    negated.coefficient_ = -b.coefficient_;
    return add(a, negated);
}

std::optional<Decimal> Decimal::multiply(const Decimal& a, const Decimal& b) {
    Product product(magnitude(a.coefficient_), magnitude(b.coefficient_));
    int scale = a.scale_ + b.scale_;
    if (scale > kMaxScale) {
        const auto divisor = static_cast<std::uint64_t>(power_of_ten(scale - kMaxScale));
        const std::uint64_t rest = product.divide(divisor);
        if (rest >= divisor - rest) product.increment();
        scale = kMaxScale;
    }
    for (; !product.fits() && scale > 0; --scale) {
        if (product.divide(10) != 0) return std::nullopt;
    }
    if (!product.fits()) return std::nullopt;
    const Int value = product.value();
    return make(a.is_negative() != b.is_negative() ? -value : value, scale);
}

std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b) {
    return divide(a, b, kMaxScale);
}

/// Digits behind the first that is cut off cannot turn a lower half into an upper one, so they may be cut, not rounded.
std::optional<Decimal> Decimal::divide(const Decimal& a, const Decimal& b, int places) {
    if (b.is_zero()) return std::nullopt;
    places = std::clamp(places, 0, kMaxScale);
    const int last = std::min(places + 1, kMaxScale);
    const Int divisor = magnitude(b.coefficient_);
    Int rest = magnitude(a.coefficient_) % divisor;
    Int quotient = magnitude(a.coefficient_) / divisor;
    int scale = a.scale_ - b.scale_;
    for (; scale < last && rest != 0; ++scale) {
        if (!in_range(quotient)) return std::nullopt;
        quotient = quotient * 10 + rest * 10 / divisor;
        rest = rest * 10 % divisor;
    }
    if (places == kMaxScale && rest >= divisor - rest) ++quotient;
    const auto result = make(a.is_negative() != b.is_negative() ? -quotient : quotient, scale);
    return result ? std::optional(result->rounded(places)) : std::nullopt;
}

std::strong_ordering operator<=>(const Decimal& a, const Decimal& b) {
    const int scale = std::max(a.scale_, b.scale_);
    const auto x = scaled_up(a.coefficient_, scale - a.scale_);
    const auto y = scaled_up(b.coefficient_, scale - b.scale_);
    // Whichever does not fit is the greater in magnitude; both never overflow, one of them is not scaled.
    if (!x) return a.is_negative() ? std::strong_ordering::less : std::strong_ordering::greater;
    if (!y) return b.is_negative() ? std::strong_ordering::greater : std::strong_ordering::less;
    if (*x == *y) return std::strong_ordering::equal;
    return *x < *y ? std::strong_ordering::less : std::strong_ordering::greater;
}

}  // namespace vanban
