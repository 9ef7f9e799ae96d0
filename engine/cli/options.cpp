// Arguments to Options, by CLI11; help and messages in the user's language.
#include "cli/options.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

namespace vanban::cli {
namespace {

std::string text(Code code, Lang lang) {
    return word(code, {}, lang);
}

DiagnosticsForm form_named(std::string_view name) {
    return name == "json" ? DiagnosticsForm::Json : name == "short" ? DiagnosticsForm::Short : DiagnosticsForm::Human;
}

/// The value of an option that counts before anything is printed: `--lang vi` or `--lang=vi`; empty if it is not there.
std::string_view early_value(const std::vector<std::string>& arguments, const std::string& option) {
    for (std::size_t i = 0; i < arguments.size() && arguments[i] != "--"; ++i) {
        if (arguments[i] == option && i + 1 < arguments.size()) return arguments[i + 1];
        if (arguments[i].starts_with(option + "=")) return std::string_view(arguments[i]).substr(option.size() + 1);
    }
    return {};
}

Lang find_language(const std::vector<std::string>& arguments, Lang fallback) {
    const std::string_view value = early_value(arguments, "--lang");
    return value == "vi" ? Lang::Vi : value == "en" ? Lang::En : fallback;
}

/// CLI11 takes "-500" for an option: negative numbers go behind "--", where everything is an operand.
std::vector<std::string> with_numbers_last(const std::vector<std::string>& arguments) {
    std::vector<std::string> result;
    std::vector<std::string> numbers;
    for (const std::string& argument : arguments) {
        const bool negative = argument.size() > 1 && argument[0] == '-' && argument[1] >= '0' && argument[1] <= '9';
        (negative ? numbers : result).push_back(argument);
    }
    if (numbers.empty()) return result;
    if (std::find(result.begin(), result.end(), "--") == result.end()) result.emplace_back("--");
    result.insert(result.end(), numbers.begin(), numbers.end());
    return result;
}

/// The arguments as CLI11 fills them, before they become Options.
struct Raw {
    Options options;
    std::string lang, diagnostics = "human", fail_on;
    std::vector<std::string> settings, added;
    bool no_color = false;
};

class CommandLine {
public:
    CommandLine(Raw& raw, Lang lang) : raw_(raw), lang_(lang), app_(text(Code::help_program, lang), "vanban") {
        app_.footer(text(Code::help_exit_codes, lang_));
        app_.set_help_flag("-h,--help", text(Code::help_help, lang_));
        app_.set_version_flag("--version", "vanban " VANBAN_VERSION, text(Code::help_version, lang_));
        app_.require_subcommand(1);
        app_.fallthrough();
        const auto formatter = std::make_shared<CLI::Formatter>();
        formatter->label("Usage", text(Code::help_usage, lang_));
        formatter->label("Options", text(Code::help_options, lang_));
        formatter->label("OPTIONS", text(Code::help_options, lang_));
        formatter->label("Subcommands", text(Code::help_commands, lang_));
        formatter->label("SUBCOMMAND", text(Code::help_commands, lang_));
        formatter->label("Positionals", text(Code::help_arguments, lang_));
        formatter->label("REQUIRED", text(Code::text_required, lang_));
        app_.formatter(formatter);
        add_common();
        add_render(subcommand("render", Code::help_render, Command::Render), true);
        add_render(subcommand("check", Code::help_check, Command::Check), false);
        add_templates(subcommand("templates", Code::help_templates, Command::Templates));
        add_words(subcommand("words", Code::help_words, Command::Words));
        add_batch(subcommand("batch", Code::help_batch, Command::Batch));
        add_new(subcommand("new", Code::help_new, Command::New));
        add_schema(subcommand("schema", Code::help_schema, Command::Schema));
        add_explain(subcommand("explain", Code::help_explain, Command::Explain));
    }

    CLI::App& app() { return app_; }

private:
    CLI::App* subcommand(const char* name, Code help, Command command) {
        CLI::App* sub = app_.add_subcommand(name, text(help, lang_));
        sub->callback([this, command] { raw_.options.command = command; });
        return sub;
    }
    CLI::Option* add(CLI::App* to, const char* names, auto& target, Code help) {
        return to->add_option(names, target, text(help, lang_));
    }
    void add_common() {
        add(&app_, "--lang", raw_.lang, Code::help_lang)->check(CLI::IsMember({"vi", "en"}))->type_name("vi|en");
        add(&app_, "--diagnostics", raw_.diagnostics, Code::help_diagnostics)
            ->check(CLI::IsMember({"human", "short", "json"}))
            ->type_name("human|short|json");
        add(&app_, "--templates", raw_.options.templates_folder, Code::help_templates_folder)->type_name("DIR");
        app_.add_flag("--no-color", raw_.no_color, text(Code::help_no_color, lang_));
        app_.add_flag("-q,--quiet", raw_.options.quiet, text(Code::help_quiet, lang_));
    }
    void add_pdf(CLI::App* sub) {
        add(sub, "--libreoffice", raw_.options.libreoffice, Code::help_libreoffice)->type_name("DIR");
        add(sub, "--pdf-timeout", raw_.options.pdf_timeout, Code::help_pdf_timeout)
            ->check(CLI::Range(1U, 86'400U))
            ->type_name("SECONDS");
    }
    void add_render(CLI::App* sub, bool writes) {
        add(sub, "DATA", raw_.options.data, Code::help_data)->required()->type_name("FILE");
        add(sub, "-t,--template", raw_.options.template_name, Code::help_template)->type_name("NAME");
        add(sub, "--set", raw_.settings, Code::help_set)->expected(1)->take_all()->type_name("PATH=VALUE");
        add(sub, "--add", raw_.added, Code::help_add)->expected(1)->take_all()->type_name("PATH=FILE");
        add(sub, "--fail-on", raw_.fail_on, Code::help_fail_on)
            ->check(CLI::IsMember({"warning", "error"}))
            ->type_name("warning");
        if (!writes) return;
        add(sub, "-o,--output", raw_.options.output, Code::help_output)->type_name("FILE");
        add(sub, "--to", raw_.options.to, Code::help_to)->type_name("docx|xlsx|both|pdf");
        add_pdf(sub);
    }
    void add_templates(CLI::App* sub) { add(sub, "NAME", raw_.options.name, Code::help_name)->type_name(""); }
    void add_explain(CLI::App* sub) { add(sub, "CODE", raw_.options.code, Code::help_code)->type_name(""); }
    void add_words(CLI::App* sub) {
        add(sub, "NUMBER", raw_.options.number, Code::help_number)->required()->type_name("");
        add(sub, "--unit", raw_.options.unit, Code::help_unit)->type_name("TEXT");
        add(sub, "--variants", raw_.options.variants, Code::help_variants)
            ->delimiter(',')
            ->check(CLI::IsMember({"le", "ngan", "ti", "bon", "chan"}))
            ->type_name("le,ngan,ti,bon,chan");
    }
    void add_batch(CLI::App* sub) {
        Options& options = raw_.options;
        add(sub, "RECORDS", options.data, Code::help_batch_records)->required()->type_name("FILE");
        add(sub, "-o,--output", options.output, Code::help_batch_output)->type_name("PATTERN");
        add(sub, "--merge", options.merge, Code::help_batch_merge)->type_name("FILE");
        sub->add_flag("--fresh-sheets", options.fresh_sheets, text(Code::help_batch_fresh_sheets, lang_));
        sub->add_flag("--pdf", options.pdf, text(Code::help_batch_pdf, lang_));
        add(sub, "-t,--template", options.template_name, Code::help_template)->type_name("NAME");
        add(sub, "--with", options.with, Code::help_batch_with)->expected(1)->take_all()->type_name("FILE");
        add(sub, "--set", raw_.settings, Code::help_batch_set)->expected(1)->take_all()->type_name("PATH=VALUE");
        add(sub, "--records", options.records_path, Code::help_batch_list)->type_name("PATH");
        add(sub, "--add", raw_.added, Code::help_batch_add)->expected(1)->take_all()->type_name("PATH=FILE");
        add(sub, "--to", options.to, Code::help_batch_to)->type_name("docx|xlsx|both|pdf");
        add(sub, "--ignore", options.ignored, Code::help_batch_ignore)->expected(1)->take_all()->type_name("KEY");
        add(sub, "--so-tu", options.so_tu, Code::help_batch_so_tu)->type_name("NUMBER");
        add(sub, "--report", options.reports, Code::help_batch_report)->expected(1)->take_all()->type_name("FILE");
        add(sub, "--jobs", options.jobs, Code::help_batch_jobs)->check(CLI::Range(1u, 256u))->type_name("NUMBER");
        add(sub, "--level", options.level, Code::help_batch_level)->check(CLI::Range(1, 12))->type_name("1-12");
        add(sub, "--shard", options.shard, Code::help_batch_shard)->type_name("K/N");
        add(sub, "--fail-on", raw_.fail_on, Code::help_fail_on)
            ->check(CLI::IsMember({"warning", "error"}))
            ->type_name("warning");
        sub->add_flag("--resume", options.resume, text(Code::help_batch_resume, lang_));
        sub->add_flag("--fail-fast", options.fail_fast, text(Code::help_batch_fail_fast, lang_));
        sub->add_flag("--merge-reports", options.merge_reports, text(Code::help_batch_merge_reports, lang_));
        add_pdf(sub);
    }
    void add_new(CLI::App* sub) {
        add(sub, "TEMPLATE", raw_.options.name, Code::help_name)->required()->type_name("NAME");
        add(sub, "-o,--output", raw_.options.output, Code::help_form_output)->type_name("FILE");
        add(sub, "--with", raw_.options.with, Code::help_with)->expected(1)->take_all()->type_name("FILE");
        sub->add_flag("--force", raw_.options.force, text(Code::help_force, lang_));
    }
    void add_schema(CLI::App* sub) {
        add(sub, "TEMPLATE", raw_.options.name, Code::help_name)->required()->type_name("NAME");
        add(sub, "-o,--output", raw_.options.output, Code::help_schema_output)->type_name("FILE");
        sub->add_flag("--partial", raw_.options.partial, text(Code::help_partial, lang_));
    }

    Raw& raw_;
    Lang lang_;
    CLI::App app_;
};

/// CLI11's errors in our words.
Diagnostic usage_diagnostic(const CLI::ParseError& error, const std::vector<std::string>& arguments) {
    const std::string what = error.what();
    if (dynamic_cast<const CLI::ExtrasError*>(&error)) {
        const auto unknown = std::find_if(arguments.rbegin(), arguments.rend(),
                                          [&](const std::string& a) { return what.find(a) != std::string::npos; });
        return diagnose(Code::usage_unknown_argument, {}, {unknown == arguments.rend() ? what : *unknown});
    }
    if (dynamic_cast<const CLI::RequiredError*>(&error)) {
        if (arguments.empty() || what.find("ubcommand") != std::string::npos)
            return diagnose(Code::usage_no_command, {});
        return diagnose(Code::usage_missing, {}, {what.substr(0, what.find(' '))});
    }
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error) && what.find("At Most") != std::string::npos)
        return diagnose(Code::usage_repeated, {}, {what.substr(0, what.find(':'))});
    if (dynamic_cast<const CLI::ArgumentMismatch*>(&error))
        return diagnose(Code::usage_missing, {}, {what.substr(0, what.find(':'))});
    if (dynamic_cast<const CLI::ValidationError*>(&error) || dynamic_cast<const CLI::ConversionError*>(&error))
        return diagnose(Code::usage_bad_value, {}, {what.substr(0, what.find(':'))});
    return diagnose(Code::usage_error, {}, {what});
}

Result<Options> settle(Raw raw, const Host& host, Lang lang) {
    Options options = std::move(raw.options);
    options.lang = lang;
    options.diagnostics = form_named(raw.diagnostics);
    options.color = !raw.no_color && host.error_is_terminal() && !host.environment("NO_COLOR");
    options.fail_on_warning = raw.fail_on == "warning";
    if (options.command == Command::Batch) {
        if (options.output.empty() && options.merge.empty()) return fail(Code::usage_missing, {}, {"--output"});
        if (options.fresh_sheets && options.merge.empty()) return fail(Code::usage_missing, {}, {"--merge"});
    }
    for (const auto& [written, to] :
         {std::pair(&raw.settings, &options.settings), std::pair(&raw.added, &options.added)})
        for (const std::string& text : *written) {
            const std::size_t sign = text.find('=');
            if (sign == std::string::npos || sign == 0) return fail(Code::bad_setting, {}, {text});
            to->push_back({text.substr(0, sign), text.substr(sign + 1)});
        }
    return options;
}

}  // namespace

Lang language_of(const Host& host) {
    for (const char* name : {"LC_ALL", "LC_MESSAGES", "LANG"}) {
        const auto value = host.environment(name);
        if (value && !value->empty()) return value->starts_with("vi") ? Lang::Vi : Lang::En;
    }
    return Lang::En;
}

DiagnosticsForm form_of(const std::vector<std::string>& arguments) {
    return form_named(early_value(arguments, "--diagnostics"));
}

Result<std::variant<Options, Information>> parse_options(const std::vector<std::string>& arguments, const Host& host,
                                                         Lang& lang) {
    lang = find_language(arguments, language_of(host));
    Raw raw;
    CommandLine line(raw, lang);
    try {
        std::vector<std::string> ordered = with_numbers_last(arguments);
        std::reverse(ordered.begin(), ordered.end());
        line.app().parse(std::move(ordered));
    } catch (const CLI::CallForHelp&) {
        const auto chosen = line.app().get_subcommands();
        return Information{chosen.empty() ? line.app().help() : chosen.front()->help()};
    } catch (const CLI::CallForVersion& version) {
        return Information{std::string(version.what()) + "\n"};
    } catch (const CLI::ParseError& error) {
        return tl::unexpected<Diagnostic>(usage_diagnostic(error, arguments));
    }
    auto options = settle(std::move(raw), host, lang);
    if (!options) return tl::unexpected<Diagnostic>(std::move(options.error()));
    return std::move(*options);
}

}  // namespace vanban::cli
