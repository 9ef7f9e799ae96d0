// Whoever delivers the chunk that was waited for also delivers those behind it.
#include "batch/workers.hpp"

#include <algorithm>
#include <exception>
#include <new>
#include <system_error>
#include <thread>
#include <utility>

namespace vanban::batch {
namespace {

constexpr std::size_t kChunk = 8;
/// Chunks that may be under way or wait for an earlier one, for each thread: bounds memory when one record is slow.
constexpr std::uint64_t kChunksEach = 8;

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

/// What is not needed for delivery goes before the job waits for its turn.
void release(Job& job) {
    job.data.reset();
    job.raw.content = RecordText();
    if (job.findings.empty()) job.sources.reset();
}

std::size_t longest_ending(const std::vector<Format>& formats) {
    std::size_t longest = 0;
    for (const Format format : formats) longest = std::max(longest, ending(format).size());
    return longest;
}

}  // namespace

Workers::Workers(const Frame& frame, Records& records, Journal* notes, Listener& listener, Diagnostics& out)
    : frame_(frame),
      records_(records),
      notes_(notes),
      listener_(listener),
      out_(out),
      book_(longest_ending(frame.options.formats)) {
    if (!frame.options.print_file) return;
    printing_.emplace(frame);
    book_.claim(frame.options.print_file->path);
}

void Workers::run() {
    const auto body = [this](unsigned worker) {
        try {
            work(worker);
        } catch (const std::bad_alloc&) {
            give_up(Code::out_of_memory, {});
        } catch (const std::exception& e) {
            give_up(Code::internal_error, {e.what()});
        }
    };
    std::vector<std::jthread> threads;
    try {
        for (unsigned worker = 1; worker < frame_.options.jobs; ++worker) threads.emplace_back(body, worker);
    } catch (const std::system_error&) {  // Fewer threads do as well.
    }
    body(0);
}

std::optional<Printing> Workers::take_printing() {
    if (!is_complete() || !printing_ || printing_->documents() == 0) return std::nullopt;
    return std::exchange(printing_, std::nullopt);
}

void Workers::work(unsigned worker) {
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
void Workers::give_up(Code code, std::vector<std::string> args) {
    const std::lock_guard lock(mutex_);
    out_.add(code, {}, std::move(args));
    summary_.internal = true;
    given_up_ = true;
    stop();
}

/// Called with `mutex_` held; waits for the naming that is under way, so that no one misses it.
void Workers::stop() {
    {
        const std::lock_guard turn(naming_);
        stop_ = true;
    }
    changed_.notify_all();
    named_one_.notify_all();
}

/// The next chunk, when there is room for it; empty at the end.
std::optional<Chunk> Workers::take() {
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
void Workers::name_in_turn(Chunk& chunk) {
    std::unique_lock lock(naming_);
    named_one_.wait(lock, [&] { return stop_ || named_ == chunk.number; });
    if (stop_) return;
    for (Job& job : chunk.jobs) guarded(job.findings, [&] { name(job, frame_, book_); });
    ++named_;
    named_one_.notify_all();
}

/// Takes a finished chunk; delivers all whose turn has come.
void Workers::deliver(Chunk chunk) {
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

void Workers::deliver(Job& job) {
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

void Workers::print(styled::Document document) {
    if (!printing_) return;
    auto added = printing_->add(std::move(document));
    if (added) return;
    out_.add(std::move(added.error()));
    summary_.unwritable = true;
    printing_.reset();
    if (!frame_.options.output.empty()) return;
    given_up_ = true;
    stop();
}

void Workers::count_failed(const Job& job) {
    ++summary_.failed;
    if (frame_.options.resume) {
        failed_records_.insert(job.index);
        failed_paths_.insert(job.path);
    }
    if (!frame_.options.fail_fast) return;
    summary_.stopped = true;
    stop();
}

void Workers::flush_notes() {
    if (!notes_) return;
    if (auto flushed = notes_->flush(); !flushed) out_.add(Code::journal_not_kept, {}, flushed.error().args);
}

}  // namespace vanban::batch
