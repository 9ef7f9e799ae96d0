// Reads the field declarations of a template.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "base/xml_tree.hpp"
#include "tmpl/field.hpp"

namespace vanban::tmpl {

/// What one template declares itself.
struct Declarations {
    std::vector<Field> fields;
    std::vector<FieldGroup> groups;
};

/// How `nhu` is read where a group of that name is not declared.
enum class UnknownGroups : std::uint8_t {
    Report,
    Accept,  ///< The template that should have declared it has errors of its own.
};

/// The `truong` and `nhom-truong` children of a template's root element; its other children do not matter here.
/// `known` are the groups of the templates that it includes; its own win. Checks the declarations themselves:
/// attributes and types, names and labels that clash, what each type needs, defaults against their type, groups that
/// are unknown or hold themselves.
/// Reports all it can find; empty exactly when one finding was an error.
std::optional<Declarations> read_fields(const XmlElement& mau, const std::vector<FieldGroup>& known,
                                        UnknownGroups unknown, const Limits& limits, Diagnostics& out);

}  // namespace vanban::tmpl
