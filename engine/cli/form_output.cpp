// Forms and schemas on their way out.
#include "cli/form_output.hpp"

namespace vanban::cli {
namespace {

Exit written(Session& session, const std::string& path, const std::string& bytes) {
    if (path == "-") {
        session.host().print(bytes);
    } else if (auto done = session.host().write(path, bytes); !done) {
        return session.stop(std::move(done.error()), Exit::Output);
    }
    session.print_findings();
    if (path != "-" && !session.options().quiet)
        session.host().print_error(session.text(Code::text_written, {path}) + "\n");
    return Exit::Done;
}

}  // namespace

Exit write_form(Session& session, const tmpl::Template& tmpl, form::Request request) {
    request.lang = session.options().lang;
    request.program = "vanban " VANBAN_VERSION;
    const auto bytes = session.engine().form(tmpl, request, session.findings());
    if (!bytes) return session.failed(Code::text_summary_errors);
    return written(session, session.options().output.empty() ? "-" : session.options().output, *bytes);
}

}  // namespace vanban::cli
