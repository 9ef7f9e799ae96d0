// Walks over the texts of a document and hands them to those who know a rule.
#include "thethuc/text_check.hpp"

#include "thethuc/abbreviations.hpp"
#include "thethuc/citations.hpp"
#include "thethuc/component_texts.hpp"
#include "thethuc/deadlines.hpp"
#include "thethuc/text_memory.hpp"
#include "thethuc/texts.hpp"
#include "thethuc/word_scan.hpp"

namespace vanban::thethuc {
namespace {

struct MainFacts {
    PartialDate issued;
    std::size_t appendices = 0;
};

/// Date of the document, or of that which an appendix in a file of its own goes with; how many appendices there are.
MainFacts main_facts(const model::Document& document) {
    MainFacts facts;
    bool letterhead = false;
    bool separate = false;
    for (const model::Vung& vung : document.vung)
        for (const model::Block& block : vung.blocks) {
            const auto* dau = std::get_if<model::DauVanBan>(&block.content);
            if (dau && !letterhead && dau->dia_danh_thoi_gian) facts.issued = dau->dia_danh_thoi_gian->ngay;
            letterhead |= dau != nullptr;
            const auto* phu_luc = std::get_if<model::DauPhuLuc>(&block.content);
            if (!phu_luc) continue;
            ++facts.appendices;
            separate |= !letterhead;
        }
    if (separate) facts.appendices = kSeparateAppendix;
    return facts;
}

}  // namespace

void check_texts(const model::Document& document, const Profile& profile, const LoiVan& rules,
                 const TextCheckOptions& options, const Places& places, Diagnostics& out) {
    const MainFacts facts = main_facts(document);
    TextReport report(rules, options, places, out);
    Citations citations(report, profile);
    Abbreviations abbreviations(report);
    Deadlines deadlines(report);
    WordScan scan(report, citations, abbreviations, deadlines, facts.appendices);
    TextStore store;
    TextMemory* const memory = options.memory;
    if (memory) memory->begin(rules);
    const auto see = [&](TextKind kind, const std::string& text, Span span) {
        if (memory && memory->knows(kind, text)) return;
        scan.read(kind, text, span);
        if (memory && scan.found_nothing()) memory->learn(kind, text);
    };
    for (const model::Vung& vung : document.vung)
        for (const model::Block& block : vung.blocks) {
            for_each_text(block, store, see);
            if (const auto* bang = std::get_if<model::Bang>(&block.content)) deadlines.see(*bang, block.span, store);
            if (const auto* foot = std::get_if<model::KetThuc>(&block.content))
                check_filing_line(report, *foot, block.span, store);
            if (const auto* dau = std::get_if<model::DauVanBan>(&block.content))
                check_letter_code(report, *dau, block.span);
        }
    scan.finish();
    citations.finish(facts.issued);
    abbreviations.finish();
    deadlines.finish();
}

}  // namespace vanban::thethuc
