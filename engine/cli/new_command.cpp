// vanban new: an empty data file or an Excel form. What exists is somebody's work and is not written over.
#include <algorithm>

#include "base/utf8.hpp"
#include "cli/commands.hpp"
#include "cli/form_output.hpp"

namespace vanban::cli {
namespace {

/// By the ending of the output's name; YAML for standard output.
std::optional<form::Kind> kind_of(const std::string& output) {
    if (output.empty() || output == "-") return form::Kind::Yaml;
    const std::string name = utf8::to_lower(output);
    if (name.ends_with(".xlsx")) return form::Kind::Excel;
    if (name.ends_with(".yaml") || name.ends_with(".yml")) return form::Kind::Yaml;
    return std::nullopt;
}

bool exists(const Host& host, const std::string& path) {
    const auto found = host.read(path);
    return found || found.error().code != Code::file_not_found;
}

/// The values of `--with`; anything but Done ends the command. They need not be complete, but what they say must fit.
Exit read_known(Session& session, const tmpl::Template& tmpl, std::optional<data::Value>& known) {
    std::vector<DataFile> files;
    for (const std::string& path : session.options().with)
        if (const Exit exit = session.read_file(path, {}, files); exit != Exit::Done) return exit;
    known = session.engine().read(std::move(files), {}, session.sources(), session.findings());
    if (!known) return session.failed(Code::text_summary_errors);
    Diagnostics findings;
    tmpl::check(tmpl, *known, findings);
    for (const Diagnostic& finding : findings)
        if (finding.code != Code::missing_field && finding.code != Code::empty_value) session.findings().add(finding);
    return session.findings().has_errors() ? session.failed(Code::text_summary_errors) : Exit::Done;
}

}  // namespace

Exit make_form(Session& session) {
    const Options& options = session.options();
    const auto kind = kind_of(options.output);
    if (!kind) return session.refuse(Code::unknown_form_format, {options.output});
    const bool file = !options.output.empty() && options.output != "-";
    if (file && !options.force && exists(session.host(), options.output))
        return session.stop(diagnose(Code::form_exists, {}, {options.output}), Exit::Output);
    const tmpl::Template* tmpl = session.load(options.name);
    if (!tmpl) return session.failed(Code::text_summary_errors);
    std::optional<data::Value> known;
    if (!options.with.empty())
        if (const Exit exit = read_known(session, *tmpl, known); exit != Exit::Done) return exit;
    form::Request request;
    request.kind = *kind;
    request.known = known ? &*known : nullptr;
    return write_form(session, *tmpl, std::move(request));
}

}  // namespace vanban::cli
