// A zip container from outside; the only file that includes minizip's reader.
#include "opc/zip_reader.hpp"

#include <minizip/unzip.h>

#include <fmt/format.h>
#include <algorithm>
#include <array>
#include <cstring>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"

namespace vanban::opc {

namespace {

/// What is inflated at a time.
constexpr std::size_t kPiece = std::size_t{256} << 10;
constexpr std::size_t kLongestName = 1024;
constexpr std::uint16_t kEncryptedFlag = 1;

/// The file as minizip sees it: bytes and a position.
struct ByteStream {
    std::string_view bytes;
    std::size_t position = 0;
};

ByteStream& stream_of(voidpf stream) {
    return *static_cast<ByteStream*>(stream);
}

voidpf open_stream(voidpf opaque, const void*, int) {
    return opaque;
}

uLong read_stream(voidpf, voidpf stream, void* out, uLong size) {
    ByteStream& from = stream_of(stream);
    const std::size_t count = std::min<std::size_t>(size, from.bytes.size() - from.position);
    if (count > 0) std::memcpy(out, from.bytes.data() + from.position, count);
    from.position += count;
    return count;
}

uLong refuse_write(voidpf, voidpf, const void*, uLong) {
    return 0;
}

ZPOS64_T tell_stream(voidpf, voidpf stream) {
    return stream_of(stream).position;
}

long seek_stream(voidpf, voidpf stream, ZPOS64_T offset, int origin) {
    ByteStream& from = stream_of(stream);
    const std::size_t start = origin == ZLIB_FILEFUNC_SEEK_SET   ? 0
                              : origin == ZLIB_FILEFUNC_SEEK_CUR ? from.position
                                                                 : from.bytes.size();
    if (offset > from.bytes.size() - start) return -1;
    from.position = start + offset;
    return 0;
}

int no_error(voidpf, voidpf) {
    return 0;
}

zlib_filefunc64_def file_functions(ByteStream& stream) {
    return {.zopen64_file = open_stream,
            .zread_file = read_stream,
            .zwrite_file = refuse_write,
            .ztell64_file = tell_stream,
            .zseek64_file = seek_stream,
            .zclose_file = no_error,
            .zerror_file = no_error,
            .opaque = &stream};
}

std::string fold_case(std::string_view name) {
    std::string folded(name);
    for (char& c : folded) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return folded;
}

/// Would it climb out of its folder, or is it no name at all?
bool is_bad_name(std::string_view name) {
    if (name.empty() || name.front() == '/' || name.find('\\') != name.npos || name.find(':') != name.npos) return true;
    if (utf8::find_invalid(name) || utf8::find_control(name)) return true;
    for (std::size_t at = 0; at < name.size();) {
        const std::size_t end = std::min(name.find('/', at), name.size());
        const std::string_view step = name.substr(at, end - at);
        if (step.empty() || step == "." || step == "..") return true;
        at = end + 1;
    }
    return false;
}

/// A name as it can be shown, whatever its bytes.
std::string shown(std::string_view name) {
    std::string out;
    for (std::size_t at = 0; at < name.size();) utf8::append(out, utf8::next(name, at));
    return out;
}

Diagnostic about_part(Code code, std::string_view name) {
    return diagnose(code, {}, {shown(name)});
}

}  // namespace

struct ZipReader::State {
    struct Entry {
        unz64_file_pos place{};
        ZPOS64_T size = 0;  ///< As declared.
        bool refused = false;
    };

    State(std::string_view bytes, const Limits& all_limits) : stream{bytes}, limits(all_limits) {
        zlib_filefunc64_def functions = file_functions(stream);
        file = unzOpen2_64("", &functions);
    }
    State(const State&) = delete;
    State& operator=(const State&) = delete;
    ~State() {
        if (file != nullptr) unzClose(file);
    }

    Result<void> read_directory();
    Result<void> add_entry();
    Result<void> inflate(const Entry& entry, std::string_view name, ByteSink& sink);

    ByteStream stream;
    const Limits& limits;
    unzFile file = nullptr;
    std::vector<std::string> names;
    std::unordered_map<std::string, Entry> entries;  ///< By name in lower case.
    std::size_t inflated = 0;
};

Result<void> ZipReader::State::read_directory() {
    int status = unzGoToFirstFile(file);
    for (std::size_t count = 1; status == UNZ_OK; ++count) {
        if (count > limits.package_entries) {
            return fail(Code::workbook_too_many_parts, {}, {fmt::to_string(limits.package_entries)});
        }
        if (auto added = add_entry(); !added) return added;
        status = unzGoToNextFile(file);
    }
    if (status != UNZ_END_OF_LIST_OF_FILE) return fail(Code::workbook_damaged, {});
    return {};
}

/// The current entry of the directory.
Result<void> ZipReader::State::add_entry() {
    std::array<char, kLongestName + 1> buffer{};
    unz_file_info64 info{};
    Entry entry;
    if (unzGetCurrentFileInfo64(file, &info, buffer.data(), kLongestName, nullptr, 0, nullptr, 0) != UNZ_OK ||
        unzGetFilePos64(file, &entry.place) != UNZ_OK) {
        return fail(Code::workbook_damaged, {});
    }
    std::string name(buffer.data(), std::min<std::size_t>(info.size_filename, kLongestName));
    const bool is_folder = name.size() > 1 && name.ends_with('/');
    if (info.size_filename > kLongestName || is_bad_name(name)) {
        return tl::make_unexpected(about_part(Code::workbook_bad_part_name, name));
    }
    entry.size = info.uncompressed_size;
    entry.refused =
        (info.flag & kEncryptedFlag) != 0 || (info.compression_method != 0 && info.compression_method != Z_DEFLATED);
    if (!entries.emplace(fold_case(name), entry).second) {
        return tl::make_unexpected(about_part(Code::workbook_part_twice, name));
    }
    if (!is_folder) names.push_back(std::move(name));
    return {};
}

Result<void> ZipReader::State::inflate(const Entry& entry, std::string_view name, ByteSink& sink) {
    std::string piece(kPiece, '\0');
    ZPOS64_T total = 0;
    while (true) {
        const int count = unzReadCurrentFile(file, piece.data(), static_cast<unsigned>(piece.size()));
        if (count < 0) return tl::make_unexpected(about_part(Code::workbook_part_damaged, name));
        if (count == 0) break;
        const auto size = static_cast<std::size_t>(count);
        if (size > limits.inflated_bytes - inflated) {
            return fail(Code::workbook_too_large, {}, {fmt::to_string(limits.inflated_bytes)});
        }
        inflated += size;
        total += size;
        if (!sink.take(std::string_view(piece).substr(0, size))) return {};
    }
    // minizip compares the checksum only where the declared size was reached.
    if (total != entry.size || unzCloseCurrentFile(file) == UNZ_CRCERROR) {
        return tl::make_unexpected(about_part(Code::workbook_part_damaged, name));
    }
    return {};
}

bool same_part_name(std::string_view a, std::string_view b) {
    return fold_case(a) == fold_case(b);
}

Result<ZipReader> ZipReader::open(std::string_view bytes, const Limits& limits) {
    auto state = std::make_unique<State>(bytes, limits);
    if (state->file == nullptr) return fail(Code::workbook_damaged, {});
    if (auto read = state->read_directory(); !read) return tl::make_unexpected(read.error());
    return ZipReader(std::move(state));
}

ZipReader::ZipReader(std::unique_ptr<State> state) : state_(std::move(state)) {}
ZipReader::ZipReader(ZipReader&&) noexcept = default;
ZipReader& ZipReader::operator=(ZipReader&&) noexcept = default;
ZipReader::~ZipReader() = default;

const std::vector<std::string>& ZipReader::names() const {
    return state_->names;
}

bool ZipReader::has(std::string_view name) const {
    return state_->entries.contains(fold_case(name));
}

Result<void> ZipReader::read(std::string_view name, ByteSink& sink) {
    const auto found = state_->entries.find(fold_case(name));
    if (found == state_->entries.end()) return tl::make_unexpected(about_part(Code::workbook_part_missing, name));
    ZipReader::State::Entry& entry = found->second;
    if (entry.refused) return tl::make_unexpected(about_part(Code::workbook_part_refused, name));
    if (unzGoToFilePos64(state_->file, &entry.place) != UNZ_OK || unzOpenCurrentFile(state_->file) != UNZ_OK) {
        return tl::make_unexpected(about_part(Code::workbook_part_damaged, name));
    }
    auto result = state_->inflate(entry, name, sink);
    unzCloseCurrentFile(state_->file);
    return result;
}

Result<std::string> ZipReader::read_all(std::string_view name) {
    struct Whole : ByteSink {
        std::string bytes;
        bool take(std::string_view piece) override {
            bytes += piece;
            return true;
        }
    } whole;
    if (auto read = this->read(name, whole); !read) return tl::make_unexpected(read.error());
    return std::move(whole.bytes);
}

}  // namespace vanban::opc
