// Fuzz target: any bytes as a picture named in the data.
#include "base/png.hpp"

#include <cstdlib>

#include "exact_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    const auto png = vanban::read_png(std::string(bytes.view()), {});
    if (!png) return 0;
    const vanban::Png& picture = **png;
    const bool measured =
        picture.width > 0 && picture.width <= 20'000 && picture.height > 0 && picture.height <= 20'000;
    if (!measured || picture.bytes != bytes.view()) std::abort();
    if (picture.physical_width && picture.physical_width->count <= 0) std::abort();
    return 0;
}
