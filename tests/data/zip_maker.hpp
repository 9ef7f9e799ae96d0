// Zip files made by hand, with whatever is wrong in them; written from the PKWARE APPNOTE, without our own writer.
#pragma once

#include <zlib.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace vanban::testing {

struct ZipEntry {
    std::string name;
    std::string data;
    std::uint16_t method = 0;  ///< 8: deflated here; others are stored under that number.
    std::uint16_t flags = 0;
    std::optional<std::uint32_t> declared_size = {};
    std::optional<std::uint32_t> declared_crc = {};
};

inline void put(std::string& out, std::uint32_t value, int bytes) {
    for (int i = 0; i < bytes; ++i) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

/// Raw deflate at the highest level.
inline std::string deflated(std::string_view data) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 9, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, data.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(data.data()));
    stream.avail_in = static_cast<uInt>(data.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

inline std::string make_zip(const std::vector<ZipEntry>& entries) {
    std::string out, directory;
    for (const ZipEntry& entry : entries) {
        const std::string packed = entry.method == 8 ? deflated(entry.data) : entry.data;
        const auto crc = static_cast<std::uint32_t>(
            crc32(0, reinterpret_cast<const Bytef*>(entry.data.data()), static_cast<uInt>(entry.data.size())));
        std::string common;  // APPNOTE 4.3.7 and 4.3.12: from "version needed" to "extra field length"
        put(common, 20, 2);
        put(common, entry.flags, 2);
        put(common, entry.method, 2);
        put(common, 0, 4);
        put(common, entry.declared_crc.value_or(crc), 4);
        put(common, static_cast<std::uint32_t>(packed.size()), 4);
        put(common, entry.declared_size.value_or(static_cast<std::uint32_t>(entry.data.size())), 4);
        put(common, static_cast<std::uint32_t>(entry.name.size()), 2);
        put(common, 0, 2);
        const auto offset = static_cast<std::uint32_t>(out.size());
        out += "PK\x03\x04" + common + entry.name + packed;
        directory += std::string("PK\x01\x02") + std::string("\x14\x00", 2) + common;
        directory.append(10, '\0');  // comment length, disk, internal and external attributes
        put(directory, offset, 4);
        directory += entry.name;
    }
    const auto start = static_cast<std::uint32_t>(out.size());
    out += directory + "PK\x05\x06";
    put(out, 0, 4);
    put(out, static_cast<std::uint32_t>(entries.size()), 2);
    put(out, static_cast<std::uint32_t>(entries.size()), 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, start, 4);
    put(out, 0, 2);
    return out;
}

}  // namespace vanban::testing
