// Everything outside that a run may depend on: clock, files, fonts, limits. The same World and input give the same
// bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/diagnostic.hpp"

namespace vanban {

namespace font {
class Family;
}

/// Seconds since 1970-01-01T00:00:00Z.
struct Timestamp {
    std::int64_t seconds = 0;
    friend auto operator<=>(const Timestamp&, const Timestamp&) = default;
};

/// Where files come from. Implementations are thread-safe for reading.
class Files {
public:
    virtual ~Files() = default;
    /// Whole content of `path`. Fails with `file-not-found`, `file-unreadable` or `file-too-large`.
    virtual Result<std::string> read(std::string_view path) const = 0;
    /// Names of the files in `folder`, sorted; empty if it cannot be read.
    virtual std::vector<std::string> list(std::string_view folder) const = 0;
};

/// Bounds on what outside bytes may cost. Passing one is a diagnostic, never a crash.
struct Limits {
    std::size_t file_bytes = std::size_t{256} << 20;
    std::size_t inflated_bytes = std::size_t{1} << 30;  ///< All parts of one package together, counted as they inflate.
    std::size_t package_entries = 10'000;
    std::size_t depth = 64;                           ///< Nesting of data, XML, expressions and includes.
    std::size_t values = 20'000'000;                  ///< Values in one data tree, XML nodes in one file.
    std::size_t merge_steps = 100'000'000;            ///< Expression and element evaluations of one document.
    std::size_t output_bytes = std::size_t{1} << 30;  ///< Text produced by one document.
    std::size_t findings = 200;                       ///< Diagnostics of one run; further ones are counted, not kept.
};

struct World {
    std::optional<Timestamp> now;  ///< Goes into the core properties; left out where empty.
    const Files* files = nullptr;  ///< Data files, overriding templates.
    const font::Family* fonts = nullptr;
    std::string temporary_folder = ".";  ///< For what can only be made as a file (XLSX); nothing stays there.
    Limits limits;
};

}  // namespace vanban
