// JSON Lines as records: one line at a time from a stream, so that memory does not grow with the file.
#pragma once

#include "batch/records.hpp"

namespace vanban::batch {

/// The lines of a stream; blank ones do not count. A line of more than `longest` bytes is a record with a finding.
class JsonLines : public Records {
public:
    JsonLines(std::string file, std::unique_ptr<Stream> stream, std::size_t longest);
    std::optional<Record> next() override;
    std::optional<double> progress() const override;

private:
    /// The next line without its end; empty at the end of the file.
    std::optional<std::string_view> next_line();
    /// Makes room and reads on; false at the end of the file.
    bool fill();
    Record too_long();

    std::string file_;
    std::unique_ptr<Stream> stream_;
    std::size_t longest_;
    std::string buffer_;
    std::size_t at_ = 0;  ///< Of the first byte in the buffer that was not yet taken.
    std::uint64_t taken_ = 0;
    std::uint32_t line_ = 0;
    std::optional<Diagnostic> failure_;
    bool ended_ = false;
};

}  // namespace vanban::batch
