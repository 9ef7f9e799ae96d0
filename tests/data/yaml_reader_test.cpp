#include "data/reading.hpp"

namespace vanban::data {

BOOST_AUTO_TEST_SUITE(yaml_reader)

BOOST_AUTO_TEST_CASE(a_plan_as_a_clerk_writes_it_becomes_a_tree) {
    const Reading reading = yaml(
        "mau: ke-hoach\n"
        "co_quan: { ten: Sở Y tế, ky_hieu: SYT }\n"
        "so:\n"
        "ngay: 5/2023\n"
        "can_cu:\n"
        "  - { loai: Quyết định, so: 19/2014/QĐ-TTg }\n"
        "  - Theo đề nghị của Chánh Văn phòng   # ghi chú\n"
        "noi_nhan: [ \"Sở KH&CN (b/c)\", 'Lưu: VT, VP' ]\n");
    BOOST_TEST(reading.findings.empty());
    BOOST_TEST(reading.dumped() ==
               "{mau: \"ke-hoach\", co_quan: {ten: \"Sở Y tế\", ky_hieu: \"SYT\"}, so: null, ngay: \"5/2023\", "
               "can_cu: [{loai: \"Quyết định\", so: \"19/2014/QĐ-TTg\"}, \"Theo đề nghị của Chánh Văn phòng\"], "
               "noi_nhan: [\"Sở KH&CN (b/c)\", \"Lưu: VT, VP\"]}");
}

BOOST_AUTO_TEST_CASE(plain_scalars_follow_the_core_schema_and_keep_their_digits) {
    BOOST_TEST(yaml("[1, -2, +3, 05, 1.50, .5, 1e3, 5.]").dumped() == "[1, -2, +3, 05, 1.50, .5, 1e3, 5.]");
    BOOST_TEST((yaml("[1, -2, 1e3]").value->get_if<List>()->at(2).get_if<Number>()->value == Decimal(1000)));
    BOOST_TEST(yaml("[true, True, FALSE, null, ~, Null]").dumped() == "[true, true, false, null, null, null]");
    BOOST_TEST(yaml("[5/2023, 05:30, no, yes, .inf, .nan, 0x1F, 0o7, 1.2.3, 1_000, 12a, 1e, +]").dumped() ==
               "[\"5/2023\", \"05:30\", \"no\", \"yes\", \".inf\", \".nan\", \"0x1F\", \"0o7\", \"1.2.3\", \"1_000\", "
               "\"12a\", \"1e\", \"+\"]");
}

BOOST_AUTO_TEST_CASE(quoted_scalars_are_text_whatever_they_hold) {
    BOOST_TEST(yaml("['5', \"true\", '', \"null\"]").dumped() == "[\"5\", \"true\", \"\", \"null\"]");
}

BOOST_AUTO_TEST_CASE(a_number_too_long_for_a_decimal_is_text) {
    BOOST_TEST((yaml("1234567890123456789012345678901234567890123").value->kind() == Kind::Text));
}

BOOST_AUTO_TEST_CASE(an_empty_file_is_null) {
    BOOST_TEST(yaml("").dumped() == "null");
    BOOST_TEST(yaml("# chỉ có chú thích\n").dumped() == "null");
}

BOOST_AUTO_TEST_CASE(spans_of_plain_and_quoted_scalars_are_their_bytes_in_vietnamese_text) {
    const Reading reading =
        yaml("tên: Sở Y tế  # Đồng Tháp\n\"đơn vị\": \"Phòng Tổ chức\"\nc: { d: 'Chữ ký', e: 12 }\n");
    const Map& map = *reading.value->get_if<Map>();
    BOOST_TEST(reading.at(map[0].key_span) == "tên");
    BOOST_TEST(reading.at(map[1].key_span) == "đơn vị");
    BOOST_TEST(reading.text_of({"tên"}) == "Sở Y tế");
    BOOST_TEST(reading.text_of({"đơn vị"}) == "Phòng Tổ chức");
    BOOST_TEST(reading.text_of({"c", "d"}) == "Chữ ký");
    BOOST_TEST(reading.text_of({"c", "e"}) == "12");
    BOOST_TEST(reading.get({"tên"}).indent == 0);
    BOOST_TEST(reading.get({"đơn vị"}).indent == 0);
    BOOST_TEST(reading.text_of({"c"}) == "{");
}

BOOST_AUTO_TEST_CASE(a_block_map_stands_at_its_first_key_and_a_block_list_at_its_first_item) {
    const Reading reading = yaml("một:\n  hai: ba\nds:\n  - bốn\n  - năm\n");
    BOOST_TEST(reading.at(reading.value->span) == "một");
    BOOST_TEST(reading.text_of({"một"}) == "hai");
    BOOST_TEST(reading.text_of({"ds"}) == "bốn");
}

BOOST_AUTO_TEST_CASE(a_missing_value_stands_after_its_colon_or_dash) {
    const Reading reading = yaml("số:\nngày:   # chưa có\nds:\n  -\n  - a\n  -\nnull: x\n");
    BOOST_TEST(reading.dumped() == "{số: null, ngày: null, ds: [null, \"a\", null], null: \"x\"}");
    BOOST_TEST((reading.get({"số"}).span == (Span{0, 5, 5})));
    BOOST_TEST((reading.get({"ngày"}).span == (Span{0, 12, 12})));
    const List& list = *reading.get({"ds"}).get_if<List>();
    BOOST_TEST(list[0].span.begin == reading.source.find("-\n") + 1);
    BOOST_TEST(list[2].span.begin == reading.source.rfind("-\n") + 1);
    BOOST_TEST(list[2].span.end == list[2].span.begin);
    const Reading written = yaml("a: ~\nb: null\n");
    BOOST_TEST(written.text_of({"a"}) == "~");
    BOOST_TEST(written.text_of({"b"}) == "null");
}

BOOST_AUTO_TEST_CASE(a_literal_block_starts_at_its_first_character_and_knows_its_indent) {
    const Reading reading = yaml("nd: |\n  # Mục đích\n\n    - Áp dụng\n  {{ bảng }}\nx: 1\n");
    const Value& value = reading.get({"nd"});
    const std::string& text = *value.get_if<std::string>();
    BOOST_TEST(text == "# Mục đích\n\n  - Áp dụng\n{{ bảng }}\n");
    BOOST_TEST(value.indent == 2);
    BOOST_TEST(value.span.begin == 8u);
    BOOST_TEST(reading.at(value.origin().at(text, text.find("Áp dụng"), std::string("Áp dụng").size())) == "Áp dụng");
    BOOST_TEST(reading.at(value.origin().at(text, text.find("bảng"), std::string("bảng").size())) == "bảng");
    BOOST_TEST(reading.at(value.span).ends_with("}}"));
}

BOOST_AUTO_TEST_CASE(a_literal_block_may_begin_with_empty_or_deeper_lines) {
    const Reading empty_first = yaml("nd: |-\n\n  một\n  hai\n");
    const Value& first = empty_first.get({"nd"});
    BOOST_TEST(*first.get_if<std::string>() == "\nmột\nhai");
    BOOST_TEST(first.indent == 2);
    BOOST_TEST(empty_first.at(first.origin().at("\nmột\nhai", 7, 3)) == "hai");
    const Reading deeper = yaml("nd: |2\n     một\n    hai\n");
    const Value& second = deeper.get({"nd"});
    BOOST_TEST(*second.get_if<std::string>() == "   một\n  hai\n");
    BOOST_TEST(second.indent == 2);
    BOOST_TEST(deeper.at(second.origin().at("   một\n  hai\n", 11, 3)) == "hai");
}

BOOST_AUTO_TEST_CASE(what_is_folded_or_escaped_is_known_only_as_a_whole) {
    const Reading reading =
        yaml("a: >-\n  một\n  hai\n\nb: một\n  hai\nc: \"x\\ty\"\nd: 'it''s'\ne: |\n  x\n \n  y\nf: 1\n");
    BOOST_TEST(reading.dumped() ==
               "{a: \"một hai\", b: \"một hai\", c: \"x\\ty\", d: \"it's\", e: \"x\\n\\ny\\n\", f: 1}");
    for (const auto key : {"a", "b", "c", "d", "e"}) {
        BOOST_TEST(reading.get({key}).indent == TextOrigin::kInexact);
    }
    BOOST_TEST(reading.text_of({"a"}) == "một\n  hai");
    BOOST_TEST(reading.text_of({"b"}) == "một\n  hai");
    BOOST_TEST(reading.text_of({"c"}) == "x\\ty");
    BOOST_TEST(reading.text_of({"e"}) == "x\n \n  y");
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_and_windows_line_ends_do_not_shift_places) {
    const Reading reading = yaml("\xEF\xBB\xBFtên: Sở Y tế\r\nnd: |\r\n  Một\r\n  Hai\r\nso: 5\r\n");
    BOOST_TEST(reading.dumped() == "{tên: \"Sở Y tế\", nd: \"Một\\nHai\\n\", so: 5}");
    BOOST_TEST(reading.text_of({"tên"}) == "Sở Y tế");
    BOOST_TEST(reading.text_of({"nd"}) == "Một\r\n  Hai");
    BOOST_TEST(reading.text_of({"so"}) == "5");
}

BOOST_AUTO_TEST_CASE(a_key_that_is_given_twice_is_refused_with_both_places) {
    BOOST_TEST(yaml("a: 1\nb: 2\na: 3\n").finding() == "duplicate-key@10 first-given-here@0");
    BOOST_TEST(yaml("x: { a: 1, 'a': 2 }").finding() == "duplicate-key@12 first-given-here@5");
    std::string many;
    for (int i = 0; i < 40; ++i) many += "k" + std::to_string(i) + ": 1\n";
    BOOST_TEST(yaml(many + "k7: 2\n").finding() ==
               "duplicate-key@" + std::to_string(many.size()) + " first-given-here@42");
}

BOOST_AUTO_TEST_CASE(keys_are_compared_in_nfc) {
    BOOST_TEST(yaml("t\u00EAn: 1\nte\u0302n: 2\n").finding() == "duplicate-key@8 first-given-here@0");
}

BOOST_AUTO_TEST_CASE(aliases_are_copies_and_keep_the_place_of_what_they_copy) {
    const Reading reading = yaml("a: &x { ten: Sở Y tế }\nb: *x\nc: [*x, &y 5, *y]\n");
    BOOST_TEST(reading.dumped() == "{a: {ten: \"Sở Y tế\"}, b: {ten: \"Sở Y tế\"}, c: [{ten: \"Sở Y tế\"}, 5, 5]}");
    BOOST_TEST((reading.get({"b", "ten"}).span == reading.get({"a", "ten"}).span));
    BOOST_TEST(reading.text_of({"a"}) == "{");
}

BOOST_AUTO_TEST_CASE(aliases_that_go_round_or_lead_nowhere_are_refused) {
    BOOST_TEST(yaml("a: &a [*a]\n").finding() == "yaml-recursive-alias@7");
    BOOST_TEST(yaml("a: *b\n").finding() == "yaml-malformed@3 yaml-hint-anchor");
}

BOOST_AUTO_TEST_CASE(tags_of_the_core_schema_decide_the_type_and_others_are_refused) {
    BOOST_TEST(yaml("[!!str 5, !!int \"7\", !!float 1.5, !!bool 'true', !!null '', ! 5, !!str ]").dumped() ==
               "[\"5\", 7, 1.5, true, null, \"5\", \"\"]");
    BOOST_TEST(yaml("a: !!map { b: !!seq [1] }").dumped() == "{a: {b: [1]}}");
    BOOST_TEST(yaml("a: !ngay 5/3/2014\n").finding() == "yaml-tag@3");
    BOOST_TEST(yaml("a: &x !!int hai\n").finding() == "yaml-tag@6");
    BOOST_TEST(yaml("a: !!set { b }\n").finding() == "yaml-tag@3");
}

BOOST_AUTO_TEST_CASE(what_is_outside_the_subset_is_refused_by_name) {
    BOOST_TEST(yaml("a: 1\n---\nb: 2\n").finding() == "yaml-many-documents@5");
    BOOST_TEST(yaml("---\na: 1\n...\n").dumped() == "{a: 1}");
    BOOST_TEST(yaml("a: &a {x: 1}\nb:\n  <<: *a\n").finding() == "yaml-merge-key@18");
    BOOST_TEST(yaml("[1, 2]: 3\n").finding() == "yaml-key-not-text@0 yaml-hint-quote-brace");
    BOOST_TEST(yaml("so: {{ x }}\n").finding() == "yaml-key-not-text@5 yaml-hint-quote-brace");
    BOOST_TEST(yaml(": 5\n").finding() == "yaml-key-not-text@0");
    BOOST_TEST(yaml("a: &k x\n*k : 1\n").finding() == "yaml-key-not-text@8");
}

BOOST_AUTO_TEST_CASE(a_tab_as_indentation_has_its_own_code) {
    BOOST_TEST(yaml("a:\n\tb: 1\n").finding() == "yaml-tab-indent@3");
    BOOST_TEST(yaml("a:\n  b: 1\n \tc: 2\n").finding() == "yaml-tab-indent@11");
    BOOST_TEST(yaml("nd: |\n\tMục đích\n").finding() == "yaml-tab-indent@6");
    BOOST_TEST(yaml("nd: |\n  \tMục đích\n").dumped() == "{nd: \"\\tMục đích\\n\"}");
}

BOOST_AUTO_TEST_CASE(usual_mistakes_get_a_place_and_a_hint) {
    BOOST_TEST(yaml("ten:Sở Y tế\nso: 5\n").finding() == "yaml-malformed@3 yaml-hint-space-after-colon");
    BOOST_TEST(yaml("so: 5\nten:Sở Y tế\n").finding() == "yaml-malformed@9 yaml-hint-space-after-colon");
    BOOST_TEST(yaml("so: 5\nten\n").findings.has_errors());
    BOOST_TEST(yaml("{a: 1, b}\n").finding() == "yaml-malformed@7 yaml-hint-colon");
    BOOST_TEST(yaml("ve: xem: abc\n").finding() == "yaml-malformed@7 yaml-hint-quote-colon");
    BOOST_TEST(yaml("a: \"abc\nb: 5\n").finding() == "yaml-malformed@3 yaml-hint-unclosed-quote");
    BOOST_TEST(yaml("a: 'abc").finding() == "yaml-malformed@3 yaml-hint-unclosed-quote");
    BOOST_TEST(yaml("a: [1, 2\n").finding() == "yaml-malformed@9 yaml-hint-unclosed-bracket bracket-opened-here@3");
    BOOST_TEST(yaml("a: 1\n]\n").finding() == "yaml-malformed@5 yaml-hint-stray-bracket");
    BOOST_TEST(yaml("a:\n  b: 2\n c: 3\n").finding() == "yaml-malformed@11 yaml-hint-indent");
    BOOST_TEST(yaml("a: \"x \\q\"\n").finding() == "yaml-malformed@6 yaml-hint-escape");
    BOOST_TEST(yaml("a: \"x\" y\nb: 1\n").finding() == "yaml-malformed@7 yaml-hint-after-value");
    BOOST_TEST(yaml("a: - x\n").finding() == "yaml-malformed@3 yaml-hint-dash");
    BOOST_TEST(yaml("- a\nb: 1\n").finding() == "yaml-malformed@4 yaml-hint-indent");
    BOOST_TEST(yaml("a: @x\n").finding() == "yaml-malformed@3 yaml-hint-reserved");
    BOOST_TEST(yaml("a: | x\n  y\n").finding() == "yaml-malformed@5 yaml-hint-block-header");
}

BOOST_AUTO_TEST_CASE(an_item_that_is_swallowed_by_the_text_above_is_a_warning) {
    const Reading reading = yaml("a:\n - x\n  - y\nb: c\n");
    BOOST_TEST(reading.dumped() == "{a: [\"x - y\"], b: \"c\"}");
    BOOST_TEST(reading.finding() == "yaml-folded-item@10");
    BOOST_TEST(yaml("a: một\n  hai\n").findings.empty());
}

BOOST_AUTO_TEST_CASE(nesting_is_bounded_however_it_is_written) {
    Limits limits;
    limits.depth = 3;
    BOOST_TEST(yaml("[[[1]]]", limits).dumped() == "[[[1]]]");
    BOOST_TEST(yaml("[[[[1]]]]", limits).finding() == "too-deep@3");
    BOOST_TEST(yaml("- - - - 1", limits).finding() == "too-deep@6");
    BOOST_TEST(yaml("a: &a [[x]]\nb: [[*a]]\n", limits).finding() == "too-deep@17");
}

BOOST_AUTO_TEST_CASE(a_million_open_brackets_end_in_a_finding) {
    constexpr std::size_t kMillion = 1'000'000;
    for (const std::string_view piece : {"[", "- ", "{a: "}) {
        const Reading reading = yaml(repeated(piece, kMillion));
        BOOST_TEST(reading.findings.items().size() == 1u);
        BOOST_TEST((reading.findings.items().front().code == Code::too_deep));
    }
    const Reading closed = yaml(repeated("[", kMillion) + repeated("]", kMillion));
    BOOST_TEST((closed.findings.items().front().code == Code::too_deep));
}

BOOST_AUTO_TEST_CASE(alias_bombs_end_in_a_finding) {
    std::string values = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
    std::string levels = "a0: &a0 [x]\n";
    for (int i = 1; i < 60; ++i) {
        const std::string own = "a" + std::to_string(i) + ": &a" + std::to_string(i);
        const std::string below = "*a" + std::to_string(i - 1);
        values += own + " [" + repeated(below + ", ", 8) + below + "]\n";
        levels += own + " [[" + below + "]]\n";
    }
    BOOST_TEST((yaml(values).findings.items().front().code == Code::yaml_aliases_too_large));
    BOOST_TEST((yaml(levels).findings.items().front().code == Code::too_deep));
    const std::string bytes = "a: &a " + std::string(1'000'000, 'x') + "\nb: [" + repeated("*a, ", 1000) + "*a]\n";
    BOOST_TEST((yaml(bytes).findings.items().front().code == Code::yaml_aliases_too_large));
    const std::string keys = "a: &a {" + std::string(900, 'k') + ": 1}\nb: [" + repeated("*a, ", 100'000) + "*a]\n";
    BOOST_TEST((yaml(keys).findings.items().front().code == Code::yaml_aliases_too_large));
}

BOOST_AUTO_TEST_CASE(values_are_counted_aliases_included) {
    Limits limits;
    limits.values = 5;
    BOOST_TEST(yaml("[1, 2, 3, 4]", limits).value.has_value());
    BOOST_TEST(yaml("[1, 2, 3, 4, 5]", limits).finding() == "too-many-values@13");
    BOOST_TEST(yaml("a: &a [1, 2]\nb: *a\n", limits).finding() == "too-many-values@16");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::data
