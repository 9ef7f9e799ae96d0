#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/utf8.hpp"

using namespace vanban;

namespace {

/// Sources with one text; the diagnostic is about the first `what` in it.
struct Case {
    Sources sources;
    Span span;

    Case(std::string text, std::string_view what) {
        const std::size_t begin = text.find(what);
        BOOST_REQUIRE(begin != std::string::npos);
        span = {0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(begin + what.size())};
        sources.add({"ke-hoach.yaml", std::move(text)});
    }

    std::string human(Lang lang = Lang::En, bool color = false) const {
        Diagnostics diagnostics;
        diagnostics.add(Code::not_a_date, span, {"x"});
        return print_human(diagnostics, sources, {lang, color});
    }

    std::string json() const {
        Diagnostics diagnostics;
        diagnostics.add(Code::not_a_date, span, {"x"});
        return print_json(diagnostics, sources, Lang::En);
    }
};

std::vector<std::string> lines_of(const std::string& text) {
    std::vector<std::string> lines;
    for (std::size_t begin = 0; begin < text.size();) {
        const std::size_t end = text.find('\n', begin);
        lines.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return lines;
}

/// Does the underline stand under exactly `what`, in terminal columns?
void check_underlined(const std::string& printed, std::string_view what) {
    const auto lines = lines_of(printed);
    BOOST_TEST_CONTEXT(printed) {
        BOOST_REQUIRE(lines.size() >= 5);
        const std::string& line = lines[3];
        const std::string& marks = lines[4];
        const std::size_t at = line.find(what);
        BOOST_REQUIRE(at != std::string::npos);
        BOOST_TEST(utf8::columns(line.substr(0, at)) == marks.find('^'));
        BOOST_TEST(utf8::columns(what) == marks.size() - marks.find('^'));
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(diagnostic_print)

BOOST_AUTO_TEST_CASE(a_finding_is_printed_with_its_line_and_underlined) {
    const Case c("mau: ke-hoach\nngay: 30 tháng 2\n", "30 tháng 2");
    BOOST_TEST(c.human() ==
               "error[not-a-date]: “x” is not a date; write 5/3/2024 or 2024-03-05\n"
               " --> ke-hoach.yaml:2:7\n"
               "  |\n"
               "2 | ngay: 30 tháng 2\n"
               "  |       ^^^^^^^^^^\n"
               "\n");
}

BOOST_AUTO_TEST_CASE(labels_are_in_the_language_that_was_asked_for) {
    const Case c("ngay: x", "x");
    BOOST_TEST(c.human(Lang::Vi).starts_with("lỗi[not-a-date]: “x” không phải là ngày"));
}

BOOST_AUTO_TEST_CASE(the_caret_stands_under_vietnamese_letters_composed_or_not) {
    check_underlined(Case("trích yếu: kế hoạch", "kế").human(), "kế");
    check_underlined(Case("tri\u0301ch ye\u0302\u0301u: ke\u0302\u0301 hoạch", "ke\u0302\u0301").human(),
                     "ke\u0302\u0301");
    check_underlined(Case("漢字 là kế", "là").human(), "là");
    check_underlined(Case("Q\u0301uyế\u0323t: \u1E9Ft Đường", "Đường").human(), "Đường");
}

// The columns are written down by hand: a terminal shows an emoji and a full-width letter in two of them.
BOOST_AUTO_TEST_CASE(wide_characters_before_the_place_move_the_caret_by_two) {
    const auto caret = [](const std::string& text, std::string_view what) {
        return lines_of(Case(text, what).human())[4];
    };
    BOOST_TEST(caret("ổn 😀: sai", "sai") == "  |        ^^^");
    BOOST_TEST(caret("Ａ: sai", "sai") == "  |     ^^^");
    BOOST_TEST(caret("a\u200B: sai", "sai") == "  |    ^^^");
    BOOST_TEST(caret("ổn: 😀", "😀") == "  |     ^^");
    BOOST_TEST(caret("\tế\tsai", "sai") == "  |         ^^^");
}

BOOST_AUTO_TEST_CASE(a_place_on_the_last_of_many_lines_is_found) {
    std::string text;
    for (int i = 0; i < 1000; ++i) text += "mục: giá trị\r\n";
    const auto lines = lines_of(Case(text + "\tđích: sai", "sai").human());
    BOOST_TEST(lines[1] == "    --> ke-hoach.yaml:1001:8");
    BOOST_TEST(lines[3] == "1001 |     đích: sai");
    BOOST_TEST(lines[4] == "     |           ^^^");
}

BOOST_AUTO_TEST_CASE(tabs_are_expanded) {
    const std::string printed = Case("\ta\tkế", "kế").human();
    BOOST_TEST(printed.find('\t') == printed.npos);
    BOOST_TEST(lines_of(printed)[3] == "1 |     a   kế");
    check_underlined(printed, "kế");
}

BOOST_AUTO_TEST_CASE(long_lines_are_cut_around_the_place) {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "ế ";
    text += "ĐÂY";
    for (int i = 0; i < 100'000; ++i) text += " ơ";
    const std::string printed = Case(text, "ĐÂY").human();
    check_underlined(printed, "ĐÂY");
    const auto lines = lines_of(printed);
    BOOST_TEST(utf8::columns(lines[3]) < 140u);
    BOOST_TEST(lines[3].starts_with("1 | …"));
    BOOST_TEST(lines[3].ends_with("…"));
    BOOST_TEST(lines[1] == " --> ke-hoach.yaml:1:200001");
}

BOOST_AUTO_TEST_CASE(a_place_over_several_lines_is_underlined_to_the_end_of_the_first) {
    const auto lines = lines_of(Case("a: [1,\r\n 2]\n", "[1,\r\n 2]").human());
    BOOST_TEST(lines[3] == "1 | a: [1,");
    BOOST_TEST(lines[4] == "  |    ^^^");
}

BOOST_AUTO_TEST_CASE(an_empty_place_has_one_caret) {
    Case c("ab\ncd", "ab");
    c.span = {0, 2, 2};
    BOOST_TEST(lines_of(c.human())[4] == "  |   ^");
    c.span = {0, 5, 5};
    BOOST_TEST(lines_of(c.human())[3] == "2 | cd");
    BOOST_TEST(lines_of(c.human())[4] == "  |   ^");
    c.span = {0, 500, 400};
    BOOST_TEST(lines_of(c.human())[1] == " --> ke-hoach.yaml:2:3");
}

BOOST_AUTO_TEST_CASE(an_empty_file_can_be_pointed_at) {
    Case c("", "");
    BOOST_TEST(lines_of(c.human())[3] == "1 | ");
}

BOOST_AUTO_TEST_CASE(an_unknown_place_prints_the_message_alone) {
    Diagnostics diagnostics;
    diagnostics.add(Code::file_not_found, {}, {"a.yaml"});
    diagnostics.add(Code::too_deep, {9, 1, 2}, {"64"});
    BOOST_TEST(print_human(diagnostics, Sources(), {Lang::En, false}) ==
               "error[file-not-found]: file “a.yaml” not found\n\nerror[too-deep]: nested deeper than 64 levels\n\n");
}

BOOST_AUTO_TEST_CASE(notes_are_printed_with_their_places) {
    const Case c("ten: a\nten: b\n", "ten: b");
    Diagnostics diagnostics;
    diagnostics.add(diagnose(Code::not_a_date, c.span, {"x"})
                        .with({Code::first_given_here, {0, 0, 3}, {}})
                        .with({Code::did_you_mean, {}, {"tên"}}));
    BOOST_TEST(print_human(diagnostics, c.sources, {Lang::En, false}) ==
               "error[not-a-date]: “x” is not a date; write 5/3/2024 or 2024-03-05\n"
               " --> ke-hoach.yaml:2:1\n"
               "  |\n"
               "2 | ten: b\n"
               "  | ^^^^^^\n"
               "  = note: first given here\n"
               " --> ke-hoach.yaml:1:1\n"
               "  |\n"
               "1 | ten: a\n"
               "  | ^^^\n"
               "  = note: did you mean “tên”?\n"
               "\n");
}

BOOST_AUTO_TEST_CASE(colours_appear_only_when_asked_for) {
    const Case c("ngay: x", "x");
    BOOST_TEST(c.human(Lang::En, false).find('\x1b') == std::string::npos);
    BOOST_TEST(c.human(Lang::En, true).starts_with("\x1b[1;31merror[not-a-date]\x1b[0m: "));
}

BOOST_AUTO_TEST_CASE(data_cannot_steer_the_terminal) {
    Case c("ngay: \x1b[2J\u202Ex", "x");
    Diagnostics diagnostics;
    diagnostics.add(Code::file_not_found, c.span, {"\x1b]0;title\x07\nerror: \xFF\u0085"});
    const std::string printed = print_human(diagnostics, c.sources, {Lang::En, false});
    BOOST_TEST(printed.find('\x1b') == printed.npos);
    BOOST_TEST(printed.find('\x07') == printed.npos);
    BOOST_TEST(printed.find("\u202E") == printed.npos);
    BOOST_TEST(printed.find("\u0085") == printed.npos);
    BOOST_TEST(!utf8::find_invalid(printed).has_value());
    BOOST_TEST(lines_of(printed).size() == 6u);
}

BOOST_AUTO_TEST_CASE(json_has_one_object_a_line_with_places_in_characters) {
    const Case c("trích: x\nngày: kế\n", "kế");
    BOOST_TEST(
        c.json() ==
        R"({"severity":"error","code":"not-a-date","message":"“x” is not a date; write 5/3/2024 or 2024-03-05",)"
        R"("file":"ke-hoach.yaml","line":2,"column":7,"end_line":2,"end_column":9,"sheet":null,"cell":null,"notes":[]})"
        "\n");
}

BOOST_AUTO_TEST_CASE(json_has_null_for_unknown_places_and_escapes_texts) {
    Diagnostics diagnostics;
    diagnostics.add(diagnose(Code::file_not_found, {}, {"a\"\\\n\x01\x7F\xFF\u2028ế"})
                        .with({Code::did_you_mean, {}, {"b"}})
                        .with({Code::first_given_here, {}, {}}));
    const std::string nulls =
        R"("file":null,"line":null,"column":null,"end_line":null,"end_column":null,"sheet":null,"cell":null)";
    BOOST_TEST(print_json(diagnostics, Sources(), Lang::En) ==
               R"({"severity":"error","code":"file-not-found","message":"file “a\"\\\u000a\u0001\u007f)"
               "\uFFFD"
               R"(\u2028ế” not found",)" +
                   nulls + R"(,"notes":[{"code":"did-you-mean","message":"did you mean “b”?",)" + nulls +
                   R"(},{"code":"first-given-here","message":"first given here",)" + nulls + "}]}\n");
}

BOOST_AUTO_TEST_SUITE_END()
