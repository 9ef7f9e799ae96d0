// w:drawing: a ruled line that stands in the text like a character (ISO/IEC 29500-1, 17.3.3.9 and 20.4.2.8).
#pragma once

#include "opc/xml_writer.hpp"
#include "styled/document.hpp"

namespace vanban::docx {

/// The content of a w:r: a black rectangle, and the same in VML for readers before 2010. `id` is new in its part.
void write_rule(opc::XmlWriter& xml, const styled::Rule& rule, std::int64_t id);

}  // namespace vanban::docx
