#include "base/xml_tree.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <vector>

using namespace vanban;

namespace {

struct Parsed {
    std::string text;
    std::optional<XmlElement> root;
    Diagnostics diagnostics;

    std::string_view at(const Span& span) const {
        return std::string_view(text).substr(span.begin, span.end - span.begin);
    }
};

Parsed parse(std::string text, const Limits& limits = {}) {
    Parsed parsed;
    parsed.text = text;
    parsed.root = parse_xml({"a.xml", std::move(text)}, 3, limits, parsed.diagnostics);
    return parsed;
}

XmlElement root_of(std::string text) {
    auto parsed = parse(std::move(text));
    BOOST_REQUIRE_MESSAGE(parsed.root, parsed.text);
    BOOST_TEST(parsed.diagnostics.empty());
    return *std::move(parsed.root);
}

const XmlText& text_in(const XmlElement& element, std::size_t index = 0) {
    BOOST_REQUIRE(index < element.children.size());
    BOOST_REQUIRE(element.children[index].text() != nullptr);
    return *element.children[index].text();
}

/// The one error of `text`, and what stands at its place.
void check_error(std::string text, Code code, std::string_view where, const Limits& limits = {}) {
    const Parsed parsed = parse(std::move(text), limits);
    BOOST_TEST_CONTEXT(parsed.text.substr(0, 200)) {
        BOOST_TEST(!parsed.root.has_value());
        BOOST_REQUIRE(parsed.diagnostics.items().size() == 1);
        const Diagnostic& found = parsed.diagnostics.items()[0];
        BOOST_TEST(name(found.code) == name(code));
        BOOST_TEST(found.span.source == 3u);
        BOOST_REQUIRE(found.span.begin <= found.span.end && found.span.end <= parsed.text.size());
        BOOST_TEST(parsed.at(found.span) == where);
    }
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_tree)

BOOST_AUTO_TEST_CASE(elements_attributes_and_texts_have_their_places) {
    const Parsed parsed =
        parse("<?xml version=\"1.0\"?>\n<!-- x -->\n<mau ten = 'kế'\n  nhan=\"Kế hoạch\">số <b/>5</mau>\n");
    BOOST_REQUIRE(parsed.root);
    const XmlElement& mau = *parsed.root;
    BOOST_TEST(mau.name == "mau");
    BOOST_TEST(mau.span.source == 3u);
    BOOST_TEST(parsed.at(mau.span) == "mau");
    BOOST_REQUIRE(mau.attributes.size() == 2);
    BOOST_TEST(mau.attributes[0].name == "ten");
    BOOST_TEST(mau.attributes[0].value == "kế");
    BOOST_TEST(mau.attributes[0].exact);
    BOOST_TEST(parsed.at(mau.attributes[0].name_span) == "ten");
    BOOST_TEST(parsed.at(mau.attributes[0].span) == "kế");
    BOOST_TEST(parsed.at(mau.attributes[1].name_span) == "nhan");
    BOOST_TEST(parsed.at(mau.attributes[1].span) == "Kế hoạch");
    BOOST_REQUIRE(mau.children.size() == 3);
    BOOST_TEST(text_in(mau, 0).text == "số ");
    BOOST_TEST(parsed.at(text_in(mau, 0).span) == "số ");
    BOOST_TEST(text_in(mau, 0).exact);
    BOOST_TEST(parsed.at(mau.children[1].element()->span) == "b");
    BOOST_TEST(parsed.at(text_in(mau, 2).span) == "5");
}

BOOST_AUTO_TEST_CASE(places_count_the_byte_order_mark) {
    const Parsed parsed = parse("\xEF\xBB\xBF<a b='c'>d</a>");
    BOOST_REQUIRE(parsed.root);
    BOOST_TEST(parsed.at(parsed.root->span) == "a");
    BOOST_TEST(parsed.at(parsed.root->attributes[0].span) == "c");
    BOOST_TEST(parsed.at(text_in(*parsed.root).span) == "d");
}

BOOST_AUTO_TEST_CASE(an_attribute_is_found_by_name) {
    const XmlElement root = root_of("<a b='1' c='2'/>");
    BOOST_REQUIRE(root.attribute("c") != nullptr);
    BOOST_TEST(root.attribute("c")->value == "2");
    BOOST_CHECK(root.attribute("d") == nullptr);
}

BOOST_AUTO_TEST_CASE(a_quote_of_the_other_kind_may_stand_in_a_value) {
    const Parsed parsed = parse("<a b='\"x\" > y' c=\"it's = 5\"/>");
    BOOST_REQUIRE(parsed.root);
    BOOST_TEST(parsed.root->attributes[0].value == "\"x\" > y");
    BOOST_TEST(parsed.at(parsed.root->attributes[1].span) == "it's = 5");
}

BOOST_AUTO_TEST_CASE(references_are_decoded_and_the_place_is_then_inexact) {
    const Parsed parsed = parse("<a b='&lt;&#x1EBF;&quot;'>x &amp; y &#273;&apos;&gt;</a>");
    BOOST_REQUIRE(parsed.root);
    BOOST_TEST(parsed.root->attributes[0].value == "<ế\"");
    BOOST_TEST(!parsed.root->attributes[0].exact);
    BOOST_TEST(parsed.at(parsed.root->attributes[0].span) == "&lt;&#x1EBF;&quot;");
    const XmlText& text = text_in(*parsed.root);
    BOOST_TEST(text.text == "x & y đ'>");
    BOOST_TEST(!text.exact);
    BOOST_TEST(parsed.at(text.span) == "x &amp; y &#273;&apos;&gt;");
}

BOOST_AUTO_TEST_CASE(white_space_alone_is_kept) {
    const XmlElement root = root_of("<a> <b/>\n\t<c/></a>");
    BOOST_REQUIRE(root.children.size() == 4);
    BOOST_TEST(text_in(root, 0).text == " ");
    BOOST_TEST(text_in(root, 2).text == "\n\t");
}

BOOST_AUTO_TEST_CASE(line_ends_become_line_feeds) {
    const XmlElement root = root_of("<a b='x\r\ny'>x\r\ny\rz</a>");
    BOOST_TEST(text_in(root).text == "x\ny\nz");
    BOOST_TEST(!text_in(root).exact);
    BOOST_TEST(root.attributes[0].value == "x y");
    BOOST_TEST(!root.attributes[0].exact);
    BOOST_TEST(text_in(root_of("<a>x\ny</a>")).exact);
}

BOOST_AUTO_TEST_CASE(attributes_are_exact_if_each_byte_is_where_it_was_written) {
    const XmlElement root = root_of("<a b='x\n\ty'/>");
    BOOST_TEST(root.attributes[0].value == "x  y");
    BOOST_TEST(root.attributes[0].exact);
    // CR LF becomes one byte and U+0344 in NFC two characters: as long as before, but not in the same places.
    const XmlElement moved = root_of("<a b='x\r\ny\r\n\u0344'/>");
    BOOST_TEST(moved.attributes[0].value == "x y \u0308\u0301");
    BOOST_TEST(!moved.attributes[0].exact);
}

BOOST_AUTO_TEST_CASE(cdata_is_text_and_merges_with_its_neighbours) {
    const Parsed alone = parse("<a><![CDATA[1 < 2 &amp; ]]></a>");
    BOOST_REQUIRE(alone.root);
    BOOST_TEST(text_in(*alone.root).text == "1 < 2 &amp; ");
    BOOST_TEST(alone.at(text_in(*alone.root).span) == "1 < 2 &amp; ");
    BOOST_TEST(text_in(*alone.root).exact);

    const Parsed merged = parse("<a>x<![CDATA[<]]>y<!-- c --><?pi?>z</a>");
    BOOST_REQUIRE(merged.root);
    BOOST_REQUIRE(merged.root->children.size() == 1);
    BOOST_TEST(text_in(*merged.root).text == "x<yz");
    BOOST_TEST(!text_in(*merged.root).exact);
    BOOST_TEST(merged.at(text_in(*merged.root).span) == "x<![CDATA[<]]>y<!-- c --><?pi?>z");
    BOOST_TEST(root_of("<a><![CDATA[]]></a>").children.empty());
}

BOOST_AUTO_TEST_CASE(text_is_brought_to_nfc) {
    const XmlElement root = root_of("<a b='ke\u0302\u0301'>e\u0302<![CDATA[\u0301]]></a>");
    BOOST_TEST(root.attributes[0].value == "kế");
    BOOST_TEST(!root.attributes[0].exact);
    BOOST_TEST(text_in(root).text == "ế");
    BOOST_TEST(!text_in(root).exact);
}

BOOST_AUTO_TEST_CASE(a_doctype_is_refused_whatever_is_in_it) {
    for (const char* text :
         {"<!DOCTYPE a><a/>", "<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "<!DOCTYPE a [<a/>", "<!DOCTYPE",
          "<a><!DOCTYPE a></a>", "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>", "<a/><!DOCTYPE a>"}) {
        const Parsed parsed = parse(text);
        BOOST_TEST(!parsed.root.has_value(), text);
        BOOST_REQUIRE(parsed.diagnostics.items().size() == 1);
        BOOST_TEST(name(parsed.diagnostics.items()[0].code) == "xml-doctype", text);
    }
    check_error("<?xml version='1.0'?>\n<!DOCTYPE a><a/>", Code::xml_doctype, "<!DOCTYPE");
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf8_are_refused_first) {
    check_error("<a>\xE1\xBB</a", Code::invalid_utf8, "\xE1");
    check_error("\xFF\xFE<\0a\0/\0>\0", Code::invalid_utf8, "\xFF");
}

BOOST_AUTO_TEST_CASE(control_characters_are_refused_also_by_number) {
    check_error("<a>\x01</a>", Code::control_character, "\x01");
    check_error(std::string("<a>\0</a>", 8), Code::control_character, std::string_view("\0", 1));
    for (const char* reference : {"&#0;", "&#1;", "&#x1F;", "&#xD800;", "&#xFFFE;", "&#x110000;", "&#x85;"}) {
        check_error("<a>" + std::string(reference) + "</a>", Code::xml_bad_reference, reference);
    }
}

BOOST_AUTO_TEST_CASE(unknown_entities_and_bare_ampersands_are_refused) {
    check_error("<a>x &nbsp; y</a>", Code::xml_bad_reference, "&nbsp;");
    check_error("<a>Sở KH & CN</a>", Code::xml_bad_reference, "&");
    check_error("<a>Sở KH&CN</a>", Code::xml_bad_reference, "&");
    check_error("<a b='KH&CN'/>", Code::xml_bad_reference, "&");
    check_error("<a>&#;</a>", Code::xml_bad_reference, "&#;");
    check_error("<a>&#x;</a>", Code::xml_bad_reference, "&#x;");
    check_error("<a>&#X41;</a>", Code::xml_bad_reference, "&#X41;");
    check_error("<a>&#-5;</a>", Code::xml_bad_reference, "&#-5;");
    check_error("<a>&#x-5;</a>", Code::xml_bad_reference, "&#x-5;");
    check_error("<a>&#99999999999999;</a>", Code::xml_bad_reference, "&#99999999999999;");
    check_error("<a>&amp</a>", Code::xml_bad_reference, "&");
    check_error("<a>&;</a>", Code::xml_bad_reference, "&;");
}

BOOST_AUTO_TEST_CASE(all_bad_references_are_reported) {
    const Parsed parsed = parse("<a b='&x;'>&y;<c>&z;</c></a>");
    BOOST_TEST(parsed.diagnostics.error_count() == 3u);
}

BOOST_AUTO_TEST_CASE(a_repeated_attribute_is_refused_with_both_places) {
    check_error("<a ten='1' x='2' ten='3'/>", Code::xml_duplicate_attribute, "ten");
    const Parsed parsed = parse("<a ten='1' x='2' ten='3'/>");
    const Diagnostic& found = parsed.diagnostics.items()[0];
    BOOST_TEST(found.span.begin == 17u);
    BOOST_REQUIRE(found.notes.size() == 1);
    BOOST_CHECK((found.notes[0].span == Span{3, 3, 6}));
}

BOOST_AUTO_TEST_CASE(unbalanced_tags_are_reported_with_the_place_of_the_start_tag) {
    check_error("<mau><than></mau>", Code::xml_wrong_end, "mau");
    const Parsed parsed = parse("<mau><than></mau>");
    BOOST_REQUIRE(parsed.diagnostics.items()[0].notes.size() == 1);
    BOOST_TEST(parsed.at(parsed.diagnostics.items()[0].notes[0].span) == "than");
    check_error("<mau><than/>", Code::xml_unclosed, "mau");
    check_error("<mau><than><!-- </than></mau> -->", Code::xml_unclosed, "than");
    check_error("<mau x='</mau>'><b></b>", Code::xml_unclosed, "mau");
    check_error("<mau/></mau>", Code::xml_unexpected_end, "mau");
    check_error("<a></A>", Code::xml_wrong_end, "A");
    check_error("<a></ab>", Code::xml_wrong_end, "ab");
    check_error("<ab></a>", Code::xml_wrong_end, "a");
}

BOOST_AUTO_TEST_CASE(malformed_markup_is_reported_where_it_stands) {
    check_error("<a>1 < 2</a>", Code::xml_stray_less_than, "<");
    check_error("<a b='x < y'/>", Code::xml_stray_less_than, "<");
    check_error("<a>]]></a>", Code::xml_malformed, "]]>");
    check_error("<a><!-- x</a>", Code::xml_unfinished, "<");
    check_error("<a><![CDATA[ x</a>", Code::xml_unfinished, "<");
    check_error("<a><?x </a>", Code::xml_unfinished, "<");
    for (const char* text : {"<a b=c/>", "<a b/>", "<a b='c'", "<a b='c/>", "<a b='1'c='2'/>", "<a ='1'/>"}) {
        const Parsed parsed = parse(text);
        BOOST_TEST(!parsed.root.has_value(), text);
        BOOST_TEST(parsed.diagnostics.error_count() == 1u, text);
    }
    for (const char* text :
         {"<", "<a", "<a/", "<a /", "</", "</a", "<a></a", "<!", "<!-", "<![CDATA", "<?", "<a><", "<a>&"}) {
        const Parsed parsed = parse(text);
        BOOST_TEST(!parsed.root.has_value(), text);
        BOOST_TEST(parsed.diagnostics.has_errors(), text);
    }
}

BOOST_AUTO_TEST_CASE(there_is_exactly_one_root_and_nothing_beside_it) {
    check_error("", Code::xml_no_root, "");
    check_error("  \n", Code::xml_no_root, "");
    check_error("<!-- only -->", Code::xml_no_root, "");
    check_error("văn bản", Code::xml_no_root, "văn bản");
    check_error("<a/><b/>", Code::xml_outside_root, "b");
    check_error("<a/>\n thừa", Code::xml_outside_root, "thừa");
    check_error("thừa <a/>", Code::xml_outside_root, "thừa ");
    check_error("<a/><![CDATA[x]]>", Code::xml_outside_root, "x");
    root_of(" \n<a/> \n<!-- x --><?y?>");
}

BOOST_AUTO_TEST_CASE(a_comment_holds_no_double_hyphen) {
    check_error("<a><!-- x <!-- y --></a>", Code::xml_malformed, "--");
    check_error("<!-- x --- --><a/>", Code::xml_malformed, "--");
    check_error("<a><!-- x ---></a>", Code::xml_malformed, "--");
    root_of("<a><!----><!-- - --></a>");
}

BOOST_AUTO_TEST_CASE(a_lone_less_than_sign_at_the_end_is_refused) {
    check_error("<a/>\n<", Code::xml_stray_less_than, "<");
    check_error("<", Code::xml_stray_less_than, "<");
}

BOOST_AUTO_TEST_CASE(a_character_reference_outside_the_root_is_content) {
    check_error("<a/>&#0;", Code::xml_outside_root, "&#0;");
    check_error("<a/>&#32;", Code::xml_outside_root, "&#32;");
}

BOOST_AUTO_TEST_CASE(empty_sections_outside_the_root_are_content_too) {
    check_error("<a/><![CDATA[]]>", Code::xml_outside_root, "");
    check_error("<!DOCTYPE><a/>", Code::xml_doctype, "<!DOCTYPE");
}

BOOST_AUTO_TEST_CASE(depth_is_limited) {
    Limits limits;
    limits.depth = 3;
    check_error("<a><b><c><d/></c></b></a>", Code::too_deep, "d", limits);
    BOOST_TEST(parse("<a><b><c/></b></a>", limits).root.has_value());
    std::string deep;
    for (int i = 0; i < 1'000'000; ++i) deep += "<a>";
    check_error(deep, Code::xml_unclosed, "a");
    for (int i = 0; i < 1'000'000; ++i) deep += "</a>";
    check_error(deep, Code::too_deep, "a");
}

BOOST_AUTO_TEST_CASE(the_number_of_values_is_limited) {
    Limits limits;
    limits.values = 5;
    BOOST_TEST(parse("<a b='1'>x<c/>y</a>", limits).root.has_value());
    check_error("<a b='1' d='2'>x<c/>y</a>", Code::too_many_values, "y", limits);
    check_error("<a><b/><b/><b/><b/><b/></a>", Code::too_many_values, "b", limits);
    check_error("<a>" + std::string(100, '<') + "b", Code::too_many_values, "<", limits);
}

BOOST_AUTO_TEST_CASE(the_number_of_findings_is_limited) {
    std::string text = "<a>";
    for (int i = 0; i < 10'000; ++i) text += "&";
    BOOST_TEST(parse(text + "</a>").diagnostics.error_count() == Limits().findings);
}

BOOST_AUTO_TEST_CASE(many_attributes_are_read_in_reasonable_time) {
    std::string text = "<a";
    for (int i = 0; i < 100'000; ++i) text += " a" + std::to_string(i) + "='x'";
    BOOST_TEST(root_of(text + "/>").attributes.size() == 100'000u);
}

BOOST_AUTO_TEST_CASE(broken_files_give_findings_inside_the_file_and_never_a_crash) {
    const std::string seed =
        "<?xml version='1.0'?><!--c--><mau ten=\"kế\" x='&lt;'>a&amp;b<![CDATA[<x>]]>\r\n<b/><?p q?> e\u0302 </mau>";
    std::uint32_t state = 7;
    const auto random = [&](std::size_t bound) {
        state = state * 1664525u + 1013904223u;
        return static_cast<std::size_t>(state >> 8) % bound;
    };
    constexpr std::string_view kSpicy = "<>/&;'\"=![]-? \xEF\x80\x01x\n";
    for (int round = 0; round < 20'000; ++round) {
        std::string text = seed;
        for (std::size_t changes = 1 + random(4); changes > 0; --changes) {
            const std::size_t at = random(text.size());
            const std::size_t kind = random(4);
            if (kind == 0) text[at] = kSpicy[random(kSpicy.size())];
            if (kind == 1) text.erase(at, 1 + random(8));
            if (kind == 2) text.insert(at, 1, kSpicy[random(kSpicy.size())]);
            if (kind == 3) text.resize(at + 1);
            if (text.empty()) text = "<";
        }
        const Parsed parsed = parse(text);
        BOOST_TEST_REQUIRE(parsed.root.has_value() == !parsed.diagnostics.has_errors(), text);
        for (const Diagnostic& each : parsed.diagnostics) {
            BOOST_TEST_REQUIRE((each.span.begin <= each.span.end && each.span.end <= text.size()), text);
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
