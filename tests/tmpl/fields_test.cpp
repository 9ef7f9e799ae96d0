// Tests of tmpl/fields: declarations and what is wrong with them.
#include "tmpl/fields.hpp"

#include <boost/test/unit_test.hpp>

#include "tmpl/expr_support.hpp"

using namespace vanban;
using namespace vanban::tmpl;
using namespace vanban::tmpl::test;

namespace {

struct ReadFields {
    std::string text;
    std::optional<std::vector<Field>> fields;
    Diagnostics out;

    /// `code@"text there"` of each finding.
    std::string found() const {
        std::string result;
        for (const Diagnostic& one : out) {
            result += fmt::format("{}{}@{}", result.empty() ? "" : "; ", name(one.code),
                                  text.substr(one.span.begin, one.span.end - one.span.begin));
        }
        return result;
    }
};

/// `inside` becomes the children of `mau`.
ReadFields read(std::string_view inside, const Limits& limits = {}) {
    ReadFields result;
    result.text = "<mau ten=\"x\">" + std::string(inside) + "</mau>";
    const auto mau = parse_xml({"x.xml", result.text}, kTemplate, limits, result.out);
    BOOST_REQUIRE(mau);
    const auto declared = read_fields(*mau, {}, UnknownGroups::Report, limits, result.out);
    BOOST_TEST(declared.has_value() == !result.out.has_errors());
    if (declared) result.fields = declared->fields;
    return result;
}

std::string wrong(std::string_view inside) {
    return read(inside).found();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(fields)

BOOST_AUTO_TEST_CASE(all_of_a_declaration_is_read) {
    const auto found = read(
        "<mo-ta>x</mo-ta><truong ten=\"trich_yeu\" kieu=\"chu\" bat-buoc=\"co\" nhan=\"Trích yếu\" "
        "tro-giup=\"Nội dung\" vi-du=\"Về việc…\"/><than/>");
    const Field& field = found.fields.value().at(0);
    BOOST_TEST(field.ten == "trich_yeu");
    BOOST_CHECK(field.kieu == FieldType::Chu);
    BOOST_TEST(field.bat_buoc);
    BOOST_TEST(field.nhan == "Trích yếu");
    BOOST_TEST(field.tro_giup == "Nội dung");
    BOOST_TEST(field.vi_du == "Về việc…");
    BOOST_TEST(!field.mac_dinh);
    BOOST_TEST(found.text.substr(field.span.begin, 6) == "truong");
}

BOOST_AUTO_TEST_CASE(every_type_of_the_manual_is_known) {
    const auto found = read(R"(<truong ten="a" kieu="chu"/><truong ten="b" kieu="so"/><truong ten="c" kieu="so-nguyen"/>
        <truong ten="d" kieu="ngay"/><truong ten="e" kieu="ngay-thieu"/><truong ten="f" kieu="dung-sai"/>
        <truong ten="g" kieu="lua-chon" gia-tri="một | hai"/><truong ten="h" kieu="noi-dung"/>
        <truong ten="i" kieu="nhom" viet-gon="ten"><truong ten="ten" kieu="chu"/></truong>
        <truong ten="k" kieu="danh-sach" viet-gon="co"><truong ten="mục" kieu="so"/></truong><truong ten="l" kieu="bat-ky"/>)");
    const auto& fields = found.fields.value();
    BOOST_REQUIRE(fields.size() == 11);
    BOOST_CHECK(fields[4].kieu == FieldType::NgayThieu && fields[10].kieu == FieldType::BatKy);
    BOOST_CHECK((fields[6].choices == std::vector<std::string>{"một", "hai"}));
    BOOST_TEST(fields[8].viet_gon == "ten");
    BOOST_TEST(fields[8].members.at(0).ten == "ten");
    BOOST_TEST(fields[9].viet_gon == "co");
    BOOST_TEST(fields[9].members.at(0).ten == "mục");
}

BOOST_AUTO_TEST_CASE(unknown_attributes_types_and_values_come_with_suggestions) {
    const auto found = read(R"(<truong ten="a" kieu="ngai" batbuoc="co" bat-buoc="Có"/>)");
    BOOST_TEST(found.found() == "unknown-attribute@batbuoc; bad-attribute-value@Có; unknown-field-type@ngai");
    for (const Diagnostic& one : found.out) {
        BOOST_REQUIRE(one.notes.size() == 1);
        BOOST_CHECK(one.notes[0].code == Code::did_you_mean);
    }
    BOOST_TEST(found.out.items()[0].notes[0].args[0] == "bat-buoc");
    BOOST_TEST(found.out.items()[1].notes[0].args[0] == "co");
    BOOST_TEST(found.out.items()[2].notes[0].args[0] == "ngay");
}

BOOST_AUTO_TEST_CASE(a_name_and_a_type_are_required) {
    BOOST_TEST(wrong("<truong/>") == "missing-attribute@truong; missing-attribute@truong");
    BOOST_TEST(wrong(R"(<truong ten="hai từ" kieu="chu"/>)") == "bad-field-name@hai từ");
    BOOST_TEST(wrong(R"(<truong ten="and" kieu="chu"/>)") == "bad-field-name@and");
}

BOOST_AUTO_TEST_CASE(names_and_labels_of_siblings_must_differ) {
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="chu"/><truong ten="a" kieu="so"/>)") == "duplicate-declaration@a");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="chu" nhan="Số"/><truong ten="so" kieu="so"/>)") ==
               "duplicate-declaration@so");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="chu" nhan="Số"/><truong ten="b" kieu="so" nhan="số"/>)") ==
               "duplicate-declaration@b");
    BOOST_TEST(wrong(R"(<truong ten="so_ky_hieu" kieu="chu" nhan="Số, ký hiệu"/>)") == "");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="nhom"><truong ten="a" kieu="so"/></truong>)") == "");
    const auto found = read(R"(<truong ten="a" kieu="chu"/><truong ten="a" kieu="so"/>)");
    BOOST_CHECK(found.out.items()[0].notes.at(0).code == Code::first_given_here);
}

BOOST_AUTO_TEST_CASE(nesting_depends_on_the_type) {
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="danh-sach"/>)") == "list-needs-one-field@truong");
    BOOST_TEST(
        wrong(R"(<truong ten="a" kieu="danh-sach"><truong ten="b" kieu="so"/><truong ten="c" kieu="so"/></truong>)") ==
        "list-needs-one-field@truong");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="nhom"/>)") == "group-needs-fields@truong");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="chu"><truong ten="b" kieu="so"/></truong>)") ==
               "no-nested-fields@truong");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="chu">chữ<tuong/></truong>)") ==
               "only-fields-here@chữ; only-fields-here@tuong");
}

BOOST_AUTO_TEST_CASE(choices_belong_to_lua_chon) {
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="lua-chon"/>)") == "missing-attribute@truong");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="lua-chon" gia-tri="x||y"/>)") == "bad-attribute-value@x||y");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="lua-chon" gia-tri="x|x"/>)") == "duplicate-declaration@x|x");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="chu" gia-tri="x"/>)") == "attribute-not-for-type@gia-tri");
}

BOOST_AUTO_TEST_CASE(a_shorthand_names_a_simple_member) {
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="nhom" viet-gon="tem"><truong ten="ten" kieu="chu"/></truong>)") ==
               "bad-shorthand@tem");
    BOOST_TEST(
        wrong(
            R"(<truong ten="a" kieu="nhom" viet-gon="b"><truong ten="b" kieu="nhom"><truong ten="c" kieu="so"/></truong></truong>)") ==
        "bad-shorthand@b");
    BOOST_TEST(
        wrong(
            R"(<truong ten="a" kieu="nhom" viet-gon="b"><truong ten="b" kieu="danh-sach"><truong ten="c" kieu="so"/></truong></truong>)") ==
        "");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="danh-sach" viet-gon="b"><truong ten="b" kieu="chu"/></truong>)") ==
               "bad-attribute-value@b");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="chu" viet-gon="co"/>)") == "attribute-not-for-type@viet-gon");
}

BOOST_AUTO_TEST_CASE(groups_of_fields_are_shared_by_name) {
    const auto found = read(R"(<truong ten="a" kieu="nhom" nhu="g" viet-gon="x"/><nhom-truong ten="g">
        <truong ten="x" kieu="chu" nhan="Tên"/><truong ten="h" kieu="nhom" nhu="h"/></nhom-truong>
        <nhom-truong ten="h"><truong ten="y" kieu="so"/></nhom-truong>
        <truong ten="b" kieu="danh-sach"><truong ten="m" kieu="nhom" nhu="h"/></truong>)");
    const auto& fields = found.fields.value();
    BOOST_REQUIRE(fields.size() == 2);
    BOOST_REQUIRE(fields[0].members.size() == 2);
    BOOST_TEST(fields[0].members[0].nhan == "Tên");
    BOOST_TEST(fields[0].members[1].members.at(0).ten == "y");
    BOOST_TEST(fields[1].members[0].members.at(0).ten == "y");
}

BOOST_AUTO_TEST_CASE(groups_of_fields_are_checked) {
    BOOST_TEST(wrong(R"(<nhom-truong/><nhom-truong ten="1"><truong ten="x" kieu="chu"/></nhom-truong>)") ==
               "missing-attribute@nhom-truong; bad-field-name@1; group-needs-fields@nhom-truong");
    BOOST_TEST(
        wrong(
            R"(<nhom-truong ten="g" a="b"><truong ten="x" kieu="chux"/></nhom-truong><nhom-truong ten="g">y<truong ten="x" kieu="so"/></nhom-truong>)") ==
        "unknown-attribute@a; duplicate-declaration@g; unknown-field-type@chux; only-fields-here@y");
}

BOOST_AUTO_TEST_CASE(a_field_like_a_group_has_its_members_and_no_others) {
    const std::string group = R"(<nhom-truong ten="bang"><truong ten="x" kieu="chu"/></nhom-truong>)";
    const auto found = read(group + R"(<truong ten="a" kieu="nhom" nhu="bnag"/>)");
    BOOST_TEST(found.found() == "unknown-group@bnag");
    BOOST_TEST(found.out.items()[0].notes.at(0).args.at(0) == "bang");
    BOOST_TEST(wrong(group + R"(<truong ten="a" kieu="nhom" nhu="bang"><truong ten="y" kieu="so"/></truong>)") ==
               "two-member-sources@bang");
    BOOST_TEST(wrong(group + R"(<truong ten="a" kieu="danh-sach" nhu="bang"/>)") == "attribute-not-for-type@nhu");
    BOOST_TEST(wrong(group + R"(<truong ten="a" kieu="nhom" nhu="bang" viet-gon="y"/>)") == "bad-shorthand@y");
}

BOOST_AUTO_TEST_CASE(a_group_of_fields_may_not_hold_itself) {
    const std::string loop = R"(<nhom-truong ten="g"><truong ten="x" kieu="nhom" nhu="h"/></nhom-truong>)"
                             R"(<nhom-truong ten="h"><truong ten="y" kieu="nhom" nhu="g"/></nhom-truong>)";
    const auto found = read(loop);
    BOOST_TEST(found.found() == "group-cycle@g");
    BOOST_TEST(found.out.items()[0].args.at(0) == "g → h → g");
}

BOOST_AUTO_TEST_CASE(groups_that_multiply_are_bounded) {
    std::string text = R"(<nhom-truong ten="g0"><truong ten="x" kieu="so"/></nhom-truong>)";
    for (int i = 1; i < 30; ++i) {
        const std::string below = "g" + std::to_string(i - 1);
        text += fmt::format(R"(<nhom-truong ten="g{0}"><truong ten="a" kieu="nhom" nhu="{1}"/>)"
                            R"(<truong ten="b" kieu="nhom" nhu="{1}"/></nhom-truong>)",
                            i, below);
    }
    BOOST_TEST(wrong(text).starts_with("too-many-fields@g"));
    Limits limits;
    limits.depth = 8;
    BOOST_TEST(read(text, limits).found().starts_with("too-deep@g"));
}

BOOST_AUTO_TEST_CASE(defaults_must_have_the_type_of_their_field) {
    BOOST_TEST(read(R"(<truong ten="a" kieu="ngay" mac-dinh="5/3/2014"/>)").fields.value()[0].mac_dinh.value() ==
               "5/3/2014");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="chu" mac-dinh=""/>)") == "");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="dung-sai" mac-dinh="có"/><truong ten="b" kieu="so" mac-dinh="1.5"/>)") ==
               "");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="ngay" mac-dinh="30/2/2014"/>)") == "date-out-of-range@30/2/2014");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="so" mac-dinh="nhiều"/>)") == "wrong-type@nhiều");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="so-nguyen" mac-dinh="1.5"/>)") == "wrong-type@1.5");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="lua-chon" gia-tri="x|y" mac-dinh="z"/>)") == "not-a-choice@z");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="so" mac-dinh=" "/>)") == "bad-attribute-value@ ");
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="danh-sach" mac-dinh="1"><truong ten="b" kieu="so"/></truong>)") ==
               "attribute-not-for-type@mac-dinh");
}

BOOST_AUTO_TEST_CASE(nested_declarations_are_checked_too) {
    BOOST_TEST(wrong(R"(<truong ten="a" kieu="sai"><truong ten="b" kieu="nua"/></truong>)") ==
               "unknown-field-type@nua; unknown-field-type@sai");
}

BOOST_AUTO_TEST_CASE(depth_is_bounded) {
    Limits limits;
    std::string text, end;
    for (int i = 0; i < 5; ++i) {
        text += R"(<truong ten="a" kieu="nhom">)";
        end += "</truong>";
    }
    text += R"(<truong ten="b" kieu="so"/>)" + end;
    BOOST_TEST(read(text, limits).out.empty());
    Diagnostics out;
    const auto mau = parse_xml({"x", "<mau>" + text + "</mau>"}, kTemplate, Limits{}, out);
    limits.depth = 3;
    BOOST_TEST(!read_fields(mau.value(), {}, UnknownGroups::Report, limits, out));
    BOOST_CHECK(out.items().at(0).code == Code::too_deep);
}

BOOST_AUTO_TEST_SUITE_END()
