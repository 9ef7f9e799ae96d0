// Deflates parts, and remembers what those that come back compressed to.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "opc/package.hpp"

struct libdeflate_compressor;

namespace vanban::opc {

/// One zip entry's data as it is written. Views the deflater, the cache or the part: good until the next one is made.
struct Packed {
    std::uint32_t crc = 0;
    std::size_t size = 0;  ///< Of the bytes before compression.
    bool deflated = false;
    std::string_view data;
};

/// `bytes` as they are.
Packed stored(std::string_view bytes);

/// A libdeflate compressor with its output buffer: costly to make, so it is kept.
class Deflater {
public:
    /// The deflated bytes, empty where they would not be smaller. Good until the next call.
    std::string_view deflate(std::string_view bytes, int level);

private:
    struct Free {
        void operator()(libdeflate_compressor* compressor) const;
    };
    std::unique_ptr<libdeflate_compressor, Free> compressor_;
    int level_ = 0;
    std::unique_ptr<char[]> buffer_;
    std::size_t capacity_ = 0;
};

/// Behind DeflateCache. Bytes are kept when they are met for the second time, so the parts that differ in every
/// document of a batch are never copied.
struct DeflateCache::State {
    struct Kept {
        std::uint32_t crc;
        SharedBytes bytes;
        std::string deflated;  ///< Empty: stored is smaller.
    };

    /// Packs `bytes` from memory or anew.
    Packed pack(const SharedBytes& bytes, int level);

    Deflater deflater;
    int level = 0;
    std::vector<Kept> kept;
    std::size_t oldest = 0;                ///< Replaced next, once `kept` is full.
    std::array<std::uint32_t, 64> seen{};  ///< Checksums met lately and not kept.
    std::size_t next_seen = 0;

private:
    const Kept* find(const SharedBytes& bytes) const;
    bool seen_before(std::uint32_t crc);
    void keep(std::uint32_t crc, const SharedBytes& bytes, std::string_view deflated);
};

}  // namespace vanban::opc
