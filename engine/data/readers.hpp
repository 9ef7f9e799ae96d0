// The readers behind data::read; each gets a checked source and may report through the intake.
#pragma once

#include <optional>

#include "data/intake.hpp"
#include "data/value.hpp"

namespace vanban::data {

/// One YAML document. Empty if an error was reported.
std::optional<Value> read_yaml(Intake& intake);
/// One JSON value. Empty if an error was reported.
std::optional<Value> read_json(Intake& intake);
/// A table: a header row, then rows; a list of maps, or the map of a form. Empty if an error was reported.
std::optional<Value> read_csv(Intake& intake);
/// One JSON value a line: the list of them. Lines that are wrong are reported, the others read on. Empty if an error
/// was reported.
std::optional<Value> read_json_lines(Intake& intake);
/// The root element as a map of its children. Empty if an error was reported.
std::optional<Value> read_xml(Intake& intake, const Source& source);

/// A workbook (XLSX). Registers its rendition as the source, because its bytes are nothing to be shown.
/// Empty if an error was reported.
std::optional<Value> read_workbook(Source file, Sources& sources, const Limits& limits, Diagnostics& out);

/// The Diagnostic for JSON in bytes [begin, end) that did not parse: the first fault of a strict scan, else
/// `json-malformed` at `fallback`.
Diagnostic explain_json(const Intake& intake, std::size_t begin, std::size_t end, std::size_t fallback);

}  // namespace vanban::data
