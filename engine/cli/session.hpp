// One command in progress: its options, its engine, its findings, and the ways to end.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "cli/options.hpp"
#include "pdf/converter.hpp"

namespace vanban::cli {

/// Findings in the form that was asked for.
std::string printed(const Diagnostics& findings, const Sources& sources, DiagnosticsForm form, const HumanStyle& style);

/// What every command shares. Lives as long as one call of the program; options and host outlive it.
class Session {
public:
    Session(const Options& options, Host& host);

    const Options& options() const { return options_; }
    Host& host() { return host_; }
    Engine& engine() { return engine_; }
    Sources& sources() { return sources_; }
    Diagnostics& findings() { return findings_; }

    /// The template of that name, compiled; nullptr after a finding, with the nearest names.
    /// `where`: what asked for it.
    const tmpl::Template* load(const std::string& name, const Span& where = {});
    /// Reads a file into `files`, in the format that its name ends with (YAML for "-"). Anything but Done ends the
    /// command; the finding was printed.
    Exit read_file(const std::string& path, const std::string& into, std::vector<DataFile>& files);
    /// The same, but the finding is only kept: more files can be tried.
    Exit try_file(const std::string& path, const std::string& into, std::vector<DataFile>& files);
    bool warnings_fail() const { return options_.fail_on_warning && findings_.has_warnings(); }

    /// What makes PDFs of documents, for this command.
    pdf::Converter& converter();

    /// The text of a message in the user's language.
    std::string text(Code code, const std::vector<std::string>& args = {}) const {
        return word(code, args, options_.lang);
    }
    void print_findings();
    /// Prints these in the form that was asked for.
    void print(const Diagnostics& findings, const Sources& sources);
    /// A line on standard error for people: nothing where programs read the findings.
    void say(Code code, const std::vector<std::string>& args = {});
    /// Prints the findings with this one; the command was used wrongly.
    Exit refuse(Code code, std::vector<std::string> args);
    /// Prints the findings.
    Exit end(Exit exit);
    /// Prints the findings with this one.
    Exit stop(Diagnostic diagnostic, Exit exit);
    /// Says to people where the first error (else the first warning) is explained.
    void point_to_explanation();
    /// Prints the findings and, for people, `summary` with their numbers.
    Exit failed(Code summary);

private:
    const Options& options_;
    Host& host_;
    Engine engine_;
    Sources sources_;
    Diagnostics findings_;
    std::optional<pdf::Converter> converter_;
};

}  // namespace vanban::cli
