// Tests of tmpl/expr: the parser, the dump, and text with {{ }}.
#include "tmpl/expr.hpp"

#include <boost/test/unit_test.hpp>

#include "tmpl/expr_support.hpp"

using namespace vanban;
using namespace vanban::tmpl;
using namespace vanban::tmpl::test;

namespace {

/// The dump of what `text` parses to, else its findings.
std::string parsed(std::string_view text, const Limits& limits = {}) {
    Diagnostics out;
    const auto expr = parse_expression(text, whole(text), limits, out);
    BOOST_TEST(expr.has_value() == !out.has_errors());
    return expr ? dump(*expr) : findings(out);
}

std::string parsed_text(std::string_view text) {
    Diagnostics out;
    const auto found = parse_text(text, whole(text), Limits{}, out);
    if (!found) return findings(out);
    std::string result;
    for (const auto& part : found->parts) {
        const auto* literal = std::get_if<std::string>(&part);
        result += literal ? "'" + *literal + "'" : "{" + dump(std::get<Expr>(part)) + "}";
    }
    return result;
}

std::string spans(std::string_view text) {
    Diagnostics out;
    const auto expr = parse_expression(text, whole(text), Limits{}, out);
    std::string result;
    for (const ExprNode& node : expr.value().nodes) result += place(node.span) + " ";
    return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(expr)

BOOST_AUTO_TEST_CASE(literals_and_paths_print_as_they_are_written) {
    for (const std::string_view text : {"12", "1.50", "\"chữ\"", "true", "false", "null", "[1, \"a\", []]",
                                        "co_quan.ten", "ds[0]", "h[lap.chi_so]", "a.b[1].c", "-5", "[]"}) {
        BOOST_TEST(parsed(text) == text);
    }
    BOOST_TEST(parsed("'một \"hai\"'") == "\"một \\\"hai\\\"\"");
    BOOST_TEST(parsed("a.in.if") == "a.in.if");
}

BOOST_AUTO_TEST_CASE(operators_bind_in_the_order_of_the_manual) {
    BOOST_TEST(parsed("1 + 2 * 3") == "1 + (2 * 3)");
    BOOST_TEST(parsed("1 - 2 - 3") == "(1 - 2) - 3");
    BOOST_TEST(parsed("a or b and not c == d") == "a or (b and (not (c == d)))");
    BOOST_TEST(parsed("a ~ b + 1 == c") == "(a ~ (b + 1)) == c");
    BOOST_TEST(parsed("not not a") == "not (not a)");
    BOOST_TEST(parsed("(1 + 2) * 3") == "(1 + 2) * 3");
    BOOST_TEST(parsed("a not in b and c in d") == "(not (a in b)) and (c in d)");
}

BOOST_AUTO_TEST_CASE(filters_bind_tighter_than_arithmetic) {
    BOOST_TEST(parsed("a.b | so(2) + 1") == "(a.b | so(2)) + 1");
    BOOST_TEST(parsed("1 + x | so") == "1 + (x | so)");
    BOOST_TEST(parsed("-x | so") == "(-x) | so");
    BOOST_TEST(parsed("-5 | so") == "-5 | so");
    BOOST_TEST(parsed("- -5") == "-(-5)");
    BOOST_TEST(parsed("-(5) | so") == "(-(5)) | so");
    BOOST_TEST(parsed("ds | loc(\"a\", 1) | tong(\"b\")") == "(ds | loc(\"a\", 1)) | tong(\"b\")");
    BOOST_TEST(parsed("(ds | dau).ten") == "(ds | dau).ten");
    BOOST_TEST(parsed("not x | chua(\"a\")") == "not (x | chua(\"a\"))");
}

BOOST_AUTO_TEST_CASE(conditionals_are_loosest_and_chain_to_the_right) {
    BOOST_TEST(parsed("a if b or c else d if e else f") == "a if (b or c) else (d if e else f)");
    BOOST_TEST(parsed("[a if b else c, d]") == "[a if b else c, d]");
    BOOST_TEST(parsed("x[a if b else c]") == "x[a if b else c]");
}

BOOST_AUTO_TEST_CASE(the_dump_parses_to_the_same_tree) {
    for (const std::string_view text :
         {"1 + 2 * 3 - a | so(2)", "a if not b else c ~ \"x\\ny\"", "-(a | tong) < [1, 2][0]"}) {
        Diagnostics out;
        const auto first = parse_expression(text, whole(text), Limits{}, out);
        const std::string again = dump(first.value());
        BOOST_CHECK(parse_expression(again, whole(again), Limits{}, out) == first);
    }
}

BOOST_AUTO_TEST_CASE(nodes_are_in_post_order_with_their_places) {
    BOOST_TEST(spans("a.b + (c | so(2))") == "0-1 0-3 7-8 14-15 6-17 0-17 ");
    BOOST_TEST(spans("- 5") == "0-3 ");
}

BOOST_AUTO_TEST_CASE(a_text_that_stands_otherwise_in_its_source_is_reported_as_a_whole) {
    Diagnostics out;
    const Span longer{kTemplate, 10, 30};
    BOOST_TEST(!parse_expression("a < < b", longer, Limits{}, out));
    BOOST_TEST(findings(out) == "expected-value@10-30");
}

BOOST_AUTO_TEST_CASE(syntax_errors_have_the_place_of_the_offending_token) {
    BOOST_TEST(parsed("") == "empty-expression@0-0");
    BOOST_TEST(parsed("  ") == "empty-expression@0-2");
    BOOST_TEST(parsed("1 +") == "expected-value@3-3");
    BOOST_TEST(parsed("a b") == "unexpected-token@2-3");
    BOOST_TEST(parsed("(a") == "expected-token@2-2 [opened-here@0-1]");
    BOOST_TEST(parsed("a[1") == "expected-token@3-3 [opened-here@1-2]");
    BOOST_TEST(parsed("[1, ]") == "expected-value@4-5");
    BOOST_TEST(parsed("[1 2]") == "expected-token@3-4 [opened-here@0-1]");
    BOOST_TEST(parsed("a.") == "expected-name@2-2");
    BOOST_TEST(parsed("a | 5") == "expected-name@4-5");
    BOOST_TEST(parsed("a if b") == "expected-token@6-6");
    BOOST_TEST(parsed("1 + not a") == "expected-value@4-7");
    BOOST_TEST(parsed(")") == "expected-value@0-1");
}

BOOST_AUTO_TEST_CASE(bad_tokens_say_what_is_wrong_with_them) {
    BOOST_TEST(parsed("a = b") == "unexpected-character@2-3 [did-you-mean@? ==]");
    BOOST_TEST(parsed("a && b") == "unexpected-character@2-3 [did-you-mean@? and]");
    BOOST_TEST(parsed("!a") == "unexpected-character@0-1 [did-you-mean@? not]");
    BOOST_TEST(parsed("a × b") == "unexpected-character@2-4");
    BOOST_TEST(parsed("a == \"b") == "unclosed-text@5-7");
    BOOST_TEST(parsed("12abc") == "bad-number@0-5");
    BOOST_TEST(parsed("12345678901234567890123456789012345678901234567890") == "bad-number@0-50");
    BOOST_TEST(parsed("\"a\\qb\"") == "bad-escape@2-4");
}

BOOST_AUTO_TEST_CASE(comparisons_do_not_chain) {
    BOOST_TEST(parsed("a < b < c") == "chained-comparison@6-7");
    BOOST_TEST(parsed("a == b not in c") == "chained-comparison@7-10");
    BOOST_TEST(parsed("(a < b) == c") == "(a < b) == c");
}

BOOST_AUTO_TEST_CASE(all_wrong_filters_of_an_expression_are_reported) {
    BOOST_TEST(parsed("a | hao | so(1, 2)") == "unknown-filter@4-7 [did-you-mean@? hoa]; wrong-argument-count@10-12");
    BOOST_TEST(parsed("a | mac_dinh") == "wrong-argument-count@4-12");
    BOOST_TEST(parsed("a | thay(\"x\")") == "wrong-argument-count@4-8");
    BOOST_TEST(parsed("a | loc(1, 2, 3, 4, 5)") == "wrong-argument-count@4-7");
    BOOST_TEST(parsed("a | sắp_xếp") == "unknown-filter@4-15 [did-you-mean@? sap_xep]");
}

BOOST_AUTO_TEST_CASE(depth_is_bounded) {
    const std::size_t many = 100'000;
    const auto refused = [](const std::string& text) { return parsed(text).substr(0, 8) == "too-deep"; };
    BOOST_TEST(refused(std::string(many, '(')));
    BOOST_TEST(refused(std::string(many, '[')));
    BOOST_TEST(refused(std::string(many, '-') + "1"));
    std::string nots, sums = "1", pipes = "x", members = "x", choices;
    for (int i = 0; i < 1000; ++i) {
        nots += "not ";
        sums += "+1";
        pipes += "|hoa";
        members += ".x";
        choices += "1 if 1 else ";
    }
    BOOST_TEST(refused(nots + "1"));
    BOOST_TEST(refused(sums));
    BOOST_TEST(refused(pipes));
    BOOST_TEST(refused(members));
    BOOST_TEST(refused(choices + "1"));
    Limits shallow;
    shallow.depth = 3;
    BOOST_TEST(parsed("1+1+1", shallow) == "(1 + 1) + 1");
    BOOST_TEST(parsed("1+1+1+1", shallow) == "too-deep@0-7");
}

BOOST_AUTO_TEST_CASE(names_are_brought_to_nfc) {
    Diagnostics out;
    const std::string_view text = "te\u0302n";
    BOOST_TEST(dump(parse_expression(text, whole(text), Limits{}, out).value()) == "tên");
}

BOOST_AUTO_TEST_CASE(text_is_cut_into_literals_and_expressions) {
    BOOST_TEST(parsed_text("Số {{ so }}/{{ky_hieu}}.") == "'Số '{so}'/'{ky_hieu}'.'");
    BOOST_TEST(parsed_text("") == "");
    BOOST_TEST(parsed_text("không có gì }} {") == "'không có gì }} {'");
    BOOST_TEST(parsed_text("{{ \"}}\" ~ \"{{\" }}") == "{\"}}\" ~ \"{{\"}");
    BOOST_TEST(parsed_text("{{ “chữ”\u00A0}}") == "{\"chữ\"}");
}

BOOST_AUTO_TEST_CASE(a_text_that_is_one_expression_says_so) {
    Diagnostics out;
    const auto single = parse_text("{{ a }}", {}, Limits{}, out);
    const auto more = parse_text(" {{ a }}", {}, Limits{}, out);
    BOOST_TEST(single.value().single());
    BOOST_TEST(!more.value().single());
}

BOOST_AUTO_TEST_CASE(all_mistakes_of_a_text_are_reported) {
    BOOST_TEST(parsed_text("{{ }} x {{ a b }} {{ c") ==
               "empty-expression@2-3; unexpected-token@13-14; unclosed-braces@18-20");
    BOOST_TEST(parsed_text("{{ a {{ b }}") == "unclosed-braces@0-2");
    BOOST_TEST(parsed_text("{{ \"a }} và") == "unclosed-text@3-6");
}

BOOST_AUTO_TEST_SUITE_END()
