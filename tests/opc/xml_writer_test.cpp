// The writer against XML 1.0: escaping, nesting, what cannot be written.
#include "opc/xml_writer.hpp"

#include <boost/test/unit_test.hpp>

namespace {

using vanban::opc::XmlWriter;

const std::string kDeclaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

template <class Write>
std::string written(Write write, std::size_t expected_bytes = 4096) {
    XmlWriter xml(expected_bytes);
    write(xml);
    const std::string part = std::move(xml).take();
    BOOST_TEST(part.starts_with(kDeclaration));
    return part.substr(kDeclaration.size());
}

std::string text(std::string_view value) {
    return written([&](XmlWriter& xml) { xml.text_element("t", value); });
}

std::string attribute(std::string_view value) {
    return written([&](XmlWriter& xml) { xml.element("t").attr("a", value); });
}

}  // namespace

BOOST_AUTO_TEST_SUITE(xml_writer)

BOOST_AUTO_TEST_CASE(elements_nest_as_their_scopes_do) {
    BOOST_TEST(written([](XmlWriter& xml) {
                   auto a = xml.element("a");
                   {
                       auto b = xml.element("b");
                       b.attr("x", "1");
                       xml.empty("c");
                   }
                   xml.empty("d");
               }) == "<a><b x=\"1\"><c/></b><d/></a>");
}

BOOST_AUTO_TEST_CASE(an_element_without_content_is_closed_at_once) {
    BOOST_TEST(written([](XmlWriter& xml) { xml.empty("a"); }) == "<a/>");
    BOOST_TEST(written([](XmlWriter& xml) { xml.element("a").attr("b", ""); }) == "<a b=\"\"/>");
}

BOOST_AUTO_TEST_CASE(empty_text_still_counts_as_content) {
    BOOST_TEST(text("") == "<t></t>");
}

BOOST_AUTO_TEST_CASE(a_fragment_is_repeated_as_it_was_written) {
    const vanban::opc::XmlFragment fragment([](XmlWriter& xml) {
        auto tcPr = xml.element("w:tcPr");
        xml.val("w:vAlign", "center");
        xml.text_element("a", "x & y");
    });
    BOOST_TEST(written([&](XmlWriter& xml) {
                   auto root = xml.element("r");
                   xml.repeat(fragment);
                   xml.repeat(fragment);
               }) ==
               "<r><w:tcPr><w:vAlign w:val=\"center\"/><a>x &amp; y</a></w:tcPr>"
               "<w:tcPr><w:vAlign w:val=\"center\"/><a>x &amp; y</a></w:tcPr></r>");
}

BOOST_AUTO_TEST_CASE(a_fragment_of_nothing_leaves_its_element_empty) {
    const vanban::opc::XmlFragment nothing([](XmlWriter&) {});
    const std::string result = written([&](XmlWriter& xml) {
        auto t = xml.element("t");
        xml.repeat(nothing);
    });
    BOOST_TEST(result == "<t/>");
}

BOOST_AUTO_TEST_CASE(numbers_and_quantities_are_written_in_decimal) {
    BOOST_TEST(written([](XmlWriter& xml) {
                   xml.element("a")
                       .attr("n", std::int64_t{-9223372036854775807} - 1)
                       .attr("t", vanban::mm(30))
                       .attr("e", vanban::Emu{7200000000});
               }) == "<a n=\"-9223372036854775808\" t=\"1701\" e=\"7200000000\"/>");
}

BOOST_AUTO_TEST_CASE(val_writes_the_one_attribute_of_most_elements) {
    BOOST_TEST(written([](XmlWriter& xml) { xml.val("w:sz", vanban::font_pt(13.5)); }) == "<w:sz w:val=\"27\"/>");
    BOOST_TEST(written([](XmlWriter& xml) { xml.val("w:jc", "both"); }) == "<w:jc w:val=\"both\"/>");
}

BOOST_AUTO_TEST_CASE(markup_characters_in_text_are_escaped) {
    BOOST_TEST(text("a < b && c > \"d\" 'e'") == "<t>a &lt; b &amp;&amp; c &gt; \"d\" 'e'</t>");
}

BOOST_AUTO_TEST_CASE(quotes_and_white_space_in_attributes_survive_normalization) {
    BOOST_TEST(attribute("\"<&>\"\t\n\r") == "<t a=\"&quot;&lt;&amp;&gt;&quot;&#9;&#10;&#13;\"/>");
}

BOOST_AUTO_TEST_CASE(vietnamese_and_no_break_spaces_pass_unchanged) {
    BOOST_TEST(text("Số:\u00A0\u00A05/QĐ-TTg, điều 1 “ưở”") == "<t>Số:\u00A0\u00A05/QĐ-TTg, điều 1 “ưở”</t>");
}

BOOST_AUTO_TEST_CASE(what_xml_cannot_hold_becomes_the_replacement_character) {
    BOOST_TEST(text(std::string_view("a\0b\x01\x1F", 5)) == "<t>a\uFFFDb\uFFFD\uFFFD</t>");
    BOOST_TEST(text("a\xEF\xBF\xBE\xEF\xBF\xBF\uFF01\uFFFD") == "<t>a\uFFFD\uFFFD\uFF01\uFFFD</t>");
    BOOST_TEST(text("\r") == "<t>&#13;</t>");
}

BOOST_AUTO_TEST_CASE(markup_is_found_at_every_place_of_texts_of_every_length) {
    const auto check = [](std::size_t length, std::size_t at) {
        const std::string before(at, 'a'), behind(length - at - 1, 'b');
        return text(before + "&" + behind) == "<t>" + before + "&amp;" + behind + "</t>";
    };
    for (std::size_t length = 1; length < 70; ++length)
        for (std::size_t at = 0; at < length; ++at) BOOST_TEST_REQUIRE(check(length, at));
    for (std::size_t length = 2030; length < 2070; ++length)
        for (std::size_t at = 2020; at < length; ++at) BOOST_TEST_REQUIRE(check(length, at));
}

BOOST_AUTO_TEST_CASE(noncharacters_are_found_where_the_buffer_ends) {
    for (std::size_t length = 2000; length < 2060; ++length) {
        const std::string before(length, 'a');
        BOOST_TEST_REQUIRE(text(before + "\xEF\xBF\xBE.\xEF\xBC\x81") == "<t>" + before + "\uFFFD.\uFF01</t>");
    }
}

BOOST_AUTO_TEST_CASE(a_part_grows_past_the_expected_size) {
    const std::string longer(100'000, '&');
    const std::string result = written([&](XmlWriter& xml) { xml.text_element("t", longer); }, 1);
    BOOST_TEST(result.size() == 5 * longer.size() + 7);
    BOOST_TEST(result.ends_with("&amp;</t>"));
}

BOOST_AUTO_TEST_SUITE_END()
