// Advance widths of the four faces in fonts/; no font file is read at run time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "base/units.hpp"

namespace vanban::font {

struct Style {
    bool bold = false;
    bool italic = false;
    friend bool operator==(const Style&, const Style&) = default;
};

/// A run of neighbouring code points with their widths.
struct Range {
    std::uint32_t first;
    std::uint32_t count;
    std::uint32_t offset;  ///< Into Face::widths.
};

/// Metrics of one face, in its own units.
struct Face {
    int units_per_em;
    int ascent;
    int descent;  ///< Positive, below the baseline.
    int line_gap;
    int missing_width;              ///< Of a character that the face does not have.
    std::span<const Range> ranges;  ///< Ascending.
    std::span<const std::uint16_t> widths;

    /// Width of one character; `missing_width` if the face does not have it.
    constexpr int advance(char32_t code_point) const;
    /// True if the face has a width for the character.
    constexpr bool has(char32_t code_point) const { return find(code_point) != nullptr; }

private:
    constexpr const std::uint16_t* find(char32_t code_point) const;
};

/// The faces of a family that is metric-compatible with Times New Roman.
class Family {
public:
    constexpr Family(Face regular, Face bold, Face italic, Face bold_italic)
        : faces_{regular, bold, italic, bold_italic},
          direct_{index(regular), index(bold), index(italic), index(bold_italic)} {}

    /// Width of `text` (UTF-8, NFC) on one line, no kerning: what Word and LibreOffice give by default. Rounded up.
    /// Line ends take no room, a tab that of a space.
    Twip width(std::string_view text, HalfPoint size, Style style) const;
    /// The same in the units of the face. Those of the parts of a text add up to those of the whole; lengths, being
    /// rounded up each, do not.
    std::int64_t units(std::string_view text, Style style) const;
    struct Measure {
        std::int64_t longest = 0;  ///< Of its words, which spaces and line ends part.
        std::int64_t whole = 0;    ///< On one line.
    };
    /// Both in one pass, in the units of the face.
    Measure measure(std::string_view text, Style style) const;
    /// Units as a length at a size, rounded up: `width(text)` is `length(units(text))`.
    Twip length(std::int64_t units, HalfPoint size, Style style) const;
    /// Height of a single-spaced line: ascent + descent + line gap. Rounded up.
    Twip line_height(HalfPoint size, Style style) const;
    const Face& face(Style style) const { return faces_[number(style)]; }
    /// Width of one character in the units of its face; the same as `face(style).advance`, but fast.
    int advance(char32_t code_point, Style style) const {
        const std::size_t slot = slot_of(code_point);
        return slot < kSlots ? direct_[number(style)][slot] : face(style).advance(code_point);
    }

private:
    // Latin with Vietnamese (U+0000 to U+036F, U+1E00 to U+1EFF) and punctuation (to U+206F) are looked up directly.
    static constexpr std::size_t kLow = 0x370, kHigh = 0x1E00, kHighEnd = 0x2070;
    static constexpr std::size_t kSlots = kLow + (kHighEnd - kHigh);
    using Direct = std::array<std::uint16_t, kSlots>;

    static constexpr std::size_t number(Style style) { return (style.bold ? 1u : 0u) + (style.italic ? 2u : 0u); }
    /// Place of a character in `Direct`; `kSlots` if it has none.
    static constexpr std::size_t slot_of(char32_t code_point) {
        if (code_point < kLow) return code_point;
        return code_point >= kHigh && code_point < kHighEnd ? kLow + (code_point - kHigh) : kSlots;
    }
    static constexpr Direct index(const Face& face);

    Face faces_[4];
    Direct direct_[4];
};

/// The family compiled into the program: Liberation Serif's widths, which are those of Times New Roman.
const Family& times_new_roman();

/// Number of lines that `text` takes when it is broken at spaces into lines of `width`; a longer word is broken inside.
/// No-break spaces hold words together, spaces at the end of a line take no room, '\n' ends a line. At least 1.
int count_lines(const Family& family, std::string_view text, HalfPoint size, Style style, Twip width);

constexpr const std::uint16_t* Face::find(char32_t code_point) const {
    std::size_t low = 0, high = ranges.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        const Range& range = ranges[middle];
        if (code_point < range.first) {
            high = middle;
        } else if (code_point - range.first >= range.count) {
            low = middle + 1;
        } else {
            return &widths[range.offset + (code_point - range.first)];
        }
    }
    return nullptr;
}

constexpr int Face::advance(char32_t code_point) const {
    const std::uint16_t* width = find(code_point);
    return width ? *width : missing_width;
}

constexpr Family::Direct Family::index(const Face& face) {
    Direct direct{};
    direct.fill(static_cast<std::uint16_t>(face.missing_width));
    for (const Range& range : face.ranges) {
        for (std::uint32_t i = 0; i < range.count; ++i) {
            const std::size_t slot = slot_of(range.first + i);
            if (slot < kSlots) direct[slot] = face.widths[range.offset + i];
        }
    }
    return direct;
}

}  // namespace vanban::font
