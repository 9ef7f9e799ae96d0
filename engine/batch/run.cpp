// The threads of a batch: records are taken in chunks, named in order, made in any order, delivered in order.
#include <algorithm>
#include <atomic>
#include <charconv>
#include <condition_variable>
#include <exception>
#include <map>
#include <mutex>
#include <new>
#include <system_error>
#include <thread>
#include <unordered_set>
#include <utility>

#include "base/utf8.hpp"
#include "batch/batch.hpp"
#include "batch/job.hpp"
#include "batch/print_file.hpp"

namespace vanban::batch {
namespace {

constexpr std::size_t kChunk = 8;
/// Chunks that may be under way or wait for an earlier one, for each thread: bounds memory when one record is slow.
constexpr std::uint64_t kChunksEach = 8;
constexpr std::string_view kOwnFiles = ".vanban-";

/// Neighbouring records that one thread works on.
struct Chunk {
    std::uint64_t number = 0;
    std::vector<Job> jobs;
    std::optional<double> progress;
};

/// The machine failed, not the user: an exception of the standard library becomes a finding of the record.
template <class Step>
void guarded(Diagnostics& out, Step step) {
    try {
        step();
    } catch (const std::bad_alloc&) {
        out.add(Code::out_of_memory, {});
    } catch (const std::exception& e) {
        out.add(Code::internal_error, {}, {e.what()});
    }
}

class Batch {
public:
    Batch(const Frame& frame, Records& records, Journal* notes, Listener& listener, Diagnostics& out)
        : frame_(frame), records_(records), notes_(notes), listener_(listener), out_(out), book_(longest_ending()) {
        if (!frame.options.print_file) return;
        printing_.emplace(*frame.options.print_file);
        book_.claim(frame.options.print_file->path);
    }

    void work(unsigned worker) {
        Workspace workspace;
        while (auto chunk = take()) {
            for (Job& job : chunk->jobs) guarded(job.findings, [&] { parse(job, frame_); });
            name_in_turn(*chunk);
            for (Job& job : chunk->jobs) {
                if (stop_) break;
                if (job.mine) {
                    guarded(job.findings, [&] { make(job, frame_, pictures_, workspace, worker); });
                    conclude(job, frame_);
                }
                release(job);
            }
            deliver(std::move(*chunk));
        }
    }

    /// Ends the run early: something failed that is no record's.
    void give_up(Code code, std::vector<std::string> args) {
        const std::lock_guard lock(mutex_);
        out_.add(code, {}, std::move(args));
        summary_.internal = true;
        given_up_ = true;
        stop();
    }

    const Summary& summary() const { return summary_; }
    /// All documents in one, after a run that came to its end; empty if there are none.
    std::optional<Printing> take_printing() {
        if (!is_complete() || !printing_ || printing_->documents() == 0) return std::nullopt;
        return std::exchange(printing_, std::nullopt);
    }
    /// `documents`: 0 if it could not be made.
    void print_file_done(std::uint64_t documents) {
        summary_.printed = documents;
        summary_.unwritable |= documents == 0;
    }
    bool is_complete() const { return !given_up_ && !summary_.stopped; }
    /// No record of this run has made a file at `path`.
    bool is_free(const std::string& path) const { return !book_.claimed(path) || failed_paths_.contains(path); }
    /// The record has its files, from this run or an earlier one.
    bool is_done(std::uint64_t record) const { return record < summary_.records && !failed_records_.contains(record); }

private:
    std::size_t longest_ending() const {
        std::size_t longest = 0;
        for (const Format format : frame_.options.formats) longest = std::max(longest, ending(format).size());
        return longest;
    }

    /// Called with `mutex_` held; waits for the naming that is under way, so that no one misses it.
    void stop() {
        {
            const std::lock_guard turn(naming_);
            stop_ = true;
        }
        changed_.notify_all();
        named_one_.notify_all();
    }

    /// The next chunk, when there is room for it; empty at the end.
    std::optional<Chunk> take() {
        const std::lock_guard reading(reading_);
        std::unique_lock lock(mutex_);
        const std::uint64_t room = kChunksEach * frame_.options.jobs;
        changed_.wait(lock, [&] { return stop_ || taken_ < delivered_ + room; });
        if (stop_) return std::nullopt;
        lock.unlock();
        Chunk chunk;
        chunk.number = taken_;
        while (chunk.jobs.size() < kChunk) {
            auto record = records_.next();
            if (!record) break;
            Job& job = chunk.jobs.emplace_back();
            job.index = read_++;
            job.mine = job.index % frame_.options.shard.of == frame_.options.shard.part - 1;
            job.raw = std::move(*record);
        }
        if (chunk.jobs.empty()) return std::nullopt;
        chunk.progress = records_.progress();
        lock.lock();
        ++taken_;
        return chunk;
    }

    /// Numbers and names depend on all records before: chunk after chunk.
    void name_in_turn(Chunk& chunk) {
        std::unique_lock lock(naming_);
        named_one_.wait(lock, [&] { return stop_ || named_ == chunk.number; });
        if (stop_) return;
        for (Job& job : chunk.jobs) guarded(job.findings, [&] { name(job, frame_, book_); });
        ++named_;
        named_one_.notify_all();
    }

    /// What is not needed for delivery goes before the job waits for its turn.
    static void release(Job& job) {
        job.data.reset();
        job.raw.content = RecordText();
        if (job.findings.empty()) job.sources.reset();
    }

    /// Takes a finished chunk; delivers all whose turn has come.
    void deliver(Chunk chunk) {
        const std::lock_guard lock(mutex_);
        waiting_.emplace(chunk.number, std::move(chunk));
        for (auto next = waiting_.find(delivered_); next != waiting_.end(); next = waiting_.find(delivered_)) {
            for (Job& job : next->second.jobs) deliver(job);
            flush_notes();
            listener_.advanced(summary_, next->second.progress);
            waiting_.erase(next);
            ++delivered_;
        }
        changed_.notify_all();
    }

    void deliver(Job& job) {
        if (!is_complete()) return;
        ++summary_.records;
        if (!job.mine) return;
        ++summary_.taken;
        const Outcome& outcome = job.outcome;
        summary_.written += outcome.status == Status::Written;
        summary_.kept += outcome.status == Status::Kept;
        summary_.errors += outcome.errors;
        summary_.warnings += outcome.warnings;
        summary_.unwritable |= outcome.unwritable;
        summary_.internal |= outcome.internal;
        if (job.entry && notes_) notes_->note(*job.entry);
        if (job.document) print(std::move(*job.document));
        if (outcome.status == Status::Failed) count_failed(job);
        const Sources& sources = job.sources ? *job.sources : frame_.sources;
        const auto engine_lock = frame_.kinds.using_engine();
        listener_.finished(job.outcome, job.findings, sources);
    }

    void print(styled::Document document) {
        printing_->add(std::move(document));
        const std::size_t most = frame_.kinds.engine().world().limits.output_bytes;
        if (printing_->bytes() <= most) return;
        out_.add(Code::print_file_too_large, {}, {frame_.options.print_file->path, std::to_string(most >> 20)});
        summary_.unwritable = true;
        given_up_ = true;
        stop();
    }

    void count_failed(const Job& job) {
        ++summary_.failed;
        if (frame_.options.resume) {
            failed_records_.insert(job.index);
            failed_paths_.insert(job.path);
        }
        if (!frame_.options.fail_fast) return;
        summary_.stopped = true;
        stop();
    }

    void flush_notes() {
        if (!notes_) return;
        if (auto flushed = notes_->flush(); !flushed) out_.add(Code::journal_not_kept, {}, flushed.error().args);
    }

    const Frame& frame_;
    Records& records_;
    Journal* notes_;
    Listener& listener_;
    Diagnostics& out_;
    PictureMarks pictures_;

    std::mutex reading_;
    std::uint64_t read_ = 0;

    std::mutex naming_;
    std::condition_variable named_one_;
    std::uint64_t named_ = 0;
    NameBook book_;

    std::mutex mutex_;  ///< Of what follows.
    std::condition_variable changed_;
    std::uint64_t taken_ = 0;
    std::uint64_t delivered_ = 0;
    std::map<std::uint64_t, Chunk> waiting_;
    std::unordered_set<std::uint64_t> failed_records_;  ///< From 0; of a resumed run, as are the paths.
    std::unordered_set<std::string> failed_paths_;
    std::optional<Printing> printing_;
    bool given_up_ = false;
    Summary summary_;

    std::atomic<bool> stop_ = false;
};

void run_threads(Batch& batch, unsigned jobs) {
    const auto body = [&](unsigned worker) {
        try {
            batch.work(worker);
        } catch (const std::bad_alloc&) {
            batch.give_up(Code::out_of_memory, {});
        } catch (const std::exception& e) {
            batch.give_up(Code::internal_error, {e.what()});
        }
    };
    std::vector<std::jthread> threads;
    try {
        for (unsigned worker = 1; worker < jobs; ++worker) threads.emplace_back(body, worker);
    } catch (const std::system_error&) {  // Fewer threads do as well.
    }
    body(0);
}

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
void remove_stale(const Batch& batch, const Journal& journal, const Frame& frame) {
    const std::size_t most = frame.kinds.engine().world().limits.output_bytes;
    for (const std::uint64_t record : journal.earlier()) {
        const auto entry = journal.find(record);
        if (!entry || !batch.is_free(entry->path)) continue;
        if (files_in_store(frame.store, frame.options, entry->path, most) != entry->document) continue;
        for (const Format format : frame.options.formats) frame.store.remove(entry->path + std::string(ending(format)));
    }
}

/// A journal is kept while there is something left to do.
void close_journal(const Batch& batch, Journal& journal, const std::string& path, const Frame& frame) {
    if (!batch.is_complete()) return;
    if (batch.summary().failed == 0) {
        frame.store.remove(path);
        return;
    }
    if (!frame.options.resume) return;
    const std::string lines = journal.compacted([&](const JournalEntry& entry) { return batch.is_done(entry.record); });
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
    Batch batch(frame, records, notes, listener, out);
    run_threads(batch, std::max(options.jobs, 1u));
    if (notes && options.resume && batch.is_complete()) remove_stale(batch, *notes, frame);
    if (notes) close_journal(batch, *notes, notes_path, frame);
    if (auto printing = batch.take_printing()) {
        listener.printing(printing->documents());
        batch.print_file_done(std::move(*printing).write(frame, folder_of_prints + tag + "p.tmp", out));
    }
    return batch.summary();
}

}  // namespace vanban::batch
