// /word/media/image*.png: the pictures of a document, each once.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/png.hpp"
#include "opc/package.hpp"

namespace vanban::docx {

/// Pictures in the order in which they were met.
class Media {
public:
    /// Name of the part that holds `image`; pictures with equal bytes are one part.
    std::string part_name(const std::shared_ptr<const Png>& image);
    /// The parts, stored as they are: PNG is deflated inside.
    std::vector<opc::Part> take() &&;

private:
    std::vector<std::shared_ptr<const Png>> images_;
};

}  // namespace vanban::docx
