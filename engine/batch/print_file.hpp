// The one file of all documents, at the end of a run.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "batch/job.hpp"

namespace vanban::batch {

/// The folder of a path with its "/"; empty for the current one.
std::string folder_of(std::string_view path);

/// Writes the print file in each format that was asked for, by way of `temporary`. How many documents it holds; 0 after
/// an error.
std::uint64_t write_print_file(docx::PrintJob job, const Frame& frame, const std::string& temporary, Diagnostics& out);

}  // namespace vanban::batch
