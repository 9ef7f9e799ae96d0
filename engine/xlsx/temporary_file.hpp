// A file that exists only while it is being written: libxlsxwriter writes files and nothing else.
#pragma once

#include <string>

namespace vanban::xlsx {

/// A file of a new name in a folder, gone at the end. If it cannot be made, `ok` is false and errno says why.
class TemporaryFile {
public:
    explicit TemporaryFile(const std::string& folder);
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile();
    bool ok() const { return !path_.empty(); }
    const std::string& path() const { return path_; }

private:
    std::string path_;
};

}  // namespace vanban::xlsx
