// The command line as a value.
#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "cli/host.hpp"
#include "engine.hpp"

namespace vanban::cli {

/// Exit codes of the program; other programs rely on them.
enum class Exit : int { Done = 0, Findings = 1, Usage = 2, Warnings = 3, Input = 4, Output = 5, Internal = 70 };

enum class Command : std::uint8_t { Render, Check, Templates, Words, Explain, Batch, New, Schema };
enum class DiagnosticsForm : std::uint8_t { Human, Json, Short };

struct Options {
    Command command = Command::Render;
    Lang lang = Lang::En;
    DiagnosticsForm diagnostics = DiagnosticsForm::Human;
    bool color = false;
    bool quiet = false;
    bool fail_on_warning = false;
    std::string templates_folder;

    std::vector<std::string> data;  ///< render, check
    std::string template_name;
    std::string output;
    std::string to;
    std::vector<Setting> settings;
    std::vector<Setting> added;  ///< Files whose values are added to lists: path and file.

    std::string libreoffice;    ///< Its folder; empty: the usual places.
    unsigned pdf_timeout = 60;  ///< Seconds for one document.

    std::string name;  ///< templates, new, schema

    std::string number;  ///< words
    std::string unit = "đồng";
    std::vector<std::string> variants;

    std::vector<std::string> with;  ///< batch (its records are in `data`), new: files of known values
    std::string records_path;
    std::optional<std::uint64_t> so_tu;
    int level = 6;      ///< Of deflating.
    unsigned jobs = 0;  ///< 0: as many as there are cores.
    std::string shard;
    std::vector<std::string> reports;
    bool resume = false;
    bool fail_fast = false;
    bool merge_reports = false;
    std::vector<std::string> ignored;  ///< Keys that the template need not know.
    std::string merge;                 ///< The print file; empty for none.
    bool fresh_sheets = false;
    bool pdf = false;
    bool force = false;    ///< new: a file that exists is replaced
    bool partial = false;  ///< schema

    std::string code;  ///< explain; empty: list all.
};

/// Text for standard output (help, version) instead of a command.
struct Information {
    std::string text;
};

/// The language of the environment: Vietnamese where LC_ALL, LC_MESSAGES or LANG says so, else English.
Lang language_of(const Host& host);

/// The form of diagnostics that the arguments ask for, even if they are wrong otherwise.
DiagnosticsForm form_of(const std::vector<std::string>& arguments);

/// Reads the arguments (without the program's name). Fails with a `usage-…` diagnostic.
/// `lang` is set as soon as it is known, so that even usage errors are in the language asked for.
Result<std::variant<Options, Information>> parse_options(const std::vector<std::string>& arguments, const Host& host,
                                                         Lang& lang);

}  // namespace vanban::cli
