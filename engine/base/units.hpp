// Lengths are integers with a unit in the type; a bare number never crosses a function boundary.
#pragma once

#include <compare>
#include <cstdint>

namespace vanban {

/// A count of one unit. Two units never mix; conversion is always by name.
template <class Unit, class Rep = std::int32_t>
struct Quantity {
    Rep count{};
    friend constexpr auto operator<=>(Quantity, Quantity) = default;
    friend constexpr Quantity operator+(Quantity a, Quantity b) { return {a.count + b.count}; }
    friend constexpr Quantity operator-(Quantity a, Quantity b) { return {a.count - b.count}; }
    friend constexpr Quantity operator-(Quantity a) { return {-a.count}; }
    friend constexpr Quantity operator*(Quantity a, Rep factor) { return {a.count * factor}; }
    friend constexpr Quantity operator/(Quantity a, Rep divisor) { return {a.count / divisor}; }
    constexpr Quantity& operator+=(Quantity other) {
        count += other.count;
        return *this;
    }
    constexpr Quantity& operator-=(Quantity other) {
        count -= other.count;
        return *this;
    }
};

using Twip = Quantity<struct TwipUnit>;              ///< 1/20 pt: margins, indents, spacing.
using HalfPoint = Quantity<struct HalfPointUnit>;    ///< Font sizes, w:sz.
using EighthPoint = Quantity<struct EighthUnit>;     ///< Border widths, w:sz of borders.
using Emu = Quantity<struct EmuUnit, std::int64_t>;  ///< 1/914400 in: drawings.

namespace detail {
constexpr std::int32_t rounded(double value) {
    return static_cast<std::int32_t>(value < 0 ? value - 0.5 : value + 0.5);
}
}  // namespace detail

/// Millimetres to twips, rounded to the nearest.
constexpr Twip mm(double value) {
    return {detail::rounded(value * 1440.0 / 25.4)};
}
/// Points to twips, rounded to the nearest.
constexpr Twip pt(double value) {
    return {detail::rounded(value * 20.0)};
}
/// Points to half-points (font sizes), rounded to the nearest.
constexpr HalfPoint font_pt(double value) {
    return {detail::rounded(value * 2.0)};
}
/// Points to eighths of a point (border widths), rounded to the nearest.
constexpr EighthPoint border_pt(double value) {
    return {detail::rounded(value * 8.0)};
}

constexpr Emu to_emu(Twip value) {
    return {static_cast<std::int64_t>(value.count) * 635};
}
constexpr Emu to_emu(EighthPoint value) {
    return {static_cast<std::int64_t>(value.count) * 12700 / 8};
}
constexpr Twip to_twip(HalfPoint value) {
    return {value.count * 10};
}
constexpr double to_mm(Twip value) {
    return value.count * 25.4 / 1440.0;
}

static_assert(mm(30) == Twip{1701} && mm(12.7) == Twip{720});
static_assert(to_emu(pt(1)) == Emu{12700} && to_emu(border_pt(0.5)) == Emu{6350});

}  // namespace vanban
