// Paths to members: `co_quan.ten`, `noi_nhan[0]`, `Cơ quan > Tên`; and keys that mean the same.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "data/value.hpp"

namespace vanban::data {

inline constexpr std::size_t kLongestPath = 64;  ///< Steps; every step may make one more level of nesting.

/// One step of a path: a key or an index. Views the path.
struct Step {
    std::string_view key;
    std::optional<std::size_t> index;
};

/// `a.b[0].c`, which may begin with an index, or labels joined by " > ", where dots and brackets are letters.
/// Empty if malformed.
std::optional<std::vector<Step>> parse_path(std::string_view path);

/// The keys that a column header names: labels joined by " > "; `a.b` where all parts are keys (ASCII letters, digits
/// and underscores, a letter first), so that "Đ.vị tính" is one label; else the whole text. Trimmed; empty if
/// malformed.
std::vector<std::string_view> header_path(std::string_view header);

/// Whether two keys mean the same member: equal, or equal without case, diacritics and punctuation.
bool same_key(std::string_view a, std::string_view b);

/// The member with this key, or else the first that means the same; nullptr if there is none.
Member* find_member(Map& map, std::string_view key);
const Member* find_member(const Map& map, std::string_view key);

/// `text` in NFC, with U+FFFD for each byte that is not UTF-8.
std::string well_formed(std::string_view text);

/// The value one step below `node`, made if need be; else a note that says why there can be none.
tl::expected<Value*, Note> value_below(Value& node, const Step& step, Span where);

/// The value at a path, made if need be with maps and lists on the way. `where`: of what is to be put there.
/// Fails with `bad-path` at `where` and the reason as a note.
Result<Value*> value_at(Value& root, std::string_view path, Span where);
/// The same by the steps of `path`, which names them in the finding.
Result<Value*> value_at(Value& root, std::span<const Step> steps, std::string_view path, Span where);

}  // namespace vanban::data
