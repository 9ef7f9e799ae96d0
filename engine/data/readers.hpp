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

/// The Diagnostic for JSON that did not parse: the first fault of a strict scan, else `json-malformed` at `fallback`.
Diagnostic explain_json(const Intake& intake, std::size_t fallback);

}  // namespace vanban::data
