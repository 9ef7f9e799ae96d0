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
