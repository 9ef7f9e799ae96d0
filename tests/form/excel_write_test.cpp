// The bytes of a form. What programs make of them is held by tests/validate/forms.py.
#include "form/excel_write.hpp"

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "font/family.hpp"
#include "form/fixture.hpp"
#include "opc/unzip.hpp"

namespace vanban::form {
namespace {

World world() {
    World result;
    result.fonts = &font::times_new_roman();
    result.temporary_folder = std::filesystem::temp_directory_path().string();
    return result;
}

std::string bytes_of(const FormBook& book) {
    Diagnostics out;
    const auto bytes = write(book, world(), out);
    BOOST_REQUIRE(bytes);
    return *bytes;
}

/// The text of one part of the package.
std::string part(const std::string& bytes, std::string_view name) {
    for (const vanban::test::ZipEntry& entry : vanban::test::unzip(bytes))
        if (entry.name == name) return entry.bytes;
    return {};
}

FormBook small_book() {
    FormSheet sheet;
    sheet.name = "Trang";
    sheet.columns = {{20}, {12, false, Look::Number}};
    sheet.rows = {{{{0, Look::Header, std::string("Tên")}}},
                  {{{0, Look::Text, std::string("một\nhai")}, {1, Look::Number, 2.5}}}};
    sheet.frozen_rows = 1;
    return {"Thử", {sheet}};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(excel_bytes)

BOOST_AUTO_TEST_CASE(the_same_plan_gives_the_same_bytes) {
    const std::string once = bytes_of(small_book());
    BOOST_TEST((once == bytes_of(small_book())));
    BOOST_TEST(once.starts_with("PK"));
}

BOOST_AUTO_TEST_CASE(rows_have_heights_and_may_grow) {
    const std::string sheet = part(bytes_of(small_book()), "xl/worksheets/sheet1.xml");
    BOOST_TEST(sheet.find("<row r=\"2\" spans=\"1:2\" ht=\"33") != std::string::npos);  // two lines of 15 points, and 3
    BOOST_TEST(sheet.find("customHeight") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(long_lists_of_choices_stand_on_a_hidden_sheet) {
    FormBook book = small_book();
    Rule rule{.kind = Rule::Kind::Choice, .first_row = 1, .last_row = 9, .column = 0};
    for (int i = 0; i < 40; ++i) rule.choices.push_back("lựa chọn số " + std::to_string(i));
    book.sheets[0].rules = {
        rule,
        {.kind = Rule::Kind::Choice, .first_row = 1, .last_row = 1, .column = 1, .choices = {"a, b"}},
        {.kind = Rule::Kind::Choice, .first_row = 2, .last_row = 2, .column = 1, .choices = {"a", "b"}}};
    const std::string bytes = bytes_of(book);
    const std::string sheet = part(bytes, "xl/worksheets/sheet1.xml");
    BOOST_TEST(sheet.find("'_lua_chon'!$A$1:$A$40") != std::string::npos);
    BOOST_TEST(sheet.find("'_lua_chon'!$B$1") != std::string::npos);
    BOOST_TEST(sheet.find("\"a,b\"") != std::string::npos);
    BOOST_TEST(part(bytes, "xl/workbook.xml").find("name=\"_lua_chon\" sheetId=\"2\" state=\"hidden\"") !=
               std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_text_that_no_cell_can_hold_is_an_error_that_names_the_cell) {
    FormBook book = small_book();
    book.sheets[0].rows[1].cells[0].content = std::string(40'000, 'x');
    Diagnostics out;
    BOOST_TEST(!write(book, world(), out));
    BOOST_TEST_REQUIRE(out.error_count() == 1u);
    BOOST_TEST((out.items()[0].code == Code::cell_text_too_long));
    BOOST_TEST(out.items()[0].args[1] == "A2");
}

BOOST_AUTO_TEST_CASE(a_folder_that_is_not_there_is_reported) {
    Diagnostics out;
    World nowhere = world();
    nowhere.temporary_folder = "/nowhere";
    BOOST_TEST(!write(small_book(), nowhere, out));
    BOOST_TEST_REQUIRE(out.error_count() == 1u);
    BOOST_TEST((out.items()[0].code == Code::workbook_not_written));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::form
