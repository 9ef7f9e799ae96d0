// Store on the real machine (POSIX).
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <utility>

#include "batch/descriptor.hpp"
#include "batch/store.hpp"

namespace vanban::batch {
namespace {

tl::unexpected<Diagnostic> not_written(const std::string& path) {
    return fail(Code::output_not_writable, {}, {path, std::strerror(errno)});
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

/// Appends up to `most` bytes of `fd` from `offset`, or from where it stands; the number read, -1 for an error.
ssize_t read_some(int fd, std::string& to, std::size_t most, const std::uint64_t* offset = nullptr) {
    const std::size_t before = to.size();
    to.resize(before + most);
    ssize_t got = -1;
    do {
        got = offset ? ::pread(fd, to.data() + before, most, static_cast<off_t>(*offset))
                     : ::read(fd, to.data() + before, most);
    } while (got < 0 && errno == EINTR);
    to.resize(before + (got > 0 ? static_cast<std::size_t>(got) : 0));
    return got;
}

std::optional<std::uint64_t> regular_size(int fd) {
    struct stat facts;
    if (::fstat(fd, &facts) != 0 || !S_ISREG(facts.st_mode)) return std::nullopt;
    return static_cast<std::uint64_t>(facts.st_size);
}

bool make_folder_of(const std::string& path) {
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    std::error_code error;
    if (!folder.empty()) std::filesystem::create_directories(folder, error);
    if (error) errno = error.value();
    return !error;
}

/// A new file with the permissions that new files have; what a run that was killed left there goes first.
int create(const std::string& path) {
    constexpr int kFlags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;
    int fd = ::open(path.c_str(), kFlags, 0666);
    if (fd < 0 && errno == EEXIST && ::unlink(path.c_str()) == 0) fd = ::open(path.c_str(), kFlags, 0666);
    if (fd < 0 && errno == ENOENT && make_folder_of(path)) fd = ::open(path.c_str(), kFlags, 0666);
    return fd;
}

/// Gives the finished temporary file its name, making the folder if there is none.
bool rename_to(const std::string& temporary, const std::string& path) {
    if (std::rename(temporary.c_str(), path.c_str()) == 0) return true;
    return errno == ENOENT && make_folder_of(path) && std::rename(temporary.c_str(), path.c_str()) == 0;
}

class DiskDraft : public Draft {
public:
    DiskDraft(std::string path, std::string temporary, int fd)
        : path_(std::move(path)), temporary_(std::move(temporary)), file_(fd) {}
    ~DiskDraft() override {
        if (!committed_) ::unlink(temporary_.c_str());
    }
    Result<std::monostate> append(std::string_view bytes) override {
        if (!write_all(file_.get(), bytes)) return not_written(path_);
        return std::monostate{};
    }
    Result<std::monostate> commit() override {
        if (!file_.close() || !rename_to(temporary_, path_)) return not_written(path_);
        committed_ = true;
        return std::monostate{};
    }

private:
    std::string path_, temporary_;
    Descriptor file_;
    bool committed_ = false;
};

class DiskLog : public Log {
public:
    DiskLog(std::string path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}
    Result<std::monostate> append(std::string_view bytes) override {
        const auto before = regular_size(file_.get());
        if (write_all(file_.get(), bytes)) return std::monostate{};
        auto failure = not_written(path_);
        // Half a line would make the next one unreadable.
        if (before && ::ftruncate(file_.get(), static_cast<off_t>(*before)) != 0) return failure;
        return failure;
    }
    std::string read(std::uint64_t offset, std::size_t most) const override {
        std::string bytes;
        read_some(file_.get(), bytes, most, &offset);
        return bytes;
    }
    void clear() override {
        if (::ftruncate(file_.get(), 0) != 0) return;  // Its old lines then stay; they are checked before they count.
    }

private:
    std::string path_;
    Descriptor file_;
};

class DiskStream : public Stream {
public:
    DiskStream(std::string path, Descriptor file) : path_(std::move(path)), file_(std::move(file)) {}
    Result<bool> read(std::string& to, std::size_t most) override {
        const ssize_t got = read_some(file_.get(), to, most);
        if (got < 0) return fail(Code::file_unreadable, {}, {path_, std::strerror(errno)});
        return got > 0;
    }
    std::optional<std::uint64_t> size() const override { return regular_size(file_.get()); }

private:
    std::string path_;
    Descriptor file_;
};

class DiskStore : public Store {
public:
    Result<std::monostate> write(const std::string& path, std::string_view bytes,
                                 const std::string& temporary) override {
        Descriptor file(create(temporary));
        if (!file.ok()) return not_written(path);
        if (write_all(file.get(), bytes) && file.close() && rename_to(temporary, path)) return std::monostate{};
        auto failure = not_written(path);
        ::unlink(temporary.c_str());
        return failure;
    }

    Result<std::unique_ptr<Draft>> draft(const std::string& path, const std::string& temporary) override {
        const int fd = create(temporary);
        if (fd < 0) return not_written(path);
        return std::make_unique<DiskDraft>(path, temporary, fd);
    }

    Result<std::unique_ptr<Log>> log(const std::string& path) override {
        constexpr int kFlags = O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW | O_CLOEXEC;
        Descriptor file(::open(path.c_str(), kFlags, 0666));
        if (!file.ok() && errno == ENOENT && make_folder_of(path)) {
            Descriptor again(::open(path.c_str(), kFlags, 0666));
            return hold(path, std::move(again));
        }
        return hold(path, std::move(file));
    }

    Result<std::unique_ptr<Stream>> open(const std::string& path) override {
        Descriptor file(path == "-" ? ::fcntl(STDIN_FILENO, F_DUPFD_CLOEXEC, 0)
                                    : ::open(path.c_str(), O_RDONLY | O_CLOEXEC));
        if (!file.ok() && errno == ENOENT) return fail(Code::file_not_found, {}, {path});
        if (!file.ok()) return fail(Code::file_unreadable, {}, {path, std::strerror(errno)});
        return std::make_unique<DiskStream>(path, std::move(file));
    }

    std::optional<std::string> read(const std::string& path, std::size_t most) const override {
        const Descriptor file(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        const auto size = file.ok() ? regular_size(file.get()) : std::nullopt;
        if (!size || *size > most) return std::nullopt;
        std::string bytes;
        while (bytes.size() < *size)
            if (read_some(file.get(), bytes, static_cast<std::size_t>(*size) - bytes.size()) <= 0) return std::nullopt;
        return bytes;
    }

    bool is_folder(const std::string& path) const override {
        std::error_code error;
        return std::filesystem::is_directory(path, error);
    }

    std::vector<std::string> list(const std::string& folder) const override {
        std::vector<std::string> names;
        std::error_code error;
        for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
             entry.increment(error))
            names.push_back(entry->path().filename().string());
        std::sort(names.begin(), names.end());
        return names;
    }

    void remove(const std::string& path) override { ::unlink(path.c_str()); }

private:
    static Result<std::unique_ptr<Log>> hold(const std::string& path, Descriptor file) {
        if (!file.ok()) return not_written(path);
        if (::flock(file.get(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
            return fail(Code::batch_running, {}, {path});
        return std::make_unique<DiskLog>(path, std::move(file));
    }
};

}  // namespace

std::unique_ptr<Store> make_disk_store() {
    return std::make_unique<DiskStore>();
}

}  // namespace vanban::batch
