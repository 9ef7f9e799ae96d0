// The program vanban.
#include <cstdlib>  // tells whose C library it is
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/run.hpp"
#include "pdf/worker.hpp"

namespace {

/// The program as the process that holds LibreOffice: `vanban pdf-worker FOLDER PROFILE` (pdf/converter.hpp).
bool is_worker(int argc, char** argv) {
    return argc == 4 && std::string_view(argv[1]) == vanban::cli::kWorkerCommand;
}

}  // namespace

int main(int argc, char** argv) {
    if (is_worker(argc, argv)) return vanban::pdf::serve(0, argv[2], argv[3]);
#ifdef __GLIBC__
    // Trees of small pieces are made and freed as wholes. Keeping small free blocks apart makes the library go over all
    // of them each time that a large block is freed: a quarter of the time of a table of 20,000 rows.
    mallopt(M_MXFAST, 0);
#endif
    const auto host = vanban::cli::make_disk_host(vanban::Limits{}.file_bytes);
    return static_cast<int>(vanban::cli::run(std::vector<std::string>(argv + 1, argv + argc), *host));
}
