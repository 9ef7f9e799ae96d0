// Findings stand below the record that they are of; the line of progress gives way to them.
#include "cli/batch_printer.hpp"

#include <fmt/format.h>

#include <cmath>
#include <utility>

namespace vanban::cli {
namespace {

constexpr double kBetweenProgress = 0.2;  ///< Seconds.

}  // namespace

BatchPrinter::BatchPrinter(Session& session, std::vector<std::unique_ptr<batch::Report>>& reports)
    : session_(session),
      reports_(reports),
      shows_progress_(session.host().error_is_terminal() && !session.options().quiet &&
                      session.options().diagnostics == DiagnosticsForm::Human),
      start_(session.host().seconds()) {}

void BatchPrinter::finished(batch::Outcome& outcome, const Diagnostics& findings, const Sources& sources) {
    for (const auto& report : reports_) report->add(outcome);
    if (!findings.empty()) print(outcome, findings, sources);
}

void BatchPrinter::advanced(const batch::Summary& so_far, std::optional<double> progress) {
    if (!shows_progress_) return;
    const double now = session_.host().seconds();
    if (now - last_ < kBetweenProgress || now - start_ < kBetweenProgress) return;
    last_ = now;
    show(progress_line(so_far, progress.value_or(0), now - start_));
}

void BatchPrinter::printing(std::uint64_t documents) {
    if (shows_progress_) show(session_.text(Code::text_printing, {std::to_string(documents)}));
}

void BatchPrinter::clear_progress() {
    if (!shown_.empty()) session_.host().print_error("\r\x1b[K");
    shown_.clear();
}

void BatchPrinter::print(const batch::Outcome& outcome, const Diagnostics& findings, const Sources& sources) {
    const std::size_t limit = session_.engine().world().limits.findings;
    Diagnostics some;
    for (const Diagnostic& finding : findings)
        if (printed_ < limit) {
            some.add(finding);
            ++printed_;
        } else {
            ++unprinted_;
        }
    if (some.empty()) return;
    clear_progress();
    const std::string place = outcome.line > 0 ? fmt::format("{}:{}", outcome.file, outcome.line) : outcome.file;
    session_.say(Code::text_record, {std::to_string(outcome.record), place});
    session_.print(some, sources);
}

std::string BatchPrinter::progress_line(const batch::Summary& so_far, double progress, double elapsed) const {
    const double rate = static_cast<double>(so_far.taken) / elapsed;
    const double left = progress > 0 ? elapsed * (1 - progress) / progress : 0;
    const auto seconds = static_cast<std::uint64_t>(std::ceil(left));
    return session_.text(Code::text_batch_progress,
                         {std::to_string(so_far.taken), fmt::format("{:.0f}", std::floor(progress * 100)),
                          fmt::format("{:.0f}", rate), fmt::format("{}:{:02}", seconds / 60, seconds % 60)});
}

void BatchPrinter::show(std::string line) {
    session_.host().print_error("\r\x1b[K" + line);
    shown_ = std::move(line);
}

}  // namespace vanban::cli
