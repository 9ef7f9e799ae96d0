// What a run has done so far, in a file beside its documents, so that an interrupted one can be gone on with.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "batch/fingerprint.hpp"
#include "batch/store.hpp"

namespace vanban::batch {

/// A record that was written.
struct JournalEntry {
    std::uint64_t record = 0;
    Fingerprint key;       ///< Of everything that its document depends on.
    Fingerprint place;     ///< Of where it stood: findings name places.
    Fingerprint document;  ///< Of its files.
    std::string path;      ///< Without ending.
    std::size_t warnings = 0;
    std::string findings;  ///< As in Outcome.
    friend bool operator==(const JournalEntry&, const JournalEntry&) = default;
};

/// Only a hint: whoever resumes compares keys and the files themselves, so that a journal that lost lines, or says more
/// than the disk holds, costs time and nothing else.
///
/// One line an entry: record, key, place, document, path, warnings, findings, parted by tabs; a later line of a record
/// goes over an earlier one.
class Journal {
public:
    /// `path`: its file. With `resume` the entries of earlier runs stay. Fails as Store::log does.
    static Result<std::unique_ptr<Journal>> open(Store& store, const std::string& path, bool resume);

    /// What an earlier run noted. Thread-safe.
    std::optional<JournalEntry> find(std::uint64_t record) const;
    /// Records of earlier runs, in order.
    std::vector<std::uint64_t> earlier() const;
    /// Appends an entry; it is in the file after `flush`.
    void note(const JournalEntry& entry);
    /// Fails once, with what the file says; from then on nothing is noted.
    Result<std::monostate> flush();
    /// The lines as a run without interruption would have left them: in order, one a record, only those that `holds`.
    template <class Holds>
    std::string compacted(Holds holds) {
        places_.clear();
        index();
        std::string lines;
        for (const std::uint64_t record : earlier())
            if (const auto entry = find(record); entry && holds(*entry)) lines += line_of(*entry);
        return lines;
    }

private:
    Journal(std::unique_ptr<Log> log) : log_(std::move(log)) {}
    void index();
    static std::string line_of(const JournalEntry& entry);

    struct Place {
        std::uint64_t offset = 0;
        std::uint32_t length = 0;  ///< 0: no entry.
    };
    std::unique_ptr<Log> log_;
    std::vector<Place> places_;  ///< By record.
    std::string pending_;
    bool noting_ = true;
};

}  // namespace vanban::batch
