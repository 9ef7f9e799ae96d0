// How libxlsxwriter sees the size of a PNG file.
#pragma once

#include <string_view>

namespace vanban::xlsx {

struct Resolution {
    double x = 96;
    double y = 96;
};

/// Pixels an inch from the chunk pHYs (ISO/IEC 15948, 11.3.5.3); 96 where there is none, or none with a unit.
Resolution png_resolution(std::string_view bytes);

}  // namespace vanban::xlsx
