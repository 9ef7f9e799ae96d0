// From arguments to one command.
#include "cli/run.hpp"

#include "cli/commands.hpp"

namespace vanban::cli {
namespace {

Exit execute(Session& session) {
    switch (session.options().command) {
        case Command::Render:
            return render(session);
        case Command::Check:
            return check(session);
        case Command::Templates:
            return show_templates(session);
        case Command::Words:
            return words(session);
        case Command::Batch:
            return batch(session);
        case Command::New:
            return make_form(session);
        case Command::Schema:
            return make_schema(session);
        case Command::Explain:
            return explain(session);
    }
    return Exit::Internal;
}

}  // namespace

Exit run(const std::vector<std::string>& arguments, Host& host) {
    Lang lang = Lang::En;
    auto options = parse_options(arguments, host, lang);
    if (!options) {
        Diagnostics findings;
        findings.add(std::move(options.error()));
        host.print_error(printed(findings, Sources(), form_of(arguments), {lang, false}));
        return Exit::Usage;
    }
    if (const auto* information = std::get_if<Information>(&*options)) {
        host.print(information->text);
        return Exit::Done;
    }
    Session session(std::get<Options>(*options), host);
    return execute(session);
}

}  // namespace vanban::cli
