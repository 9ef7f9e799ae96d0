// Reads the field declarations of a template.
#pragma once

#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "base/xml_tree.hpp"
#include "tmpl/field.hpp"

namespace vanban::tmpl {

/// The `truong` children of a template's root element; its other children do not matter here. Checks the declarations
/// themselves: attributes and types, names and labels that clash, what each type needs, defaults against their type.
/// Reports all it can find; empty exactly when one finding was an error.
std::optional<std::vector<Field>> read_fields(const XmlElement& mau, const Limits& limits, Diagnostics& out);

}  // namespace vanban::tmpl
