#include "data/reading.hpp"

namespace vanban::data {

BOOST_AUTO_TEST_SUITE(json_reader)

BOOST_AUTO_TEST_CASE(records_become_a_tree) {
    const Reading reading =
        json("[{\"ma\": \"01\", \"tên\": \"Phòng Tổ chức\", \"so\": 12.50}, {\"ds\": [true, false, null, [], {}]}]\n");
    BOOST_TEST(reading.dumped() ==
               "[{ma: \"01\", tên: \"Phòng Tổ chức\", so: 12.50}, {ds: [true, false, null, [], {}]}]");
    BOOST_TEST(reading.findings.empty());
}

BOOST_AUTO_TEST_CASE(a_single_scalar_is_a_value_too) {
    BOOST_TEST(json(" 5 ").dumped() == "5");
    BOOST_TEST(json("\"chữ\"").dumped() == "\"chữ\"");
    BOOST_TEST(json("\"a\\u1ed3\"\n").dumped() == "\"aồ\"");
    BOOST_TEST(json("null").dumped() == "null");
    BOOST_TEST(json("true").dumped() == "true");
}

BOOST_AUTO_TEST_CASE(spans_are_bytes_of_the_source_after_vietnamese_text_and_a_byte_order_mark) {
    const Reading reading =
        json("\xEF\xBB\xBF{ \"tên\": \"Sở Y tế\",\r\n \"số\": -12.5 , \"ds\": [ true, {} ], \"x\": null }");
    const Map& map = *reading.value->get_if<Map>();
    BOOST_TEST(reading.at(reading.value->span) == "{");
    BOOST_TEST(reading.value->span.begin == 3u);
    BOOST_TEST(reading.at(map[0].key_span) == "tên");
    BOOST_TEST(reading.at(map[0].value.span) == "Sở Y tế");
    BOOST_TEST(map[0].value.indent == 0);
    BOOST_TEST(reading.at(map[1].key_span) == "số");
    BOOST_TEST(reading.at(map[1].value.span) == "-12.5");
    BOOST_TEST(reading.at(map[2].value.span) == "[");
    BOOST_TEST(reading.at(map[2].value.get_if<List>()->at(0).span) == "true");
    BOOST_TEST(reading.at(map[2].value.get_if<List>()->at(1).span) == "{");
    BOOST_TEST(reading.at(map[3].value.span) == "null");
}

BOOST_AUTO_TEST_CASE(escapes_are_resolved_and_then_only_the_whole_place_is_known) {
    const Reading reading = json(R"({"a\u1ed3": "x\n\"y\"\\\/\ud83d\ude00", "b": "e\u0302"})");
    BOOST_TEST(reading.dumped() == "{aồ: \"x\\n\\\"y\\\"\\\\/😀\", b: \"ê\"}");
    BOOST_TEST(reading.get({"aồ"}).indent == TextOrigin::kInexact);
    BOOST_TEST(reading.text_of({"aồ"}) == R"(x\n\"y\"\\\/\ud83d\ude00)");
    BOOST_TEST(reading.at(reading.value->get_if<Map>()->front().key_span) == R"(a\u1ed3)");
}

BOOST_AUTO_TEST_CASE(numbers_keep_every_digit) {
    const Reading reading = json("[0, -0, 12345678901234567890123456789.50, 1.5E+3, 1e-3, 100]");
    BOOST_TEST(reading.dumped() == "[0, -0, 12345678901234567890123456789.50, 1.5E+3, 1e-3, 100]");
    BOOST_TEST((reading.value->get_if<List>()->at(3).get_if<Number>()->value == Decimal(1500)));
    BOOST_TEST(reading.value->get_if<List>()->at(4).get_if<Number>()->value.to_string() == "0.001");
}

BOOST_AUTO_TEST_CASE(each_number_that_cannot_be_kept_is_reported) {
    const Reading reading = json("[1e400, 1, 1234567890123456789012345678901234567890]");
    BOOST_REQUIRE(reading.findings.items().size() == 2u);
    BOOST_TEST(Reading::printed(reading.findings.items()[0]) == "number-too-large@1");
    BOOST_TEST(Reading::printed(reading.findings.items()[1]) == "number-too-large@11");
}

BOOST_AUTO_TEST_CASE(a_key_that_is_given_twice_is_refused_with_both_places) {
    BOOST_TEST(json(R"({"a": 1, "b": {"c": 1}, "a": 3})").finding() == "duplicate-key@25 first-given-here@2");
    BOOST_TEST(json(R"({"a": 1, "\u0061": 3})").finding() == "duplicate-key@10 first-given-here@2");
    std::string many = "{";
    for (int i = 0; i < 30; ++i) many += "\"k" + std::to_string(i) + "\":1,";
    const Reading three = json(many + "\"k0\":1,\"k1\":1,\"k0\":2}");
    BOOST_TEST(three.findings.items().size() == 3u);
}

BOOST_AUTO_TEST_CASE(bad_syntax_gets_a_place_and_a_hint) {
    BOOST_TEST(json("").finding() == "json-malformed@0 json-hint-value");
    BOOST_TEST(json("  ").finding() == "json-malformed@2 json-hint-value");
    BOOST_TEST(json("{\"a\": 1} x").finding() == "json-malformed@9 json-hint-one-value");
    BOOST_TEST(json("{} {}").finding() == "json-malformed@3 json-hint-one-value");
    BOOST_TEST(json("1 2").finding() == "json-malformed@2 json-hint-one-value");
    BOOST_TEST(json("\"a\" \"b\"").finding() == "json-malformed@4 json-hint-one-value");
    BOOST_TEST(json("[1, 2,]").finding() == "json-malformed@6 json-hint-trailing-comma");
    BOOST_TEST(json("{\"a\": 1,}").finding() == "json-malformed@8 json-hint-trailing-comma");
    BOOST_TEST(json("[1 2]").finding() == "json-malformed@3 json-hint-comma");
    BOOST_TEST(json("[\"a\":1]").finding() == "json-malformed@4 json-hint-comma");
    BOOST_TEST(json("[,1]").finding() == "json-malformed@1 json-hint-value");
    BOOST_TEST(json("{\"a\" 1}").finding() == "json-malformed@5 json-hint-colon");
    BOOST_TEST(json("{\"a\"1:2}").finding() == "json-malformed@4 json-hint-colon");
    BOOST_TEST(json("{\"a\":}").finding() == "json-malformed@5 json-hint-value");
    BOOST_TEST(json("{a: 1}").finding() == "json-malformed@1 json-hint-key");
    BOOST_TEST(json("{'a': 1}").finding() == "json-malformed@1 json-hint-single-quote");
    BOOST_TEST(json("[True]").finding() == "json-malformed@1 json-hint-word");
    BOOST_TEST(json("[Sở]").finding() == "json-malformed@1 json-hint-word");
    BOOST_TEST(json("[01]").finding() == "json-malformed@1 json-hint-number");
    BOOST_TEST(json("[1.]").finding() == "json-malformed@1 json-hint-number");
    BOOST_TEST(json("[1,2x]").finding() == "json-malformed@3 json-hint-number");
    BOOST_TEST(json("[+1]").finding() == "json-malformed@1 json-hint-word");
    BOOST_TEST(json("{ // x\n}").finding() == "json-malformed@2 json-hint-comment");
    BOOST_TEST(json("{\"a\": [1, 2").finding() == "json-malformed@11 json-hint-unclosed bracket-opened-here@6");
    BOOST_TEST(json("[[1, 2]").finding() == "json-malformed@7 json-hint-unclosed bracket-opened-here@0");
    BOOST_TEST(json("{\"a\": [1, 2}").finding() == "json-malformed@11 json-hint-unclosed bracket-opened-here@6");
    BOOST_TEST(json("[\"abc]").finding() == "json-malformed@1 json-hint-unclosed-string");
    BOOST_TEST(json("[\"một\nhai\"]").finding() == "json-malformed@1 json-hint-unclosed-string");
    BOOST_TEST(json("[\"a\tb\"]").finding() == "json-malformed@3 json-hint-raw-tab");
    BOOST_TEST(json("[\"a\\q\"]").finding() == "json-malformed@3 json-hint-escape");
    BOOST_TEST(json("[\"\\ud800\"]").finding() == "json-malformed@2 json-hint-escape");
    BOOST_TEST(json("[\"\\u12\"]").finding() == "json-malformed@2 json-hint-escape");
}

BOOST_AUTO_TEST_CASE(nesting_is_bounded) {
    Limits limits;
    limits.depth = 3;
    BOOST_TEST(json("[[[1]]]", limits).dumped() == "[[[1]]]");
    BOOST_TEST(json("[[[[1]]]]", limits).finding() == "too-deep@3");
    BOOST_TEST(json("{\"a\": [{\"b\": []}]}", limits).finding() == "too-deep@13");
}

BOOST_AUTO_TEST_CASE(a_million_open_brackets_end_in_a_finding) {
    constexpr std::size_t kMillion = 1'000'000;
    for (const std::string& text :
         {repeated("[", kMillion), repeated("{\"a\":", kMillion), repeated("[", kMillion) + repeated("]", kMillion)}) {
        const Reading reading = json(text);
        BOOST_TEST(reading.findings.items().size() == 1u);
        BOOST_TEST((reading.findings.items().front().code == Code::too_deep));
    }
    Limits limits;
    limits.depth = 2 * kMillion;  // however high the limit: readers recurse
    BOOST_TEST((json(repeated("[", kMillion), limits).findings.items().front().code == Code::too_deep));
}

BOOST_AUTO_TEST_CASE(values_are_counted) {
    Limits limits;
    limits.values = 5;
    BOOST_TEST(json("[1, 2, 3, 4]", limits).value.has_value());
    BOOST_TEST(json("[1, 2, 3, 4, 5]", limits).finding() == "too-many-values@13");
}

BOOST_AUTO_TEST_CASE(a_wide_map_is_read_in_reasonable_time) {
    std::string text = "{";
    for (int i = 0; i < 200'000; ++i) text += "\"k" + std::to_string(i) + "\": " + std::to_string(i) + ",";
    text.back() = '}';
    BOOST_TEST(json(text).value->get_if<Map>()->size() == 200'000u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::data
