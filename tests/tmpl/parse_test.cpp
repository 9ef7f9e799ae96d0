#include <boost/test/unit_test.hpp>

#include "tmpl/template_support.hpp"

namespace {

using namespace vanban;
using namespace vanban::tmpl;
using namespace vanban::tmpl::test;

/// Findings of compiling `body` as the body of a template.
std::string compiled(std::string_view body, std::string_view fields = "") {
    Run run;
    run.loader.add("t", mau(body, fields));
    const auto result = run.compile("t");
    BOOST_TEST(result.has_value() == !run.out.has_errors());
    return run.findings();
}

/// The same in a template with a document type, whose names are checked.
Run named(std::string_view body, std::string_view fields = "") {
    Run run;
    run.loader.add("t", "<mau ten=\"t\" loai=\"ke-hoach\">" + std::string(fields) + "<than>" + std::string(body) +
                            "</than></mau>");
    run.compile("t");
    return run;
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_template_tells_its_names_and_fields) {
    Run run;
    run.loader.add("t", R"(<mau ten="t" loai="ke-hoach" nhan="Kế hoạch"><mo-ta> Kế hoạch
        công tác. </mo-ta><truong ten="a" kieu="chu"/><than/></mau>)");
    const auto result = run.compile("t");
    BOOST_REQUIRE(result.has_value());
    BOOST_TEST(result->ten == "t");
    BOOST_TEST(result->loai == "ke-hoach");
    BOOST_TEST(result->nhan == "Kế hoạch");
    BOOST_TEST(result->mo_ta == "Kế hoạch công tác.");
    BOOST_TEST(result->fields.size() == 1);
}

BOOST_AUTO_TEST_CASE(the_shape_of_a_template_file_is_checked) {
    Run run;
    run.loader.add("a", "<than/>");
    run.loader.add("b", "<mau ten=\"x\" la=\"y\">chữ<mau2/><lap/></mau>");
    run.loader.add("c", "<mau ten=\"c\"><than/><mo-ta/></mau>");
    run.compile("a");
    run.compile("b");
    run.compile("c");
    BOOST_TEST(run.findings() ==
               "not-a-template@than | unknown-attribute@la | template-name-differs@x | unexpected-text@chữ | "
               "unknown-element@mau2 | misplaced-element@lap | missing-part@mau | misordered-element@mo-ta");
}

BOOST_AUTO_TEST_CASE(an_unknown_template_is_reported_with_a_suggestion) {
    Run run;
    run.loader.add("van-ban", "<mau ten=\"van-ban\"><than/></mau>");
    run.loader.add("t", mau("<dung mau=\"van-bna\"/>"));
    run.compile("t");
    BOOST_TEST(run.findings() == "template-not-found@van-bna");
    BOOST_TEST(run.suggestion() == "van-ban");
}

BOOST_AUTO_TEST_CASE(unknown_and_misplaced_elements_are_reported_all_of_them) {
    BOOST_TEST(compiled("<doann/><noi>a</noi><doan><bang/></doan><khac/>") ==
               "unknown-element@doann | misplaced-element@noi | misplaced-element@bang | misplaced-element@khac");
    BOOST_TEST(compiled("<vung><vung/></vung><khoi ten=\"a\"><vung/></khoi>") ==
               "misplaced-element@vung | misplaced-element@vung");
    BOOST_TEST(compiled("<dau-van-ban><ban-hanh><dam>a</dam></ban-hanh></dau-van-ban>") == "misplaced-element@dam");
}

BOOST_AUTO_TEST_CASE(a_misspelt_element_gets_a_suggestion) {
    Run run;
    run.loader.add("t", mau("<trich-yeuu/>"));
    run.compile("t");
    BOOST_TEST(run.suggestion() == "trich-yeu");
}

BOOST_AUTO_TEST_CASE(attributes_are_checked) {
    BOOST_TEST(compiled("<de-muc cap=\"khoang\" tieude=\"co\">a</de-muc><lap bien=\"x\"/>") ==
               "unknown-attribute@tieude | bad-attribute-value@khoang | missing-attribute@lap");
    BOOST_TEST(compiled("<neu dieu-kien=\"a +\"/>").starts_with("expected-value@"));
    BOOST_TEST(compiled("<lap bien=\"lap\" trong=\"[]\"/><dat bien=\"1a\" gia-tri=\"1\"/><dung mau=\"{{ a }}\"/>") ==
               "reserved-name@lap | bad-name@1a | constant-attribute@{{ a }}");
}

BOOST_AUTO_TEST_CASE(text_stands_only_where_text_is_taken) {
    BOOST_TEST(compiled("chữ <vung> a </vung><chon>b<khi dieu-kien=\"1\"/></chon><xuong-dong/>") ==
               "unexpected-text@chữ | unexpected-text@a | unexpected-text@b | misplaced-element@xuong-dong");
    BOOST_TEST(compiled("<doan>a<xuong-dong>b</xuong-dong></doan><ten-loai loai=\"x\"><doan/></ten-loai>") ==
               "unexpected-content@b | unexpected-content@doan");
}

BOOST_AUTO_TEST_CASE(cases_and_alternatives_have_their_order) {
    BOOST_TEST(compiled("<chon><khac/><khi dieu-kien=\"1\"/></chon><chon/><chon><lap/></chon>") ==
               "misordered-element@khac | missing-part@chon | misplaced-element@lap | missing-part@chon");
    BOOST_TEST(compiled("<lap bien=\"x\" trong=\"[]\"><khong-co/><doan/></lap>") == "misordered-element@khong-co");
}

BOOST_AUTO_TEST_CASE(slots_are_checked_against_the_included_template) {
    Run run;
    run.loader.add("van-ban",
                   "<mau ten=\"van-ban\"><than><khe ten=\"than-bai\"/><doan><khe ten=\"loi\"/></doan></than></mau>");
    run.loader.add("t", mau("<dung mau=\"van-ban\">"
                            "<vao khe=\"than-bay\"/><vao khe=\"than-bai\"/><vao khe=\"than-bai\"/>"
                            "<vao khe=\"loi\"><doan/></vao><doan/></dung>"));
    run.compile("t");
    BOOST_TEST(run.findings() ==
               "unknown-slot@than-bay | duplicate-slot@than-bai | misplaced-element@doan | misplaced-element@doan");
    BOOST_TEST(run.suggestion() == "than-bai");
}

BOOST_AUTO_TEST_CASE(a_slot_has_one_kind_of_content) {
    BOOST_TEST(compiled("<khe ten=\"a\"/><doan><khe ten=\"a\"/></doan>") == "slot-in-two-roles@a");
    BOOST_TEST(compiled("<khe ten=\"a\"/><vung><khe ten=\"a\"/></vung>") == "");
}

BOOST_AUTO_TEST_CASE(templates_that_include_each_other_are_reported_with_the_way) {
    Run run;
    run.loader.add("a", "<mau ten=\"a\"><than><dung mau=\"b\"/></than></mau>");
    run.loader.add("b", "<mau ten=\"b\"><than><dung mau=\"a\"/></than></mau>");
    run.compile("a");
    BOOST_TEST(run.findings() == "include-cycle@a");
    BOOST_TEST(run.out.items()[0].args.at(0) == "a → b → a");
}

BOOST_AUTO_TEST_CASE(includes_are_bounded_in_depth) {
    Run run;
    run.world.limits.depth = 8;
    for (int i = 0; i < 20; ++i) {
        const std::string name = "m" + std::to_string(i);
        run.loader.add(name,
                       "<mau ten=\"" + name + "\"><than><dung mau=\"m" + std::to_string(i + 1) + "\"/></than></mau>");
    }
    run.compile("m0");
    BOOST_TEST(run.findings() == "too-deep@m8");
}

BOOST_AUTO_TEST_CASE(mistakes_of_an_included_template_are_reported_once) {
    Run run;
    run.loader.add("b", "<mau ten=\"b\"><than><doann/></than></mau>");
    run.loader.add("t", mau("<dung mau=\"b\"/><dung mau=\"b\"/>"));
    BOOST_TEST(!run.compile("t").has_value());
    BOOST_TEST(run.findings() == "unknown-element@doann");
}

BOOST_AUTO_TEST_CASE(fields_of_used_templates_come_first_and_own_ones_win) {
    Run run;
    run.loader.add("b", R"(<mau ten="b"><truong ten="so" kieu="so"/><truong ten="ngay" kieu="ngay"/><than/></mau>)");
    run.loader.add("t", R"(<mau ten="t"><truong ten="ngay" kieu="ngay-thieu"/><truong ten="x" kieu="chu"/>)"
                        R"(<than><dung mau="b"/></than></mau>)");
    const auto result = run.compile("t");
    BOOST_REQUIRE(result.has_value());
    BOOST_TEST(result->fields.size() == 3);
    BOOST_TEST(result->fields[0].ten == "so");
    BOOST_TEST(result->fields[1].ten == "ngay");
    BOOST_TEST((result->fields[1].kieu == FieldType::NgayThieu));
    BOOST_TEST(result->fields[2].ten == "x");
}

BOOST_AUTO_TEST_CASE(groups_of_fields_come_from_used_templates_too) {
    Run run;
    run.loader.add("a", R"(<mau ten="a"><nhom-truong ten="g"><truong ten="x" kieu="chu"/></nhom-truong>)"
                        R"(<nhom-truong ten="h"><truong ten="y" kieu="chu"/></nhom-truong><than/></mau>)");
    run.loader.add("b", R"(<mau ten="b"><truong ten="f" kieu="nhom" nhu="g"/><than><dung mau="a"/></than></mau>)");
    run.loader.add("t", R"(<mau ten="t"><nhom-truong ten="g"><truong ten="z" kieu="chu"/></nhom-truong>)"
                        R"(<truong ten="p" kieu="nhom" nhu="g"/><truong ten="q" kieu="nhom" nhu="h"/>)"
                        R"(<than><dung mau="b"/><doan><dung mau="b"/></doan></than></mau>)");
    const auto result = run.compile("t");
    BOOST_REQUIRE(result.has_value());
    BOOST_REQUIRE(result->fields.size() == 3);
    BOOST_TEST(result->fields[0].members.at(0).ten == "x");
    BOOST_TEST(result->fields[1].members.at(0).ten == "z");
    BOOST_TEST(result->fields[2].members.at(0).ten == "y");
}

BOOST_AUTO_TEST_CASE(mistakes_of_declarations_are_reported_once_and_do_not_lead_to_others) {
    Run run;
    run.loader.add("b", R"(<mau ten="b"><truong ten="f" kieu="nhom" nhu="k"/><than/></mau>)");
    run.loader.add("t", mau("<dung mau=\"b\"/><doan><dung mau=\"b\"/></doan>"));
    run.compile("t");
    BOOST_TEST(run.findings() == "unknown-group@k");
    Run other;
    other.loader.add("b", R"(<mau ten="b"><nhom-truong ten="k"><truong ten="x" kieu="chu"/></nhom-truong></mau>)");
    other.loader.add("t", mau("<dung mau=\"b\"/>", R"(<truong ten="f" kieu="nhom" nhu="k"/>)"));
    other.compile("t");
    BOOST_TEST(other.findings() == "missing-part@mau");
}

BOOST_AUTO_TEST_CASE(names_of_a_row_are_known_in_its_cells_only) {
    BOOST_TEST(
        named("<bang nguon=\"[]\" bien=\"h\"><tieu-de>{{ h }}</tieu-de><cot tieu-de=\"{{ h }}\">{{ h }}{{ lap }}</cot>"
              "<ghi-chu>{{ lap }}</ghi-chu></bang>")
            .findings() == "unknown-name@h | unknown-name@h | unknown-name@lap");
    BOOST_TEST(named("<bang bien=\"h\"><dat bien=\"k\" gia-tri=\"1\"/><nhom-cot tieu-de=\"{{ z }}\"><cot "
                     "tieu-de=\"A\">{{ h }}</cot>"
                     "</nhom-cot><than-bang><lap bien=\"g\" trong=\"[]\"><hang-nhom cap=\"{{ k }}\" nhan=\"{{ g }}\">"
                     "<o cot=\"{{ h }}\">{{ h }}</o></hang-nhom><hang nguon=\"h\"/></lap><hang-tong nhan=\"{{ g }}\"/>"
                     "</than-bang></bang>")
                   .findings() == "unknown-name@z | unknown-name@h | unknown-name@h | unknown-name@h | unknown-name@g");
}

BOOST_AUTO_TEST_CASE(names_in_all_attributes_are_checked) {
    BOOST_TEST(
        named("<dau-van-ban do-mat=\"{{ a1 }}\" ky-so=\"{{ a2 }}\"><dia-chi>{{ a3 }}</dia-chi></dau-van-ban>"
              "<kinh-gui nhan=\"{{ a4 }}\"/><tham-quyen>{{ a5 }}</tham-quyen><loi-ban-hanh>{{ a6 }}</loi-ban-hanh>"
              "<chu-ky><nguoi-ky ben=\"{{ a7 }}\" con-dau-rong=\"{{ a8 }}\"/></chu-ky><ket-thuc>"
              "<noi-nhan so-ban=\"{{ a9 }}\"/></ket-thuc><kem-theo loai=\"x\" ky-hieu=\"x\" cua=\"{{ b1 }}\"/>"
              "<dau-phu-luc loai=\"x\" ky-hieu=\"{{ b2 }}\" cua=\"x\" ky-so=\"{{ b3 }}\"/>"
              "<dau-ban-sao hinh-thuc=\"{{ b4 }}\" ky-hieu=\"x\" dia-danh=\"x\"><ban-hanh>{{ b5 "
              "}}</ban-hanh></dau-ban-sao>"
              "<vung dau-het=\"{{ b6 }}\"/>")
            .findings() ==
        "unknown-name@a1 | unknown-name@a2 | unknown-name@a3 | unknown-name@a4 | unknown-name@a5 | "
        "unknown-name@a6 | unknown-name@a7 | unknown-name@a8 | unknown-name@a9 | unknown-name@b1 | "
        "unknown-name@b2 | unknown-name@b3 | unknown-name@b4 | unknown-name@b5 | unknown-name@b6");
}

BOOST_AUTO_TEST_CASE(names_are_checked_without_data) {
    const Run run = named(
        "<doan>{{ trich_ieu }}</doan><lap bien=\"x\" trong=\"ds\">"
        "<doan>{{ x }} {{ lap.thu_tu }}</doan></lap><doan>{{ x }}{{ lap }}</doan>",
        R"(<truong ten="trich_yeu" kieu="chu"/><truong ten="ds" kieu="danh-sach"><truong ten="m" kieu="chu"/></truong>)");
    BOOST_TEST(run.findings() == "unknown-name@trich_ieu | unknown-name@x | unknown-name@lap");
    BOOST_TEST(run.suggestion() == "trich_yeu");
}

BOOST_AUTO_TEST_CASE(names_of_siblings_hold_for_what_follows_them) {
    BOOST_TEST(named("<doan>{{ a }}</doan><dat bien=\"a\" gia-tri=\"1\"/><doan>{{ a }}</doan>").findings() ==
               "unknown-name@a");
    BOOST_TEST(named("<neu dieu-kien=\"1\"><dat bien=\"a\" gia-tri=\"1\"/></neu><doan>{{ a }}</doan>").findings() ==
               "unknown-name@a");
    BOOST_TEST(named("<khoi ten=\"b\"><doan>x</doan></khoi><noi-dung>{{ b }}\n\n{{ c }}</noi-dung>").findings() ==
               "unknown-name@c");
}

BOOST_AUTO_TEST_CASE(content_of_a_slot_sees_the_names_of_both_templates) {
    Run run;
    run.loader.add(
        "b",
        R"(<mau ten="b"><truong ten="cua_b" kieu="chu"/><than><lap bien="i" trong="[1]"><khe ten="k"/></lap></than></mau>)");
    run.loader.add(
        "t",
        R"(<mau ten="t" loai="x"><than><dat bien="a" gia-tri="1"/><dung mau="b"><dat bien="d" gia-tri="a"/><vao khe="k">)"
        R"(<doan>{{ a }}{{ i }}{{ d }}{{ cua_b }}{{ e }}</doan></vao></dung><doan>{{ d }}</doan></than></mau>)");
    run.compile("t");
    BOOST_TEST(run.findings() == "unknown-name@e | unknown-name@d");
}

BOOST_AUTO_TEST_CASE(block_text_of_the_template_is_parsed_with_it) {
    BOOST_TEST(compiled("<noi-dung>\n    # Một\n\n    #### Hai\n</noi-dung>") == "unsupported-markup@####");
    BOOST_TEST(compiled("<noi-dung gia-tri=\"x\">chữ</noi-dung><noi-dung/>") ==
               "two-contents@noi-dung | missing-attribute@noi-dung");
    BOOST_TEST(compiled("<noi-dung>a<dam>b</dam></noi-dung>") == "misplaced-element@dam");
}
