// /word/fontTable.xml: what a reader without the font should look for (ISO/IEC 29500-1, 17.8).
#pragma once

#include <string>

#include "styled/document.hpp"

namespace vanban::docx {

std::string font_table_part(const styled::Document& document);

}  // namespace vanban::docx
