// Tests of tmpl/check: data against declarations.
#include <boost/test/unit_test.hpp>

#include "tmpl/expr_support.hpp"
#include "tmpl/fields.hpp"
#include "tmpl/template.hpp"

using namespace vanban;
using namespace vanban::tmpl;
using namespace vanban::tmpl::test;

namespace {

Template with_fields(std::string_view inside) {
    Diagnostics out;
    const auto mau = parse_xml({"x.xml", "<mau>" + std::string(inside) + "</mau>"}, kTemplate, Limits{}, out);
    Template tmpl;
    tmpl.fields = read_fields(mau.value(), {}, UnknownGroups::Report, Limits{}, out).value().fields;
    return tmpl;
}

/// The dump of checked data, or its findings as `code@text there` with the notes' codes and arguments.
std::string checked(std::string_view fields, const std::string& text) {
    Diagnostics out;
    const auto value = check(with_fields(fields), yaml(text), out);
    BOOST_TEST(value.has_value() == !out.has_errors());
    std::string found;
    for (const Diagnostic& one : out) {
        found += fmt::format("{}{}@{}", found.empty() ? "" : "; ", name(one.code),
                             text.substr(one.span.begin, one.span.end - one.span.begin));
        for (const Note& note : one.notes) {
            found += fmt::format(" [{}{}{}]", name(note.code), note.args.empty() ? "" : " ",
                                 note.args.empty() ? "" : note.args.front());
        }
    }
    return value && out.empty() ? data::dump(*value) : found;
}

/// One field `a` of `kieu`, given as YAML.
std::string one(std::string_view kieu, std::string_view given) {
    return checked(fmt::format(R"(<truong ten="a" kieu="{}"/>)", kieu), fmt::format("a: {}", given));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(check_of_data)

BOOST_AUTO_TEST_CASE(members_come_out_in_the_order_of_declaration) {
    BOOST_TEST(checked(R"(<truong ten="a" kieu="chu"/><truong ten="b" kieu="so"/><truong ten="c" kieu="chu"/>)",
                       "{c: x, b: 1}") == R"({a: null, b: 1, c: "x"})");
}

BOOST_AUTO_TEST_CASE(what_is_not_given_reads_as_its_type_says) {
    const std::string_view fields = R"(<truong ten="a" kieu="chu"/><truong ten="b" kieu="ngay-thieu"/>
        <truong ten="c" kieu="danh-sach"><truong ten="x" kieu="chu"/></truong>
        <truong ten="d" kieu="nhom"><truong ten="x" kieu="chu" bat-buoc="co"/><truong ten="y" kieu="so" mac-dinh="5"/>
          <truong ten="z" kieu="nhom"><truong ten="t" kieu="ngay"/></truong></truong>
        <truong ten="e" kieu="so" mac-dinh="7"/>)";
    const std::string absent = "{a: null, b: date(), c: [], d: {x: null, y: null, z: {t: null}}, e: 7}";
    BOOST_TEST(checked(fields, "{}") == absent);
    BOOST_TEST(checked(fields, "{a: null, b: null, c: null, d: null, e: null}") == absent);
    BOOST_TEST(checked(fields, "") == absent);
    BOOST_TEST(checked(fields, "{d: {x: chữ}}") ==
               R"({a: null, b: date(), c: [], d: {x: "chữ", y: 5, z: {t: null}}, e: 7})");
}

BOOST_AUTO_TEST_CASE(labels_stand_for_names) {
    const std::string_view fields = R"(<truong ten="trich_yeu" kieu="chu" nhan="Trích yếu nội dung"/>)";
    for (const char* key :
         {"trich_yeu", "Trích yếu", "Trích yếu nội dung", "TRÍCH YẾU NỘI DUNG", "trich-yeu", "Trich yeu noi dung"}) {
        BOOST_TEST(checked(fields, fmt::format("{}: x", key)) == R"({trich_yeu: "x"})");
    }
}

BOOST_AUTO_TEST_CASE(one_field_under_two_names_is_given_twice) {
    BOOST_TEST(checked(R"(<truong ten="so" kieu="so" nhan="Số"/>)", "{so: 1, Số: 2}") ==
               "duplicate-field@Số [first-given-here]");
}

BOOST_AUTO_TEST_CASE(a_required_field_whose_key_is_misspelt_is_not_missed_too) {
    const std::string_view fields = R"(<truong ten="trich_yeu" kieu="chu" bat-buoc="co"/>
        <truong ten="so" kieu="so" bat-buoc="co"/>)";
    BOOST_TEST(checked(fields, "{trich_yue: x, so: 1}") == "unknown-field@trich_yue [did-you-mean trich_yeu]");
    BOOST_TEST(checked(fields, "{trich_yue: x}")
                   .starts_with("unknown-field@trich_yue [did-you-mean trich_yeu]; missing-field@"));
}

BOOST_AUTO_TEST_CASE(unknown_keys_are_errors_with_a_suggestion) {
    const std::string_view fields = R"(<truong ten="trich_yeu" kieu="chu" nhan="Trích yếu"/>
        <truong ten="g" kieu="nhom"><truong ten="ho_ten" kieu="chu" nhan="Người ký"/></truong>)";
    BOOST_TEST(checked(fields, "trich_yue: x") == "unknown-field@trich_yue [did-you-mean-field trich_yeu]");
    BOOST_TEST(checked(fields, "g: {Người kí: x, abcdef: y}") ==
               "unknown-field@Người kí [did-you-mean-field ho_ten]; unknown-field@abcdef");
}

BOOST_AUTO_TEST_CASE(the_name_of_the_template_is_always_known_at_the_root) {
    BOOST_TEST(checked(R"(<truong ten="a" kieu="chu"/>)", "{a: x, mau: ke-hoach}") == R"({mau: "ke-hoach", a: "x"})");
    BOOST_TEST(checked(R"(<truong ten="a" kieu="nhom"><truong ten="b" kieu="so"/></truong>)", "a: {mau: x}") ==
               "unknown-field@mau");
}

BOOST_AUTO_TEST_CASE(required_fields_are_missed_at_the_map_that_lacks_them) {
    const std::string_view fields =
        R"(<truong ten="a" kieu="nhom"><truong ten="b" kieu="so" bat-buoc="co" vi-du="5"/></truong>
        <truong ten="c" kieu="ngay" bat-buoc="co" nhan="Ngày"/>)";
    Diagnostics out;
    const std::string text = "a: {}\n";
    BOOST_TEST(!check(with_fields(fields), yaml(text), out));
    BOOST_REQUIRE(out.items().size() == 2);
    BOOST_CHECK(out.items()[0].code == Code::missing_field && out.items()[1].code == Code::missing_field);
    BOOST_TEST(out.items()[0].span.begin == 3);
    BOOST_CHECK(out.items()[0].notes.at(0).code == Code::for_example);
    BOOST_CHECK((out.items()[0].args == std::vector<std::string>{"b", "b"}));
    BOOST_CHECK((out.items()[1].args == std::vector<std::string>{"c", "Ngày"}));
}

BOOST_AUTO_TEST_CASE(a_required_group_requires_its_members_only_if_they_are_required) {
    const std::string_view group = R"(<truong ten="a" kieu="nhom" bat-buoc="co"><truong ten="b" kieu="so"/></truong>)";
    BOOST_TEST(checked(group, "{}").starts_with("missing-field@"));
    BOOST_TEST(checked(group, "a: {}") == "{a: {b: null}}");
}

BOOST_AUTO_TEST_CASE(required_and_empty_is_reported_at_the_value_or_key) {
    const std::string_view text = R"(<truong ten="a" kieu="chu" bat-buoc="co"/>)";
    BOOST_TEST(checked(text, "a: \"  \"") == "empty-value@  ");
    BOOST_TEST(checked(text, "a:") == "empty-value@a");
    BOOST_TEST(checked(R"(<truong ten="a" kieu="ngay" bat-buoc="co"/>)", "a: \"\"") == "empty-value@a");
    const std::string_view list =
        R"(<truong ten="a" kieu="danh-sach" bat-buoc="co"><truong ten="b" kieu="chu"/></truong>)";
    BOOST_TEST(checked(list, "a: []").starts_with("empty-value@["));
}

BOOST_AUTO_TEST_CASE(chu_takes_scalars_as_they_are_written) {
    BOOST_TEST(one("chu", "Sở Y tế") == R"({a: "Sở Y tế"})");
    BOOST_TEST(one("chu", "05") == R"({a: "05"})");
    BOOST_TEST(one("chu", "1.50") == R"({a: "1.50"})");
    BOOST_TEST(one("chu", "true") == R"({a: "true"})");
    BOOST_TEST(one("chu", "\"\"") == R"({a: ""})");
    BOOST_TEST(one("chu", "[x]").starts_with("wrong-type@["));
    BOOST_TEST(one("chu", "[x]").ends_with(" [expects-text]"));
}

BOOST_AUTO_TEST_CASE(outer_white_space_of_texts_goes_but_not_of_block_text) {
    const std::string block = "|\n  # Một\n\n  hai\n";
    BOOST_TEST(one("chu", block) == R"({a: "# Một\n\nhai"})");
    BOOST_TEST(one("noi-dung", block) == R"({a: "# Một\n\nhai\n"})");
    BOOST_TEST(one("chu", "\"  x \"") == R"({a: "x"})");
}

BOOST_AUTO_TEST_CASE(a_text_that_was_cut_keeps_the_places_of_its_lines) {
    Diagnostics out;
    const std::string text = "a: |\n  một\n  hai\n";
    const auto value = check(with_fields(R"(<truong ten="a" kieu="chu"/>)"), yaml(text), out);
    const data::Value& a = *value.value().find("a");
    const std::string& kept = *a.get_if<std::string>();
    const Span place = a.origin().at(kept, kept.find("hai"), 3);
    BOOST_TEST(text.substr(place.begin, place.end - place.begin) == "hai");
}

BOOST_AUTO_TEST_CASE(so_takes_numbers_and_texts_that_are_numbers) {
    BOOST_TEST(one("so", "1234.5") == "{a: 1234.5}");
    BOOST_TEST(one("so", "\"19\"") == "{a: 19}");
    BOOST_TEST(one("so", "1.234.567,5") == "{a: 1.234.567,5}");
    BOOST_TEST(evaluated("a + 1", yaml("a: 1")) == "2");
    BOOST_TEST(one("so", "\"1.234\"") == "ambiguous-number@1.234");
    BOOST_TEST(one("so", "\"1,234\"") == "ambiguous-number@1,234");
    BOOST_TEST(one("so", "nhiều") == "wrong-type@nhiều [expects-number]");
    BOOST_TEST(one("so", "true") == "wrong-type@true [expects-number]");
    BOOST_TEST(one("so", "\"\"") == "{a: null}");
}

BOOST_AUTO_TEST_CASE(the_vietnamese_format_is_read_by_value) {
    Diagnostics out;
    const auto value = check(with_fields(R"(<truong ten="a" kieu="so"/>)"), yaml("a: 1.234.567,5"), out);
    BOOST_TEST(evaluated("a * 2", value.value()) == "2469135");
}

BOOST_AUTO_TEST_CASE(a_decimal_point_before_zeros_is_warned_about) {
    BOOST_TEST(one("so", "21.000") == "decimal-point-read@21.000");
    BOOST_TEST(one("so-nguyen", "21.000") == "decimal-point-read@21.000");
    BOOST_TEST(one("so", "1.234") == "{a: 1.234}");
}

BOOST_AUTO_TEST_CASE(so_nguyen_takes_whole_numbers) {
    BOOST_TEST(one("so-nguyen", "5") == "{a: 5}");
    BOOST_TEST(one("so-nguyen", "5.0") == "{a: 5.0}");
    BOOST_TEST(one("so-nguyen", "5.5") == "wrong-type@5.5 [expects-integer]");
    BOOST_TEST(one("so-nguyen", "\"1.234.567\"") == "{a: 1.234.567}");
}

BOOST_AUTO_TEST_CASE(ngay_takes_full_dates) {
    BOOST_TEST(one("ngay", "5/3/2014") == "{a: date(5/3/2014)}");
    BOOST_TEST(one("ngay", "2014-03-05") == "{a: date(5/3/2014)}");
    BOOST_TEST(one("ngay", "5/2023") == "not-a-date@5/2023");
    BOOST_TEST(one("ngay", "2023") == "not-a-date@2023");
    BOOST_TEST(one("ngay", "30/2/2014") == "date-out-of-range@30/2/2014");
    BOOST_TEST(one("ngay", "hôm nay") == "not-a-date@hôm nay");
    BOOST_TEST(one("ngay", "{x: 1}").starts_with("wrong-type@"));
    BOOST_TEST(one("ngay", "true") == "wrong-type@true [expects-date]");
    BOOST_TEST(one("ngay", "\" \"") == "{a: null}");
}

BOOST_AUTO_TEST_CASE(ngay_thieu_may_have_blanks) {
    BOOST_TEST(one("ngay-thieu", "5/3/2014") == "{a: date(5/3/2014)}");
    BOOST_TEST(one("ngay-thieu", "5/2023") == "{a: date(5/2023)}");
    BOOST_TEST(one("ngay-thieu", "2023") == "{a: date(2023)}");
    BOOST_TEST(one("ngay-thieu", "\"\"") == "{a: date()}");
    BOOST_TEST(one("ngay-thieu", "13/2023").starts_with("date-out-of-range@"));
    BOOST_TEST(one("ngay-thieu", "false") == "wrong-type@false [expects-date]");
}

BOOST_AUTO_TEST_CASE(dung_sai_takes_yes_and_no_in_vietnamese) {
    for (const char* yes : {"true", "có", "Có", "co"}) BOOST_TEST(one("dung-sai", yes) == "{a: true}");
    for (const char* no : {"false", "không", "KHÔNG", "khong"}) BOOST_TEST(one("dung-sai", no) == "{a: false}");
    BOOST_TEST(one("dung-sai", "1") == "wrong-type@1 [expects-bool]");
    BOOST_TEST(one("dung-sai", "chắc") == "wrong-type@chắc [expects-bool]");
}

BOOST_AUTO_TEST_CASE(lua_chon_takes_its_choices_only) {
    const std::string_view fields = R"(<truong ten="a" kieu="lua-chon" gia-tri="thường|khẩn|1"/>)";
    BOOST_TEST(checked(fields, "a: khẩn") == R"({a: "khẩn"})");
    BOOST_TEST(checked(fields, "a: 1") == R"({a: "1"})");
    BOOST_TEST(checked(fields, "a: khan") == "not-a-choice@khan [did-you-mean khẩn] [choices-are thường, khẩn, 1]");
    BOOST_TEST(checked(fields, "a: xa lạ quá") == "not-a-choice@xa lạ quá [choices-are thường, khẩn, 1]");
    BOOST_TEST(checked(fields, "a: [khẩn]").starts_with("wrong-type@"));
}

BOOST_AUTO_TEST_CASE(bat_ky_stays_as_it_is) {
    BOOST_TEST(one("bat-ky", "{x: [1, a], y: null}") == R"({a: {x: [1, "a"], y: null}})");
    BOOST_TEST(one("bat-ky", "05") == "{a: 05}");
}

BOOST_AUTO_TEST_CASE(a_text_may_stand_for_a_group) {
    const std::string_view fields = R"(<truong ten="a" kieu="nhom" viet-gon="ten"><truong ten="so" kieu="so"/>
        <truong ten="ten" kieu="chu"/></truong>)";
    BOOST_TEST(checked(fields, "a: Sở Y tế") == R"({a: {so: null, ten: "Sở Y tế"}})");
    BOOST_TEST(checked(fields, "a: 12") == R"({a: {so: null, ten: "12"}})");
    BOOST_TEST(checked(fields, "a: [x]").starts_with("wrong-type@["));
    BOOST_TEST(checked(R"(<truong ten="a" kieu="nhom"><truong ten="b" kieu="chu"/></truong>)", "a: chữ") ==
               "wrong-type@chữ [expects-map]");
}

BOOST_AUTO_TEST_CASE(what_is_no_map_may_stand_for_a_group) {
    const std::string_view fields = R"(<truong ten="a" kieu="nhom" viet-gon="ds"><truong ten="ten" kieu="chu"/>
        <truong ten="ds" kieu="danh-sach" viet-gon="co"><truong ten="m" kieu="chu"/></truong></truong>)";
    BOOST_TEST(checked(fields, "a: [x, y]") == R"({a: {ten: null, ds: ["x", "y"]}})");
    BOOST_TEST(checked(fields, "a: x") == R"({a: {ten: null, ds: ["x"]}})");
    BOOST_TEST(checked(fields, "a: {ten: x}") == R"({a: {ten: "x", ds: []}})");
    const std::string_view any = R"(<truong ten="a" kieu="nhom" viet-gon="x"><truong ten="x" kieu="bat-ky"/></truong>)";
    BOOST_TEST(checked(any, "a: [1, [2]]") == "{a: {x: [1, [2]]}}");
}

BOOST_AUTO_TEST_CASE(members_of_a_shared_group_are_checked_like_others) {
    const std::string_view fields = R"(<nhom-truong ten="g"><truong ten="x" kieu="so" bat-buoc="co"/></nhom-truong>
        <truong ten="a" kieu="nhom" nhu="g"/><truong ten="b" kieu="danh-sach" viet-gon="co"><truong ten="c" kieu="nhom" nhu="g"/></truong>)";
    BOOST_TEST(checked(fields, "{a: {x: 1}, b: {x: 2}}") == "{a: {x: 1}, b: [{x: 2}]}");
    BOOST_TEST(checked(fields, "{a: {y: 1}, b: [{x: z}]}") ==
               "unknown-field@y; missing-field@{; wrong-type@z [expects-number]");
}

BOOST_AUTO_TEST_CASE(an_item_may_stand_for_a_list) {
    const std::string_view fields = R"(<truong ten="a" kieu="danh-sach" viet-gon="co">
        <truong ten="cu" kieu="nhom" viet-gon="ten"><truong ten="ten" kieu="chu"/></truong></truong>)";
    BOOST_TEST(checked(fields, "a: Luật") == R"({a: [{ten: "Luật"}]})");
    BOOST_TEST(checked(fields, "a: {ten: Luật}") == R"({a: [{ten: "Luật"}]})");
    BOOST_TEST(checked(fields, "a: [Luật, {ten: B}]") == R"({a: [{ten: "Luật"}, {ten: "B"}]})");
    BOOST_TEST(
        checked(
            R"(<truong ten="a" kieu="danh-sach"><truong ten="b" kieu="nhom"><truong ten="c" kieu="chu"/></truong></truong>)",
            "a: chữ") == "wrong-type@chữ [expects-list]");
}

BOOST_AUTO_TEST_CASE(a_text_stands_for_the_list_of_its_lines) {
    const std::string_view texts = R"(<truong ten="a" kieu="danh-sach"><truong ten="b" kieu="chu"/></truong>)";
    BOOST_TEST(checked(texts, "a: chữ") == R"({a: ["chữ"]})");
    BOOST_TEST(checked(texts, "a: |\n  một\n\n    hai: b \n  - ba\n") == R"({a: ["một", "hai: b", "- ba"]})");
    BOOST_TEST(checked(texts, "a: |\n  - một\n  -hai\n") == R"({a: ["một", "hai"]})");
    BOOST_TEST(checked(texts, "a: 8.5") == R"({a: ["8.5"]})");
    BOOST_TEST(checked(texts, "a: {b: x}").starts_with("wrong-type@{"));
    const std::string_view groups = R"(<truong ten="a" kieu="danh-sach" viet-gon="co">
        <truong ten="cu" kieu="nhom" viet-gon="ten"><truong ten="ten" kieu="chu"/></truong></truong>)";
    BOOST_TEST(checked(groups, "a: |\n  Luật\n  Thông tư\n") == R"({a: [{ten: "Luật"}, {ten: "Thông tư"}]})");
    const std::string_view numbers = R"(<truong ten="a" kieu="danh-sach"><truong ten="b" kieu="so"/></truong>)";
    BOOST_TEST(checked(numbers, "a: |\n  -5\n  -6,5\n") == "{a: [-5, -6,5]}");
    BOOST_TEST(checked(numbers, "a: |\n  5\n  sáu\n") == "wrong-type@sáu [expects-number]");
    const std::string_view blocks =
        R"(<truong ten="a" kieu="danh-sach" viet-gon="co"><truong ten="b" kieu="noi-dung"/></truong>)";
    BOOST_TEST(checked(blocks, "a: |\n  - một\n  - hai\n") == R"({a: ["- một\n- hai\n"]})");
}

BOOST_AUTO_TEST_CASE(empty_items_are_errors_except_of_any_type) {
    const std::string_view fields = R"(<truong ten="a" kieu="danh-sach"><truong ten="b" kieu="so"/></truong>)";
    BOOST_TEST(checked(fields, "a: [1, null, \"\"]") == "empty-value@null; empty-value@");
    BOOST_TEST(checked(R"(<truong ten="a" kieu="danh-sach"><truong ten="b" kieu="bat-ky"/></truong>)",
                       "a: [1, null]") == "{a: [1, null]}");
}

BOOST_AUTO_TEST_CASE(all_problems_are_reported_at_once) {
    const std::string_view fields = R"(<truong ten="a" kieu="so"/><truong ten="b" kieu="ngay"/>
        <truong ten="c" kieu="danh-sach"><truong ten="d" kieu="nhom"><truong ten="e" kieu="so" bat-buoc="co"/></truong></truong>)";
    BOOST_TEST(checked(fields, "{x1y2: 1, a: chữ, b: mai, c: [{e: x}, 5]}") ==
               "unknown-field@x1y2; wrong-type@chữ [expects-number]; not-a-date@mai; wrong-type@x [expects-number]; "
               "wrong-type@5 [expects-map]");
}

BOOST_AUTO_TEST_CASE(data_must_be_a_map) {
    BOOST_TEST(checked(R"(<truong ten="a" kieu="so"/>)", "[1]").starts_with("wrong-type@"));
}

BOOST_AUTO_TEST_CASE(a_date_of_the_data_fits_dates_and_texts) {
    const data::Value day(PartialDate{2014, 3, 5}, {});
    const data::Value month(PartialDate{2014, 3, std::nullopt}, {});
    const auto with = [](std::string_view kieu, const data::Value& value) {
        Diagnostics out;
        const data::Value root(data::Map{{"a", {}, value}}, {});
        const auto found = check(with_fields(fmt::format(R"(<truong ten="a" kieu="{}"/>)", kieu)), root, out);
        return found ? data::dump(*found) : codes(out);
    };
    BOOST_TEST(with("ngay", day) == "{a: date(5/3/2014)}");
    BOOST_TEST(with("ngay", month) == "not-a-date@?");
    BOOST_TEST(with("ngay-thieu", month) == "{a: date(3/2014)}");
    BOOST_TEST(with("chu", day) == R"({a: "05/3/2014"})");
}

BOOST_AUTO_TEST_SUITE_END()
