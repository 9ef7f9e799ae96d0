// Which lists become sheets, and which columns tell their outer items apart.
#include "form/excel_outline.hpp"

#include <boost/test/unit_test.hpp>

#include "form/fixture.hpp"

namespace vanban::form {
namespace {

using test::Compiled;

/// "path [name]: key, key, …" a line.
std::string tables(const Compiled& compiled) {
    std::string result;
    for (const Table& table : outline(compiled.get(), nullptr).tables) {
        result += table.path + " [" + table.name + "]:";
        for (const Level& level : table.levels)
            for (const Column& column : level.columns)
                result += " " + column.key + (column.outer ? "^" : "") + (column.required ? "*" : "");
        result += "\n";
    }
    return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(excel_outline)

BOOST_AUTO_TEST_CASE(the_deepest_chain_is_one_sheet_for_all_levels) {
    BOOST_TEST(tables(Compiled(test::kEstimate)) ==
               "du_toan.phan.muc.khoan [Dự toán]: phan.ten^ muc.ten^ noi_dung* so_luong\n");
}

BOOST_AUTO_TEST_CASE(an_outer_list_that_says_more_than_its_name_has_a_sheet_before) {
    const Compiled compiled(R"(<truong ten="don_vi" kieu="danh-sach" nhan="Các đơn vị"><truong ten="don_vi" kieu="nhom">
        <truong ten="ten" kieu="chu" bat-buoc="co" nhan="Tên"/><truong ten="so_tien" kieu="so" nhan="Dự toán"/>
        <truong ten="khoan" kieu="danh-sach" nhan="Các khoản"><truong ten="k" kieu="nhom">
          <truong ten="noi_dung" kieu="chu" bat-buoc="co" nhan="Nội dung"/></truong></truong>
      </truong></truong>)");
    BOOST_TEST(tables(compiled) ==
               "don_vi [Các đơn vị]: ten* so_tien\ndon_vi.khoan [Các khoản]: don_vi.ten^ noi_dung*\n");
}

BOOST_AUTO_TEST_CASE(two_lists_in_one_item_are_two_sheets) {
    const Compiled compiled(R"(<truong ten="ben" kieu="danh-sach" nhan="Các bên"><truong ten="ben" kieu="nhom">
        <truong ten="ten" kieu="chu" bat-buoc="co"/>
        <truong ten="a" kieu="danh-sach" nhan="Ngày đi"><truong ten="x" kieu="nhom"><truong ten="p" kieu="chu"/></truong></truong>
        <truong ten="b" kieu="danh-sach" nhan="Ngày về"><truong ten="x" kieu="nhom"><truong ten="q" kieu="chu"/></truong></truong>
      </truong></truong>)");
    BOOST_TEST(tables(compiled) == "ben.a [Ngày đi]: ben.ten^ p\nben.b [Ngày về]: ben.ten^ q\n");
}

BOOST_AUTO_TEST_CASE(groups_in_rows_are_taken_apart_or_stand_for_their_shorthand) {
    const Compiled compiled(R"(<truong ten="ds" kieu="danh-sach" nhan="Danh sách"><truong ten="h" kieu="nhom">
        <truong ten="ky" kieu="nhom" nhan="Ký"><truong ten="ten" kieu="chu" bat-buoc="co" nhan="Tên"/></truong>
        <truong ten="anh" kieu="nhom" viet-gon="tep" nhan="Ảnh"><truong ten="tep" kieu="chu"/><truong ten="rong" kieu="so"/></truong>
        <truong ten="y" kieu="danh-sach"><truong ten="y" kieu="chu"/></truong>
        <truong ten="bo" kieu="chu" phieu="khong"/>
      </truong></truong>)");
    BOOST_TEST(tables(compiled) == "ds [Danh sách]: ky.ten anh y\n");
    const Outline found = outline(compiled.get(), nullptr);
    BOOST_TEST(found.tables[0].levels[0].columns[0].label == "Ký > Tên");
    BOOST_TEST_REQUIRE(found.left_out.size() == 1u);
    BOOST_TEST(found.left_out[0] == "bo (ds.bo)");
}

BOOST_AUTO_TEST_CASE(names_of_sheets_are_short_unique_and_not_passed_over) {
    const std::string list =
        R"( kieu="danh-sach"><truong ten="h" kieu="nhom"><truong ten="t" kieu="chu"/></truong></truong>)";
    const Compiled compiled("<truong ten=\"a\" nhan=\"Hướng dẫn chi tiết\"" + list +
                            "<truong ten=\"b\" nhan=\"Mục tiêu/chỉ tiêu\"" + list +
                            "<truong ten=\"c\" nhan=\"Danh sách các đơn vị được đánh giá nội bộ năm nay\"" + list);
    const Outline found = outline(compiled.get(), nullptr);
    BOOST_TEST(found.tables[0].name == "Bảng Hướng dẫn chi tiết");
    BOOST_TEST(found.tables[1].name.find('/') == std::string::npos);
    BOOST_TEST(found.tables[2].name == "Danh sách các đơn vị được đánh");
}

BOOST_AUTO_TEST_CASE(lists_of_one_label_in_several_groups_have_sheets_of_several_names) {
    const std::string list =
        R"(<truong ten="ds" kieu="danh-sach" nhan="Người ký"><truong ten="h" kieu="nhom"><truong ten="t" kieu="chu"/></truong></truong></truong>)";
    const Compiled compiled("<truong ten=\"a\" kieu=\"nhom\">" + list + "<truong ten=\"b\" kieu=\"nhom\">" + list);
    BOOST_TEST(tables(compiled) == "a.ds [Người ký]: t\nb.ds [Người ký (2)]: t\n");
}

BOOST_AUTO_TEST_CASE(questions_follow_the_groups_and_know_what_is_required) {
    const Compiled compiled(
        R"(<truong ten="co_quan" kieu="nhom" bat-buoc="co" nhan="Cơ quan"><truong ten="ten" kieu="chu" bat-buoc="co"/></truong>
        <truong ten="kem" kieu="nhom" nhan="Kèm theo"><truong ten="so" kieu="chu" bat-buoc="co"/></truong>
        <truong ten="gi" kieu="bat-ky"/>)");
    const Outline found = outline(compiled.get(), nullptr);
    BOOST_TEST_REQUIRE(found.questions.size() == 4u);
    BOOST_TEST(found.questions[1].key == "co_quan.ten");
    BOOST_TEST((found.questions[1].required && !found.questions[1].in_optional_group));
    BOOST_TEST(found.questions[3].key == "kem.so");
    BOOST_TEST((found.questions[3].required && found.questions[3].in_optional_group));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::form
