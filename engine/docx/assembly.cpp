// The parts around the body (ISO/IEC 29500-1, clause 11).
#include "docx/assembly.hpp"

#include <string_view>
#include <utility>

#include "docx/font_table_part.hpp"
#include "docx/names.hpp"
#include "docx/numbering_part.hpp"
#include "docx/properties_parts.hpp"
#include "docx/settings_part.hpp"
#include "docx/styles_part.hpp"

namespace vanban::docx {

namespace {

std::vector<opc::Relationship> package_relationships() {
    return {{"rId1", std::string(kDocumentRelationship), "word/document.xml"},
            {"rId2", std::string(kCoreRelationship), "docProps/core.xml"},
            {"rId3", std::string(kAppRelationship), "docProps/app.xml"}};
}

}  // namespace

SectPr sect_pr(const styled::Section& section, const HeaderUse& use, const std::vector<std::string>& ids) {
    const auto id_of = [&](std::optional<std::size_t> part) { return part ? ids[*part] : std::string(); };
    return {.page = section.page,
            .restart_page_numbers = section.restart_page_numbers,
            .title_page = section.title_page,
            .default_header = id_of(use.on_pages),
            .first_header = id_of(use.on_title_page),
            .first_footer = id_of(use.below_title_page),
            .start = section.start};
}

void SupportingParts::refer(Relationships& from) const {
    for (std::size_t i = 0; i < parts.size(); ++i) from.add(relationships[i], parts[i].name);
}

SupportingParts supporting_parts(const Plan& plan) {
    SupportingParts made;
    const auto add = [&](std::string_view name, std::string_view content_type, std::string_view relationship,
                         std::string bytes) {
        made.relationships.push_back(relationship);
        made.parts.push_back({std::string(name), std::string(content_type), std::move(bytes), {}});
    };
    add("/word/styles.xml", kStylesType, kStylesRelationship, styles_part(plan));
    add("/word/settings.xml", kSettingsType, kSettingsRelationship, settings_part(plan.document));
    add("/word/fontTable.xml", kFontTableType, kFontTableRelationship, font_table_part(plan.document));
    if (!plan.document.numbering.empty()) {
        add("/word/numbering.xml", kNumberingType, kNumberingRelationship,
            numbering_part(plan.document, plan.level_uses));
    }
    return made;
}

opc::Package package_of(std::string body, Relationships relationships, std::vector<opc::Part> supporting,
                        std::vector<HeaderPart> headers, Media media, const styled::Properties& properties) {
    opc::Package package{.relationships = package_relationships(), .parts = {}};
    package.parts.reserve(supporting.size() + headers.size() + 4);  // And pictures.
    package.parts.push_back(
        {"/word/document.xml", std::string(kDocumentType), std::move(body), std::move(relationships).take()});
    for (opc::Part& part : supporting) package.parts.push_back(std::move(part));
    for (HeaderPart& header : headers) package.parts.push_back(std::move(header.part));
    for (opc::Part& picture : std::move(media).take()) package.parts.push_back(std::move(picture));
    package.parts.push_back({"/docProps/core.xml", std::string(kCoreType), core_part(properties), {}});
    package.parts.push_back({"/docProps/app.xml", std::string(kAppType), app_part(), {}});
    return package;
}

}  // namespace vanban::docx
