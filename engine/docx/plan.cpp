// docx::plan: one document as a package of its own.
#include "docx/plan.hpp"

#include <string>
#include <utility>

#include "docx/assembly.hpp"
#include "docx/document_part.hpp"

namespace vanban::docx {

opc::Package plan(const styled::Document& document) {
    const Plan plan(document);
    Relationships relationships;
    std::vector<opc::Part> supporting = supporting_parts(plan, relationships);
    Shared shared;
    Headers headers = plan_headers(plan, shared);
    std::vector<std::string> header_ids;
    for (const auto& [part, relationship] : headers.parts)
        header_ids.push_back(relationships.add(relationship, part.name));
    std::vector<SectPr> sections;
    for (std::size_t index = 0; index < document.sections.size(); ++index)
        sections.push_back(sect_pr(document.sections[index], headers.uses[index], header_ids));
    std::string body = document_part(plan, sections, relationships, shared);
    return package_of(std::move(body), std::move(relationships), std::move(supporting), std::move(headers.parts),
                      std::move(shared.media), document.properties);
}

}  // namespace vanban::docx
