#include "data/reading.hpp"

namespace vanban::data {
namespace {

/// `rows` (YAML) put at `path` below `root` (YAML): the whole, or what was found.
std::string put(std::string_view root, std::string_view path, std::string_view rows) {
    Value value = *yaml(root).value;
    if (value.is_null()) value = Value(Map{}, {});
    Diagnostics out;
    const bool good = append(value, path, *yaml(rows).value, out);
    BOOST_TEST(good == out.empty());
    std::string all;
    for (const Diagnostic& each : out) all += (all.empty() ? "" : "; ") + Reading::printed(each);
    return good ? dump(value) : all;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(appending)

BOOST_AUTO_TEST_CASE(a_list_adds_its_items_and_a_map_is_one_item) {
    BOOST_TEST(put("{a: [1]}", "a", "[2, 3]") == "{a: [1, 2, 3]}");
    BOOST_TEST(put("{a: [1]}", "a", "{x: 2}") == "{a: [1, {x: 2}]}");
    BOOST_TEST(put("{a: ~}", "a", "[]") == "{a: null}");
}

BOOST_AUTO_TEST_CASE(keys_of_the_path_match_without_case_and_diacritics) {
    BOOST_TEST(put("{nhiem_vu: [1]}", "Nhiệm vụ", "[2]") == "{nhiem_vu: [1, 2]}");
    BOOST_TEST(put("{Dự toán: {phần: [1]}}", "du_toan.phan", "[2]") == "{\"Dự toán\": {phần: [1, 2]}}");
    BOOST_TEST(put("", "Dự toán > Phần", "[2]") == "{\"Dự toán\": {Phần: [2]}}");
}

BOOST_AUTO_TEST_CASE(an_index_in_the_path_chooses_an_item) {
    BOOST_TEST(put("{p: [{m: [1]}, {m: []}]}", "p[1].m", "[2]") == "{p: [{m: [1]}, {m: [2]}]}");
    BOOST_TEST(put("{p: []}", "p[1].m", "[2]") == "bad-path@1 path-beyond-list@4");
}

BOOST_AUTO_TEST_CASE(a_path_through_something_else_is_refused_once) {
    BOOST_TEST(put("{a: 5}", "a", "[1, 2]") == "bad-path@1 path-needs-list@4");
    BOOST_TEST(put("{a: 5}", "a.b", "[1, 2]") == "bad-path@1 path-needs-map@4");
    BOOST_TEST(put("{}", "a..b", "[1]") == "bad-path@0");
}

BOOST_AUTO_TEST_CASE(rows_make_the_parents_that_they_name) {
    BOOST_TEST(
        put("", "du_toan.phan.muc",
            "[{phan: {ten: A}, x: 1}, {phan: {ten: A}, x: 2}, {phan: {ten: B}, x: 3}, {phan: {ten: A}, x: 4}]") ==
        "{du_toan: {phan: [{ten: \"A\", muc: [{x: 1}, {x: 2}, {x: 4}]}, {ten: \"B\", muc: [{x: 3}]}]}}");
}

BOOST_AUTO_TEST_CASE(a_blank_parent_is_as_in_the_row_above_until_a_higher_one_changes) {
    BOOST_TEST(put("", "p.m.k",
                   "[{p: {ten: A}, m: {ten: I}, x: 1}, {p: ~, m: {ten: ~}, x: 2}, {p: ~, m: {ten: II}, x: 3},"
                   " {p: {ten: B}, m: ~, x: 4}, {m: {ten: I}, x: 5}, {p: {ten: B}, x: 6}]") ==
               "{p: [{ten: \"A\", m: [{ten: \"I\", k: [{x: 1}, {x: 2}]}, {ten: \"II\", k: [{x: 3}]}]},"
               " {ten: \"B\", k: [{x: 4}], m: [{ten: \"I\", k: [{x: 5}, {x: 6}]}]}]}");
}

BOOST_AUTO_TEST_CASE(levels_that_are_blank_from_the_start_are_left_out) {
    BOOST_TEST(put("", "g.p.m.k", "[{x: 1}, {x: 2, m: {ten: I}}]") ==
               "{g: {p: {k: [{x: 1}], m: [{ten: \"I\", k: [{x: 2}]}]}}}");
    BOOST_TEST(put("", "g.p.k", "[{x: 1, p: {ten: ~}}, {x: 2, p: {ten: A}}]") ==
               "{g: {k: [{x: 1}], p: [{ten: \"A\", k: [{x: 2}]}]}}");
}

BOOST_AUTO_TEST_CASE(a_level_that_every_row_leaves_blank_is_left_out_too) {
    BOOST_TEST(put("", "g.p.m.k", "[{p: {ten: A}, m: ~, x: 1}, {p: ~, m: ~, x: 2}]") ==
               "{g: {p: [{ten: \"A\", k: [{x: 1}, {x: 2}]}]}}");
    BOOST_TEST(put("", "g.p.k", "[{p: ~, x: 1}]") == "{g: {k: [{x: 1}]}}");
}

BOOST_AUTO_TEST_CASE(a_row_with_nothing_but_parents_makes_these) {
    BOOST_TEST(put("", "p.k", "[{p: {ten: A}, x: ~}, {p: ~, x: 1}]") == "{p: [{ten: \"A\", k: [{x: 1}]}]}");
}

BOOST_AUTO_TEST_CASE(parents_are_told_by_all_that_a_row_gives_of_them) {
    BOOST_TEST(put("", "p.k",
                   "[{p: {a: 1, b: 2}, x: 1}, {p: {a: 1, b: 3}, x: 2}, {p: {a: 1, b: 2}, x: 3}, {p: {b: 3}, x: 4}]") ==
               "{p: [{a: 1, b: 2, k: [{x: 1}, {x: 3}]}, {a: 1, b: 3, k: [{x: 2}, {x: 4}]}]}");
}

BOOST_AUTO_TEST_CASE(parents_that_were_there_are_found_by_what_they_say) {
    BOOST_TEST(put("{p: [{ten: A, y: 1}, {Tên: 'B '}, {ten: 05}]}", "p.k",
                   "[{p: {ten: B}, x: 1}, {p: {Tên: A}, x: 2}, {p: {ten: '5'}, x: 3}]") ==
               "{p: [{ten: \"A\", y: 1, k: [{x: 2}]}, {Tên: \"B \", k: [{x: 1}]}, {ten: 05, k: [{x: 3}]}]}");
}

BOOST_AUTO_TEST_CASE(a_parent_that_is_not_there_is_an_error_at_its_cell_with_the_nearest_one) {
    BOOST_TEST(put("{p: [{ten: Thuê xe}, {ten: In ấn}]}", "p.k", "[{p: {ten: In an}, x: 1}, {p: {ten: Q}, x: 2}]") ==
               "row-parent-unknown@11 did-you-mean; row-parent-unknown@36");
    BOOST_TEST(put("{p: [{ten: Chi tổ chức tại tỉnh}]}", "p.k", "[{p: {ten: Chi tổ chức}, x: 1}]") ==
               "row-parent-unknown@11 did-you-mean");
    BOOST_TEST(put("{p: [{ten: A}, {ten: A}]}", "p.k", "[{p: {ten: A}, x: 1}]") == "row-parent-ambiguous@11");
}

BOOST_AUTO_TEST_CASE(rows_that_go_on_below_a_parent_that_is_not_there_are_not_told_again) {
    BOOST_TEST(
        put("{p: [{ten: A}], m: 5}", "p.m.k",
            "[{p: {ten: A}, m: {ten: I}, x: 1}, {p: {ten: Z}, x: 2}, {m: {ten: II}, x: 3}, {p: {ten: A}, x: 4}]") ==
        "row-parent-unknown@45");
}

BOOST_AUTO_TEST_CASE(rows_below_a_list_must_name_their_parents_by_members) {
    BOOST_TEST(put("{p: [{ten: A}]}", "p.k", "[{x: 1}, {x: 2}]") == "row-needs-parent@1");
    BOOST_TEST(put("", "p.k", "[{p: A, x: 1}]") == "row-parent-not-named@5");
    BOOST_TEST(put("", "p.k", "[{p: {ten: A}, x: 1}, 5]") == "row-not-a-group@22");
}

BOOST_AUTO_TEST_CASE(a_member_called_like_a_group_of_the_path_stays_with_its_row) {
    BOOST_TEST(put("{g: {}}", "g.k", "[{g: 5, x: 1}]") == "{g: {k: [{g: 5, x: 1}]}}");
}

BOOST_AUTO_TEST_CASE(many_rows_find_many_parents_in_reasonable_time) {
    List parents, rows;
    for (int i = 0; i < 20'000; ++i) {
        const Value name("ma " + std::to_string(i), {});
        parents.emplace_back(Map{{"ma", {}, name}}, Span{});
        rows.emplace_back(Map{{"p", {}, Value(Map{{"ma", {}, name}}, {})}, {"x", {}, Value(true, {})}}, Span{});
    }
    std::swap(rows.front(), rows.back());
    Value root(Map{{"p", {}, Value(std::move(parents), {})}}, {});
    Diagnostics out;
    BOOST_TEST(append(root, "p.k", Value(std::move(rows), {}), out));
    BOOST_TEST(dump(root.find("p")->get_if<List>()->at(7)) == "{ma: \"ma 7\", k: [{x: true}]}");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::data
