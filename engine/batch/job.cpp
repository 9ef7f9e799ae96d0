// The steps of one record. Each reports into the job and stops where it cannot go on.
#include "batch/job.hpp"

#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "tmpl/coerce.hpp"

namespace vanban::batch {
namespace {

constexpr std::string_view kTemplateKey = "mau";
constexpr std::string_view kNumberKey = "so";
/// Number of the record, in patterns.
constexpr std::string_view kOrdinal = "stt";
constexpr std::size_t kOrdinalWidth = 5;  ///< So that names sort as records do.
constexpr std::string_view kPictureEnding = ".png";

/// Written with at least `width` digits.
data::Value number(std::uint64_t value, std::size_t width = 1) {
    std::string digits = std::to_string(value);
    if (digits.size() < width) digits.insert(0, width - digits.size(), '0');
    return {data::Number{*Decimal::parse(digits), digits}, {}};
}

/// The member that means the template's own key or a name that no field has.
const data::Value* find_folded(const data::Value& group, std::string_view key) {
    const auto* map = group.get_if<data::Map>();
    if (!map) return nullptr;
    const auto found = std::ranges::find_if(
        *map, [&](const data::Member& member) { return member.key == key || utf8::fold_to_key(member.key) == key; });
    return found == map->end() ? nullptr : &found->value;
}

std::string template_asked_for(const data::Value& group) {
    const data::Value* mau = find_folded(group, kTemplateKey);
    const auto* text = mau ? mau->get_if<std::string>() : nullptr;
    return text ? *text : std::string();
}

/// A blank cell is a value that was not given: what all records share stands there. Without that the blank stays, so
/// that what is missing is missed at its place.
void drop_blanks(data::Map& map, const data::Value& shared) {
    std::erase_if(map, [&](data::Member& member) {
        auto* group = member.value.get_if<data::Map>();
        if (!group && !member.value.is_null()) return false;
        const data::Value* below = find_folded(shared, member.key);
        if (below && group) drop_blanks(*group, *below);
        return below && !group && !below->is_null();
    });
}

/// A value as its field declares it, so that filters of dates and numbers work; as it is if it is none.
data::Value as_declared(const tmpl::Field* field, const data::Value& value) {
    if (!field || !tmpl::is_scalar(field->kieu) || tmpl::is_absent(*field, value)) return value;
    Diagnostics unheard;  // The template's check reports it.
    data::Value declared = value;
    return tmpl::coerce(*field, declared, unheard) ? declared : value;
}

/// What the expressions of the pattern can see: the names that they use, and no more unless one is unknown.
data::Value pattern_scope(const Job& job, const Frame& frame) {
    data::Map scope;
    for (const std::string& wanted : frame.pattern.names()) {
        const tmpl::Field* field = job.kind->field(wanted);
        const data::Value* value = find_folded(*job.data, wanted);
        if (!value) value = find_folded(job.kind->shared, wanted);
        if (!value) value = find_folded(frame.kinds.shared(), wanted);
        if (value)
            scope.push_back({wanted, {}, as_declared(field, *value)});
        else if (wanted == kOrdinal)
            scope.push_back({wanted, {}, number(job.index + 1, kOrdinalWidth)});
        else if (field)
            scope.push_back({wanted, {}, data::Value()});
    }
    return {std::move(scope), job.data->span};
}

/// The same with the record's other keys, for "did you mean".
data::Value with_all_names(data::Value scope, const Job& job) {
    auto& map = *scope.get_if<data::Map>();
    for (const data::Member& member : *job.data->get_if<data::Map>())
        if (!scope.find(member.key)) map.push_back({utf8::fold_to_key(member.key), {}, data::Value()});
    return scope;
}

std::optional<std::string> fill(const Job& job, const Frame& frame, Diagnostics& out) {
    const Limits& limits = frame.kinds.engine().world().limits;
    data::Value scope = pattern_scope(job, frame);
    Diagnostics first;
    if (auto path = frame.pattern.fill(scope, limits, first)) return path;
    return frame.pattern.fill(with_all_names(std::move(scope), job), limits, out);
}

void set_number(data::Map& map, std::uint64_t value) {
    const auto found = std::ranges::find(map, kNumberKey, &data::Member::key);
    if (found == map.end())
        map.push_back({std::string(kNumberKey), {}, number(value)});
    else
        found->value = number(value);
}

void gather_pictures(const data::Value& value, const Sources& sources, std::vector<std::string>& paths) {
    if (const auto* text = value.get_if<std::string>()) {
        if (!text->ends_with(kPictureEnding)) return;
        const Source* source = text->starts_with('/') ? nullptr : sources.get(value.span.source);
        const std::size_t slash = source ? source->name.rfind('/') : std::string::npos;
        paths.push_back((slash == std::string::npos ? "" : source->name.substr(0, slash + 1)) + *text);
    } else if (const auto* list = value.get_if<data::List>()) {
        for (const data::Value& item : *list) gather_pictures(item, sources, paths);
    } else if (const auto* map = value.get_if<data::Map>()) {
        for (const data::Member& member : *map) gather_pictures(member.value, sources, paths);
    }
}

/// Findings of a record are part of its outcome: they hold if it has none, or stands where it stood.
bool still_right(const JournalEntry& before, const JournalEntry& now) {
    return before.key == now.key && before.path == now.path && (before.findings.empty() || before.place == now.place);
}

/// Keeps the files of an earlier run if nothing that they depend on has changed, themselves included.
bool keep(Job& job, const Frame& frame) {
    if (!frame.journal) return false;
    const auto before = frame.journal->find(job.index);
    if (!before || !still_right(*before, *job.entry)) return false;
    const auto there =
        files_in_store(frame.store, frame.options, job.path, frame.kinds.engine().world().limits.output_bytes);
    if (there != before->document) return false;
    job.outcome.status = Status::Kept;
    job.outcome.warnings = before->warnings;
    job.outcome.findings = before->findings;
    return true;
}

std::optional<styled::Document> lay_out(Job& job, const Frame& frame, Workspace& workspace) {
    const auto lock = frame.kinds.using_engine();
    return frame.kinds.engine().lay_out(*job.kind->tmpl, job.kind->shared, std::move(*job.data), *job.sources,
                                        job.findings, &workspace);
}

std::optional<std::string> emit(Job& job, const Frame& frame, const styled::Document& document, Format format,
                                Workspace& workspace) {
    const Output output = format == Format::Xlsx ? Output::Xlsx : Output::Docx;
    auto bytes =
        frame.kinds.engine().emit(document, {.output = output, .level = frame.options.level}, job.findings, &workspace);
    if (!bytes || format != Format::Pdf) return bytes;
    auto pdf = frame.pdf(*bytes, 1, docx::Sheets::Continued);
    if (pdf) return std::move(*pdf);
    job.findings.add(std::move(pdf.error()));
    job.outcome.unwritable = true;
    return std::nullopt;
}

/// The document in all formats; empty if one of them failed.
std::optional<std::vector<std::string>> emit(Job& job, const Frame& frame, const styled::Document& document,
                                             Workspace& workspace) {
    std::vector<std::string> files;
    for (const Format format : frame.options.formats) {
        auto bytes = emit(job, frame, document, format, workspace);
        if (!bytes) return std::nullopt;
        files.push_back(std::move(*bytes));
    }
    return files;
}

bool write(Job& job, const Frame& frame, const std::vector<std::string>& files, unsigned worker) {
    const std::string temporary = frame.tag + std::to_string(worker) + ".tmp";
    Gathered written;
    for (std::size_t i = 0; i < files.size(); ++i) {
        const std::string path = job.path + std::string(ending(frame.options.formats[i]));
        if (auto done = frame.store.write(path, files[i], temporary); !done) {
            job.findings.add(std::move(done.error()));
            job.outcome.unwritable = true;
            return false;
        }
        written.add(fingerprint(files[i]));
    }
    job.entry->document = written.fingerprint();
    return true;
}

/// Notes what the files depend on.
JournalEntry entry_of(const Job& job, const Frame& frame, PictureMarks& pictures) {
    const World& world = frame.kinds.engine().world();
    Gathered key;
    key.add(frame.fingerprint).add(job.kind->fingerprint).add(job.content).add(job.index);
    pictures.add(job.kind->shared, *job.sources, world, key);
    pictures.add(*job.data, *job.sources, world, key);
    const Fingerprint place = Gathered().add(job.raw.file).add(job.raw.line).add(job.data->span.begin).fingerprint();
    return {job.index, key.fingerprint(), place, {}, job.path, 0, {}};
}

/// Where the document is: in files of its own, else in the print file.
std::vector<std::string> files_of(const Job& job, const Options& options) {
    const bool own = !options.output.empty();
    std::vector<std::string> files;
    for (const Format format : own ? options.formats : options.print_file->formats)
        files.push_back((own ? job.path : options.print_file->path) + std::string(ending(format)));
    return files;
}

/// Makes the files of the record, as far as it can; true if they are all written. What is asked for in one file only
/// has none.
bool make_files(Job& job, const Frame& frame, const styled::Document& document, Workspace& workspace, unsigned worker) {
    const bool has_files = !frame.options.output.empty();
    const auto files = has_files ? emit(job, frame, document, workspace) : std::vector<std::string>();
    const bool refused = frame.options.fail_on_warning && job.findings.has_warnings();
    if (!files || refused) return false;
    return !has_files || (!job.path.empty() && write(job, frame, *files, worker));
}

}  // namespace

std::string_view ending(Format format) {
    constexpr std::array<std::string_view, 3> kEndings{".docx", ".xlsx", ".pdf"};
    return kEndings[static_cast<std::size_t>(format)];
}

bool has(const std::vector<Format>& formats, Format format) {
    return std::ranges::find(formats, format) != formats.end();
}

Fingerprint PictureMarks::of(const std::string& path, const World& world) {
    const std::lock_guard lock(mutex_);
    const auto [place, is_new] = known_.try_emplace(path);
    if (is_new && world.files)
        if (const auto bytes = world.files->read(path)) place->second = fingerprint(*bytes);
    return place->second;
}

void PictureMarks::add(const data::Value& value, const Sources& sources, const World& world, Gathered& key) {
    std::vector<std::string> paths;
    gather_pictures(value, sources, paths);
    for (const std::string& path : paths) key.add(of(path, world));
}

void parse(Job& job, const Frame& frame) {
    auto sources = std::make_shared<Sources>(&frame.sources);
    job.sources = sources;
    Record& raw = job.raw;
    if (auto* why = std::get_if<Diagnostic>(&raw.content)) {
        job.findings.add(std::move(*why));
    } else if (auto* text = std::get_if<RecordText>(&raw.content)) {
        job.content = fingerprint(text->text);
        Source source{.name = raw.file, .text = std::move(text->text)};
        source.first_line = std::max(raw.line, 1u);
        job.data =
            data::read(std::move(source), text->format, *sources, frame.kinds.engine().world().limits, job.findings);
    } else if (auto* parsed = std::get_if<ParsedRecord>(&raw.content)) {
        job.sources = std::move(parsed->sources);
        job.findings = std::move(parsed->findings);
        job.data = std::move(parsed->value);
    } else {
        job.data = std::move(std::get<data::Value>(raw.content));
    }
    if (!job.data) return;
    if (job.content == Fingerprint()) job.content = Gathered().add(*job.data).fingerprint();
    if (job.data->kind() == data::Kind::Map) return;
    job.findings.add(Code::record_not_a_group, job.data->span);
    job.data.reset();
}

void name(Job& job, const Frame& frame, NameBook& book) {
    if (!job.data) return;
    std::string wanted = frame.options.template_name;
    if (wanted.empty()) wanted = template_asked_for(*job.data);
    if (wanted.empty()) wanted = template_asked_for(frame.kinds.shared());
    if (wanted.empty()) {
        job.findings.add(Code::no_template, job.data->span);
        return;
    }
    job.kind = &frame.kinds.get(wanted);
    if (!job.kind->tmpl) {
        job.findings.append(job.kind->findings);
        return;
    }
    auto& members = *job.data->get_if<data::Map>();
    job.kind->rename(members);
    drop_blanks(members, job.kind->shared);
    if (frame.options.so_tu) set_number(members, *frame.options.so_tu + job.index);
    if (!frame.options.output.empty())
        if (auto path = fill(job, frame, job.findings)) job.path = book.claim(*path);
    frame.kinds.drop_outside(members, *job.kind);
}

void make(Job& job, const Frame& frame, PictureMarks& pictures, Workspace& workspace, unsigned worker) {
    if (!job.data || !job.kind || !job.kind->tmpl) return;
    job.entry = entry_of(job, frame, pictures);
    const bool kept = !job.path.empty() && keep(job, frame);
    const bool printed = frame.options.print_file.has_value();
    if (kept && !printed) return job.entry.reset();
    auto document = lay_out(job, frame, workspace);
    const bool made = document && (kept || make_files(job, frame, *document, workspace, worker));
    job.outcome.status = !made ? Status::Failed : kept ? Status::Kept : Status::Written;
    if (!made || kept) job.entry.reset();
    if (made && kept) job.findings = {};  // The outcome has them.
    if (made && printed) job.document = std::move(document);
}

void conclude(Job& job, const Frame& frame) {
    Outcome& outcome = job.outcome;
    outcome.record = job.index + 1;
    outcome.file = job.raw.file;
    outcome.line = job.raw.line;
    if (outcome.status != Status::Failed) outcome.files = files_of(job, frame.options);
    if (outcome.status == Status::Kept) return;
    outcome.errors = job.findings.error_count();
    outcome.warnings = job.findings.warning_count();
    for (const Diagnostic& finding : job.findings)
        outcome.internal |= finding.code == Code::internal_error || finding.code == Code::out_of_memory;
    if (!job.findings.empty()) {
        const auto lock = frame.kinds.using_engine();
        const Sources& sources = job.sources ? *job.sources : frame.sources;
        outcome.findings = print_json(job.findings, sources, frame.options.lang);
        if (outcome.findings.ends_with('\n')) outcome.findings.pop_back();
        std::ranges::replace(outcome.findings, '\n', ',');
    }
    if (!job.entry) return;
    job.entry->warnings = outcome.warnings;
    job.entry->findings = outcome.findings;
}

std::optional<Fingerprint> files_in_store(const Store& store, const Options& options, const std::string& path,
                                          std::size_t most) {
    Gathered found;
    for (const Format format : options.formats) {
        const auto bytes = store.read(path + std::string(ending(format)), most);
        if (!bytes) return std::nullopt;
        found.add(fingerprint(*bytes));
    }
    return found.fingerprint();
}

}  // namespace vanban::batch
