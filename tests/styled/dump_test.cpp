// The text form of a styled document, line by line.
#include <boost/test/unit_test.hpp>

#include "styled/document.hpp"

namespace {

using namespace vanban;
using namespace vanban::styled;

Document small_document() {
    Document document;
    document.properties = {"Kế hoạch", "", "Sở Y tế", "vi-VN", Timestamp{5}};
    document.font = "Times New Roman";
    ParagraphStyle body;
    body.id = "Body";
    body.name = "Thân";
    body.look.size = font_pt(13.5);
    ParagraphStyle title = body;
    title.id = "Title";
    title.name = "Tên";
    title.look = {font_pt(14), true, true};
    title.jc = Jc::Center;
    title.left = Twip{1};
    title.right = Twip{2};
    title.first_line = Twip{-3};
    title.before = Twip{4};
    title.after = Twip{5};
    title.line = {LineRule::Exact, 340};
    title.keep_next = title.keep_lines = title.page_break_before = true;
    title.widow_control = false;
    title.outline_level = 0;
    title.list_level = 1;
    document.styles = {body, title};
    document.numbering = {{NumberFormat::UpperRoman, "%1.", true}, {NumberFormat::Bullet, "-", false}};
    document.lists = 3;
    return document;
}

Section a4() {
    Section section;
    section.page = {Twip{11906}, Twip{16838}, Orientation::Portrait, Twip{1}, Twip{2}, Twip{3}, Twip{4},
                    Twip{5},     Twip{6}};
    return section;
}

std::string lines_from(const std::string& dump, std::string_view start) {
    return dump.substr(dump.find(start));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(dump_)

BOOST_AUTO_TEST_CASE(styles_and_lists_are_a_line_each) {
    BOOST_TEST(dump(small_document()) ==
               "title “Kế hoạch”\n"
               "creator “Sở Y tế”\n"
               "language “vi-VN”\n"
               "created 5\n"
               "font “Times New Roman”\n"
               "style Body “Thân” 13.5pt left line auto 240\n"
               "style Title “Tên” 14pt bold italic center left 1 right 2 first-line -3 before 4 after 5 line exact 340 "
               "keep-next keep-lines no-widow-control page-break-before outline 0 level 1\n"
               "level upper-roman “%1.” bold\n"
               "level bullet “-”\n"
               "lists 3\n");
}

BOOST_AUTO_TEST_CASE(paragraphs_show_their_style_and_what_differs_from_it) {
    Document document = small_document();
    Paragraph paragraph;
    paragraph.style = {1};
    paragraph.keep_next = true;
    paragraph.list = 2;
    paragraph.extra_indent = Twip{7};
    paragraph.extra_after = Twip{8};
    paragraph.runs = {Text{"Về việc ", {font_pt(14), true, true}}, Text{"a", {font_pt(13), false, false}}, LineBreak{},
                      PageNumber{{font_pt(14), true, true}}, Rule{Twip{9}, EighthPoint{6}, "Kẻ"}};
    Section section = a4();
    section.header = {Paragraph{}};
    section.restart_page_numbers = true;
    section.blocks = {paragraph};
    document.sections = {section};
    BOOST_TEST(lines_from(dump(document), "section") ==
               "section 11906x16838 portrait top 1 bottom 2 left 3 right 4 header 5 footer 6 restart-page-numbers "
               "title-page\n"
               "  header [Body]\n"
               "  [Title keep-next extra-indent 7 extra-after 8 list 2] Về việc {13pt}a{}<br><page><rule 9 6 “Kẻ”>\n");
}

BOOST_AUTO_TEST_CASE(tables_show_rows_and_cells) {
    Document document = small_document();
    Table table;
    table.description = "Bảng";
    table.grid = {Twip{10}, Twip{20}};
    table.indent = Twip{-1};
    table.border = EighthPoint{4};
    table.cell_left = Twip{2};
    Row row;
    row.header = true;
    row.cells.resize(1);
    row.cells[0].grid_span = 2;
    row.cells[0].vmerge = VMerge::Restart;
    row.cells[0].valign = VAlign::Center;
    Paragraph paragraph;
    paragraph.runs = {Text{"x", {font_pt(13.5), false, false}}};
    row.cells[0].paragraphs = {paragraph, paragraph};
    Row open;
    open.cant_split = false;
    table.rows = {row, open};
    Section section = a4();
    section.title_page = false;
    section.blocks = {table};
    document.sections = {section};
    BOOST_TEST(lines_from(dump(document), "  table") ==
               "  table “Bảng” grid 10 20 indent -1 border 4 cell-left 2\n"
               "    row header\n"
               "      cell span 2 vmerge restart center [Body] x ¶ [Body] x\n"
               "    row can-split\n");
}

BOOST_AUTO_TEST_CASE(what_stands_only_on_the_title_page_is_told_apart) {
    Document document = small_document();
    Table table;
    table.grid = {Twip{10}};
    table.rows.resize(1);
    table.rows[0].height = Twip{900};
    table.rows[0].cells.resize(1);
    table.rows[0].cells[0].border = EighthPoint{8};
    Paragraph low;
    low.extra_before = Twip{6};
    Section section = a4();
    section.first_header = {Paragraph{}, table};
    section.first_footer = {low};
    section.blocks = {Paragraph{}};
    document.sections = {section};
    BOOST_TEST(lines_from(dump(document), "  first-header") ==
               "  first-header [Body]\n"
               "  first-header table “” grid 10\n"
               "    row height 900\n"
               "      cell border 8\n"
               "  first-footer [Body extra-before 6]\n"
               "  [Body]\n");
}

BOOST_AUTO_TEST_CASE(pictures_and_bookmarks_stand_among_the_text) {
    Document document = small_document();
    Png png;
    png.width = 120;
    png.height = 80;
    Paragraph signature;
    signature.runs = {Bookmark{"chu_ky_1"},
                      Picture{std::make_shared<const Png>(png), Emu{1000}, Emu{2000}, Emu{-5}, Emu{6}, true, "Con dấu"},
                      Picture{nullptr, Emu{3}, Emu{4}, Emu{}, Emu{}, false, ""}};
    Section section = a4();
    section.blocks = {signature};
    document.sections = {section};
    BOOST_TEST(
        dump(document).ends_with("  [Body] <bookmark chu_ky_1><picture 120x80 pixels 1000x2000 at -5 6 behind "
                                 "“Con dấu”><picture 3x4 at 0 0 “”>\n"));
}

BOOST_AUTO_TEST_CASE(values_of_a_table_stand_below_its_rows) {
    using Kind = FormulaStep::Kind;
    TableValues values;
    values.name = "b";
    values.columns.resize(2);
    values.columns[0].name = "a";
    values.columns[0].number = true;
    values.columns[1] = {.name = "", .number = true, .decimals = 1, .percent = true, .formula = {}, .summed = true};
    values.columns[1].formula = {{.kind = Kind::Column, .column = 0},
                                 {.kind = Kind::ColumnTotal, .column = 0},
                                 {.kind = Kind::Divide},
                                 {.kind = Kind::Constant, .constant = Decimal(2)},
                                 {.kind = Kind::Multiply}};
    values.values = {{.row = 1, .column = 0, .value = Decimal(7)},
                     {.row = 1, .column = 1, .value = Decimal(2), .computed = true},
                     {.row = 3, .column = 0, .value = Date{2026, 7, 5}}};
    values.sums = {{.row = 4, .of = {{1, 1}, {2, 3}}, .total = true}};
    Table table;
    table.values = std::make_shared<const TableValues>(values);
    Document document = small_document();
    Section section = a4();
    section.blocks = {table};
    document.sections = {section};
    BOOST_TEST(
        dump(document).ends_with("    values “b”\n      column 0 “a” number\n"
                                 "      column 1 number decimals 1 percent summed formula #0 total #0 / 2 *\n"
                                 "      row 1 0=7 1:=2\n      row 3 0=5/7/2026\n      sum 4 of 1 2-3 total\n"));
    BOOST_TEST((table == Table{}));
}

BOOST_AUTO_TEST_CASE(a_style_that_does_not_exist_is_shown_not_read) {
    Document document = small_document();
    Paragraph lost;
    lost.style = {9};
    Section section = a4();
    section.blocks = {lost};
    document.sections = {section};
    BOOST_TEST(dump(document).ends_with("  [?]\n"));
}

BOOST_AUTO_TEST_SUITE_END()
