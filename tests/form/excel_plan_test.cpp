// The sheets of a form: keys where data::read looks for them, rules for what may be typed.
#include "form/excel_plan.hpp"

#include <boost/test/unit_test.hpp>
#include <utility>

#include "base/utf8.hpp"

#include "form/fixture.hpp"

namespace vanban::form {
namespace {

using test::Compiled;

std::string text_of(const FormSheet& sheet, std::size_t row, std::uint16_t column) {
    for (const FormCell& cell : sheet.rows.at(row).cells)
        if (cell.column == column)
            if (const auto* text = std::get_if<std::string>(&cell.content)) return *text;
    return {};
}

/// Texts of a row, parted by bars.
std::string row_of(const FormSheet& sheet, std::size_t row) {
    std::string result;
    bool first = true;
    for (const FormCell& cell : sheet.rows.at(row).cells) {
        const auto* text = std::get_if<std::string>(&cell.content);
        const auto* number = std::get_if<double>(&cell.content);
        result += (std::exchange(first, false) ? "" : "|") + (text     ? *text
                                                              : number ? std::to_string(static_cast<int>(*number))
                                                                       : std::string());
    }
    return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(excel_plans)

BOOST_AUTO_TEST_CASE(the_first_sheet_has_hidden_keys_and_one_row_a_question) {
    const Compiled compiled(R"(<truong ten="co_quan" kieu="nhom" bat-buoc="co" nhan="Cơ quan">
            <truong ten="ten" kieu="chu" bat-buoc="co" nhan="Tên" tro-giup="Tên đầy đủ" vi-du="Sở Y tế"/></truong>
        <truong ten="ngay" kieu="ngay" nhan="Ngày"/><truong ten="huong" kieu="lua-chon" gia-tri="doc|ngang" mac-dinh="doc"/>)");
    const FormBook book = excel_plan(compiled.get(), {});
    const FormSheet& sheet = book.sheets.front();
    BOOST_TEST(sheet.columns.front().hidden);
    BOOST_TEST(text_of(sheet, 0, 1) == "PHIẾU NHẬP LIỆU: MẪU THỬ");
    const std::size_t header = sheet.frozen_rows - 1;
    BOOST_TEST(row_of(sheet, header) == "Khóa|Mục|Giá trị|Hướng dẫn|Ví dụ");
    // Titles above the header fill one cell a row: data::read takes the first row with two for the header.
    for (std::size_t row = 0; row < header; ++row) BOOST_TEST(sheet.rows[row].cells.size() <= 1u);
    BOOST_TEST(row_of(sheet, header + 1).starts_with("mau|Mẫu văn bản|thu|"));
    BOOST_TEST(row_of(sheet, header + 2) == "|Cơ quan|||");
    BOOST_TEST(row_of(sheet, header + 3) == "co_quan.ten|Tên *||Tên đầy đủ|Sở Y tế");
    BOOST_TEST(row_of(sheet, header + 5) == "huong|huong||Chọn trong danh sách. Để trống là: doc|");
    BOOST_TEST_REQUIRE(sheet.rules.size() == 2u);
    BOOST_TEST((sheet.rules[0].kind == Rule::Kind::Day && sheet.rules[0].first_row == header + 4 &&
                sheet.rules[0].column == 2));
    BOOST_TEST((sheet.rules[1].choices == std::vector<std::string>{"doc", "ngang"}));
}

BOOST_AUTO_TEST_CASE(a_table_begins_with_its_path_its_keys_and_its_labels) {
    const FormBook book = excel_plan(Compiled(test::kEstimate).get(), {});
    BOOST_TEST_REQUIRE(book.sheets.size() == 3u);
    const FormSheet& sheet = book.sheets[1];
    BOOST_TEST(sheet.name == "Dự toán");
    BOOST_TEST(row_of(sheet, 0) == "Bảng: du_toan.phan.muc.khoan");
    BOOST_TEST(row_of(sheet, 1) == "phan.ten|muc.ten|noi_dung|so_luong");
    BOOST_TEST(row_of(sheet, 2) == "Tên phần|Tên mục|Nội dung chi *|Số lượng");
    BOOST_TEST((sheet.rows[0].hidden && sheet.rows[1].hidden && !sheet.rows[2].hidden));
    BOOST_TEST(sheet.frozen_rows == 3u);
    for (const Rule& rule : sheet.rules) BOOST_TEST((rule.first_row == 3u && rule.last_row == 3u + kTableRows - 1));
    BOOST_TEST(book.sheets[2].name == "Hướng dẫn");
}

BOOST_AUTO_TEST_CASE(known_values_fill_cells_and_rows_of_every_level) {
    Compiled compiled(std::string(test::kEstimate) +
                      R"(<truong ten="ds" kieu="danh-sach"><truong ten="y" kieu="chu"/></truong>)");
    const data::Value known = compiled.data(
        "ds: [một, hai]\n"
        "du_toan:\n"
        "  phan:\n"
        "    - {ten: A, muc: [{ten: I, khoan: [{noi_dung: x, so_luong: 2}, {noi_dung: y}]}]}\n"
        "  khoan: [{noi_dung: z}]\n");
    Request request;
    request.known = &known;
    const FormBook book = excel_plan(compiled.get(), request);
    const FormSheet& table = book.sheets[1];
    BOOST_TEST_REQUIRE(table.rows.size() == 6u);
    // A blank part means that of the row above: what belongs to none stands first.
    BOOST_TEST(row_of(table, 3) == "z");
    BOOST_TEST(row_of(table, 4) == "A|I|x|2");
    BOOST_TEST(row_of(table, 5) == "A|I|y");
    BOOST_TEST(row_of(book.sheets[0], book.sheets[0].rows.size() - 1).starts_with("ds|ds|một\nhai|"));
}

BOOST_AUTO_TEST_CASE(texts_of_rules_fit_into_excel) {
    std::string help;
    while (help.size() < 900) help += "Một câu giải thích dài. ";
    const Compiled compiled(
        "<truong ten=\"ds\" kieu=\"danh-sach\"><truong ten=\"h\" kieu=\"nhom\">"
        "<truong ten=\"a\" kieu=\"chu\" nhan=\"Một cái nhãn dài hơn ba mươi hai ký tự\" tro-giup=\"" +
        help + "\"/></truong></truong>");
    const FormBook book = excel_plan(compiled.get(), {});
    BOOST_TEST_REQUIRE(book.sheets[1].rules.size() == 1u);
    const Rule& rule = book.sheets[1].rules[0];
    BOOST_TEST(rule.title == "Một cái nhãn dài hơn ba mươi…");
    BOOST_TEST(utf8::length(rule.message) <= kMostRuleText);
    BOOST_TEST(rule.message.ends_with("…"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::form
