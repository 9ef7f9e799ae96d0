// docx::plan: which parts there are, and how they refer to each other (ISO/IEC 29500-1, clause 11).
#include "docx/plan.hpp"

#include <string>
#include <string_view>
#include <utility>

#include "docx/document_part.hpp"
#include "docx/font_table_part.hpp"
#include "docx/headers.hpp"
#include "docx/names.hpp"
#include "docx/numbering_part.hpp"
#include "docx/properties_parts.hpp"
#include "docx/sect_pr.hpp"
#include "docx/settings_part.hpp"
#include "docx/story.hpp"
#include "docx/styles_part.hpp"

namespace vanban::docx {

namespace {

/// The main part's relationships; ids count from rId1.
class Relationships {
public:
    /// Returns the new relationship's id.
    std::string add(std::string_view type, std::string_view part_name) {
        constexpr std::string_view kFolder = "/word/";
        std::string id = "rId" + std::to_string(list_.size() + 1);
        list_.push_back({id, std::string(type), std::string(part_name.substr(kFolder.size()))});
        return id;
    }
    std::vector<opc::Relationship> take() && { return std::move(list_); }

private:
    std::vector<opc::Relationship> list_;
};

std::vector<opc::Relationship> package_relationships() {
    return {{"rId1", std::string(kDocumentRelationship), "word/document.xml"},
            {"rId2", std::string(kCoreRelationship), "docProps/core.xml"},
            {"rId3", std::string(kAppRelationship), "docProps/app.xml"}};
}

SectPr sect_pr(const styled::Section& section, const HeaderUse& use, const std::vector<std::string>& header_ids) {
    return {.page = section.page,
            .restart_page_numbers = section.restart_page_numbers,
            .title_page = section.title_page,
            .default_header = use.on_pages ? header_ids[*use.on_pages] : std::string(),
            .first_header = use.on_title_page ? header_ids[*use.on_title_page] : std::string()};
}

/// The parts that the main part refers to, without the headers.
std::vector<opc::Part> supporting_parts(const Plan& plan, Relationships& relationships) {
    std::vector<opc::Part> parts;
    const auto add = [&](std::string_view name, std::string_view content_type, std::string_view relationship,
                         std::string bytes) {
        relationships.add(relationship, name);
        parts.push_back({std::string(name), std::string(content_type), std::move(bytes), {}});
    };
    add("/word/styles.xml", kStylesType, kStylesRelationship, styles_part(plan));
    add("/word/settings.xml", kSettingsType, kSettingsRelationship, settings_part(plan.document));
    add("/word/fontTable.xml", kFontTableType, kFontTableRelationship, font_table_part(plan.document));
    if (!plan.document.numbering.empty()) {
        add("/word/numbering.xml", kNumberingType, kNumberingRelationship,
            numbering_part(plan.document, plan.level_uses));
    }
    return parts;
}

}  // namespace

opc::Package plan(const styled::Document& document) {
    const Plan plan(document);
    Relationships relationships;
    std::vector<opc::Part> supporting = supporting_parts(plan, relationships);
    Headers headers = plan_headers(plan);
    std::vector<std::string> header_ids;
    for (const opc::Part& part : headers.parts) header_ids.push_back(relationships.add(kHeaderRelationship, part.name));
    std::vector<SectPr> sections;
    for (std::size_t index = 0; index < document.sections.size(); ++index)
        sections.push_back(sect_pr(document.sections[index], headers.uses[index], header_ids));

    opc::Package package{.relationships = package_relationships(), .parts = {}};
    package.parts.push_back({"/word/document.xml", std::string(kDocumentType), document_part(plan, sections),
                             std::move(relationships).take()});
    for (opc::Part& part : supporting) package.parts.push_back(std::move(part));
    for (opc::Part& part : headers.parts) package.parts.push_back(std::move(part));
    package.parts.push_back({"/docProps/core.xml", std::string(kCoreType), core_part(document.properties), {}});
    package.parts.push_back({"/docProps/app.xml", std::string(kAppType), app_part(), {}});
    return package;
}

}  // namespace vanban::docx
