// Where the records of a batch come from: lines, lists, folders; one after another, as little in memory as can be.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "batch/store.hpp"
#include "data/read.hpp"
#include "engine.hpp"

namespace vanban::batch {

/// A text that is one record.
struct RecordText {
    std::string text;
    data::Format format = data::Format::Json;
};

/// A record that is parsed already, with the sources of its own places and what was found.
struct ParsedRecord {
    std::optional<data::Value> value;
    std::shared_ptr<const Sources> sources;
    Diagnostics findings;
};

/// A record as it came in.
struct Record {
    std::string file;        ///< The file that holds it.
    std::uint32_t line = 0;  ///< Its first line there; 0: the whole file, or unknown.
    /// Not yet parsed, parsed (its places are those of the shared Sources), or why it cannot be had.
    std::variant<RecordText, ParsedRecord, data::Value, Diagnostic> content;
};

/// Records in order. For one thread at a time.
class Records {
public:
    virtual ~Records() = default;
    /// Empty at the end.
    virtual std::optional<Record> next() = 0;
    /// How much of it is read, 0 to 1; empty where nobody knows.
    virtual std::optional<double> progress() const = 0;
};

/// What to take as records.
struct RecordsAsked {
    std::vector<std::string> paths;  ///< Files and folders, one after another; "-" is standard input (JSON Lines).
    std::string list;                ///< Path of the list inside the files; empty: see `open_records`.
    /// Tables of what belongs to the records, each at the path of a list in them (see data::append); their rows say
    /// which record they belong to with members of the list's name, `ban_ghi` where it has none: `ban_ghi: {ma: 5}`.
    std::vector<Setting> added;
};

/// What stands beside the list of records in its file is data that all records share.
struct RecordsFound {
    std::unique_ptr<Records> records;
    data::Value shared;
};

/// JSON Lines and CSV are read as they are needed, a folder file by file (each one record), other files at once into
/// `sources`: a list is the records, a map is one record, unless `list` is given. In a workbook, the first list of
/// groups is the records. With added tables everything is read at once. Empty exactly when an error was reported.
std::optional<RecordsFound> open_records(const RecordsAsked& asked, Store& store, const World& world, Sources& sources,
                                         Diagnostics& out);

}  // namespace vanban::batch
