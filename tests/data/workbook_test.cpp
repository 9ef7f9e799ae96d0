// Workbooks that other programs wrote (workbooks/make.py says how), as values.
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>

#include "workbook_maker.hpp"

using namespace vanban;
using namespace vanban::data;
using vanban::testing::read_bytes;

namespace {

Reading read_file(const std::string& name) {
    std::ifstream in(std::string(VANBAN_SOURCE_DIR) + "/tests/data/workbooks/" + name, std::ios::binary);
    BOOST_REQUIRE_MESSAGE(in, name);
    return read_bytes({std::istreambuf_iterator<char>(in), {}});
}

/// The value of the row whose "Tên" is `name`, in a list of rows with "Tên" and "Trị".
std::string value_of(const Value& rows, std::string_view name) {
    for (const Value& row : *rows.get_if<List>()) {
        if (*row.find("Tên")->get_if<std::string>() == name) return dump(*row.find("Trị"));
    }
    return "no such row";
}

}  // namespace

BOOST_AUTO_TEST_CASE(forms_join_the_root_and_tables_stand_under_the_names_of_their_sheets) {
    for (const char* file : {"ke-hoach.xlsx", "ke-hoach-lo.xlsx"}) {
        BOOST_TEST_CONTEXT(file) {
            const Reading plan = read_file(file);
            BOOST_TEST(plan.cell_findings() == "");
            BOOST_TEST(
                plan.dumped() ==
                "{co_quan: {ten: \"Sở Y tế\", dia_danh: \"Đồng Tháp\"}, ngay: date(5/3/2024), "
                "\"Trích yếu\": \"Duy trì hệ thống\\nquản lý chất lượng\", nam: 2026, "
                "\"Nhiệm vụ\": [{\"Nội dung nhiệm vụ\": \"Rà soát tài liệu\", \"Đơn vị chủ trì\": \"Văn phòng Sở\", "
                "\"Thời gian\": date(2/2026), \"Kinh phí\": 1500000}, "
                "{\"Nội dung nhiệm vụ\": \"Đánh giá nội bộ\", \"Đơn vị chủ trì\": \"Văn phòng Sở\", "
                "\"Thời gian\": date(5/2026), \"Kinh phí\": 2000000.5}, "
                "{\"Nội dung nhiệm vụ\": \"Xem xét của lãnh đạo\", \"Đơn vị chủ trì\": \"Ban Giám đốc\", "
                "\"Thời gian\": \"Quý IV\", \"Kinh phí\": null}]}");
        }
    }
}

BOOST_AUTO_TEST_CASE(every_value_knows_its_cell) {
    const Reading plan = read_file("ke-hoach.xlsx");
    BOOST_TEST(plan.cell_of({"co_quan", "ten"}) == "Thông tin chung!C4");
    BOOST_TEST(plan.text_of({"co_quan", "ten"}) == "Sở Y tế");
    BOOST_TEST(plan.cell_of({"ngay"}) == "Thông tin chung!C7");
    const List& tasks = *plan.get({"Nhiệm vụ"}).get_if<List>();
    BOOST_TEST(plan.cell_at(tasks[0].find("Thời gian")->span) == "Nhiệm vụ!D4");
    BOOST_TEST(plan.cell_at(tasks[1].find("Đơn vị chủ trì")->span) == "Nhiệm vụ!C4");  // merged downwards
    BOOST_TEST(plan.cell_at(tasks[2].find("Nội dung nhiệm vụ")->span) == "Nhiệm vụ!B7");
    BOOST_TEST(plan.cell_at(tasks[2].find("Kinh phí")->span) == "Nhiệm vụ!E7");  // blank
    BOOST_TEST(plan.cell_at(tasks[2].span) == "Nhiệm vụ!B7");                    // the row number does not count
}

BOOST_AUTO_TEST_CASE(lines_of_a_cell_keep_their_places) {
    const Reading plan = read_file("ke-hoach.xlsx");
    const Value& text = plan.get({"Trích yếu"});
    const std::string& lines = *text.get_if<std::string>();
    const Span second = text.origin().at(lines, lines.find("quản"), std::string_view("quản lý").size());
    BOOST_TEST(plan.at(second) == "quản lý");
    BOOST_TEST(plan.cell_at(second) == "Thông tin chung!C8");
}

BOOST_AUTO_TEST_CASE(cells_are_read_as_excel_shows_them) {
    const std::vector<std::pair<std::string_view, std::string_view>> expected = {
        {"integer", "5"},
        {"negative", "-12"},
        {"fraction", "1234.5"},
        {"noise", "0.3"},
        {"small", "0.0000001"},
        {"million", "1000000"},
        {"fifteen", "999999999999999"},
        {"round", "1000000000000000"},
        {"percent", "0.125"},
        {"money", "1500000"},
        {"yes", "true"},
        {"no", "false"},
        {"text number", "\"0123\""},
        {"spaces", "\"Sở Y tế\""},
        {"lines", "\"- một\\n- hai\""},
        {"day", "date(29/2/2024)"},
        {"built-in day", "date(29/2/2024)"},
        {"month", "date(5/2024)"},
        {"built-in month", "date(5/2024)"},
        {"year", "date(2024)"},
        {"midnight", "date(5/3/2024)"},
        {"clock", "\"08:30\""},
        {"seconds", "\"08:30:05\""},
        {"hours", "\"25:30\""},
        {"last day", "date(31/12/9999)"},
        {"day 61", "date(1/3/1900)"},
    };
    for (const char* file : {"cac-o.xlsx", "cac-o-lo.xlsx"}) {
        const Reading cells = read_file(file);
        BOOST_TEST(cells.cell_findings() == "");
        for (const auto& [name, value] : expected) {
            BOOST_TEST_CONTEXT(file << " " << name) {
                BOOST_TEST(value_of(cells.get({"o"}), name) == value);
            }
        }
    }
    const Reading excel = read_file("cac-o.xlsx");  // LibreOffice counts the days before 1/3/1900 otherwise
    BOOST_TEST(value_of(excel.get({"o"}), "first day") == "date(1/1/1900)");
    BOOST_TEST(value_of(excel.get({"o"}), "day 59") == "date(28/2/1900)");
    BOOST_TEST(value_of(excel.get({"o"}), "escaped") == "\"a_b\"");
}

BOOST_AUTO_TEST_CASE(cells_that_cannot_be_used_are_reported_and_row_numbers_are_not_looked_at) {
    const Reading faults = read_file("o-loi.xlsx");
    BOOST_TEST(faults.cell_findings() ==
               "cell-error-value Lỗi!C2\n"
               "cell-without-result Lỗi!C3\n"
               "cell-number-inexact Lỗi!C4\n"
               "cell-number-out-of-range Lỗi!C5\n"
               "cell-not-a-day Lỗi!C6\n"
               "cell-not-a-day Lỗi!C7\n"
               "cell-not-a-day Lỗi!C8\n");
    const Diagnostic& first = faults.findings.items().front();
    BOOST_TEST(faults.at(first.span) == "#REF!");
    BOOST_TEST(faults.at(faults.findings.items()[1].span) == "=SUM(A1:A2)");
}

BOOST_AUTO_TEST_CASE(the_time_beside_a_date_is_dropped_with_a_warning) {
    const Reading times = read_file("gio.xlsx");
    BOOST_TEST(times.cell_findings() == "cell-time-dropped Lịch!B2\n");
    BOOST_TEST(times.at(times.findings.items().front().span) == "08:30");
    BOOST_TEST(times.dumped() == "{Lịch: [{Tên: \"Họp\", Ngày: date(5/3/2024)}]}");
}

BOOST_AUTO_TEST_CASE(days_are_counted_from_1904_where_the_workbook_says_so) {
    const std::string expected = "{ngay: [{Tên: \"a\", Ngày: date(5/3/2024)}, {Tên: \"b\", Ngày: date(1/1/1904)}]}";
    BOOST_TEST(read_file("mac-1904.xlsx").dumped() == expected);
    BOOST_TEST(read_file("mac-1904-lo.xlsx").dumped() == expected);
}

BOOST_AUTO_TEST_CASE(merged_header_cells_are_groups_and_higher_rows) {
    for (const char* file : {"tieu-de.xlsx", "tieu-de-lo.xlsx"}) {
        BOOST_TEST_CONTEXT(file) {
            const Reading headers = read_file(file);
            BOOST_TEST(headers.cell_findings() == "");
            BOOST_TEST(headers.dumped() ==
                       "{kinh_phi: [{\"Nội dung\": \"Đào tạo\", \"Kinh phí\": {\"Năm 2025\": 10, \"Năm 2026\": 20}, "
                       "\"Ghi chú\": \"Ngân sách tỉnh\"}, "
                       "{\"Nội dung\": \"Thuê ngoài\", \"Kinh phí\": {\"Năm 2025\": null, \"Năm 2026\": 30}, "
                       "\"Ghi chú\": \"Ngân sách tỉnh\"}, "
                       "{\"Nội dung\": \"In ấn\", \"Kinh phí\": {\"Năm 2025\": 5, \"Năm 2026\": 6}, "
                       "\"Ghi chú\": \"Ngân sách tỉnh\"}]}");
            BOOST_TEST(headers.cell_at(
                           (*headers.get({"kinh_phi"}).get_if<List>())[1].find("Kinh phí")->find("Năm 2025")->span) ==
                       "kinh_phi!D7");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_marker_says_where_a_table_goes_and_keys_stand_over_labels) {
    for (const char* file : {"danh-dau.xlsx", "danh-dau-lo.xlsx"}) {
        BOOST_TEST_CONTEXT(file) {
            const Reading marked = read_file(file);
            BOOST_TEST(marked.cell_findings() == "");
            BOOST_TEST(marked.dumped() ==
                       "{du_toan: {phan: [{Tên: \"A\", \"Ghi chú\": \"văn phòng\", khoan: "
                       "[{ten: \"Giấy\", \"Số tiền\": 10}, {ten: \"Mực\", \"Số tiền\": 20}]}, "
                       "{Tên: \"B\", \"Ghi chú\": \"đi lại\", khoan: [{ten: \"Xăng\", \"Số tiền\": 30}]}]}}");
        }
    }
}

BOOST_AUTO_TEST_CASE(a_single_sheet_without_a_name_of_its_own_is_a_list) {
    BOOST_TEST(read_file("danh-sach.xlsx").dumped() ==
               "[{\"Họ tên\": \"Nguyễn Văn A\"}, {\"Họ tên\": \"Trần Thị B\"}]");
}

BOOST_AUTO_TEST_CASE(wherever_a_workbook_is_cut_it_is_refused) {
    std::ifstream in(std::string(VANBAN_SOURCE_DIR) + "/tests/data/workbooks/ke-hoach.xlsx", std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t size = 0; size < whole.size(); size += 97) {
        const Reading cut = read_bytes(whole.substr(0, size));
        BOOST_TEST(!cut.value);
    }
}

BOOST_AUTO_TEST_CASE(whichever_byte_of_a_workbook_is_changed_nothing_breaks) {
    std::ifstream in(std::string(VANBAN_SOURCE_DIR) + "/tests/data/workbooks/danh-sach.xlsx", std::ios::binary);
    const std::string whole{std::istreambuf_iterator<char>(in), {}};
    for (std::size_t at = 0; at < whole.size(); at += 3) {
        std::string broken = whole;
        broken[at] = static_cast<char>(broken[at] ^ (1 << at % 8));
        read_bytes(broken);
    }
}
