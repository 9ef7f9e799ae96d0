// /word/styles.xml: defaults, paragraph styles and table styles (ISO/IEC 29500-1, 17.7).
#pragma once

#include <string>

#include "docx/story.hpp"

namespace vanban::docx {

std::string styles_part(const Plan& plan);

}  // namespace vanban::docx
