#include "xlsx/png_resolution.hpp"

#include <cstddef>
#include <cstdint>

namespace vanban::xlsx {
namespace {

constexpr std::size_t kSignature = 8;
constexpr double kMetresInInch = 0.0254;

std::uint32_t number_at(std::string_view bytes, std::size_t at) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
    return value;
}

}  // namespace

Resolution png_resolution(std::string_view bytes) {
    constexpr std::size_t kHead = 8, kTail = 4;  // length and type before a chunk's data, checksum behind
    for (std::size_t at = kSignature; at + kHead + kTail <= bytes.size();) {
        const std::size_t length = number_at(bytes, at);
        const std::string_view type = bytes.substr(at + 4, 4);
        const std::size_t data = at + kHead;
        if (type == "IDAT" || length > bytes.size() - data) break;
        if (type == "pHYs" && length >= 9 && bytes[data + 8] == 1) {
            const Resolution found{number_at(bytes, data) * kMetresInInch, number_at(bytes, data + 4) * kMetresInInch};
            return found.x > 0 && found.y > 0 ? found : Resolution{};
        }
        at = data + length + kTail;
    }
    return {};
}

}  // namespace vanban::xlsx
