// Dates in running text. Weekdays from a calendar: 05/10/2026 is a Monday.
#include "thethuc/text_dates.hpp"

#include "thethuc/text_fixture.hpp"

namespace vanban::thethuc {

BOOST_AUTO_TEST_SUITE(text_dates)

BOOST_AUTO_TEST_CASE(days_that_do_not_exist_are_errors) {
    expect_found("Trước ngày 31/6/2026.", "impossible-date: 31/6/2026");
    expect_found("Trước ngày 30 tháng 02 năm 2026.", "impossible-date: 30 tháng 02 năm 2026");
    expect_nothing("Trước ngày 29/02/2024, ngày 30 tháng 6 năm 2026; tỷ lệ 31/6; mã 31/6/20266.");
}

BOOST_AUTO_TEST_CASE(a_weekday_agrees_with_its_date) {
    expect_found("Họp thứ Ba, ngày 05/10/2026.", "weekday-mismatch: 05/10/2026");
    expect_found("Họp ngày 05 tháng 10 năm 2026 (thứ Sáu).", "weekday-mismatch: 05 tháng 10 năm 2026");
    expect_nothing("Họp thứ Hai, ngày 05/10/2026; Chủ nhật (04/10/2026); kỳ họp thứ ba, ngày 05/10/2026.");
}

BOOST_AUTO_TEST_CASE(figures_are_padded_as_in_the_date_of_issue) {
    expect_found("Ngày 05/03/2014.", "date-padding: 05/03/2014");
    expect_found("Tại ngày 5 tháng 03 năm 2014.", "date-padding: 5 tháng 03 năm 2014");
    expect_nothing("Ngày 05/3/2014, 12/01/2015; ngày 05 tháng 3 năm 2014, ngày 15 tháng 02 năm 2016.");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
