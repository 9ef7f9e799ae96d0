// LibreOffice (to 7.5) takes the page number from the second page of what begins with an odd-page section, but begins
// what counts from 1 on the front of a sheet by itself. So a PDF on fresh sheets is made of plain sections.
#include "batch/print_file.hpp"

#include <algorithm>
#include <utility>

namespace vanban::batch {
namespace {

bool has(const std::vector<Format>& formats, Format format) {
    return std::ranges::find(formats, format) != formats.end();
}

}  // namespace

std::string folder_of(std::string_view path) {
    return std::string(path.substr(0, path.rfind('/') + 1));
}

Printing::Printing(const PrintFile& asked) : asked_(asked) {
    const bool pdf = has(asked.formats, Format::Pdf);
    if (!pdf || has(asked.formats, Format::Docx)) jobs_.emplace_back(asked.sheets);
    if (pdf && (jobs_.empty() || asked.sheets == docx::Sheets::Fresh)) jobs_.emplace_back(docx::Sheets::Continued);
}

void Printing::add(styled::Document document) {
    if (jobs_.size() > 1) jobs_.front().add(document);
    jobs_.back().add(std::move(document));
}

std::size_t Printing::bytes() const {
    std::size_t sum = 0;
    for (const docx::PrintJob& job : jobs_) sum += job.bytes();
    return sum;
}

std::uint64_t Printing::write(const Frame& frame, const std::string& temporary, Diagnostics& out) && {
    const std::size_t count = documents();
    std::vector<std::string> files;
    for (docx::PrintJob& job : jobs_) {
        auto docx = frame.kinds.engine().emit(std::move(job), {.level = frame.options.level}, out);
        if (!docx) return 0;
        files.push_back(std::move(*docx));
    }
    for (const Format format : asked_.formats) {
        const auto bytes =
            format == Format::Pdf ? frame.pdf(files.back(), count, asked_.sheets) : Result<std::string>(files.front());
        if (!bytes) return out.add(bytes.error()), 0;
        auto done = frame.store.write(asked_.path + std::string(ending(format)), *bytes, temporary);
        if (!done) return out.add(std::move(done.error())), 0;
    }
    return count;
}

}  // namespace vanban::batch
