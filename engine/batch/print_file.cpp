// LibreOffice (to 7.5) takes the page number from the second page of what begins with an odd-page section, but begins
// what counts from 1 on the front of a sheet by itself. So a PDF on fresh sheets is made of plain sections.
#include "batch/print_file.hpp"

#include <utility>

namespace vanban::batch {
namespace {

/// Documents that go to LibreOffice at once. Its time a document is the same from some ten to a hundred and grows from
/// there, and fonts stand once in each part.
constexpr std::size_t kPart = 40;

/// The bytes of a job; its one finding where there are none.
Result<std::string> emit(const Frame& frame, std::optional<docx::PrintJob>& job) {
    Diagnostics out;
    const auto engine_lock = frame.kinds.using_engine();
    auto bytes = frame.kinds.engine().emit(*std::exchange(job, std::nullopt), {.level = frame.options.level}, out);
    if (bytes) return std::move(*bytes);
    return tl::make_unexpected(out.items().front());
}

}  // namespace

std::string folder_of(std::string_view path) {
    return std::string(path.substr(0, path.rfind('/') + 1));
}

Printing::Printing(const Frame& frame) : frame_(frame), asked_(*frame.options.print_file) {}

Result<std::monostate> Printing::add(styled::Document document) {
    ++documents_;
    if (has(asked_.formats, Format::Docx)) {
        if (!docx_) docx_.emplace(asked_.sheets);
        docx_->add(document);
    }
    if (has(asked_.formats, Format::Pdf) && !broken_) {
        if (!part_) part_.emplace(docx::Sheets::Continued);
        part_->add(std::move(document));
        if (part_->size() == kPart) make_part();
    }
    if (broken_ && !docx_) return tl::make_unexpected(*broken_);
    const std::size_t most = frame_.kinds.engine().world().limits.output_bytes;
    if (bytes() > most) return fail(Code::print_file_too_large, {}, {asked_.path, std::to_string(most >> 20)});
    return std::monostate{};
}

/// What is held in memory, about.
std::size_t Printing::bytes() const {
    std::size_t sum = (docx_ ? docx_->bytes() : 0) + (part_ ? part_->bytes() : 0);
    for (const std::string& part : parts_) sum += part.size();
    return sum;
}

void Printing::make_part() {
    const std::size_t size = part_->size();
    auto pdf =
        emit(frame_, part_).and_then([&](const std::string& docx) { return frame_.pdf(docx, size, asked_.sheets); });
    if (pdf) return parts_.push_back(std::move(*pdf));
    broken_ = std::move(pdf.error())
                  .with({Code::print_part, {}, {std::to_string(documents_ + 1 - size), std::to_string(documents_)}});
}

Result<std::string> Printing::file(Format format) {
    if (format == Format::Docx) return emit(frame_, docx_);
    if (part_) make_part();
    if (broken_) return tl::make_unexpected(*broken_);
    if (parts_.size() == 1) return std::move(parts_.front());
    return frame_.options.pdfs->join(parts_, asked_.sheets);
}

std::uint64_t Printing::write(const std::string& temporary, Diagnostics& out) && {
    for (const Format format : asked_.formats) {
        const auto bytes = file(format);
        if (!bytes) return out.add(bytes.error()), 0;
        auto done = frame_.store.write(asked_.path + std::string(ending(format)), *bytes, temporary);
        if (!done) return out.add(std::move(done.error())), 0;
    }
    return documents_;
}

}  // namespace vanban::batch
