// thethuc::apply: what a document says + the rules of one decree = how it looks.
#pragma once

#include <optional>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "model/document.hpp"
#include "styled/document.hpp"
#include "thethuc/profile.hpp"

namespace vanban::thethuc {

/// Stage: settles styles, labels, numbers, end marks, rules and widths.
/// Reports what the rules forbid; empty exactly when one finding was an error. Needs `world.fonts`.
/// Texts move from `document` to the result, and rows of tables are freed as they are laid out.
std::optional<styled::Document> apply(model::Document document, const Profile& profile, const World& world,
                                      Diagnostics& out);

}  // namespace vanban::thethuc
