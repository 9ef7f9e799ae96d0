// Names of cells, sheets and ranges.
#include "xlsx/references.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban;

BOOST_AUTO_TEST_SUITE(references)

BOOST_AUTO_TEST_CASE(columns_are_lettered_as_excel_letters_them) {
    BOOST_TEST(xlsx::column_letters(0) == "A");
    BOOST_TEST(xlsx::column_letters(25) == "Z");
    BOOST_TEST(xlsx::column_letters(26) == "AA");
    BOOST_TEST(xlsx::column_letters(701) == "ZZ");
    BOOST_TEST(xlsx::column_letters(16383) == "XFD");
}

BOOST_AUTO_TEST_CASE(references_to_other_sheets_quote_the_name) {
    BOOST_TEST(xlsx::full_reference("Văn bản", {4, 5, 4, 5}) == "'Văn bản'!$F$5");
    BOOST_TEST(xlsx::full_reference("D'or", {0, 0, 1, 1}) == "'D''or'!$A$1:$B$2");
}

BOOST_AUTO_TEST_CASE(sheet_names_lose_what_excel_refuses) {
    std::vector<std::string> taken;
    BOOST_TEST(xlsx::sheet_name("Phụ lục: [I/II]?", taken) == "Phụ lục   I II");
    BOOST_TEST(xlsx::sheet_name("'Bảng'", taken) == "Bảng");
}

BOOST_AUTO_TEST_CASE(sheet_names_differ_whatever_the_case_of_letters) {
    std::vector<std::string> taken;
    BOOST_TEST(xlsx::sheet_name("Phụ lục", taken) == "Phụ lục");
    BOOST_TEST(xlsx::sheet_name("PHỤ LỤC", taken) == "PHỤ LỤC (2)");
    BOOST_TEST(xlsx::sheet_name("phụ lục", taken) == "phụ lục (3)");
}

BOOST_AUTO_TEST_CASE(sheet_names_have_at_most_31_letters_with_the_number_that_tells_them_apart) {
    std::vector<std::string> taken;
    const std::string long_name = "Ủy ban nhân dân tỉnh Đồng Tháp và các sở";
    BOOST_TEST(xlsx::utf16_length(xlsx::sheet_name(long_name, taken)) <= 31u);
    const std::string second = xlsx::sheet_name(long_name, taken);
    BOOST_TEST(xlsx::utf16_length(second) == 31u);
    BOOST_TEST(second.ends_with(" (2)"));
}

BOOST_AUTO_TEST_CASE(defined_names_are_never_taken_for_cells) {
    std::vector<std::string> taken;
    BOOST_TEST(xlsx::defined_name("du_toan_tong_thanh_tien", taken) == "du_toan_tong_thanh_tien");
    BOOST_TEST(xlsx::defined_name("DU_TOAN_TONG_THANH_TIEN", taken) == "du_toan_tong_thanh_tien_2");
    BOOST_TEST(xlsx::defined_name("a1", taken) == "_a1");
    BOOST_TEST(xlsx::defined_name("r1c1", taken) == "_r1c1");
    BOOST_TEST(xlsx::defined_name("2027", taken) == "_2027");
    BOOST_TEST(xlsx::defined_name("Số lượng", taken) == "so_luong");
}

BOOST_AUTO_TEST_CASE(letters_outside_the_basic_plane_count_twice) {
    BOOST_TEST(xlsx::utf16_length("ế𝄞") == 3u);
    BOOST_TEST(xlsx::utf16_prefix("ế𝄞", 2) == "ế");
}

BOOST_AUTO_TEST_SUITE_END()
