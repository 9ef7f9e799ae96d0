// POSIX: a name that nobody else has, and the end of it.
#include "xlsx/temporary_file.hpp"

#include <unistd.h>

#include <cstdlib>

namespace vanban::xlsx {

TemporaryFile::TemporaryFile(const std::string& folder) : path_(folder + "/vanban-XXXXXX") {
    const int descriptor = ::mkstemp(path_.data());
    if (descriptor < 0) {
        path_.clear();
        return;
    }
    ::close(descriptor);
}

TemporaryFile::~TemporaryFile() {
    if (!path_.empty()) ::unlink(path_.c_str());
}

}  // namespace vanban::xlsx
