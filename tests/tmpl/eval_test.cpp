// Tests of tmpl/eval: operators, paths, conditions, budgets, printing.
#include "tmpl/eval.hpp"

#include <boost/test/unit_test.hpp>

#include "tmpl/expr_support.hpp"

using namespace vanban;
using namespace vanban::tmpl;
using namespace vanban::tmpl::test;

namespace {

const data::Value kRoot = yaml(R"(ten: Sở Y tế
so: 05
gia: 1234.5
khong_co: null
rong: ""
co: true
co_quan: {ten: UBND, cap: {ten: tỉnh}}
ds: [3, 1, 2]
cac: [{ten: A}, {ten: B}]
)");

data::Value dates() {
    data::Map map;
    map.push_back({"ngay", {}, {PartialDate{2014, 3, 5}, {}}});
    map.push_back({"sau", {}, {PartialDate{2023, 12, 31}, {}}});
    map.push_back({"thieu", {}, {PartialDate{2023, 5, std::nullopt}, {kData, 7, 13}}});
    map.push_back({"trong", {}, {PartialDate{}, {}}});
    return {std::move(map), {}};
}

std::string value(std::string_view text) {
    return evaluated(text, kRoot);
}

/// Findings with notes.
std::string wrong(std::string_view text, const data::Value& root = kRoot) {
    Diagnostics out;
    const auto expr = parse_expression(text, whole(text), Limits{}, out);
    Budget budget = plenty();
    const Scope scope(root);
    BOOST_TEST(!evaluate(expr.value(), scope, budget, out));
    return findings(out);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(eval)

BOOST_AUTO_TEST_CASE(paths_reach_into_maps_and_lists) {
    BOOST_TEST(value("ten") == "\"Sở Y tế\"");
    BOOST_TEST(value("co_quan.cap.ten") == "\"tỉnh\"");
    BOOST_TEST(value("co_quan[\"ten\"]") == "\"UBND\"");
    BOOST_TEST(value("ds[0] + ds[ds[1]]") == "4");
    BOOST_TEST(value("cac[1].ten") == "\"B\"");
    BOOST_TEST(value("[[1, 2], [3]][0][1]") == "2");
    BOOST_TEST(value("(cac | dau).ten") == "\"A\"");
}

BOOST_AUTO_TEST_CASE(unknown_names_come_with_a_suggestion) {
    BOOST_TEST(wrong("tne") == "unknown-name@0-3 [did-you-mean@? ten]");
    BOOST_TEST(wrong("1 + Cơ_quan") == "unknown-name@4-12 [did-you-mean@? co_quan]");
    BOOST_TEST(wrong("zzzzzz") == "unknown-name@0-6");
}

BOOST_AUTO_TEST_CASE(unknown_members_have_the_place_of_their_name_and_of_the_map) {
    BOOST_TEST(wrong("co_quan.tem").starts_with("unknown-member@8-11 [value-given-here@data:"));
    BOOST_TEST(wrong("co_quan.tem").ends_with("[did-you-mean@? ten]"));
    BOOST_TEST(wrong("co_quan[\"tem\"]").starts_with("unknown-member@8-13"));
    BOOST_TEST(wrong("cac[0].tên").starts_with("unknown-member@7-11"));
}

BOOST_AUTO_TEST_CASE(members_of_other_things_than_maps_are_errors) {
    const std::string at = place(kRoot.find("khong_co")->span);
    BOOST_TEST(wrong("khong_co.ten") == "no-member@9-12 [value-given-here@" + at + "]");
    BOOST_TEST(evaluated("ten.dai", kRoot) == "no-member@4-7");
    BOOST_TEST(evaluated("ds.dau", kRoot) == "no-member@3-6");
    BOOST_TEST(evaluated("ten[\"a\"]", kRoot) == "no-member@4-7");
}

BOOST_AUTO_TEST_CASE(indexes_must_be_whole_and_within_the_list) {
    BOOST_TEST(value("ds[3]") == "index-out-of-range@3-4");
    BOOST_TEST(value("ds[-1]") == "index-out-of-range@3-5");
    BOOST_TEST(value("ds[9999999999999999999999]") == "index-out-of-range@3-25");
    BOOST_TEST(value("ds[0.5]") == "wrong-type@3-6");
    BOOST_TEST(value("ds[\"a\"]") == "wrong-type@3-6");
    BOOST_TEST(value("ten[0]") == "wrong-type@0-3");
    BOOST_TEST(value("co_quan[0]") == "wrong-type@0-7");
}

BOOST_AUTO_TEST_CASE(arithmetic_is_exact) {
    BOOST_TEST(value("0.1 + 0.2") == "0.3");
    BOOST_TEST(value("gia * 2 - 1") == "2468");
    BOOST_TEST(value("1 / 3") == "0.333333333333333333");
    BOOST_TEST(value("so + 1") == "6");
    BOOST_TEST(value("-gia") == "-1234.5");
    BOOST_TEST(value("99999999999999999 * 99999999999999999") == "9999999999999999800000000000000001");
}

BOOST_AUTO_TEST_CASE(arithmetic_on_other_types_is_refused_at_the_operand) {
    BOOST_TEST(wrong("1 + ten") == "wrong-type@4-7 [expects-number@?] [value-given-here@" +
                                       place(kRoot.find("ten")->span) + "] [did-you-mean@? ~]");
    BOOST_TEST(wrong("\"a\" + 1") == "wrong-type@0-3 [expects-number@?] [did-you-mean@? ~]");
    BOOST_TEST(value("ds * 2") == "wrong-type@0-2");
    BOOST_TEST(value("-ten") == "wrong-type@1-4");
    BOOST_TEST(value("1 - khong_co") == "wrong-type@4-12");
}

BOOST_AUTO_TEST_CASE(overflow_and_division_by_zero_are_findings) {
    BOOST_TEST(value("1 / 0") == "division-by-zero@0-5");
    BOOST_TEST(value("1 / (so - 5)") == "division-by-zero@0-12");
    BOOST_TEST(value("999999999999999999999999 * 999999999999999999999999") == "number-overflow@0-51");
}

BOOST_AUTO_TEST_CASE(joining_prints_both_sides) {
    BOOST_TEST(value("ten ~ \" \" ~ so ~ \"/\" ~ (1 / 4)") == "\"Sở Y tế 05/0,25\"");
    BOOST_TEST(value("ten ~ khong_co") == "missing-value@6-14");
    BOOST_TEST(value("ds ~ ten") == "not-printable@0-2");
}

BOOST_AUTO_TEST_CASE(equality_compares_content) {
    BOOST_TEST(value("so == 5") == "true");
    BOOST_TEST(value("5.0 == 5") == "true");
    BOOST_TEST(value("ten == \"Sở Y tế\"") == "true");
    BOOST_TEST(value("ten != \"sở y tế\"") == "true");
    BOOST_TEST(value("ds == [3, 1, 2]") == "true");
    BOOST_TEST(value("khong_co == null") == "true");
    BOOST_TEST(value("ten == null") == "false");
    BOOST_TEST(value("null != ds") == "true");
}

BOOST_AUTO_TEST_CASE(equality_of_different_types_is_false_but_a_mistake_beside_a_literal) {
    BOOST_TEST(value("ten == so") == "false");
    BOOST_TEST(value("ten != so") == "true");
    BOOST_TEST(wrong("so == \"05\"") == "compare-types@0-10 [value-given-here@" + place(kRoot.find("so")->span) + "]");
    BOOST_TEST(value("5 != ten") == "compare-types@0-8");
    BOOST_TEST(value("co == \"có\"") == "compare-types@0-11");
}

BOOST_AUTO_TEST_CASE(order_needs_two_values_of_one_type) {
    BOOST_TEST(value("1.5 < 2 and 2 <= 2 and 3 > 2 and 3 >= 3") == "true");
    BOOST_TEST(value("\"Ân\" < \"Bình\"") == "true");  // Vietnamese order, not bytes
    BOOST_TEST(value("\"Đà\" > \"Dũng\"") == "true");
    BOOST_TEST(value("so < ten") == "compare-types@0-8");
    BOOST_TEST(value("so < null") == "compare-types@0-9");
    BOOST_TEST(value("co < co") == "not-comparable@0-7");
    BOOST_TEST(value("ds >= ds") == "not-comparable@0-8");
}

BOOST_AUTO_TEST_CASE(dates_compare_if_they_are_complete) {
    const data::Value root = dates();
    BOOST_TEST(evaluated("ngay < sau", root) == "true");
    BOOST_TEST(evaluated("ngay == ngay", root) == "true");
    BOOST_TEST(wrong("ngay < thieu", root) == "incomplete-date@0-12 [value-given-here@data:7-13]");
    BOOST_TEST(evaluated("ngay == \"5/3/2014\"", root) == "compare-types@0-18");
}

BOOST_AUTO_TEST_CASE(in_looks_into_lists_texts_and_maps) {
    BOOST_TEST(value("2 in ds and 5 not in ds") == "true");
    BOOST_TEST(value("\"Y tế\" in ten") == "true");
    BOOST_TEST(value("\"cap\" in co_quan and \"x\" not in co_quan") == "true");
    BOOST_TEST(value("1 in ten") == "wrong-type@0-1");
    BOOST_TEST(value("\"a\" in so") == "wrong-type@7-9");
}

BOOST_AUTO_TEST_CASE(conditions_take_every_type) {
    for (const std::string_view text : {"khong_co", "rong", "0", "false", "[]", "0.0"}) {
        BOOST_TEST(value("not " + std::string(text)) == "true");
    }
    for (const std::string_view text : {"co", "ten", "so", "ds", "co_quan", "[0]"}) {
        BOOST_TEST(value(std::string(text) + " and true") == "true");
    }
    BOOST_TEST(evaluated("[trong and 1, thieu and 1]", dates()) == "[false, true]");
}

BOOST_AUTO_TEST_CASE(a_group_that_was_not_given_is_false) {
    BOOST_TEST(!is_true(yaml("{a: null, b: [], c: {d: null}}")));
    BOOST_TEST(is_true(yaml("{a: null, b: 0}")));
    BOOST_TEST(!is_true(yaml("{}")));
}

BOOST_AUTO_TEST_CASE(and_or_and_conditionals_evaluate_what_they_need) {
    BOOST_TEST(value("false and khong_biet") == "false");
    BOOST_TEST(value("true or khong_biet") == "true");
    BOOST_TEST(value("1 if true else khong_biet") == "1");
    BOOST_TEST(value("khong_biet if rong else ten") == "\"Sở Y tế\"");
    BOOST_TEST(value("true and khong_biet") == "unknown-name@9-19");
    BOOST_TEST(value("ten or false") == "true");
}

BOOST_AUTO_TEST_CASE(inner_names_hide_outer_ones) {
    Scope scope(kRoot);
    const data::Value outer(std::string("ngoài"), {});
    const data::Value inner(std::string("trong"), {});
    scope.bind("x", outer);
    const std::size_t depth = scope.depth();
    scope.bind("ten", *scope.find("x"));
    scope.bind("x", inner);
    BOOST_TEST(data::dump(*scope.find("x")) == "\"trong\"");
    BOOST_TEST(data::dump(*scope.find("ten")) == "\"ngoài\"");
    scope.unwind(depth);
    BOOST_TEST(data::dump(*scope.find("x")) == "\"ngoài\"");
    BOOST_TEST(data::dump(*scope.find("ten")) == "\"Sở Y tế\"");
    BOOST_TEST(scope.find("y") == nullptr);
    BOOST_TEST(scope.names().front() == "x");
}

BOOST_AUTO_TEST_CASE(what_is_found_stays_good_when_more_names_are_bound) {
    Scope scope(kRoot);
    const data::Value text(std::string("một chuỗi dài hơn bộ đệm nhỏ"), {});
    scope.bind("a", text);
    const data::Value* before = scope.find("a");
    for (int i = 0; i < 1000; ++i) scope.bind("b", *before);
    BOOST_TEST(scope.find("a") == before);
    BOOST_TEST(data::dump(*scope.find("b")) == "\"một chuỗi dài hơn bộ đệm nhỏ\"");
}

BOOST_AUTO_TEST_CASE(values_of_the_data_are_borrowed_not_copied) {
    Diagnostics out;
    const Scope scope(kRoot);
    Budget budget = plenty();
    for (const std::string_view text :
         {"ds", "ds if co else ten", "co_quan.cap", "cac[1]", "ds | mac_dinh(1)", "cac | cuoi"}) {
        const auto expr = parse_expression(text, whole(text), Limits{}, out);
        std::optional<Ref> found = evaluate(expr.value(), scope, budget, out);
        BOOST_TEST(found.value().owned() == nullptr);
    }
}

BOOST_AUTO_TEST_CASE(text_is_filled_in) {
    BOOST_TEST(filled("Số: {{ so }}/{{ co_quan.ten }}", kRoot) == "Số: 05/UBND");
    BOOST_TEST(filled("{{ gia }} {{ gia * 1 }} {{ co }} {{ not co }}", kRoot) == "1234.5 1234,5 có không");
    BOOST_TEST(filled("{{ ngay }} {{ thieu }}", dates()) == "05/3/2014 5/2023");
    BOOST_TEST(filled("", kRoot) == "");
}

BOOST_AUTO_TEST_CASE(what_cannot_be_printed_is_reported_all_at_once) {
    const std::string null_at = place(kRoot.find("khong_co")->span);
    const std::string list_at = place(kRoot.find("ds")->span);
    BOOST_TEST(filled("{{ khong_co }} {{ ds }}", kRoot) ==
               "missing-value@3-11 [value-given-here@" + null_at +
                   "] [use-default@?]; not-printable@18-20 [value-given-here@" + list_at + "]");
    BOOST_TEST(filled("{{ trong }}", dates()) == "missing-value@3-8 [use-default@?]");
}

BOOST_AUTO_TEST_CASE(a_missing_value_is_named_by_its_expression) {
    Diagnostics out;
    const auto text = parse_text("{{ co_quan.cap.ten | mac_dinh(khong_co) }}", {}, Limits{}, out);
    const data::Value root = yaml("{co_quan: {cap: {ten: null}}, khong_co: null}");
    const Scope scope(root);
    Budget budget = plenty();
    std::string to;
    BOOST_TEST(!append_text(to, text.value(), scope, budget, out));
    BOOST_TEST(out.items().at(0).args.at(0) == "co_quan.cap.ten | mac_dinh(khong_co)");
}

BOOST_AUTO_TEST_CASE(a_null_subject_of_a_filter_is_named_too) {
    Diagnostics out;
    const std::string_view text = "khong_co | hoa";
    const auto expr = parse_expression(text, whole(text), Limits{}, out);
    const Scope scope(kRoot);
    Budget budget = plenty();
    BOOST_TEST(!evaluate(expr.value(), scope, budget, out));
    BOOST_TEST(codes(out) == "missing-value@0-8");
    BOOST_TEST(out.items().at(0).args.at(0) == "khong_co");
}

BOOST_AUTO_TEST_CASE(the_budget_is_reported_once) {
    Diagnostics out;
    const std::string_view text = "1 + 2 + 3";
    const auto expr = parse_expression(text, whole(text), Limits{}, out);
    const Scope scope(kRoot);
    Budget budget{3, 100};
    BOOST_TEST(!evaluate(expr.value(), scope, budget, out));
    BOOST_TEST(!evaluate(expr.value(), scope, budget, out));
    BOOST_TEST(codes(out) == "budget-exceeded@4-5");
    BOOST_TEST(budget.reported);
}

BOOST_AUTO_TEST_CASE(text_that_is_made_costs_its_bytes) {
    const auto costs = [](std::string_view text, std::size_t bytes) {
        Diagnostics out;
        const auto parsed = parse_text(text, whole(text), Limits{}, out);
        const Scope scope(kRoot);
        Budget budget{1000, bytes};
        std::string to;
        const bool complete = append_text(to, parsed.value(), scope, budget, out);
        BOOST_TEST(complete == out.empty());
        return complete ? std::string("within") : codes(out);
    };
    BOOST_TEST(costs("abcde", 5) == "within");
    BOOST_TEST(costs("abcdef", 5) == "budget-exceeded@?");
    BOOST_TEST(costs("{{ \"abc\" ~ \"def\" }}", 11) == "budget-exceeded@3-16");
    BOOST_TEST(costs("{{ \"abc\" ~ \"def\" }}", 12) == "within");
    BOOST_TEST(costs("{{ [ds, ds] | do_dai }}", 100) == "budget-exceeded@3-11");
    BOOST_TEST(costs("{{ \"aaaa\" | thay(\"a\", \"bbbbbbbb\") }}", 30) == "budget-exceeded@3-33");
    BOOST_TEST(costs("{{ ds | sap_xep | dau }}", 100) == "budget-exceeded@3-15");
}

BOOST_AUTO_TEST_SUITE_END()
