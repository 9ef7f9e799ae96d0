// A zip container written to memory, entry by entry (PKWARE APPNOTE; ISO/IEC 29500-2, annex B).
#pragma once

#include <exception>
#include <string>
#include <string_view>

#include "opc/deflate.hpp"

namespace vanban::opc {

/// Where minizip writes. A failure to allocate is kept, because it must not fly through C code.
struct ZipSink {
    std::string bytes;
    std::size_t position = 0;
    std::exception_ptr failure;
};

class ZipWriter {
public:
    explicit ZipWriter(std::size_t expected_bytes);
    ZipWriter(const ZipWriter&) = delete;
    ZipWriter& operator=(const ZipWriter&) = delete;
    ~ZipWriter();

    /// Adds one entry, already packed. `name` is ASCII, without a leading slash, and new.
    void add(const std::string& name, const Packed& data, int level);
    /// Writes the directory; nothing can be added after. Passes on what went wrong with memory.
    std::string take() &&;

private:
    ZipSink sink_;
    void* zip_;  ///< minizip's handle; null once closed.
};

}  // namespace vanban::opc
