// Tests of tables: groups of columns, rows of groups and totals, cells.
#include <boost/test/unit_test.hpp>

#include "tmpl/template_support.hpp"

using namespace vanban;
using namespace vanban::tmpl::test;

namespace {

const std::string kTwoColumns =
    "<cot ten=\"a\" tieu-de=\"A\">{{ h.a }}</cot><cot ten=\"b\" tieu-de=\"B\" kieu=\"so\">{{ h.b }}</cot>";

/// The rows of a table with columns A and B.
std::string rows(std::string_view than_bang, std::string yaml = "{}") {
    const std::string text =
        blocks("<bang bien=\"h\">" + kTwoColumns + "<than-bang>" + std::string(than_bang) + "</than-bang></bang>",
               std::move(yaml));
    const std::string_view head = "  bang [chu \"A\" ten=\"a\", so \"B\" ten=\"b\"]\n";
    return text.starts_with(head) ? text.substr(head.size()) : text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(merge_table)

BOOST_AUTO_TEST_CASE(a_table_has_a_title_a_unit_and_notes) {
    BOOST_TEST(blocks("<bang nguon=\"[1]\" bien=\"h\" don-vi=\"{{ dv }}\" so-cot=\"co\" danh-so=\"tiep\">"
                      "<neu dieu-kien=\"true\"><tieu-de>Bảng <dam>một</dam></tieu-de></neu>"
                      "<cot tieu-de=\"X\" gop=\"co\">{{ h }}</cot><ghi-chu>Một {{ dv }}</ghi-chu>"
                      "<lap bien=\"g\" trong=\"gc\"><ghi-chu>{{ g }}</ghi-chu></lap></bang>",
                      "{dv: đồng, gc: [Hai, Ba]}") ==
               "  bang [chu \"X\" gop] tieu-de=\"Bảng \" b\"một\" don-vi=\"đồng\" so-cot danh-so-lien "
               "ghi-chu=[\"Một đồng\", \"Hai\", \"Ba\"]\n    hang [\"1\"]\n");
    BOOST_TEST(blocks("<bang nguon=\"[1]\" bien=\"h\" don-vi=\"{{ null }}\" so-cot=\"khong\" danh-so=\"lai\">"
                      "<cot tieu-de=\"X\" gop=\"{{ g }}\">{{ h }}</cot></bang>",
                      "g: khong") == "  bang [chu \"X\"]\n    hang [\"1\"]\n");
    BOOST_TEST(merged("<bang nguon=\"[]\" bien=\"h\" so-cot=\"1\" danh-so=\"liền\"><cot tieu-de=\"X\"/></bang>") ==
               "bad-attribute-value@1 | bad-attribute-value@liền");
}

BOOST_AUTO_TEST_CASE(headings_stand_over_several_columns) {
    BOOST_TEST(blocks("<bang nguon=\"[1]\" bien=\"h\"><cot tieu-de=\"TT\" kieu=\"tt\"/>"
                      "<nhom-cot tieu-de=\"Kinh phí {{ n }}\"><nhom-cot tieu-de=\"Nhà nước\"><cot tieu-de=\"A\">a</cot>"
                      "<cot tieu-de=\"B\">b</cot></nhom-cot><cot tieu-de=\"C\">c</cot></nhom-cot>"
                      "<lap bien=\"x\" trong=\"[1, 2]\"><nhom-cot tieu-de=\"N{{ x }}\"><cot tieu-de=\"D\">{{ x "
                      "}}</cot></nhom-cot>"
                      "</lap></bang>",
                      "n: 2026") ==
               "  bang [tt \"TT\", chu \"A\", chu \"B\", chu \"C\", chu \"D\", chu \"D\"]\n"
               "    nhom-cot 1+3 tang 0 \"Kinh phí 2026\"\n    nhom-cot 1+2 tang 1 \"Nhà nước\"\n"
               "    nhom-cot 4+1 tang 0 \"N1\"\n    nhom-cot 5+1 tang 0 \"N2\"\n"
               "    hang [-, \"a\", \"b\", \"c\", \"1\", \"2\"]\n");
}

BOOST_AUTO_TEST_CASE(a_heading_without_columns_is_left_out) {
    BOOST_TEST(blocks("<bang nguon=\"[1]\" bien=\"h\"><cot tieu-de=\"A\">a</cot><nhom-cot tieu-de=\"X\">"
                      "<nhom-cot tieu-de=\"Y\"><neu dieu-kien=\"false\"><cot tieu-de=\"B\">b</cot></neu></nhom-cot>"
                      "</nhom-cot></bang>") == "  bang [chu \"A\"]\n    hang [\"a\"]\n");
    BOOST_TEST(merged("<bang nguon=\"[1]\" bien=\"h\"><nhom-cot tieu-de=\"X\"/></bang>") == "missing-part@nhom-cot");
}

BOOST_AUTO_TEST_CASE(groups_and_totals_stand_among_the_rows) {
    BOOST_TEST(
        rows("<lap bien=\"g\" trong=\"nhom\"><hang-nhom cap=\"1\" nhan=\"{{ g.ten }}\"><o cot=\"b\">{{ g.ds | "
             "tong(\"b\") }}"
             "</o></hang-nhom><hang nguon=\"g.ds\"/></lap><hang-tong nhan=\"Cộng\"><o cot=\"b\">{{ 1234567 }}</o>"
             "<o cot=\"a\">có <dam>{{ 1 }}</dam></o></hang-tong>",
             "nhom: [{ten: Một, ds: [{a: x, b: 1000}, {a: y, b: 500.5}]}, {ten: Hai, ds: []}]") ==
        "    hang-nhom 0 \"Một\" [-, \"1.500,5\"]\n    hang [\"x\", \"1.000\"]\n    hang [\"y\", \"500,5\"]\n"
        "    hang-nhom 0 \"Hai\" [-, \"0\"]\n    hang-tong \"Cộng\" [\"có \" b\"1\", \"1.234.567\"]\n");
}

BOOST_AUTO_TEST_CASE(levels_of_group_rows_run_from_1_to_4) {
    BOOST_TEST(
        rows(
            "<hang-nhom cap=\"1\" nhan=\"A\"/><hang-nhom cap=\"4\" nhan=\"B\"/><hang-nhom cap=\"{{ c }}\" nhan=\"C\"/>",
            "c: 2") == "    hang-nhom 0 \"A\" [-, -]\n    hang-nhom 3 \"B\" [-, -]\n    hang-nhom 1 \"C\" [-, -]\n");
    BOOST_TEST(rows("<hang-nhom cap=\"{{ c }}\" nhan=\"A\"/>", "c: 5") == "bad-attribute-value@5");
    BOOST_TEST(rows("<hang-nhom cap=\"0\" nhan=\"A\"/><hang-tong nhan=\"\"/>") == "bad-attribute-value@0");
    BOOST_TEST(rows("<hang-tong nhan=\"\"/>") == "empty-component@");
}

BOOST_AUTO_TEST_CASE(cells_name_their_column) {
    BOOST_TEST(rows("<hang-tong nhan=\"T\"><lap bien=\"c\" trong=\"['a', 'b']\"><o cot=\"{{ c }}\">{{ c "
                    "}}</o></lap></hang-tong>") == "    hang-tong \"T\" [\"a\", \"b\"]\n");
    Run run;
    run.loader.add(
        "t", mau("<bang bien=\"h\"><cot ten=\"so_tien\" tieu-de=\"A\">1</cot><cot tieu-de=\"B\">2</cot><than-bang>"
                 "<hang-tong nhan=\"T\"><o cot=\"sotien\">1</o></hang-tong></than-bang></bang>"));
    BOOST_TEST(run.merged("t", "{}") == "unknown-column@sotien");
    BOOST_TEST(run.suggestion() == "so_tien");
    BOOST_TEST(rows("<hang-tong nhan=\"T\"><o cot=\"b\">1</o><o cot=\"a\">2</o><o cot=\"b\">3</o></hang-tong>") ==
               "duplicate-cell@b");
    BOOST_TEST(rows("<hang-tong nhan=\"T\"><o cot=\"\">1</o></hang-tong>") == "unknown-column@");
}

BOOST_AUTO_TEST_CASE(names_of_columns_differ_and_numbered_ones_take_no_cells) {
    BOOST_TEST(
        merged("<bang nguon=\"[]\" bien=\"h\"><cot ten=\"a\" tieu-de=\"A\">1</cot><cot ten=\"a\" tieu-de=\"B\">2</cot>"
               "</bang>") == "duplicate-declaration@a");
    BOOST_TEST(merged("<bang bien=\"h\"><cot ten=\"tt\" tieu-de=\"TT\" kieu=\"tt\"/><than-bang><hang-tong nhan=\"T\">"
                      "<o cot=\"tt\">1</o></hang-tong></than-bang></bang>") == "numbered-column@tt");
}

BOOST_AUTO_TEST_CASE(rows_of_a_body_see_the_names_around_them_and_count_their_items) {
    BOOST_TEST(
        blocks(
            "<bang bien=\"h\"><dat bien=\"k\" gia-tri=\"'K'\"/><cot tieu-de=\"A\">{{ g }}{{ k }}{{ h }}{{ lap.thu_tu }}"
            "/{{ lap.so_luong }}</cot><than-bang><lap bien=\"g\" trong=\"[1, 2]\"><hang nguon=\"['x', 'y']\"/></lap>"
            "<hang-tong nhan=\"{{ k }}\"/></than-bang></bang>") ==
        "  bang [chu \"A\"]\n    hang [\"1Kx1/2\"]\n    hang [\"1Ky2/2\"]\n    hang [\"2Kx1/2\"]\n"
        "    hang [\"2Ky2/2\"]\n    hang-tong \"K\" [-]\n");
    BOOST_TEST(rows("<hang nguon=\"x\"/>", "x: 5") == "wrong-type@x");
    BOOST_TEST(rows("<hang nguon=\"x\"/>", "x: null") == "");
}

BOOST_AUTO_TEST_CASE(a_table_has_one_source_of_rows) {
    const std::string cot = "<cot tieu-de=\"X\">x</cot>";
    BOOST_TEST(merged("<bang nguon=\"[]\" bien=\"h\">" + cot + "<than-bang/></bang>") == "two-row-sources@than-bang");
    BOOST_TEST(merged("<bang bien=\"h\">" + cot + "</bang>") == "no-row-source@bang");
    BOOST_TEST(merged("<bang nguon=\"[]\">" + cot + "</bang>") == "missing-attribute@bang");
    BOOST_TEST(merged("<bang bien=\"h\"><than-bang/></bang>") == "missing-part@bang");
}

BOOST_AUTO_TEST_CASE(parts_of_a_table_have_their_order_and_place) {
    const std::string cot = "<cot tieu-de=\"X\">x</cot>";
    BOOST_TEST(merged("<bang bien=\"h\">" + cot + "<than-bang/>" + cot + "<tieu-de>T</tieu-de></bang>") ==
               "misordered-element@cot | misordered-element@tieu-de");
    BOOST_TEST(merged("<bang nguon=\"[]\" bien=\"h\">" + cot + "<ghi-chu>a</ghi-chu><khong-co/><khong-co/></bang>") ==
               "misordered-element@khong-co | misordered-element@khong-co");
    BOOST_TEST(
        merged(
            "<bang nguon=\"[]\" bien=\"h\">" + cot +
            "<hang nguon=\"[]\"/><o cot=\"a\"/>"
            "<nhom-cot tieu-de=\"N\"><ghi-chu>a</ghi-chu></nhom-cot><neu dieu-kien=\"1\"><than-bang/></neu></bang>") ==
        "misplaced-element@hang | misplaced-element@o | misplaced-element@ghi-chu | misplaced-element@than-bang");
}

BOOST_AUTO_TEST_CASE(a_body_without_rows_shows_the_alternative_or_the_head) {
    const std::string body =
        "<bang bien=\"h\"><cot tieu-de=\"X\">x</cot><than-bang><lap bien=\"g\" trong=\"[]\"><hang-nhom "
        "cap=\"1\" nhan=\"N\"/></lap><hang nguon=\"[]\"/></than-bang>";
    BOOST_TEST(blocks(body + "<khong-co><doan>Không có</doan></khong-co></bang>") == "  doan \"Không có\"\n");
    BOOST_TEST(blocks(body + "</bang>") == "  bang [chu \"X\"]\n");
}

BOOST_AUTO_TEST_CASE(a_map_in_a_cell_gives_labelled_lines) {
    const std::string table =
        "<bang nguon=\"ds\" bien=\"h\"><cot tieu-de=\"A\">{{ h }}</cot><cot tieu-de=\"B\" kieu=\"so\">{{ h "
        "}}</cot></bang>";
    BOOST_TEST(blocks(table, "ds: [{Trách nhiệm: Giám đốc Sở, Phối hợp: [A, B], Bỏ trống: null, Số: 1000}]") ==
               "  bang [chu \"A\", so \"B\"]\n    hang [\"- Trách nhiệm: Giám đốc Sở\" / \"- Phối hợp: A, B\" / \"- "
               "Số: 1000\", "
               "\"- Trách nhiệm: Giám đốc Sở\" / \"- Phối hợp: A, B\" / \"- Số: 1.000\"]\n");
    BOOST_TEST(blocks(table, "ds: [{Chủ trì: A}, {Trống: []}]") ==
               "  bang [chu \"A\", so \"B\"]\n    hang [\"Chủ trì: A\", \"Chủ trì: A\"]\n    hang [-, -]\n");
    BOOST_TEST(merged("<bang nguon=\"ds\" bien=\"h\"><cot tieu-de=\"A\">{{ h }}</cot></bang>", "ds: [{a: {b: c}}]") ==
               "not-printable@h");
}

BOOST_AUTO_TEST_CASE(columns_are_bounded) {
    BOOST_TEST(merged(
                   "<bang nguon=\"[]\" bien=\"h\"><lap bien=\"x\" trong=\"ds\"><cot tieu-de=\"X\">x</cot></lap></bang>",
                   "ds: [" +
                       [] {
                           std::string items = "1";
                           for (int i = 0; i < 99; ++i) items += ", 1";
                           return items;
                       }() +
                       "]") == "too-many-columns@cot");
    std::string open, close;
    for (int i = 0; i < 9; ++i) open += "<nhom-cot tieu-de=\"N\">", close += "</nhom-cot>";
    BOOST_TEST(merged("<bang nguon=\"[]\" bien=\"h\">" + open + "<cot tieu-de=\"X\">x</cot>" + close +
                      "<cot tieu-de=\"Y\">y</cot></bang>") == "too-deep@nhom-cot");
}

BOOST_AUTO_TEST_CASE(many_rows_cost_as_much_each_as_few) {
    Run run;
    run.world.limits.merge_steps = 20'000 * 8;
    run.loader.add("t", mau("<bang bien=\"h\">" + kTwoColumns + "<than-bang><hang nguon=\"ds\"/></than-bang></bang>"));
    const auto compiled = run.compile("t");
    data::List items(20'000,
                     data::Value(data::Map{{"a", {}, {std::string("x"), {}}}, {"b", {}, {data::Null{}, {}}}}, {}));
    const data::Value data(data::Map{{"ds", {}, {std::move(items), {}}}}, {});
    const auto document = tmpl::merge(*compiled, data, run.world, run.out);
    BOOST_REQUIRE(document.has_value());
    BOOST_TEST(std::get<model::Bang>(document->vung[0].blocks[0].content).hang.size() == 20'000u);
}

BOOST_AUTO_TEST_SUITE_END()
