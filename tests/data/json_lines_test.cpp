#include "data/json_lines.hpp"

#include "data/reading.hpp"

namespace vanban::data {

BOOST_AUTO_TEST_SUITE(json_lines_reader)

BOOST_AUTO_TEST_CASE(every_line_is_an_item_and_empty_lines_are_skipped) {
    const Reading reading =
        json_lines("\xEF\xBB\xBF{\"ma\": \"01\", \"so\": 05e1}\n\n  \r\n{\"ma\": \"02\"}\r\n[1, \"hai\"]\n3");
    BOOST_TEST(reading.finding() == "json-malformed@22 json-hint-number");
    const Reading good = json_lines("\xEF\xBB\xBF{\"ma\": \"01\"}\n\n  \r\n{\"ma\": \"02\"}\r\n[1, \"hai\"]\n3\n\"x\"");
    BOOST_TEST(good.dumped() == "[{ma: \"01\"}, {ma: \"02\"}, [1, \"hai\"], 3, \"x\"]");
    BOOST_TEST(json_lines("").dumped() == "[]");
}

BOOST_AUTO_TEST_CASE(records_know_their_places) {
    const Reading reading = json_lines("{\"a\": 1}\n {\"tên\": \"Sở\"}\n");
    BOOST_REQUIRE(reading.value);
    const Value& second = reading.value->get_if<List>()->at(1);
    BOOST_TEST(second.span.begin == 10u);
    BOOST_TEST(reading.at(second.get_if<Map>()->front().key_span) == "tên");
    BOOST_TEST(reading.at(second.get_if<Map>()->front().value.span) == "Sở");
}

BOOST_AUTO_TEST_CASE(a_bad_line_is_reported_and_the_others_are_read_on) {
    BOOST_TEST(json_lines("{\"a\": 1\n{\"a\": 2}\n{\"b\"}\n{} {}\n").all_findings() ==
               "json-malformed@7 json-hint-unclosed bracket-opened-here@0 json-lines-hint-whole; "
               "json-malformed@21 json-hint-colon; json-malformed@26 json-lines-hint-whole");
    BOOST_TEST(json_lines("{\"a\": 1, \"a\": 2}\n[1e999]\n").all_findings() ==
               "duplicate-key@10 first-given-here@2; number-too-large@18");
}

BOOST_AUTO_TEST_CASE(lines_can_be_had_one_by_one) {
    const Source source{"test", "{\"a\": 1}\nx\n{\"a\": 2}\n"};
    Diagnostics out;
    const Limits limits;
    Intake intake(source, 0, limits, out);
    BOOST_REQUIRE(intake.check_source());
    JsonLines lines(intake);
    std::string seen;
    for (std::optional<Value> record; lines.next(record);) seen += record ? dump(*record) : "(refused)";
    BOOST_TEST(seen == "{a: 1}(refused){a: 2}");
}

BOOST_AUTO_TEST_CASE(values_and_depth_are_bounded) {
    Limits limits;
    limits.values = 3;
    BOOST_TEST(json_lines("1\n2\n3\n4\n5\n", limits).finding() == "too-many-values@6");
    limits = {};
    limits.depth = 1;
    BOOST_TEST(json_lines("[1]\n[[1]]\n", limits).finding() == "too-deep@5");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::data
