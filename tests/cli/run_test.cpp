// The program from its arguments to its exit code.
#include "cli/run.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "cli/fake_host.hpp"

namespace vanban::cli {
namespace {

constexpr const char* kPlan = R"(mau: ke-hoach
co_quan: { chu_quan: UBND tỉnh Đồng Tháp, ten: Sở Y tế, ky_hieu: SYT, dia_danh: Đồng Tháp }
so: 5
ngay: 4/5/2023
trich_yeu: Công tác văn thư năm 2023
noi_dung: |
  # Mục đích
  - Nâng cao chất lượng.
nguoi_ky: { chuc_vu: Giám đốc, ho_ten: Nguyễn Văn An }
noi_nhan: [ "Các phòng thuộc Sở", "Lưu: VT" ]
)";

FakeHost with_plan() {
    FakeHost host;
    host.files["plan.yaml"] = kPlan;
    return host;
}

int code(const std::vector<std::string>& arguments, FakeHost& host) {
    return static_cast<int>(run(arguments, host));
}

bool says(const std::string& text, const char* what) {
    return text.find(what) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(program)

BOOST_AUTO_TEST_CASE(render_writes_a_docx_named_after_the_data) {
    FakeHost host = with_plan();
    BOOST_TEST_REQUIRE(code({"render", "plan.yaml"}, host) == 0, host.err);
    BOOST_TEST(host.written.size() == 1u);
    BOOST_TEST(host.written["plan.docx"].starts_with("PK"));
}

BOOST_AUTO_TEST_CASE(files_of_many_units_become_items_of_a_list) {
    FakeHost host = with_plan();
    host.files["a.yaml"] = "tieu_de: Một\nnoi_dung: Nội dung.\n";
    host.files["b.yaml"] = "tieu_de: Hai\nnoi_dung: Nội dung.\n";
    BOOST_TEST_REQUIRE(
        code({"render", "plan.yaml", "--add", "phu_luc=a.yaml", "--add", "phu_luc=b.yaml", "-o", "p.docx"}, host) == 0,
        host.err);
    BOOST_TEST(code({"check", "plan.yaml", "--add", "so=a.yaml"}, host) == 1);
    BOOST_TEST(says(host.err, "bad-path"));
    BOOST_TEST(code({"check", "plan.yaml", "--add", "phu_luc"}, host) == 2);
    BOOST_TEST(code({"check", "plan.yaml", "--add", "phu_luc=none.yaml"}, host) == 4);
}

BOOST_AUTO_TEST_CASE(a_table_becomes_the_items_of_a_list) {
    FakeHost host = with_plan();
    host.files["bang.csv"] = "Tiêu đề;Nội dung\nMột;Nội dung.\nHai;\"Dòng một.\nDòng hai.\"\n";
    host.files["bang.yaml"] =
        "- {tieu_de: Một, noi_dung: Nội dung.}\n- {tieu_de: Hai, noi_dung: \"Dòng một.\\nDòng hai.\"}\n";
    BOOST_TEST_REQUIRE(code({"render", "plan.yaml", "--add", "phu_luc=bang.csv", "-o", "a.docx"}, host) == 0, host.err);
    BOOST_TEST_REQUIRE(code({"render", "plan.yaml", "--add", "Phụ lục=bang.yaml", "-o", "b.docx"}, host) == 0,
                       host.err);
    BOOST_TEST(host.written["a.docx"] == host.written["b.docx"]);
}

BOOST_AUTO_TEST_CASE(a_list_alone_is_no_data_and_the_message_says_what_to_do_with_it) {
    FakeHost host = with_plan();
    host.files["bang.csv"] = "Tiêu đề;Nội dung\nMột;Nội dung.\n";
    BOOST_TEST(code({"check", "plan.yaml", "bang.csv"}, host) == 1);
    BOOST_TEST(says(host.err, "data-not-a-map"));
    BOOST_TEST(says(host.err, "--add nhiem_vu=bang.csv"));
}

BOOST_AUTO_TEST_CASE(old_office_files_are_to_be_saved_as_xlsx) {
    FakeHost host = with_plan();
    BOOST_TEST(code({"check", "plan.XLS"}, host) == 2);
    BOOST_TEST(says(host.err, "old-data-format"));
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_bytes) {
    FakeHost host = with_plan();
    code({"render", "plan.yaml", "-o", "a.docx"}, host);
    code({"render", "plan.yaml", "-o", "b.docx"}, host);
    BOOST_TEST((host.written["a.docx"] == host.written["b.docx"]));
    BOOST_TEST(!host.written["a.docx"].empty());
}

BOOST_AUTO_TEST_CASE(the_ending_of_the_output_says_the_format) {
    FakeHost host = with_plan();
    BOOST_TEST_REQUIRE(code({"render", "plan.yaml", "-o", "plan.xlsx"}, host) == 0, host.err);
    BOOST_TEST(says(host.written["plan.xlsx"], "xl/workbook.xml"));
    BOOST_TEST_REQUIRE(code({"render", "plan.yaml", "--to", "xlsx"}, host) == 0, host.err);
    BOOST_TEST(host.written.size() == 1u);
}

BOOST_AUTO_TEST_CASE(the_format_asked_for_goes_over_the_ending) {
    FakeHost host = with_plan();
    BOOST_TEST_REQUIRE(code({"render", "plan.yaml", "--to", "xlsx", "-o", "plan.out"}, host) == 0, host.err);
    BOOST_TEST(says(host.written["plan.out"], "xl/workbook.xml"));
}

BOOST_AUTO_TEST_CASE(both_formats_are_two_files_of_one_name) {
    for (const char* output : {"du-toan.docx", "du-toan.xlsx", "du-toan"}) {
        FakeHost host = with_plan();
        BOOST_TEST_REQUIRE(code({"render", "plan.yaml", "--to", "both", "-o", output}, host) == 0, host.err);
        BOOST_TEST(host.written.size() == 2u);
        BOOST_TEST(says(host.written["du-toan.docx"], "word/document.xml"));
        BOOST_TEST(says(host.written["du-toan.xlsx"], "xl/workbook.xml"));
    }
}

BOOST_AUTO_TEST_CASE(two_files_do_not_go_to_standard_output) {
    FakeHost host = with_plan();
    BOOST_TEST(code({"render", "plan.yaml", "--to", "both", "-o", "-"}, host) == 2);
    BOOST_TEST(says(host.err, "unknown-output-format"));
}

BOOST_AUTO_TEST_CASE(a_folder_for_temporary_files_that_is_not_there_is_reported) {
    FakeHost host = with_plan();
    host.temporary = "no-such-folder";
    BOOST_TEST(code({"render", "plan.yaml", "-o", "plan.xlsx"}, host) == 1);
    BOOST_TEST(says(host.err, "workbook-not-written"));
    BOOST_TEST(host.written.empty());
}

BOOST_AUTO_TEST_CASE(later_files_and_settings_go_over_earlier_ones) {
    FakeHost host = with_plan();
    host.files["so.json"] = R"({"so": 7})";
    code({"render", "plan.yaml", "-o", "five.docx"}, host);
    code({"render", "plan.yaml", "so.json", "-o", "seven.docx"}, host);
    code({"render", "plan.yaml", "--set", "so=7", "-o", "set.docx"}, host);
    BOOST_TEST((host.written["seven.docx"] == host.written["set.docx"]));
    BOOST_TEST((host.written["seven.docx"] != host.written["five.docx"]));
}

BOOST_AUTO_TEST_CASE(standard_input_and_output_are_a_hyphen) {
    FakeHost host;
    host.standard_input = kPlan;
    BOOST_TEST_REQUIRE(code({"render", "-", "-o", "-", "--to", "docx"}, host) == 0, host.err);
    BOOST_TEST(host.written["-"].starts_with("PK"));
}

BOOST_AUTO_TEST_CASE(errors_leave_no_file_and_exit_1) {
    FakeHost host = with_plan();
    host.files["plan.yaml"].replace(host.files["plan.yaml"].find("trich_yeu"), 9, "trich_yiu");
    BOOST_TEST(code({"render", "plan.yaml", "--lang", "en"}, host) == 1);
    BOOST_TEST(host.written.empty());
    BOOST_TEST(says(host.err, "unknown-field"));
    BOOST_TEST(says(host.err, "plan.yaml:5:1"));
    BOOST_TEST(says(host.err, "did you mean “trich_yeu” (Trích yếu)?"));
}

BOOST_AUTO_TEST_CASE(findings_are_vietnamese_in_a_vietnamese_locale) {
    FakeHost host = with_plan();
    host.variables["LANG"] = "vi_VN.UTF-8";
    BOOST_TEST(code({"render", "thieu.yaml"}, host) == 4);
    BOOST_TEST(says(host.err, "không tìm thấy tệp “thieu.yaml”"));
    host.err.clear();
    BOOST_TEST(code({"render", "thieu.yaml", "--lang", "en"}, host) == 4);
    BOOST_TEST(says(host.err, "not found"));
}

BOOST_AUTO_TEST_CASE(errors_of_one_stage_do_not_hide_those_of_the_next) {
    FakeHost host = with_plan();
    host.files["unknown.yaml"] = "do_khann: khan\nnoi_nhan: [Các phòng]\n";
    BOOST_TEST(code({"render", "plan.yaml", "unknown.yaml"}, host) == 1);
    BOOST_TEST(host.written.empty());
    BOOST_TEST(says(host.err, "unknown-field"));
    BOOST_TEST(says(host.err, "missing-luu"));
    host.err.clear();
    host.files["check.yaml"] = "kinh_gui: UBND tỉnh\nnguoi_ky: { chuc_vu: Phó Giám đốc }\n";
    BOOST_TEST(code({"check", "plan.yaml", "check.yaml"}, host) == 1);
    BOOST_TEST(says(host.err, "check-failed"));
    BOOST_TEST(says(host.err, "deputy-without-kt"));
}

BOOST_AUTO_TEST_CASE(all_files_that_cannot_be_read_are_named_at_once) {
    FakeHost host = with_plan();
    BOOST_TEST(code({"check", "plan.yaml", "mot.yaml", "hai.yaml", "--add", "phu_luc=ba.yaml"}, host) == 4);
    for (const char* name : {"mot.yaml", "hai.yaml", "ba.yaml"}) BOOST_TEST(says(host.err, name));
}

BOOST_AUTO_TEST_CASE(a_date_with_the_month_first_is_told_the_right_way_round) {
    FakeHost host = with_plan();
    BOOST_TEST(code({"check", "plan.yaml", "--set", "ngay=02/15/2026", "--lang", "en"}, host) == 1);
    BOOST_TEST(says(host.err, "did you mean “15/02/2026”?"));
    host.err.clear();
    BOOST_TEST(code({"check", "plan.yaml", "--set", "ngay=31/31/2026", "--lang", "en"}, host) == 1);
    BOOST_TEST(!says(host.err, "did you mean"));
}

BOOST_AUTO_TEST_CASE(programs_read_nothing_but_findings) {
    for (const char* form : {"json", "short"}) {
        FakeHost host = with_plan();
        BOOST_TEST(code({"render", "plan.yaml", "--diagnostics", form}, host) == 0);
        BOOST_TEST(host.err.empty(), host.err);
    }
    FakeHost host = with_plan();
    BOOST_TEST(code({"render", "--no-such", "--diagnostics", "json"}, host) == 2);
    BOOST_TEST(host.err.starts_with("{\"severity\":\"error\",\"code\":\"usage-"));
    host.err.clear();
    BOOST_TEST(code({"check", "plan.yaml", "--set", "ngay=x", "--diagnostics", "short", "--lang", "en"}, host) == 1);
    BOOST_TEST(says(host.err, "error[not-a-date]: “x” is not a date"));
    BOOST_TEST(std::count(host.err.begin(), host.err.end(), '\n') == 1);
}

BOOST_AUTO_TEST_CASE(an_option_given_twice_is_not_called_missing) {
    FakeHost host = with_plan();
    BOOST_TEST(code({"check", "plan.yaml", "-t", "ke-hoach", "-t", "bao-cao"}, host) == 2);
    BOOST_TEST(says(host.err, "usage-repeated"));
}

BOOST_AUTO_TEST_CASE(json_diagnostics_are_one_object_a_line) {
    FakeHost host = with_plan();
    BOOST_TEST(code({"render", "plan.yaml", "--set", "nguoi_ky.ho_tn=A", "--diagnostics", "json"}, host) == 1);
    BOOST_TEST(host.err.starts_with("{"));
    BOOST_TEST(host.err.ends_with("}\n"));
    BOOST_TEST(says(host.err, "\"code\":\"unknown-field\""));
}

BOOST_AUTO_TEST_CASE(warnings_fail_only_when_asked_to) {
    FakeHost host = with_plan();
    host.files["plan.yaml"].replace(host.files["plan.yaml"].find("\"Lưu: VT\""), 11, "\"Lưu VT\"");
    BOOST_TEST(code({"render", "plan.yaml"}, host) == 0);
    BOOST_TEST(says(host.err, "mended-luu"));
    host.written.clear();
    BOOST_TEST(code({"render", "plan.yaml", "--fail-on", "warning"}, host) == 3);
    BOOST_TEST(host.written.empty());
}

BOOST_AUTO_TEST_CASE(an_unwritable_output_exits_5) {
    FakeHost host = with_plan();
    host.read_only = true;
    BOOST_TEST(code({"render", "plan.yaml"}, host) == 5);
    BOOST_TEST(says(host.err, "output-not-writable"));
}

BOOST_AUTO_TEST_CASE(findings_are_printed_once_whatever_happens_to_the_output) {
    for (const bool read_only : {false, true}) {
        FakeHost host = with_plan();
        host.read_only = read_only;
        host.files["plan.yaml"].replace(host.files["plan.yaml"].find("\"Lưu: VT\""), 11, "\"Lưu VT\"");
        code({"render", "plan.yaml"}, host);
        const std::size_t first = host.err.find("mended-luu");
        BOOST_TEST(first != std::string::npos);
        BOOST_TEST(host.err.find("mended-luu", first + 1) == std::string::npos);
    }
}

BOOST_AUTO_TEST_CASE(an_error_is_shown_however_many_warnings_come_before_it) {
    FakeHost host = with_plan();
    host.files["plan.yaml"] += "la:\n";
    for (int i = 0; i < 1000; ++i) host.files["plan.yaml"] += "  - a\n     - b\n";  // a swallowed item each
    BOOST_TEST(code({"check", "plan.yaml"}, host) == 1);
    BOOST_TEST(says(host.err, "yaml-folded-item"));
    BOOST_TEST(says(host.err, "unknown-field"));
}

BOOST_AUTO_TEST_CASE(usage_errors_exit_2) {
    FakeHost host = with_plan();
    const std::vector<std::vector<std::string>> lines{{},
                                                      {"rendr", "plan.yaml"},
                                                      {"render"},
                                                      {"render", "plan.yaml", "--lnag", "vi"},
                                                      {"render", "plan.yaml", "--lang", "fr"},
                                                      {"render", "plan.txt"},
                                                      {"render", "plan.yaml", "-o", "plan.odt"},
                                                      {"render", "plan.yaml", "--set", "khong_co_dau_bang"},
                                                      {"words", "mười"},
                                                      {"words"}};
    for (const auto& arguments : lines) {
        host.err.clear();
        BOOST_TEST(code(arguments, host) == 2);
        BOOST_TEST(!host.err.empty());
    }
}

BOOST_AUTO_TEST_CASE(an_unknown_template_is_named_with_a_suggestion) {
    FakeHost host = with_plan();
    BOOST_TEST(code({"render", "plan.yaml", "-t", "ke-hoch", "--lang", "en"}, host) == 1);
    BOOST_TEST(says(host.err, "template-not-found"));
    BOOST_TEST(says(host.err, "did you mean “ke-hoach”?"));
}

BOOST_AUTO_TEST_CASE(a_folder_of_templates_goes_over_the_built_in_ones) {
    FakeHost host = with_plan();
    host.files["mine/rieng.xml"] =
        "<mau ten=\"rieng\" loai=\"ke-hoach\" nhan=\"Riêng\"><mo-ta>x</mo-ta><than><doan>Xin chào</doan></than></mau>";
    BOOST_TEST(code({"templates", "--templates", "mine"}, host) == 0);
    BOOST_TEST(says(host.out, "rieng"));
    host.files["empty.yaml"] = "mau: rieng\n";
    BOOST_TEST(code({"render", "empty.yaml", "--templates", "mine"}, host) == 0, host.err);
}

BOOST_AUTO_TEST_CASE(templates_are_listed_and_described) {
    FakeHost host;
    BOOST_TEST(code({"templates"}, host) == 0);
    BOOST_TEST(says(host.out, "ke-hoach-iso"));
    BOOST_TEST(!says(host.out, "bang-tu-do"));  // a building block, not a kind
    host.out.clear();
    BOOST_TEST(code({"templates", "ke-hoach"}, host) == 0);
    BOOST_TEST(says(host.out, "trich_yeu"));
    BOOST_TEST(says(host.out, "Trích yếu"));
}

BOOST_AUTO_TEST_CASE(amounts_are_written_in_words) {
    const std::vector<std::pair<std::vector<std::string>, std::string>> cases{
        {{"words", "21000000"}, "Hai mươi mốt triệu đồng\n"},
        {{"words", "21.000.000"}, "Hai mươi mốt triệu đồng\n"},
        {{"words", "-500"}, "Âm năm trăm đồng\n"},
        {{"words", "12,5", "--unit", ""}, "Mười hai phẩy năm\n"},
        {{"words", "5200000", "--variants", "chan"}, "Năm triệu hai trăm nghìn đồng chẵn\n"},
        {{"words", "3", "--unit", "hồ sơ"}, "Ba hồ sơ\n"}};
    for (const auto& [arguments, expected] : cases) {
        FakeHost host;
        BOOST_TEST(code(arguments, host) == 0, host.err);
        BOOST_TEST(host.out == expected);
    }
    FakeHost host;
    BOOST_TEST(code({"words", "12,5"}, host) == 2);
}

BOOST_AUTO_TEST_CASE(help_is_printed_in_both_languages_with_the_exit_codes) {
    FakeHost host;
    BOOST_TEST(code({"--help", "--lang", "vi"}, host) == 0);
    BOOST_TEST(says(host.out, "Mã thoát"));
    host.out.clear();
    BOOST_TEST(code({"render", "--help", "--lang", "en"}, host) == 0);
    BOOST_TEST(says(host.out, "--set"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::cli
