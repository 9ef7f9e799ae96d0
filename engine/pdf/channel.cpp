// Byte by byte is fast enough: two paths a document.
#include "pdf/channel.hpp"

#include <poll.h>
#include <sys/socket.h>

#include <algorithm>
#include <cerrno>

namespace vanban::pdf {

namespace {

using Clock = std::chrono::steady_clock;
constexpr std::size_t kLongestText = std::size_t{1} << 20;

enum class Wait : std::uint8_t { Ready, Late, Failed };

Wait wait_for_byte(int descriptor, std::optional<Clock::time_point> deadline) {
    while (true) {
        int timeout = -1;
        if (deadline) {
            const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(*deadline - Clock::now()).count();
            timeout = static_cast<int>(std::clamp<std::int64_t>(left, 0, 1 << 30));
        }
        pollfd waiting{descriptor, POLLIN, 0};
        const int ready = ::poll(&waiting, 1, timeout);
        if (ready > 0) return Wait::Ready;
        if (ready == 0) return Wait::Late;
        if (errno != EINTR) return Wait::Failed;
    }
}

}  // namespace

bool send_text(int descriptor, std::string_view text) {
    std::string bytes(text);
    bytes += '\0';
    for (std::string_view left = bytes; !left.empty();) {
        const ssize_t sent = ::send(descriptor, left.data(), left.size(), MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR) continue;
        if (sent < 0) return false;
        left.remove_prefix(static_cast<std::size_t>(sent));
    }
    return true;
}

Received receive_text(int descriptor, std::optional<std::chrono::milliseconds> limit) {
    std::optional<Clock::time_point> deadline;
    if (limit) deadline = Clock::now() + *limit;
    std::string text;
    while (text.size() < kLongestText) {
        const Wait wait = wait_for_byte(descriptor, deadline);
        if (wait != Wait::Ready) return {std::nullopt, wait == Wait::Late};
        char byte = 0;
        const ssize_t got = ::recv(descriptor, &byte, 1, 0);
        if (got < 0 && errno == EINTR) continue;
        if (got <= 0) return {};
        if (byte == '\0') return {std::move(text), false};
        text += byte;
    }
    return {};
}

}  // namespace vanban::pdf
