// The JSON report.
#include "batch/report.hpp"

#include <fmt/format.h>

#include <array>
#include <utility>

#include "base/utf8.hpp"

namespace vanban::batch {
namespace {

constexpr std::size_t kPiece = std::size_t{256} << 10;

std::string line_of(const Outcome& outcome) {
    std::string line = fmt::format(R"({{"record":{},"source":)", outcome.record);
    append_json_text(line, outcome.file);
    line += outcome.line > 0 ? fmt::format(R"(,"line":{},"files":[)", outcome.line) : R"(,"line":null,"files":[)";
    for (std::size_t i = 0; i < outcome.files.size(); ++i) {
        if (i > 0) line += ',';
        append_json_text(line, outcome.files[i]);
    }
    line += fmt::format(R"(],"status":"{}","errors":{},"warnings":{},"findings":[{}]}})",
                        outcome.status == Status::Failed ? "failed" : "written", outcome.errors, outcome.warnings,
                        outcome.findings);
    return line;
}

class JsonReport : public Report {
public:
    JsonReport(Store& store, const std::string& path, Shard shard) : path_(path) {
        auto draft = store.draft(path, path + ".vanban.tmp");
        if (draft)
            draft_ = std::move(*draft);
        else
            failure_ = std::move(draft.error());
        text_ = R"({"report":"vanban batch","version":1,)";
        if (shard != Shard()) text_ += fmt::format(R"("shard":"{}/{}",)", shard.part, shard.of);
        text_ += "\"records\":[";
    }

    void add(const Outcome& outcome) override {
        text_ += any_ ? ",\n" : "\n";
        any_ = true;
        text_ += line_of(outcome);
        written_ += outcome.status != Status::Failed;
        failed_ += outcome.status == Status::Failed;
        warnings_ += outcome.warnings;
        if (text_.size() >= kPiece) flush();
    }

    Result<std::monostate> finish(const Totals& totals) override {
        text_ += fmt::format("\n],\"total\":{},\"written\":{},\"failed\":{},\"warnings\":{},\"stopped\":{}}}\n",
                             totals.records, written_, failed_, warnings_, totals.stopped);
        flush();
        if (failure_) return tl::unexpected(*failure_);
        return draft_->commit();
    }

private:
    void flush() {
        if (!failure_)
            if (auto appended = draft_->append(text_); !appended) failure_ = std::move(appended.error());
        text_.clear();
    }

    std::string path_;
    std::unique_ptr<Draft> draft_;
    std::optional<Diagnostic> failure_;
    std::string text_;
    bool any_ = false;
    std::uint64_t written_ = 0, failed_ = 0, warnings_ = 0;
};

}  // namespace

std::unique_ptr<Report> json_report(Store& store, const std::string& path, Shard shard) {
    return std::make_unique<JsonReport>(store, path, shard);
}

std::unique_ptr<Report> report_for(Store& store, const std::string& path, Shard shard, std::string folder, Lang lang) {
    const std::string name = utf8::to_lower(path);
    if (name.ends_with(".json")) return json_report(store, path, shard);
    if (name.ends_with(".xlsx")) return xlsx_report(store, path, std::move(folder), lang);
    return nullptr;
}

}  // namespace vanban::batch
