// Tests of tmpl/filters: each filter, and what each refuses.
#include "tmpl/filters.hpp"

#include <boost/test/unit_test.hpp>
#include <set>

#include "tmpl/expr_support.hpp"

using namespace vanban;
using namespace vanban::tmpl;
using namespace vanban::tmpl::test;

namespace {

const data::Value kRoot = yaml(R"(ten: sở Y tế
so: 05
le: 21000000.5
khong_co: null
rong: ""
ds: [3, 1, 2]
chu: [Đà, Bình, Ân, Dũng]
cac:
  - {ten: Máy in, nhom: A, tien: 1500.5, mua: true}
  - {ten: Giấy, nhom: B, tien: 200, mua: false}
  - {ten: Mực, nhom: A, tien: 99.5, mua: true}
thieu: [{a: 2}, {a: null}, {a: 1}]
trong: []
)");

data::Value with_dates() {
    data::Map map;
    map.push_back({"ngay", {}, {PartialDate{2014, 3, 5}, {}}});
    map.push_back({"thieu", {}, {PartialDate{2023, 5, std::nullopt}, {}}});
    map.push_back({"trong", {}, {PartialDate{}, {}}});
    map.push_back({"ds", {}, {data::List{{PartialDate{2020, 1, 2}, {}}, {PartialDate{2019, 1, 2}, {}}}, {}}});
    map.push_back({"lo", {}, {data::List{{PartialDate{2020, 1, 2}, {}}, {PartialDate{2019, 1, {}}, {}}}, {}}});
    return {std::move(map), {}};
}

std::string value(std::string_view text) {
    return evaluated(text, kRoot);
}
std::string on_dates(std::string_view text) {
    return evaluated(text, with_dates());
}

}  // namespace

BOOST_AUTO_TEST_SUITE(filters_of_the_language)

BOOST_AUTO_TEST_CASE(the_table_is_found_by_name_and_holds_none_twice) {
    std::set<std::string_view> names;
    for (const Filter& filter : filters()) {
        BOOST_TEST(names.insert(filter.name).second);
        BOOST_TEST(filters()[find_filter(filter.name).value()].name == filter.name);
        BOOST_TEST(filter.min_arguments <= filter.max_arguments);
    }
    BOOST_TEST(names.size() == 31);
    BOOST_TEST(!find_filter("khong_biet"));
}

BOOST_AUTO_TEST_CASE(so_writes_the_vietnamese_format) {
    BOOST_TEST(value("1234567.5 | so") == "\"1.234.567,5\"");
    BOOST_TEST(value("so | so") == "\"5\"");
    BOOST_TEST(value("1234.567 | so(2)") == "\"1.234,57\"");
    BOOST_TEST(value("-5 | so(1)") == "\"-5,0\"");
    BOOST_TEST(value("ten | so") == "wrong-type@0-3");
    BOOST_TEST(value("1 | so(19)") == "number-out-of-range@7-9");
    BOOST_TEST(value("1 | so(0.5)") == "wrong-type@7-10");
    BOOST_TEST(value("1 | so(\"2\")") == "wrong-type@7-10");
}

BOOST_AUTO_TEST_CASE(tien_rounds_to_whole_dong) {
    BOOST_TEST(value("le | tien") == "\"21.000.001\"");
    BOOST_TEST(value("21000000 | tien") == "\"21.000.000\"");
    BOOST_TEST(value("ten | tien") == "wrong-type@0-3");
}

BOOST_AUTO_TEST_CASE(bang_chu_writes_amounts_in_words) {
    BOOST_TEST(value("21000000 | bang_chu") == "\"Hai mươi mốt triệu đồng\"");
    BOOST_TEST(value("21 | bang_chu(\"\")") == "\"Hai mươi mốt\"");
    BOOST_TEST(value("15 | bang_chu(\"hồ sơ\")") == "\"Mười lăm hồ sơ\"");
    BOOST_TEST(value("le | bang_chu") == "not-whole-amount@0-2");
    BOOST_TEST(value("ten | bang_chu") == "wrong-type@0-3");
    BOOST_TEST(value("5 | bang_chu(ds)") == "wrong-type@13-15");
}

BOOST_AUTO_TEST_CASE(dates_are_written_long_and_short) {
    BOOST_TEST(on_dates("ngay | ngay_vb") == "\"ngày 05 tháng 3 năm 2014\"");
    BOOST_TEST(on_dates("ngay | ngay_ngan") == "\"05/3/2014\"");
    BOOST_TEST(on_dates("thieu | ngay_ngan") == "\"5/2023\"");
    BOOST_TEST(on_dates("trong | ngay_ngan") == "\"\"");
    BOOST_TEST(on_dates("(thieu | ngay_vb) | ket_thuc(\"tháng 5 năm 2023\")") == "true");
    BOOST_TEST(value("ten | ngay_vb") == "wrong-type@0-3");
    BOOST_TEST(value("so | ngay_ngan") == "wrong-type@0-2");
}

BOOST_AUTO_TEST_CASE(numbers_take_the_forms_of_labels) {
    BOOST_TEST(value("3 | hai_chu_so") == "\"03\"");
    BOOST_TEST(value("12 | hai_chu_so") == "\"12\"");
    BOOST_TEST(value("-1 | hai_chu_so") == "number-out-of-range@0-2");
    BOOST_TEST(value("4 | la_ma") == "\"IV\"");
    BOOST_TEST(value("0 | la_ma") == "number-out-of-range@0-1");
    BOOST_TEST(value("4000 | la_ma") == "number-out-of-range@0-4");
    BOOST_TEST(value("1.5 | la_ma") == "wrong-type@0-3");
    BOOST_TEST(value("5 | chu_diem") == "\"đ\"");
    BOOST_TEST(value("24 | chu_diem") == "number-out-of-range@0-2");
    BOOST_TEST(value("ten | chu_diem") == "wrong-type@0-3");
}

BOOST_AUTO_TEST_CASE(case_changes_know_vietnamese) {
    BOOST_TEST(value("ten | hoa") == "\"SỞ Y TẾ\"");
    BOOST_TEST(value("\"ĐỒNG THÁP\" | thuong") == "\"đồng tháp\"");
    BOOST_TEST(value("\"đồng Tháp\" | dau_hoa") == "\"Đồng Tháp\"");
    BOOST_TEST(value("\"Ủy ban\" | dau_thuong") == "\"ủy ban\"");
    BOOST_TEST(value("\"\" | dau_hoa") == "\"\"");
    BOOST_TEST(value("\"\" | dau_thuong") == "\"\"");
    BOOST_TEST(value("so | hoa") == "\"05\"");
    BOOST_TEST(value("ds | hoa") == "wrong-type@0-2");
    BOOST_TEST(value("true | thuong") == "wrong-type@0-4");
}

BOOST_AUTO_TEST_CASE(null_goes_into_mac_dinh_only) {
    BOOST_TEST(value("khong_co | mac_dinh(\"x\")") == "\"x\"");
    BOOST_TEST(value("rong | mac_dinh(ds)") == "[3, 1, 2]");
    BOOST_TEST(value("ten | mac_dinh(\"x\")") == "\"sở Y tế\"");
    BOOST_TEST(value("0 | mac_dinh(1)") == "0");
    for (const Filter& filter : filters()) {
        if (filter.takes_null) continue;
        std::string text = "khong_co | " + std::string(filter.name);
        if (filter.min_arguments == 1) text += "(\"x\")";
        if (filter.min_arguments == 2) text += "(\"x\", \"y\")";
        if (filter.min_arguments == 3) text += "(\"x\", \"y\", 0)";
        BOOST_TEST(value(text) == "missing-value@0-8");
    }
}

BOOST_AUTO_TEST_CASE(do_dai_counts_items_members_and_characters) {
    BOOST_TEST(value("ds | do_dai") == "3");
    BOOST_TEST(value("cac[0] | do_dai") == "4");
    BOOST_TEST(value("ten | do_dai") == "7");
    BOOST_TEST(value("trong | do_dai") == "0");
    BOOST_TEST(value("so | do_dai") == "wrong-type@0-2");
}

BOOST_AUTO_TEST_CASE(texts_are_tested_and_replaced) {
    BOOST_TEST(value("ten | bat_dau(\"sở\")") == "true");
    BOOST_TEST(value("ten | bat_dau(\"Sở\")") == "false");
    BOOST_TEST(value("ten | ket_thuc(\"tế\")") == "true");
    BOOST_TEST(value("ten | chua(\"Y\")") == "true");
    BOOST_TEST(value("ten | chua(\"z\")") == "false");
    BOOST_TEST(value("ten | chua(ds)") == "wrong-type@11-13");
    BOOST_TEST(value("ds | chua(\"a\")") == "wrong-type@0-2");
    BOOST_TEST(value("\"a-b-c\" | thay(\"-\", \", \")") == "\"a, b, c\"");
    BOOST_TEST(value("\"aaa\" | thay(\"aa\", \"b\")") == "\"ba\"");
    BOOST_TEST(value("ten | thay(\"\", \"b\")") == "bad-argument@11-13");
    BOOST_TEST(value("ten | thay(\"a\", null)") == "wrong-type@16-20");
}

BOOST_AUTO_TEST_CASE(tach_and_noi_are_opposites) {
    BOOST_TEST(value("\" a , b,c \" | tach(\",\")") == "[\"a\", \"b\", \"c\"]");
    BOOST_TEST(value("\"a,,b\" | tach(\",\")") == "[\"a\", \"\", \"b\"]");
    BOOST_TEST(value("\"  \" | tach(\",\")") == "[]");
    BOOST_TEST(value("\"a;\" | tach(\";\")") == "[\"a\", \"\"]");
    BOOST_TEST(value("ten | tach(\"\")") == "bad-argument@11-13");
    BOOST_TEST(value("[\"a\", 5, \"c\"] | noi(\", \")") == "\"a, 5, c\"");
    BOOST_TEST(value("trong | noi(\", \")") == "\"\"");
    BOOST_TEST(value("[\"a\", null] | noi(\", \")") == "missing-value@0-11");
    BOOST_TEST(value("[ds] | noi(\", \")") == "not-printable@0-4");
    BOOST_TEST(value("ten | noi(\", \")") == "wrong-type@0-3");
}

BOOST_AUTO_TEST_CASE(dau_and_cuoi_are_null_for_an_empty_list) {
    BOOST_TEST(value("ds | dau") == "3");
    BOOST_TEST(value("ds | cuoi") == "2");
    BOOST_TEST(value("[1, 2] | cuoi") == "2");
    BOOST_TEST(value("trong | dau") == "null");
    BOOST_TEST(value("trong | cuoi | mac_dinh(0)") == "0");
    BOOST_TEST(value("ten | dau") == "wrong-type@0-3");
}

BOOST_AUTO_TEST_CASE(sap_xep_sorts_stably_with_nulls_last) {
    BOOST_TEST(value("ds | sap_xep") == "[1, 2, 3]");
    BOOST_TEST(value("chu | sap_xep") == "[\"Ân\", \"Bình\", \"Dũng\", \"Đà\"]");
    BOOST_TEST(value("cac | sap_xep(\"nhom\") | lay(\"ten\")") == "[\"Máy in\", \"Mực\", \"Giấy\"]");
    BOOST_TEST(value("cac | sap_xep(\"tien\") | lay(\"tien\")") == "[99.5, 200, 1500.5]");
    BOOST_TEST(value("thieu | sap_xep(\"a\") | lay(\"a\")") == "[1, 2, null]");
    BOOST_TEST(on_dates("ds | sap_xep | dau | ngay_ngan") == "\"02/01/2019\"");
    BOOST_TEST(value("trong | sap_xep") == "[]");
}

BOOST_AUTO_TEST_CASE(sap_xep_refuses_what_has_no_order) {
    BOOST_TEST(value("[1, \"a\"] | sap_xep") == "compare-types@0-8");
    BOOST_TEST(value("cac | sap_xep") == "not-comparable@0-3");
    BOOST_TEST(value("cac | sap_xep(\"mua\")") == "not-comparable@14-19");
    BOOST_TEST(on_dates("lo | sap_xep") == "incomplete-date@0-2");
    BOOST_TEST(value("cac | sap_xep(\"tenn\")") == "unknown-member@14-20");
    BOOST_TEST(value("cac | sap_xep(1)") == "wrong-type@14-15");
    BOOST_TEST(value("ds | sap_xep(\"a\")") == "wrong-type@13-16");
    BOOST_TEST(value("ten | sap_xep") == "wrong-type@0-3");
}

BOOST_AUTO_TEST_CASE(dao_reverses) {
    BOOST_TEST(value("ds | dao") == "[2, 1, 3]");
    BOOST_TEST(value("ds | sap_xep | dao") == "[3, 2, 1]");
    BOOST_TEST(value("ten | dao") == "wrong-type@0-3");
}

BOOST_AUTO_TEST_CASE(nhom_theo_keeps_the_order_of_appearance) {
    BOOST_TEST(value("cac | nhom_theo(\"nhom\") | lay(\"khoa\")") == "[\"A\", \"B\"]");
    BOOST_TEST(value("(cac | nhom_theo(\"nhom\"))[0].ds | lay(\"ten\")") == "[\"Máy in\", \"Mực\"]");
    BOOST_TEST(value("[{}] | nhom_theo(\"a\")") == "unexpected-character@1-2");
    BOOST_TEST(value("trong | nhom_theo(\"a\")") == "[]");
    BOOST_TEST(value("cac | nhom_theo(\"b\")") == "unknown-member@16-19");
    BOOST_TEST(value("ten | nhom_theo(\"b\")") == "wrong-type@0-3");
    const data::Value root = yaml("{ds: [{a: 1.0, b: x}, {a: \"1\", b: y}, {a: 1, b: z}]}");
    BOOST_TEST(evaluated("(ds | nhom_theo(\"a\"))[0].ds | lay(\"b\")", root) == "[\"x\", \"z\"]");
}

BOOST_AUTO_TEST_CASE(loc_picks_by_member) {
    BOOST_TEST(value("cac | loc(\"nhom\", \"A\") | lay(\"ten\")") == "[\"Máy in\", \"Mực\"]");
    BOOST_TEST(value("cac | loc(\"mua\") | do_dai") == "2");
    BOOST_TEST(value("thieu | loc(\"a\", null) | do_dai") == "1");
    BOOST_TEST(value("thieu | loc(\"a\") | tong(\"a\")") == "3");
    BOOST_TEST(value("cac | loc(\"z\")") == "unknown-member@10-13");
    BOOST_TEST(value("cac | sap_xep(\"tien\") | loc(\"mua\") | lay(\"ten\")") == "[\"Mực\", \"Máy in\"]");
}

BOOST_AUTO_TEST_CASE(tong_is_exact) {
    BOOST_TEST(value("ds | tong") == "6");
    BOOST_TEST(value("[0.1, 0.2] | tong") == "0.3");
    BOOST_TEST(value("cac | tong(\"tien\")") == "1800");
    BOOST_TEST(value("trong | tong") == "0");
    BOOST_TEST(value("chu | tong") == "wrong-type@0-3");
    BOOST_TEST(value("thieu | tong(\"a\")") == "wrong-type@13-16");
    BOOST_TEST(value("[999999999999999999999999999999999999, 1] | tong") == "number-overflow@0-48");
}

BOOST_AUTO_TEST_CASE(tong_tich_rounds_each_product_and_takes_another_member_for_a_missing_factor) {
    const std::string items =
        "[{a: 2.5, b: 3, c: null}, {a: 2.5, b: 5, c: 9}, {a: null, b: 1, c: 40}, {a: 1, b: null, c: null}]";
    const auto found = [&](const std::string& filter) {
        return evaluated(filter, yaml("{ds: " + items + ", chu: [{a: x, b: 1, c: 1}]}"));
    };
    BOOST_TEST(found("ds | tong_tich(\"a\", \"b\", 0)") == "21");  // 7.5 and 12.5, each up
    BOOST_TEST(found("ds | tong_tich(\"a\", \"b\", 1)") == "20");
    BOOST_TEST(found("ds | tong_tich(\"a\", \"b\", 0, \"c\")") == "61");
    BOOST_TEST(found("[] | tong_tich(\"a\", \"b\", 0)") == "0");
    BOOST_TEST(found("chu | tong_tich(\"a\", \"b\", 0)") == "wrong-type@16-19");
    BOOST_TEST(found("ds | tong_tich(\"a\", \"d\", 0)") == "unknown-member@20-23");
    BOOST_TEST(found("ds | tong_tich(\"a\", \"b\", 7)") == "number-out-of-range@25-26");
}

BOOST_AUTO_TEST_CASE(extremes_are_items) {
    BOOST_TEST(value("ds | nho_nhat") == "1");
    BOOST_TEST(value("ds | lon_nhat") == "3");
    BOOST_TEST(value("chu | lon_nhat") == "\"Đà\"");
    BOOST_TEST(on_dates("ds | lon_nhat | ngay_ngan") == "\"02/01/2020\"");
    BOOST_TEST(value("trong | lon_nhat") == "null");
    BOOST_TEST(value("[1, null] | nho_nhat") == "compare-types@0-9");
    BOOST_TEST(value("cac | nho_nhat") == "not-comparable@0-3");
}

BOOST_AUTO_TEST_CASE(findings_in_items_point_at_the_item) {
    Diagnostics out;
    const std::string_view text = "thieu | tong(\"a\")";
    const auto expr = parse_expression(text, whole(text), Limits{}, out);
    const Scope scope(kRoot);
    Budget budget = plenty();
    BOOST_TEST(!evaluate(expr.value(), scope, budget, out));
    const data::Value& item = (*kRoot.find("thieu")->get_if<data::List>())[1];
    BOOST_TEST(findings(out) ==
               "wrong-type@13-16 [expects-number@?] [value-given-here@" + place(item.find("a")->span) + "]");
}

BOOST_AUTO_TEST_CASE(a_made_value_has_the_place_of_its_subject) {
    Diagnostics out;
    const std::string_view text = "ten | hoa";
    const auto expr = parse_expression(text, whole(text), Limits{}, out);
    const Scope scope(kRoot);
    Budget budget = plenty();
    BOOST_CHECK((*evaluate(expr.value(), scope, budget, out))->span == kRoot.find("ten")->span);
}

BOOST_AUTO_TEST_SUITE_END()
