// Numbers written out.
#include "xlsx/numbering.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban;

namespace {

/// Levels as the decree's profile has them: Điều, mục, khoản, gạch.
styled::Document document() {
    styled::Document document;
    document.numbering = {{styled::NumberFormat::Decimal, "Điều %1.", true},
                          {styled::NumberFormat::UpperRoman, "%2.", false},
                          {styled::NumberFormat::Decimal, "%3.", false},
                          {styled::NumberFormat::Bullet, "-", false}};
    document.styles.resize(5);
    for (std::uint8_t level = 0; level < 4; ++level) document.styles[level + 1u].list_level = level;
    document.lists = 2;
    return document;
}

std::string next(xlsx::Numbering& numbering, std::uint16_t style, std::uint16_t list = 0) {
    styled::Paragraph paragraph;
    paragraph.style = {style};
    paragraph.list = list;
    const auto number = numbering.next(paragraph);
    return number ? number->text : "";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(numbering)

BOOST_AUTO_TEST_CASE(levels_count_and_start_again_below_a_higher_one) {
    const styled::Document text = document();
    xlsx::Numbering numbering(text);
    BOOST_TEST(next(numbering, 0).empty());
    BOOST_TEST(next(numbering, 2) == "I. ");
    BOOST_TEST(next(numbering, 3) == "1. ");
    BOOST_TEST(next(numbering, 3) == "2. ");
    BOOST_TEST(next(numbering, 2) == "II. ");
    BOOST_TEST(next(numbering, 3) == "1. ");
}

BOOST_AUTO_TEST_CASE(bullets_disturb_no_count) {
    const styled::Document text = document();
    xlsx::Numbering numbering(text);
    BOOST_TEST(next(numbering, 3) == "1. ");
    BOOST_TEST(next(numbering, 4) == "- ");
    BOOST_TEST(next(numbering, 3) == "2. ");
}

BOOST_AUTO_TEST_CASE(each_list_begins_at_one) {
    const styled::Document text = document();
    xlsx::Numbering numbering(text);
    BOOST_TEST(next(numbering, 3, 0) == "1. ");
    BOOST_TEST(next(numbering, 3, 1) == "1. ");
    BOOST_TEST(next(numbering, 3, 0) == "2. ");
}

BOOST_AUTO_TEST_CASE(the_number_of_a_dieu_is_bold_before_regular_text) {
    const styled::Document text = document();
    xlsx::Numbering numbering(text);
    styled::Paragraph paragraph;
    paragraph.style = {1};
    const auto number = numbering.next(paragraph);
    BOOST_REQUIRE(number);
    BOOST_TEST(number->text == "Điều 1. ");
    BOOST_TEST(number->look.bold);
}

BOOST_AUTO_TEST_SUITE_END()
