// Figures, Roman numerals and letters of điểm.
#include "wording/numbers.hpp"

#include <array>
#include <boost/test/unit_test.hpp>
#include <limits>

using namespace vanban;

namespace {

std::string figures(std::string_view number, std::optional<int> digits = std::nullopt) {
    const auto value = Decimal::parse(number);
    return value ? wording::format_number(*value, digits) : "malformed";
}

/// Roman numerals figure by figure, as they stand in a school book.
std::string roman_by_places(int value) {
    constexpr std::array<std::string_view, 10> units{"", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX"};
    constexpr std::array<std::string_view, 10> tens{"", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC"};
    constexpr std::array<std::string_view, 10> hundreds{"", "C", "CC", "CCC", "CD", "D", "DC", "DCC", "DCCC", "CM"};
    std::string out(static_cast<std::size_t>(value / 1000), 'M');
    const auto place = [value](int power) { return static_cast<std::size_t>(value / power % 10); };
    out += hundreds[place(100)];
    out += tens[place(10)];
    return out.append(units[place(1)]);
}

}  // namespace

BOOST_AUTO_TEST_CASE(thousands_are_separated_by_dots_and_decimals_by_a_comma) {
    BOOST_TEST(figures("0") == "0");
    BOOST_TEST(figures("7") == "7");
    BOOST_TEST(figures("999") == "999");
    BOOST_TEST(figures("1000") == "1.000");
    BOOST_TEST(figures("21000000") == "21.000.000");
    BOOST_TEST(figures("123456") == "123.456");
    BOOST_TEST(figures("1234567.89") == "1.234.567,89");
    BOOST_TEST(figures("0.5") == "0,5");
    BOOST_TEST(figures("0.0001234") == "0,0001234");
    BOOST_TEST(figures("98.5") == "98,5");
}

BOOST_AUTO_TEST_CASE(negatives_have_a_minus) {
    BOOST_TEST(figures("-1250000") == "-1.250.000");
    BOOST_TEST(figures("-100") == "-100");
    BOOST_TEST(figures("-999999.5") == "-999.999,5");
}

BOOST_AUTO_TEST_CASE(a_number_of_places_rounds_half_away_from_zero_and_fills_with_zeros) {
    BOOST_TEST(figures("1234.5678", 2) == "1.234,57");
    BOOST_TEST(figures("1234.5", 2) == "1.234,50");
    BOOST_TEST(figures("1234", 2) == "1.234,00");
    BOOST_TEST(figures("0.5", 0) == "1");
    BOOST_TEST(figures("-0.5", 0) == "-1");
    BOOST_TEST(figures("-0.4", 0) == "0");
    BOOST_TEST(figures("-0.4", 1) == "-0,4");
    BOOST_TEST(figures("999999.995", 2) == "1.000.000,00");
    BOOST_TEST(figures("1.5", -3) == "2");
    BOOST_TEST(figures("1", 40) == "1,000000000000000000");
}

BOOST_AUTO_TEST_CASE(the_largest_numbers_are_formatted) {
    BOOST_TEST(figures("999999999999999999999999999999999999") == "999.999.999.999.999.999.999.999.999.999.999.999");
    BOOST_TEST(wording::format_number(Decimal(std::numeric_limits<std::int64_t>::min())) ==
               "-9.223.372.036.854.775.808");
}

BOOST_AUTO_TEST_CASE(roman_numerals_agree_with_a_table_of_places) {
    int mismatches = 0;
    for (int value = 1; value <= 3999; ++value) {
        const auto numeral = wording::roman(value);
        mismatches += !numeral || *numeral != roman_by_places(value);
    }
    BOOST_TEST(mismatches == 0);
    BOOST_TEST(wording::roman(4).value() == "IV");
    BOOST_TEST(wording::roman(1994).value() == "MCMXCIV");
    BOOST_TEST(wording::roman(3999).value() == "MMMCMXCIX");
}

BOOST_AUTO_TEST_CASE(roman_numerals_end_at_3999) {
    BOOST_TEST(!wording::roman(0));
    BOOST_TEST(!wording::roman(-1));
    BOOST_TEST(!wording::roman(4000));
    BOOST_TEST(!wording::roman(std::numeric_limits<std::int64_t>::min()));
}

BOOST_AUTO_TEST_CASE(diem_have_the_23_letters_of_the_decree) {
    std::string all;
    for (int value = 1; value <= 23; ++value) all += wording::diem_letter(value).value();
    BOOST_TEST(all == "abcdđeghiklmnopqrstuvxy");
    BOOST_TEST(wording::diem_letter(5).value() == "đ");
    BOOST_TEST(wording::diem_letter(7).value() == "g");
    BOOST_TEST(!wording::diem_letter(0));
    BOOST_TEST(!wording::diem_letter(24));
    BOOST_TEST(!wording::diem_letter(-1));
}
