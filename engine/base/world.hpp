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
    /// Whole content of the file that a data file or template in `folder` (empty: the current one) calls `path`.
    /// Whoever wrote it must not reach farther: what is absolute or climbs out of the folder is refused unseen with
    /// `file-outside-folder`, so are links that lead out of it; a device or a pipe with `not-a-regular-file`; more than
    /// `most` bytes with `file-too-large`. As it stands here, it is for files without links and devices.
    virtual Result<std::string> read_within(std::string_view folder, std::string_view path, std::size_t most) const;
    /// Names of the files in `folder`, sorted; empty if it cannot be read.
    virtual std::vector<std::string> list(std::string_view folder) const = 0;
};

/// True if `path`, followed from a folder, never leaves it: relative, and no `..` above its start. Links do not count.
bool stays_inside(std::string_view path);
/// `path` as seen from `folder`; an empty folder is the current one.
std::string join_path(std::string_view folder, std::string_view path);

/// Bounds on what outside bytes may cost. Passing one is a diagnostic, never a crash.
struct Limits {
    std::size_t file_bytes = std::size_t{256} << 20;
    std::size_t inflated_bytes = std::size_t{1} << 30;  ///< All parts of one package together, counted as they inflate.
    std::size_t package_entries = 10'000;
    std::size_t depth = 64;                           ///< Nesting of data, XML, expressions and includes.
    std::size_t values = 20'000'000;                  ///< Values in one data tree, XML nodes in one file.
    std::size_t merge_steps = 100'000'000;            ///< Expression and element evaluations of one document.
    std::size_t output_bytes = std::size_t{1} << 30;  ///< Text produced by one document.
    std::size_t findings = 200;                       ///< Diagnostics that are shown; further ones are counted.
};

struct World {
    std::optional<Timestamp> now;  ///< Goes into the core properties; left out where empty.
    const Files* files = nullptr;  ///< Data files, overriding templates.
    const font::Family* fonts = nullptr;
    std::string temporary_folder = ".";  ///< For what can only be made as a file (XLSX); nothing stays there.
    Limits limits;
};

}  // namespace vanban
