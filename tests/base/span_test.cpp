#include "base/span.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban;

namespace {

bool operator==(const Span& span, const std::pair<std::uint32_t, std::uint32_t>& range) {
    return span.begin == range.first && span.end == range.second;
}

Place place(std::uint32_t line, std::uint32_t column) {
    return {line, column};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(span)

BOOST_AUTO_TEST_CASE(lines_of_a_piece_are_counted_in_the_file_it_was_cut_from) {
    const Source record{.name = "bien-ban.jsonl", .text = "{\"so\": 1}\nx", .first_line = 17};
    BOOST_CHECK(place_of(record, 3) == place(17, 4));
    BOOST_CHECK(place_of(record, 10) == place(18, 1));
}

BOOST_AUTO_TEST_CASE(a_part_of_a_span_stays_inside_it) {
    const Span whole{3, 10, 20};
    BOOST_CHECK((whole.sub(2, 3) == Span{3, 12, 15}));
    BOOST_CHECK((whole.sub(8, 100) == Span{3, 18, 20}));
    BOOST_CHECK((whole.sub(50, 1) == Span{3, 20, 20}));
    BOOST_CHECK((whole.sub(0, SIZE_MAX) == whole));
    BOOST_CHECK((Span{3, 20, 10}.sub(1, 1) == Span{3, 20, 20}));
}

BOOST_AUTO_TEST_CASE(an_unknown_place_has_unknown_parts) {
    BOOST_CHECK(!Span{}.sub(1, 2).known());
}

BOOST_AUTO_TEST_CASE(the_first_line_of_an_indented_text_stands_where_the_span_begins) {
    const TextOrigin origin{{0, 100, 200}, 4};
    BOOST_CHECK(origin.at("abc\ndef", 1, 2) == std::pair(101u, 103u));
}

BOOST_AUTO_TEST_CASE(later_lines_of_an_indented_text_are_shifted_by_the_indent) {
    // Source from byte 4:   "ab\n    cd\n\n    ef"
    const std::string_view source = "x: |ab\n    cd\n\n    ef";
    const std::string_view text = "ab\ncd\n\nef";
    const TextOrigin origin{{0, 4, static_cast<std::uint32_t>(source.size())}, 4};
    for (const char* word : {"ab", "cd", "ef"}) {
        const Span found = origin.at(text, text.find(word), 2);
        BOOST_TEST(source.substr(found.begin, found.end - found.begin) == word);
    }
    const Span two_lines = origin.at(text, text.find("b"), 3);
    BOOST_TEST(source.substr(two_lines.begin, two_lines.end - two_lines.begin) == "b\n    c");
}

BOOST_AUTO_TEST_CASE(the_end_of_a_line_does_not_take_in_the_indent_of_the_next) {
    const TextOrigin origin{{0, 0, 50}, 2};
    BOOST_CHECK(origin.at("ab\ncd", 0, 3) == std::pair(0u, 3u));
    BOOST_CHECK(origin.at("ab\n", 3, 0) == std::pair(3u, 3u));
}

BOOST_AUTO_TEST_CASE(a_text_that_was_changed_on_reading_has_only_its_whole_place) {
    const TextOrigin origin{{0, 5, 9}, TextOrigin::kInexact};
    BOOST_CHECK(origin.at("abcdef", 2, 1) == std::pair(5u, 9u));
}

BOOST_AUTO_TEST_CASE(a_place_past_the_text_is_held_to_the_span) {
    const TextOrigin origin{{0, 5, 9}, 2};
    BOOST_CHECK(origin.at("abcd", 100, 100) == std::pair(9u, 9u));
    BOOST_CHECK(origin.at("a\nb\nc\nd", 6, 1) == std::pair(9u, 9u));
}

BOOST_AUTO_TEST_CASE(columns_are_characters_and_not_bytes) {
    const std::string_view text = "số: 5\ntrích yếu: x";
    BOOST_CHECK(place_of(text, 0) == place(1, 1));
    BOOST_CHECK(place_of(text, text.find('5')) == place(1, 5));
    BOOST_CHECK(place_of(text, text.find("x")) == place(2, 12));
}

BOOST_AUTO_TEST_CASE(an_offset_past_the_end_is_the_end) {
    BOOST_CHECK(place_of("ab\n", 99) == place(2, 1));
    BOOST_CHECK(place_of("", 99) == place(1, 1));
}

BOOST_AUTO_TEST_CASE(a_line_end_belongs_to_the_line_that_it_ends) {
    BOOST_CHECK(place_of("ab\r\ncd", 3) == place(1, 4));
    BOOST_CHECK(place_of("ab\r\ncd", 4) == place(2, 1));
}

BOOST_AUTO_TEST_CASE(a_byte_order_mark_is_not_a_column) {
    BOOST_CHECK(place_of("\xEF\xBB\xBF"
                         "ab",
                         4) == place(1, 2));
}

BOOST_AUTO_TEST_CASE(sources_are_found_by_the_id_that_add_returned) {
    Sources sources;
    const SourceId a = sources.add({"a.yaml", "x"});
    const SourceId b = sources.add({"b.yaml", "y"});
    BOOST_TEST(sources.get(a)->name == "a.yaml");
    BOOST_TEST(sources.get(b)->name == "b.yaml");
    BOOST_CHECK(sources.get(7) == nullptr);
    BOOST_CHECK(sources.get(kNoSource) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_child_knows_the_sources_of_its_parent_and_not_the_other_way_round) {
    Sources templates;
    const SourceId shared = templates.add({"van-ban.xml", "<mau/>"});
    Sources run(&templates);
    const SourceId own = run.add({"a.yaml", "x"});
    BOOST_TEST(own != shared);
    BOOST_TEST(run.get(own)->name == "a.yaml");
    BOOST_TEST(run.get(shared)->name == "van-ban.xml");
    BOOST_CHECK(templates.get(own) == nullptr);
    BOOST_CHECK(run.get(shared + 1) == nullptr);
    BOOST_CHECK(run.get(kNoSource) == nullptr);
}

BOOST_AUTO_TEST_CASE(a_source_keeps_its_address_while_others_are_added) {
    Sources sources;
    const Source* first = sources.get(sources.add({"a", "x"}));
    for (int i = 0; i < 1000; ++i) sources.add({"b", ""});
    BOOST_TEST(sources.get(0) == first);
}

BOOST_AUTO_TEST_SUITE_END()
