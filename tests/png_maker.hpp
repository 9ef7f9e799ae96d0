// PNG files made byte by byte (ISO/IEC 15948), sound ones and such as no program would write.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <string>
#include <string_view>

namespace vanban::test {

inline constexpr std::string_view kPngSignature = "\x89PNG\r\n\x1A\n";

/// Four bytes, the highest first.
inline std::string be32(std::uint32_t value) {
    std::string bytes;
    for (int shift = 24; shift >= 0; shift -= 8) bytes += static_cast<char>((value >> shift) & 0xFF);
    return bytes;
}

/// Length, type, data, CRC-32 of type and data.
inline std::string png_chunk(const std::string& type, const std::string& data) {
    const std::string body = type + data;
    const auto* bytes = reinterpret_cast<const Bytef*>(body.data());
    const auto crc = static_cast<std::uint32_t>(crc32(0, bytes, static_cast<uInt>(body.size())));
    return be32(static_cast<std::uint32_t>(data.size())) + body + be32(crc);
}

inline std::string zlib_packed(const std::string& bytes) {
    uLongf size = compressBound(static_cast<uLong>(bytes.size()));
    std::string packed(size, '\0');
    compress2(reinterpret_cast<Bytef*>(packed.data()), &size, reinterpret_cast<const Bytef*>(bytes.data()),
              static_cast<uLong>(bytes.size()), 9);
    packed.resize(size);
    return packed;
}

enum class PngColor : char { Grey = 0, Rgb = 2, Palette = 3, GreyAlpha = 4, Rgba = 6 };

struct PngParts {
    std::uint32_t width = 1;
    std::uint32_t height = 1;
    PngColor color = PngColor::Rgba;
    bool interlaced = false;
    std::string before_pixels = {};  ///< Chunks between the header and the pixels.
    std::string pixels = {};         ///< Rows with their filter bytes, not packed; empty: as many zeros as it takes.
};

inline std::string ihdr(const PngParts& parts) {
    return png_chunk("IHDR", be32(parts.width) + be32(parts.height) + '\x08' + static_cast<char>(parts.color) + '\0' +
                                 '\0' + static_cast<char>(parts.interlaced ? 1 : 0));
}

/// Bytes of the pixels of a picture with eight bits a channel that is not interlaced.
inline std::size_t pixel_bytes(const PngParts& parts) {
    constexpr std::size_t kChannels[] = {1, 0, 3, 1, 2, 0, 4};
    const std::size_t row = 1 + parts.width * kChannels[static_cast<std::size_t>(parts.color)];
    return row * parts.height;
}

inline std::string make_png(const PngParts& parts) {
    const std::string pixels = parts.pixels.empty() ? std::string(pixel_bytes(parts), '\0') : parts.pixels;
    return std::string(kPngSignature) + ihdr(parts) + parts.before_pixels + png_chunk("IDAT", zlib_packed(pixels)) +
           png_chunk("IEND", "");
}

/// pHYs with the same number of pixels a metre both ways.
inline std::string phys_chunk(std::uint32_t per_metre, char unit = 1) {
    return png_chunk("pHYs", be32(per_metre) + be32(per_metre) + unit);
}

/// A picture in one colour, given as R, G, B, A.
inline std::string colored_png(std::uint32_t width, std::uint32_t height, const char (&rgba)[5]) {
    std::string row(1, '\0');
    for (std::uint32_t x = 0; x < width; ++x) row.append(rgba, 4);
    std::string pixels;
    for (std::uint32_t y = 0; y < height; ++y) pixels += row;
    return make_png({.width = width, .height = height, .pixels = pixels});
}

}  // namespace vanban::test
