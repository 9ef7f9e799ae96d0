// Exact decimal numbers: money and quantities never pass through binary floating point.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace vanban {

/// coefficient × 10^-scale, kept without trailing zeros; up to 36 significant digits, scale 0 to 18.
class Decimal {
public:
    __extension__ using Int = __int128;

    constexpr Decimal() = default;
    constexpr Decimal(std::int64_t value) : coefficient_(value) {}

    /// `-1234.5`, `.5`, `1e6`; no grouping, no spaces. Empty if malformed or out of range.
    static std::optional<Decimal> parse(std::string_view text);
    static std::optional<Decimal> make(Int coefficient, int scale);

    bool is_integer() const { return scale_ == 0; }
    bool is_negative() const { return coefficient_ < 0; }
    bool is_zero() const { return coefficient_ == 0; }
    int scale() const { return scale_; }
    Int coefficient() const { return coefficient_; }
    /// The value if it is an integer that fits.
    std::optional<std::int64_t> to_int64() const;
    double to_double() const;
    /// `-1234.5`: point as separator, no grouping.
    std::string to_string() const;
    /// Rounded half away from zero to `digits` places (0 to 18).
    Decimal rounded(int digits) const;

    // Empty on overflow and division by zero. Products and quotients with more than 18 places are rounded to 18,
    // half away from zero; sums and differences are exact. A quotient that does not end needs room for all 18 places.
    static std::optional<Decimal> add(const Decimal& a, const Decimal& b);
    static std::optional<Decimal> subtract(const Decimal& a, const Decimal& b);
    static std::optional<Decimal> multiply(const Decimal& a, const Decimal& b);
    static std::optional<Decimal> divide(const Decimal& a, const Decimal& b);
    /// The exact quotient rounded once, half away from zero, to `places` (0 to 18).
    static std::optional<Decimal> divide(const Decimal& a, const Decimal& b, int places);

    friend bool operator==(const Decimal&, const Decimal&) = default;
    friend std::strong_ordering operator<=>(const Decimal& a, const Decimal& b);

private:
    Int coefficient_ = 0;
    int scale_ = 0;
};

}  // namespace vanban
