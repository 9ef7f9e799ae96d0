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

std::vector<opc::Relationship> package_relationships() {
    return {{"rId1", std::string(kDocumentRelationship), "word/document.xml"},
            {"rId2", std::string(kCoreRelationship), "docProps/core.xml"},
            {"rId3", std::string(kAppRelationship), "docProps/app.xml"}};
}

SectPr sect_pr(const styled::Section& section, const HeaderUse& use, const std::vector<std::string>& ids) {
    const auto id_of = [&](std::optional<std::size_t> part) { return part ? ids[*part] : std::string(); };
    return {.page = section.page,
            .restart_page_numbers = section.restart_page_numbers,
            .title_page = section.title_page,
            .default_header = id_of(use.on_pages),
            .first_header = id_of(use.on_title_page),
            .first_footer = id_of(use.below_title_page)};
}

/// The document without what it says: all that its supporting parts are made of.
styled::Document look_of(const styled::Document& document) {
    styled::Document look;
    look.properties.language = document.properties.language;
    look.font = document.font;
    look.styles = document.styles;
    look.numbering = document.numbering;
    look.lists = document.lists;
    return look;
}

bool looks_like(const styled::Document& document, const styled::Document& look) {
    return document.lists == look.lists && document.properties.language == look.properties.language &&
           document.font == look.font && document.numbering == look.numbering && document.styles == look.styles;
}

/// The parts that the main part refers to, without headers, footers and pictures.
struct Supporting {
    styled::Document look;  ///< That they were made of, with `table_styles`.
    TableStyles table_styles;
    std::vector<opc::Part> parts;
    std::vector<std::string_view> relationships;  ///< Type of each part's.
};

Supporting supporting_parts(const styled::Document& document, const TableStyles& table_styles) {
    Supporting made{look_of(document), table_styles, {}, {}};
    Plan plan(made.look);
    plan.table_styles = table_styles;
    const auto add = [&](std::string_view name, std::string_view content_type, std::string_view relationship,
                         std::string bytes) {
        made.relationships.push_back(relationship);
        made.parts.push_back({std::string(name), std::string(content_type), std::move(bytes), {}});
    };
    add("/word/styles.xml", kStylesType, kStylesRelationship, styles_part(plan));
    add("/word/settings.xml", kSettingsType, kSettingsRelationship, settings_part(made.look));
    add("/word/fontTable.xml", kFontTableType, kFontTableRelationship, font_table_part(made.look));
    if (!made.look.numbering.empty())
        add("/word/numbering.xml", kNumberingType, kNumberingRelationship, numbering_part(made.look, plan.level_uses));
    return made;
}

}  // namespace

struct PlanCache::State {
    std::optional<Supporting> last;
};

PlanCache::PlanCache() : state_(std::make_unique<State>()) {}
PlanCache::PlanCache(PlanCache&&) noexcept = default;
PlanCache& PlanCache::operator=(PlanCache&&) noexcept = default;
PlanCache::~PlanCache() = default;

opc::Package plan(const styled::Document& document, PlanCache* cache) {
    const Plan plan(document);
    PlanCache own;
    std::optional<Supporting>& supporting = (cache != nullptr ? *cache : own).state_->last;
    if (!supporting || supporting->table_styles != plan.table_styles || !looks_like(document, supporting->look))
        supporting = supporting_parts(document, plan.table_styles);
    Relationships relationships;
    for (std::size_t i = 0; i < supporting->parts.size(); ++i)
        relationships.add(supporting->relationships[i], supporting->parts[i].name);
    Shared shared;
    Headers headers = plan_headers(plan, shared);
    std::vector<std::string> header_ids;
    for (const auto& [part, relationship] : headers.parts)
        header_ids.push_back(relationships.add(relationship, part.name));
    std::vector<SectPr> sections;
    for (std::size_t index = 0; index < document.sections.size(); ++index)
        sections.push_back(sect_pr(document.sections[index], headers.uses[index], header_ids));

    opc::Package package{.relationships = package_relationships(), .parts = {}};
    std::string body = document_part(plan, sections, relationships, shared);
    package.parts.push_back(
        {"/word/document.xml", std::string(kDocumentType), std::move(body), std::move(relationships).take()});
    for (opc::Part& part : supporting->parts) package.parts.push_back(cache != nullptr ? part : std::move(part));
    for (HeaderPart& header : headers.parts) package.parts.push_back(std::move(header.part));
    for (opc::Part& picture : std::move(shared.media).take()) package.parts.push_back(std::move(picture));
    package.parts.push_back({"/docProps/core.xml", std::string(kCoreType), core_part(document.properties), {}});
    package.parts.push_back({"/docProps/app.xml", std::string(kAppType), app_part(), {}});
    return package;
}

}  // namespace vanban::docx
