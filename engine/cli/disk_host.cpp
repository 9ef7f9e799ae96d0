// Host on the real machine (POSIX).
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <filesystem>
#include <thread>

#include "batch/descriptor.hpp"
#include "cli/host.hpp"

namespace vanban::cli {
namespace {

using batch::Descriptor;

std::string reason() {
    return std::strerror(errno);
}

Result<std::string> read_all(int fd, std::string_view name, std::size_t limit) {
    std::string text;
    if (struct stat facts; ::fstat(fd, &facts) == 0 && S_ISREG(facts.st_mode))
        text.reserve(std::min(static_cast<std::size_t>(facts.st_size), limit));
    char buffer[1 << 16];
    while (true) {
        const ssize_t got = ::read(fd, buffer, sizeof buffer);
        if (got == 0) return text;
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return fail(Code::file_unreadable, {}, {std::string(name), reason()});
        text.append(buffer, static_cast<std::size_t>(got));
        if (text.size() > limit) return fail(Code::file_too_large, {}, {std::string(name), size_text(limit)});
    }
}

/// `path` without following a link; opening a pipe or a device does not wait. `name`: what messages call it.
Result<std::string> read_regular(const std::string& path, const std::string& name, std::size_t limit) {
    Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY | O_NOFOLLOW));
    if (!file.ok()) return fail(Code::file_unreadable, {}, {name, reason()});
    struct stat facts;
    if (::fstat(file.get(), &facts) != 0) return fail(Code::file_unreadable, {}, {name, reason()});
    if (!S_ISREG(facts.st_mode)) return fail(Code::not_a_regular_file, {}, {name});
    return read_all(file.get(), name, limit);
}

bool write_all(int fd, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t put = ::write(fd, bytes.data(), bytes.size());
        if (put < 0 && errno == EINTR) continue;
        if (put < 0) return false;
        bytes.remove_prefix(static_cast<std::size_t>(put));
    }
    return true;
}

/// Writes to what is no file, a device or a pipe: a file put in its place would be its end. Does not wait for a reader.
bool write_in_place(const std::string& path, std::string_view bytes) {
    Descriptor place(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    if (!place.ok()) return false;
    const int flags = ::fcntl(place.get(), F_GETFL);
    return ::fcntl(place.get(), F_SETFL, flags & ~O_NONBLOCK) == 0 && write_all(place.get(), bytes) && place.close();
}

class DiskHost : public Host {
public:
    explicit DiskHost(std::size_t limit) : limit_(limit) {}

    Result<std::string> read(std::string_view path) const override {
        const std::string name(path);
        Descriptor file(::open(name.c_str(), O_RDONLY | O_CLOEXEC));
        if (!file.ok() && errno == ENOENT) return fail(Code::file_not_found, {}, {name});
        if (!file.ok()) return fail(Code::file_unreadable, {}, {name, reason()});
        return read_all(file.get(), path, limit_);
    }

    Result<std::string> read_within(std::string_view folder, std::string_view path, std::size_t most) const override {
        if (!stays_inside(path)) return fail(Code::file_outside_folder, {}, {std::string(path)});
        const std::string whole = join_path(folder, path);
        std::error_code error;
        const auto root = std::filesystem::canonical(folder.empty() ? "." : std::filesystem::path(folder), error);
        const auto real = error ? std::filesystem::path() : std::filesystem::canonical(whole, error);
        if (error == std::errc::no_such_file_or_directory) return fail(Code::file_not_found, {}, {whole});
        if (error) return fail(Code::file_unreadable, {}, {whole, error.message()});
        if (std::mismatch(root.begin(), root.end(), real.begin(), real.end()).first != root.end())
            return fail(Code::file_outside_folder, {}, {std::string(path)});
        return read_regular(real.string(), whole, std::min(most, limit_));
    }

    std::vector<std::string> list(std::string_view folder) const override {
        std::vector<std::string> names;
        std::error_code error;
        for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error))
            names.push_back(entry->path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    Result<std::string> read_standard_input() const override { return read_all(STDIN_FILENO, "-", limit_); }
    void print(std::string_view text) override { std::fwrite(text.data(), 1, text.size(), stdout); }
    void print_error(std::string_view text) override { std::fwrite(text.data(), 1, text.size(), stderr); }

    Result<std::monostate> write(const std::string& path, std::string_view bytes) override {
        if (path == "-") {
            if (write_all(STDOUT_FILENO, bytes)) return std::monostate{};
            return fail(Code::output_not_writable, {}, {path, reason()});
        }
        if (struct stat facts; ::stat(path.c_str(), &facts) == 0 && !S_ISREG(facts.st_mode)) {
            if (write_in_place(path, bytes)) return std::monostate{};
            return fail(Code::output_not_writable, {}, {path, reason()});
        }
        std::string temporary = path + ".XXXXXX";
        Descriptor file(::mkstemp(temporary.data()));
        if (!file.ok()) return fail(Code::output_not_writable, {}, {path, reason()});
        // mkstemp makes the file private; the result gets the permissions that a new file would have.
        const mode_t mask = ::umask(0);
        ::umask(mask);
        const bool written = write_all(file.get(), bytes) && ::fchmod(file.get(), 0666 & ~mask) == 0 && file.close() &&
                             std::rename(temporary.c_str(), path.c_str()) == 0;
        if (written) return std::monostate{};
        const std::string why = reason();
        ::unlink(temporary.c_str());
        return fail(Code::output_not_writable, {}, {path, why});
    }

    std::optional<std::string> environment(const char* name) const override {
        const char* value = std::getenv(name);
        if (!value) return std::nullopt;
        return value;
    }
    bool error_is_terminal() const override { return ::isatty(STDERR_FILENO) == 1; }
    std::string program() const override {
        std::error_code error;
        const std::filesystem::path path = std::filesystem::read_symlink("/proc/self/exe", error);
        return error ? "vanban" : path.string();
    }
    std::string temporary_folder() const override {
        std::error_code error;
        const std::filesystem::path folder = std::filesystem::temp_directory_path(error);
        return error ? "." : folder.string();
    }
    batch::Store& store() override { return *store_; }
    double seconds() const override {
        return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
    }
    unsigned cores() const override { return std::max(std::thread::hardware_concurrency(), 1u); }

private:
    std::size_t limit_;
    std::unique_ptr<batch::Store> store_ = batch::make_disk_store();
};

}  // namespace

std::unique_ptr<Host> make_disk_host(std::size_t limit) {
    return std::make_unique<DiskHost>(limit);
}

}  // namespace vanban::cli
