// What can be said of the words of a document: spelling, names, dates, citations, abbreviations, deadlines.
#pragma once

#include "model/document.hpp"
#include "thethuc/profile.hpp"
#include "thethuc/text_report.hpp"

namespace vanban::thethuc {

/// Reports into `out` all that the rules of wording find in the texts of the document, each at the words themselves
/// where `places` knows them. The document is not changed.
void check_texts(const model::Document& document, const Profile& profile, const LoiVan& rules,
                 const TextCheckOptions& options, const Places& places, Diagnostics& out);

}  // namespace vanban::thethuc
