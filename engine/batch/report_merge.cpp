// Reports of shards, put together again.
#include <algorithm>

#include "batch/report.hpp"

namespace vanban::batch {
namespace {

std::uint64_t count_of(const data::Value& group, std::string_view key) {
    const data::Value* member = group.find(key);
    const auto* number = member ? member->get_if<data::Number>() : nullptr;
    const auto value = number ? number->value.to_int64() : std::nullopt;
    return value && *value > 0 ? static_cast<std::uint64_t>(*value) : 0;
}

std::string text_of(const data::Value& group, std::string_view key) {
    const data::Value* member = group.find(key);
    const auto* text = member ? member->get_if<std::string>() : nullptr;
    return text ? *text : std::string();
}

const data::List* list_of(const data::Value& group, std::string_view key) {
    const data::Value* member = group.find(key);
    return member ? member->get_if<data::List>() : nullptr;
}

/// What stands between the bracket at `open` and the one that closes it. The text was read as JSON before.
std::string_view inside_brackets(std::string_view text, std::size_t open) {
    std::size_t depth = 0;
    bool quoted = false;
    for (std::size_t at = open; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted && c == '\\') {
            ++at;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (!quoted && (c == '[' || c == '{')) {
            ++depth;
        } else if (!quoted && (c == ']' || c == '}') && --depth == 0) {
            return text.substr(open + 1, at - open - 1);
        }
    }
    return {};
}

/// The report's own words, so that what newer programs say in findings is kept; without line ends, if somebody has
/// laid it out anew.
std::string findings_of(const data::Value& entry, std::string_view text) {
    std::string words(inside_brackets(text, entry.find("findings")->span.begin));
    std::ranges::replace(words, '\n', ' ');
    return words;
}

std::optional<Outcome> read_entry(const data::Value& entry, std::string_view text) {
    const data::List* files = list_of(entry, "files");
    const std::string status = text_of(entry, "status");
    Outcome outcome;
    outcome.record = count_of(entry, "record");
    if (!files || !list_of(entry, "findings") || outcome.record == 0 || (status != "written" && status != "failed"))
        return std::nullopt;
    outcome.file = text_of(entry, "source");
    outcome.line = static_cast<std::uint32_t>(std::min<std::uint64_t>(count_of(entry, "line"), UINT32_MAX));
    outcome.status = status == "written" ? Status::Written : Status::Failed;
    for (const data::Value& file : *files)
        if (const auto* path = file.get_if<std::string>()) outcome.files.push_back(*path);
    outcome.errors = count_of(entry, "errors");
    outcome.warnings = count_of(entry, "warnings");
    outcome.findings = findings_of(entry, text);
    return outcome;
}

/// One report in memory.
struct Part {
    std::string path;
    std::uint64_t total = 0;
    std::vector<Outcome> outcomes;
};

std::optional<Part> read_part(const std::string& path, const World& world, Sources& sources, Diagnostics& out) {
    auto bytes = world.files->read(path);
    if (!bytes) {
        out.add(std::move(bytes.error()));
        return std::nullopt;
    }
    const auto value = data::read({path, std::move(*bytes)}, data::Format::Json, sources, world.limits, out);
    if (!value) return std::nullopt;
    const data::List* records = list_of(*value, "records");
    Part part{path, count_of(*value, "total"), {}};
    bool good = records && text_of(*value, "report") == "vanban batch" && count_of(*value, "version") == 1;
    const std::string_view text = sources.get(value->span.source)->text;
    for (std::size_t i = 0; good && i < records->size(); ++i) {
        auto outcome = read_entry((*records)[i], text);
        good = outcome.has_value();
        if (good) part.outcomes.push_back(std::move(*outcome));
    }
    if (good) return part;
    out.add(Code::not_a_report, value->span, {path});
    return std::nullopt;
}

bool same_totals(const std::vector<Part>& parts, Diagnostics& out) {
    for (const Part& part : parts) {
        if (part.total == parts.front().total) continue;
        out.add(Code::report_totals_differ, {},
                {parts.front().path, std::to_string(parts.front().total), part.path, std::to_string(part.total)});
        return false;
    }
    return true;
}

/// An outcome and the report that holds it.
struct Entry {
    const Outcome* outcome;
    const Part* part;
};

bool in_order(std::vector<Entry>& entries, Diagnostics& out) {
    const auto record = [](const Entry& entry) { return entry.outcome->record; };
    std::ranges::stable_sort(entries, {}, record);
    const auto twice = std::ranges::adjacent_find(entries, {}, record);
    if (twice == entries.end()) return true;
    out.add(Code::report_record_twice, {},
            {std::to_string(twice->outcome->record), twice->part->path, std::next(twice)->part->path});
    return false;
}

/// Reports the first record of 1 to `total` that nobody reports.
bool complete(const std::vector<Entry>& entries, std::uint64_t total, Diagnostics& out) {
    if (entries.size() == total) return true;
    std::uint64_t first = 1;
    for (const Entry& entry : entries) first += entry.outcome->record == first;
    out.add(Code::report_incomplete, {}, {std::to_string(total - entries.size()), std::to_string(first)});
    return false;
}

}  // namespace

bool merge_reports(const std::vector<std::string>& paths, const World& world, Report& to, Sources& sources,
                   std::uint64_t& records, Diagnostics& out) {
    std::vector<Part> parts;
    for (const std::string& path : paths)
        if (auto part = read_part(path, world, sources, out)) parts.push_back(std::move(*part));
    if (parts.size() < paths.size() || parts.empty() || !same_totals(parts, out)) return false;
    std::vector<Entry> entries;
    for (const Part& part : parts)
        for (const Outcome& outcome : part.outcomes) entries.push_back({&outcome, &part});
    if (!in_order(entries, out)) return false;
    for (const Entry& entry : entries) to.add(*entry.outcome);
    records = parts.front().total;
    return complete(entries, records, out);
}

}  // namespace vanban::batch
