// The head of page 1: columns, lines, rules, number and date.
#include "thethuc/fixture.hpp"

namespace vanban::thethuc {
namespace {

const styled::Table& letterhead(const styled::Document& document) {
    return std::get<styled::Table>(document.sections[0].blocks[0]);
}

double size_of(const styled::Document& document, Component component) {
    return document.styles[static_cast<std::size_t>(component)].look.size.count / 2.0;
}

Applied with(model::DauVanBan dau) {
    return run_apply(plan({block(model::Doan{text("Nội dung.")})}, giam_doc(), std::move(dau)));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(letterhead_suite)

BOOST_AUTO_TEST_CASE(quoc_hieu_fits_its_column_and_the_columns_fill_the_page) {
    const Applied applied = with(so_y_te());
    require_clean(applied);
    const styled::Table& table = letterhead(*applied.document);
    // 95.7 mm at 13 points bold, measured independently.
    BOOST_TEST(to_mm(table.grid[1]) >= 95.7);
    BOOST_TEST(std::abs(to_mm(table.grid[0] + table.grid[1]) - 165) < 0.1);
    BOOST_TEST(size_of(*applied.document, Component::QuocHieu) == 13);
}

BOOST_AUTO_TEST_CASE(the_rule_under_tieu_ngu_is_as_long_as_the_text) {
    const Applied applied = with(so_y_te());
    BOOST_TEST(std::abs(to_mm(rules(*applied.document)[1].length) - 60.5) < 0.2);  // 14 points bold
}

BOOST_AUTO_TEST_CASE(the_rule_under_the_agency_is_between_a_third_and_a_half) {
    const Applied applied = with(so_y_te());
    const Twip line = font::times_new_roman().width("SỞ Y TẾ", font_pt(13), {true, false});
    const Twip rule = rules(*applied.document)[0].length;
    BOOST_TEST((rule * 3 >= line && rule * 2 <= line));
}

BOOST_AUTO_TEST_CASE(numbers_below_ten_and_blank_numbers) {
    model::DauVanBan dau = so_y_te();
    dau.so_ky_hieu->so = 5;
    BOOST_TEST(texts(*with(dau).document, Component::SoKyHieu)[0] == "Số: 05/KH-SYT");
    dau.so_ky_hieu->so = 105;
    BOOST_TEST(texts(*with(dau).document, Component::SoKyHieu)[0] == "Số: 105/KH-SYT");
    dau.so_ky_hieu->so = std::nullopt;
    const std::string blank = texts(*with(dau).document, Component::SoKyHieu)[0];
    BOOST_TEST(blank.starts_with("Số:\u00A0"));
    BOOST_TEST(blank.ends_with("\u00A0/KH-SYT"));
}

BOOST_AUTO_TEST_CASE(a_committee_stands_on_two_lines_with_no_superior) {
    model::DauVanBan dau = so_y_te();
    dau.chu_quan.clear();
    dau.ban_hanh = {"Ủy ban nhân dân tỉnh Đồng Tháp"};
    const Applied applied = with(dau);
    const std::vector<std::string> lines = texts(*applied.document, Component::BanHanh);
    BOOST_TEST(lines == (std::vector<std::string>{"ỦY BAN NHÂN DÂN", "TỈNH ĐỒNG THÁP"}),
               boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(an_abbreviated_issuer_is_written_in_full_a_superior_is_not) {
    model::DauVanBan dau = so_y_te();
    dau.chu_quan.clear();
    dau.ban_hanh = {"UBND xã Tân An"};
    BOOST_TEST(texts(*with(dau).document, Component::BanHanh)[0] == "ỦY BAN NHÂN DÂN");
    BOOST_TEST(texts(*with(so_y_te()).document, Component::ChuQuan)[0] == "UBND TỈNH ĐỒNG THÁP");
}

BOOST_AUTO_TEST_CASE(a_name_that_fits_only_at_12_points_takes_the_smaller_set) {
    model::DauVanBan dau = so_y_te();
    dau.ban_hanh = {"Sở Khoa học và Công nghệ"};  // 70.2 mm at 13, 64.8 at 12
    const Applied applied = with(dau);
    BOOST_TEST(texts(*applied.document, Component::BanHanh).size() == 1u);
    BOOST_TEST(size_of(*applied.document, Component::BanHanh) == 12);
    BOOST_TEST(size_of(*applied.document, Component::QuocHieu) == 12);
    BOOST_TEST(size_of(*applied.document, Component::LoiVan) == 14);
}

BOOST_AUTO_TEST_CASE(a_long_name_breaks_at_phrases_into_even_lines) {
    model::DauVanBan dau = so_y_te();
    dau.ban_hanh = {"Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và phát triển đô thị"};
    const Applied applied = with(dau);
    const auto lines = texts(*applied.document, Component::BanHanh);
    BOOST_TEST(lines.size() == 3u);
    const Twip width = letterhead(*applied.document).grid[0];
    for (const std::string& line : lines)
        BOOST_TEST((font::times_new_roman().width(
                        line, applied.document->styles[static_cast<std::size_t>(Component::BanHanh)].look.size,
                        {true, false}) <= width));
}

BOOST_AUTO_TEST_CASE(lines_given_by_the_user_are_kept) {
    model::DauVanBan dau = so_y_te();
    dau.ban_hanh = {"Sở Giáo dục\nvà Đào tạo"};
    const auto lines = texts(*with(dau).document, Component::BanHanh);
    BOOST_TEST(lines == (std::vector<std::string>{"SỞ GIÁO DỤC", "VÀ ĐÀO TẠO"}), boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_long_place_takes_13_points_and_never_wraps) {
    model::DauVanBan dau = so_y_te();
    dau.dia_danh_thoi_gian = model::DiaDanhThoiGian{"Thành phố Hồ Chí Minh", {2019, 12, 29}};
    const Applied applied = with(dau);
    BOOST_TEST(size_of(*applied.document, Component::DiaDanh) == 13);
    const std::string line = texts(*applied.document, Component::DiaDanh)[0];
    BOOST_TEST(line == "Thành phố Hồ Chí Minh, ngày 29 tháng 12 năm 2019");
    BOOST_TEST(
        (font::times_new_roman().width(line, font_pt(13), {false, true}) <= letterhead(*applied.document).grid[1]));
}

BOOST_AUTO_TEST_CASE(a_code_must_fit_the_type_and_be_well_formed) {
    model::DauVanBan dau = so_y_te();
    dau.so_ky_hieu->ky_hieu = "BC-SYT";
    BOOST_TEST(has_code(with(dau).out, Code::code_type_mismatch));
    for (const char* wrong : {"KH.KHCN-TĐC", "KH-", "KH SYT", "", "-SYT", "kh-syt"}) {
        dau.so_ky_hieu->ky_hieu = wrong;
        BOOST_TEST_CONTEXT(wrong) BOOST_TEST(has_code(with(dau).out, Code::malformed_code));
    }
    for (const char* right : {"KH-SYT", "KH-UBND", "KH-BCĐ", "KH-VP1", "KH-XXLĐ"}) {
        dau.so_ky_hieu->ky_hieu = right;
        BOOST_TEST_CONTEXT(right) BOOST_TEST(!with(dau).out.has_errors());
    }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
