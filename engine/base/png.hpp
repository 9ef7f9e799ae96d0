// A PNG file: checked, measured, kept as it is.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/units.hpp"

namespace vanban {

/// The bytes of a PNG file (ISO/IEC 15948) and what they say of its size.
struct Png {
    std::string bytes;
    std::uint32_t width = 0;             ///< Pixels, 1 to 20,000.
    std::uint32_t height = 0;            ///< Pixels, 1 to 20,000.
    bool alpha = false;                  ///< Has transparency: an alpha channel or tRNS.
    std::optional<Twip> physical_width;  ///< Width on paper, where pHYs gives pixels per metre.
    friend bool operator==(const Png& a, const Png& b) { return a.bytes == b.bytes; }
};

/// Reads the whole file, so that a broken one is found here and not in Word.
/// Fails with `not-a-png`, `broken-png` or `picture-too-large` at `where`.
Result<std::shared_ptr<const Png>> read_png(std::string bytes, Span where);

}  // namespace vanban
