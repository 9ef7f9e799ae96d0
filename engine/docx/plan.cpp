// docx::plan: one document as a package of its own.
#include "docx/plan.hpp"

#include <optional>
#include <string>
#include <utility>

#include "docx/assembly.hpp"
#include "docx/document_part.hpp"

namespace vanban::docx {

namespace {

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

/// Supporting parts and what paragraphs have in common, and what they were made of.
struct Dressed {
    explicit Dressed(const Plan& plan) : look(look_of(plan.document)), table_styles(plan.table_styles) {
        const Plan bare(look, level_uses(look), table_styles);
        supporting = supporting_parts(bare);
        plain_pPr = docx::plain_pPr(bare);
    }

    bool fits(const Plan& plan) const { return table_styles == plan.table_styles && looks_like(plan.document, look); }

    styled::Document look;
    TableStyles table_styles;
    SupportingParts supporting;
    std::vector<opc::XmlFragment> plain_pPr;
};

}  // namespace

struct PlanCache::State {
    std::optional<Dressed> last;
};

PlanCache::PlanCache() : state_(std::make_unique<State>()) {}
PlanCache::PlanCache(PlanCache&&) noexcept = default;
PlanCache& PlanCache::operator=(PlanCache&&) noexcept = default;
PlanCache::~PlanCache() = default;

opc::Package plan(const styled::Document& document, PlanCache* cache) {
    Plan plan(document);
    PlanCache own;
    std::optional<Dressed>& last = (cache != nullptr ? *cache : own).state_->last;
    if (!last || !last->fits(plan)) last.emplace(plan);
    plan.plain_pPr = &last->plain_pPr;
    Relationships relationships;
    last->supporting.refer(relationships);
    Shared shared;
    Headers headers = plan_headers(plan, shared);
    std::vector<std::string> header_ids;
    for (const auto& [part, relationship] : headers.parts)
        header_ids.push_back(relationships.add(relationship, part.name));
    std::vector<SectPr> sections;
    for (std::size_t index = 0; index < document.sections.size(); ++index)
        sections.push_back(sect_pr(document.sections[index], headers.uses[index], header_ids));
    std::string body = document_part(plan, sections, relationships, shared);
    return package_of(std::move(body), std::move(relationships),
                      cache != nullptr ? last->supporting.parts : std::move(last->supporting.parts),
                      std::move(headers.parts), std::move(shared.media), document.properties);
}

}  // namespace vanban::docx
