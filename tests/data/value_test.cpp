#include "data/value.hpp"

#include <boost/test/unit_test.hpp>

namespace vanban::data {
namespace {

Value number(std::int64_t value, std::string literal) {
    return Value(Number{Decimal(value), std::move(literal)}, {});
}
Value text(std::string value) {
    return Value(std::move(value), {});
}

}  // namespace

BOOST_AUTO_TEST_SUITE(value)

BOOST_AUTO_TEST_CASE(a_new_value_is_null_and_its_kind_follows_its_content) {
    BOOST_TEST(Value().is_null());
    BOOST_TEST((Value(true, {}).kind() == Kind::Bool));
    BOOST_TEST((number(1, "1").kind() == Kind::Number));
    BOOST_TEST((text("a").kind() == Kind::Text));
    BOOST_TEST((Value(PartialDate{}, {}).kind() == Kind::Date));
    BOOST_TEST((Value(List{}, {}).kind() == Kind::List));
    BOOST_TEST((Value(Map{}, {}).kind() == Kind::Map));
}

BOOST_AUTO_TEST_CASE(members_are_found_by_key_in_maps_only) {
    const Value map(Map{{"a", {}, number(1, "1")}, {"b", {}, text("x")}}, {});
    BOOST_REQUIRE(map.find("b"));
    BOOST_TEST(*map.find("b")->get_if<std::string>() == "x");
    BOOST_TEST(!map.find("c"));
    BOOST_TEST(!text("a").find("a"));
}

BOOST_AUTO_TEST_CASE(equality_is_of_content_not_of_place_or_literal) {
    BOOST_TEST((number(5, "05") == number(5, "5")));
    BOOST_TEST((Value(true, {0, 1, 2}) == Value(true, {1, 3, 4})));
    BOOST_TEST(!(number(5, "5") == text("5")));
    BOOST_TEST((Value(Map{{"a", {0, 1, 2}, text("x")}}, {}) == Value(Map{{"a", {}, text("x")}}, {})));
    BOOST_TEST(!(Value(Map{{"a", {}, text("x")}}, {}) == Value(Map{{"b", {}, text("x")}}, {})));
}

BOOST_AUTO_TEST_CASE(the_dump_is_one_line_and_unambiguous) {
    const Value value(Map{{"so", {}, number(5, "05")},
                          {"tên đơn vị", {}, text("Sở \"Y tế\"\n\t\\")},
                          {"ngay", {}, Value(PartialDate{2014, 3, 5}, {})},
                          {"thang", {}, Value(PartialDate{2023, 5, std::nullopt}, {})},
                          {"ds", {}, Value(List{Value(), Value(false, {}), Value(List{}, {})}, {})}},
                      {});
    BOOST_TEST(dump(value) ==
               "{so: 05, \"tên đơn vị\": \"Sở \\\"Y tế\\\"\\n\\t\\\\\", ngay: date(5/3/2014), thang: date(5/2023), "
               "ds: [null, false, []]}");
    BOOST_TEST(dump(Value(Number{Decimal(7), ""}, {})) == "7");
    BOOST_TEST(dump(Value(PartialDate{}, {})) == "date()");
}

BOOST_AUTO_TEST_CASE(copies_are_deep) {
    const Value original(List{text("a")}, {});
    Value copy = original;
    *copy.get_if<List>()->front().get_if<std::string>() = "b";
    BOOST_TEST(*original.get_if<List>()->front().get_if<std::string>() == "a");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::data
