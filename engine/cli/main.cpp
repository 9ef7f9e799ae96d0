// The program vanban.
#include <cstdlib>  // tells whose C library it is
#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "cli/run.hpp"

int main(int argc, char** argv) {
#ifdef __GLIBC__
    // Trees of small pieces are made and freed as wholes. Keeping small free blocks apart makes the library go over all
    // of them each time that a large block is freed: a quarter of the time of a table of 20,000 rows.
    mallopt(M_MXFAST, 0);
#endif
    const auto host = vanban::cli::make_disk_host(vanban::Limits{}.file_bytes);
    return static_cast<int>(vanban::cli::run(std::vector<std::string>(argv + 1, argv + argc), *host));
}
