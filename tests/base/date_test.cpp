#include "base/date.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban;

namespace {

constexpr Span kWhere{2, 10, 20};

bool fails(const auto& result, Code code) {
    return !result && result.error().code == code;
}

void check_date(std::string_view text, Date expected) {
    const auto date = parse_date(text, kWhere);
    BOOST_TEST_CONTEXT(text) {
        BOOST_REQUIRE(date.has_value());
        BOOST_CHECK(*date == expected);
    }
}

void check_partial(std::string_view text, PartialDate expected) {
    const auto date = parse_partial_date(text, kWhere);
    BOOST_TEST_CONTEXT(text) {
        BOOST_REQUIRE(date.has_value());
        BOOST_CHECK(*date == expected);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(date)

BOOST_AUTO_TEST_CASE(dates_are_read_as_people_and_programs_write_them) {
    for (const char* text : {"5/3/2014", "05/03/2014", "05/3/2014", "5-3-2014", "5.3.2014", "2014-03-05", "2014-3-5",
                             " 5/3/2014 ", "\u00A05/3/2014\n"}) {
        check_date(text, {2014, 3, 5});
    }
}

BOOST_AUTO_TEST_CASE(other_texts_are_not_dates) {
    for (const char* text : {"",
                             " ",
                             "5/3",
                             "2014",
                             "5/3/14",
                             "5/3/02014",
                             "5/3-2014",
                             "2014/03/05",
                             "2014.03.05",
                             "5/3/2014/1",
                             "5//2014",
                             "/3/2014",
                             "5/3/",
                             "005/3/2014",
                             "5/003/2014",
                             "a/3/2014",
                             "5 / 3 / 2014",
                             "-5/3/2014",
                             "2014-03-05T00:00:00",
                             "ngày 5",
                             "5/3/2014x",
                             "٥/3/2014",
                             "99999999999999999999/1/2000"}) {
        BOOST_TEST(fails(parse_date(text, kWhere), Code::not_a_date), text);
    }
}

BOOST_AUTO_TEST_CASE(days_that_do_not_exist_are_out_of_range) {
    for (const char* text : {"29/2/2023", "30/2/2024", "31/4/2024", "31/6/2024", "31/9/2024", "31/11/2024", "32/1/2024",
                             "0/1/2024", "1/0/2024", "1/13/2024", "1/1/0000", "29/2/1900", "29/2/2100", "2024-02-30"}) {
        BOOST_TEST(fails(parse_date(text, kWhere), Code::date_out_of_range), text);
    }
}

BOOST_AUTO_TEST_CASE(leap_days_exist_in_leap_years) {
    check_date("29/2/2024", {2024, 2, 29});
    check_date("29/2/2000", {2000, 2, 29});
    check_date("29/2/1600", {1600, 2, 29});
}

BOOST_AUTO_TEST_CASE(years_run_from_1_to_9999) {
    check_date("1/1/0001", {1, 1, 1});
    check_date("31/12/9999", {9999, 12, 31});
    BOOST_TEST(!is_valid({0, 1, 1}));
    BOOST_TEST(!is_valid({10000, 1, 1}));
    BOOST_TEST(!is_valid({2024, -1, 1}));
}

BOOST_AUTO_TEST_CASE(an_error_is_at_the_place_that_was_given) {
    BOOST_CHECK(parse_date("x", kWhere).error().span == kWhere);
    BOOST_CHECK(parse_partial_date("30/2/2024", kWhere).error().span == kWhere);
}

BOOST_AUTO_TEST_CASE(a_partial_date_may_lack_day_month_or_everything) {
    check_partial("5/3/2014", {2014, 3, 5});
    check_partial("2014-03-05", {2014, 3, 5});
    check_partial("5/2023", {2023, 5, std::nullopt});
    check_partial("05-2023", {2023, 5, std::nullopt});
    check_partial("2023-05", {2023, 5, std::nullopt});
    check_partial("2023", {2023, std::nullopt, std::nullopt});
    check_partial("", {});
    check_partial(" \u00A0\t", {});
}

BOOST_AUTO_TEST_CASE(a_number_with_a_point_is_not_a_month_and_year) {
    BOOST_TEST(fails(parse_partial_date("5.2023", kWhere), Code::not_a_date));
}

BOOST_AUTO_TEST_CASE(partial_dates_are_held_to_the_calendar) {
    for (const char* text : {"13/2023", "0/2023", "0000", "2023-13", "31/4/2024"}) {
        BOOST_TEST(fails(parse_partial_date(text, kWhere), Code::date_out_of_range), text);
    }
    for (const char* text : {"23", "123", "12345", "5/23", "2023/5", "x", "5/"}) {
        BOOST_TEST(fails(parse_partial_date(text, kWhere), Code::not_a_date), text);
    }
}

BOOST_AUTO_TEST_CASE(a_partial_date_is_complete_with_all_three_parts) {
    BOOST_TEST((PartialDate{2024, 1, 1}.complete()));
    BOOST_TEST((!PartialDate{2024, 1, std::nullopt}.complete()));
}

BOOST_AUTO_TEST_CASE(weeks_begin_on_monday) {
    BOOST_TEST(weekday({2020, 3, 5}) == 4);   // Decree 30/2020/NĐ-CP: a Thursday
    BOOST_TEST(weekday({2024, 2, 29}) == 4);  // Thursday
    BOOST_TEST(weekday({1945, 9, 2}) == 7);   // Sunday
    BOOST_TEST(weekday({1, 1, 1}) == 1);      // proleptic: Monday
}

BOOST_AUTO_TEST_SUITE_END()
