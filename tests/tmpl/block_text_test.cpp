#include "tmpl/block_text.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "tmpl/block_text_support.hpp"

using namespace vanban;
using namespace vanban::tmpl;
using namespace vanban::tmpl::test;

BOOST_AUTO_TEST_CASE(headings_are_levels_by_depth) {
    expect("# Mục đích\n## Yêu cầu\n### Thời gian\nChữ",
           "I. # [Mục đích]\n1. # [Yêu cầu]\na) # [Thời gian]\ndoan [Chữ]\n");
}

BOOST_AUTO_TEST_CASE(lines_of_a_paragraph_join_and_a_blank_line_ends_it) {
    expect("Một\nhai\n\nba", "doan [Một hai]\ndoan [ba]\n");
}

BOOST_AUTO_TEST_CASE(only_a_backslash_breaks_a_line) {
    expect("Một\\\nhai  \nba", "doan [Một\nhai ba]\n");
}

BOOST_AUTO_TEST_CASE(emphasis_makes_runs) {
    expect("Chữ **đậm** và *nghiêng* ***cả hai***", "doan [Chữ ]b[đậm][ và ]i[nghiêng][ ]bi[cả hai]\n");
}

BOOST_AUTO_TEST_CASE(an_underscore_is_a_blank_to_be_filled_in) {
    expect("ngày __/__/2023 _x_ ___\n\n___", "doan [ngày __/__/2023 _x_ ___]\ndoan [___]\n");
}

BOOST_AUTO_TEST_CASE(numbered_items_are_one_level_below_their_heading) {
    expect("1. một\n2. hai", "1. [một]\n1. [hai]\n");
    expect("# A\n1. một\n   1. sâu hơn", "I. # [A]\n1. [một]\na) [sâu hơn]\n");
    expect("## A\n1. một", "1. # [A]\na) [một]\n");
}

BOOST_AUTO_TEST_CASE(nothing_is_numbered_below_a_diem) {
    expect("### A\n1. một", "", "too-deep-list@1.");
    expect("- a\n  1. b", "", "too-deep-list@1.");
    expect("- a\n  - b\n    - c", "", "too-deep-list@-");
}

BOOST_AUTO_TEST_CASE(bullets_are_gach_and_nested_or_plus_ones_cong) {
    expect("- a\n  - b\n- c\n+ d", "- [a]\n+ [b]\n- [c]\n+ [d]\n");
    expect("1. a\n   - b\n     + c", "1. [a]\n- [b]\n+ [c]\n");
    expect("* a", "- [a]\n");
}

BOOST_AUTO_TEST_CASE(further_paragraphs_of_an_item_are_paragraphs) {
    expect("- a\n\n  b\n- c", "- [a]\ndoan [b]\n- [c]\n");
}

BOOST_AUTO_TEST_CASE(a_letter_at_the_start_of_a_line_is_a_diem) {
    expect("1. Khoản:\na) một\nvẫn một\nb) hai\n\nChữ", "1. [Khoản:]\na) [một vẫn một]\na) [hai]\ndoan [Chữ]\n");
    expect("a) một\n\nb) hai\n\nc) ba\n\nd) bốn\n\nđ) năm", "a) [một]\na) [hai]\na) [ba]\na) [bốn]\na) [năm]\n");
}

BOOST_AUTO_TEST_CASE(a_letter_or_number_that_will_print_otherwise_is_a_warning) {
    expect("a) một\n\nc) hai", "a) [một]\na) [hai]\n", "number-will-change@c)");
    expect("2. hai\n3. ba", "1. [hai]\n1. [ba]\n", "number-will-change@2. | number-will-change@3.");
    expect("1) một", "1. [một]\n", "number-will-change@1)");
    expect("## A\n1. một\n1. hai", "1. # [A]\na) [một]\na) [hai]\n", "number-will-change@1.");
}

BOOST_AUTO_TEST_CASE(numbers_go_on_after_an_interruption_and_start_again_under_a_heading) {
    expect("# A\n1. một\n\nChữ\n\n2. hai\n\n# B\n1. một",
           "I. # [A]\n1. [một]\ndoan [Chữ]\n1. [hai]\nI. # [B]\n1. [một]\n");
}

BOOST_AUTO_TEST_CASE(after_inserted_blocks_numbers_are_not_known) {
    expect("1. một\n\n{{ bang }}\n\n5. năm", "1. [một]\nchen bang\n1. [năm]\n");
}

BOOST_AUTO_TEST_CASE(a_number_typed_in_a_heading_is_dropped) {
    expect("# I. Mục đích\n## 1. Chung\n### a) Riêng", "I. # [Mục đích]\n1. # [Chung]\na) # [Riêng]\n");
    expect("# II. Mục đích", "I. # [Mục đích]\n", "number-will-change@II.");
}

BOOST_AUTO_TEST_CASE(headings_lose_their_end_mark) {
    expect("# Mục đích:\n## Chung.", "I. # [Mục đích]\n1. # [Chung]\n", "heading-end-mark@: | heading-end-mark@.");
    expect("# Và...", "I. # [Và...]\n");
}

BOOST_AUTO_TEST_CASE(expressions_are_not_read_as_markup) {
    expect("Tổng **{{ a * b * \"|}}\" }}** đồng", "doan [Tổng ]b[{(a * b) * \"|}}\"}][ đồng]\n");
    expect("{{ x }} chữ", "doan [{x} chữ]\n");
}

BOOST_AUTO_TEST_CASE(a_line_that_is_one_expression_inserts) {
    expect("Chữ\n{{ bang }}\nsau", "doan [Chữ]\nchen bang\ndoan [sau]\n");
    expect("- a\n{{ bang }}", "- [a]\nchen bang\n");
    expect("- {{ a }}", "- [{a}]\n");
}

BOOST_AUTO_TEST_CASE(pipe_tables_take_kinds_from_their_heads) {
    expect(
        "| TT | Nội dung | Hạn | Tiền |\n|---|---|:---:|---:|\n| 1 | **a** | 6/2023 | {{ x }} |\n| | b \\| c | | 5 |",
        "bang tt[TT] chu[Nội dung] giua[Hạn] so[Tiền] / - b[a] [6/2023] [{x}] / - [b | c] - [5]\n");
}

BOOST_AUTO_TEST_CASE(rows_of_a_numbered_table_print_their_own_numbers) {
    expect("| STT | A |\n|---|---|\n| 1 | a |\n| 3 | b |", "bang tt[STT] chu[A] / - [a] / - [b]\n",
           "number-will-change@3");
}

BOOST_AUTO_TEST_CASE(cells_beyond_the_last_column_are_an_error) {
    expect("| A |\n|---|\n| a | b |", "", "too-many-cells@b |");
}

BOOST_AUTO_TEST_CASE(a_rule_that_makes_no_table_is_an_error) {
    expect("|a|b|\n|-|-|\n|1|2|", "", "bad-table-rule@|-|-|");
    expect("|a|b|\n|---|\n|1|2|", "", "too-many-cells@b| | too-many-cells@2|");
}

BOOST_AUTO_TEST_CASE(what_is_not_supported_is_refused_with_its_place) {
    expect("[chữ](http://a.vn) và ![hình](a.png)", "",
           "unsupported-markup@[chữ](http://a.vn) | unsupported-markup@![hình](a.png)");
    expect("`mã`", "", "unsupported-markup@mã");
    expect("```\nmã\n```", "", "unsupported-markup@```");
    expect("> trích", "", "unsupported-markup@>");
    expect("Chữ <b>đậm</b>", "", "unsupported-markup@<b> | unsupported-markup@</b>");
    expect("<div>\nchữ\n</div>", "", "unsupported-markup@<div>");
    expect("a\n\n***\n\nb", "", "unsupported-markup@***");
    expect("Chữ\n---", "", "unsupported-markup@Chữ");
    expect("#### Sâu", "", "unsupported-markup@####");
    expect("- # A", "", "unsupported-markup@A");
    expect("<http://a.vn>", "", "unsupported-markup@<http://a.vn>");
}

BOOST_AUTO_TEST_CASE(brackets_alone_are_text) {
    expect("[1]: không phải liên kết [2] (3)", "doan [[1]: không phải liên kết [2] (3)]\n");
    expect("\\[a\\](b) \\* \\_", "doan [[a](b) * _]\n");
}

BOOST_AUTO_TEST_CASE(entities_stay_as_they_are) {
    expect("a &amp; b &lt;c", "doan [a &amp; b &lt;c]\n");
}

BOOST_AUTO_TEST_CASE(empty_headings_and_items_are_reported) {
    expect("#\n\nChữ", "", "empty-heading@#");
    expect("- a\n-\n- c", "- [a]\n- [c]\n", "empty-item@-");
}

BOOST_AUTO_TEST_CASE(bad_expressions_are_reported_at_their_place) {
    expect("Chữ {{ a + }} chữ", "", "expected-value@");
    expect("Chữ {{ a", "", "unclosed-braces@{{");
}

BOOST_AUTO_TEST_CASE(blocks_know_their_places) {
    const Parsed result = parsed("# Một\n\n- hai **ba**\n\n{{ x }}\n");
    BOOST_TEST(result.places.size() == 3);
    BOOST_TEST(result.places.at(0) == "Một");
    BOOST_TEST(result.places.at(1) == "hai **ba");
    BOOST_TEST(result.places.at(2) == "{{ x }}");
}

BOOST_AUTO_TEST_CASE(places_in_an_indented_value_count_the_indentation) {
    // As YAML has it: two lines that lost two bytes each, an empty one that lost none.
    const std::string source = "x: |\n  Chữ\n\n  #### Sâu\n";
    const std::string text = "Chữ\n\n#### Sâu\n";
    Diagnostics out;
    const auto begin = static_cast<std::uint32_t>(source.find("Chữ"));
    const auto blocks =
        parse_block_text(text, {{0, begin, static_cast<std::uint32_t>(source.size())}, 2}, Limits{}, out);
    BOOST_TEST(!blocks.has_value());
    BOOST_TEST(out.items().size() == 1);
    BOOST_TEST(source.substr(out.items()[0].span.begin, 4) == "####");
}

BOOST_AUTO_TEST_CASE(deep_nesting_and_wide_tables_are_bounded) {
    std::string deep;
    for (int i = 0; i < 200; ++i) deep += "> ";
    BOOST_TEST(parsed(deep + "x").blocks.empty());
    std::string head, rule;
    for (int i = 0; i < 100; ++i) head += "|a", rule += "|---";
    BOOST_TEST(parsed(head + "|\n" + rule + "|\n").findings == "too-many-columns@" + head + "|");
}
