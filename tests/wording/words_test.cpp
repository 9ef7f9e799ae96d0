// Numbers in words: the table of cases, and 100,000 numbers against a second, differently built reading.
#include <array>
#include <boost/test/unit_test.hpp>
#include <random>

#include "table.hpp"
#include "wording/numbers.hpp"

using namespace vanban;

namespace {

/// The machine form of figures as people write them: "1.234,5" is 1234.5.
std::string plain(const std::string& figures) {
    return test::replaced(test::replaced(figures, ".", ""), ",", ".");
}

/// How a row of the table is to be read.
struct Reading {
    bool money = false;
    wording::Chan chan = wording::Chan::Khong;
    wording::WordStyle style;
};

Reading reading_of(const std::string& column) {
    Reading reading;
    for (const std::string& option : test::split(column, '+')) {
        if (option == "money") reading.money = true;
        if (option == "chan") reading.chan = wording::Chan::Co;
        if (option == "auto") reading.chan = wording::Chan::TuDong;
        if (option == "le") reading.style.le = true;
        if (option == "ngan") reading.style.ngan = true;
        if (option == "ti") reading.style.ti = true;
        if (option == "bon") reading.style.bon = true;
    }
    return reading;
}

std::string read_aloud(const Decimal& value, const Reading& reading) {
    if (!reading.money) return wording::number_in_words(value, reading.style);
    return wording::money_in_words(value, reading.style, reading.chan).value_or("no words");
}

/// A second reading: digit after digit from the left by their distance from the right, the irregular units
/// (mốt, tư, lăm) put in afterwards by replacing text.
std::string oracle(const std::string& digits) {
    constexpr std::array<const char*, 10> names{"không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín"};
    const std::string padded = std::string((3 - digits.size() % 3) % 3, '#') + digits;
    std::string out;
    for (std::size_t i = 0; i < padded.size(); ++i) {
        const std::size_t right = padded.size() - 1 - i;
        const std::string triple = padded.substr(i / 3 * 3, 3);
        const char c = padded[i];
        const bool silent = triple == "000";
        if (!silent && c != '#') {
            const std::string name = names[static_cast<std::size_t>(c - '0')];
            if (right % 3 == 2) out += name + " trăm ";
            if (right % 3 == 1 && c == '0' && triple[2] != '0') out += "linh ";
            if (right % 3 == 1 && c == '1') out += "mười ";
            if (right % 3 == 1 && c > '1') out += name + " mươi ";
            if (right % 3 == 0 && c != '0') out += name + " ";
        }
        if (!silent && right % 9 == 3) out += "nghìn ";
        if (!silent && right % 9 == 6) out += "triệu ";
        if (right > 0 && right % 9 == 0) out += "tỷ ";
    }
    if (out.empty()) return "không";
    out = test::replaced(out, "mươi một ", "mươi mốt ");
    out = test::replaced(out, "mươi bốn ", "mươi tư ");
    out = test::replaced(out, "mươi năm ", "mươi lăm ");
    out = test::replaced(out, "mười năm ", "mười lăm ");
    out.pop_back();
    return out;
}

/// 1 to 36 digits without a leading zero; about every other digit is 0, 1, 4 or 5, and whole groups are often 0.
std::string random_digits(std::mt19937_64& random) {
    constexpr std::string_view kPool = "01234567890001455500";
    const std::size_t length = 1 + random() % 36;
    std::string digits;
    while (digits.size() < length) {
        digits += kPool[random() % kPool.size()];
        if (digits.front() == '0') digits.clear();
        if (!digits.empty() && random() % 8 == 0) digits += "000";
    }
    return digits.substr(0, length);
}

}  // namespace

BOOST_AUTO_TEST_CASE(numbers_are_read_as_in_the_table) {
    const auto rows = test::read_table("words_cases.tsv");
    BOOST_TEST(rows.size() >= 140u);
    for (const auto& row : rows) {
        BOOST_TEST_CONTEXT("words_cases.tsv, line " << row.line) {
            BOOST_TEST_REQUIRE(row.columns.size() == 3u);
            const auto value = Decimal::parse(plain(row.columns[0]));
            BOOST_TEST_REQUIRE(value.has_value());
            BOOST_TEST(wording::format_number(*value) == row.columns[0]);
            BOOST_TEST(read_aloud(*value, reading_of(row.columns[1])) == row.columns[2]);
        }
    }
}

BOOST_AUTO_TEST_CASE(a_second_reading_agrees_on_100000_numbers_of_all_sizes) {
    std::mt19937_64 random(20200305);
    int mismatches = 0;
    for (int i = 0; i < 100'000; ++i) {
        const std::string digits = random_digits(random);
        const auto value = Decimal::parse(digits);
        if (value && wording::number_in_words(*value) == oracle(digits)) continue;
        if (++mismatches <= 5) BOOST_TEST_MESSAGE(digits << ": " << oracle(digits));
    }
    BOOST_TEST(mismatches == 0);
}

BOOST_AUTO_TEST_CASE(a_second_reading_agrees_on_the_first_20000_numbers) {
    int mismatches = 0;
    for (int i = 0; i < 20'000; ++i) mismatches += wording::number_in_words(Decimal(i)) != oracle(std::to_string(i));
    BOOST_TEST(mismatches == 0);
}

BOOST_AUTO_TEST_CASE(the_largest_number_is_read) {
    const std::string digits(36, '9');
    BOOST_TEST(wording::number_in_words(Decimal::parse(digits).value()) == oracle(digits));
    BOOST_TEST(wording::number_in_words(Decimal::parse("-" + digits).value()) == "âm " + oracle(digits));
}

BOOST_AUTO_TEST_CASE(an_amount_with_decimals_has_no_words) {
    BOOST_TEST(!wording::money_in_words(Decimal::parse("0.5").value()));
    BOOST_TEST(!wording::money_in_words(Decimal::parse("-1000.25").value(), {}, wording::Chan::Co));
    BOOST_TEST(wording::money_in_words(Decimal::parse("1000.00").value()).value() == "Một nghìn đồng");
}
