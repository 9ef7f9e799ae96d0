// batch::run: many records to many documents, in parallel, reported in order, so that nothing is lost.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "batch/records.hpp"
#include "batch/store.hpp"
#include "engine.hpp"

namespace vanban::batch {

/// The `part`-th of `of` parts of the work: the records with number ≡ part (mod of), counted from 1.
struct Shard {
    std::uint32_t part = 1;
    std::uint32_t of = 1;
    friend bool operator==(const Shard&, const Shard&) = default;
    /// `2/4`. Empty if malformed or if there is no such part.
    static std::optional<Shard> parse(std::string_view text);
};

/// What a document becomes.
enum class Format : std::uint8_t { Docx, Xlsx, Pdf };

/// Ending of the files of a format, ".docx".
std::string_view ending(Format format);
bool has(const std::vector<Format>& formats, Format format);

/// All documents in one file, in record order, each with page numbers of its own; those that failed are left out.
struct PrintFile {
    std::string path;                           ///< Without ending.
    std::vector<Format> formats{Format::Docx};  ///< DOCX, PDF or both.
    docx::Sheets sheets = docx::Sheets::Continued;
};

/// Makes PDFs, for one thread at a time.
class PdfMaker {
public:
    virtual ~PdfMaker() = default;
    /// The PDF of a DOCX that holds so many documents. On fresh sheets what counts from 1 begins on the front of one.
    virtual Result<std::string> make(std::string_view docx, std::size_t documents, docx::Sheets sheets) = 0;
    /// One PDF of several, at least one. On fresh sheets each begins on the front of one.
    virtual Result<std::string> join(const std::vector<std::string>& files, docx::Sheets sheets) = 0;
};

struct Options {
    std::string template_name;  ///< Empty: what the record, or else the shared data, says with its key `mau`.
    std::string output;         ///< Pattern of the paths, without ending (see Pattern); empty: no file a record.
    std::vector<Format> formats{Format::Docx};
    std::optional<PrintFile> print_file;  ///< Written at the end of a run that was not stopped.
    PdfMaker* pdfs = nullptr;             ///< For Format::Pdf.
    std::optional<std::uint64_t> so_tu;   ///< Number of the first record, put into its field `so`.
    std::vector<std::string> ignored;     ///< Keys of records that are no error where the template does not know them.
    Shard shard;
    unsigned jobs = 1;  ///< Threads, at least 1.
    bool resume = false;
    bool fail_fast = false;
    bool fail_on_warning = false;  ///< A record with warnings fails, and is not written.
    Lang lang = Lang::Vi;          ///< Of Outcome::findings.
    int level = 6;                 ///< How hard a DOCX is deflated, 1 to 12; see RenderOptions.
    std::string program;           ///< Version of the program: another one makes everything again.
};

enum class Status : std::uint8_t { Written, Kept, Failed };

/// What became of one record.
struct Outcome {
    std::uint64_t record = 0;        ///< From 1, in the whole input.
    std::string file;                ///< Where the record stands.
    std::uint32_t line = 0;          ///< 0: the whole file, or unknown.
    Status status = Status::Failed;  ///< Kept: by an earlier run, and still right.
    std::vector<std::string> files;  ///< Of the document, one for each format; empty if it failed.
    std::size_t errors = 0;
    std::size_t warnings = 0;
    std::string findings;  ///< JSON objects as of print_json, with commas between.
    bool unwritable = false;
    bool internal = false;  ///< Memory or the program itself failed.
};

/// Counts of what was delivered so far.
struct Summary {
    std::uint64_t records = 0;  ///< Of the whole input, as far as it was read.
    std::uint64_t taken = 0;    ///< Of this shard.
    std::uint64_t written = 0;
    std::uint64_t kept = 0;
    std::uint64_t failed = 0;
    std::uint64_t errors = 0;
    std::uint64_t warnings = 0;
    std::uint64_t printed = 0;  ///< Documents in the print file, once it is written.
    bool unwritable = false;
    bool internal = false;
    bool stopped = false;  ///< By fail_fast.
};

/// Hears what became of the records. Called by one thread at a time, not always the same.
class Listener {
public:
    virtual ~Listener() = default;
    /// In record order. `sources` are those of `findings`; everything is good for the call.
    virtual void finished(Outcome& outcome, const Diagnostics& findings, const Sources& sources) = 0;
    /// After some records; `progress` of the input as in Records.
    virtual void advanced(const Summary&, std::optional<double> /*progress*/) {}
    /// Before the print file is made, which may take long.
    virtual void printing(std::uint64_t /*documents*/) {}
};

/// Makes a document of each record: what it says goes over `shared`, a map whose places `sources` knows.
///
/// Every file appears whole or not at all; a record that fails does not stop the others. The same input gives the same
/// files and outcomes for any number of jobs, and with `resume` also after an interruption at any moment. Findings
/// about the run as a whole go to `out`. Empty exactly when nothing was begun, and an error reported.
std::optional<Summary> run(Engine& engine, const Options& options, data::Value shared, Sources& sources,
                           Records& records, Store& store, Listener& listener, Diagnostics& out);

}  // namespace vanban::batch
