#include "data/reading.hpp"

namespace vanban::data {
namespace {

constexpr Span kWhere{7, 1, 2};

std::string merged(std::string_view under, std::string_view over) {
    return dump(merge(*yaml(under).value, *yaml(over).value));
}

std::string set_in(std::string_view root, std::string_view path, Value value = scalar("1", kWhere)) {
    const auto result = set(*yaml(root).value, path, std::move(value));
    return result ? dump(*result) : Reading::printed(result.error());
}

Value from(std::string_view text) {
    return scalar(text, kWhere);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(merging)

BOOST_AUTO_TEST_CASE(maps_merge_key_by_key_and_keep_their_order) {
    BOOST_TEST(merged("{a: 1, b: {c: 2, d: 3}}", "{b: {d: 4, e: 5}, f: 6}") == "{a: 1, b: {c: 2, d: 4, e: 5}, f: 6}");
}

BOOST_AUTO_TEST_CASE(anything_else_is_replaced) {
    BOOST_TEST(merged("{a: [1, 2], b: {c: 1}, d: 1}", "{a: [3], b: ~, d: {e: 1}}") == "{a: [3], b: null, d: {e: 1}}");
    BOOST_TEST(merged("a: 1", "[2]") == "[2]");
}

BOOST_AUTO_TEST_CASE(members_keep_the_places_of_their_own_files) {
    const Value under = *yaml("a: 1\nb: 2\n").value;
    Value over = *yaml("b: 3\n").value;
    const Value both = merge(under, over);
    BOOST_TEST((both.find("a")->span == under.find("a")->span));
    BOOST_TEST((both.find("b")->span == over.find("b")->span));
}

BOOST_AUTO_TEST_CASE(wide_maps_merge_in_reasonable_time) {
    Map map;
    for (int i = 0; i < 50'000; ++i) map.push_back({"k" + std::to_string(i), {}, Value(Null{}, {})});
    const Value wide(std::move(map), {});
    BOOST_TEST((merge(wide, wide) == wide));
}

BOOST_AUTO_TEST_CASE(a_path_sets_members_and_makes_what_is_missing) {
    BOOST_TEST(set_in("{a: 0}", "a") == "{a: 1}");
    BOOST_TEST(set_in("{a: 0}", "b") == "{a: 0, b: 1}");
    BOOST_TEST(set_in("{}", "co_quan.ten") == "{co_quan: {ten: 1}}");
    BOOST_TEST(set_in("", "a.b") == "{a: {b: 1}}");
    BOOST_TEST(set_in("{a: ~}", "a.b") == "{a: {b: 1}}");
    BOOST_TEST(set_in("{a: {b: {c: 0, d: 2}}}", "a.b.c") == "{a: {b: {c: 1, d: 2}}}");
    BOOST_TEST(set_in("{}", "te\u0302n") == "{tên: 1}");
}

BOOST_AUTO_TEST_CASE(an_index_replaces_an_item_or_adds_the_next) {
    BOOST_TEST(set_in("{a: [0, 2]}", "a[0]") == "{a: [1, 2]}");
    BOOST_TEST(set_in("{a: [0, 2]}", "a[2]") == "{a: [0, 2, 1]}");
    BOOST_TEST(set_in("{a: [{b: 0}]}", "a[0].b") == "{a: [{b: 1}]}");
    BOOST_TEST(set_in("{}", "a[0].b[0]") == "{a: [{b: [1]}]}");
    BOOST_TEST(set_in("[0]", "[0]") == "[1]");
    BOOST_TEST(set_in("[[0]]", "[0][0]") == "[[1]]");
}

BOOST_AUTO_TEST_CASE(a_path_that_does_not_fit_is_refused) {
    for (const auto path :
         {"", ".", "a.", ".a", "a..b", "a[", "a[]", "a[x]", "a[-1]", "a[0", "a]", "a[0]b", "a[9999999999]"}) {
        BOOST_TEST(set_in("{}", path) == "bad-path@1", path);
    }
    BOOST_TEST(set_in("{a: 5}", "a.b") == "bad-path@1 path-needs-map@4");
    BOOST_TEST(set_in("{a: 5}", "a[0]") == "bad-path@1 path-needs-list@4");
    BOOST_TEST(set_in("{a: [5]}", "a[2]") == "bad-path@1 path-beyond-list@4");
    BOOST_TEST(set_in("[1]", "a") == "bad-path@1 path-needs-map@0");
    BOOST_TEST(set_in("{}", repeated("a.", 100'000) + "a") == "bad-path@1");
}

BOOST_AUTO_TEST_CASE(a_setting_is_read_like_a_yaml_scalar) {
    BOOST_TEST(dump(from("05")) == "05");
    BOOST_TEST(dump(from("-1.5")) == "-1.5");
    BOOST_TEST(dump(from("true")) == "true");
    BOOST_TEST(dump(from("")) == "null");
    BOOST_TEST(dump(from("~")) == "null");
    BOOST_TEST(dump(from("5/2023")) == "\"5/2023\"");
    BOOST_TEST(dump(from("Sở Y tế: a, b")) == "\"Sở Y tế: a, b\"");
    BOOST_TEST(dump(from("'05'")) == "\"05\"");
    BOOST_TEST(dump(from("\"a\\\"b\"")) == "\"a\\\"b\"");
    BOOST_TEST(dump(from("'a' và 'b'")) == "\"'a' và 'b'\"");
    BOOST_TEST(dump(from("te\u0302n\xFF")) == "\"tên\uFFFD\"");
}

BOOST_AUTO_TEST_CASE(a_setting_knows_its_place) {
    BOOST_TEST((from("Sở").span == kWhere));
    BOOST_TEST(from("Sở").indent == 0);
    BOOST_TEST(from("'Sở'").indent == TextOrigin::kInexact);
}

BOOST_AUTO_TEST_CASE(an_item_is_added_at_the_end_of_a_list_which_is_made_if_need_be) {
    Value root(Map{}, {});
    Diagnostics out;
    BOOST_TEST(append(root, "khoi.don_vi", Value(std::string("a"), {}), out));
    BOOST_TEST(append(root, "khoi.don_vi", Value(std::string("b"), {}), out));
    BOOST_TEST(dump(root) == "{khoi: {don_vi: [\"a\", \"b\"]}}");
    BOOST_TEST(!append(root, "khoi", Value(std::string("c"), {3, 0, 1}), out));
    BOOST_REQUIRE(out.items().size() == 1u);
    BOOST_TEST((out.items()[0].code == Code::bad_path));
    BOOST_TEST((out.items()[0].span == Span{3, 0, 1}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::data
