// Tests of tmpl/suggest.
#include "tmpl/suggest.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban;
using namespace vanban::tmpl;

BOOST_AUTO_TEST_SUITE(suggest)

BOOST_AUTO_TEST_CASE(a_name_without_its_diacritics_is_found_first) {
    BOOST_TEST(closest("Trích yếu", {"trich_yeus", "trich_yeu"}).value() == "trich_yeu");
    BOOST_TEST(closest("TEN", {"tan", "ten"}).value() == "ten");
}

BOOST_AUTO_TEST_CASE(two_mistakes_or_a_third_of_the_length_are_forgiven) {
    BOOST_TEST(closest("noi_nhna", {"noi_nhan", "noi_dung"}).value() == "noi_nhan");
    BOOST_TEST(closest("co_quan_ban_hanh", {"co_qan_bn_hnh_x"}).has_value());
    BOOST_TEST(!closest("abcd", {"wxyz"}));
    BOOST_TEST(!closest("abcdef", {"abcxyz"}));
}

BOOST_AUTO_TEST_CASE(short_names_forgive_one_mistake) {
    BOOST_TEST(closest("tne", {"ten", "so"}).value() == "ten");
    BOOST_TEST(!closest("so", {"ds"}));
    BOOST_TEST(!closest("x", {"y"}));
}

BOOST_AUTO_TEST_CASE(the_nearest_of_several_wins_and_the_first_of_equals) {
    BOOST_TEST(closest("nguoi_ki", {"nguoi_k", "nguoi_ky", "nguoi"}).value() == "nguoi_k");
    BOOST_TEST(closest("danh_sach", {"danh_sachs", "xanh_sach"}).value() == "danh_sachs");
}

BOOST_AUTO_TEST_CASE(a_key_that_is_a_whole_file_is_like_no_name) {
    BOOST_TEST(!closest(std::string(1'000'000, 'a'), {"a"}));
}

BOOST_AUTO_TEST_CASE(the_suggestion_is_a_note) {
    const Diagnostic found = with_suggestion(diagnose(Code::unknown_name, {}, {"tne"}), "tne", {"ten"});
    BOOST_REQUIRE(found.notes.size() == 1);
    BOOST_CHECK(found.notes[0].code == Code::did_you_mean);
    BOOST_TEST(found.notes[0].args[0] == "ten");
    BOOST_TEST(with_suggestion(diagnose(Code::unknown_name, {}), "tne", {}).notes.empty());
}

BOOST_AUTO_TEST_SUITE_END()
