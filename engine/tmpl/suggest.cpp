// Nearest names by folded equality, then by edit distance.
#include "tmpl/suggest.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace vanban::tmpl {
namespace {

std::size_t mistakes_allowed(std::string_view wanted) {
    const std::size_t length = utf8::length(wanted);
    return length <= 3 ? 1 : std::max<std::size_t>(2, length / 3);
}

/// Longer names, in bytes, are like no other.
constexpr std::size_t kLongestName = 100;

}  // namespace

std::optional<std::string> closest(std::string_view wanted, const std::vector<std::string>& known) {
    if (wanted.size() > kLongestName) return std::nullopt;
    const std::string key = utf8::fold_to_key(wanted);
    for (const std::string& name : known) {
        if (!key.empty() && utf8::fold_to_key(name) == key) return name;
    }
    const std::string* best = nullptr;
    std::size_t fewest = mistakes_allowed(wanted) + 1;
    for (const std::string& name : known) {
        if (name.empty() || name.size() > kLongestName) continue;
        const std::size_t distance = utf8::edit_distance(wanted, name);
        if (distance >= fewest || distance >= utf8::length(name)) continue;
        best = &name;
        fewest = distance;
    }
    return best ? std::optional(*best) : std::nullopt;
}

Diagnostic with_suggestion(Diagnostic diagnostic, std::string_view wanted, const std::vector<std::string>& known) {
    if (std::optional<std::string> name = closest(wanted, known)) {
        diagnostic.notes.push_back({Code::did_you_mean, {}, {std::move(*name)}});
    }
    return diagnostic;
}

}  // namespace vanban::tmpl
