#include "base/decimal.hpp"

#include <boost/test/unit_test.hpp>
#include <cstdint>
#include <limits>

using vanban::Decimal;

namespace {

Decimal dec(std::string_view text) {
    const auto value = Decimal::parse(text);
    BOOST_REQUIRE_MESSAGE(value.has_value(), text);
    return *value;
}

std::string shown(const std::optional<Decimal>& value) {
    return value ? value->to_string() : "(none)";
}
std::string sum(std::string_view a, std::string_view b) {
    return shown(Decimal::add(dec(a), dec(b)));
}
std::string difference(std::string_view a, std::string_view b) {
    return shown(Decimal::subtract(dec(a), dec(b)));
}
std::string product(std::string_view a, std::string_view b) {
    return shown(Decimal::multiply(dec(a), dec(b)));
}
std::string quotient(std::string_view a, std::string_view b) {
    return shown(Decimal::divide(dec(a), dec(b)));
}

const std::string kNines(36, '9');

}  // namespace

BOOST_AUTO_TEST_SUITE(decimal)

BOOST_AUTO_TEST_CASE(numbers_are_read_and_printed_without_zeros_that_carry_no_value) {
    const std::pair<const char*, const char*> cases[] = {
        {"0", "0"},
        {"-0", "0"},
        {"00", "0"},
        {"0.000", "0"},
        {"7", "7"},
        {"007", "7"},
        {"-1234.5", "-1234.5"},
        {"+5", "5"},
        {".5", "0.5"},
        {"-.50", "-0.5"},
        {"1.500", "1.5"},
        {"100", "100"},
        {"1e6", "1000000"},
        {"1E+2", "100"},
        {"25e-1", "2.5"},
        {"1.5e1", "15"},
        {"1e-18", "0.000000000000000001"},
        {"0e999999999999", "0"},
        {"1.0000000000000000000000000000000000000000000000", "1"},
        {"0000000000000000000000000000000000000000000000001", "1"},
        {"1000e-3", "1"},
    };
    for (const auto& [text, expected] : cases) BOOST_TEST(dec(text).to_string() == expected);
}

BOOST_AUTO_TEST_CASE(other_texts_are_not_numbers) {
    for (const char* text :
         {"",    "-",     "+",     ".",   "-.",  "1.",   "1,5", "1 000", " 1",    "1 ", "1e",   "e5",
          "1e+", "1e5.0", "1.2.3", "--1", "+-1", "0x10", "nan", "inf",   "1_000", "١",  "1e5x", "1.e5"}) {
        BOOST_TEST(!Decimal::parse(text), text);
    }
}

BOOST_AUTO_TEST_CASE(numbers_have_up_to_36_digits_and_18_places) {
    BOOST_TEST(dec(kNines).to_string() == kNines);
    BOOST_TEST(dec("-" + kNines).to_string() == "-" + kNines);
    BOOST_TEST(dec("1e35").to_string() == "1" + std::string(35, '0'));
    BOOST_TEST(!Decimal::parse("1e36"));
    BOOST_TEST(!Decimal::parse(kNines + "9"));
    BOOST_TEST(!Decimal::parse("1e-19"));
    BOOST_TEST(!Decimal::parse("1e999999999999999999999"));
    BOOST_TEST(!Decimal::parse("1e-999999999999999999999"));
    BOOST_TEST(!Decimal::parse("0.1234567890123456789"));
    BOOST_TEST(dec("123456789012345678.123456789012345678").scale() == 18);
}

BOOST_AUTO_TEST_CASE(equal_numbers_are_equal_however_they_are_written) {
    BOOST_TEST((dec("1.50") == dec("1.5")));
    BOOST_TEST((dec("1e2") == Decimal(100)));
    BOOST_TEST((dec("-0") == Decimal()));
}

BOOST_AUTO_TEST_CASE(sums_are_exact) {
    BOOST_TEST(sum("0.1", "0.2") == "0.3");
    BOOST_TEST(sum("1.05", "-0.05") == "1");
    BOOST_TEST(sum("21000000", "0.5") == "21000000.5");
    BOOST_TEST(difference("1", "1") == "0");
    BOOST_TEST(difference("0", "2.5") == "-2.5");
    BOOST_TEST(sum(kNines, "1") == "(none)");
    BOOST_TEST(sum(kNines, "0.5") == "(none)");
    BOOST_TEST(sum("1e35", "1e-18") == "(none)");
    BOOST_TEST(difference("-" + kNines, "1") == "(none)");
    BOOST_TEST(difference(kNines, kNines) == "0");
}

BOOST_AUTO_TEST_CASE(products_are_exact_up_to_18_places) {
    BOOST_TEST(product("2.5", "4") == "10");
    BOOST_TEST(product("-1.1", "1.1") == "-1.21");
    BOOST_TEST(product("0", "-5") == "0");
    BOOST_TEST(product("123456789012345678", "987654321098765432") == "121932631137021794322511812221002896");
    BOOST_TEST(product("1e20", "1e20") == "(none)");
    BOOST_TEST(product(kNines, kNines) == "(none)");
    BOOST_TEST(product(kNines, "1") == kNines);
    BOOST_TEST(product(kNines, "-1") == "-" + kNines);
}

BOOST_AUTO_TEST_CASE(products_with_more_places_are_rounded_half_away_from_zero) {
    BOOST_TEST(product("0.000000000000000001", "0.5") == "0.000000000000000001");
    BOOST_TEST(product("-0.000000000000000001", "0.5") == "-0.000000000000000001");
    BOOST_TEST(product("0.000000000000000001", "0.4") == "0");
    BOOST_TEST(product("0.333333333333333333", "1.5") == "0.5");
    BOOST_TEST(product("0.999999999999999999", "0.999999999999999999") == "0.999999999999999998");
}

BOOST_AUTO_TEST_CASE(products_that_fit_are_found_even_if_their_unreduced_form_does_not) {
    // 2^100 · 5^18 · 10^-18 = 2^82; the product of the coefficients has 43 digits.
    BOOST_TEST(product("1267650600228229401496703205376", "0.000003814697265625") == "4835703278458516698824704");
    BOOST_TEST(product("5e35", "0.2") == "1" + std::string(35, '0'));
    BOOST_TEST(product("123456789012345678.5", "800000000000000000") == "98765431209876542800000000000000000");
}

BOOST_AUTO_TEST_CASE(quotients_are_rounded_half_away_from_zero_to_18_places) {
    BOOST_TEST(quotient("1", "4") == "0.25");
    BOOST_TEST(quotient("1", "3") == "0.333333333333333333");
    BOOST_TEST(quotient("2", "3") == "0.666666666666666667");
    BOOST_TEST(quotient("-2", "3") == "-0.666666666666666667");
    BOOST_TEST(quotient("0.000000000000000001", "2") == "0.000000000000000001");
    BOOST_TEST(quotient("0.000000000000000001", "-2") == "-0.000000000000000001");
    BOOST_TEST(quotient("0.000000000000000001", "3") == "0");
    BOOST_TEST(quotient("21000000", "0.5") == "42000000");
    BOOST_TEST(quotient(kNines, kNines) == "1");
    BOOST_TEST(quotient("1", kNines) == "0");
    BOOST_TEST(quotient("1e35", "1") == "1" + std::string(35, '0'));
    BOOST_TEST(quotient("1e17", "1e-18") == "1" + std::string(35, '0'));
    BOOST_TEST(quotient("1e18", "1e-18") == "(none)");
    BOOST_TEST(quotient("0", "7") == "0");
    BOOST_TEST(quotient("7", "0") == "(none)");
    BOOST_TEST(quotient("0", "0") == "(none)");
}

BOOST_AUTO_TEST_CASE(rounding_takes_halves_away_from_zero) {
    const std::tuple<const char*, int, const char*> cases[] = {
        {"2.5", 0, "3"},
        {"-2.5", 0, "-3"},
        {"2.4", 0, "2"},
        {"2.49999", 0, "2"},
        {"0.5", 0, "1"},
        {"-0.5", 0, "-1"},
        {"0.4", 0, "0"},
        {"1.005", 2, "1.01"},
        {"1.5", 5, "1.5"},
        {"999.995", 2, "1000"},
        {"-0.4", 0, "0"},
        {"12345", 2, "12345"},
        {"1.23456", 18, "1.23456"},
    };
    for (const auto& [text, digits, expected] : cases) BOOST_TEST(dec(text).rounded(digits).to_string() == expected);
    BOOST_TEST(dec("2.5").rounded(-3).to_string() == "3");
    BOOST_TEST(dec("999999999999999999999999999999999999e-18").rounded(0).to_string() == "1000000000000000000");
}

BOOST_AUTO_TEST_CASE(numbers_are_ordered_by_value) {
    BOOST_TEST((dec("1.5") < dec("2")));
    BOOST_TEST((dec("-2") < dec("-1.5")));
    BOOST_TEST((dec("-1") < dec("0.000000000000000001")));
    BOOST_TEST((dec(kNines) > dec("0.000000000000000001")));
    BOOST_TEST((dec("-" + kNines) < dec("0.000000000000000001")));
    BOOST_TEST((dec("0.000000000000000001") < dec(kNines)));
    BOOST_TEST((dec("0.000000000000000001") > dec("-" + kNines)));
    BOOST_TEST((dec("1.10") <= dec("1.1")));
    BOOST_TEST(((dec("3") <=> dec("3.0")) == std::strong_ordering::equal));
}

BOOST_AUTO_TEST_CASE(integers_that_fit_convert) {
    BOOST_TEST((dec("9223372036854775807").to_int64() == std::numeric_limits<std::int64_t>::max()));
    BOOST_TEST((dec("-9223372036854775808").to_int64() == std::numeric_limits<std::int64_t>::min()));
    BOOST_TEST(!dec("9223372036854775808").to_int64());
    BOOST_TEST(!dec("18446744073709551617").to_int64());
    BOOST_TEST(!dec("1.5").to_int64());
    BOOST_TEST((Decimal(std::numeric_limits<std::int64_t>::min()).to_string() == "-9223372036854775808"));
}

BOOST_AUTO_TEST_CASE(conversion_to_binary_floating_point_is_the_nearest) {
    BOOST_TEST(dec("0.1").to_double() == 0.1);
    BOOST_TEST(dec("-1234.5").to_double() == -1234.5);
    BOOST_TEST(dec("1e35").to_double() == 1e35);
}

BOOST_AUTO_TEST_CASE(made_numbers_are_reduced_and_held_to_the_bounds) {
    BOOST_TEST(shown(Decimal::make(1500, 3)) == "1.5");
    BOOST_TEST(shown(Decimal::make(15, -3)) == "15000");
    BOOST_TEST(shown(Decimal::make(0, 99)) == "0");
    BOOST_TEST(shown(Decimal::make(1, 19)) == "(none)");
    BOOST_TEST(shown(Decimal::make(10, 19)) == "0.000000000000000001");
    BOOST_TEST(shown(Decimal::make(1, -36)) == "(none)");
    BOOST_TEST(shown(Decimal::make(1, -1000000)) == "(none)");
    constexpr Decimal::Int greatest = static_cast<Decimal::Int>(~static_cast<unsigned __int128>(0) >> 1);
    BOOST_TEST(shown(Decimal::make(greatest, 0)) == "(none)");
    BOOST_TEST(shown(Decimal::make(-greatest - 1, 0)) == "(none)");
}

BOOST_AUTO_TEST_CASE(a_very_long_number_is_refused) {
    BOOST_TEST(!Decimal::parse(std::string(5'000'000, '1')));
    BOOST_TEST(!Decimal::parse("1e" + std::string(500'000, '9')));
}

BOOST_AUTO_TEST_CASE(a_quotient_is_rounded_once) {
    const auto rounded = [](std::string_view a, std::string_view b, int places) {
        return shown(Decimal::divide(dec(a), dec(b), places));
    };
    BOOST_TEST(rounded("1", "3", 2) == "0.33");
    BOOST_TEST(rounded("2", "3", 2) == "0.67");
    BOOST_TEST(rounded("1", "2", 0) == "1");
    BOOST_TEST(rounded("-1", "2", 0) == "-1");
    BOOST_TEST(rounded("7.5", "1", 0) == "8");
    BOOST_TEST(rounded("0.0444444", "0.1", 1) == "0.4");
    BOOST_TEST(rounded("1", "3", 18) == "0.333333333333333333");
    // 0.4999999999999999999 is half only if it is rounded to 18 places before.
    BOOST_TEST(rounded("4999999999999999999", "10000000000000000000", 0) == "0");
    BOOST_TEST(quotient("4999999999999999999", "10000000000000000000") == "0.5");
    BOOST_TEST(rounded("1", "0", 2) == "(none)");
    BOOST_TEST(rounded(kNines, "7", 0) == "142857142857142857142857142857142857");
}

BOOST_AUTO_TEST_SUITE_END()
