// Patterns of paths, and names that are unique.
#include "batch/names.hpp"

#include <boost/test/unit_test.hpp>

#include "data/read.hpp"

namespace vanban::batch {
namespace {

data::Value record(const std::string& json) {
    Sources sources;
    Diagnostics out;
    return data::read({"r.json", json}, data::Format::Json, sources, Limits(), out).value();
}

std::string filled(const char* pattern, const std::string& json) {
    Sources sources;
    Diagnostics out;
    const auto parsed = Pattern::parse(pattern, sources, Limits(), out);
    const auto path = parsed ? parsed->fill(record(json), Limits(), out) : std::nullopt;
    return path ? *path : out.empty() ? "?" : std::string(name(out.items().front().code));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(names)

BOOST_AUTO_TEST_CASE(expressions_are_filled_in_with_their_filters) {
    BOOST_TEST(filled("out/{{ ma }}", R"({"ma": "BB-01"})") == "out/BB-01");
    BOOST_TEST(filled("out/{{ so + 1 }} {{ ma | hoa }}", R"({"so": 7, "ma": "a"})") == "out/8 A");
    BOOST_TEST(filled("{{ d.ten }}", R"({"d": {"ten": "An"}})") == "An");
}

BOOST_AUTO_TEST_CASE(folders_come_from_the_pattern_and_never_from_data) {
    BOOST_TEST(filled("out/{{ nam }}/{{ ma }}", R"({"nam": 2026, "ma": "a/../../b"})") == "out/2026/a-..-..-b");
    BOOST_TEST(filled("out/{{ ma }}", R"({"ma": "/etc/passwd"})") == "out/-etc-passwd");
    BOOST_TEST(filled("out/{{ ma }}/x", R"({"ma": ".."})") == "out/_/x");
    BOOST_TEST(filled("../o.t/{{ ma }}", R"({"ma": "a"})") == "../o.t/a");
    BOOST_TEST(filled("/srv/{{ ma }}", R"({"ma": "a"})") == "/srv/a");
    BOOST_TEST(filled("{{ '/' ~ ma }}", R"({"ma": "a"})") == "-a");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_filled_in_is_reported) {
    BOOST_TEST(filled("out/{{ ma }}", R"({"ma": null})") == "missing-value");
    BOOST_TEST(filled("out/{{ ma }}", R"({"mã": 1})") == "unknown-name");
    BOOST_TEST(filled("out/{{ ma }}", R"({"ma": [1]})") == "not-printable");
    BOOST_TEST(filled("out/{{ ma", "{}") == "unclosed-braces");
    BOOST_TEST(filled("out/", "{}") == "bad-file-name");
    BOOST_TEST(filled("out/a\tb", "{}") == "bad-file-name");
    BOOST_TEST(filled("out/\x80", "{}") == "bad-file-name");
}

BOOST_AUTO_TEST_CASE(the_common_folder_ends_before_the_first_expression) {
    const auto folder = [](const char* text) {
        Sources sources;
        Diagnostics out;
        return Pattern::parse(text, sources, Limits(), out)->folder();
    };
    BOOST_TEST(folder("a/b/{{ x }}/c") == "a/b/");
    BOOST_TEST(folder("a/b{{ x }}/c") == "a/");
    BOOST_TEST(folder("{{ x }}") == "");
    BOOST_TEST(folder("a/b") == "a/");
}

BOOST_AUTO_TEST_CASE(names_that_differ_in_case_only_are_numbered) {
    NameBook book(5);
    BOOST_TEST(book.claim("out/An") == "out/An");
    BOOST_TEST(book.claim("out/an") == "out/an (2)");
    BOOST_TEST(book.claim("out/AN") == "out/AN (3)");
    BOOST_TEST(book.claim("OUT/Ế") == "OUT/Ế");
    BOOST_TEST(book.claim("out/ế") == "out/ế (2)");
    BOOST_TEST(book.claim("out/an (2)") == "out/an (2) (2)");
    BOOST_TEST(book.claim("khac/An") == "khac/An");
    BOOST_TEST(book.claimed("OUT/aN (3)"));
    BOOST_TEST(!book.claimed("out/an (4)"));
}

BOOST_AUTO_TEST_CASE(long_names_keep_room_for_number_and_ending) {
    NameBook book(5);
    const std::string longest(250, 'a');
    BOOST_TEST(book.claim("out/" + longest + "x") == "out/" + longest);
    BOOST_TEST(book.claim("out/" + longest + "y") == "out/" + std::string(246, 'a') + " (2)");
    BOOST_TEST(book.claim("out/" + std::string(246, 'a')) == "out/" + std::string(246, 'a'));
}

BOOST_AUTO_TEST_CASE(a_hundred_thousand_equal_names_take_no_time) {
    NameBook book(5);
    std::string last;
    for (int i = 0; i < 100'000; ++i) last = book.claim("out/van-ban");
    BOOST_TEST(last == "out/van-ban (100000)");
}

BOOST_AUTO_TEST_CASE(a_set_of_hashes_knows_what_it_holds) {
    HashSet set;
    for (std::uint64_t i = 0; i < 5000; ++i) BOOST_TEST_REQUIRE(set.insert(i * 64));
    BOOST_TEST(!set.insert(64));
    BOOST_TEST(!set.contains(63));
    BOOST_TEST(set.size() == 5000u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::batch
