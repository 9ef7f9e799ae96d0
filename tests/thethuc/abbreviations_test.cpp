// Abbreviations that the document explains, and those that it does not.
#include "thethuc/abbreviations.hpp"

#include "thethuc/text_fixture.hpp"

namespace vanban::thethuc {

BOOST_AUTO_TEST_SUITE(abbreviations)

BOOST_AUTO_TEST_CASE(an_abbreviation_is_explained_somewhere) {
    expect_found("Phòng KHHGĐ báo cáo.", "unknown-abbreviation: KHHGĐ");
    expect_nothing("Hệ thống quản lý chất lượng (HTQLCL) có hiệu lực; HTQLCL được duy trì.");
    expect_nothing("Hệ thống quản lý chất lượng (sau đây viết tắt là HTQLCL).");
    expect_nothing("Kết quả ghi KPH: không phù hợp.");
}

BOOST_AUTO_TEST_CASE(it_is_reported_once_where_it_stands_first) {
    expect_found("Phòng GĐYK và phòng GĐYK báo cáo.", "unknown-abbreviation: GĐYK");
}

BOOST_AUTO_TEST_CASE(what_everybody_knows_and_what_is_no_abbreviation_is_not_reported) {
    expect_nothing("UBND tỉnh, HĐND; Chương IV, Phần XII; điểm A; mã QĐ-TTg; KHÔNG được; tờ A4; KH&CN.");
    expect_nothing("THỰC HIỆN ĐẤU GIÁ BTNMT");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
