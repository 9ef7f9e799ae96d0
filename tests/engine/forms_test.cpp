// Forms of all built-in templates: what `vanban check` says of an unfilled one, and whether the examples fit.
#include <boost/test/unit_test.hpp>

#include "engine.hpp"

namespace vanban {
namespace {

/// A form and what checking it against its template gives.
struct Checked {
    Checked(Engine& engine, const tmpl::Template& tmpl, std::string form) : text(std::move(form)) {
        Sources sources(&engine.sources());
        const auto data = engine.read({{"form.yaml", text, data::Format::Yaml}}, {}, sources, findings);
        parsed = data.has_value();
        if (data) tmpl::check(tmpl, *data, findings);
    }
    /// The line of the form that a finding points at.
    std::string line(const Diagnostic& finding) const {
        const std::size_t before = finding.span.begin == 0 ? text.npos : text.rfind('\n', finding.span.begin - 1);
        const std::size_t begin = before == text.npos ? 0 : before + 1;
        return text.substr(begin, text.find('\n', begin) - begin);
    }
    std::string text;
    Diagnostics findings;
    bool parsed = false;
};

std::string form_of(Engine& engine, const tmpl::Template& tmpl) {
    Diagnostics out;
    auto form = engine.form(tmpl, {}, out);
    BOOST_REQUIRE(form);
    return *form;
}

/// Every line that is commented out made live: "#" without "# " behind it.
std::string uncommented(const std::string& form) {
    std::string result;
    for (std::size_t at = 0; at < form.size();) {
        const std::size_t end = form.find('\n', at);
        std::string line = form.substr(at, end - at);
        at = end + 1;
        const std::size_t mark = line.find_first_not_of(' ');
        const bool prose = mark != line.npos && line[mark] == '#' && mark + 2 < line.size() && line[mark + 1] == ' ' &&
                           line[mark + 2] != ' ';
        if (mark != line.npos && line[mark] == '#' && !prose) line.erase(mark, 1);
        result += line + "\n";
    }
    return result;
}

/// Fields that have to be filled in before anything can be printed.
std::size_t count_required(const std::vector<tmpl::Field>& fields) {
    std::size_t count = 0;
    for (const tmpl::Field& field : fields) {
        if (!field.bat_buoc || field.mac_dinh) continue;
        std::size_t below = 0;
        if (field.kieu == tmpl::FieldType::Nhom) below = count_required(field.members);
        const bool table = field.kieu == tmpl::FieldType::DanhSach && field.members[0].kieu == tmpl::FieldType::Nhom;
        if (table) below = count_required(field.members[0].members);
        count += std::max<std::size_t>(below, 1);
    }
    return count;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(forms)

BOOST_AUTO_TEST_CASE(an_unfilled_form_names_every_required_field_at_its_line) {
    Engine engine;
    Diagnostics out;
    for (const std::string& name : engine.template_names()) {
        const tmpl::Template* tmpl = engine.load(name, out);
        BOOST_REQUIRE(tmpl);
        const Checked checked(engine, *tmpl, form_of(engine, *tmpl));
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(checked.parsed);
            BOOST_TEST(checked.findings.error_count() == count_required(tmpl->fields));
            for (const Diagnostic& finding : checked.findings) {
                BOOST_TEST((finding.code == Code::empty_value), word(finding.code, finding.args, Lang::En));
                const std::string line = checked.line(finding);
                const bool at_line = line.find(finding.args.at(0) + ":") != line.npos || line.find('-') != line.npos;
                BOOST_TEST(at_line, line);
            }
        }
    }
}

BOOST_AUTO_TEST_CASE(with_everything_uncommented_the_examples_fit_their_fields) {
    Engine engine;
    Diagnostics out;
    for (const std::string& name : engine.template_names()) {
        const tmpl::Template* tmpl = engine.load(name, out);
        BOOST_REQUIRE(tmpl);
        const Checked checked(engine, *tmpl, uncommented(form_of(engine, *tmpl)));
        BOOST_TEST_CONTEXT(name) {
            BOOST_TEST(checked.parsed);
            for (const Diagnostic& finding : checked.findings)
                BOOST_TEST((finding.code == Code::empty_value),
                           checked.line(finding) << ": " << word(finding.code, finding.args, Lang::En));
        }
    }
}

BOOST_AUTO_TEST_CASE(every_template_has_an_excel_form_and_the_same_one_each_time) {
    Engine engine;
    Diagnostics out;
    form::Request request;
    request.kind = form::Kind::Excel;
    for (const std::string& name : engine.template_names()) {
        const tmpl::Template* tmpl = engine.load(name, out);
        BOOST_REQUIRE(tmpl);
        const auto once = engine.form(*tmpl, request, out);
        BOOST_REQUIRE_MESSAGE(once, name);
        if (name == "du-toan") BOOST_TEST((once == engine.form(*tmpl, request, out)));
    }
    BOOST_TEST(out.empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban
