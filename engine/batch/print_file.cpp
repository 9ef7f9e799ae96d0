// A DOCX first; the PDF is made of it.
#include "batch/print_file.hpp"

#include <utility>

namespace vanban::batch {

std::string folder_of(std::string_view path) {
    return std::string(path.substr(0, path.rfind('/') + 1));
}

std::uint64_t write_print_file(docx::PrintJob job, const Frame& frame, const std::string& temporary, Diagnostics& out) {
    const PrintFile& asked = *frame.options.print_file;
    const std::size_t documents = job.size();
    auto docx = frame.kinds.engine().emit(std::move(job), {.level = frame.options.level}, out);
    if (!docx) return 0;
    for (const Format format : asked.formats) {
        const auto bytes = format == Format::Pdf ? frame.pdf(*docx, documents) : Result<std::string>(*docx);
        if (!bytes) return out.add(bytes.error()), 0;
        auto done = frame.store.write(asked.path + std::string(ending(format)), *bytes, temporary);
        if (!done) return out.add(std::move(done.error())), 0;
    }
    return documents;
}

}  // namespace vanban::batch
