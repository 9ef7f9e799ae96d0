// data::read: the bytes of a data file to a value tree.
#pragma once

#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "data/value.hpp"

namespace vanban::data {

enum class Format : std::uint8_t { Yaml, Json, Csv, Xml, JsonLines, Xlsx };

/// By the ending of the name (.yaml .yml .json .csv .tsv .xml .jsonl .ndjson .xlsx .xlsm); empty if it is none of
/// these.
std::optional<Format> format_of(std::string_view file_name);

/// Whether the name ends like an office file that has to be saved as .xlsx first (.xls .xlsb .ods .doc .docx).
bool is_old_format(std::string_view file_name);

/// Stage: reads one file, which joins `sources` so that findings can show it. All text is checked UTF-8 in NFC; ƣ/Ƣ is
/// mended with a warning (one per file, with the count). Reports all it can find; empty exactly when one finding was an
/// error.
std::optional<Value> read(Source file, Format format, Sources& sources, const Limits& limits, Diagnostics& out);

/// Several files as one: maps merge key by key (without case and diacritics where no key is equal), anything else in
/// `over` replaces what `under` had.
Value merge(Value under, Value over);

/// Sets the member at a dotted path (`co_quan.ten`), making maps on the way. Fails with `bad-path`.
Result<Value> set(Value root, std::string_view path, Value value);

/// Adds a value at the end of the list at a path (`nhiem_vu`, `Dự toán > Phần > Mục`), making maps and the list on the
/// way: all items of a list (the rows of a table), anything else as one item. Keys of the path match those of the data
/// without case and diacritics.
///
/// Where components before the last are lists themselves, each row says to which of their items it belongs, by members
/// that are called like the component: `phan: {ten: A}` is the item of `phan` whose `ten` equals A. It is made if the
/// list began with this table. A component that is blank in a row is as in the row above, until a higher one changes;
/// one that is blank from the start is left out of the row's way. These members do not go into the list.
///
/// Tables go in from the shallowest path to the deepest. Reports `bad-path`, `row-needs-parent`,
/// `row-parent-not-named`, `row-parent-unknown`, `row-parent-ambiguous`, `row-not-a-group`, `append-too-large`; false
/// if it did.
bool append(Value& root, std::string_view path, Value value, Diagnostics& out);

/// A `--set` text as a YAML scalar would be read: number, true/false, null or text.
Value scalar(std::string_view text, Span where);

}  // namespace vanban::data
