// The one file of all documents, at the end of a run.
#pragma once

#include <cstdint>
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
    explicit Printing(const PrintFile& asked);
    void add(styled::Document document);
    std::size_t documents() const { return jobs_.front().size(); }
    /// What it holds in memory, about.
    std::size_t bytes() const;
    /// The print file in each format that was asked for, by way of `temporary`. How many documents it holds; 0 after an
    /// error.
    std::uint64_t write(const Frame& frame, const std::string& temporary, Diagnostics& out) &&;

private:
    const PrintFile& asked_;
    /// The first is the DOCX, of the last LibreOffice makes the PDF.
    std::vector<docx::PrintJob> jobs_;
};

}  // namespace vanban::batch
