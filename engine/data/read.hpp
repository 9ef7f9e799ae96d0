// data::read: the bytes of a data file to a value tree.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "data/value.hpp"

namespace vanban::data {

enum class Format : std::uint8_t { Yaml, Json };

/// By the ending of the name (.yaml .yml .json); empty if it is none of these.
std::optional<Format> format_of(std::string_view file_name);

/// Stage: reads one file, which joins `sources` so that findings can show it. All text is checked UTF-8 in NFC; ƣ/Ƣ is
/// mended with a warning (one per file, with the count). Reports all it can find; empty exactly when one finding was an
/// error.
std::optional<Value> read(Source file, Format format, Sources& sources, const Limits& limits, Diagnostics& out);

/// Several files as one: maps merge key by key, anything else in `over` replaces what `under` had.
Value merge(Value under, Value over);

/// Sets the member at a dotted path (`co_quan.ten`), making maps on the way. Fails with `bad-path`.
Result<Value> set(Value root, std::string_view path, Value value);

/// Adds an item at the end of the list at a dotted path, making maps and the list on the way. Fails with `bad-path` at
/// the item.
Result<Value> append(Value root, std::string_view path, Value item);

/// A `--set` text as a YAML scalar would be read: number, true/false, null or text.
Value scalar(std::string_view text, Span where);

}  // namespace vanban::data
