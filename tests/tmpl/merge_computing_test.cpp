// Tests of tables that compute: formulas, sums of groups, totals, shares, and what is wrong with the data.
#include <boost/test/unit_test.hpp>

#include "tmpl/template_support.hpp"

using namespace vanban;
using namespace vanban::tmpl::test;

namespace {

const std::string kColumns =
    "<cot tieu-de=\"Nội dung\">{{ h.ten }}</cot>"
    "<cot ten=\"sl\" tieu-de=\"Số lượng\" kieu=\"so\" am=\"khong\">{{ h.sl }}</cot>"
    "<cot ten=\"dg\" tieu-de=\"Đơn giá\" kieu=\"so\">{{ h.dg }}</cot>"
    "<cot ten=\"tt\" tieu-de=\"Thành tiền\" kieu=\"so\" cong-thuc=\"sl * dg\" tong=\"co\">{{ h.tt if 'tt' in h else "
    "null }}</cot>";
const std::string kTotal = "<hang nguon=\"ds\"/><hang-tong nhan=\"Cộng\" cong=\"co\"/>";
const std::string kGroups =
    "<lap bien=\"n\" trong=\"nhom\"><hang-nhom cap=\"{{ n.cap }}\" nhan=\"{{ n.ten }}\" cong=\"co\"/>"
    "<hang nguon=\"n.ds\"/></lap><hang-tong nhan=\"Cộng\" cong=\"co\"/>";

std::string table(const std::string& columns, const std::string& rows, const std::string& after = "") {
    return "<bang ten=\"b\" bien=\"h\">" + columns + "<than-bang>" + rows + "</than-bang></bang>" + after;
}

/// The rows of a table, or the findings.
std::string rows_of(const std::string& columns, const std::string& rows, std::string yaml,
                    const std::string& after = "") {
    Run run;
    run.loader.add("t", mau(table(columns, rows, after)));
    std::string text = run.merged("t", std::move(yaml));
    const std::size_t head = text.find("ten=\"b\"\n");
    text = head == text.npos ? text : text.substr(head + 8);
    return run.out.empty() || head == text.npos ? text : text + run.findings();
}
std::string rows(const std::string& yaml) {
    return rows_of(kColumns, kTotal, yaml);
}
std::string groups(const std::string& yaml) {
    return rows_of(kColumns, kGroups, yaml);
}

/// All findings as a person reads them, in Vietnamese.
std::string words(const std::string& columns, const std::string& body, std::string yaml) {
    Run run;
    run.loader.add("t", mau(table(columns, body)));
    run.merged("t", std::move(yaml));
    std::string text;
    for (const Diagnostic& finding : run.out) text += word(finding.code, finding.args, Lang::Vi) + "\n";
    return text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(merge_computing)

BOOST_AUTO_TEST_CASE(a_column_is_computed_from_others_and_added_up) {
    BOOST_TEST(rows("ds: [{ten: Nước, sl: 12, dg: 150000}, {ten: Giấy, sl: 2.5, dg: 61333}]") ==
               "    hang [\"Nước\", \"12\", \"150.000\", \"1.800.000\" = 1800000]\n"
               "    hang [\"Giấy\", \"2,5\", \"61.333\", \"153.333\" = 153333]\n"  // 153332.5
               "    hang-tong \"Cộng\" cong [0, 1] [-, -, -, \"1.953.333\" = 1953333]\n");
}

BOOST_AUTO_TEST_CASE(groups_add_their_direct_children) {
    BOOST_TEST(groups("nhom: [{cap: 1, ten: A, ds: []}, {cap: 2, ten: I, ds: [{ten: x, sl: 1, dg: 5}]},"
                      "{cap: 2, ten: II, ds: [{ten: y, sl: 2, dg: 10}, {ten: z, sl: 1, dg: 7}]},"
                      "{cap: 1, ten: B, ds: [{ten: w, sl: 1, dg: 100}]}]") ==
               "    hang-nhom 0 \"A\" cong [1, 3] [-, -, -, \"32\" = 32]\n"
               "    hang-nhom 1 \"I\" cong [2] [-, -, -, \"5\" = 5]\n    hang [\"x\", \"1\", \"5\", \"5\" = 5]\n"
               "    hang-nhom 1 \"II\" cong [4, 5] [-, -, -, \"27\" = 27]\n"
               "    hang [\"y\", \"2\", \"10\", \"20\" = 20]\n    hang [\"z\", \"1\", \"7\", \"7\" = 7]\n"
               "    hang-nhom 0 \"B\" cong [7] [-, -, -, \"100\" = 100]\n"
               "    hang [\"w\", \"1\", \"100\", \"100\" = 100]\n"
               "    hang-tong \"Cộng\" cong [0, 6] [-, -, -, \"132\" = 132]\n");
}

BOOST_AUTO_TEST_CASE(a_group_without_a_sum_is_a_heading_only) {
    BOOST_TEST(rows_of(kColumns,
                       "<hang-nhom cap=\"1\" nhan=\"A\"/><hang-nhom cap=\"2\" nhan=\"I\" cong=\"co\"/>"
                       "<hang nguon=\"ds\"/><hang-nhom cap=\"1\" nhan=\"B\"/><hang nguon=\"ds\"/>"
                       "<hang-tong nhan=\"T\" cong=\"co\"/>",
                       "ds: [{ten: x, sl: 1, dg: 5}]") ==
               "    hang-nhom 0 \"A\" [-, -, -, -]\n    hang-nhom 1 \"I\" cong [2] [-, -, -, \"5\" = 5]\n"
               "    hang [\"x\", \"1\", \"5\", \"5\" = 5]\n    hang-nhom 0 \"B\" [-, -, -, -]\n"
               "    hang [\"x\", \"1\", \"5\", \"5\" = 5]\n    hang-tong \"T\" cong [1, 4] [-, -, -, \"10\" = 10]\n");
}

BOOST_AUTO_TEST_CASE(a_total_may_stand_first_and_may_add_named_groups) {
    const std::string body =
        "<hang-tong nhan=\"Tổng số\" cong=\"co\"/><hang-nhom cap=\"1\" ten=\"a\" nhan=\"A\" cong=\"co\"/>"
        "<hang nguon=\"ds\"/><hang-nhom cap=\"1\" ten=\"b\" nhan=\"B\" cong=\"co\"/><hang nguon=\"ds\"/>"
        "<neu dieu-kien=\"false\"><hang-nhom cap=\"1\" ten=\"c\" nhan=\"C\" cong=\"co\"/></neu>"
        "<hang-tong nhan=\"Riêng B và C\" cong=\"b, c\"/>";
    BOOST_TEST(rows_of(kColumns, body, "ds: [{ten: x, sl: 1, dg: 5}]") ==
               "    hang-tong \"Tổng số\" cong [1, 3] [-, -, -, \"10\" = 10]\n"
               "    hang-nhom 0 \"A\" cong [2] [-, -, -, \"5\" = 5]\n    hang [\"x\", \"1\", \"5\", \"5\" = 5]\n"
               "    hang-nhom 0 \"B\" cong [4] [-, -, -, \"5\" = 5]\n    hang [\"x\", \"1\", \"5\", \"5\" = 5]\n"
               "    hang-tong \"Riêng B và C\" cong [3] [-, -, -, \"5\" = 5]\n");
}

BOOST_AUTO_TEST_CASE(totals_name_groups_that_are_there_add_up_and_count_once) {
    const auto found = [](const std::string& body) { return rows_of(kColumns, body, "ds: []"); };
    BOOST_TEST(
        found("<hang-nhom cap=\"1\" ten=\"chi\" nhan=\"A\" cong=\"co\"/><hang-tong nhan=\"T\" cong=\"chi, ci\"/>") ==
        "no-such-group-row@ci");
    BOOST_TEST(found("<hang-nhom cap=\"1\" ten=\"a\" nhan=\"A\"/><hang-tong nhan=\"T\" cong=\"a\"/>") ==
               "group-without-sum@a");
    BOOST_TEST(found("<hang-nhom cap=\"1\" ten=\"a\" nhan=\"A\" cong=\"co\"/><hang-nhom cap=\"2\" ten=\"b\" nhan=\"B\" "
                     "cong=\"co\"/><hang-tong nhan=\"T\" cong=\"a, b\"/>") == "group-counted-twice@a");
    BOOST_TEST(
        found("<hang-nhom cap=\"1\" ten=\"{{ 'a' }}\" nhan=\"A\" cong=\"co\"/><hang-tong nhan=\"T\" cong=\"x\"/>") ==
        "no-such-group-row@x");
}

BOOST_AUTO_TEST_CASE(shares_are_of_the_grand_total_and_printed_in_percent) {
    const std::string columns =
        "<cot ten=\"a\" tieu-de=\"A\" kieu=\"so\" tong=\"co\">{{ h.a }}</cot>"
        "<cot ten=\"tl\" tieu-de=\"Tỷ lệ\" kieu=\"so\" cong-thuc=\"a / tong(a)\" phan-tram=\"co\" so-le=\"1\"/>";
    BOOST_TEST(rows_of(columns, "<hang nguon=\"ds\"/><hang-tong nhan=\"Cộng\" cong=\"co\"/>",
                       "ds: [{a: 1}, {a: 2}, {a: null}]") ==
               "    hang [\"1\", \"33,3%\" = 0.333]\n    hang [\"2\", \"66,7%\" = 0.667]\n    hang [-, -]\n"
               "    hang-tong \"Cộng\" cong [0, 1, 2] [\"3\" = 3, \"100,0%\" = 1]\n");
    BOOST_TEST(rows_of(columns, "<hang nguon=\"ds\"/>", "ds: [{a: 1}]") == "no-grand-total@tong(a)");
}

BOOST_AUTO_TEST_CASE(sums_of_rows_are_computed_from_sums_not_added) {
    const std::string columns =
        "<cot ten=\"truoc\" tieu-de=\"Năm trước\" kieu=\"so\" tong=\"co\">{{ h.a }}</cot>"
        "<cot ten=\"nay\" tieu-de=\"Năm nay\" kieu=\"so\" tong=\"co\">{{ h.b }}</cot>"
        "<cot ten=\"lech\" tieu-de=\"Chênh lệch\" kieu=\"so\" cong-thuc=\"nay - truoc\" tong=\"co\"/>"
        "<cot ten=\"ty_le\" tieu-de=\"So sánh\" kieu=\"so\" cong-thuc=\"nay / truoc\" phan-tram=\"co\"/>";
    BOOST_TEST(rows_of(columns, kTotal, "ds: [{a: 100, b: 150}, {a: null, b: 50}, {a: 30, b: null}]") ==
               "    hang [\"100\", \"150\", \"50\" = 50, \"150%\" = 1.5]\n"
               "    hang [-, \"50\", \"50\" = 50, -]\n"
               "    hang [\"30\", -, \"-30\" = -30, -]\n"
               "    hang-tong \"Cộng\" cong [0, 1, 2] [\"130\" = 130, \"200\" = 200, \"70\" = 70, \"154%\" = 1.54]\n");
}

BOOST_AUTO_TEST_CASE(totals_are_names_for_what_follows) {
    BOOST_TEST(merged(table(kColumns, kTotal,
                            "<doan>{{ b.tong.tt | bang_chu }}, {{ b.so_hang }} khoản</doan><neu "
                            "dieu-kien=\"true\"><doan>{{ b.tong.tt }}</doan></neu>"),
                      "ds: [{ten: x, sl: 3, dg: 7000000}]")
                   .ends_with("  doan \"Hai mươi mốt triệu đồng, 1 khoản\"\n  doan \"21000000\"\n"));
    BOOST_TEST(merged(table(kColumns, kTotal, "<doan>{{ b.tong.tt }}{{ b.so_hang }}</doan>"), "ds: []")
                   .ends_with("doan \"00\"\n"));
    BOOST_TEST(merged(table(kColumns, kTotal, "<doan>{{ b.tong.tien }}</doan>"), "ds: []") == "unknown-member@tien");
}

BOOST_AUTO_TEST_CASE(sums_of_named_groups_are_names_too) {
    const std::string body =
        "<lap bien=\"n\" trong=\"nhom\"><hang-nhom cap=\"1\" ten=\"{{ n.ten }}\" nhan=\"N\" cong=\"co\"/>"
        "<hang nguon=\"n.ds\"/></lap><neu dieu-kien=\"false\"><hang-nhom cap=\"1\" ten=\"c\" nhan=\"C\"/></neu>";
    BOOST_TEST(
        merged(
            table(kColumns, body, "<doan>{{ b.nhom.x.tt }} {{ b.nhom['y'].tt }} {{ b.nhom.c.tt }}</doan>"),
            "nhom: [{ten: x, ds: [{ten: a, sl: 1, dg: 5}]}, {ten: y, ds: []}, {ten: x, ds: [{ten: b, sl: 2, dg: 3}]}]")
            .ends_with("doan \"11 0 0\"\n"));
}

BOOST_AUTO_TEST_CASE(a_missing_unit_price_is_a_warning_that_names_row_and_column) {
    BOOST_TEST(rows("ds: [{ten: Nước, sl: 12, dg: null}, {ten: Khoán, sl: null, dg: null}]") ==
               "    hang [\"Nước\", \"12\", -, - = 0]\n    hang [\"Khoán\", -, -, -]\n"
               "    hang-tong \"Cộng\" cong [0, 1] [-, -, -, - = 0]\n"
               "missing-operand@{");
    BOOST_TEST(words(kColumns, kTotal, "ds: [{ten: Nước, sl: 12, dg: null}]") ==
               "hàng “Nước”: cột “Đơn giá” còn trống, được coi là 0 khi tính “Thành tiền”\n");
}

BOOST_AUTO_TEST_CASE(an_amount_without_quantity_and_price_is_a_lump_sum) {
    BOOST_TEST(rows("ds: [{ten: Khoán, sl: null, dg: null, tt: 500}, {ten: x, sl: 1, dg: null, tt: 70}]") ==
               "    hang [\"Khoán\", -, -, \"500\"]\n    hang [\"x\", \"1\", -, \"70\"]\n"
               "    hang-tong \"Cộng\" cong [0, 1] [-, -, -, \"570\" = 570]\nmissing-operand-given@70");
}

BOOST_AUTO_TEST_CASE(an_amount_that_the_data_gives_must_be_the_computed_one) {
    BOOST_TEST(rows("ds: [{ten: x, sl: 2, dg: 3, tt: 6}]").ends_with("[-, -, -, \"6\" = 6]\n"));
    BOOST_TEST(rows("ds: [{ten: x, sl: 2, dg: 3, tt: 7}]") == "computed-differs@7");
    BOOST_TEST(words(kColumns, kTotal, "ds: [{ten: Giấy, sl: 2, dg: 1500, tt: 3001}]") ==
               "cột “Thành tiền” của hàng “Giấy” ghi 3.001 nhưng tính ra 3.000\n");
}

BOOST_AUTO_TEST_CASE(a_total_that_the_data_gives_must_be_the_sum) {
    const std::string body =
        "<hang nguon=\"ds\"/><hang-tong nhan=\"Tổng cộng\" cong=\"co\"><o cot=\"tt\">{{ tong }}</o></hang-tong>";
    BOOST_TEST(rows_of(kColumns, body, "{ds: [{ten: x, sl: 2, dg: 3}], tong: 6}").ends_with("\"6\" = 6]\n"));
    BOOST_TEST(rows_of(kColumns, body, "{ds: [{ten: x, sl: 2, dg: 3}], tong: null}").ends_with("\"6\" = 6]\n"));
    BOOST_TEST(rows_of(kColumns, body, "{ds: [{ten: x, sl: 2, dg: 3}], tong: 5}") == "sum-differs@5");
    BOOST_TEST(words(kColumns, body, "{ds: [{ten: x, sl: 2, dg: 3000}], tong: 5000}") ==
               "tổng ở cột “Thành tiền” của hàng “Tổng cộng” ghi 5.000 nhưng các hàng cộng lại được 6.000, chênh lệch "
               "-1.000\n");
}

BOOST_AUTO_TEST_CASE(columns_that_compute_take_numbers_only) {
    BOOST_TEST(rows("ds: [{ten: x, sl: năm, dg: 3}]") == "text-in-number-column@năm");
    BOOST_TEST(rows("ds: [{ten: x, sl: \"1.234\", dg: 3}]") == "ambiguous-number@1.234");
    BOOST_TEST(rows("ds: [{ten: x, sl: \"1.234,5\", dg: \"2\"}]").ends_with("\"2.469\" = 2469]\n"));
    BOOST_TEST(rows("ds: [{ten: x, sl: [1], dg: 3}]") == "text-in-number-column@[");
    BOOST_TEST(rows("ds: [{ten: x, sl: -1, dg: 3}]") == "negative-number@-1");
    BOOST_TEST(words(kColumns, kTotal, "ds: [{ten: x, sl: năm, dg: 3}, {ten: y, sl: -1.5, dg: 1}]") ==
               "cột “Số lượng” dùng để tính nên chỉ nhận số, ở đây là “năm”\ncột “Số lượng” không nhận số âm: -1,5\n");
}

BOOST_AUTO_TEST_CASE(a_cell_that_is_wrong_brings_no_further_findings_about_its_row_and_sums) {
    const std::string body = "<hang nguon=\"ds\"/><hang-tong nhan=\"T\" cong=\"co\"><o cot=\"tt\">9</o></hang-tong>";
    BOOST_TEST(rows_of(kColumns, body, "ds: [{ten: x, sl: năm, dg: 3, tt: 9}, {ten: y, sl: 1, dg: 2, tt: 3}]") ==
               "text-in-number-column@năm | computed-differs@3");
}

BOOST_AUTO_TEST_CASE(computed_numbers_may_have_to_be_positive_too) {
    const std::string columns =
        "<cot ten=\"a\" tieu-de=\"A\" kieu=\"so\">{{ h }}</cot><cot tieu-de=\"B\" kieu=\"so\" cong-thuc=\"a - 5\" "
        "am=\"khong\"/>";
    BOOST_TEST(rows_of(columns, "<hang nguon=\"ds\"/>", "ds: [7, 3]") == "negative-number@3");
}

BOOST_AUTO_TEST_CASE(places_of_a_column_round_its_numbers_and_say_so) {
    const std::string columns = "<cot ten=\"a\" tieu-de=\"A\" kieu=\"so\" so-le=\"{{ n }}\">{{ h }}</cot>";
    BOOST_TEST(
        rows_of(columns, "<hang nguon=\"ds\"/>", "{n: 1, ds: [2, 0.25, -0.25]}") ==
        "    hang [\"2,0\"]\n    hang [\"0,3\"]\n    hang [\"-0,3\"]\nnumber-rounded@0.25 | number-rounded@-0.25");
    BOOST_TEST(rows_of(columns, "<hang nguon=\"ds\"/>", "{n: 7, ds: []}") == "number-out-of-range@7");
}

BOOST_AUTO_TEST_CASE(division_by_zero_is_an_error_of_the_row_and_by_an_empty_cell_it_is_empty) {
    const std::string columns =
        "<cot ten=\"a\" tieu-de=\"A\" kieu=\"so\">{{ h.a }}</cot><cot ten=\"b\" tieu-de=\"B\" kieu=\"so\">{{ h.b "
        "}}</cot>"
        "<cot tieu-de=\"C\" kieu=\"so\" cong-thuc=\"a / (b - 1)\" so-le=\"2\"/>";
    BOOST_TEST(rows_of(columns, "<hang nguon=\"ds\"/>", "ds: [{a: 1, b: 1}]") == "row-division-by-zero@{");
    BOOST_TEST(rows_of(columns, "<hang nguon=\"ds\"/>", "ds: [{a: 2, b: 4}, {a: 1, b: null}]") ==
               "    hang [\"2\", \"4\", \"0,67\" = 0.67]\n    hang [\"1\", -, \"-1,00\" = -1]\n");
}

BOOST_AUTO_TEST_CASE(what_is_too_large_is_an_error_not_a_wrong_number) {
    const std::string big = "999999999999999999999999999999";
    BOOST_TEST(rows("ds: [{ten: x, sl: " + big + ", dg: " + big + "}]") == "row-overflow@{");
    const std::string most(36, '9');
    BOOST_TEST(rows("ds: [{ten: x, sl: 1, dg: " + most + "}, {ten: y, sl: 1, dg: 1}]") == "row-overflow@Cộng");
    BOOST_TEST(merged("<bang nguon=\"ds\" bien=\"h\"><cot tieu-de=\"A\" kieu=\"so\" tong=\"co\">{{ h }}</cot></bang>",
                      "ds: [" + most + ", 1]") == "total-overflow@[");
}

BOOST_AUTO_TEST_CASE(a_table_over_one_list_computes_too) {
    BOOST_TEST(merged("<bang ten=\"b\" nguon=\"ds\" bien=\"h\">" + kColumns + "</bang><doan>{{ b.tong.tt }}</doan>",
                      "ds: [{ten: x, sl: 2, dg: 3}]") ==
               "vung doc tiep\n  bang [chu \"Nội dung\", so \"Số lượng\" ten=\"sl\", so \"Đơn giá\" ten=\"dg\", "
               "so \"Thành tiền\" ten=\"tt\" cong-thuc=[#1, #2, *] tong so-le=0] ten=\"b\"\n"
               "    hang [\"x\", \"2\", \"3\", \"6\" = 6]\n  doan \"6\"\n");
}

BOOST_AUTO_TEST_CASE(columns_made_by_a_loop_compute) {
    const std::string columns =
        "<lap bien=\"x\" trong=\"[1, 2]\"><cot ten=\"c{{ x }}\" tieu-de=\"C\" kieu=\"so\" tong=\"co\">{{ h + x "
        "}}</cot></lap>"
        "<cot tieu-de=\"S\" kieu=\"so\" cong-thuc=\"c1 + c2\"/>";
    BOOST_TEST(rows_of(columns, kTotal, "ds: [5]") ==
               "    hang [\"6\", \"7\", \"13\" = 13]\n"
               "    hang-tong \"Cộng\" cong [0] [\"6\" = 6, \"7\" = 7, \"13\" = 13]\n");
    BOOST_TEST(
        rows_of("<lap bien=\"x\" trong=\"[1]\"><cot ten=\"c{{ x }}\" tieu-de=\"C\" kieu=\"so\">{{ h }}</cot></lap>"
                "<cot tieu-de=\"S\" kieu=\"so\" cong-thuc=\"c1 + c2\"/>",
                kTotal, "ds: [5]") == "unknown-column@c2");
}

BOOST_AUTO_TEST_CASE(formulas_are_checked_without_data) {
    const auto found = [](const std::string& columns) {
        Run run;
        run.loader.add("t", mau(table(columns, kTotal)));
        run.compile("t");
        return run.findings();
    };
    const std::string a = "<cot ten=\"a\" tieu-de=\"A\" kieu=\"so\">1</cot>";
    const auto with = [&](const std::string& formula) {
        return found(a + "<cot ten=\"b\" tieu-de=\"B\" kieu=\"so\" cong-thuc=\"" + formula + "\"/>");
    };
    BOOST_TEST(with("a * 2") == "");
    BOOST_TEST(with("aa * 2") == "unknown-column@aa");
    BOOST_TEST(with("tong(a)") == "column-not-summed@tong(a)");
    BOOST_TEST(with("b + 1") == "formula-cycle@b + 1");
    BOOST_TEST(with("a +") == "expected-value@");
    BOOST_TEST(found("<cot ten=\"a\" tieu-de=\"A\">1</cot><cot tieu-de=\"B\" kieu=\"so\" cong-thuc=\"a\"/>") ==
               "not-a-number-column@a");
    BOOST_TEST(found("<cot ten=\"a\" tieu-de=\"A\" tong=\"co\">1</cot>") == "not-a-number-column@cot");
    BOOST_TEST(
        found("<cot ten=\"a\" tieu-de=\"A\" kieu=\"so\" cong-thuc=\"b\"/><cot ten=\"b\" tieu-de=\"B\" kieu=\"so\" "
              "cong-thuc=\"c\"/><cot ten=\"c\" tieu-de=\"C\" kieu=\"so\" cong-thuc=\"b / 2\"/>") == "formula-cycle@c");
}

BOOST_AUTO_TEST_SUITE_END()
