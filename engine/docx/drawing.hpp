// w:drawing: ruled lines that stand in the text like characters, pictures that lie over it (ISO/IEC 29500-1, 17.3.3.9).
#pragma once

#include <string_view>

#include "opc/xml_writer.hpp"
#include "styled/document.hpp"

namespace vanban::docx {

/// The content of a w:r, wp:inline (20.4.2.8): a black rectangle, and the same in VML for readers before 2010. `id` is
/// new in its document.
void write_rule(opc::XmlWriter& xml, const styled::Rule& rule, std::int64_t id);

/// The content of a w:r, wp:anchor (20.4.2.3): a picture at its place, around which text does not flow. `relationship`:
/// id of that to the picture's part. `id` is new in its document.
void write_picture(opc::XmlWriter& xml, const styled::Picture& picture, std::string_view relationship, std::int64_t id);

}  // namespace vanban::docx
