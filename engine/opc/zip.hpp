// A zip container written to memory, entry by entry (PKWARE APPNOTE 6.3.3; ISO/IEC 29500-2, annex B).
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "opc/deflate.hpp"

namespace vanban::opc {

class ZipWriter {
public:
    explicit ZipWriter(std::size_t expected_bytes) {
        bytes_.reserve(expected_bytes);
        directory_.reserve(kUsualDirectory);
    }
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;

    /// Adds one entry, already packed. `name` is ASCII, without a leading slash, and new.
    void add(std::string_view name, const Packed& data, int level);
    /// Writes the directory; nothing can be added after.
    std::string take() &&;

private:
    static constexpr std::size_t kUsualDirectory = 1024;  ///< Bytes: a dozen entries.

    void put_directory_end(std::size_t directory);

    std::string bytes_;      ///< Entries so far.
    std::string directory_;  ///< Their headers in the central directory.
    std::uint64_t entries_ = 0;
};

}  // namespace vanban::opc
