// vanban schema: the JSON Schema of a template's data.
#include "cli/commands.hpp"
#include "cli/form_output.hpp"

namespace vanban::cli {

Exit make_schema(Session& session) {
    const tmpl::Template* tmpl = session.load(session.options().name);
    if (!tmpl) return session.failed(Code::text_summary_errors);
    form::Request request;
    request.kind = session.options().partial ? form::Kind::PartSchema : form::Kind::Schema;
    return write_form(session, *tmpl, std::move(request));
}

}  // namespace vanban::cli
