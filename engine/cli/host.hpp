// What the program touches of the machine, in one place, so that tests can stand in for it.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "batch/store.hpp"

namespace vanban::cli {

/// Files, standard streams and environment. Thread-safe for reading files only.
class Host : public Files {
public:
    virtual Result<std::string> read_standard_input() const = 0;
    virtual void print(std::string_view text) = 0;        ///< Standard output.
    virtual void print_error(std::string_view text) = 0;  ///< Standard error.
    /// Writes a file whole or not at all: a temporary file beside it, then a rename. Fails with `output-not-writable`.
    virtual Result<std::monostate> write(const std::string& path, std::string_view bytes) = 0;
    virtual std::optional<std::string> environment(const char* name) const = 0;
    virtual bool error_is_terminal() const = 0;
    /// Path of this program, to be started a second time.
    virtual std::string program() const = 0;
    /// A folder for files that live as long as one call: TMPDIR, else the system's.
    virtual std::string temporary_folder() const = 0;
    /// The files of a batch.
    virtual batch::Store& store() = 0;
    /// Seconds from some moment on, and cores: for the pace of long work, never for what is made.
    virtual double seconds() const = 0;
    virtual unsigned cores() const = 0;
};

/// The real machine. `limit`: largest file that is read, in bytes.
std::unique_ptr<Host> make_disk_host(std::size_t limit);

}  // namespace vanban::cli
