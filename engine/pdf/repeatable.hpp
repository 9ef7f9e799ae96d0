// What a PDF says of the moment in which it was made.
#pragma once

#include <optional>
#include <string>

#include "base/world.hpp"

namespace vanban::pdf {

/// Takes the clock out of a PDF as LibreOffice writes it, so that the same document gives the same bytes: its moment of
/// creation becomes `now`, in UTC, or blank; its identifiers (ISO 32000-1, 14.4) become a hash of all else. The length
/// stays, as the PDF's table of objects counts bytes. What is not found is let alone.
void make_repeatable(std::string& pdf, std::optional<Timestamp> now);

}  // namespace vanban::pdf
