// The bytes of a planned form.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "form/excel_plan.hpp"

namespace vanban::form {

/// The bytes of the .xlsx file; the same plan gives the same bytes. Empty exactly when an error was reported:
/// `cell-text-too-long`, `sheet-too-long`, `workbook-not-written`.
std::optional<std::string> write(const FormBook& book, const World& world, Diagnostics& out);

}  // namespace vanban::form
