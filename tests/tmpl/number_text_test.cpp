// Tests of tmpl/number_text.
#include "tmpl/number_text.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace vanban::tmpl;

namespace {

std::string reading(std::string_view text) {
    const NumberReading found = read_number_text(text);
    std::string result = found.plain ? found.plain->to_string() : "-";
    return result + " " + (found.grouped ? found.grouped->to_string() : "-");
}

}  // namespace

BOOST_AUTO_TEST_SUITE(number_text)

BOOST_AUTO_TEST_CASE(plain_numbers_have_one_reading) {
    BOOST_TEST(reading("19") == "19 -");
    BOOST_TEST(reading("05") == "5 -");
    BOOST_TEST(reading("1234.5") == "1234.5 -");
    BOOST_TEST(reading("1234,5") == "1234.5 -");
    BOOST_TEST(reading("-0,125") == "-0.125 -");
    BOOST_TEST(reading("0.125") == "0.125 -");
    BOOST_TEST(reading("1234.567") == "1234.567 -");
}

BOOST_AUTO_TEST_CASE(grouped_numbers_have_one_reading) {
    BOOST_TEST(reading("1.234.567") == "- 1234567");
    BOOST_TEST(reading("1.234.567,5") == "- 1234567.5");
    BOOST_TEST(reading("-21.000,25") == "- -21000.25");
}

BOOST_AUTO_TEST_CASE(one_separator_before_three_digits_has_two) {
    BOOST_TEST(reading("1.234") == "1.234 1234");
    BOOST_TEST(reading("1,234") == "1.234 1234");
    BOOST_TEST(reading("-21.000") == "-21 -21000");
}

BOOST_AUTO_TEST_CASE(other_texts_are_no_numbers) {
    for (const std::string_view text :
         {"", "-", ".", "1.", ".5", "1,", "1 000", "1e6", "1.23.456", "1.2345.678", "1,234,567", "1,234.5",
          "1.234.56,7", "--1", "12đ", "1.234,", "0.234.567", "1..234"}) {
        BOOST_TEST(reading(text) == "- -");
    }
}

BOOST_AUTO_TEST_CASE(literals_that_end_in_zeros_look_grouped) {
    BOOST_TEST(looks_grouped("21.000"));
    BOOST_TEST(looks_grouped("-1.500"));
    BOOST_TEST(!looks_grouped("1.234"));
    BOOST_TEST(!looks_grouped("0.500"));
    BOOST_TEST(!looks_grouped("21"));
    BOOST_TEST(!looks_grouped("21.00"));
    BOOST_TEST(!looks_grouped(""));
}

BOOST_AUTO_TEST_SUITE_END()
