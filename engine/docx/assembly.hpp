// What a package of one document and one of many have in common: the parts around the body, and who refers to them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "docx/headers.hpp"
#include "docx/relationships.hpp"
#include "docx/sect_pr.hpp"
#include "docx/story.hpp"
#include "opc/package.hpp"

namespace vanban::docx {

/// The properties of a section; `ids`: relationship ids of the header parts, as `use` counts them.
SectPr sect_pr(const styled::Section& section, const HeaderUse& use, const std::vector<std::string>& ids);

/// The parts that the main part refers to, without headers, footers and pictures.
struct SupportingParts {
    /// Adds the relationships of the main part to them.
    void refer(Relationships& relationships) const;

    std::vector<opc::Part> parts;
    std::vector<std::string_view> relationships;  ///< Type of each part's.
};

SupportingParts supporting_parts(const Plan& plan);

/// The main part and all that stands around it, in the order of the zip entries.
opc::Package package_of(std::string body, Relationships relationships, std::vector<opc::Part> supporting,
                        std::vector<HeaderPart> headers, Media media, const styled::Properties& properties);

}  // namespace vanban::docx
