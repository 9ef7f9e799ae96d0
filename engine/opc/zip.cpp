// Headers are written when everything in them is known, so nothing is patched afterwards. Sizes and places beyond what
// 32 bits hold go into zip64 fields (APPNOTE 4.5.3), which only such files have.
#include "opc/zip.hpp"

#include <algorithm>
#include <cassert>
#include <limits>
#include <utility>

namespace vanban::opc {

namespace {

constexpr std::uint32_t kLocalHeader = 0x04034b50, kDirectoryHeader = 0x02014b50, kDirectoryEnd = 0x06054b50,
                        kDirectoryEnd64 = 0x06064b50, kDirectoryLocator64 = 0x07064b50;
constexpr std::uint16_t kPlainVersion = 20, kZip64Version = 45;
constexpr std::uint16_t kStored = 0, kDeflated = 8;
/// 1980-01-01 00:00:00 as MS-DOS counts: years from 1980 in bits 25 to 31, month from bit 21, day from bit 16.
constexpr std::uint32_t kDosEpoch = (1u << 21) | (1u << 16);
constexpr std::uint16_t kZip64Extra = 1;
constexpr std::uint64_t kBeyond32 = std::numeric_limits<std::uint32_t>::max();
constexpr std::uint64_t kBeyond16 = std::numeric_limits<std::uint16_t>::max();

/// Little-endian numbers of one header; no record of ours has more than kMost bytes.
class Fields {
public:
    template <class Number>
    Fields& put(Number value) {
        assert(size_ + sizeof(Number) <= kMost && "headers are short");
        for (std::size_t i = 0; i < sizeof(Number); ++i) bytes_[size_ + i] = static_cast<char>(value >> (8 * i));
        size_ += sizeof(Number);
        return *this;
    }
    Fields& u16(std::uint64_t value) { return put(static_cast<std::uint16_t>(value)); }
    Fields& u32(std::uint64_t value) { return put(static_cast<std::uint32_t>(value)); }
    Fields& u64(std::uint64_t value) { return put(value); }
    std::string_view bytes() const { return {bytes_, size_}; }

private:
    static constexpr std::size_t kMost = 128;
    char bytes_[kMost];
    std::size_t size_ = 0;
};

/// How hard the data was deflated, for the curious (APPNOTE 4.4.4).
std::uint16_t flags_of(int level) {
    if (level == 1) return 6;
    if (level == 2) return 4;
    return level == 8 || level == 9 ? 2 : 0;
}

struct Entry {
    std::string_view name;
    const Packed& data;
    int level;
    std::uint64_t offset;  ///< Of the local header.

    bool large() const { return data.size >= kBeyond32 || data.data.size() >= kBeyond32; }
    bool far() const { return offset >= kBeyond32; }
    std::uint64_t shown(std::uint64_t size) const { return large() ? kBeyond32 : size; }
    /// What both headers of the entry have in the same order.
    void put_common(Fields& to, bool zip64) const {
        to.u16(zip64 ? kZip64Version : kPlainVersion).u16(flags_of(level)).u16(data.deflated ? kDeflated : kStored);
        to.u32(kDosEpoch).u32(data.crc).u32(shown(data.data.size())).u32(shown(data.size)).u16(name.size());
    }
    void put_sizes(Fields& to) const { to.u64(data.size).u64(data.data.size()); }

    void put_local(std::string& bytes) const {
        Fields header;
        header.u32(kLocalHeader);
        put_common(header, large());
        header.u16(large() ? 20 : 0);
        bytes.append(header.bytes()).append(name);
        if (!large()) return;
        Fields extra;
        extra.u16(kZip64Extra).u16(16);
        put_sizes(extra);
        bytes += extra.bytes();
    }

    void put_directory(std::string& bytes) const {
        const std::uint64_t extra_size = (large() ? 16u : 0u) + (far() ? 8u : 0u);
        Fields header;
        header.u32(kDirectoryHeader).u16(0);
        put_common(header, extra_size > 0);
        header.u16(extra_size > 0 ? extra_size + 4 : 0).u16(0).u16(0).u16(0).u32(0).u32(far() ? kBeyond32 : offset);
        bytes.append(header.bytes()).append(name);
        if (extra_size == 0) return;
        Fields extra;
        extra.u16(kZip64Extra).u16(extra_size);
        if (large()) put_sizes(extra);
        if (far()) extra.u64(offset);
        bytes += extra.bytes();
    }
};

}  // namespace

void ZipWriter::add(std::string_view name, const Packed& data, int level) {
    const Entry entry{name, data, level, bytes_.size()};
    entry.put_local(bytes_);
    bytes_ += data.data;
    entry.put_directory(directory_);
    ++entries_;
}

void ZipWriter::put_directory_end(std::size_t directory) {
    Fields to;
    const std::uint64_t size = directory_.size();
    if (entries_ >= kBeyond16 || directory >= kBeyond32 || size >= kBeyond32) {
        const std::uint64_t end = bytes_.size();
        to.u32(kDirectoryEnd64).u64(44).u16(kZip64Version).u16(kZip64Version).u32(0).u32(0);
        to.u64(entries_).u64(entries_).u64(size).u64(directory);
        to.u32(kDirectoryLocator64).u32(0).u64(end).u32(1);
    }
    const std::uint64_t count = std::min(entries_, kBeyond16);
    to.u32(kDirectoryEnd).u16(0).u16(0).u16(count).u16(count);
    to.u32(std::min(size, kBeyond32)).u32(std::min<std::uint64_t>(directory, kBeyond32)).u16(0);
    bytes_ += to.bytes();
}

std::string ZipWriter::take() && {
    const std::size_t directory = bytes_.size();
    bytes_ += directory_;
    put_directory_end(directory);
    return std::move(bytes_);
}

}  // namespace vanban::opc
