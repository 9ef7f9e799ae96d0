// Names that expressions use, checked without data.
#pragma once

#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "tmpl/field.hpp"
#include "tmpl/program.hpp"

namespace vanban::tmpl {

/// Walks the program as merging does and reports `unknown-name` for every name that is no field, loop variable, `dat`,
/// `khoi` or `lap` where it is used; each place once.
void check_names(const Program& program, const std::vector<Field>& fields, Diagnostics& out);

}  // namespace vanban::tmpl
