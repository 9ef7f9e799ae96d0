// What the commands share: the engine, reading files, printing findings.
#include "cli/session.hpp"

#include <algorithm>
#include <charconv>

#include "base/utf8.hpp"
#include "cli/run.hpp"

namespace vanban::cli {
namespace {

World make_world(const Host& host) {
    World world;
    world.files = &host;
    world.temporary_folder = host.temporary_folder();
    if (const auto epoch = host.environment("SOURCE_DATE_EPOCH")) {
        std::int64_t seconds = 0;
        const auto [end, error] = std::from_chars(epoch->data(), epoch->data() + epoch->size(), seconds);
        if (error == std::errc() && end == epoch->data() + epoch->size()) world.now = Timestamp{seconds};
    }
    return world;
}

/// At most `most` of them, in their order: warnings only as far as errors leave room.
Diagnostics most_important(const Diagnostics& findings, std::size_t most) {
    std::size_t errors = std::min(findings.error_count(), most);
    std::size_t others = most - errors;
    Diagnostics chosen;
    for (const Diagnostic& finding : findings) {
        std::size_t& room = finding.severity == Severity::Error ? errors : others;
        if (room == 0) continue;
        --room;
        chosen.add(finding);
    }
    return chosen;
}

}  // namespace

std::string printed(const Diagnostics& findings, const Sources& sources, DiagnosticsForm form,
                    const HumanStyle& style) {
    switch (form) {
        case DiagnosticsForm::Json:
            return print_json(findings, sources, style.lang);
        case DiagnosticsForm::Short:
            return print_short(findings, sources, style.lang);
        case DiagnosticsForm::Human:
            break;
    }
    return print_human(findings, sources, style);
}

Session::Session(const Options& options, Host& host)
    : options_(options),
      host_(host),
      engine_(make_world(host), options.templates_folder),
      sources_(&engine_.sources()) {}

const tmpl::Template* Session::load(const std::string& name, const Span& where) {
    const auto names = engine_.template_names();
    if (std::find(names.begin(), names.end(), name) != names.end()) return engine_.load(name, findings_);
    Diagnostic unknown = diagnose(Code::template_not_found, where, {name});
    for (const std::string& other : names)
        if (utf8::edit_distance(name, other) <= 3) unknown.notes.push_back({Code::did_you_mean, {}, {other}});
    findings_.add(std::move(unknown));
    return nullptr;
}

Exit Session::read_file(const std::string& path, const std::string& into, std::vector<DataFile>& files) {
    const Exit exit = try_file(path, into, files);
    return exit == Exit::Done ? exit : end(exit);
}

Exit Session::try_file(const std::string& path, const std::string& into, std::vector<DataFile>& files) {
    const auto format = path == "-" ? data::Format::Yaml : data::format_of(path);
    if (!format) {
        findings_.add(data::is_old_format(path) ? Code::old_data_format : Code::unknown_data_format, {}, {path});
        return Exit::Usage;
    }
    auto bytes = path == "-" ? host_.read_standard_input() : host_.read(path);
    if (!bytes) {
        findings_.add(std::move(bytes.error()));
        return Exit::Input;
    }
    files.push_back({path, std::move(*bytes), *format, into});
    return Exit::Done;
}

pdf::Converter& Session::converter() {
    if (!converter_)
        converter_.emplace(pdf::ConverterOptions{.worker = {host_.program(), std::string(kWorkerCommand)},
                                                 .libreoffice = options_.libreoffice,
                                                 .temporary_folder = host_.temporary_folder(),
                                                 .limit = std::chrono::seconds(options_.pdf_timeout),
                                                 .now = engine_.world().now});
    return *converter_;
}

Exit Session::refuse(Code code, std::vector<std::string> args) {
    return stop(diagnose(code, {}, std::move(args)), Exit::Usage);
}

Exit Session::stop(Diagnostic diagnostic, Exit exit) {
    findings_.add(std::move(diagnostic));
    return end(exit);
}

Exit Session::end(Exit exit) {
    print_findings();
    point_to_explanation();
    return exit;
}

Exit Session::failed(Code summary) {
    print_findings();
    say(summary, {std::to_string(findings_.error_count()), std::to_string(findings_.warning_count())});
    point_to_explanation();
    for (const Diagnostic& finding : findings_)
        if (finding.code == Code::internal_error || finding.code == Code::out_of_memory) return Exit::Internal;
    return Exit::Findings;
}

void Session::print_findings() {
    const Diagnostics shown = most_important(findings_, engine_.world().limits.findings);
    print(shown, sources_);
    if (const std::size_t more = findings_.count() - shown.items().size(); more > 0)
        say(Code::text_more_findings, {std::to_string(more)});
}

void Session::print(const Diagnostics& findings, const Sources& sources) {
    host_.print_error(printed(findings, sources, options_.diagnostics, {options_.lang, options_.color}));
}

void Session::say(Code code, const std::vector<std::string>& args) {
    if (options_.diagnostics == DiagnosticsForm::Human) host_.print_error(text(code, args) + "\n");
}

void Session::point_to_explanation() {
    if (options_.quiet) return;
    const Diagnostic* first = nullptr;
    for (const Diagnostic& finding : findings_)
        if (!first || finding.severity > first->severity) first = &finding;
    if (first) say(Code::text_explain, {std::string(name(first->code))});
}

}  // namespace vanban::cli
