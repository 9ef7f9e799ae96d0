// Many documents as one package, one after another: a print job. Each keeps its page numbers, headers and numbering.
#pragma once

#include <memory>

#include "opc/package.hpp"
#include "styled/document.hpp"

namespace vanban::docx {

/// Where the documents of a print job begin: on a new page, or on the front of a new sheet, so that the job can be
/// printed on both sides. In that case every section that restarts its page numbers begins on a new sheet too, because
/// word processors tell front from back by the number of the page.
enum class Sheets : std::uint8_t { Continued, Fresh };

/// Documents are written as they come and not kept. All must have the numbering, the font and the number of styles of
/// the first, which holds for documents laid out by one profile.
class PrintJob {
public:
    explicit PrintJob(Sheets sheets);
    PrintJob(PrintJob&&) noexcept;
    PrintJob& operator=(PrintJob&&) noexcept;
    ~PrintJob();

    /// Adds a document. Styles that look otherwise than in the documents before get a name of their own, its bookmarks
    /// too: both are marked with the number of the document.
    void add(styled::Document document);
    std::size_t size() const;
    /// What it takes so far, uncompressed, in bytes; grows with every document.
    std::size_t bytes() const;
    /// The package; properties (title, author …) are those of the first document. There was at least one.
    opc::Package finish() &&;

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace vanban::docx
