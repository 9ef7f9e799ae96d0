// The program vanban.
#include "cli/run.hpp"

int main(int argc, char** argv) {
    const auto host = vanban::cli::make_disk_host(vanban::Limits{}.file_bytes);
    return static_cast<int>(vanban::cli::run(std::vector<std::string>(argv + 1, argv + argc), *host));
}
