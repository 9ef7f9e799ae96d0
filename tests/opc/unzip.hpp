// Reads zip bytes back with minizip's reader, which shares no code with the writer under test.
#pragma once

#include <minizip/unzip.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <vector>

namespace vanban::test {

struct ZipEntry {
    std::string name;
    std::string bytes;
    unsigned long method = 0;  ///< 0 stored, 8 deflated.
    unsigned long dos_date = 0;
    bool intact = false;  ///< Size and checksum agree with the directory.
};

namespace detail {

struct Memory {
    const std::string* bytes;
    std::size_t position = 0;
};

inline Memory& memory(voidpf stream) {
    return *static_cast<Memory*>(stream);
}

inline uLong read_memory(voidpf, voidpf stream, void* out, uLong size) {
    Memory& from = memory(stream);
    const std::size_t count = std::min<std::size_t>(size, from.bytes->size() - from.position);
    std::memcpy(out, from.bytes->data() + from.position, count);
    from.position += count;
    return count;
}

inline long seek_memory(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    Memory& from = memory(stream);
    if (origin == ZLIB_FILEFUNC_SEEK_SET) from.position = 0;
    if (origin == ZLIB_FILEFUNC_SEEK_END) from.position = from.bytes->size();
    from.position += offset;
    return from.position <= from.bytes->size() ? 0 : -1;
}

inline ZipEntry current_entry(unzFile zip) {
    ZipEntry entry;
    unz_file_info64 info{};
    char name[256] = {};
    unzGetCurrentFileInfo64(zip, &info, name, sizeof name, nullptr, 0, nullptr, 0);
    entry.name = name;
    entry.method = info.compression_method;
    entry.dos_date = info.dosDate;
    entry.bytes.resize(info.uncompressed_size);
    unzOpenCurrentFile(zip);
    const int read = unzReadCurrentFile(zip, entry.bytes.data(), static_cast<unsigned>(entry.bytes.size()));
    entry.intact = unzCloseCurrentFile(zip) == UNZ_OK && read == static_cast<int>(entry.bytes.size());
    return entry;
}

}  // namespace detail

/// The entries in the order of the directory; empty if `bytes` are not a zip file.
inline std::vector<ZipEntry> unzip(const std::string& bytes) {
    detail::Memory from{&bytes};
    zlib_filefunc64_def functions{};
    functions.zopen64_file = [](voidpf opaque, const void*, int) { return opaque; };
    functions.zread_file = detail::read_memory;
    functions.ztell64_file = [](voidpf, voidpf stream) -> ZPOS64_T { return detail::memory(stream).position; };
    functions.zseek64_file = detail::seek_memory;
    functions.zclose_file = [](voidpf, voidpf) { return 0; };
    functions.zerror_file = [](voidpf, voidpf) { return 0; };
    functions.opaque = &from;
    std::vector<ZipEntry> entries;
    unzFile zip = unzOpen2_64("", &functions);
    if (zip == nullptr) return entries;
    for (int status = unzGoToFirstFile(zip); status == UNZ_OK; status = unzGoToNextFile(zip))
        entries.push_back(detail::current_entry(zip));
    unzClose(zip);
    return entries;
}

}  // namespace vanban::test
