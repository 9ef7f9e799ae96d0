// vanban batch: a document for each record, with progress, findings and reports.
#include "batch/batch.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "cli/batch_printer.hpp"
#include "cli/commands.hpp"
#include "pdf/join.hpp"

#ifndef VANBAN_VERSION
#define VANBAN_VERSION ""
#endif

namespace vanban::cli {
namespace {

/// The formats of a file that `--to` names, else its ending, which is taken off; empty if neither is known.
std::vector<batch::Format> settle_formats(std::string& path, std::string_view to, bool with_pdf) {
    using batch::Format;
    std::vector<Format> formats;
    const std::string given = path;
    for (const Format format : {Format::Docx, Format::Xlsx, Format::Pdf}) {
        const std::string_view ending = batch::ending(format);
        const bool named = given.ends_with(ending);
        if (named) path.resize(path.size() - ending.size());
        const bool both = to == "both" && format != Format::Pdf;
        if (to.empty() ? named : both || to == ending.substr(1)) formats.push_back(format);
    }
    if (!formats.empty() && with_pdf && !has(formats, Format::Pdf)) formats.push_back(Format::Pdf);
    return formats;
}

/// By LibreOffice, and qpdf for the print file.
class PdfMaker : public batch::PdfMaker {
public:
    explicit PdfMaker(Session& session) : session_(session) {}

    /// Starts what is asked for; later it would be a pity.
    Result<std::monostate> start(const batch::Options& asked) {
        const bool prints = asked.print_file && has(asked.print_file->formats, batch::Format::Pdf);
        if (!prints && !has(asked.formats, batch::Format::Pdf)) return std::monostate{};
        if (prints)
            if (auto found = pdf::find_qpdf(); !found) return found;
        return session_.converter().start();
    }
    Result<std::string> make(std::string_view docx, std::size_t documents, docx::Sheets sheets) override {
        return session_.converter().convert(
            {docx, batch::ending(batch::Format::Docx).substr(1), documents, blank_pages(sheets)});
    }
    Result<std::string> join(const std::vector<std::string>& files, docx::Sheets sheets) override {
        return pdf::join(files, blank_pages(sheets));
    }

private:
    static pdf::BlankPages blank_pages(docx::Sheets sheets) {
        return sheets == docx::Sheets::Fresh ? pdf::BlankPages::Kept : pdf::BlankPages::LeftOut;
    }
    Session& session_;
};

bool is_input_failure(const Diagnostics& findings) {
    return std::any_of(findings.begin(), findings.end(), [](const Diagnostic& finding) {
        return finding.code == Code::file_not_found || finding.code == Code::file_unreadable ||
               finding.code == Code::file_too_large;
    });
}

bool is_running(const Diagnostics& findings) {
    return std::any_of(findings.begin(), findings.end(),
                       [](const Diagnostic& finding) { return finding.code == Code::batch_running; });
}

/// Ends a command that could not begin.
Exit not_begun(Session& session) {
    const bool input = is_input_failure(session.findings());
    const bool output = is_running(session.findings());
    const Exit exit = session.failed(Code::text_summary_errors);
    if (exit == Exit::Internal) return exit;
    return input ? Exit::Input : output ? Exit::Output : exit;
}

/// Makes the reports that were asked for; empty after a refusal.
std::optional<std::vector<std::unique_ptr<batch::Report>>> open_reports(Session& session, batch::Shard shard,
                                                                        const std::vector<std::string>& paths) {
    std::vector<std::unique_ptr<batch::Report>> reports;
    for (const std::string& path : paths) {
        reports.push_back(batch::report_for(session.host().store(), path, shard,
                                            session.engine().world().temporary_folder, session.options().lang));
        if (reports.back()) continue;
        session.refuse(Code::unknown_report_format, {path});
        return std::nullopt;
    }
    return reports;
}

bool finish_reports(Session& session, std::vector<std::unique_ptr<batch::Report>>& reports,
                    const batch::Totals& totals) {
    bool all = true;
    for (const auto& report : reports) {
        auto finished = report->finish(totals);
        if (!finished) session.findings().add(std::move(finished.error()));
        all = all && finished.has_value();
    }
    return all;
}

Exit exit_of(const batch::Summary& summary, bool reported, const Options& options) {
    if (summary.internal) return Exit::Internal;
    if (summary.unwritable || !reported) return Exit::Output;
    if (summary.failed == 0) return Exit::Done;
    return options.fail_on_warning && !summary.errors ? Exit::Warnings : Exit::Findings;
}

Exit merge_reports(Session& session) {
    auto reports = open_reports(session, {}, {session.options().output});
    if (!reports) return Exit::Usage;
    std::uint64_t records = 0;
    const bool merged = batch::merge_reports(session.options().data, session.engine().world(), *reports->front(),
                                             session.sources(), records, session.findings());
    if (records == 0 && !merged) return not_begun(session);
    if (!finish_reports(session, *reports, {{}, records, false})) {
        session.print_findings();
        return Exit::Output;
    }
    session.print_findings();
    if (!session.options().quiet)
        session.say(Code::text_reports_merged,
                    {std::to_string(session.options().data.size()), std::to_string(records)});
    return merged ? Exit::Done : Exit::Findings;
}

/// False after a refusal.
bool ask_for_print_file(Session& session, batch::Options& asked) {
    const Options& options = session.options();
    batch::PrintFile file{.path = options.merge};
    file.formats = settle_formats(file.path, {}, options.pdf);
    file.sheets = options.fresh_sheets ? docx::Sheets::Fresh : docx::Sheets::Continued;
    if (file.formats.empty() || has(file.formats, batch::Format::Xlsx)) {
        session.refuse(Code::unknown_print_format, {options.merge});
        return false;
    }
    asked.print_file = std::move(file);
    return true;
}

/// What the command line asks of the batch; empty after a refusal.
std::optional<batch::Options> ask(Session& session) {
    const Options& options = session.options();
    batch::Options asked;
    asked.template_name = options.template_name;
    asked.so_tu = options.so_tu;
    asked.ignored = options.ignored;
    asked.jobs = options.jobs > 0 ? options.jobs : session.host().cores();
    asked.level = options.level;
    asked.resume = options.resume;
    asked.fail_fast = options.fail_fast;
    asked.fail_on_warning = options.fail_on_warning;
    asked.lang = options.lang;
    asked.program = VANBAN_VERSION;
    asked.output = options.output;
    asked.formats = settle_formats(asked.output, options.to, options.pdf);
    if (asked.formats.empty() && !asked.output.empty()) {
        session.refuse(Code::unknown_output_format, {options.to.empty() ? options.output : options.to});
        return std::nullopt;
    }
    if (!options.merge.empty() && !ask_for_print_file(session, asked)) return std::nullopt;
    if (options.shard.empty()) return asked;
    const auto shard = batch::Shard::parse(options.shard);
    if (!shard) {
        session.refuse(Code::bad_shard, {options.shard});
        return std::nullopt;
    }
    asked.shard = *shard;
    return asked;
}

void print_summary(Session& session, const batch::Options& asked, const batch::Summary& summary,
                   std::size_t unprinted) {
    session.print_findings();
    if (unprinted > 0) session.say(Code::text_more_findings, {std::to_string(unprinted)});
    if (summary.stopped) session.say(Code::text_batch_stopped);
    if (session.options().quiet && summary.failed == 0) return;
    session.say(Code::text_batch_summary,
                {std::to_string(summary.taken), std::to_string(summary.written), std::to_string(summary.kept),
                 std::to_string(summary.failed), std::to_string(summary.warnings)});
    if (summary.printed == 0) return;
    for (const batch::Format format : asked.print_file->formats)
        session.say(Code::text_print_file,
                    {std::to_string(summary.printed), asked.print_file->path + std::string(batch::ending(format))});
}

}  // namespace

Exit batch(Session& session) {
    const Options& options = session.options();
    if (options.merge_reports) return merge_reports(session);
    auto asked = ask(session);
    if (!asked) return Exit::Usage;
    PdfMaker pdfs(session);
    if (auto started = pdfs.start(*asked); !started) return session.stop(std::move(started.error()), Exit::Output);
    asked->pdfs = &pdfs;
    std::vector<DataFile> files;
    for (const std::string& path : options.with)
        if (const Exit exit = session.read_file(path, {}, files); exit != Exit::Done) return exit;
    auto shared = session.engine().read(std::move(files), {}, session.sources(), session.findings());
    auto set = session.engine().read({}, options.settings, session.sources(), session.findings());
    if (!shared || !set) return not_begun(session);
    auto found = batch::open_records({options.data, options.records_path, options.added}, session.host().store(),
                                     session.engine().world(), session.sources(), session.findings());
    if (!found) return not_begun(session);
    auto reports = open_reports(session, asked->shard, options.reports);
    if (!reports) return Exit::Usage;
    BatchPrinter printer(session, *reports);
    data::Value whole = data::merge(data::merge(std::move(*shared), std::move(found->shared)), std::move(*set));
    const auto summary = batch::run(session.engine(), *asked, std::move(whole), session.sources(), *found->records,
                                    session.host().store(), printer, session.findings());
    printer.clear_progress();
    if (!summary) return not_begun(session);
    if (summary->records == 0 && !summary->stopped)
        session.findings().add(Code::no_records, {}, {options.data.front()});
    const bool reported = finish_reports(session, *reports, {asked->shard, summary->records, summary->stopped});
    print_summary(session, *asked, *summary, printer.unprinted());
    const Exit exit = exit_of(*summary, reported, options);
    return exit == Exit::Done && session.findings().has_errors() ? Exit::Findings : exit;
}

}  // namespace vanban::cli
