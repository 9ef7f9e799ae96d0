// The commands: what is read, what is printed, which exit code results.
#include "cli/run.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/utf8.hpp"

namespace vanban::cli {
namespace {

/// A format by its name on the command line and its ending.
struct Format {
    std::string_view name;
    Output output;
};
constexpr std::array kFormats{Format{"docx", Output::Docx}, Format{"xlsx", Output::Xlsx}};
constexpr std::string_view kBoth = "both";

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

/// A file to be made.
struct Target {
    Output output;
    std::string path;
};

std::string line(Code code, const std::vector<std::string>& args, Lang lang) {
    return word(code, args, lang) + "\n";
}

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

/// One command in progress: its options, its world, its findings.
class Run {
public:
    Run(const Options& options, Host& host)
        : options_(options),
          host_(host),
          engine_(make_world(host), options.templates_folder),
          sources_(&engine_.sources()) {}

    Exit execute() {
        switch (options_.command) {
            case Command::Render:
            case Command::Check:
                return render();
            case Command::Templates:
                return options_.name.empty() ? list_templates() : describe_template();
            case Command::Words:
                return words();
        }
        return Exit::Internal;
    }

private:
    Exit render() {
        std::vector<Target> targets;
        if (options_.command == Command::Render) {
            targets = output_targets();
            if (targets.empty())
                return refuse(Code::unknown_output_format, {options_.to.empty() ? options_.output : options_.to});
        }
        std::vector<DataFile> files;
        if (const Exit exit = read_files(files); exit != Exit::Done) return exit;
        const auto data = engine_.read(std::move(files), options_.settings, sources_, findings_);
        if (!data) return failed();
        const std::string name = options_.template_name.empty() ? template_name(*data) : options_.template_name;
        if (name.empty()) return refuse(Code::no_template, {});
        return load(name) ? make(*data, targets) : failed();
    }

    Exit make(const data::Value& data, const std::vector<Target>& targets) {
        if (options_.command == Command::Check) {
            if (!engine_.check(*template_, data, sources_, findings_)) return failed();
            print_findings();
            if (!options_.quiet) host_.print(line(Code::text_checked, {}, options_.lang));
            return warnings_fail() ? Exit::Warnings : Exit::Done;
        }
        std::vector<std::string> made;
        for (const Target& target : targets) {
            Diagnostics findings;
            auto bytes = engine_.render(*template_, data, sources_, target.output, findings);
            add_new(std::move(findings));
            if (!bytes) return failed();
            made.push_back(std::move(*bytes));
        }
        if (warnings_fail()) {
            print_findings();
            host_.print_error(
                line(Code::text_warnings_fail, {std::to_string(findings_.warning_count())}, options_.lang));
            return Exit::Warnings;
        }
        for (std::size_t i = 0; i < targets.size(); ++i)
            if (auto written = host_.write(targets[i].path, made[i]); !written)
                return stop(std::move(written.error()), Exit::Output);
        print_findings();
        for (const Target& target : targets)
            if (!options_.quiet && target.path != "-")
                host_.print_error(line(Code::text_written, {target.path}, options_.lang));
        return Exit::Done;
    }

    /// Both formats say the same of the data: each finding once.
    void add_new(Diagnostics findings) {
        for (const Diagnostic& finding : findings)
            if (std::find(findings_.begin(), findings_.end(), finding) == findings_.end()) findings_.add(finding);
    }

    bool warnings_fail() const { return options_.fail_on_warning && findings_.has_warnings(); }

    bool load(const std::string& name) {
        const auto names = engine_.template_names();
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            Diagnostic unknown = diagnose(Code::template_not_found, {}, {name});
            for (const std::string& other : names)
                if (utf8::edit_distance(name, other) <= 3) unknown.notes.push_back({Code::did_you_mean, {}, {other}});
            findings_.add(std::move(unknown));
            return false;
        }
        template_ = engine_.load(name, findings_);
        return template_ != nullptr;
    }

    /// What to make: as `--to` says, else as the output's name ends, else a DOCX. Empty if neither is known, or if two
    /// files were to go to standard output.
    std::vector<Target> output_targets() const {
        const Format* ending = format_of_name(options_.output);
        if (options_.to == kBoth) {
            const std::string stem = ending ? options_.output.substr(0, options_.output.rfind('.')) : output_stem();
            if (stem == "-") return {};
            std::vector<Target> both;
            for (const Format& format : kFormats) both.push_back({format.output, with_ending(stem, format)});
            return both;
        }
        const Format* format = options_.to.empty() ? ending : find_format(options_.to);
        if (!format && options_.to.empty() && (options_.output.empty() || options_.output == "-"))
            format = &kFormats.front();
        if (!format) return {};
        const std::string stem = output_stem();
        const bool named = !options_.output.empty() || stem == "-";
        return {{format->output, named ? stem : with_ending(stem, *format)}};
    }

    static std::string with_ending(const std::string& stem, const Format& format) {
        return stem + "." + std::string(format.name);
    }

    /// The output as it is given, else named after the last data file, in the current folder, without an ending.
    std::string output_stem() const {
        if (!options_.output.empty()) return options_.output;
        std::string name = options_.data.back();
        if (name == "-") return "-";
        name.erase(0, name.find_last_of('/') + 1);
        return name.substr(0, name.rfind('.'));
    }

    Exit read_files(std::vector<DataFile>& files) {
        for (const std::string& path : options_.data)
            if (const Exit exit = read_file(path, {}, files); exit != Exit::Done) return exit;
        for (const Setting& added : options_.added)
            if (const Exit exit = read_file(added.value, added.path, files); exit != Exit::Done) return exit;
        return Exit::Done;
    }

    Exit read_file(const std::string& path, const std::string& into, std::vector<DataFile>& files) {
        const auto format = path == "-" ? data::Format::Yaml : data::format_of(path);
        if (!format) return refuse(Code::unknown_data_format, {path});
        auto bytes = path == "-" ? host_.read_standard_input() : host_.read(path);
        if (!bytes) return stop(std::move(bytes.error()), Exit::Input);
        files.push_back({path, std::move(*bytes), *format, into});
        return Exit::Done;
    }

    Exit list_templates() {
        const auto names = engine_.template_names();
        std::size_t width = 0;
        for (const std::string& name : names) width = std::max(width, name.size());
        for (const std::string& name : names) {
            const tmpl::Template* found = engine_.load(name, findings_);
            if (!found || found->loai.empty()) continue;
            host_.print(name + std::string(width + 2 - name.size(), ' ') + found->nhan + "\n");
        }
        return findings_.has_errors() ? failed() : Exit::Done;
    }

    Exit describe_template() {
        if (!load(options_.name)) return failed();
        host_.print(template_->ten + " - " + template_->nhan + "\n");
        if (!template_->mo_ta.empty()) host_.print(template_->mo_ta + "\n");
        host_.print("\n" + word(Code::text_fields, {}, options_.lang) + ":\n");
        for (const tmpl::Field& field : template_->fields) describe(field, 1);
        return Exit::Done;
    }

    void describe(const tmpl::Field& field, std::size_t depth) {
        const std::string indent(depth * 2, ' ');
        std::string text = indent + field.ten + " (" + std::string(tmpl::type_name(field.kieu)) + ")";
        if (!field.nhan.empty()) text += ": " + field.nhan;
        if (field.bat_buoc) text += " [" + word(Code::text_required, {}, options_.lang) + "]";
        const auto detail = [&](Code code, const std::string& value) {
            if (!value.empty()) text += "\n" + indent + "    " + word(code, {value}, options_.lang);
        };
        if (!field.tro_giup.empty()) text += "\n" + indent + "    " + field.tro_giup;
        std::string choices;
        for (const std::string& choice : field.choices) choices += (choices.empty() ? "" : ", ") + choice;
        detail(Code::text_choices, choices);
        detail(Code::text_default, field.mac_dinh.value_or(""));
        detail(Code::text_example, field.vi_du);
        host_.print(text + "\n");
        for (const tmpl::Field& member : field.members) describe(member, depth + 1);
    }

    Exit words() {
        const auto value = parse_number(options_.number);
        if (!value) return refuse(Code::not_a_number, {options_.number});
        wording::WordStyle style;
        auto chan = wording::Chan::Khong;
        for (const std::string& variant : options_.variants) {
            if (variant == "le") style.le = true;
            if (variant == "ngan") style.ngan = true;
            if (variant == "ti") style.ti = true;
            if (variant == "bon") style.bon = true;
            if (variant == "chan") chan = wording::Chan::Co;
        }
        if (options_.unit == "đồng") {
            const auto text = wording::money_in_words(*value, style, chan);
            if (!text) return refuse(Code::money_has_decimals, {options_.number});
            host_.print(*text + "\n");
            return Exit::Done;
        }
        std::string text = utf8::capitalize(wording::number_in_words(*value, style));
        if (!options_.unit.empty()) text += " " + options_.unit;
        host_.print(text + "\n");
        return Exit::Done;
    }

    /// `21000000`, `21.000.000`, `12,5`: dots only between groups of three, a comma before decimals.
    static std::optional<Decimal> parse_number(std::string_view text) {
        std::string plain;
        const std::size_t comma = std::min(text.find(','), text.size());
        const std::string_view whole = text.substr(0, comma);
        const std::size_t first_dot = whole.find('.');
        for (std::size_t i = 0; i < whole.size(); ++i) {
            const bool group_mark = whole[i] == '.' && (whole.size() - i) % 4 == 0 && i > 0;
            if (whole[i] == '.' && !group_mark) return comma == text.size() ? Decimal::parse(text) : std::nullopt;
            if (!group_mark && first_dot != std::string_view::npos && i > first_dot && (whole.size() - i) % 4 == 0)
                return std::nullopt;
            if (!group_mark) plain += whole[i];
        }
        if (comma < text.size()) plain += "." + std::string(text.substr(comma + 1));
        return Decimal::parse(plain);
    }

    Exit refuse(Code code, std::vector<std::string> args) {
        return stop(diagnose(code, {}, std::move(args)), Exit::Usage);
    }

    Exit stop(Diagnostic diagnostic, Exit exit) {
        findings_.add(std::move(diagnostic));
        print_findings();
        return exit;
    }

    Exit failed() {
        print_findings();
        if (options_.diagnostics == DiagnosticsForm::Human) {
            const Code summary =
                options_.command == Command::Render ? Code::text_summary_errors : Code::text_summary_checked;
            host_.print_error(line(summary,
                                   {std::to_string(findings_.error_count()), std::to_string(findings_.warning_count())},
                                   options_.lang));
        }
        for (const Diagnostic& finding : findings_)
            if (finding.code == Code::internal_error || finding.code == Code::out_of_memory) return Exit::Internal;
        return Exit::Findings;
    }

    void print_findings() {
        Diagnostics shown;
        for (const Diagnostic& finding : findings_)
            if (shown.items().size() < engine_.world().limits.findings) shown.add(finding);
        host_.print_error(options_.diagnostics == DiagnosticsForm::Json
                              ? print_json(shown, sources_, options_.lang)
                              : print_human(shown, sources_, {options_.lang, options_.color}));
        if (const std::size_t more = findings_.items().size() - shown.items().size(); more > 0)
            host_.print_error(line(Code::text_more_findings, {std::to_string(more)}, options_.lang));
    }

    const Options& options_;
    Host& host_;
    Engine engine_;
    Sources sources_;
    Diagnostics findings_;
    const tmpl::Template* template_ = nullptr;
};

}  // namespace

Exit run(const std::vector<std::string>& arguments, Host& host) {
    Lang lang = Lang::En;
    auto options = parse_options(arguments, host, lang);
    if (!options) {
        Diagnostics findings;
        findings.add(std::move(options.error()));
        host.print_error(print_human(findings, Sources(), {lang, false}));
        return Exit::Usage;
    }
    if (const auto* information = std::get_if<Information>(&*options)) {
        host.print(information->text);
        return Exit::Done;
    }
    return Run(std::get<Options>(*options), host).execute();
}

}  // namespace vanban::cli
