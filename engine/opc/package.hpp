// An Open Packaging Conventions package in memory, and its bytes (ISO/IEC 29500-2).
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace vanban::opc {

struct Relationship {
    std::string id;      ///< "rId1"
    std::string type;    ///< Full URI.
    std::string target;  ///< Relative to the part that it belongs to.
    friend bool operator==(const Relationship&, const Relationship&) = default;
};

/// Whether a part is deflated in the zip file; pictures are compressed inside and stay as they are.
enum class Packing : std::uint8_t { Deflated, Stored };

/// Bytes that never change, so that copies share them: those of parts that all documents of a batch have.
class SharedBytes {
public:
    SharedBytes(std::string bytes) : bytes_(std::make_shared<const std::string>(std::move(bytes))) {}
    SharedBytes(const char* text) : SharedBytes(std::string(text)) {}

    const std::string& operator*() const { return *bytes_; }
    const std::string* operator->() const { return bytes_.get(); }

    friend bool operator==(const SharedBytes& a, const SharedBytes& b) {
        return a.bytes_ == b.bytes_ || *a.bytes_ == *b.bytes_;
    }

private:
    std::shared_ptr<const std::string> bytes_;
};

struct Part {
    std::string name;  ///< "/word/document.xml"
    std::string content_type;
    SharedBytes bytes;
    std::vector<Relationship> relationships;  ///< Written to `_rels/…`.
    Packing packing = Packing::Deflated;
    friend bool operator==(const Part&, const Part&) = default;
};

struct Package {
    std::vector<Relationship> relationships;  ///< Of the package itself.
    std::vector<Part> parts;                  ///< In the order of the zip entries.
    friend bool operator==(const Package&, const Package&) = default;
};

/// How hard parts are deflated: libdeflate levels, 1 fast to 12 small.
struct WriteOptions {
    int level = 6;
};

/// Keeps a compressor, and what parts compressed to: bytes that come back (styles, settings, relationships of a batch)
/// are compressed the first two times and copied from then on. Not thread-safe: one per thread. Bounded: only parts
/// below 64 KiB, at most 64 of them. Never changes the bytes that `write` makes.
class DeflateCache {
public:
    DeflateCache();
    DeflateCache(DeflateCache&&) noexcept;
    DeflateCache& operator=(DeflateCache&&) noexcept;
    ~DeflateCache();

    /// Number of compressed parts held.
    std::size_t size() const;

private:
    friend std::string write(const Package& package, const WriteOptions& options, DeflateCache* cache);
    struct State;
    std::unique_ptr<State> state_;
};

/// The bytes of the zip file: `[Content_Types].xml`, `_rels/.rels`, the parts, then their relationships. Time stamps
/// are 1980-01-01: the same package gives the same bytes. Part names are ASCII and differ from each other.
std::string write(const Package& package, const WriteOptions& options = {}, DeflateCache* cache = nullptr);

}  // namespace vanban::opc
