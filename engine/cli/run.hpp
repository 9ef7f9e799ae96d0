// The program behind main().
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "cli/host.hpp"
#include "cli/options.hpp"

namespace vanban::cli {

/// First argument of the program when it is to hold LibreOffice, for Session::converter.
inline constexpr std::string_view kWorkerCommand = "pdf-worker";

/// Runs one command line (without the program's name) and returns the exit code. Never throws.
Exit run(const std::vector<std::string>& arguments, Host& host);

}  // namespace vanban::cli
