// Reports on a batch: every record, its files, its findings; for programs (JSON) and for people (XLSX).
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/batch.hpp"

namespace vanban::batch {

/// What a report says of the whole.
struct Totals {
    Shard shard;
    std::uint64_t records = 0;  ///< Of the whole input.
    bool stopped = false;
    friend bool operator==(const Totals&, const Totals&) = default;
};

/// A report in the making, record by record; it appears with `finish`, whole, or not at all. The same outcomes give the
/// same bytes, whether files were written or kept.
class Report {
public:
    virtual ~Report() = default;
    virtual void add(const Outcome& outcome) = 0;
    /// Fails with `output-not-writable`, also for what went wrong before.
    virtual Result<std::monostate> finish(const Totals& totals) = 0;
};

/// One record a line.
std::unique_ptr<Report> json_report(Store& store, const std::string& path, Shard shard);
/// One record a row. `folder`: for what libxlsxwriter can make only as files; nothing stays there.
std::unique_ptr<Report> xlsx_report(Store& store, const std::string& path, std::string folder, Lang lang);
/// By the ending of the path; nullptr if it is neither .json nor .xlsx.
std::unique_ptr<Report> report_for(Store& store, const std::string& path, Shard shard, std::string folder, Lang lang);

/// The JSON reports of shards as one, in record order; it equals that of a run without shards.
/// False if an error was reported; it may be that records are missing, then everything else was added.
bool merge_reports(const std::vector<std::string>& paths, const World& world, Report& to, Sources& sources,
                   std::uint64_t& records, Diagnostics& out);

}  // namespace vanban::batch
