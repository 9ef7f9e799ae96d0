// One record on its way to its files.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "batch/batch.hpp"
#include "batch/journal.hpp"
#include "batch/kinds.hpp"
#include "batch/names.hpp"

namespace vanban::batch {

/// A record with what is known of it so far.
struct Job {
    std::uint64_t index = 0;  ///< From 0, in the whole input.
    bool mine = true;         ///< Of this shard.
    Record raw;
    std::shared_ptr<const Sources> sources;
    std::optional<data::Value> data;  ///< A map, in the terms of its template once named.
    const Kind* kind = nullptr;
    std::string path;  ///< Without ending; empty if it could not be named.
    Fingerprint content;
    Diagnostics findings;
    Outcome outcome;
    std::optional<styled::Document> document;  ///< For the print file.
    std::optional<JournalEntry> entry;         ///< To be noted.
};

/// What all records of a run share.
struct Frame {
    const Options& options;
    Store& store;
    Kinds& kinds;
    const Pattern& pattern;
    const Sources& sources;
    const Journal* journal;  ///< Of an earlier run; nullptr: make everything.
    std::string tag;         ///< Of temporary files.
    Fingerprint fingerprint{};
    std::mutex& making_pdf;  ///< Held while a PDF is made.

    Result<std::string> pdf(std::string_view docx, std::size_t documents, docx::Sheets sheets) const {
        const std::lock_guard lock(making_pdf);
        return options.pdfs->make(docx, documents, sheets);
    }
};

/// The contents of picture files, each read once.
class PictureMarks {
public:
    /// Adds to `key` the contents of the pictures that texts of `value` name.
    void add(const data::Value& value, const Sources& sources, const World& world, Gathered& key);

private:
    Fingerprint of(const std::string& path, const World& world);
    std::mutex mutex_;
    std::unordered_map<std::string, Fingerprint> known_;
};

/// First step, in any order: parses the record.
void parse(Job& job, const Frame& frame);
/// Second step, in record order: finds the template, numbers and names.
void name(Job& job, const Frame& frame, NameBook& book);
/// Third step, in any order: makes and writes the files, or keeps those that are there; lays out for the print file.
/// `worker`: number of the thread.
void make(Job& job, const Frame& frame, PictureMarks& pictures, Workspace& workspace, unsigned worker);
/// Sums up what was found, for the report.
void conclude(Job& job, const Frame& frame);

/// Fingerprint of the files of one document as they lie in the store; empty if one cannot be read.
std::optional<Fingerprint> files_in_store(const Store& store, const Options& options, const std::string& path,
                                          std::size_t most);

}  // namespace vanban::batch
