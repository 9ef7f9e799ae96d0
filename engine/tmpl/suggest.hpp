// "Did you mean …": the known name that is nearest to a wrong one.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"

namespace vanban::tmpl {

/// The known name that differs from `wanted` in nothing but case, diacritics and punctuation, else the first of those
/// with the fewest typing mistakes: at most two, or a third of the length, and one in names of up to three characters.
std::optional<std::string> closest(std::string_view wanted, const std::vector<std::string>& known);

/// Adds the note `did_you_mean` if there is something to suggest.
Diagnostic with_suggestion(Diagnostic diagnostic, std::string_view wanted, const std::vector<std::string>& known);

}  // namespace vanban::tmpl
