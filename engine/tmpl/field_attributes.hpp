// What a field declaration says beside its name and members: attributes that depend on its type.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/xml_tree.hpp"
#include "tmpl/field.hpp"

namespace vanban::tmpl {

/// The attribute, which must be there; its absence is reported.
const XmlAttribute* required_attribute(const XmlElement& element, std::string_view attribute, Diagnostics& out);
/// `co` or `khong`; anything else is reported. No attribute: false.
bool yes_or_no(const XmlAttribute* attribute, Diagnostics& out);
/// The type that `kieu` names; empty if that was reported.
std::optional<FieldType> read_type(const XmlElement& element, Diagnostics& out);
/// Reports an attribute that fields of this type do not have.
void not_for_type(const XmlAttribute& attribute, const Field& field, Diagnostics& out);

/// Reads `gia-tri`, `viet-gon` and `mac-dinh` into a field whose type and members are known.
void read_type_attributes(const XmlElement& element, Field& field, Diagnostics& out);

}  // namespace vanban::tmpl
