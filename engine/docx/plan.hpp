// docx::plan: a styled document as the parts of a WordprocessingML package (ISO/IEC 29500-1, transitional).
#pragma once

#include "opc/package.hpp"
#include "styled/document.hpp"

namespace vanban::docx {

/// Stage, pure: the same document gives the same parts.
opc::Package plan(const styled::Document& document);

}  // namespace vanban::docx
