// The journal's lines, and where each stands.
#include "batch/journal.hpp"

#include <fmt/format.h>

#include <charconv>

namespace vanban::batch {
namespace {

constexpr std::size_t kPiece = std::size_t{1} << 20;
/// Records that a journal is believed to be about; a line that says more is no line of ours.
constexpr std::uint64_t kMostRecords = std::uint64_t{1} << 28;
constexpr char kTab = '\t';

std::optional<std::uint64_t> parse_count(std::string_view digits) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || digits.empty()) return std::nullopt;
    return value;
}

/// Takes the text before the next tab off `rest`.
std::string_view take_field(std::string_view& rest) {
    const std::size_t tab = std::min(rest.find(kTab), rest.size());
    const std::string_view field = rest.substr(0, tab);
    rest.remove_prefix(std::min(tab + 1, rest.size()));
    return field;
}

std::optional<JournalEntry> parse_entry(std::string_view line) {
    const auto record = parse_count(take_field(line));
    const auto key = Fingerprint::parse(take_field(line));
    const auto place = Fingerprint::parse(take_field(line));
    const auto document = Fingerprint::parse(take_field(line));
    const std::string_view path = take_field(line);
    const auto warnings = parse_count(take_field(line));
    if (!record || !key || !place || !document || path.empty() || !warnings) return std::nullopt;
    return JournalEntry{*record, *key, *place, *document, std::string(path), *warnings, std::string(line)};
}

}  // namespace

Result<std::unique_ptr<Journal>> Journal::open(Store& store, const std::string& path, bool resume) {
    auto log = store.log(path);
    if (!log) return tl::unexpected(std::move(log.error()));
    std::unique_ptr<Journal> journal(new Journal(std::move(*log)));
    if (resume)
        journal->index();
    else
        journal->log_->clear();
    return journal;
}

void Journal::index() {
    std::string bytes;
    std::uint64_t offset = 0;  // Of `bytes` in the file.
    while (true) {
        const std::string more = log_->read(offset + bytes.size(), kPiece);
        bytes += more;
        std::size_t begin = 0;
        for (std::size_t end = 0; (end = bytes.find('\n', begin)) != std::string::npos; begin = end + 1) {
            const auto record =
                parse_count(std::string_view(bytes).substr(begin, std::min(bytes.find(kTab, begin), end) - begin));
            if (!record || *record >= kMostRecords || end - begin > UINT32_MAX) continue;
            if (*record >= places_.size()) places_.resize(*record + 1);
            places_[*record] = {offset + begin, static_cast<std::uint32_t>(end - begin)};
        }
        bytes.erase(0, begin);
        offset += begin;
        if (more.empty()) break;
    }
    if (!bytes.empty()) pending_.assign(1, '\n');  // The run was killed in the middle of a line.
}

std::optional<JournalEntry> Journal::find(std::uint64_t record) const {
    if (record >= places_.size() || places_[record].length == 0) return std::nullopt;
    return parse_entry(log_->read(places_[record].offset, places_[record].length));
}

std::vector<std::uint64_t> Journal::earlier() const {
    std::vector<std::uint64_t> records;
    for (std::uint64_t record = 0; record < places_.size(); ++record)
        if (places_[record].length > 0) records.push_back(record);
    return records;
}

std::string Journal::line_of(const JournalEntry& entry) {
    return fmt::format("{}\t{}\t{}\t{}\t{}\t{}\t{}\n", entry.record, entry.key.text(), entry.place.text(),
                       entry.document.text(), entry.path, entry.warnings, entry.findings);
}

void Journal::note(const JournalEntry& entry) {
    if (noting_) pending_ += line_of(entry);
}

Result<std::monostate> Journal::flush() {
    if (!noting_ || pending_.empty()) return std::monostate{};
    auto appended = log_->append(pending_);
    pending_.clear();
    noting_ = appended.has_value();
    return appended;
}

}  // namespace vanban::batch
