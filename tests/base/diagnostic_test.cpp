#include "base/diagnostic.hpp"

#include <boost/test/unit_test.hpp>
#include <set>
#include <string>

#include "base/utf8.hpp"

using namespace vanban;

namespace {

std::set<std::string> placeholders(std::string_view wording) {
    std::set<std::string> found;
    for (std::size_t i = 0; i + 2 < wording.size(); ++i) {
        if (wording[i] == '{' && wording[i + 2] == '}' && wording[i + 1] >= '0' && wording[i + 1] <= '9') {
            found.emplace(wording.substr(i, 3));
        }
    }
    return found;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diagnostic)

BOOST_AUTO_TEST_CASE(every_code_is_worded_in_both_languages) {
    std::set<std::string_view> names;
    for (std::size_t i = 0; i < code_count(); ++i) {
        const Code code = static_cast<Code>(i);
        BOOST_TEST_CONTEXT(name(code)) {
            const std::string_view vi = catalogue_text(code, Lang::Vi);
            const std::string_view en = catalogue_text(code, Lang::En);
            BOOST_TEST(!vi.empty());
            BOOST_TEST(!en.empty());
            BOOST_TEST(names.insert(name(code)).second, "codes are unique");
            BOOST_TEST(placeholders(vi) == placeholders(en), boost::test_tools::per_element());
            BOOST_TEST(!utf8::find_invalid(vi).has_value());
            BOOST_TEST(utf8::is_nfc(vi));
            BOOST_TEST(utf8::is_nfc(en));
        }
    }
}

BOOST_AUTO_TEST_CASE(findings_have_no_full_stop_at_their_end) {
    for (std::size_t i = 0; i < code_count(); ++i) {
        const Code code = static_cast<Code>(i);
        if (name(code).starts_with("help-") || name(code).starts_with("form-how-")) continue;  // Sentences.
        for (const Lang lang : {Lang::Vi, Lang::En}) {
            const std::string_view text = catalogue_text(code, lang);
            BOOST_TEST((!text.ends_with('.') || text.ends_with("TUQ.")), name(code));
            BOOST_TEST((!text.ends_with(' ') && !text.starts_with(' ')), name(code));
        }
    }
}

BOOST_AUTO_TEST_CASE(sizes_are_written_as_people_write_them) {
    BOOST_TEST(size_text(64u << 20) == "64 MB");
    BOOST_TEST(size_text(1000) == "1000 byte");
    BOOST_TEST(size_text(0) == "0 byte");
}

BOOST_AUTO_TEST_CASE(placeholders_are_numbered_without_gaps) {
    for (std::size_t i = 0; i < code_count(); ++i) {
        const auto found = placeholders(catalogue_text(static_cast<Code>(i), Lang::En));
        std::size_t expected = 0;
        for (const std::string& each : found) {
            BOOST_TEST(each == "{" + std::to_string(expected++) + "}", name(static_cast<Code>(i)));
        }
    }
}

BOOST_AUTO_TEST_CASE(a_code_is_printed_with_hyphens) {
    BOOST_TEST(name(Code::not_a_date) == "not-a-date");
    BOOST_TEST(name(Code::xml_doctype) == "xml-doctype");
}

BOOST_AUTO_TEST_CASE(arguments_replace_their_placeholders) {
    BOOST_TEST(word(Code::file_unreadable, {"a.yaml", "x"}, Lang::En) == "cannot read file “a.yaml”: x");
    BOOST_TEST(word(Code::did_you_mean, {"trich_yeu"}, Lang::Vi) == "có phải ý bạn là “trich_yeu”?");
}

BOOST_AUTO_TEST_CASE(an_argument_is_not_searched_for_placeholders) {
    BOOST_TEST(word(Code::file_unreadable, {"{1}", "{0}{"}, Lang::En) == "cannot read file “{1}”: {0}{");
}

BOOST_AUTO_TEST_CASE(missing_and_superfluous_arguments_are_harmless) {
    BOOST_TEST(word(Code::file_unreadable, {"a"}, Lang::En) == "cannot read file “a”: {1}");
    BOOST_TEST(word(Code::file_unreadable, {}, Lang::En) == "cannot read file “{0}”: {1}");
    BOOST_TEST(word(Code::first_given_here, {"a", "b"}, Lang::En) == "first given here");
}

BOOST_AUTO_TEST_CASE(a_very_long_argument_is_cut_between_characters) {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "ế";
    const std::string message = word(Code::did_you_mean, {text}, Lang::En);
    BOOST_TEST(!utf8::find_invalid(message).has_value());
    BOOST_TEST(utf8::length(message) < 1100u);
}

BOOST_AUTO_TEST_CASE(a_diagnostic_has_the_severity_of_its_code) {
    BOOST_CHECK(diagnose(Code::not_a_date, {}).severity == Severity::Error);
    BOOST_CHECK(diagnose(Code::did_you_mean, {}).severity == Severity::Note);
}

BOOST_AUTO_TEST_CASE(findings_keep_their_order_and_are_counted) {
    Diagnostics first;
    BOOST_TEST(first.empty());
    first.add(Code::not_a_date, {}, {"x"});
    Diagnostic warning = diagnose(Code::file_not_found, {});
    warning.severity = Severity::Warning;
    Diagnostics second;
    second.add(warning);
    second.add(Code::too_deep, {});
    BOOST_TEST(second.has_warnings());
    first.append(std::move(second));
    BOOST_TEST(first.error_count() == 2u);
    BOOST_TEST(first.warning_count() == 1u);
    BOOST_TEST(first.has_errors());
    BOOST_REQUIRE(first.items().size() == 3);
    BOOST_CHECK(first.items()[1].code == Code::file_not_found);
}

BOOST_AUTO_TEST_CASE(of_a_million_findings_the_first_are_kept_and_all_are_counted) {
    Diagnostics out;
    for (int i = 0; i < 1'000'000; ++i) out.add(Code::too_deep, {});
    out.add(Code::mended_u_horn, {});
    BOOST_TEST(out.full());
    BOOST_TEST(out.error_count() == 1'000'000u);
    BOOST_TEST(out.items().size() == Diagnostics::kKept + 1);
    BOOST_CHECK(out.items().back().code == Code::mended_u_horn);  // one of another severity is not lost among them
    Diagnostics all;
    all.add(Code::not_a_date, {});
    all.append(std::move(out));
    BOOST_TEST(all.count() == 1'000'002u);
    BOOST_TEST(all.error_count() == 1'000'001u);
    BOOST_TEST(all.items().size() == Diagnostics::kKept + 1);
}

BOOST_AUTO_TEST_CASE(a_failed_result_carries_its_diagnostic) {
    const Result<int> result = fail(Code::not_a_date, {1, 2, 3}, {"x"});
    BOOST_REQUIRE(!result);
    BOOST_CHECK(result.error() == diagnose(Code::not_a_date, {1, 2, 3}, {"x"}));
}

BOOST_AUTO_TEST_SUITE_END()
