// The threads of a batch: records are taken in chunks, named in order, made in any order, delivered in order.
#pragma once

#include <atomic>
#include <condition_variable>
#include <map>
#include <mutex>
#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "batch/job.hpp"
#include "batch/print_file.hpp"

namespace vanban::batch {

/// Neighbouring records that one thread works on.
struct Chunk {
    std::uint64_t number = 0;
    std::vector<Job> jobs;
    std::optional<double> progress;
};

class Workers {
public:
    /// `notes`: where written records are noted; nullptr for nowhere.
    Workers(const Frame& frame, Records& records, Journal* notes, Listener& listener, Diagnostics& out);

    /// Works until the records come to their end or something stops it.
    void run();

    const Summary& summary() const { return summary_; }
    bool is_complete() const { return !given_up_ && !summary_.stopped; }
    /// No record of this run has made a file at `path`.
    bool is_free(const std::string& path) const { return !book_.claimed(path) || failed_paths_.contains(path); }
    /// The record has its files, from this run or an earlier one.
    bool is_done(std::uint64_t record) const { return record < summary_.records && !failed_records_.contains(record); }
    /// All documents for the print file; empty if there are none, or the run did not come to its end.
    std::optional<Printing> take_printing();

private:
    void work(unsigned worker);
    void give_up(Code code, std::vector<std::string> args);
    void stop();
    std::optional<Chunk> take();
    void name_in_turn(Chunk& chunk);
    void deliver(Chunk chunk);
    void deliver(Job& job);
    void print(styled::Document document);
    void count_failed(const Job& job);
    void flush_notes();

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

}  // namespace vanban::batch
