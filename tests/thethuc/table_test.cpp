// Column widths, alignment and numbering of tables.
#include "thethuc/fixture.hpp"

namespace vanban::thethuc {
namespace {

model::Cot column(std::string heading, model::KieuCot kieu, std::optional<int> share = {}) {
    return {text(std::move(heading)), kieu, share, false};
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

std::vector<styled::Block> build(model::Bang bang, Twip width, Diagnostics& out) {
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

model::Hang headed(model::LoaiHang loai, std::uint8_t cap, std::string label, std::vector<std::string> cells) {
    model::Hang result = row(std::move(cells));
    result.loai = loai;
    result.cap = cap;
    result.nhan = text(std::move(label));
    return result;
}

/// Texts of the cells of a row, spans in brackets: "A", "Chi [2]".
std::vector<std::string> cells_of(const styled::Row& row) {
    std::vector<std::string> result;
    for (const styled::Cell& cell : row.cells) {
        result.push_back(text_of(cell.paragraphs[0]));
        if (cell.grid_span > 1) result.back() += " [" + std::to_string(cell.grid_span) + "]";
    }
    return result;
}
using Cells = std::vector<std::string>;

/// The layout of an estimate: A, I, items, then the total.
model::Bang estimate() {
    model::Bang bang;
    bang.cot = {column("TT", model::KieuCot::ThuTu), column("Nội dung", model::KieuCot::Chu),
                column("Đơn vị", model::KieuCot::Giua), column("Thành tiền", model::KieuCot::So)};
    bang.hang = {headed(model::LoaiHang::Nhom, 0, "Chi thường xuyên", {"", "", "", "3.000"}),
                 headed(model::LoaiHang::Nhom, 1, "Đánh giá", {"", "", "", "3.000"}),
                 row({"", "Thù lao", "buổi", "1.000"}),
                 row({"", "Tài liệu", "bộ", "2.000"}),
                 headed(model::LoaiHang::Nhom, 0, "Chi khác", {"", "", "", ""}),
                 row({"", "Nước uống", "người", "0"}),
                 headed(model::LoaiHang::Tong, 0, "Tổng cộng", {"", "", "", "3.000"})};
    return bang;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(table_suite)

BOOST_AUTO_TEST_CASE(groups_are_counted_by_level_and_items_start_again_in_each) {
    const styled::Table table = table_of(estimate());
    BOOST_TEST((cells_of(table.rows[1]) == Cells{"A", "Chi thường xuyên [2]", "3.000"}));
    BOOST_TEST((cells_of(table.rows[2]) == Cells{"I", "Đánh giá [2]", "3.000"}));
    BOOST_TEST((cells_of(table.rows[3]) == Cells{"1", "Thù lao", "buổi", "1.000"}));
    BOOST_TEST((cells_of(table.rows[4]) == Cells{"2", "Tài liệu", "bộ", "2.000"}));
    BOOST_TEST((cells_of(table.rows[5]) == Cells{"B", "Chi khác [3]"}));
    BOOST_TEST((cells_of(table.rows[6]) == Cells{"1", "Nước uống", "người", "0"}));
    BOOST_TEST((cells_of(table.rows[7]) == Cells{"Tổng cộng [3]", "3.000"}));
}

BOOST_AUTO_TEST_CASE(row_numbers_can_run_on_through_the_groups) {
    model::Bang bang = estimate();
    bang.danh_so_lien = true;
    BOOST_TEST((cells_of(table_of(bang).rows[6])[0] == "3"));
}

BOOST_AUTO_TEST_CASE(items_below_a_group_that_is_counted_1_2_3_get_dashes) {
    model::Bang bang = estimate();
    bang.hang = {headed(model::LoaiHang::Nhom, 2, "Hội nghị", {"", "", "", ""}), row({"", "Nước", "", "1"})};
    const styled::Table table = table_of(bang);
    BOOST_TEST(cells_of(table.rows[1])[0] == "1");
    BOOST_TEST(cells_of(table.rows[2])[0] == "-");
}

BOOST_AUTO_TEST_CASE(a_group_stays_with_its_first_row_and_a_total_with_the_row_before) {
    const styled::Table table = table_of(estimate());
    const auto keeps = [&](std::size_t row) {
        bool all = true;
        for (const styled::Cell& cell : table.rows[row].cells) all &= cell.paragraphs[0].keep_next;
        return all;
    };
    BOOST_TEST(keeps(1));
    BOOST_TEST(keeps(2));
    BOOST_TEST(!keeps(3));
    BOOST_TEST(keeps(6));
    BOOST_TEST(!keeps(7));
}

BOOST_AUTO_TEST_CASE(rows_of_groups_and_totals_are_bold_and_a_group_without_a_number_column_carries_its_number) {
    model::Bang bang = estimate();
    const auto bold = [](const styled::Cell& cell) {
        return std::get<styled::Text>(cell.paragraphs[0].runs[0]).look.bold;
    };
    const styled::Table table = table_of(bang);
    for (const std::size_t row : {1u, 2u, 7u})
        for (const styled::Cell& cell : table.rows[row].cells) BOOST_TEST(bold(cell));
    bang.cot.erase(bang.cot.begin());
    for (model::Hang& hang : bang.hang) hang.o.erase(hang.o.begin());
    BOOST_TEST(cells_of(table_of(bang).rows[2])[0] == "I. Đánh giá [2]");
}

BOOST_AUTO_TEST_CASE(headings_over_several_columns_make_further_header_rows) {
    model::Bang bang = estimate();
    bang.nhom_cot = {{text("Giá trị"), 2, 2, 0}};
    bang.so_cot = true;
    const styled::Table table = table_of(bang);
    BOOST_TEST((cells_of(table.rows[0]) == Cells{"TT", "Nội dung", "Giá trị [2]"}));
    BOOST_TEST((cells_of(table.rows[1]) == Cells{"", "", "Đơn vị", "Thành tiền"}));
    BOOST_TEST((cells_of(table.rows[2]) == Cells{"(1)", "(2)", "(3)", "(4)"}));
    BOOST_TEST((table.rows[0].cells[0].vmerge == styled::VMerge::Restart));
    BOOST_TEST((table.rows[1].cells[0].vmerge == styled::VMerge::Continue));
    BOOST_TEST((table.rows[1].cells[2].vmerge == styled::VMerge::None));
    for (const std::size_t row : {0u, 1u, 2u}) BOOST_TEST(table.rows[row].header);
    BOOST_TEST(!table.rows[3].header);
}

BOOST_AUTO_TEST_CASE(equal_cells_below_each_other_become_one_but_not_across_groups) {
    model::Bang bang;
    bang.cot = {column("Đơn vị", model::KieuCot::Chu), column("Việc", model::KieuCot::Chu)};
    bang.cot[0].gop = true;
    bang.hang = {row({"Văn phòng", "a"}), row({"Văn phòng", "b"}), row({"Phòng Y", "c"}),
                 headed(model::LoaiHang::Nhom, 1, "Quý II", {"", ""}), row({"Phòng Y", "d"})};
    const styled::Table table = table_of(bang);
    BOOST_TEST((table.rows[1].cells[0].vmerge == styled::VMerge::Restart));
    BOOST_TEST((table.rows[2].cells[0].vmerge == styled::VMerge::Continue));
    BOOST_TEST(cells_of(table.rows[2])[0].empty());
    BOOST_TEST((table.rows[3].cells[0].vmerge == styled::VMerge::None));
    BOOST_TEST((table.rows[5].cells[0].vmerge == styled::VMerge::None));
    BOOST_TEST((table.rows[1].cells[1].vmerge == styled::VMerge::None));
}

BOOST_AUTO_TEST_CASE(title_and_unit_stand_above_the_table_and_notes_below) {
    model::Bang bang = tasks();
    bang.tieu_de = text("Bảng 1");
    bang.don_vi = text("nghìn đồng");
    bang.ghi_chu = {text("số liệu đến 30/11")};
    Diagnostics out;
    const auto blocks = build(bang, mm(165), out);
    BOOST_REQUIRE(blocks.size() == 4u);
    BOOST_TEST(text_of(std::get<styled::Paragraph>(blocks[0])) == "Bảng 1");
    BOOST_TEST(text_of(std::get<styled::Paragraph>(blocks[1])) == "Đơn vị tính: nghìn đồng");
    BOOST_TEST(text_of(std::get<styled::Paragraph>(blocks[3])) == "Ghi chú: số liệu đến 30/11.");
}

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
