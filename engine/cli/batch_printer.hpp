// What a person sees while a batch runs: findings of each record and a line of progress.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "batch/batch.hpp"
#include "batch/report.hpp"
#include "cli/session.hpp"

namespace vanban::cli {

/// Prints findings and progress, and hands outcomes on to the reports.
class BatchPrinter : public batch::Listener {
public:
    BatchPrinter(Session& session, std::vector<std::unique_ptr<batch::Report>>& reports);
    void finished(batch::Outcome& outcome, const Diagnostics& findings, const Sources& sources) override;
    void advanced(const batch::Summary& so_far, std::optional<double> progress) override;
    void printing(std::uint64_t documents) override;

    void clear_progress();
    /// Findings beyond the most that are shown.
    std::size_t unprinted() const { return unprinted_; }

private:
    void print(const batch::Outcome& outcome, const Diagnostics& findings, const Sources& sources);
    std::string progress_line(const batch::Summary& so_far, double progress, double elapsed) const;
    void show(std::string line);

    Session& session_;
    std::vector<std::unique_ptr<batch::Report>>& reports_;
    bool shows_progress_;
    double start_;
    double last_ = 0;
    std::string shown_;
    std::size_t printed_ = 0;
    std::size_t unprinted_ = 0;
};

}  // namespace vanban::cli
