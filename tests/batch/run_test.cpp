// Whole runs in memory: order, numbers, names, failures, shards, resuming.
#include "batch/batch.hpp"

#include <boost/test/unit_test.hpp>

#include "batch/memory_store.hpp"
#include "batch/report.hpp"

namespace vanban::batch {
namespace {

constexpr const char* kShared = R"(mau: thong-bao
co_quan: { chu_quan: UBND tỉnh Hậu Giang, ten: Sở Y tế, ky_hieu: SYT, dia_danh: Hậu Giang }
ngay: 5/2/2026
trich_yeu: Họp giao ban
noi_dung: Thông báo.
nguoi_ky: { chuc_vu: Giám đốc, ho_ten: Nguyễn Văn An }
noi_nhan: [ Các phòng, "Lưu: VT" ]
)";

/// A batch and its outcome.
struct Trial {
    std::string lines;
    Options options;
    MemoryStore store;

    std::vector<Outcome> outcomes;
    Diagnostics findings;
    std::optional<Summary> summary;
    std::string report;

    explicit Trial(std::string records) : lines(std::move(records)) {
        options.output = "out/{{ ma }}";
        options.template_name = "thong-bao";
        options.jobs = 3;
        options.lang = Lang::En;
    }

    Trial& run() {
        struct Ear : Listener {
            explicit Ear(Trial& trial) : trial_(trial) {}
            void finished(Outcome& outcome, const Diagnostics&, const Sources&) override {
                trial_.outcomes.push_back(outcome);
                report->add(outcome);
            }
            Trial& trial_;
            std::unique_ptr<Report> report = json_report(trial_.store, "report.json", trial_.options.shard);
        };
        outcomes.clear();
        findings = {};
        Engine engine;
        Sources sources(&engine.sources());
        store.files["r.jsonl"] = lines;
        const auto shared = engine.read({{"chung.yaml", kShared, data::Format::Yaml}}, {}, sources, findings);
        auto found = open_records({{"r.jsonl"}, {}, {}}, store, engine.world(), sources, findings);
        BOOST_TEST_REQUIRE((shared && found));
        Ear ear(*this);
        summary = batch::run(engine, options, *shared, sources, *found->records, store, ear, findings);
        if (summary) static_cast<void>(ear.report->finish({options.shard, summary->records, summary->stopped}));
        report = store.files["report.json"];
        store.files.erase("r.jsonl");
        store.files.erase("report.json");
        return *this;
    }

    std::vector<std::string> paths() const {
        std::vector<std::string> all;
        for (const auto& [path, bytes] : store.files) all.push_back(path);
        return all;
    }
    std::string journal() const {
        for (const auto& [path, bytes] : store.files)
            if (path.ends_with("journal")) return path;
        return {};
    }
};

std::string records(int count) {
    std::string lines;
    for (int i = 1; i <= count; ++i) {
        const std::string number = std::to_string(i);
        lines += R"({"ma": "m)" + number + R"(", "noi_dung": "Thông báo lần )" + number + "\"}\n";
    }
    return lines;
}

std::string with_line(std::string lines, int number, const std::string& line) {
    std::size_t begin = 0;
    for (int i = 1; i < number; ++i) begin = lines.find('\n', begin) + 1;
    return lines.replace(begin, lines.find('\n', begin) - begin, line);
}

/// Says of what a PDF was made.
struct PdfDouble : PdfMaker {
    int failing_call = 0;
    int calls = 0;

    Result<std::string> make(std::string_view docx, std::size_t documents, docx::Sheets) override {
        if (++calls == failing_call) return fail(Code::pdf_crashed, {});
        return std::string(docx.substr(0, 2)) + " of " + std::to_string(documents);
    }
    Result<std::string> join(const std::vector<std::string>& files, docx::Sheets) override {
        std::string all;
        for (const std::string& file : files) all += (all.empty() ? "" : "+") + file;
        return all;
    }
};

constexpr const char* kBad = R"({"ma": "hong", "trich_yeuu": 1})";

bool same_files(const Trial& a, const Trial& b) {
    return a.store.files == b.store.files;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(batch_run)

BOOST_AUTO_TEST_CASE(every_record_is_a_file_and_nothing_else_stays) {
    Trial trial(records(20));
    trial.run();
    BOOST_TEST_REQUIRE(trial.summary.has_value());
    BOOST_TEST(trial.summary->written == 20u);
    BOOST_TEST(trial.store.files.size() == 20u);
    BOOST_TEST(trial.store.files["out/m7.docx"].starts_with("PK"));
    BOOST_TEST(trial.findings.empty());
}

BOOST_AUTO_TEST_CASE(outcomes_come_in_the_order_of_the_records_whatever_the_threads) {
    Trial one(records(60)), many(records(60));
    one.options.jobs = 1;
    many.options.jobs = 7;
    one.run();
    many.run();
    for (std::size_t i = 0; i < 60; ++i) {
        BOOST_TEST(many.outcomes[i].record == i + 1);
        BOOST_TEST(many.outcomes[i].line == i + 1);
    }
    BOOST_TEST(same_files(one, many));
    BOOST_TEST(one.report == many.report);
}

BOOST_AUTO_TEST_CASE(a_wrong_record_is_reported_at_its_place_and_the_others_come_out) {
    Trial trial(with_line(with_line(records(12), 5, kBad), 9, "{\"ma\": "));
    trial.run();
    BOOST_TEST(trial.summary->written == 10u);
    BOOST_TEST(trial.summary->failed == 2u);
    BOOST_TEST(trial.outcomes[4].findings.find(R"("code":"unknown-field")") != std::string::npos);
    BOOST_TEST(trial.outcomes[4].findings.find(R"("file":"r.jsonl","line":5,"column":17)") != std::string::npos);
    BOOST_TEST(trial.outcomes[8].findings.find(R"("code":"json-malformed")") != std::string::npos);
    BOOST_TEST(trial.outcomes[4].files.empty());
}

BOOST_AUTO_TEST_CASE(numbers_go_to_records_so_that_a_failed_one_keeps_its_own) {
    Trial trial(with_line(records(12), 5, kBad));
    trial.options.so_tu = 41;
    trial.options.output = "out/{{ so }}-{{ ma }}";
    trial.run();
    BOOST_TEST(trial.outcomes[3].files.front() == "out/44-m4.docx");
    BOOST_TEST(trial.outcomes[5].files.front() == "out/46-m6.docx");
    BOOST_TEST(trial.outcomes[11].files.front() == "out/52-m12.docx");
}

BOOST_AUTO_TEST_CASE(the_ordinal_of_a_record_is_a_name_in_patterns) {
    Trial trial(records(2));
    trial.options.output = "{{ stt }} {{ ma }}";
    trial.run();
    BOOST_TEST(trial.store.files.contains("00002 m2.docx"));
}

BOOST_AUTO_TEST_CASE(names_are_given_to_all_records_so_that_they_do_not_depend_on_success) {
    Trial trial(R"({"ma": "A"}
{"ma": "a", "sai": 1}
{"ma": "Á"}
{"ma": "a"}
)");
    trial.run();
    BOOST_TEST(trial.outcomes[0].files.front() == "out/A.docx");
    BOOST_TEST(trial.outcomes[1].files.empty());
    BOOST_TEST(trial.outcomes[2].files.front() == "out/Á.docx");
    BOOST_TEST(trial.outcomes[3].files.front() == "out/a (3).docx");
}

BOOST_AUTO_TEST_CASE(a_name_that_only_the_pattern_uses_is_no_unknown_field) {
    Trial trial(R"({"Mã": "x", "Trích yếu": "Họp"})");
    trial.run();
    BOOST_TEST(trial.summary->written == 1u);
    BOOST_TEST(trial.store.files.contains("out/x.docx"));
}

BOOST_AUTO_TEST_CASE(dates_of_the_record_are_dates_for_the_pattern) {
    Trial trial(R"({"ngay": "3/2/2026"})");
    trial.options.output = "{{ ngay | ngay_ngan }}";
    trial.run();
    BOOST_TEST(trial.paths() == std::vector<std::string>{"03-02-2026.docx"}, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(a_record_goes_over_the_shared_data_under_key_or_label) {
    Trial trial(R"({"ma": "a", "Trích yếu": "Khác"}
{"ma": "b", "trich_yeu": "Khác"}
)");
    trial.run();
    BOOST_TEST_REQUIRE(trial.summary->written == 2u);
    BOOST_TEST((trial.store.files["out/a.docx"] == trial.store.files["out/b.docx"]));
}

BOOST_AUTO_TEST_CASE(a_blank_lets_the_shared_data_stand) {
    const std::string spoken = R"({"ma": "a"})";
    const std::string blank = R"({"ma": "b", "trich_yeu": null, "co_quan": {"ten": null}, "Người ký": null})";
    Trial trial(spoken + "\n" + blank + "\n");
    trial.run();
    BOOST_TEST(trial.summary->written == 2u);
    BOOST_TEST((trial.store.files["out/a.docx"] == trial.store.files["out/b.docx"]));
}

BOOST_AUTO_TEST_CASE(a_blank_names_a_file_as_the_shared_data_would) {
    Trial trial(R"({"trich_yeu": null})");
    trial.options.output = "out/{{ trich_yeu }}";
    trial.run();
    BOOST_TEST(trial.paths().front() == "out/Họp giao ban.docx");
}

BOOST_AUTO_TEST_CASE(records_may_ask_for_templates_of_their_own) {
    Trial trial(R"({"ma": "a"}
{"ma": "b", "mau": "ke-hoach"}
{"ma": "c", "mau": "ke-hoachh"}
)");
    trial.options.template_name.clear();
    trial.run();
    BOOST_TEST(trial.outcomes[1].files.size() == 1u);
    BOOST_TEST(trial.outcomes[2].findings.find("template-not-found") != std::string::npos);
    BOOST_TEST(trial.outcomes[2].findings.find("ke-hoach") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_template_that_all_records_are_to_use_is_looked_for_first) {
    Trial trial(records(2));
    trial.options.template_name = "khong-co";
    trial.run();
    BOOST_TEST(!trial.summary.has_value());
    BOOST_TEST((trial.findings.items().front().code == Code::template_not_found));
}

BOOST_AUTO_TEST_CASE(both_formats_of_a_record_have_one_name) {
    Trial trial(records(2));
    trial.options.formats = {Format::Docx, Format::Xlsx};
    trial.run();
    BOOST_TEST(trial.outcomes[1].files.size() == 2u);
    BOOST_TEST(trial.store.files.contains("out/m2.docx"));
    BOOST_TEST(trial.store.files.contains("out/m2.xlsx"));
}

BOOST_AUTO_TEST_CASE(all_documents_can_be_in_one_file_in_record_order) {
    Trial trial(with_line(records(40), 7, kBad));
    trial.options.output.clear();
    trial.options.ignored = {"Mã"};
    trial.options.print_file = PrintFile{.path = "in/tat-ca"};
    trial.run();
    BOOST_TEST((trial.paths() == std::vector<std::string>{"in/tat-ca.docx"}));
    BOOST_TEST(trial.summary->printed == 39u);
    BOOST_TEST(trial.summary->failed == 1u);
    BOOST_TEST((trial.outcomes[2].files == std::vector<std::string>{"in/tat-ca.docx"}));
    const std::string bytes = trial.store.files["in/tat-ca.docx"];
    trial.options.jobs = 1;
    trial.run();
    BOOST_TEST((trial.store.files["in/tat-ca.docx"] == bytes));
}

BOOST_AUTO_TEST_CASE(a_print_file_can_come_with_the_files_of_the_records) {
    Trial trial(records(6));
    trial.options.print_file = PrintFile{.path = "out/m3", .sheets = docx::Sheets::Fresh};
    trial.run();
    BOOST_TEST(trial.store.files.size() == 7u);
    BOOST_TEST((trial.outcomes[2].files == std::vector<std::string>{"out/m3 (2).docx"}));
    Trial alone(records(6));
    alone.run();
    BOOST_TEST((alone.store.files["out/m5.docx"] == trial.store.files["out/m5.docx"]));
}

BOOST_AUTO_TEST_CASE(a_resumed_print_file_holds_the_kept_documents_too) {
    Trial whole(with_line(records(12), 5, kBad));
    whole.options.print_file = PrintFile{.path = "in"};
    whole.run();
    const std::string bytes = whole.store.files["in.docx"];
    whole.store.files.erase("in.docx");
    whole.store.files.erase("out/m2.docx");
    whole.options.resume = true;
    whole.run();
    BOOST_TEST(whole.summary->kept == 10u);
    BOOST_TEST(whole.summary->written == 1u);
    BOOST_TEST((whole.store.files["in.docx"] == bytes));
}

BOOST_AUTO_TEST_CASE(pdfs_are_made_of_the_documents_and_of_the_print_file) {
    Trial trial(records(5));
    PdfDouble pdfs;
    trial.options.pdfs = &pdfs;
    trial.options.formats = {Format::Docx, Format::Pdf};
    trial.options.print_file = PrintFile{.path = "in", .formats = {Format::Pdf}};
    trial.run();
    BOOST_TEST(trial.store.files["out/m2.pdf"] == "PK of 1");
    BOOST_TEST(trial.store.files["in.pdf"] == "PK of 5");
    BOOST_TEST(!trial.store.files.contains("in.docx"));
}

BOOST_AUTO_TEST_CASE(the_pdf_of_a_long_print_file_is_made_in_parts_and_joined_in_record_order) {
    Trial trial(records(95));
    PdfDouble pdfs;
    trial.options.pdfs = &pdfs;
    trial.options.output.clear();
    trial.options.ignored = {"ma"};
    trial.options.print_file = PrintFile{.path = "in", .formats = {Format::Docx, Format::Pdf}};
    trial.run();
    BOOST_TEST(trial.summary->printed == 95u);
    BOOST_TEST(trial.store.files["in.pdf"] == "PK of 40+PK of 40+PK of 15");
    BOOST_TEST((trial.paths() == std::vector<std::string>{"in.docx", "in.pdf"}));
}

BOOST_AUTO_TEST_CASE(a_print_file_whose_pdf_fails_says_where_and_the_documents_are_still_made) {
    Trial trial(records(95));
    PdfDouble pdfs;
    pdfs.failing_call = 2;
    trial.options.pdfs = &pdfs;
    trial.options.print_file = PrintFile{.path = "in", .formats = {Format::Pdf}};
    trial.run();
    BOOST_TEST(trial.summary->written == 95u);
    BOOST_TEST(trial.summary->printed == 0u);
    BOOST_TEST(trial.summary->unwritable);
    BOOST_TEST(!trial.store.files.contains("in.pdf"));
    const Diagnostic& finding = trial.findings.items().front();
    BOOST_TEST((finding.code == Code::pdf_crashed));
    BOOST_TEST((finding.notes.front().args == std::vector<std::string>{"41", "80"}));
}

BOOST_AUTO_TEST_CASE(a_print_file_whose_pdf_fails_is_still_there_as_docx) {
    for (const int failing_call : {1, 3}) {  // While documents come, and at the end.
        Trial trial(records(95));
        PdfDouble pdfs;
        pdfs.failing_call = failing_call;
        trial.options.pdfs = &pdfs;
        trial.options.output.clear();
        trial.options.ignored = {"ma"};
        trial.options.print_file = PrintFile{.path = "in", .formats = {Format::Docx, Format::Pdf}};
        trial.run();
        BOOST_TEST((trial.paths() == std::vector<std::string>{"in.docx"}));
        BOOST_TEST(pdfs.calls == failing_call);
        BOOST_TEST(trial.summary->unwritable);
        BOOST_TEST_REQUIRE(trial.findings.count() == 1u);
        BOOST_TEST((trial.findings.items().front().code == Code::pdf_crashed));
    }
}

BOOST_AUTO_TEST_CASE(a_pdf_that_cannot_be_made_is_a_finding_of_its_record) {
    Trial trial(records(3));
    PdfDouble pdfs;
    pdfs.failing_call = 2;
    trial.options.jobs = 1;
    trial.options.pdfs = &pdfs;
    trial.options.formats = {Format::Pdf};
    trial.run();
    BOOST_TEST(trial.summary->written == 2u);
    BOOST_TEST(trial.summary->unwritable);
    BOOST_TEST(trial.outcomes[1].findings.find("pdf-crashed") != std::string::npos);
    BOOST_TEST((trial.paths().size() == 3u));  // two documents and the journal
}

BOOST_AUTO_TEST_CASE(a_print_file_is_whole_or_absent) {
    Trial stopped(with_line(records(30), 5, kBad));
    stopped.options.print_file = PrintFile{.path = "in"};
    stopped.options.fail_fast = true;
    stopped.run();
    BOOST_TEST(!stopped.store.files.contains("in.docx"));
    Trial refused(records(3));
    refused.options.print_file = PrintFile{.path = "in"};
    refused.store.refused = {"in.docx"};
    refused.run();
    BOOST_TEST(refused.summary->unwritable);
    BOOST_TEST(refused.summary->printed == 0u);
    BOOST_TEST((refused.findings.items().front().code == Code::output_not_writable));
}

BOOST_AUTO_TEST_CASE(fail_fast_stops_at_the_first_failed_record) {
    Trial trial(with_line(records(200), 5, kBad));
    trial.options.fail_fast = true;
    trial.run();
    BOOST_TEST(trial.summary->stopped);
    BOOST_TEST(trial.outcomes.size() == 5u);
    BOOST_TEST(trial.summary->failed == 1u);
    BOOST_TEST(trial.store.files.size() < 200u);
}

BOOST_AUTO_TEST_CASE(warnings_can_count_as_failures) {
    Trial trial(with_line(records(4), 2, R"({"ma": "m2", "noi_dung": "mong mu\u01A3n"})"));
    trial.run();
    BOOST_TEST(trial.summary->warnings == 1u);
    BOOST_TEST(trial.summary->written == 4u);
    Trial strict(trial.lines);
    strict.options.fail_on_warning = true;
    strict.run();
    BOOST_TEST(strict.summary->written == 3u);
    BOOST_TEST(!strict.store.files.contains("out/m2.docx"));
}

BOOST_AUTO_TEST_CASE(a_file_that_cannot_be_written_is_a_finding_of_its_record) {
    Trial trial(records(5));
    trial.store.refused = {"out/m3.docx"};
    trial.run();
    BOOST_TEST(trial.summary->unwritable);
    BOOST_TEST(trial.summary->written == 4u);
    BOOST_TEST(trial.outcomes[2].findings.find("output-not-writable") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_fails_every_record_and_warns_of_the_journal) {
    Trial trial(records(3));
    trial.store.read_only = true;
    trial.run();
    BOOST_TEST(trial.summary->failed == 3u);
    BOOST_TEST((trial.findings.items().front().code == Code::journal_not_kept));
}

BOOST_AUTO_TEST_CASE(two_runs_do_not_write_to_one_place) {
    Trial trial(with_line(records(3), 2, kBad));
    trial.run();
    trial.store.held = {trial.journal()};
    trial.run();
    BOOST_TEST(!trial.summary.has_value());
    BOOST_TEST((trial.findings.items().front().code == Code::batch_running));
}

BOOST_AUTO_TEST_CASE(resuming_keeps_what_is_right_and_makes_the_rest) {
    Trial whole(with_line(records(30), 12, kBad));
    whole.run();
    Trial trial(whole.lines);
    trial.run();
    trial.store.files.erase("out/m3.docx");
    trial.store.files["out/m4.docx"] = "PK half";
    trial.store.files[trial.journal()].resize(trial.store.files[trial.journal()].size() - 20);
    trial.options.resume = true;
    trial.run();
    BOOST_TEST(trial.summary->written == 3u);  // 3, 4, and 30, whose line is torn
    BOOST_TEST(trial.summary->kept == 26u);
    BOOST_TEST(same_files(whole, trial));
    BOOST_TEST(whole.report == trial.report);
}

BOOST_AUTO_TEST_CASE(resuming_notices_another_record_number_or_template) {
    const std::string lines = with_line(records(9), 2, kBad);
    Trial trial(lines);
    trial.run();
    trial.options.resume = true;
    trial.lines = with_line(lines, 5, R"({"ma": "m5", "noi_dung": "Thông báo lần khác"})");
    trial.run();
    BOOST_TEST(trial.summary->written == 1u);
    BOOST_TEST(trial.summary->kept == 7u);
    Trial fresh(trial.lines);
    fresh.run();
    BOOST_TEST(same_files(fresh, trial));
    trial.options.so_tu = 5;
    trial.run();
    BOOST_TEST(trial.summary->kept == 0u);
    trial.options.template_name = "ke-hoach";
    trial.run();
    BOOST_TEST(trial.summary->kept == 0u);
}

BOOST_AUTO_TEST_CASE(resuming_takes_away_what_no_record_asks_for_any_more) {
    const std::string lines = with_line(records(9), 2, kBad);
    Trial trial(lines);
    trial.run();
    trial.options.resume = true;
    trial.lines = with_line(with_line(lines, 5, R"({"ma": "moi"})"), 7, R"({"ma": "m7", "sai": 1})");
    trial.store.files["out/cua-toi.docx"] = "mine";
    trial.run();
    Trial fresh(trial.lines);
    fresh.run();
    fresh.store.files["out/cua-toi.docx"] = "mine";
    BOOST_TEST(!trial.store.files.contains("out/m5.docx"));
    BOOST_TEST(!trial.store.files.contains("out/m7.docx"));
    BOOST_TEST(same_files(fresh, trial));
}

BOOST_AUTO_TEST_CASE(a_file_that_somebody_changed_is_not_taken_away) {
    Trial trial(with_line(records(9), 2, kBad));
    trial.run();
    trial.options.resume = true;
    trial.lines = with_line(trial.lines, 5, R"({"ma": "moi"})");
    trial.store.files["out/m5.docx"] += "edited";
    trial.run();
    BOOST_TEST(trial.store.files.contains("out/m5.docx"));
}

BOOST_AUTO_TEST_CASE(resumed_records_keep_their_warnings_in_the_report) {
    Trial trial(with_line(with_line(records(6), 2, R"({"ma": "m2", "noi_dung": "mong mu\u01A3n"})"), 4, kBad));
    trial.run();
    const std::string report = trial.report;
    trial.options.resume = true;
    trial.run();
    BOOST_TEST(trial.summary->kept == 5u);
    BOOST_TEST(trial.report == report);
    trial.lines = "\n" + trial.lines;  // Every place is another one now: the record with the warning is made again.
    trial.run();
    BOOST_TEST(trial.summary->written == 1u);
    BOOST_TEST(trial.report.find(R"("line":3,"column")") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(shards_give_the_files_of_one_run_and_their_reports_make_its_report) {
    const std::string lines = with_line(with_line(records(25), 7, kBad), 20, R"({"ma": "M3"})");
    Trial whole(lines);
    whole.options.so_tu = 1;
    whole.run();
    MemoryFiles files, reports;
    for (std::uint32_t part = 1; part <= 3; ++part) {
        Trial shard(lines);
        shard.options.so_tu = 1;
        shard.options.shard = {part, 3};
        shard.run();
        reports["s" + std::to_string(part) + ".json"] = shard.report;
        for (auto& [path, bytes] : shard.store.files)
            if (path.ends_with(".docx")) BOOST_TEST(files.emplace(path, bytes).second);
    }
    whole.store.files.erase(whole.journal());
    BOOST_TEST((files == whole.store.files));

    struct Reading : Files {
        MemoryFiles* files = nullptr;
        Result<std::string> read(std::string_view path) const override { return files->find(path)->second; }
        std::vector<std::string> list(std::string_view) const override { return {}; }
    } reading;
    reading.files = &reports;
    World world;
    world.files = &reading;
    MemoryStore store;
    Sources sources;
    Diagnostics findings;
    std::uint64_t count = 0;
    const auto report = json_report(store, "all.json", {});
    BOOST_TEST(merge_reports({"s2.json", "s3.json", "s1.json"}, world, *report, sources, count, findings));
    BOOST_TEST(report->finish({{}, count, false}).has_value());
    BOOST_TEST(store.files["all.json"] == whole.report);

    const auto part = json_report(store, "part.json", {});
    BOOST_TEST(!merge_reports({"s1.json", "s3.json"}, world, *part, sources, count, findings));
    BOOST_TEST((findings.items().back().code == Code::report_incomplete));
    BOOST_TEST(findings.items().back().args.back() == "2");
    BOOST_TEST(!merge_reports({"s1.json", "s1.json"}, world, *part, sources, count, findings));
    BOOST_TEST((findings.items().back().code == Code::report_record_twice));
    reports["s1.json"] = R"({"report": "x"})";
    BOOST_TEST(!merge_reports({"s1.json"}, world, *part, sources, count, findings));
    BOOST_TEST((findings.items().back().code == Code::not_a_report));
}

BOOST_AUTO_TEST_CASE(shards_are_numbers_with_a_stroke) {
    BOOST_TEST((Shard::parse("2/4") == Shard{2, 4}));
    for (const char* wrong : {"", "2", "0/4", "5/4", "2/4x", "2/", "/4", "-1/4", "1/0", "99999999999/4"})
        BOOST_TEST(!Shard::parse(wrong).has_value(), wrong);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::batch
