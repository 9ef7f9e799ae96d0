// A zip container written to memory; the only file that includes minizip's writer.
#include "opc/zip.hpp"

#include <minizip/zip.h>

#include <cassert>
#include <cstring>
#include <limits>
#include <new>
#include <utility>

namespace vanban::opc {

namespace {

/// 1980-01-01 00:00:00 as MS-DOS counts: years from 1980 in bits 25 to 31, month from bit 21, day from bit 16.
constexpr unsigned long kDosEpoch = (1ul << 21) | (1ul << 16);
/// minizip copies this much at a time at most.
constexpr std::size_t kLargestWrite = std::size_t{1} << 30;

ZipSink& sink_of(voidpf stream) {
    return *static_cast<ZipSink*>(stream);
}

voidpf open_sink(voidpf opaque, const void*, int) {
    return opaque;
}

uLong read_sink(voidpf, voidpf, void*, uLong) {
    return 0;
}

uLong write_sink(voidpf, voidpf stream, const void* data, uLong size) {
    ZipSink& sink = sink_of(stream);
    try {
        if (sink.position + size > sink.bytes.size()) sink.bytes.resize(sink.position + size);
    } catch (...) {
        sink.failure = std::current_exception();
        return 0;
    }
    std::memcpy(sink.bytes.data() + sink.position, data, size);
    sink.position += size;
    return size;
}

ZPOS64_T tell_sink(voidpf, voidpf stream) {
    return sink_of(stream).position;
}

long seek_sink(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    ZipSink& sink = sink_of(stream);
    const std::size_t from = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                             : origin == ZLIB_FILEFUNC_SEEK_CUR ? sink.position
                                                                : sink.bytes.size();
    if (from + offset > sink.bytes.size()) return -1;
    sink.position = from + offset;
    return 0;
}

int close_sink(voidpf, voidpf) {
    return 0;
}
int error_of_sink(voidpf, voidpf stream) {
    return sink_of(stream).failure ? 1 : 0;
}

zlib_filefunc64_def file_functions(ZipSink& sink) {
    return {.zopen64_file = open_sink,
            .zread_file = read_sink,
            .zwrite_file = write_sink,
            .ztell64_file = tell_sink,
            .zseek64_file = seek_sink,
            .zclose_file = close_sink,
            .zerror_file = error_of_sink,
            .opaque = &sink};
}

void note_failure(ZipSink& sink, int status) {
    if (status != ZIP_OK && !sink.failure) sink.failure = std::make_exception_ptr(std::bad_alloc());
}

int write_data(void* zip, std::string_view data) {
    int status = ZIP_OK;
    while (!data.empty() && status == ZIP_OK) {
        const std::string_view chunk = data.substr(0, kLargestWrite);
        status = zipWriteInFileInZip(zip, chunk.data(), static_cast<unsigned>(chunk.size()));
        data.remove_prefix(chunk.size());
    }
    return status;
}

}  // namespace

ZipWriter::ZipWriter(std::size_t expected_bytes) : zip_(nullptr) {
    sink_.bytes.reserve(expected_bytes);
    zlib_filefunc64_def functions = file_functions(sink_);
    zip_ = zipOpen2_64("", APPEND_STATUS_CREATE, nullptr, &functions);
    if (zip_ == nullptr) note_failure(sink_, ZIP_INTERNALERROR);
}

ZipWriter::~ZipWriter() {
    if (zip_ != nullptr) zipClose(zip_, nullptr);
}

void ZipWriter::add(const std::string& name, const Packed& data, int level) {
    if (sink_.failure) return;
    constexpr int kRaw = 1;
    zip_fileinfo info{};
    info.dosDate = kDosEpoch;
    const int zip64 = data.size >= std::numeric_limits<std::uint32_t>::max() ? 1 : 0;
    int status = zipOpenNewFileInZip2_64(zip_, name.c_str(), &info, nullptr, 0, nullptr, 0, nullptr,
                                         data.deflated ? Z_DEFLATED : 0, level, kRaw, zip64);
    if (status == ZIP_OK) status = write_data(zip_, data.data);
    if (status == ZIP_OK) status = zipCloseFileInZipRaw64(zip_, data.size, data.crc);
    note_failure(sink_, status);
}

std::string ZipWriter::take() && {
    if (zip_ != nullptr) note_failure(sink_, zipClose(std::exchange(zip_, nullptr), nullptr));
    if (sink_.failure) std::rethrow_exception(sink_.failure);
    return std::move(sink_.bytes);
}

}  // namespace vanban::opc
