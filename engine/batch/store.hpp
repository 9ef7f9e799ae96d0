// The files of a batch as it needs them: read in pieces, written whole or not at all, noted as they come.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"

namespace vanban::batch {

/// A file that is read from its beginning, a piece at a time. For one thread at a time.
class Stream {
public:
    virtual ~Stream() = default;
    /// Appends up to `most` bytes to `to`; false at the end of the file. Fails with `file-unreadable`.
    virtual Result<bool> read(std::string& to, std::size_t most) = 0;
    /// Bytes of the whole file; empty where nobody knows (a pipe).
    virtual std::optional<std::uint64_t> size() const = 0;
};

/// A file in the making: it appears with `commit`, whole; without, nothing of it stays.
class Draft {
public:
    virtual ~Draft() = default;
    virtual Result<std::monostate> append(std::string_view bytes) = 0;
    virtual Result<std::monostate> commit() = 0;
};

/// A file that grows, held by one run at a time. Reading is thread-safe beside one thread that appends.
class Log {
public:
    virtual ~Log() = default;
    /// All of `bytes`, or nothing if it fails.
    virtual Result<std::monostate> append(std::string_view bytes) = 0;
    /// Up to `most` bytes from `offset`; empty at the end.
    virtual std::string read(std::uint64_t offset, std::size_t most) const = 0;
    virtual void clear() = 0;
};

/// Where the files of a batch are. Thread-safe; what it fails with is `output-not-writable` unless said otherwise.
class Store {
public:
    virtual ~Store() = default;
    /// Puts `bytes` at `path`, whole or not at all, by way of `temporary`; makes missing folders.
    virtual Result<std::monostate> write(const std::string& path, std::string_view bytes,
                                         const std::string& temporary) = 0;
    virtual Result<std::unique_ptr<Draft>> draft(const std::string& path, const std::string& temporary) = 0;
    /// Opens a log, making it and its folder if need be. Fails with `batch-running` if another run holds it.
    virtual Result<std::unique_ptr<Log>> log(const std::string& path) = 0;
    /// "-" is standard input. Fails as Files::read does.
    virtual Result<std::unique_ptr<Stream>> open(const std::string& path) = 0;
    /// The file, if it can be read and is no longer than `most` bytes.
    virtual std::optional<std::string> read(const std::string& path, std::size_t most) const = 0;
    virtual bool is_folder(const std::string& path) const = 0;
    virtual std::vector<std::string> list(const std::string& folder) const = 0;
    /// Takes a file away; nothing happens if there is none.
    virtual void remove(const std::string& path) = 0;
};

/// The real machine (POSIX).
std::unique_ptr<Store> make_disk_store();

}  // namespace vanban::batch
