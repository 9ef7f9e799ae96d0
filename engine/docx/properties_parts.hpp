// /docProps/core.xml and app.xml: what the file says about itself (ISO/IEC 29500-2, clause 8; 29500-1, 22.2).
#pragma once

#include <string>

#include "styled/document.hpp"

namespace vanban::docx {

/// Properties without a value are left out.
std::string core_part(const styled::Properties& properties);

std::string app_part();

}  // namespace vanban::docx
