// Several PDFs as one.
#pragma once

#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "pdf/job.hpp"

namespace vanban::pdf {

/// Is the library there that joins PDFs? Fails with `pdf-no-qpdf`.
Result<std::monostate> find_qpdf();

/// One PDF with the pages of all, in their order; its title, moment and language are those of the first. There is at
/// least one. Where blank pages are kept, each begins on the front of a sheet: a blank page goes before one that would
/// not. The same files give the same bytes. Fails with `pdf-no-qpdf` or `pdf-not-joined`.
Result<std::string> join(const std::vector<std::string>& files, BlankPages blank_pages);

}  // namespace vanban::pdf
