// The one file of all documents, at the end of a run.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/job.hpp"

namespace vanban::batch {

/// The folder of a path with its "/"; empty for the current one.
std::string folder_of(std::string_view path);

/// Takes the documents one after another and writes them as one.
class Printing {
public:
    /// `frame` outlives it, and asks for a print file.
    explicit Printing(const Frame& frame);
    /// Fails with `print-file-too-large`, or when there will be no PDF and nothing else was asked for.
    Result<std::monostate> add(styled::Document document);
    std::size_t documents() const { return documents_; }
    /// The print file in each format that was asked for, by way of `temporary`. How many documents it holds; 0 after an
    /// error.
    std::uint64_t write(const std::string& temporary, Diagnostics& out) &&;

private:
    std::size_t bytes() const;
    void make_part();
    Result<std::string> file(Format format);

    const Frame& frame_;
    const PrintFile& asked_;
    std::size_t documents_ = 0;
    std::optional<docx::PrintJob> docx_;
    std::optional<docx::PrintJob> part_;  ///< Documents of which no PDF was made yet.
    std::vector<std::string> parts_;      ///< PDFs of those before.
    std::optional<Diagnostic> broken_;    ///< Why there will be no PDF.
};

}  // namespace vanban::batch
