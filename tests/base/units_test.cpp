#include "base/units.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban;

BOOST_AUTO_TEST_SUITE(units)

BOOST_AUTO_TEST_CASE(lengths_of_the_decree_convert_to_the_units_of_the_format) {
    BOOST_TEST(mm(20).count == 1134);    // top and bottom margin
    BOOST_TEST(mm(30).count == 1701);    // left margin
    BOOST_TEST(mm(15).count == 850);     // right margin
    BOOST_TEST(mm(210).count == 11906);  // A4
    BOOST_TEST(mm(297).count == 16838);
    BOOST_TEST(font_pt(14).count == 28);
    BOOST_TEST(font_pt(13.5).count == 27);
    BOOST_TEST(border_pt(0.5).count == 4);
    BOOST_TEST(pt(-6).count == -120);
}

BOOST_AUTO_TEST_CASE(conversions_are_by_name_and_exact_where_the_units_allow) {
    BOOST_TEST(to_emu(pt(72)).count == 914400);
    BOOST_TEST(to_twip(font_pt(14)).count == 280);
    BOOST_TEST(to_mm(Twip{1440}) == 25.4);
}

BOOST_AUTO_TEST_SUITE_END()
