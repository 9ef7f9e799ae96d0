// Names that every system takes.
#include "batch/file_name.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban::batch;

BOOST_AUTO_TEST_SUITE(file_name)

BOOST_AUTO_TEST_CASE(what_windows_and_unix_refuse_becomes_a_hyphen) {
    BOOST_TEST(safe_text("19/KH-SYT") == "19-KH-SYT");
    BOOST_TEST(safe_text(R"(a\b:c*d?e"f<g>h|i)") == "a-b-c-d-e-f-g-h-i");
    BOOST_TEST(safe_text("../../etc/passwd") == "..-..-etc-passwd");
}

BOOST_AUTO_TEST_CASE(white_space_is_one_space_and_what_cannot_be_seen_goes) {
    BOOST_TEST(safe_text("Phòng\t\n  Kế hoạch\u00A0số 1") == "Phòng Kế hoạch số 1");
    BOOST_TEST(safe_text("a\x01\x7F\u0085z\u200B\uFEFF") == "az");
    BOOST_TEST(safe_text("ten\u202Excod.exe") == "tenxcod.exe");
}

BOOST_AUTO_TEST_CASE(names_are_nfc) {
    BOOST_TEST(safe_text("So\u031B\u0309 Y te\u0302\u0301") == "Sở Y tế");
}

BOOST_AUTO_TEST_CASE(dots_and_spaces_do_not_stand_at_the_ends) {
    BOOST_TEST(safe_name(" .an. ") == "an");
    BOOST_TEST(safe_name("..") == "_");
    BOOST_TEST(safe_name("") == "_");
    BOOST_TEST(safe_name("a.b") == "a.b");
}

BOOST_AUTO_TEST_CASE(device_names_of_windows_are_no_names) {
    BOOST_TEST(safe_name("CON") == "CON_");
    BOOST_TEST(safe_name("con.2026") == "con_.2026");
    BOOST_TEST(safe_name("Lpt1") == "Lpt1_");
    BOOST_TEST(safe_name("com²") == "com²_");
    BOOST_TEST(safe_name("nul .txt") == "nul _.txt");
    BOOST_TEST(safe_name("COM10") == "COM10");
    BOOST_TEST(safe_name("Công") == "Công");
    BOOST_TEST(safe_name("console") == "console");
}

BOOST_AUTO_TEST_CASE(long_names_are_cut_between_letters) {
    BOOST_TEST(shortened("Sở Y tế", 7) == "Sở Y");  // ở has three bytes; the space before "tế" goes too
    BOOST_TEST(shortened("ế", 2) == "");
    BOOST_TEST(shortened("abc", 3) == "abc");
    BOOST_TEST(shortened("q\u0323\u0301b", 4) == "");  // a letter is not parted from its marks
    BOOST_TEST(shortened("aq\u0323b", 3) == "a");
}

BOOST_AUTO_TEST_SUITE_END()
