// The program behind main().
#pragma once

#include <string>
#include <vector>

#include "cli/host.hpp"
#include "cli/options.hpp"

namespace vanban::cli {

/// Runs one command line (without the program's name) and returns the exit code. Never throws.
Exit run(const std::vector<std::string>& arguments, Host& host);

}  // namespace vanban::cli
