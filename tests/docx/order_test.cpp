// Child order is part of the format. The sequences below are those of ISO/IEC 29500-4, annex A (wml.xsd).
#include <boost/test/unit_test.hpp>
#include <map>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

using Sequence = std::vector<std::string_view>;

const std::map<std::string_view, Sequence> kSequences{
    {"w:pPr",
     {"w:pStyle",
      "w:keepNext",
      "w:keepLines",
      "w:pageBreakBefore",
      "w:framePr",
      "w:widowControl",
      "w:numPr",
      "w:suppressLineNumbers",
      "w:pBdr",
      "w:shd",
      "w:tabs",
      "w:suppressAutoHyphens",
      "w:spacing",
      "w:ind",
      "w:contextualSpacing",
      "w:mirrorIndents",
      "w:jc",
      "w:textAlignment",
      "w:outlineLvl",
      "w:rPr",
      "w:sectPr"}},
    {"w:rPr",
     {"w:rStyle", "w:rFonts", "w:b", "w:bCs", "w:i", "w:iCs", "w:caps", "w:color", "w:spacing", "w:position", "w:sz",
      "w:szCs", "w:u", "w:vertAlign", "w:lang"}},
    {"w:tblPr",
     {"w:tblStyle", "w:tblpPr", "w:tblOverlap", "w:bidiVisual", "w:tblStyleRowBandSize", "w:tblStyleColBandSize",
      "w:tblW", "w:jc", "w:tblCellSpacing", "w:tblInd", "w:tblBorders", "w:shd", "w:tblLayout", "w:tblCellMar",
      "w:tblLook", "w:tblCaption", "w:tblDescription"}},
    {"w:tblBorders", {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}},
    {"w:tblCellMar", {"w:top", "w:left", "w:bottom", "w:right"}},
    {"w:tbl", {"w:tblPr", "w:tblGrid", "w:tr"}},
    {"w:tcPr", {"w:cnfStyle", "w:tcW", "w:gridSpan", "w:hMerge", "w:vMerge", "w:tcBorders", "w:shd", "w:vAlign"}},
    {"w:sectPr",
     {"w:headerReference", "w:footerReference", "w:footnotePr", "w:endnotePr", "w:type", "w:pgSz", "w:pgMar",
      "w:paperSrc", "w:pgBorders", "w:lnNumType", "w:pgNumType", "w:cols", "w:vAlign", "w:titlePg", "w:docGrid"}},
    {"w:style",
     {"w:name", "w:aliases", "w:basedOn", "w:next", "w:link", "w:hidden", "w:uiPriority", "w:semiHidden",
      "w:unhideWhenUsed", "w:qFormat", "w:locked", "w:pPr", "w:rPr", "w:tblPr", "w:trPr", "w:tcPr"}},
    {"w:styles", {"w:docDefaults", "w:latentStyles", "w:style"}},
    {"w:lvl",
     {"w:start", "w:numFmt", "w:lvlRestart", "w:pStyle", "w:isLgl", "w:suff", "w:lvlText", "w:lvlJc", "w:pPr",
      "w:rPr"}},
    {"w:abstractNum", {"w:nsid", "w:multiLevelType", "w:tmpl", "w:name", "w:lvl"}},
    {"w:num", {"w:abstractNumId", "w:lvlOverride"}},
    {"w:numbering", {"w:abstractNum", "w:num"}},
    {"w:settings",
     {"w:zoom", "w:defaultTabStop", "w:autoHyphenation", "w:evenAndOddHeaders", "w:characterSpacingControl",
      "w:updateFields", "w:compat", "w:themeFontLang", "w:decimalSymbol", "w:listSeparator"}},
    {"w:compat", {"w:doNotExpandShiftReturn", "w:compatSetting"}},
    {"w:font", {"w:altName", "w:panose1", "w:charset", "w:family", "w:pitch", "w:sig"}},
    {"w:tcBorders", {"w:top", "w:left", "w:bottom", "w:right", "w:insideH", "w:insideV"}},
    {"w:tc", {"w:tcPr", "w:p"}},
    {"w:hdr", {"w:tbl", "w:p"}},
    {"w:ftr", {"w:tbl", "w:p"}},
    {"wp:anchor",
     {"wp:simplePos", "wp:positionH", "wp:positionV", "wp:extent", "wp:effectExtent", "wp:wrapNone", "wp:docPr",
      "wp:cNvGraphicFramePr", "a:graphic"}},
    {"pic:pic", {"pic:nvPicPr", "pic:blipFill", "pic:spPr"}},
    {"pic:nvPicPr", {"pic:cNvPr", "pic:cNvPicPr"}},
    {"pic:blipFill", {"a:blip", "a:srcRect", "a:stretch"}},
    {"pic:spPr", {"a:xfrm", "a:prstGeom", "a:noFill", "a:ln"}},
    {"wp:inline", {"wp:extent", "wp:effectExtent", "wp:docPr", "wp:cNvGraphicFramePr", "a:graphic"}},
};

/// Children that are not in the sequence, or come after one that should follow them.
std::size_t misplaced(const pugi::xml_node& element, const Sequence& sequence) {
    std::size_t found = 0;
    auto position = sequence.begin();
    for (const pugi::xml_node& child : element.children()) {
        const auto next = std::find(position, sequence.end(), std::string_view(child.name()));
        if (next == sequence.end())
            ++found;
        else
            position = next;
    }
    return found;
}

struct Walker : pugi::xml_tree_walker {
    std::map<std::string_view, int> checked;

    bool for_each(pugi::xml_node& node) override {
        const auto known = kSequences.find(node.name());
        if (known == kSequences.end()) return true;
        ++checked[known->first];
        BOOST_TEST(misplaced(node, known->second) == 0u, "children of " << node.path());
        return true;
    }
};

styled::ParagraphStyle style_with_everything() {
    styled::ParagraphStyle style;
    style.id = "All";
    style.name = "Đủ";
    style.look = {font_pt(12), true, true};
    style.jc = styled::Jc::Both;
    style.left = style.right = style.before = style.after = Twip{100};
    style.first_line = Twip{-50};
    style.line = {styled::LineRule::AtLeast, 300};
    style.keep_next = style.keep_lines = style.page_break_before = true;
    style.widow_control = false;
    style.outline_level = 1;
    style.list_level = 0;
    return style;
}

styled::Table table_with_everything(EighthPoint border) {
    styled::Table table;
    table.description = "Bảng";
    table.grid = {Twip{1000}, Twip{2000}, Twip{500}};
    table.indent = Twip{10};
    table.border = border;
    table.cell_top = Twip{border.count};
    styled::Row row;
    row.header = true;
    row.cells.resize(2);
    row.cells[0].grid_span = 2;
    row.cells[0].vmerge = styled::VMerge::Restart;
    row.cells[0].valign = styled::VAlign::Center;
    row.cells[0].border = border;
    row.height = Twip{400};
    table.rows = {row};
    return table;
}

/// A document in which every element above has all the children that the engine ever writes.
Document document_with_everything() {
    Paragraph all = paragraph("a", StyleId{2});
    all.runs.push_back(styled::Rule{Twip{100}, EighthPoint{4}, "r"});
    styled::Picture picture;
    picture.image = std::make_shared<const Png>();
    all.runs.push_back(picture);
    all.runs.push_back(styled::Bookmark{"b"});
    all.list = 1;
    all.extra_indent = all.extra_before = all.extra_after = Twip{20};
    Document document =
        document_of({table_with_everything(border_pt(1)), paragraph("b"), table_with_everything(border_pt(2)), all});
    document.styles.push_back(style_with_everything());
    document.numbering = {{styled::NumberFormat::Decimal, "%1.", true}, {styled::NumberFormat::Bullet, "-", true}};
    document.lists = 2;
    styled::Section& section = document.sections[0];
    section.header = {paragraph("h")};
    section.first_header = section.first_footer = {table_with_everything(border_pt(1)), all};
    section.title_page = section.restart_page_numbers = true;
    document.sections.push_back(section);
    return document;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(order)

BOOST_AUTO_TEST_CASE(children_come_in_the_order_of_the_schema) {
    Walker walker;
    for (const opc::Part& part : docx::plan(document_with_everything()).parts) {
        if (part.packing == opc::Packing::Stored) continue;  // a picture
        pugi::xml_document xml;
        BOOST_REQUIRE_MESSAGE(xml.load_string(part.bytes->c_str()), part.name);
        xml.traverse(walker);
    }
    for (const auto& [name, sequence] : kSequences) BOOST_TEST(walker.checked[name] > 0, name << " was not met");
}

BOOST_AUTO_TEST_SUITE_END()
