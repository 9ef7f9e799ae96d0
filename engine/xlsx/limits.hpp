// What Excel can hold, and the measures of its cells.
#pragma once

#include <cstddef>
#include <cstdint>

#include "base/units.hpp"

namespace vanban::xlsx {

// Excel's own limits ("Excel specifications and limits" of its maker; ISO/IEC 29500-1, 18.3.1.73 and 18.2.19).
inline constexpr std::size_t kMostRows = 1'048'576;
inline constexpr std::size_t kMostColumns = 16'384;
inline constexpr std::size_t kMostCellCharacters = 32'767;  ///< UTF-16 units.
inline constexpr std::size_t kMostFormulaCharacters = 8'192;
inline constexpr std::size_t kMostArguments = 255;
inline constexpr std::size_t kMostSheetName = 31;      ///< UTF-16 units.
inline constexpr std::size_t kMostName = 255;          ///< Of a defined name.
inline constexpr std::size_t kMostHeaderFooter = 255;  ///< UTF-16 units, all sections together.
inline constexpr std::size_t kMostFormats = 64'000;
inline constexpr std::size_t kMostDigits = 15;      ///< Significant digits of a number.
inline constexpr std::size_t kMostMerges = 65'535;  ///< The library counts them in 16 bits.
inline constexpr Twip kMostRowHeight = pt(408.75);  ///< 409 points, as whole pixels.

/// One pixel at 96 to the inch: widths and heights are whole pixels, so that no program rounds them.
inline constexpr Twip kPixel{15};

constexpr Twip pixels_up(Twip length) {
    return {(length.count + kPixel.count - 1) / kPixel.count * kPixel.count};
}

/// What Excel keeps free at either side of a cell's text, with the grid line; LibreOffice keeps less.
inline constexpr Twip kCellPadding{45};

/// The default font's size. Its digits, half an em of Times New Roman, are then exactly 7 pixels wide, and a column's
/// width is `pixels / 7` characters (ISO/IEC 29500-1, 18.3.1.13) in every program, whatever its screen.
inline constexpr HalfPoint kDefaultSize = font_pt(10.5);

/// One step of indentation: three spaces of the default font, a quarter of an em each.
inline constexpr Twip kIndentStep{kDefaultSize.count * 10 * 3 / 4};

}  // namespace vanban::xlsx
