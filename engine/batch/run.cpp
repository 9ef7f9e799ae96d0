// A run from its options to its summary: the files that are its own, the journal, what comes at the end.
#include <charconv>
#include <utility>

#include "base/utf8.hpp"
#include "batch/batch.hpp"
#include "batch/workers.hpp"

namespace vanban::batch {
namespace {

constexpr std::string_view kOwnFiles = ".vanban-";

/// What the run's own files are called: those of another pattern or shard in the same folder are let alone.
std::string tag_of(const Options& options) {
    Gathered own;
    own.add(options.output).add(options.shard.part).add(options.shard.of);
    for (const Format format : options.formats) own.add(ending(format));
    if (options.print_file) own.add(options.print_file->path);
    return std::string(kOwnFiles) + own.fingerprint().text().substr(0, 12) + "-";
}

/// What makes all documents different when it changes.
Fingerprint fingerprint_of(const Options& options, const World& world) {
    Gathered own;
    own.add(options.program).add(static_cast<std::uint64_t>(options.lang)).add(std::uint64_t{options.fail_on_warning});
    own.add(static_cast<std::uint64_t>(options.level));
    for (const Format format : options.formats) own.add(ending(format));
    for (const std::string& key : options.ignored) own.add(key);
    own.add(options.so_tu.value_or(0)).add(std::uint64_t{options.so_tu.has_value()});
    own.add(static_cast<std::uint64_t>(world.now ? world.now->seconds : -1));
    return own.fingerprint();
}

/// Keys of records that templates need not know.
std::vector<std::string> outside_names(const Pattern& pattern, const Options& options) {
    std::vector<std::string> names = pattern.names();
    for (const std::string& key : options.ignored) names.push_back(utf8::fold_to_key(key));
    return names;
}

/// Temporary files of a run that was killed.
void remove_leftovers(Store& store, const std::string& folder, const std::string& tag) {
    for (const std::string& name : store.list(folder.empty() ? "." : folder))
        if (name.starts_with(tag) && name.ends_with(".tmp")) store.remove(folder + name);
}

/// Files of an earlier run that no record asks for any more, unless somebody has changed them.
void remove_stale(const Workers& workers, const Journal& journal, const Frame& frame) {
    const std::size_t most = frame.kinds.engine().world().limits.output_bytes;
    for (const std::uint64_t record : journal.earlier()) {
        const auto entry = journal.find(record);
        if (!entry || !workers.is_free(entry->path)) continue;
        if (files_in_store(frame.store, frame.options, entry->path, most) != entry->document) continue;
        for (const Format format : frame.options.formats) frame.store.remove(entry->path + std::string(ending(format)));
    }
}

/// A journal is kept while there is something left to do.
void close_journal(const Workers& workers, Journal& journal, const std::string& path, const Frame& frame) {
    if (!workers.is_complete()) return;
    if (workers.summary().failed == 0) {
        frame.store.remove(path);
        return;
    }
    if (!frame.options.resume) return;
    const std::string lines =
        journal.compacted([&](const JournalEntry& entry) { return workers.is_done(entry.record); });
    // If this fails the longer journal does as well.
    static_cast<void>(frame.store.write(path, lines, frame.tag + "j.tmp"));
}

/// The journal; nullptr, with a warning, where none can be kept. Empty if another run is at work there.
std::optional<std::unique_ptr<Journal>> open_journal(Store& store, const std::string& path, bool resume,
                                                     Diagnostics& out) {
    auto journal = Journal::open(store, path, resume);
    if (journal) return std::move(*journal);
    if (journal.error().code == Code::batch_running) {
        out.add(std::move(journal.error()));
        return std::nullopt;
    }
    out.add(Code::journal_not_kept, {}, journal.error().args);
    return nullptr;
}

}  // namespace

std::optional<Shard> Shard::parse(std::string_view text) {
    Shard shard;
    const char* end = text.data() + text.size();
    const auto part = std::from_chars(text.data(), end, shard.part);
    if (part.ec != std::errc() || part.ptr == end || *part.ptr != '/') return std::nullopt;
    const auto of = std::from_chars(part.ptr + 1, end, shard.of);
    if (of.ec != std::errc() || of.ptr != end || shard.part < 1 || shard.part > shard.of) return std::nullopt;
    return shard;
}

std::optional<Summary> run(Engine& engine, const Options& options, data::Value shared, Sources& sources,
                           Records& records, Store& store, Listener& listener, Diagnostics& out) {
    const bool has_files = !options.output.empty();
    const auto pattern =
        has_files ? Pattern::parse(options.output, sources, engine.world().limits, out) : std::optional(Pattern());
    if (!pattern) return std::nullopt;
    Kinds kinds(engine, std::move(shared), outside_names(*pattern, options));
    if (!options.template_name.empty()) {
        const Kind& kind = kinds.get(options.template_name);
        out.append(kind.findings);
        if (!kind.tmpl) return std::nullopt;
    }
    const std::string tag = tag_of(options);
    const std::string notes_path = pattern->folder() + tag + "journal";
    std::optional<std::unique_ptr<Journal>> journal{std::in_place};
    if (has_files) journal = open_journal(store, notes_path, options.resume, out);
    if (!journal) return std::nullopt;
    if (has_files) remove_leftovers(store, pattern->folder(), tag);
    const std::string folder_of_prints = options.print_file ? folder_of(options.print_file->path) : "";
    if (options.print_file) remove_leftovers(store, folder_of_prints, tag);

    Journal* notes = journal->get();
    std::mutex making_pdf;
    const Frame frame{options,
                      store,
                      kinds,
                      *pattern,
                      sources,
                      options.resume ? notes : nullptr,
                      pattern->folder() + tag,
                      fingerprint_of(options, engine.world()),
                      making_pdf};
    Workers workers(frame, records, notes, listener, out);
    workers.run();
    if (notes && options.resume && workers.is_complete()) remove_stale(workers, *notes, frame);
    if (notes) close_journal(workers, *notes, notes_path, frame);
    Summary summary = workers.summary();
    if (auto printing = workers.take_printing()) {
        listener.printing(printing->documents());
        summary.printed = std::move(*printing).write(folder_of_prints + tag + "p.tmp", out);
        summary.unwritable |= summary.printed == 0;
    }
    return summary;
}

}  // namespace vanban::batch
