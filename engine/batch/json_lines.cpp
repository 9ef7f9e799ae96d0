// Cuts a stream into lines.
#include "batch/json_lines.hpp"

#include <algorithm>
#include <utility>

namespace vanban::batch {
namespace {

constexpr std::size_t kPiece = std::size_t{64} << 10;
constexpr std::string_view kBlank = " \t\r";

}  // namespace

JsonLines::JsonLines(std::string file, std::unique_ptr<Stream> stream, std::size_t longest)
    : file_(std::move(file)), stream_(std::move(stream)), longest_(longest) {}

bool JsonLines::fill() {
    if (ended_) return false;
    buffer_.erase(0, at_);
    at_ = 0;
    auto more = stream_->read(buffer_, kPiece);
    if (!more) failure_ = std::move(more.error());
    ended_ = !more || !*more;
    return !ended_;
}

std::optional<std::string_view> JsonLines::next_line() {
    std::size_t searched = at_;
    while (true) {
        const std::size_t end = buffer_.find('\n', searched);
        if (end != std::string::npos || (ended_ && at_ < buffer_.size())) {
            const std::size_t stop = std::min(end, buffer_.size());
            const std::string_view line = std::string_view(buffer_).substr(at_, stop - at_);
            at_ = std::min(stop + 1, buffer_.size());
            ++line_;
            return line;
        }
        if (ended_) return std::nullopt;
        if (buffer_.size() - at_ > longest_) return std::nullopt;
        searched = buffer_.size() - at_;  // fill() moves what is left to the front.
        fill();
    }
}

/// Skips to the end of the line, keeping nothing of it.
Record JsonLines::too_long() {
    std::size_t end = std::string::npos;
    while ((end = buffer_.find('\n', at_)) == std::string::npos) {
        at_ = buffer_.size();
        if (!fill()) break;
    }
    at_ = end == std::string::npos ? buffer_.size() : end + 1;
    return Record{file_, ++line_, diagnose(Code::record_too_long, {}, {std::to_string(longest_)})};
}

std::optional<Record> JsonLines::next() {
    while (true) {
        const auto line = next_line();
        if (!line && !ended_) return too_long();
        if (!line) break;
        taken_ += line->size() + 1;
        if (line->find_first_not_of(kBlank) == std::string_view::npos) continue;
        if (line->size() > longest_)
            return Record{file_, line_, diagnose(Code::record_too_long, {}, {std::to_string(longest_)})};
        return Record{file_, line_, RecordText{std::string(*line), data::Format::Json}};
    }
    if (!failure_) return std::nullopt;
    return Record{file_, 0, *std::exchange(failure_, std::nullopt)};
}

std::optional<double> JsonLines::progress() const {
    const auto size = stream_->size();
    if (!size || *size == 0) return std::nullopt;
    return static_cast<double>(taken_) / static_cast<double>(*size);
}

}  // namespace vanban::batch
