// /word/settings.xml: how Word is to treat the document (ISO/IEC 29500-1, 17.15).
#pragma once

#include <string>

#include "styled/document.hpp"

namespace vanban::docx {

std::string settings_part(const styled::Document& document);

}  // namespace vanban::docx
