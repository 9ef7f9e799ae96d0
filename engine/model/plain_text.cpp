// The text of runs without their emphasis.
#include "model/document.hpp"

namespace vanban::model {

std::string plain_text(const Inline& runs) {
    if (runs.size() == 1) return runs.front().text;
    std::string text;
    for (const Run& run : runs) text += run.text;
    return text;
}

}  // namespace vanban::model
