#include <boost/test/unit_test.hpp>

#include "tmpl/template_support.hpp"

using namespace vanban;
using namespace vanban::tmpl;
using namespace vanban::tmpl::test;

BOOST_AUTO_TEST_CASE(white_space_of_the_template_collapses_and_that_of_values_stays) {
    BOOST_TEST(blocks("<doan>\n   một\n   {{ x }}   ba\n</doan>", "{x: 'hai  rưỡi '}") ==
               "  doan \"một hai  rưỡi  ba\"\n");
    BOOST_TEST(blocks("<doan>a {{ \"\" }} b</doan>") == "  doan \"a b\"\n");
    BOOST_TEST(blocks("<doan>a <dam>b</dam>, <nghieng>c <dam> d</dam></nghieng></doan>") ==
               "  doan \"a \" b\"b\" \", \" i\"c \" bi\"d\"\n");
    BOOST_TEST(blocks("<doan>a <xuong-dong/> b</doan>") == "  doan \"a\\nb\"\n");
}

BOOST_AUTO_TEST_CASE(line_ends_of_a_value_are_spaces_in_running_text) {
    BOOST_TEST(blocks("<doan>{{ x }}</doan>", "x: \"a\\nb\"") == "  doan \"a b\"\n");
}

BOOST_AUTO_TEST_CASE(a_null_in_text_is_an_error_at_the_expression) {
    BOOST_TEST(merged("<doan>{{ x }}</doan>", "{x: null}") == "missing-value@x");
    BOOST_TEST(merged("<doan>{{ x }}</doan><doan>{{ y }}</doan>", "{z: 1}") == "unknown-name@x | unknown-name@y");
}

BOOST_AUTO_TEST_CASE(paragraphs_without_text_are_left_out) {
    BOOST_TEST(merged("<doan><neu dieu-kien=\"false\">a</neu></doan><can-cu> </can-cu>") == "");
    BOOST_TEST(merged("<trich-yeu> </trich-yeu><de-muc cap=\"khoan\"/>") ==
               "empty-component@trich-yeu | empty-component@de-muc");
}

BOOST_AUTO_TEST_CASE(loops_count_their_rounds) {
    BOOST_TEST(blocks("<doan><lap bien=\"x\" trong=\"ds\">{{ lap.thu_tu }}/{{ lap.so_luong }}:{{ lap.chi_so }}{{ x }}"
                      "<neu dieu-kien=\"lap.dau\">^</neu><neu dieu-kien=\"not lap.cuoi\">, </neu></lap></doan>",
                      "ds: [a, b, c]") == "  doan \"1/3:0a^, 2/3:1b, 3/3:2c\"\n");
    BOOST_TEST(blocks("<lap bien=\"x\" trong=\"ds\"><doan>{{ x }}</doan><khong-co><doan>không</doan></khong-co></lap>",
                      "ds: []") == "  doan \"không\"\n");
    BOOST_TEST(
        blocks(
            "<lap bien=\"a\" trong=\"[[1, 2], [3]]\"><lap bien=\"b\" trong=\"a\"><doan>{{ b }}</doan></lap></lap>") ==
        "  doan \"1\"\n  doan \"2\"\n  doan \"3\"\n");
    BOOST_TEST(merged("<lap bien=\"x\" trong=\"ds\"/>", "ds: 5") == "wrong-type@ds");
}

BOOST_AUTO_TEST_CASE(the_first_case_that_holds_is_taken) {
    const std::string_view body =
        "<chon><khi dieu-kien=\"x == 1\"><doan>một</doan></khi><khi dieu-kien=\"x &lt; 5\"><doan>ít</doan></khi>"
        "<khac><doan>nhiều</doan></khac></chon>";
    BOOST_TEST(blocks(body, "x: 1") == "  doan \"một\"\n");
    BOOST_TEST(blocks(body, "x: 4") == "  doan \"ít\"\n");
    BOOST_TEST(blocks(body, "x: 9") == "  doan \"nhiều\"\n");
}

BOOST_AUTO_TEST_CASE(named_values_live_to_the_end_of_their_siblings) {
    BOOST_TEST(blocks("<dat bien=\"a\" gia-tri=\"[1, 2] | tong\"/><dat bien=\"b\" gia-tri=\"[a, a]\"/>"
                      "<lap bien=\"x\" trong=\"b\"><dat bien=\"c\" gia-tri=\"x + 1\"/><doan>{{ c }}</doan></lap>") ==
               "  doan \"4\"\n  doan \"4\"\n");
    BOOST_TEST(merged("<neu dieu-kien=\"1\"><dat bien=\"a\" gia-tri=\"1\"/></neu><doan>{{ a }}</doan>") ==
               "unknown-name@a");
}

BOOST_AUTO_TEST_CASE(blocks_outside_of_a_vung_open_an_upright_one) {
    BOOST_TEST(
        merged("<doan>a</doan><vung huong=\"ngang\" danh-so=\"lai\"><doan>b</doan></vung><doan>c</doan><vung/>") ==
        "vung doc tiep\n  doan \"a\"\nvung ngang lai\n  doan \"b\"\nvung doc tiep\n  doan \"c\"\n");
    BOOST_TEST(merged("<vung huong=\"{{ h }}\"><doan>b</doan></vung>", "h: ngang") ==
               "vung ngang tiep\n  doan \"b\"\n");
    BOOST_TEST(merged("<vung huong=\"{{ h }}\"><doan>b</doan></vung>", "h: xéo") == "bad-attribute-value@xéo");
}

BOOST_AUTO_TEST_CASE(slots_take_content_or_keep_their_own) {
    Run run;
    run.loader.add("b",
                   "<mau ten=\"b\"><than><doan>đầu</doan><lap bien=\"i\" trong=\"[1, 2]\"><khe "
                   "ten=\"k\"><doan>sẵn</doan></khe></lap>"
                   "<doan><khe ten=\"loi\">mặc định</khe></doan></than></mau>");
    run.loader.add(
        "t",
        mau("<dung mau=\"b\"><dat bien=\"a\" gia-tri=\"x\"/><vao khe=\"k\"><doan>{{ a }}{{ i }}</doan></vao></dung>"));
    BOOST_TEST(run.merged("t", "x: X") ==
               "vung doc tiep\n  doan \"đầu\"\n  doan \"X1\"\n  doan \"X2\"\n  doan \"mặc định\"\n");
}

BOOST_AUTO_TEST_CASE(a_slot_may_be_handed_on) {
    Run run;
    run.loader.add("a", "<mau ten=\"a\"><than><khe ten=\"k\"/></than></mau>");
    run.loader.add(
        "b",
        "<mau ten=\"b\"><than><dung mau=\"a\"><vao khe=\"k\"><doan>b</doan><khe ten=\"k\"/></vao></dung></than></mau>");
    run.loader.add("t", mau("<dung mau=\"b\"><vao khe=\"k\"><doan>t</doan></vao></dung>"));
    BOOST_TEST(run.merged("t", "{}") == "vung doc tiep\n  doan \"b\"\n  doan \"t\"\n");
}

BOOST_AUTO_TEST_CASE(the_letterhead_has_its_parts) {
    BOOST_TEST(
        blocks("<dau-van-ban><chu-quan>UBND tỉnh Đồng Tháp</chu-quan><ban-hanh>Sở<xuong-dong/>Y tế</ban-hanh>"
               "<so-ky-hieu so=\"{{ so }}\" ky-hieu=\"KH-{{ kh }}\"/><dia-danh ten=\"Đồng Tháp\" ngay=\"{{ ngay }}\"/>"
               "<ve-viec>về <dam>việc</dam></ve-viec></dau-van-ban>",
               "{so: 5, kh: SYT, ngay: 5/2023}") ==
        "  dau-van-ban chu-quan=[\"UBND tỉnh Đồng Tháp\"] ban-hanh=[\"Sở\\nY tế\"] so-ky-hieu=5 \"KH-SYT\" "
        "dia-danh=\"Đồng Tháp\" ngay=-/5/2023 ve-viec=\"về \" b\"việc\"\n");
    BOOST_TEST(blocks("<dau-van-ban><ban-hanh>A</ban-hanh><so-ky-hieu so=\"{{ so }}\" ky-hieu=\"KH\"/>"
                      "<dia-danh ten=\"B\" ngay=\"{{ null }}\"/></dau-van-ban>",
                      "so:") ==
               "  dau-van-ban chu-quan=[] ban-hanh=[\"A\"] so-ky-hieu=- \"KH\" dia-danh=\"B\" ngay=-/-/-\n");
    BOOST_TEST(merged("<dau-van-ban/>") == "missing-part@dau-van-ban");
    BOOST_TEST(merged("<dau-van-ban><ban-hanh>A</ban-hanh><so-ky-hieu so=\"{{ a }}\" ky-hieu=\"K\"/><so-ky-hieu "
                      "so=\"{{ b }}\" ky-hieu=\"K\"/>"
                      "<dia-danh ten=\"B\" ngay=\"{{ c }}\"/></dau-van-ban>",
                      "{a: 0, b: năm, c: 32/1/2023}") ==
               "number-out-of-range@0 | wrong-type@năm | date-out-of-range@32/1/2023");
}

BOOST_AUTO_TEST_CASE(the_foot_has_recipients_and_signers) {
    BOOST_TEST(
        blocks("<ket-thuc><noi-nhan><noi>Như trên</noi><lap bien=\"n\" trong=\"nn\"><noi>{{ n }}</noi></lap></noi-nhan>"
               "<nguoi-ky quyen-han=\"{{ q }}\" tap-the=\"UBND\" cap-truong=\"Chủ tịch\" chuc-vu=\"Phó Chủ tịch\" "
               "ho-ten=\"{{ t }}\"/></ket-thuc>",
               "{nn: ['Lưu: VT'], q: tm. KT, t: Nguyễn Văn A}") ==
        "  ket-thuc noi-nhan=[\"Như trên\", \"Lưu: VT\"]\n    nguoi-ky quyen-han=[TM., KT.] tap-the=\"UBND\" "
        "cap-truong=\"Chủ tịch\" chuc-vu=\"Phó Chủ tịch\" ho-ten=\"Nguyễn Văn A\"\n");
    BOOST_TEST(blocks("<ket-thuc><nguoi-ky quyen-han=\"{{ q }}\" chuc-vu=\"Giám đốc\"/></ket-thuc>", "q: [TUQ., Q]") ==
               "  ket-thuc noi-nhan=[]\n    nguoi-ky quyen-han=[TUQ., Q.] chuc-vu=\"Giám đốc\"\n");
    BOOST_TEST(merged("<ket-thuc><nguoi-ky quyen-han=\"{{ q }}\"/></ket-thuc>", "q: KTT.") == "unknown-prefix@KTT");
}

BOOST_AUTO_TEST_CASE(other_components_are_written_as_they_are) {
    BOOST_TEST(
        merged("<thuoc-tinh tieu-de=\"T\" chu-de=\"{{ null }}\" tac-gia=\"A\" ngay=\"5/3/2014\" co-chu=\"P13\"/>"
               "<ten-loai loai=\"ke-hoach\"/><kinh-gui><noi>Bộ Y tế</noi></kinh-gui><de-muc cap=\"dieu\">Một</de-muc>"
               "<de-muc cap=\"khoan\">Hai</de-muc><de-muc cap=\"diem\" tieu-de=\"co\">Ba</de-muc>"
               "<dau-phu-luc loai=\"ke-hoach\" so=\"{{ null }}\" ky-hieu=\"KH\" ngay=\"2023\" "
               "cua=\"Sở\"><tieu-de>Bảng</tieu-de></dau-phu-luc>") ==
        "thuoc-tinh tieu-de=\"T\" tac-gia=\"A\" ngay=5/3/2014 co-chu=\"P13\"\nvung doc tiep\n  ten-loai \"ke-hoach\"\n"
        "  kinh-gui [\"Bộ Y tế\"]\n  dieu tieu-de \"Một\"\n  khoan \"Hai\"\n  diem tieu-de \"Ba\"\n"
        "  dau-phu-luc tieu-de=\"Bảng\" loai=\"ke-hoach\" so-ky-hieu=- \"KH\" ngay=-/-/2023 cua=\"Sở\"\n");
    BOOST_TEST(merged("<kinh-gui/>") == "missing-part@kinh-gui");
}

BOOST_AUTO_TEST_CASE(checks_report_at_the_place_of_their_value) {
    BOOST_TEST(merged("<kiem-tra dieu-kien=\"tong == 5\" tai=\"tong\">Tổng là {{ tong }}</kiem-tra>", "tong: 7") ==
               "check-failed@7");
    Run run;
    run.loader.add("t", mau("<kiem-tra dieu-kien=\"x\" muc=\"canh-bao\" tai=\"x\">Thiếu</kiem-tra><doan>a</doan>"));
    BOOST_TEST(run.merged("t", "x: \"\"") == "vung doc tiep\n  doan \"a\"\n");
    BOOST_TEST(run.out.has_warnings());
    BOOST_TEST(run.out.items().at(0).args.at(0) == "Thiếu");
    BOOST_TEST(merged("<kiem-tra dieu-kien=\"false\">Sai</kiem-tra>") == "check-failed@kiem-tra");
    BOOST_TEST(blocks("<kiem-tra dieu-kien=\"true\">Sai</kiem-tra><doan>a</doan>") == "  doan \"a\"\n");
}

BOOST_AUTO_TEST_CASE(block_text_of_the_data_is_structure_and_its_values_are_text) {
    BOOST_TEST(
        blocks("<noi-dung gia-tri=\"nd\"/>",
               "nd: |\n  # Một {{ x }}\n  - hai **{{ x }}**\n  {{ x }}\nx: \"# *y*\\n## z\"") ==
        "  muc-la-ma tieu-de \"Một # *y* ## z\"\n  gach \"hai \" b\"# *y* ## z\"\n  doan \"# *y*\"\n  doan \"## z\"\n");
}

BOOST_AUTO_TEST_CASE(mistakes_in_block_text_of_the_data_are_reported_there) {
    BOOST_TEST(merged("<noi-dung gia-tri=\"nd\"/>", "nd: |\n  # Một\n\n  Chữ {{ khong_co }}\n  > a") ==
               "unsupported-markup@>");
    BOOST_TEST(merged("<noi-dung gia-tri=\"nd\"/>", "nd: |\n  # Một\n\n  Chữ {{ khong_co }}\n") ==
               "unknown-name@khong_co");
    BOOST_TEST(merged("<noi-dung gia-tri=\"nd\"/>", "nd: null") == "missing-value@nd");
    BOOST_TEST(merged("<noi-dung gia-tri=\"nd\"/>", "nd: [a]") == "not-printable@nd");
}

BOOST_AUTO_TEST_CASE(a_line_with_a_name_inserts_the_blocks_of_that_name) {
    const std::string_view body =
        "<lap bien=\"i\" trong=\"[1]\"><khoi ten=\"bang\"><doan>B{{ i }}</doan><doan>C</doan></khoi>"
        "<noi-dung gia-tri=\"nd\"/></lap>";
    BOOST_TEST(blocks(body, "nd: |\n  Trước\n  {{ bang }}\n  sau\n  {{ i }}") ==
               "  doan \"Trước\"\n  doan \"B1\"\n  doan \"C\"\n  doan \"sau\"\n  doan \"1\"\n");
    Run run;
    run.loader.add("t", mau(body));
    BOOST_TEST(run.merged("t", "nd: \"{{ bnag }}\"") == "unknown-name@bnag");
    BOOST_TEST(run.suggestion() == "bang");
    BOOST_TEST(blocks("<khoi ten=\"k\"><doan>a</doan></khoi><noi-dung>\n    1. một\n    {{ k }}\n</noi-dung>") ==
               "  khoan \"một\"\n  doan \"a\"\n");
}

BOOST_AUTO_TEST_CASE(blocks_that_are_inserted_several_times_stand_everywhere) {
    BOOST_TEST(blocks("<khoi ten=\"k\"><doan>a</doan><doan>b</doan></khoi><khoi ten=\"rong\"/>"
                      "<noi-dung>\n    {{ k }}\n    {{ rong }}\n    giữa\n    {{ k }}\n</noi-dung>") ==
               "  doan \"a\"\n  doan \"b\"\n  doan \"giữa\"\n  doan \"a\"\n  doan \"b\"\n");
    // Blocks within blocks: x stands in y, which is inserted twice, and once by itself.
    BOOST_TEST(blocks("<khoi ten=\"x\"><doan>x</doan></khoi>"
                      "<khoi ten=\"y\"><doan>1</doan><noi-dung>{{ x }}</noi-dung><doan>2</doan></khoi>"
                      "<noi-dung>{{ y }}</noi-dung><noi-dung>{{ x }}</noi-dung><noi-dung>{{ y }}</noi-dung>") ==
               "  doan \"1\"\n  doan \"x\"\n  doan \"2\"\n  doan \"x\"\n"
               "  doan \"1\"\n  doan \"x\"\n  doan \"2\"\n");
}

BOOST_AUTO_TEST_CASE(data_may_name_blocks_of_its_own) {
    const std::string_view body =
        "<lap bien=\"b\" trong=\"ds\"><khoi ten=\"{{ b.ten }}\"><doan>{{ b.chu }}</doan></khoi></lap><noi-dung "
        "gia-tri=\"nd\"/>";
    BOOST_TEST(blocks(body, "{ds: [{ten: a, chu: A}, {ten: b, chu: B}], nd: \"{{ b }}\\n{{ a }}\"}") ==
               "  doan \"B\"\n  doan \"A\"\n");
    BOOST_TEST(merged(body, "{ds: [{ten: a b, chu: A}, {ten: c, chu: B}, {ten: c, chu: C}], nd: x}") ==
               "bad-name@a b | duplicate-declaration@c");
    Run run;
    run.loader.add("t", mau(body));
    BOOST_TEST(run.merged("t", "{ds: [{ten: a, chu: A}], nd: chữ}") == "vung doc tiep\n  doan \"chữ\"\n");
    BOOST_TEST(run.findings() == "block-not-inserted@a");
}

BOOST_AUTO_TEST_CASE(tables_have_a_row_for_each_item) {
    BOOST_TEST(blocks("<bang nguon=\"ds\" bien=\"h\"><cot tieu-de=\"TT\" kieu=\"tt\"/><cot tieu-de=\"Tên\" "
                      "rong=\"40\">{{ h.ten }}</cot>"
                      "<cot tieu-de=\"Tiền\" kieu=\"so\">{{ h.tien }}</cot><cot tieu-de=\"Ghi chú\" kieu=\"giua\">số "
                      "{{ lap.thu_tu }}</cot></bang>",
                      "ds: [{ten: A, tien: 1234567.5}, {ten: B, tien: null}]") ==
               "  bang [tt \"TT\", chu \"Tên\" 40%, so \"Tiền\", giua \"Ghi chú\"]\n"
               "    hang [-, \"A\", \"1.234.567,5\", \"số 1\"]\n    hang [-, \"B\", -, \"số 2\"]\n");
}

BOOST_AUTO_TEST_CASE(cells_of_one_expression_take_lists_lines_and_nothing) {
    BOOST_TEST(
        blocks(
            "<bang nguon=\"ds\" bien=\"h\"><cot tieu-de=\"A\"> {{ h }} </cot><cot tieu-de=\"\">x{{ 1 }}</cot></bang>",
            "ds: [[a, b], [c], [], \"d\\n\\ne\", null, 5]") ==
        "  bang [chu \"A\", chu \"\"]\n    hang [\"- a\" / \"- b\", \"x1\"]\n    hang [\"c\", \"x1\"]\n    hang [-, "
        "\"x1\"]\n"
        "    hang [\"d\" / \"e\", \"x1\"]\n    hang [-, \"x1\"]\n    hang [\"5\", \"x1\"]\n");
    BOOST_TEST(merged("<bang nguon=\"[1]\" bien=\"h\"><cot tieu-de=\"A\">{{ [[1]] }}</cot></bang>") ==
               "not-printable@[[1]]");
}

BOOST_AUTO_TEST_CASE(loops_make_columns_and_bind_their_names_in_the_cells) {
    BOOST_TEST(
        blocks(
            "<bang nguon=\"ds\" bien=\"h\"><lap bien=\"n\" trong=\"nam | dao\"><cot tieu-de=\"Năm {{ n }}\">"
            "{{ h[lap.chi_so] }}-{{ n }}</cot></lap><neu dieu-kien=\"false\"><cot tieu-de=\"X\">x</cot></neu></bang>",
            "{nam: [2023, 2022], ds: [[1, 2], [3, 4]]}") ==
        "  bang [chu \"Năm 2022\", chu \"Năm 2023\"]\n    hang [\"1-2022\", \"2-2023\"]\n    hang [\"3-2022\", "
        "\"4-2023\"]\n");
    BOOST_TEST(
        merged("<bang nguon=\"[1]\" bien=\"h\"><neu dieu-kien=\"false\"><cot tieu-de=\"X\">x</cot></neu></bang>") ==
        "no-columns@bang");
    BOOST_TEST(merged("<bang nguon=\"[1]\" bien=\"h\"><cot tieu-de=\"X\" rong=\"200\">x</cot></bang>") ==
               "number-out-of-range@200");
}

BOOST_AUTO_TEST_CASE(an_empty_table_shows_its_alternative_or_its_head) {
    const std::string cot = "<cot tieu-de=\"X\">x</cot>";
    BOOST_TEST(blocks("<bang nguon=\"[]\" bien=\"h\">" + cot + "<khong-co><doan>Không có</doan></khong-co></bang>") ==
               "  doan \"Không có\"\n");
    BOOST_TEST(blocks("<bang nguon=\"[]\" bien=\"h\">" + cot + "</bang>") == "  bang [chu \"X\"]\n");
}

BOOST_AUTO_TEST_CASE(pipe_tables_fill_their_cells_like_others) {
    BOOST_TEST(blocks("<noi-dung gia-tri=\"nd\"/>",
                      "{nd: \"| TT | A | B |\\n|---|---|---:|\\n| 1 | {{ ds }} | {{ n }} |\", ds: [a, b], n: 1000}") ==
               "  bang [tt \"TT\", chu \"A\", so \"B\"]\n    hang [-, \"- a\" / \"- b\", \"1.000\"]\n");
}

BOOST_AUTO_TEST_CASE(blocks_know_the_data_they_came_from) {
    Run run;
    run.loader.add("t", mau("<trich-yeu>Về {{ x }}</trich-yeu><doan>chữ</doan><noi-dung gia-tri=\"nd\"/>"));
    const auto compiled = run.compile("t");
    const data::Value data = run.read("x: việc\nnd: |\n  Một\n\n  hai\n");
    const auto document = merge(*compiled, data, run.world, run.out);
    BOOST_REQUIRE(document.has_value());
    const auto& found = document->vung.at(0).blocks;
    BOOST_TEST(run.text_at(found.at(0).span) == "việc");
    BOOST_TEST(run.text_at(found.at(1).span) == "doan");
    BOOST_TEST(run.text_at(found.at(3).span) == "hai");
}

BOOST_AUTO_TEST_CASE(budgets_end_a_document_that_grows_without_bound) {
    Run run;
    run.world.limits.merge_steps = 1000;
    run.loader.add("t", mau("<lap bien=\"a\" trong=\"ds\"><lap bien=\"b\" trong=\"ds\"><lap bien=\"c\" "
                            "trong=\"ds\"><doan>x</doan></lap></lap></lap>"));
    BOOST_TEST(run.merged("t", "ds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]").starts_with("budget-exceeded@"));
    BOOST_TEST(run.out.items().size() == 1);
    Run empty;
    empty.world.limits.merge_steps = 1000;  // loops that say nothing cost their rounds
    empty.loader.add("t", mau("<lap bien=\"a\" trong=\"ds\"><lap bien=\"b\" trong=\"ds\"><lap bien=\"c\" "
                              "trong=\"ds\"></lap></lap></lap>"));
    BOOST_TEST(empty.merged("t", "ds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]").starts_with("budget-exceeded@"));
    Run other;
    other.world.limits.output_bytes = 10;
    other.loader.add("t", mau("<doan>{{ x }}{{ x }}</doan>"));
    BOOST_TEST(other.merged("t", "x: tám chữ").starts_with("budget-exceeded@"));
}

BOOST_AUTO_TEST_CASE(what_a_document_takes_in_memory_is_bounded_however_little_it_says) {
    const std::string items = "ds: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20]";
    for (const std::string body :
         {"<lap bien=\"a\" trong=\"ds\"><doan>x</doan></lap>",
          "<lap bien=\"a\" trong=\"ds\"><noi-dung>x</noi-dung></lap>",
          "<khoi ten=\"k\"><doan>x</doan></khoi><lap bien=\"a\" trong=\"ds\"><noi-dung>{{ k }}</noi-dung></lap>"}) {
        Run run;
        run.world.limits.output_bytes = 19 * sizeof(model::Block);
        run.loader.add("t", mau(body));
        BOOST_TEST(run.merged("t", items).starts_with("budget-exceeded@"), body);
    }
}
