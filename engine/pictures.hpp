// Loads the pictures that a document names: signatures and seals.
#pragma once

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "model/document.hpp"

namespace vanban {

/// Fills `png` of every picture of `document` through `world.files`; each file is read once. A path is relative to the
/// folder of the data file or template that names it and stays inside it; one from the command line is taken as it is.
/// False if any could not be used: `file-outside-folder`, `not-a-regular-file`, `file-not-found`, `file-unreadable`,
/// `file-too-large` (above 10 MB or the limit of the world), `not-a-png`, `broken-png`, `picture-too-large`, at the
/// path in the data.
bool load_pictures(model::Document& document, const Sources& sources, const World& world, Diagnostics& out);

}  // namespace vanban
