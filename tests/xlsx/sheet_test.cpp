// Rows, merged cells, columns and pages of a sheet.
#include "xlsx/sheet.hpp"

#include <boost/test/unit_test.hpp>

#include "xlsx/fixture.hpp"
#include "xlsx/limits.hpp"
#include "xlsx/text_layout.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

styled::Cell layout_cell(ShortList<styled::Paragraph> paragraphs) {
    styled::Cell result;
    result.paragraphs = std::move(paragraphs);
    return result;
}

/// Two columns without lines: a long name on two lines beside one line and a rule.
styled::Table letterhead() {
    styled::Table result;
    result.grid = {Twip{3885}, Twip{5470}};
    styled::Paragraph rule = paragraph("", kTitle);
    rule.runs = {styled::Rule{Twip{3000}, border_pt(0.5), "Đường kẻ"}};
    result.rows = {row({layout_cell({paragraph("ỦY BAN NHÂN DÂN XÃ", kTitle), paragraph("TÂN AN", kTitle)}),
                        layout_cell({paragraph("CỘNG HÒA XÃ HỘI CHỦ NGHĨA", kTitle), rule})})};
    return result;
}

Twip total(const std::vector<Twip>& widths) {
    Twip sum;
    for (const Twip width : widths) sum += width;
    return sum;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(sheet_)

BOOST_AUTO_TEST_CASE(columns_are_those_of_the_largest_table_in_whole_pixels) {
    const auto sheet = plan_of(document_of({estimate(), paragraph("")})).sheets[0];
    BOOST_TEST(sheet.columns.size() == 6u);
    BOOST_TEST(total(sheet.columns).count == 9345);  // 9355 twips are 623 whole pixels
    for (const Twip column : sheet.columns) BOOST_TEST(column.count % 15 == 0);
    BOOST_TEST(sheet.columns[0].count == 600);
}

BOOST_AUTO_TEST_CASE(paragraphs_are_merged_over_the_whole_width) {
    const auto sheet = plan_of(document_of({paragraph("Dự toán"), estimate(), paragraph("")})).sheets[0];
    BOOST_TEST(merges(sheet)[0] == "A1:F1");
}

BOOST_AUTO_TEST_CASE(a_table_without_lines_is_laid_over_the_nearest_edges) {
    const auto sheet = plan_of(document_of({letterhead(), estimate(), paragraph("")})).sheets[0];
    BOOST_TEST(sheet.columns.size() == 6u);
    BOOST_TEST(text_at(sheet, "A1") == "ỦY BAN NHÂN DÂN XÃ");
    BOOST_TEST(text_at(sheet, "C1") == "CỘNG HÒA XÃ HỘI CHỦ NGHĨA");
    for (const std::string& merge : merges(sheet)) BOOST_TEST_MESSAGE(merge);
}

BOOST_AUTO_TEST_CASE(where_no_edge_will_do_a_column_of_text_is_cut) {
    styled::Table wide = table({Twip{600}, Twip{7500}, Twip{1255}}, {row({cell("1"), cell("Nội dung"), cell("2027")}),
                                                                     row({cell("2"), cell("b"), cell("c")})});
    const auto sheet = plan_of(document_of({letterhead(), wide, paragraph("")})).sheets[0];
    BOOST_TEST(sheet.columns.size() == 4u);
    const auto all = merges(sheet);
    BOOST_TEST(std::count(all.begin(), all.end(), "B4:C4") + std::count(all.begin(), all.end(), "B3:C3") >= 1);
}

BOOST_AUTO_TEST_CASE(columns_of_figures_are_never_cut) {
    styled::Table figures =
        table({Twip{600}, Twip{7500}, Twip{1255}}, {row({cell("1"), cell("5", kFigure), cell("c")})});
    styled::TableValues values;
    values.columns.resize(3);
    values.columns[1].number = true;
    values.values = {{0, 1, Decimal(5), false}};
    figures.values = std::make_shared<const styled::TableValues>(values);
    const auto sheet = plan_of(document_of({letterhead(), figures, paragraph("")})).sheets[0];
    BOOST_TEST(sheet.columns.size() == 3u);
}

BOOST_AUTO_TEST_CASE(paragraphs_of_a_layout_cell_stay_together_whatever_stands_beside_them) {
    const auto sheet = plan_of(document_of({letterhead(), paragraph("")})).sheets[0];
    BOOST_REQUIRE(sheet.columns.size() == 2u);
    BOOST_TEST(text_at(sheet, "A1") == "ỦY BAN NHÂN DÂN XÃ");
    BOOST_TEST(text_at(sheet, "A2") == "TÂN AN");
    BOOST_REQUIRE(sheet.drawings.size() == 1u);
    BOOST_TEST(sheet.drawings[0].width.count == to_emu(Twip{3000}).count);
    BOOST_TEST(sheet.drawings[0].column == 1);
    // In the middle of 5460 twips, on a pixel or not.
    BOOST_TEST(sheet.drawings[0].x.count == (sheet.columns[1].count - 3000) / 2);
}

BOOST_AUTO_TEST_CASE(rows_are_as_high_as_their_wrapped_text) {
    const std::string words = "một hai ba bốn năm sáu bảy tám chín mười một hai ba bốn năm sáu bảy tám chín mười";
    const auto sheet =
        plan_of(document_of({table({Twip{2000}, Twip{7355}}, {row({cell(words), cell("a")})}), paragraph("")}))
            .sheets[0];
    const int lines =
        xlsx::count_lines(font::times_new_roman(), {{words, kCellLook}}, xlsx::text_room(sheet.columns[0]));
    BOOST_TEST(lines >= 4);
    BOOST_TEST(sheet.rows[0].height.count == xlsx::line_pitch(font::times_new_roman(), kCellLook).count * lines);
}

BOOST_AUTO_TEST_CASE(a_text_higher_than_the_highest_row_takes_several_rows) {
    std::string words;
    for (int i = 0; i < 600; ++i) words += "kinh phí ";
    const auto sheet = plan_of(document_of({paragraph(words), paragraph("x")})).sheets[0];
    BOOST_REQUIRE(sheet.rows.size() >= 3u);
    for (const auto& row : sheet.rows) BOOST_TEST(row.height.count <= xlsx::kMostRowHeight.count);
    BOOST_TEST(sheet.rows[0].keep_next);
}

BOOST_AUTO_TEST_CASE(cells_merged_downwards_are_merged_in_the_sheet) {
    styled::Cell first = cell("Phòng A");
    first.vmerge = styled::VMerge::Restart;
    styled::Cell next = cell("");
    next.vmerge = styled::VMerge::Continue;
    const auto sheet =
        plan_of(document_of({table({Twip{2000}, Twip{7355}},
                                   {row({first, cell("1")}), row({next, cell("2")}), row({cell("B"), cell("3")})}),
                             paragraph("")}))
            .sheets[0];
    BOOST_TEST((merges(sheet) == std::vector<std::string>{"A1:A2"}));
    BOOST_TEST(text_at(sheet, "A1") == "Phòng A");
    BOOST_TEST(find_cell(sheet, "A2")->content.index() == 0u);  // the border alone
}

BOOST_AUTO_TEST_CASE(the_header_of_the_main_table_repeats_and_stands_fast) {
    const auto sheet = plan_of(document_of({paragraph("Dự toán"), estimate(), paragraph("")})).sheets[0];
    BOOST_REQUIRE(sheet.print_titles.has_value());
    BOOST_TEST(sheet.print_titles->first == 1u);
    BOOST_TEST(sheet.print_titles->last == 1u);
    BOOST_TEST(sheet.frozen_rows == 2u);
}

BOOST_AUTO_TEST_CASE(a_header_far_down_the_sheet_is_not_frozen) {
    std::vector<styled::Block> blocks(20, paragraph("Một đoạn"));
    blocks.push_back(estimate());
    blocks.push_back(paragraph(""));
    BOOST_TEST(plan_of(document_of(blocks)).sheets[0].frozen_rows == 0u);
}

BOOST_AUTO_TEST_CASE(a_row_that_stays_with_the_next_takes_it_to_the_next_page) {
    // 257 mm hold 38 lines of 25 pixels.
    std::vector<styled::Block> blocks(37, paragraph("Một đoạn"));
    styled::Paragraph kept = paragraph("Đề mục");
    kept.keep_next = true;
    blocks.push_back(kept);
    blocks.push_back(paragraph("Nội dung của mục"));
    const auto sheet = plan_of(document_of(blocks)).sheets[0];
    BOOST_TEST(sheet.page_breaks == std::vector<std::uint32_t>{37}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(titles_do_not_repeat_on_pages_behind_the_table) {
    std::vector<styled::Block> blocks{estimate()};
    blocks.insert(blocks.end(), 60, paragraph("Một đoạn"));
    BOOST_TEST(!plan_of(document_of(blocks)).sheets[0].print_titles.has_value());
}

BOOST_AUTO_TEST_CASE(the_page_number_stands_in_the_header_but_not_on_the_first_page) {
    styled::Document document = document_of({paragraph("a")});
    styled::Paragraph number = paragraph("", kTitle);
    number.runs = {styled::PageNumber{{font_pt(13), false, false}}};
    document.sections[0].header = {number};
    const auto sheet = plan_of(document).sheets[0];
    BOOST_TEST(sheet.margins.header == "&C&\"Times New Roman,Regular\"&13&P");
    BOOST_TEST(sheet.margins.first_special);
    BOOST_TEST(sheet.margins.first_header.empty());
}

BOOST_AUTO_TEST_CASE(digits_behind_a_font_size_are_kept_apart_from_it) {
    styled::Document document = document_of({paragraph("a")});
    document.sections[0].first_footer = {paragraph("12 Lê Lợi & Co", kTitle, {font_pt(11), false, true})};
    BOOST_TEST(plan_of(document).sheets[0].margins.first_footer == "&C&\"Times New Roman,Italic\"&11 12 Lê Lợi && Co");
}

BOOST_AUTO_TEST_CASE(a_first_line_is_indented_with_spaces_that_do_not_break) {
    styled::Document document = document_of({paragraph("Một")});
    document.styles[0].first_line = Twip{720};
    // A space of 14 points is 70 twips wide: ten of them.
    std::string expected;
    for (int i = 0; i < 10; ++i) expected += "\u00A0";
    BOOST_TEST(text_at(plan_of(document).sheets[0], "A1") == expected + "Một");
}

BOOST_AUTO_TEST_CASE(a_picture_above_its_paragraph_is_held_by_the_row_it_lies_in) {
    styled::Paragraph name = paragraph("Nguyễn Văn An", kTitle);
    const auto image = std::make_shared<const Png>(Png{"", 10, 10, true, std::nullopt});
    name.runs.insert(name.runs.begin(), styled::Picture{image, to_emu(Twip{600}), to_emu(Twip{300}), to_emu(Twip{150}),
                                                        to_emu(Twip{-300}), false, "Chữ ký"});
    const auto sheet = plan_of(document_of({paragraph("a"), name})).sheets[0];
    BOOST_REQUIRE(sheet.drawings.size() == 1u);
    BOOST_TEST(sheet.drawings[0].row == 0u);
    BOOST_TEST(sheet.drawings[0].y.count == sheet.rows[0].height.count - 300);
    BOOST_TEST(sheet.drawings[0].x.count == 150);
}

BOOST_AUTO_TEST_SUITE_END()
