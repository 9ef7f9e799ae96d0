// vanban explain, and the promises of its pages: complete, and true by trying their examples.
#include <boost/test/unit_test.hpp>
#include <map>
#include <string_view>

#include "base/utf8.hpp"
#include "cli/explain_pages.hpp"

namespace vanban::cli {
namespace {

int code_of_exit(const std::vector<std::string>& arguments, FakeHost& host) {
    return static_cast<int>(run(arguments, host));
}

bool says(const std::string& text, const std::string& what) {
    return text.find(what) != std::string::npos;
}

/// Code to the text of its page, from the folder.
std::map<std::string, std::string> all_pages() {
    std::map<std::string, std::string> pages;
    for (const auto& entry : std::filesystem::directory_iterator(pages_folder()))
        if (entry.path().extension() == ".md" && entry.path().stem() != "README")
            pages[entry.path().stem().string()] = read_text(entry.path());
    return pages;
}

std::map<std::string, Severity> codes_with_pages() {
    std::map<std::string, Severity> codes;
    for (std::size_t i = 0; i < code_count(); ++i) {
        const auto code = static_cast<Code>(i);
        if (catalogue_severity(code) != Severity::Note) codes.emplace(name(code), catalogue_severity(code));
    }
    return codes;
}

std::string line_of(const std::string& text, std::size_t number) {
    std::istringstream lines(text);
    std::string line;
    for (std::size_t i = 0; i < number; ++i) std::getline(lines, line);
    return line;
}

/// Holds one example to the code of its page.
void check_example(const std::string& code, const Example& example, const std::vector<Example>& all) {
    std::string said;
    std::set<std::string> codes = codes_of(example, all, said);
    BOOST_TEST_CONTEXT(code << ", " << example.role << ":\n" << example.text << said) {
        BOOST_TEST((codes.erase(code) == 1) == (example.role == "sai"));
        for (const std::string& other : codes) BOOST_TEST(example.kem.contains(other), other << " is not named");
        for (const std::string& other : example.kem) BOOST_TEST(codes.contains(other), other << " is named");
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(explaining)

BOOST_AUTO_TEST_CASE(a_page_is_printed_with_its_examples_indented) {
    FakeHost host;
    BOOST_TEST(code_of_exit({"explain", "unknown-field"}, host) == 0);
    BOOST_TEST(host.out.starts_with("# unknown-field: "));
    BOOST_TEST(!says(host.out, "```"));
    BOOST_TEST(says(host.out, "\n    trich_yue: "));
}

BOOST_AUTO_TEST_CASE(a_code_may_be_copied_with_what_stands_around_it) {
    for (const char* written : {"lỗi[unknown-field]", "unknown_field", "Unknown-Field", " unknown-field "}) {
        FakeHost host;
        BOOST_TEST(code_of_exit({"explain", written}, host) == 0, written);
    }
}

BOOST_AUTO_TEST_CASE(a_misspelt_code_is_told_the_nearest_one) {
    FakeHost host;
    BOOST_TEST(code_of_exit({"explain", "unknwon-feild", "--lang", "en"}, host) == 2);
    BOOST_TEST(says(host.err, "did you mean “unknown-field”?"));
    host.err.clear();
    BOOST_TEST(code_of_exit({"explain", "zzz", "--lang", "en"}, host) == 2);
    BOOST_TEST(!says(host.err, "did you mean"));
}

BOOST_AUTO_TEST_CASE(without_a_code_all_are_listed_with_their_titles) {
    FakeHost host;
    BOOST_TEST(code_of_exit({"explain"}, host) == 0);
    for (const auto& [code, severity] : codes_with_pages()) BOOST_TEST(says("\n" + host.out, "\n" + code + " "), code);
}

BOOST_AUTO_TEST_CASE(a_failed_run_says_once_where_its_first_error_is_explained) {
    FakeHost host;
    host.files["a.yaml"] = "mau: ke-hoach\nso: 5\nngay: 31/2/2026\n";
    BOOST_TEST(code_of_exit({"check", "a.yaml", "--lang", "vi"}, host) == 1);
    BOOST_TEST(host.err.ends_with("Giải thích: vanban explain missing-field\n") == says(host.err, "missing-field"));
    BOOST_TEST(host.err.find("vanban explain") == host.err.rfind("vanban explain"));
    for (const std::vector<std::string>& silent :
         {std::vector<std::string>{"--quiet"}, {"--diagnostics", "json"}, {"--diagnostics", "short"}}) {
        host.err.clear();
        std::vector<std::string> words{"check", "a.yaml"};
        words.insert(words.end(), silent.begin(), silent.end());
        BOOST_TEST(code_of_exit(words, host) == 1);
        BOOST_TEST(!says(host.err, "vanban explain"), silent.front());
    }
}

BOOST_AUTO_TEST_CASE(every_error_and_warning_has_a_page_and_no_page_is_without_a_code) {
    const auto pages = all_pages();
    const auto codes = codes_with_pages();
    for (const auto& [code, severity] : codes) BOOST_TEST(pages.contains(code), code << " has no page");
    for (const auto& [code, page] : pages) BOOST_TEST(codes.contains(code), code << ".md explains no code");
}

BOOST_AUTO_TEST_CASE(pages_have_one_form) {
    const auto codes = codes_with_pages();
    for (const auto& [code, page] : all_pages()) {
        BOOST_TEST_CONTEXT(code) {
            const std::string kind = codes.contains(code) && codes.at(code) == Severity::Warning
                                         ? "*Cảnh báo. English: "
                                         : "*Lỗi. English: ";
            BOOST_TEST(line_of(page, 1).starts_with("# " + code + ": "));
            BOOST_TEST(!line_of(page, 1).ends_with("."));
            BOOST_TEST(line_of(page, 3).starts_with(kind));
            BOOST_TEST(line_of(page, 3).ends_with("*"));
            BOOST_TEST(!utf8::find_invalid(page).has_value());
            BOOST_TEST(utf8::is_nfc(page));
            BOOST_TEST(page.ends_with("\n"));
            std::set<std::string> roles;
            for (const Example& example : examples_of(page)) roles.insert(example.role);
            BOOST_TEST((roles.contains("sai") || says(page, "\nKhông có ví dụ: ")));
            BOOST_TEST(roles.contains("sai") == roles.contains("dung"));
        }
    }
}

BOOST_AUTO_TEST_CASE(wrong_examples_give_their_code_and_right_ones_do_not) {
    for (const auto& [code, page] : all_pages()) {
        const auto examples = examples_of(page);
        for (const Example& example : examples)
            if (example.role != "du-lieu") check_example(code, example, examples);
    }
}

BOOST_AUTO_TEST_CASE(the_index_lists_every_page_in_the_group_of_its_code) {
    const std::string index = read_text(pages_folder() / "README.md");
    std::map<std::string, std::string> group_of;
    static constexpr std::string_view opening = "VANBAN_MESSAGE(";
    const auto messages = std::filesystem::path(VANBAN_SOURCE_DIR) / "engine" / "base" / "messages";
    for (const auto& file : std::filesystem::directory_iterator(messages)) {
        const std::string text = read_text(file.path());
        for (std::size_t at = text.find(opening); at != std::string::npos; at = text.find(opening, at)) {
            at += opening.size();
            std::string code = text.substr(at, text.find(',', at) - at);
            std::replace(code.begin(), code.end(), '_', '-');
            group_of[code] = file.path().stem().string();
        }
    }
    std::size_t listed = 0;
    for (const auto& [code, page] : all_pages()) {
        BOOST_TEST_CONTEXT(code) {
            const std::string title = line_of(page, 1).substr(std::min<std::size_t>(code.size() + 4, page.size()));
            const std::size_t at = index.find("\n- [" + code + "](" + code + ".md): " + title + "\n");
            BOOST_TEST(at != std::string::npos);
            if (at == std::string::npos) continue;
            const std::size_t heading = index.rfind("\n## ", at);
            BOOST_TEST(
                says(index.substr(heading, index.find('\n', heading + 1) - heading), "`" + group_of[code] + "`"));
            ++listed;
        }
    }
    std::size_t entries = 0;
    for (std::size_t at = index.find("\n- ["); at != std::string::npos; at = index.find("\n- [", at + 1)) ++entries;
    BOOST_TEST(entries == listed);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::cli
