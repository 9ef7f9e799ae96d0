// vanban templates: a list, or the fields of one.
#include <algorithm>

#include "cli/commands.hpp"

namespace vanban::cli {
namespace {

Exit list_templates(Session& session) {
    const auto names = session.engine().template_names();
    std::size_t width = 0;
    for (const std::string& name : names) width = std::max(width, name.size());
    for (const std::string& name : names) {
        const tmpl::Template* found = session.engine().load(name, session.findings());
        if (!found || found->loai.empty()) continue;
        session.host().print(name + std::string(width + 2 - name.size(), ' ') + found->nhan + "\n");
    }
    return session.findings().has_errors() ? session.failed(Code::text_summary_checked) : Exit::Done;
}

void describe(Session& session, const tmpl::Field& field, std::size_t depth) {
    const std::string indent(depth * 2, ' ');
    std::string text = indent + field.ten + " (" + std::string(tmpl::type_name(field.kieu)) + ")";
    if (!field.nhan.empty()) text += ": " + field.nhan;
    if (field.bat_buoc) text += " [" + session.text(Code::text_required) + "]";
    const auto detail = [&](Code code, const std::string& value) {
        if (!value.empty()) text += "\n" + indent + "    " + session.text(code, {value});
    };
    if (!field.tro_giup.empty()) text += "\n" + indent + "    " + field.tro_giup;
    std::string choices;
    for (const std::string& choice : field.choices) choices += (choices.empty() ? "" : ", ") + choice;
    detail(Code::text_choices, choices);
    detail(Code::text_default, field.mac_dinh.value_or(""));
    detail(Code::text_example, field.vi_du);
    session.host().print(text + "\n");
    for (const tmpl::Field& member : field.members) describe(session, member, depth + 1);
}

Exit describe_template(Session& session) {
    const tmpl::Template* tmpl = session.load(session.options().name);
    if (!tmpl) return session.failed(Code::text_summary_checked);
    session.host().print(tmpl->ten + " - " + tmpl->nhan + "\n");
    if (!tmpl->mo_ta.empty()) session.host().print(tmpl->mo_ta + "\n");
    session.host().print("\n" + session.text(Code::text_fields) + ":\n");
    for (const tmpl::Field& field : tmpl->fields) describe(session, field, 1);
    return Exit::Done;
}

}  // namespace

Exit show_templates(Session& session) {
    return session.options().name.empty() ? list_templates(session) : describe_template(session);
}

}  // namespace vanban::cli
