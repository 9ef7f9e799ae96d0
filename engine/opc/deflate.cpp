// Deflates parts with libdeflate (RFC 1951); the only file that includes its header.
#include "opc/deflate.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <new>

namespace vanban::opc {

namespace {

constexpr std::size_t kLargestKept = std::size_t{64} << 10;
constexpr std::size_t kMostKept = 64;

Packed packed(std::uint32_t crc, std::string_view bytes, std::string_view deflated) {
    return {crc, bytes.size(), !deflated.empty(), deflated.empty() ? bytes : deflated};
}

}  // namespace

Packed stored(std::string_view bytes) {
    return packed(libdeflate_crc32(0, bytes.data(), bytes.size()), bytes, {});
}

void Deflater::Free::operator()(libdeflate_compressor* compressor) const {
    libdeflate_free_compressor(compressor);
}

std::string_view Deflater::deflate(std::string_view bytes, int level) {
    if (bytes.size() < 2) return {};
    if (!compressor_ || level != level_) {
        compressor_.reset(libdeflate_alloc_compressor(std::clamp(level, 1, 12)));
        if (!compressor_) std::rethrow_exception(std::make_exception_ptr(std::bad_alloc()));
        level_ = level;
    }
    if (capacity_ < bytes.size()) {
        buffer_ = std::make_unique_for_overwrite<char[]>(bytes.size());
        capacity_ = bytes.size();
    }
    const std::size_t size =
        libdeflate_deflate_compress(compressor_.get(), bytes.data(), bytes.size(), buffer_.get(), bytes.size() - 1);
    return {buffer_.get(), size};
}

Packed DeflateCache::State::pack(const SharedBytes& shared, int wanted_level) {
    const std::string_view bytes = *shared;
    if (wanted_level != level) {
        kept.clear();
        oldest = 0;
        level = wanted_level;
    }
    if (const Kept* known = find(shared)) return packed(known->crc, bytes, known->deflated);
    const std::uint32_t crc = libdeflate_crc32(0, bytes.data(), bytes.size());
    const std::string_view deflated = deflater.deflate(bytes, level);
    if (bytes.size() < kLargestKept && seen_before(crc)) keep(crc, shared, deflated);
    return packed(crc, bytes, deflated);
}

const DeflateCache::State::Kept* DeflateCache::State::find(const SharedBytes& bytes) const {
    const auto known = std::find_if(kept.begin(), kept.end(), [&](const Kept& part) { return part.bytes == bytes; });
    return known == kept.end() ? nullptr : &*known;
}

bool DeflateCache::State::seen_before(std::uint32_t crc) {
    if (std::find(seen.begin(), seen.end(), crc) != seen.end()) return true;
    seen[next_seen] = crc;
    next_seen = (next_seen + 1) % seen.size();
    return false;
}

void DeflateCache::State::keep(std::uint32_t crc, const SharedBytes& bytes, std::string_view deflated) {
    Kept part{crc, bytes, std::string(deflated)};
    if (kept.size() < kMostKept) return kept.push_back(std::move(part));
    kept[oldest] = std::move(part);
    oldest = (oldest + 1) % kMostKept;
}

DeflateCache::DeflateCache() : state_(std::make_unique<State>()) {}
DeflateCache::DeflateCache(DeflateCache&&) noexcept = default;
DeflateCache& DeflateCache::operator=(DeflateCache&&) noexcept = default;
DeflateCache::~DeflateCache() = default;

std::size_t DeflateCache::size() const {
    return state_->kept.size();
}

}  // namespace vanban::opc
