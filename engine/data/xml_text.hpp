// The text of an XML element as data: without the white space around it and the indentation of its lines.
#pragma once

#include "base/xml_tree.hpp"
#include "data/value.hpp"

namespace vanban::data {

/// The text from its first letter to its last; every later line loses what all of them are indented by. If the text
/// begins on a line of its own, that line counts too. The value's place is exact where the text is.
Value dedented(const XmlText& text);

}  // namespace vanban::data
