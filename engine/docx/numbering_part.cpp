// /word/numbering.xml: a w:abstractNum for what is counted and one for bullets, and a w:num for each list.
#include "docx/numbering_part.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <string_view>
#include <utility>

#include "docx/names.hpp"
#include "docx/p_pr.hpp"
#include "docx/r_pr.hpp"
#include "opc/xml_writer.hpp"

namespace vanban::docx {

namespace {

constexpr std::array<std::string_view, 3> kNumFmt{"upperRoman", "decimal", "bullet"};

/// The look of the number itself; what is not said here comes from the paragraph.
void write_lvl_rPr(opc::XmlWriter& xml, const styled::NumberingLevel& level, const std::string& font) {
    const bool bullet = level.format == styled::NumberFormat::Bullet;
    if (!bullet && !level.bold) return;
    auto rPr = xml.element("w:rPr");
    if (bullet) write_rFonts(xml, font);
    if (!level.bold) return;
    xml.empty("w:b");
    xml.empty("w:bCs");
}

/// w:lvl (17.9.6). The level carries its style's indents, because indents of a level that a paragraph names itself win
/// over those of the paragraph's style.
void write_lvl(opc::XmlWriter& xml, const styled::NumberingLevel& level, const LevelUse& use, const std::string& font) {
    auto lvl = xml.element("w:lvl");
    lvl.attr("w:ilvl", std::int64_t{use.ilvl});
    xml.val("w:start", "1");
    xml.val("w:numFmt", kNumFmt[static_cast<std::size_t>(level.format)]);
    if (use.linked) xml.val("w:pStyle", use.first->id);
    xml.val("w:suff", "space");
    xml.val("w:lvlText", level.text);
    xml.val("w:lvlJc", "left");
    if (use.first != nullptr) {
        auto pPr = xml.element("w:pPr");
        write_level_ind(xml, indents(*use.first));
    }
    write_lvl_rPr(xml, level, font);
}

/// The two lists, by w:abstractNumId.
enum class Kind : std::uint8_t { Counted, Bullets };

/// w:nsid (17.9.14): by it Word tells lists apart when text is pasted; any numbers that differ.
constexpr std::array<std::string_view, 2> kNsid{"30202001", "30202002"};

/// w:abstractNum (17.9.1).
void write_abstractNum(opc::XmlWriter& xml, Kind kind, const styled::Document& document,
                       const std::vector<LevelUse>& uses) {
    auto abstractNum = xml.element("w:abstractNum");
    abstractNum.attr("w:abstractNumId", static_cast<std::int64_t>(kind));
    xml.val("w:nsid", kNsid[static_cast<std::size_t>(kind)]);
    xml.val("w:multiLevelType", "multilevel");
    for (std::size_t level = 0; level < uses.size(); ++level)
        if (uses[level].bullet == (kind == Kind::Bullets))
            write_lvl(xml, document.numbering[level], uses[level], document.font);
}

/// w:num (17.9.15) of the bullets.
void write_bullets_num(opc::XmlWriter& xml, const LevelUse& bullets) {
    auto num = xml.element("w:num");
    num.attr("w:numId", std::int64_t{bullets.num_id(0)});
    xml.val("w:abstractNumId", static_cast<std::int64_t>(Kind::Bullets));
}

/// w:num of one run of the counted list; all but the first start every level again.
void write_list_num(opc::XmlWriter& xml, std::uint32_t list, const std::vector<LevelUse>& uses) {
    auto num = xml.element("w:num");
    num.attr("w:numId", std::int64_t{LevelUse{}.num_id(list)});
    xml.val("w:abstractNumId", static_cast<std::int64_t>(Kind::Counted));
    if (list == 0) return;
    for (const LevelUse& use : uses) {
        if (use.bullet) continue;
        auto lvlOverride = xml.element("w:lvlOverride");
        lvlOverride.attr("w:ilvl", std::int64_t{use.ilvl});
        xml.val("w:startOverride", "1");
    }
}

void number_levels(std::vector<LevelUse>& uses, const std::vector<styled::NumberingLevel>& numbering) {
    styled::ListLevel bullets = 0;
    for (std::size_t level = 0; level < numbering.size(); ++level) {
        uses[level].bullet = numbering[level].format == styled::NumberFormat::Bullet;
        uses[level].ilvl = uses[level].bullet ? bullets++ : static_cast<styled::ListLevel>(level);
    }
}

}  // namespace

std::vector<LevelUse> level_uses(const styled::Document& document) {
    std::vector<LevelUse> uses(document.numbering.size());
    number_levels(uses, document.numbering);
    for (const styled::ParagraphStyle& style : document.styles) {
        if (!style.list_level) continue;
        assert(*style.list_level < uses.size() && "a style's list level exists");
        LevelUse& use = uses[*style.list_level];
        use.linked = use.first == nullptr;
        if (use.linked) use.first = &style;
    }
    return uses;
}

std::string numbering_part(const styled::Document& document, const std::vector<LevelUse>& uses) {
    assert(document.numbering.size() <= 9 && "Word's lists have nine levels");
    const auto bullets = std::find_if(uses.begin(), uses.end(), [](const LevelUse& use) { return use.bullet; });
    opc::XmlWriter xml(1024 + uses.size() * (256 + std::size_t{document.lists} * 80));
    {
        auto numbering = xml.element("w:numbering");
        numbering.attr("xmlns:w", kNamespaceW);
        write_abstractNum(xml, Kind::Counted, document, uses);
        if (bullets != uses.end()) write_abstractNum(xml, Kind::Bullets, document, uses);
        if (bullets != uses.end()) write_bullets_num(xml, *bullets);
        for (std::uint32_t list = 0; list < document.lists; ++list) write_list_num(xml, list, uses);
    }
    return std::move(xml).take();
}

}  // namespace vanban::docx
