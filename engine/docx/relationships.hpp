// The relationships of one part (ISO/IEC 29500-2, 6.5); ids count from rId1.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "opc/package.hpp"

namespace vanban::docx {

/// Of a part in /word/ to others in that folder.
class Relationships {
public:
    /// The relationship's id; an equal one is used again.
    std::string add(std::string_view type, std::string_view part_name) {
        constexpr std::string_view kFolder = "/word/";
        const std::string_view target = part_name.substr(kFolder.size());
        for (const opc::Relationship& known : list_)
            if (known.type == type && known.target == target) return known.id;
        std::string id = "rId" + std::to_string(list_.size() + 1);
        list_.push_back({id, std::string(type), std::string(target)});
        return id;
    }
    std::vector<opc::Relationship> take() && { return std::move(list_); }

private:
    std::vector<opc::Relationship> list_;
};

}  // namespace vanban::docx
