// Column widths, alignment and numbering of tables.
#include "thethuc/fixture.hpp"

namespace vanban::thethuc {
namespace {

model::Cot column(std::string heading, model::KieuCot kieu, std::optional<int> share = {}) {
    return {text(std::move(heading)), kieu, share};
}

model::Hang row(std::vector<std::string> cells) {
    model::Hang result;
    for (std::string& cell : cells) result.o.push_back(cell.empty() ? model::O{} : model::O{{text(std::move(cell))}});
    return result;
}

model::Bang tasks() {
    model::Bang bang;
    bang.cot = {column("TT", model::KieuCot::ThuTu), column("Nội dung công việc", model::KieuCot::Chu),
                column("Thời gian", model::KieuCot::Giua), column("Kinh phí", model::KieuCot::So)};
    for (int i = 0; i < 12; ++i)
        bang.hang.push_back(
            row({"", "Rà soát, sửa đổi, bổ sung các quy trình nội bộ cho phù hợp với quy định mới ban hành",
                 "Tháng 9/2023", "3.000.000"}));
    return bang;
}

std::vector<styled::Block> build(const model::Bang& bang, Twip width, Diagnostics& out) {
    Builder builder(shipped_profile(), font::times_new_roman(), SizeSet::P14, out);
    std::vector<styled::Block> blocks;
    append_table(builder, bang, width, {}, blocks);
    return blocks;
}

styled::Table table_of(const model::Bang& bang, Twip width = mm(165)) {
    Diagnostics out;
    auto blocks = build(bang, width, out);
    BOOST_REQUIRE(blocks.size() == 1);
    return std::get<styled::Table>(blocks[0]);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table_suite)

BOOST_AUTO_TEST_CASE(columns_fill_the_width_exactly_and_long_text_gets_most) {
    const styled::Table table = table_of(tasks());
    Twip sum;
    for (const Twip width : table.grid) sum += width;
    BOOST_TEST((sum == mm(165)));
    BOOST_TEST((table.grid[0] < mm(15)));
    BOOST_TEST((table.grid[1] > table.grid[2] && table.grid[1] > table.grid[3]));
}

BOOST_AUTO_TEST_CASE(short_columns_keep_their_content_on_one_line) {
    const styled::Table table = table_of(tasks());
    const Twip needed = font::times_new_roman().width("Tháng 9/2023", font_pt(12), {});
    BOOST_TEST((table.grid[2] >= needed + mm(3)));
}

BOOST_AUTO_TEST_CASE(rows_are_numbered_and_kept_whole_and_the_header_repeats) {
    const styled::Table table = table_of(tasks());
    BOOST_TEST(table.rows.size() == 13u);
    BOOST_TEST(table.rows[0].header);
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        BOOST_TEST(table.rows[i].cant_split);
        BOOST_TEST(text_of(table.rows[i].cells[0].paragraphs[0]) == std::to_string(i));
    }
}

BOOST_AUTO_TEST_CASE(kinds_of_columns_settle_the_alignment) {
    const styled::Table table = table_of(tasks());
    const auto style = [&](std::size_t column) { return table.rows[1].cells[column].paragraphs[0].style.index; };
    BOOST_TEST(style(0) == static_cast<std::size_t>(Component::BangGiua));
    BOOST_TEST(style(1) == static_cast<std::size_t>(Component::BangChu));
    BOOST_TEST(style(3) == static_cast<std::size_t>(Component::BangSo));
}

BOOST_AUTO_TEST_CASE(a_share_asked_for_is_given) {
    model::Bang bang = tasks();
    bang.cot[1].rong = 40;
    const styled::Table table = table_of(bang);
    BOOST_TEST(std::abs(to_mm(table.grid[1]) - 66) < 1.0);
}

BOOST_AUTO_TEST_CASE(an_empty_cell_still_has_a_paragraph) {
    model::Bang bang = tasks();
    bang.hang[0].o[2] = {};
    BOOST_TEST(table_of(bang).rows[1].cells[2].paragraphs.size() == 1u);
}

BOOST_AUTO_TEST_CASE(a_row_with_too_few_cells_is_reported) {
    model::Bang bang = tasks();
    bang.hang[3].o.pop_back();
    Diagnostics out;
    build(bang, mm(165), out);
    BOOST_TEST(has_code(out, Code::row_length));
}

BOOST_AUTO_TEST_CASE(a_table_whose_words_cannot_fit_is_reported) {
    model::Bang bang;
    model::Hang only;
    for (int i = 0; i < 20; ++i) {
        bang.cot.push_back(column("Thutuchanhchinh", model::KieuCot::Chu));
        only.o.push_back({{text("x")}});
    }
    bang.hang = {only};
    Diagnostics out;
    build(bang, mm(165), out);
    BOOST_TEST(has_code(out, Code::table_too_wide));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
