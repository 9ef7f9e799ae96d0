// Pictures are told apart by their bytes, not by the files that they came from.
#include "docx/media.hpp"

#include <algorithm>
#include <cassert>

#include "docx/names.hpp"

namespace vanban::docx {

namespace {

std::string name_of(std::size_t index) {
    return "/word/media/image" + std::to_string(index + 1) + ".png";
}

}  // namespace

std::string Media::part_name(const std::shared_ptr<const Png>& image) {
    assert(image != nullptr && "pictures are loaded before they are written");
    const auto known = std::find_if(images_.begin(), images_.end(),
                                    [&](const auto& other) { return other == image || *other == *image; });
    if (known != images_.end()) return name_of(static_cast<std::size_t>(known - images_.begin()));
    images_.push_back(image);
    return name_of(images_.size() - 1);
}

std::vector<opc::Part> Media::take() && {
    std::vector<opc::Part> parts;
    for (std::size_t index = 0; index < images_.size(); ++index)
        parts.push_back({name_of(index), std::string(kPngType), images_[index]->bytes, {}, opc::Packing::Stored});
    images_.clear();
    return parts;
}

}  // namespace vanban::docx
