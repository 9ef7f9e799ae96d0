// vanban render and vanban check: data and a template to files, or to findings only.
#include <algorithm>
#include <array>
#include <optional>

#include "cli/commands.hpp"

namespace vanban::cli {
namespace {

enum class Then : std::uint8_t { Nothing, Pdf };

/// A format by its name on the command line and its ending: what the engine makes, and what becomes of it then.
struct Format {
    std::string_view name;
    Output output;
    Then then = Then::Nothing;
};
constexpr std::array kFormats{Format{"docx", Output::Docx}, Format{"xlsx", Output::Xlsx},
                              Format{"pdf", Output::Docx, Then::Pdf}};
constexpr std::string_view kBoth = "both";
constexpr std::array kOfBoth{kFormats[0], kFormats[1]};

const Format* find_format(std::string_view name) {
    const auto* found =
        std::find_if(kFormats.begin(), kFormats.end(), [&](const Format& format) { return format.name == name; });
    return found == kFormats.end() ? nullptr : found;
}

/// The format that a file name ends with; nullptr if with none.
const Format* format_of_name(std::string_view path) {
    const std::size_t dot = path.rfind('.');
    return dot == std::string_view::npos ? nullptr : find_format(path.substr(dot + 1));
}

std::string with_ending(const std::string& stem, const Format& format) {
    return stem + "." + std::string(format.name);
}

/// The output as it is given, else named after the last data file, in the current folder, without an ending.
std::string output_stem(const Options& options) {
    if (!options.output.empty()) return options.output;
    std::string name = options.data.back();
    if (name == "-") return "-";
    name.erase(0, name.find_last_of('/') + 1);
    return name.substr(0, name.rfind('.'));
}

/// A file to be made.
struct Target {
    Format format;
    std::string path;
};

/// What to make: as `--to` says, else as the output's name ends, else a DOCX. Empty if neither is known, or if two
/// files were to go to standard output.
std::vector<Target> output_targets(const Options& options) {
    const Format* ending = format_of_name(options.output);
    if (options.to == kBoth) {
        const std::string stem = ending ? options.output.substr(0, options.output.rfind('.')) : output_stem(options);
        if (stem == "-") return {};
        std::vector<Target> both;
        for (const Format& format : kOfBoth) both.push_back({format, with_ending(stem, format)});
        return both;
    }
    const Format* format = options.to.empty() ? ending : find_format(options.to);
    if (!format && options.to.empty() && (options.output.empty() || options.output == "-")) format = &kFormats.front();
    if (!format) return {};
    const std::string stem = output_stem(options);
    const bool named = !options.output.empty() || stem == "-";
    return {{*format, named ? stem : with_ending(stem, *format)}};
}

/// The data and the template that it is for.
struct Input {
    data::Value data;
    const tmpl::Template* tmpl = nullptr;
};

/// Reads what `render` and `check` work on; anything but Done ends the command.
Exit read_input(Session& session, Code summary, std::optional<Input>& input) {
    const Options& options = session.options();
    std::vector<DataFile> files;
    Exit worst = Exit::Done;  // All files are tried, so that all that are missing are named at once.
    const auto add = [&](const std::string& path, const std::string& into) {
        if (const Exit exit = session.try_file(path, into, files); worst == Exit::Done) worst = exit;
    };
    for (const std::string& path : options.data) add(path, {});
    for (const Setting& added : options.added) add(added.value, added.path);
    if (worst != Exit::Done) return session.end(worst);
    auto data = session.engine().read(std::move(files), options.settings, session.sources(), session.findings());
    if (!data) return session.failed(summary);
    const std::string name = options.template_name.empty() ? template_name(*data) : options.template_name;
    if (name.empty()) return session.refuse(Code::no_template, {});
    const data::Value* named = options.template_name.empty() ? data->find("mau") : nullptr;
    const tmpl::Template* tmpl = session.load(name, named ? named->span : Span());
    if (!tmpl) return session.failed(summary);
    input = Input{std::move(*data), tmpl};
    return Exit::Done;
}

Exit write(Session& session, const std::vector<Target>& targets, const std::vector<std::string>& made) {
    for (std::size_t i = 0; i < targets.size(); ++i)
        if (auto written = session.host().write(targets[i].path, made[i]); !written)
            return session.stop(std::move(written.error()), Exit::Output);
    session.print_findings();
    for (const Target& target : targets)
        if (!session.options().quiet && target.path != "-") session.say(Code::text_written, {target.path});
    return Exit::Done;
}

}  // namespace

Exit check(Session& session) {
    std::optional<Input> input;
    if (const Exit exit = read_input(session, Code::text_summary_checked, input); exit != Exit::Done) return exit;
    if (!session.engine().check(*input->tmpl, input->data, session.sources(), session.findings()))
        return session.failed(Code::text_summary_checked);
    session.print_findings();
    if (!session.options().quiet) session.host().print(session.text(Code::text_checked) + "\n");
    return session.warnings_fail() ? Exit::Warnings : Exit::Done;
}

Exit render(Session& session) {
    const Options& options = session.options();
    const std::vector<Target> targets = output_targets(options);
    if (targets.empty())
        return session.refuse(Code::unknown_output_format, {options.to.empty() ? options.output : options.to});
    std::optional<Input> input;
    if (const Exit exit = read_input(session, Code::text_summary_errors, input); exit != Exit::Done) return exit;
    const auto document = session.engine().lay_out(*input->tmpl, data::Value(data::Map{}, {}), std::move(input->data),
                                                   session.sources(), session.findings());
    if (!document) return session.failed(Code::text_summary_errors);
    std::vector<std::string> made;
    for (const Target& target : targets) {
        auto bytes = session.engine().emit(*document, {.output = target.format.output}, session.findings());
        if (!bytes) return session.failed(Code::text_summary_errors);
        if (target.format.then == Then::Pdf) {
            auto pdf = session.converter().convert({*bytes, kFormats.front().name});
            if (!pdf) return session.stop(std::move(pdf.error()), Exit::Output);
            bytes = std::move(*pdf);
        }
        made.push_back(std::move(*bytes));
    }
    if (session.warnings_fail()) {
        session.print_findings();
        session.say(Code::text_warnings_fail, {std::to_string(session.findings().warning_count())});
        session.point_to_explanation();
        return Exit::Warnings;
    }
    return write(session, targets, made);
}

}  // namespace vanban::cli
