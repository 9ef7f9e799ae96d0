// The body of a sheet as the value of its table.
#pragma once

#include <optional>
#include <string>

#include "data/intake.hpp"
#include "data/value.hpp"
#include "data/workbook_render.hpp"

namespace vanban::data {

/// The value of one sheet and where it goes.
struct SheetValue {
    bool is_form = false;  ///< A map that joins the root; else rows for the list at `path`.
    std::string path;
    Value value;
};

/// Reads a rendered sheet through `Table`; a cell merged downwards gives its value to every row that it covers. The
/// first row below the header is passed over if it only numbers the columns: (1), (2) … Reports what is wrong with
/// cells that are used, `sheet-without-header` and `sheet-marker-without-path`; empty if there is nothing to be made of
/// the sheet.
std::optional<SheetValue> read_table(const LoadedSheet& sheet, Intake& intake);

}  // namespace vanban::data
