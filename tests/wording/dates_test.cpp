// Dates against the table of cases, and the rules one by one.
#include "wording/dates.hpp"

#include <boost/test/unit_test.hpp>
#include <optional>

#include "table.hpp"

using namespace vanban;

namespace {

std::optional<int> figure(const std::string& column) {
    return column == "-" ? std::nullopt : std::optional(std::stoi(column));
}

}  // namespace

BOOST_AUTO_TEST_CASE(dates_are_written_as_in_the_table) {
    const auto rows = test::read_table("dates_cases.tsv");
    BOOST_TEST(rows.size() >= 60u);
    for (const auto& row : rows) {
        BOOST_TEST_CONTEXT("dates_cases.tsv, line " << row.line) {
            BOOST_TEST_REQUIRE(row.columns.size() == 5u);
            const PartialDate date{figure(row.columns[0]), figure(row.columns[1]), figure(row.columns[2])};
            BOOST_TEST(wording::long_date(date) == test::replaced(row.columns[3], "_", "\u00A0"));
            BOOST_TEST(wording::short_date(date) == row.columns[4]);
        }
    }
}

BOOST_AUTO_TEST_CASE(only_days_below_ten_and_the_first_two_months_are_padded) {
    for (int month = 1; month <= 12; ++month) {
        for (int day = 1; day <= 31; ++day) {
            const std::string dd = (day < 10 ? "0" : "") + std::to_string(day);
            const std::string mm = (month < 3 ? "0" : "") + std::to_string(month);
            BOOST_TEST(wording::long_date({2021, month, day}) == "ngày " + dd + " tháng " + mm + " năm 2021");
            BOOST_TEST(wording::short_date({2021, month, day}) == dd + "/" + mm + "/2021");
        }
    }
}

BOOST_AUTO_TEST_CASE(blanks_are_no_break_spaces_only) {
    const std::string text = wording::long_date({});
    BOOST_TEST(text.find(' ') == std::string::npos);
    BOOST_TEST(test::replaced(text, "\u00A0", "") == "ngàythángnăm");
}

BOOST_AUTO_TEST_CASE(two_digits_pad_below_ten) {
    BOOST_TEST(wording::two_digits(0) == "00");
    BOOST_TEST(wording::two_digits(3) == "03");
    BOOST_TEST(wording::two_digits(9) == "09");
    BOOST_TEST(wording::two_digits(10) == "10");
    BOOST_TEST(wording::two_digits(125) == "125");
    BOOST_TEST(wording::two_digits(-3) == "-3");
}
