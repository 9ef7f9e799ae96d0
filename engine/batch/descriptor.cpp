// Closing is all that needs the system.
#include "batch/descriptor.hpp"

#include <unistd.h>

namespace vanban::batch {

bool Descriptor::close() {
    const int fd = std::exchange(fd_, -1);
    return fd < 0 || ::close(fd) == 0;
}

}  // namespace vanban::batch
