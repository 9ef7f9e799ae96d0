// Looking for bytes eight at a time: most texts hold none of those that are looked for.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace vanban::bytes {

namespace detail {

constexpr std::uint64_t kOnes = 0x0101010101010101, kHigh = 0x8080808080808080, kLow = 0x7F7F7F7F7F7F7F7F;

inline std::uint64_t block_at(std::string_view text, std::size_t at) {
    std::uint64_t block = 0;
    std::memcpy(&block, text.data() + at, sizeof block);
    return block;
}

}  // namespace detail

/// Whether a byte of `text` is a control character of ASCII, below 0x20.
inline bool has_control(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t block = detail::block_at(text, at);
        if (((block - detail::kOnes * 0x20) & ~block & detail::kHigh) != 0) return true;
    }
    for (; at < text.size(); ++at)
        if (static_cast<unsigned char>(text[at]) < 0x20) return true;
    return false;
}

/// Where the printable ASCII characters, 0x20 to 0x7E, that begin at `at` end.
inline std::size_t printable_end(std::string_view text, std::size_t at) {
    for (; at + 8 <= text.size(); at += 8) {
        const std::uint64_t block = detail::block_at(text, at);
        const std::uint64_t control = (block - detail::kOnes * 0x20) & ~block;
        const std::uint64_t others = (block | (block + detail::kOnes) | control) & detail::kHigh;
        if (others == 0) continue;
        // The lowest mark is right; a carry can only have touched those above it.
        if constexpr (std::endian::native == std::endian::little)
            return at + static_cast<std::size_t>(std::countr_zero(others)) / 8;
        break;
    }
    while (at < text.size() && text[at] >= 0x20 && text[at] < 0x7F) ++at;
    return at;
}

/// Whether two spaces stand side by side.
inline bool has_double_space(std::string_view text) {
    std::size_t at = 0;
    for (; at + 8 <= text.size(); at += 7) {  // The last byte of a block is the first of the next one.
        const std::uint64_t other = detail::block_at(text, at) ^ (detail::kOnes * ' ');
        const std::uint64_t spaces = ~(((other & detail::kLow) + detail::kLow) | other | detail::kLow);
        if ((spaces & (spaces >> 8)) != 0) return true;
    }
    for (; at + 1 < text.size(); ++at)
        if (text[at] == ' ' && text[at + 1] == ' ') return true;
    return false;
}

}  // namespace vanban::bytes
