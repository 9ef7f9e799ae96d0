// An open file of the system (POSIX).
#pragma once

#include <utility>

namespace vanban::batch {

/// Closes its file descriptor.
class Descriptor {
public:
    explicit Descriptor(int fd) : fd_(fd) {}
    Descriptor(Descriptor&& other) noexcept : fd_(std::exchange(other.fd_, -1)) {}
    Descriptor& operator=(Descriptor&&) = delete;
    ~Descriptor() { close(); }
    int get() const { return fd_; }
    bool ok() const { return fd_ >= 0; }
    /// False if the system reports a late write error.
    bool close();

private:
    int fd_;
};

}  // namespace vanban::batch
