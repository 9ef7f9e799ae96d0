// What can be said about the computing of a table before there is data.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "tmpl/calculate.hpp"
#include "tmpl/program.hpp"

namespace vanban::tmpl {

/// Checks the formulas of a table's columns and the groups that its totals name, as far as the template writes out all
/// names; what is left is checked while merging. Returns the names of group rows that it writes out. Not `sound`: the
/// table has errors already, so nothing is reported.
std::vector<std::string> check_computing(const Nodes& parts, bool sound, Diagnostics& out);

/// The names of groups in `cong` of a total row: parted by commas, each with its place. Empty for `co` and `khong`.
std::vector<PlacedName> group_names(std::string_view written, Span where);

}  // namespace vanban::tmpl
