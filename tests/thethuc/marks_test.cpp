// Marks in boxes: độ mật, độ khẩn, phạm vi lưu hành. Expected sizes: NĐ 30, Phụ lục I, Phần I, Mục III, khoản 2.
#include "thethuc/fixture.hpp"

namespace vanban::thethuc {
namespace {

struct Made {
    styled::Table table;
    Twip left;  ///< Width of the left column.
};

Made letterhead(model::DauVanBan dau, Diagnostics& out) {
    Builder builder(shipped_profile(), font::times_new_roman(), SizeSet::P14, out);
    std::vector<styled::Block> plain;
    std::vector<styled::Block> blocks;
    append_letterhead(builder, so_y_te(), {}, plain);
    append_letterhead(builder, dau, {}, blocks);
    return {std::get<styled::Table>(blocks[0]), std::get<styled::Table>(plain[0]).grid[0]};
}

/// Where a cell begins and ends.
std::pair<Twip, Twip> extent(const styled::Table& table, const styled::Row& row, std::size_t index) {
    std::size_t column = 0;
    Twip begin{};
    for (std::size_t i = 0; i <= index; ++i) {
        Twip width{};
        for (std::size_t k = 0; k < row.cells[i].grid_span; ++k) width += table.grid[column++];
        if (i == index) return {begin, begin + width};
        begin += width;
    }
    return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(marks_suite)

BOOST_AUTO_TEST_CASE(an_urgency_mark_is_a_box_of_its_size_under_the_number) {
    const std::pair<const char*, double> sizes[] = {{"hoa-toc", 30}, {"thuong-khan", 40}, {"khan", 20}};
    for (const auto& [ma, width] : sizes) {
        Diagnostics out;
        model::DauVanBan dau = so_y_te();
        dau.do_khan = ma;
        const auto [table, left] = letterhead(dau, out);
        BOOST_REQUIRE(table.rows.size() == 4u);
        const styled::Row& row = table.rows[3];
        BOOST_TEST((row.height == mm(8)));
        BOOST_TEST(row.cells[1].border.has_value());
        const auto [begin, end] = extent(table, row, 1);
        BOOST_TEST((end - begin == mm(width)));
        BOOST_TEST(std::abs((begin + end).count - left.count) <= 1);
        const auto [first, second] = extent(table, table.rows[0], 0);
        BOOST_TEST((first == Twip{} && second == left));
    }
}

BOOST_AUTO_TEST_CASE(secrecy_stands_above_urgency) {
    Diagnostics out;
    model::DauVanBan dau = so_y_te();
    dau.do_khan = "khan";
    dau.do_mat = "mat";
    const auto [table, left] = letterhead(dau, out);
    BOOST_REQUIRE(table.rows.size() == 6u);
    BOOST_TEST(text_of(table.rows[3].cells[1].paragraphs[0]) == "MẬT");
    BOOST_TEST(text_of(table.rows[5].cells[1].paragraphs[0]) == "KHẨN");
    for (const styled::Row& row : table.rows) {
        std::size_t spans = 0;
        for (const styled::Cell& cell : row.cells) spans += cell.grid_span;
        BOOST_TEST(spans == table.grid.size());
    }
    BOOST_TEST(out.empty());
}

BOOST_AUTO_TEST_CASE(an_unknown_mark_is_an_error) {
    Diagnostics out;
    model::DauVanBan dau = so_y_te();
    dau.do_khan = "gap";
    letterhead(dau, out);
    BOOST_TEST(has_code(out, Code::unknown_mark));
}

BOOST_AUTO_TEST_CASE(the_circulation_mark_stands_in_the_top_margin_of_page_one) {
    Diagnostics out;
    Builder builder(shipped_profile(), font::times_new_roman(), SizeSet::P14, out);
    model::DauVanBan dau = so_y_te();
    dau.luu_hanh = "luu-hanh-noi-bo";
    dau.ky_so = "SAO Y; Sở Y tế; 05/10/2026; 14:30:15";
    styled::Section section;
    section.page = shipped_profile().page;
    append_page_one(builder, dau, {}, section);
    BOOST_REQUIRE(section.first_header.size() == 3u);
    BOOST_TEST(text_of(std::get<styled::Paragraph>(section.first_header[0])) == dau.ky_so);
    const auto& table = std::get<styled::Table>(section.first_header[1]);
    BOOST_TEST(text_of(table.rows[0].cells[0].paragraphs[0]) == "LƯU HÀNH NỘI BỘ");
    const double centre = (table.indent + table.grid[0] / 2).count / double(section.page.text_width().count);
    BOOST_TEST((centre > 0.70 && centre < 0.73));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
