// vanban batch from its arguments to its exit code.
#include <boost/test/unit_test.hpp>

#include "cli/fake_host.hpp"

namespace vanban::cli {
namespace {

constexpr const char* kShared = R"(mau: thong-bao
co_quan: { chu_quan: UBND tỉnh Hậu Giang, ten: Sở Y tế, ky_hieu: SYT, dia_danh: Hậu Giang }
ngay: 5/3/2026
trich_yeu: Họp giao ban
nguoi_ky: { chuc_vu: Giám đốc, ho_ten: Nguyễn Văn An }
noi_nhan: [ Các phòng, "Lưu: VT" ]
)";

FakeHost with_records() {
    FakeHost host;
    host.files["chung.yaml"] = kShared;
    host.files["r.jsonl"] = R"({"ma": "a", "noi_dung": "Một."}
{"ma": "b", "noi_dung": "Hai."}
{"ma": "c", "noi_dung": "Ba."}
)";
    return host;
}

int code(std::vector<std::string> arguments, FakeHost& host) {
    arguments.insert(arguments.begin(), "batch");
    return static_cast<int>(run(arguments, host));
}

int batch(std::vector<std::string> more, FakeHost& host) {
    const std::vector<std::string> usual{"r.jsonl", "--with", "chung.yaml", "-o", "out/{{ ma }}.docx"};
    more.insert(more.begin(), usual.begin(), usual.end());
    return code(std::move(more), host);
}

bool says(const std::string& text, const char* what) {
    return text.find(what) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_command)

BOOST_AUTO_TEST_CASE(a_document_is_made_of_each_record) {
    FakeHost host = with_records();
    BOOST_TEST_REQUIRE(batch({}, host) == 0, host.err);
    BOOST_TEST(host.batch_files.files.size() == 3u);
    BOOST_TEST(host.batch_files.files["out/b.docx"].starts_with("PK"));
    BOOST_TEST(says(host.err, "written: 3"));
}

BOOST_AUTO_TEST_CASE(a_print_file_needs_no_pattern) {
    FakeHost host = with_records();
    BOOST_TEST_REQUIRE(
        code({"r.jsonl", "--with", "chung.yaml", "--merge", "in.docx", "--fresh-sheets", "--ignore", "ma"}, host) == 0,
        host.err);
    BOOST_TEST(host.batch_files.files.size() == 1u);
    BOOST_TEST(host.batch_files.files["in.docx"].starts_with("PK"));
    BOOST_TEST(says(host.err, "put 3 documents into “in.docx”"));
}

BOOST_AUTO_TEST_CASE(what_a_print_file_cannot_be_is_refused) {
    FakeHost host = with_records();
    BOOST_TEST(batch({"--merge", "in.xlsx"}, host) == 2);
    BOOST_TEST(says(host.err, "unknown-print-format"));
    BOOST_TEST(batch({"--fresh-sheets"}, host) == 2);
    BOOST_TEST(code({"r.jsonl", "--with", "chung.yaml"}, host) == 2);
    BOOST_TEST(host.batch_files.files.empty());
}

BOOST_AUTO_TEST_CASE(without_libreoffice_nothing_is_begun) {
    FakeHost host = with_records();
    BOOST_TEST(batch({"--pdf", "--libreoffice", "khong-co"}, host) == 5);
    BOOST_TEST(says(host.err, "pdf-no-libreoffice"));
    BOOST_TEST(host.batch_files.files.empty());
}

BOOST_AUTO_TEST_CASE(the_document_is_that_of_render) {
    FakeHost host = with_records();
    host.files["b.json"] = R"({"noi_dung": "Hai."})";
    BOOST_TEST_REQUIRE(batch({}, host) == 0, host.err);
    BOOST_TEST_REQUIRE(static_cast<int>(run({"render", "chung.yaml", "b.json", "-o", "b.docx"}, host)) == 0, host.err);
    BOOST_TEST((host.batch_files.files["out/b.docx"] == host.written["b.docx"]));
}

BOOST_AUTO_TEST_CASE(quiet_runs_that_go_well_say_nothing) {
    FakeHost host = with_records();
    BOOST_TEST(batch({"--quiet"}, host) == 0);
    BOOST_TEST(host.err == "");
    BOOST_TEST(host.out == "");
}

BOOST_AUTO_TEST_CASE(wrong_records_end_with_one_and_their_place_is_shown) {
    FakeHost host = with_records();
    host.files["r.jsonl"] += "{\"ma\": \"d\", \"sai\": 1}\n";
    BOOST_TEST(batch({"--lang", "vi"}, host) == 1);
    BOOST_TEST(says(host.err, "bản ghi 4 (r.jsonl:4):"));
    BOOST_TEST(says(host.err, "r.jsonl:4:14"));
    BOOST_TEST(says(host.err, "4 bản ghi: ghi 3, giữ nguyên 0, lỗi 1"));
}

BOOST_AUTO_TEST_CASE(findings_for_programs_are_lines_of_json_and_nothing_else) {
    FakeHost host = with_records();
    host.files["r.jsonl"] += "{\"ma\": \"d\", \"sai\": 1}\n";
    BOOST_TEST(batch({"--diagnostics", "json"}, host) == 1);
    BOOST_TEST(host.err.starts_with("{\"severity\""));
    BOOST_TEST(says(host.err, R"("line":4)"));
    BOOST_TEST(!says(host.err, "written"));
}

BOOST_AUTO_TEST_CASE(settings_are_for_all_and_records_go_over_them) {
    FakeHost host = with_records();
    host.files["r.jsonl"] = "{\"ma\": \"a\"}\n{\"ma\": \"b\", \"noi_dung\": \"Riêng.\"}\n";
    BOOST_TEST_REQUIRE(batch({"--set", "noi_dung=Chung."}, host) == 0, host.err);
    FakeHost other = with_records();
    other.files["r.jsonl"] = "{\"ma\": \"a\", \"noi_dung\": \"Chung.\"}\n{\"ma\": \"b\", \"noi_dung\": \"Riêng.\"}\n";
    BOOST_TEST_REQUIRE(batch({}, other) == 0, other.err);
    BOOST_TEST((host.batch_files.files == other.batch_files.files));
}

BOOST_AUTO_TEST_CASE(numbers_names_and_formats_are_asked_for_on_the_command_line) {
    FakeHost host = with_records();
    BOOST_TEST_REQUIRE(code({"r.jsonl", "--with", "chung.yaml", "--so-tu", "12", "-o", "{{ so }}-{{ ma }}", "--to",
                             "both", "--jobs", "3"},
                            host) == 0,
                       host.err);
    BOOST_TEST(host.batch_files.files.contains("14-c.docx"));
    BOOST_TEST(host.batch_files.files.contains("14-c.xlsx"));
}

BOOST_AUTO_TEST_CASE(reports_are_files_by_their_ending) {
    FakeHost host = with_records();
    BOOST_TEST_REQUIRE(batch({"--report", "bc.json", "--report", "bc.xlsx"}, host) == 0, host.err);
    BOOST_TEST(says(host.batch_files.files["bc.json"], R"("record":2,"source":"r.jsonl","line":2)"));
    BOOST_TEST(host.batch_files.files["bc.xlsx"].starts_with("PK"));
    BOOST_TEST(batch({"--report", "bc.txt"}, host) == 2);
    BOOST_TEST(says(host.err, "unknown-report-format"));
}

BOOST_AUTO_TEST_CASE(shards_and_their_reports_come_together) {
    FakeHost host = with_records();
    BOOST_TEST_REQUIRE(batch({"--report", "all.json"}, host) == 0, host.err);
    for (const char* shard : {"1", "2"})
        BOOST_TEST_REQUIRE(
            batch({"--shard", std::string(shard) + "/2", "--report", std::string(shard) + ".json"}, host) == 0,
            host.err);
    host.files["1.json"] = host.batch_files.files["1.json"];
    host.files["2.json"] = host.batch_files.files["2.json"];
    BOOST_TEST_REQUIRE(code({"--merge-reports", "2.json", "1.json", "-o", "sum.json"}, host) == 0, host.err);
    BOOST_TEST(host.batch_files.files["sum.json"] == host.batch_files.files["all.json"]);
    BOOST_TEST(code({"--merge-reports", "2.json", "-o", "sum.json"}, host) == 1);
    BOOST_TEST(says(host.err, "report-incomplete"));
    BOOST_TEST(code({"--merge-reports", "none.json", "-o", "sum.json"}, host) == 4);
    BOOST_TEST(batch({"--shard", "3/2"}, host) == 2);
    BOOST_TEST(says(host.err, "bad-shard"));
}

BOOST_AUTO_TEST_CASE(what_is_asked_wrongly_is_refused) {
    FakeHost host = with_records();
    BOOST_TEST(code({"r.jsonl"}, host) == 2);
    BOOST_TEST(code({"r.jsonl", "-o", "x.odt"}, host) == 2);
    BOOST_TEST(code({"none.jsonl", "-o", "x.docx"}, host) == 4);
    BOOST_TEST(batch({"--jobs", "0"}, host) == 2);
    BOOST_TEST(batch({"-t", "khong-co"}, host) == 1);
    BOOST_TEST(code({"r.jsonl", "-o", "out/{{ ma.docx"}, host) == 1);
    host.files["e.jsonl"] = "\n";
    BOOST_TEST(code({"e.jsonl", "--with", "chung.yaml", "-o", "x.docx"}, host) == 1);
    BOOST_TEST(says(host.err, "no-records"));
}

BOOST_AUTO_TEST_CASE(an_output_that_cannot_be_written_ends_with_five) {
    FakeHost host = with_records();
    host.batch_files.refused = {"out/b.docx"};
    BOOST_TEST(batch({}, host) == 5);
    BOOST_TEST(host.batch_files.files.contains("out/c.docx"));
}

BOOST_AUTO_TEST_CASE(warnings_fail_when_asked_to) {
    FakeHost host = with_records();
    host.files["r.jsonl"] += "{\"ma\": \"d\", \"noi_dung\": \"mong mu\u01A3n.\"}\n";
    BOOST_TEST(batch({}, host) == 0);
    BOOST_TEST(batch({"--fail-on", "warning"}, host) == 3);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::cli
