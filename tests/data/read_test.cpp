#include "data/reading.hpp"

namespace vanban::data {

BOOST_AUTO_TEST_SUITE(reading_text)

BOOST_AUTO_TEST_CASE(the_ending_of_a_name_tells_the_format) {
    BOOST_TEST((format_of("a.yaml") == Format::Yaml));
    BOOST_TEST((format_of("thư mục/Sở.YML") == Format::Yaml));
    BOOST_TEST((format_of("x.json") == Format::Json));
    BOOST_TEST((format_of("x.xml") == Format::Xml));
    BOOST_TEST((format_of("x.CSV") == Format::Csv));
    BOOST_TEST((format_of("x.tsv") == Format::Csv));
    BOOST_TEST((format_of("x.jsonl") == Format::JsonLines));
    BOOST_TEST((format_of("x.ndjson") == Format::JsonLines));
    BOOST_TEST(!format_of("x.txt"));
    BOOST_TEST(is_old_format("thư mục/Kế hoạch.XLS"));
    BOOST_TEST(!is_old_format("x.xlsx"));
    BOOST_TEST(!format_of("yaml"));
    BOOST_TEST(!format_of("-"));
}

BOOST_AUTO_TEST_CASE(bytes_that_are_not_utf_8_are_refused_where_they_stand) {
    BOOST_TEST(yaml("tên: \xC3(\n").finding() == "invalid-utf8@6 encoding-save-text");
    BOOST_TEST(json("[\"\xFF\"]").finding() == "invalid-utf8@2 encoding-save-text");
    BOOST_TEST(yaml(std::string_view("\xFF\xFE"
                                     "a\0",
                                     4))
                   .finding() == "utf16-file@0 encoding-save-text");
}

BOOST_AUTO_TEST_CASE(control_characters_are_refused_written_or_escaped) {
    BOOST_TEST(yaml(std::string_view("a: b\0c", 6)).finding() == "control-character@4");
    BOOST_TEST(yaml("a: b\x7F\n").finding() == "control-character@4");
    BOOST_TEST(yaml("a: b\u0085\n").finding() == "control-character@4");
    BOOST_TEST(yaml("a: b\rc\n").finding() == "control-character@4");
    BOOST_TEST(json("[\"\x01\"]").finding() == "control-character@2");
    BOOST_TEST(yaml("a: \"b\\x07\"\n").finding() == "control-character@4");
    BOOST_TEST(json("[\"b\\u0000\"]").finding() == "control-character@2");
    BOOST_TEST(json("{\"\\u0007\": 1}").finding() == "control-character@2");
    BOOST_TEST(yaml("a: \"b\\tc\\n\"\n").dumped() == "{a: \"b\\tc\\n\"}");
}

BOOST_AUTO_TEST_CASE(a_file_beyond_the_limit_is_refused_unread) {
    Limits limits;
    limits.file_bytes = 10;
    BOOST_TEST(yaml("a: 1234567", limits).value.has_value());
    BOOST_TEST(yaml("a: 12345678", limits).finding() == "file-too-large@0");
}

BOOST_AUTO_TEST_CASE(findings_are_bounded) {
    Limits limits;
    limits.findings = 3;
    BOOST_TEST(yaml(repeated("a: 1\n", 100), limits).findings.error_count() == 3u);
}

BOOST_AUTO_TEST_CASE(text_is_brought_to_nfc_in_silence) {
    const Reading reading = yaml("te\u0302n: Ho\u0300a\nso: \u1EAD\n");
    BOOST_TEST(reading.findings.empty());
    BOOST_TEST(reading.dumped() == "{tên: \"H\u00F2a\"\x2C so: \"ậ\"}");
    BOOST_TEST(reading.get({"tên"}).indent == TextOrigin::kInexact);
    BOOST_TEST(reading.text_of({"tên"}) == "Ho\u0300a");
    BOOST_TEST(reading.get({"so"}).indent == 0);
    BOOST_TEST(json("[\"a\u0302\u0323\"]").dumped() == "[\"ậ\"]");
}

BOOST_AUTO_TEST_CASE(the_broken_letter_gha_is_mended_with_one_warning) {
    const Reading reading = yaml("a: Ng\u01A3ời\nb: [\u01A2u tiên, \u01A3\u0300]\n");
    BOOST_TEST(reading.dumped() == "{a: \"Người\", b: [\"Ưu tiên\", \"ừ\"]}");
    BOOST_TEST(reading.finding() == "mended-u-horn@5");
    BOOST_TEST(reading.findings.items().front().args.front() == "3");
    BOOST_TEST(reading.get({"a"}).indent == 0);
    BOOST_TEST(json("{\"n\u01A3\": \"\u01A3\"}").finding() == "mended-u-horn@3");
    BOOST_TEST(yaml("# \u01A3\na: 1\n").findings.empty());
}

BOOST_AUTO_TEST_CASE(a_long_text_of_broken_letters_takes_no_longer_than_its_length) {
    std::string text = "a: ";
    for (int i = 0; i < 1'000'000; ++i) text += "\u01A3";  // hours if each letter looked through all before it
    const Reading reading = yaml(text);
    BOOST_TEST(reading.finding() == "mended-u-horn@3");
    BOOST_TEST(reading.findings.items().front().args.front() == "1000000");
}

BOOST_AUTO_TEST_CASE(eth_is_mended_where_it_can_only_be_d_with_stroke) {
    const Reading reading =
        yaml("a: 12/Q\u00D0-UBND\nb: \u00D0ồng Tháp, \u00F0ồng ý, \u0189à\nc: Gu\u00F0mundur\nd: \u00D0\n");
    BOOST_TEST(reading.dumped() ==
               "{a: \"12/QĐ-UBND\", b: \"Đồng Tháp, đồng ý, Đà\", c: \"Gu\u00F0mundur\", d: \"\u00D0\"}");
    BOOST_TEST(reading.finding() == "mended-d-stroke@7");
    BOOST_TEST(reading.findings.items().front().args.front() == "4");
}

BOOST_AUTO_TEST_CASE(windows_line_ends_become_line_feeds_in_values) {
    BOOST_TEST(yaml("a: |\r\n  x\r\n  y\r\nb: \"m\r\n  n\"\r\n").dumped() == "{a: \"x\\ny\\n\", b: \"m n\"}");
}

BOOST_AUTO_TEST_CASE(what_is_read_twice_is_the_same) {
    const std::string text = "a: [1, {b: Sở}]\nc: |\n  x\n";
    BOOST_TEST((*yaml(text).value == *yaml(text).value));
    BOOST_TEST((*yaml("{\"a\": [1, \"x\"]}").value == *json("{\"a\": [1, \"x\"]}").value));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::data
