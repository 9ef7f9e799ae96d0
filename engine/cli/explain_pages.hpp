// The pages of templates/thong-bao/ that are compiled into the program: one for each error and warning.
#pragma once

#include <span>
#include <string_view>

namespace vanban::cli {

struct ExplainPage {
    std::string_view name;  ///< The code: "unknown-field".
    std::string_view text;  ///< Markdown.
};

/// Sorted by name.
std::span<const ExplainPage> explain_pages();

}  // namespace vanban::cli
