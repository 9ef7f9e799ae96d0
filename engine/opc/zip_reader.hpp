// A zip container from outside, read entry by entry within limits (PKWARE APPNOTE; ISO/IEC 29500-2, annex B).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"

namespace vanban::opc {

/// Takes the bytes of an entry piece by piece; each piece is good for the call.
class ByteSink {
public:
    virtual ~ByteSink() = default;
    /// False stops the reading.
    virtual bool take(std::string_view bytes) = 0;
};

/// Names of parts are compared without regard to the case of ASCII letters (ISO/IEC 29500-2, 6.2.2.3).
bool same_part_name(std::string_view a, std::string_view b);

/// Findings have no span: they are about the file as a whole.
class ZipReader {
public:
    /// Reads the directory. `bytes` and `limits` must outlive the reader.
    /// Fails with `workbook-damaged`, `workbook-too-many-parts`, `workbook-bad-part-name`, `workbook-part-twice`.
    static Result<ZipReader> open(std::string_view bytes, const Limits& limits);
    ZipReader(ZipReader&&) noexcept;
    ZipReader& operator=(ZipReader&&) noexcept;
    ~ZipReader();

    /// Names of the entries, without folders, in the order of the directory.
    const std::vector<std::string>& names() const;
    bool has(std::string_view name) const;
    /// Inflates one entry into `sink`, counting against `Limits::inflated_bytes` of all entries together. What the
    /// directory says of sizes is compared, never believed. Fails with `workbook-part-missing`,
    /// `workbook-part-refused`, `workbook-part-damaged` or `workbook-too-large`; a sink that stopped is no failure.
    Result<void> read(std::string_view name, ByteSink& sink);
    /// A small entry as a whole.
    Result<std::string> read_all(std::string_view name);

private:
    struct State;
    explicit ZipReader(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace vanban::opc
