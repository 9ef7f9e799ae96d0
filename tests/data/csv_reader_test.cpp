#include "data/reading.hpp"

namespace vanban::data {

BOOST_AUTO_TEST_SUITE(csv_reader)

BOOST_AUTO_TEST_CASE(a_header_and_rows_become_a_list_of_maps) {
    const Reading reading = csv("STT,Nội dung,so_luong\n1,Thuê xe,05\n2,\"In ấn, đóng quyển\",1.5\n");
    BOOST_TEST(reading.dumped() ==
               "[{\"Nội dung\": \"Thuê xe\", so_luong: 05}, {\"Nội dung\": \"In ấn, đóng quyển\", so_luong: 1.5}]");
    BOOST_TEST(reading.findings.empty());
}

BOOST_AUTO_TEST_CASE(cells_are_read_like_plain_scalars_with_or_without_quotes) {
    BOOST_TEST(csv("a,b,c,d,e,f\n05,\"06\",true,,5/2023, x \n").dumped() ==
               "[{a: 05, b: 06, c: true, d: null, e: \"5/2023\", f: \"x\"}]");
}

BOOST_AUTO_TEST_CASE(the_separator_is_what_the_header_holds_most_of_outside_quotes) {
    BOOST_TEST(csv("a;b\n1,5;2\n").dumped() == "[{a: \"1,5\", b: 2}]");
    BOOST_TEST(csv("a\tb\n1;2\t3,4\n").dumped() == "[{a: \"1;2\", b: \"3,4\"}]");
    BOOST_TEST(csv("\"a,b,c\";d\n1;2\n").dumped() == "[{\"a,b,c\": 1, d: 2}]");
    BOOST_TEST(csv("a\n\"1;2\"\n").dumped() == "[{a: \"1;2\"}]");
    BOOST_TEST(csv("sep=;\na,x;b\n1;2\n").dumped() == "[{\"a,x\": 1, b: 2}]");
}

BOOST_AUTO_TEST_CASE(rows_end_as_any_system_ends_lines_and_empty_lines_do_not_count) {
    for (const std::string end : {"\n", "\r\n", "\r"}) {
        const std::string text = "a,b" + end + end + "1,2" + end + "3,4";
        BOOST_TEST(csv(text).dumped() == "[{a: 1, b: 2}, {a: 3, b: 4}]");
        BOOST_TEST(csv("\xEF\xBB\xBF" + text + end).dumped() == "[{a: 1, b: 2}, {a: 3, b: 4}]");
    }
}

BOOST_AUTO_TEST_CASE(quotes_hold_separators_line_ends_and_doubled_quotes) {
    const Reading reading = csv("a,b\n\"x\ny\",\"\"\"m\"\" n\"\n\"p\r\nq\rr\",\n");
    BOOST_TEST(reading.dumped() == "[{a: \"x\\ny\", b: \"\\\"m\\\" n\"}, {a: \"p\\nq\\nr\", b: null}]");
}

BOOST_AUTO_TEST_CASE(cells_know_their_places) {
    const Reading reading = csv("Tên,số\n  Sở Y tế ,\"x\ny\"\n\"a\"\"b\",7");
    BOOST_REQUIRE(reading.value);
    const List& rows = *reading.value->get_if<List>();
    const Map& first = *rows[0].get_if<Map>();
    BOOST_TEST(reading.at(first[0].key_span) == "Tên");
    BOOST_TEST(reading.at(first[0].value.span) == "Sở Y tế");
    BOOST_TEST(first[0].value.indent == 0);
    BOOST_TEST(reading.at(first[1].value.span) == "x\ny");
    BOOST_TEST(reading.at(first[1].value.origin().at("x\ny", 2, 1)) == "y");
    BOOST_TEST(reading.at(rows[0].span) == "Sở Y tế ,\"x\ny");
    const Map& second = *rows[1].get_if<Map>();
    BOOST_TEST(reading.at(second[0].value.span) == "a\"\"b");
    BOOST_TEST(second[0].value.indent == TextOrigin::kInexact);
    BOOST_TEST(reading.at(second[1].value.span) == "7");
}

BOOST_AUTO_TEST_CASE(a_title_that_a_spreadsheet_saved_above_the_header_is_left_out) {
    BOOST_TEST(csv("KẾ HOẠCH NĂM 2026;;\n;;\nSTT;Tên;Số\n1;a;2\n").dumped() == "[{Tên: \"a\", Số: 2}]");
    BOOST_TEST(csv("ten,\nA,\nB,\n").dumped() == "[{ten: \"A\"}, {ten: \"B\"}]");
}

BOOST_AUTO_TEST_CASE(a_form_becomes_a_map) {
    BOOST_TEST(csv("Khóa;Mục;Giá trị;Giải thích\nso;Số;12;số văn bản\nco_quan.ten;;Sở Y tế;\n").dumped() ==
               "{so: 12, co_quan: {ten: \"Sở Y tế\"}}");
}

BOOST_AUTO_TEST_CASE(faults_of_quotes_are_shown_where_they_are) {
    BOOST_TEST(csv("a,b\n1,\"x\n2,3\n").finding() == "csv-unclosed-quote@6");
    BOOST_TEST(csv("a,b\n1,21\",x\n").all_findings() == "csv-stray-quote@8; table-row-too-long@10 csv-hint-separator");
    BOOST_TEST(csv("a,b\n\"x\" y,2\n3, \"z\"\n").all_findings() ==
               "csv-after-quote@7 csv-quote-opened-here@4; csv-stray-quote@15");
}

BOOST_AUTO_TEST_CASE(rows_that_do_not_fit_the_header_are_errors_each) {
    BOOST_TEST(csv("a,b\n1,2,3\n4\n5,6,\n7,8,9\n").all_findings() ==
               "table-row-too-long@8 csv-hint-separator; table-row-too-long@21 csv-hint-separator");
    BOOST_TEST(csv("a,b,\n1,2,3\n").finding() == "table-unnamed-column@9");
}

BOOST_AUTO_TEST_CASE(a_file_without_a_header_is_an_error) {
    BOOST_TEST(csv("").finding() == "table-without-columns@0");
    BOOST_TEST(csv("\n\r\n").finding() == "table-without-columns@0");
    BOOST_TEST(csv(",,\n").finding() == "table-without-columns@0");
    BOOST_TEST(csv("a,b\n").dumped() == "[]");
}

BOOST_AUTO_TEST_CASE(a_row_is_bounded) {
    BOOST_TEST(csv("a\n" + repeated(",", 20'000)).finding() == "table-row-too-long@16386");
}

// "Trường tiểu học Nguyễn Huệ, phường Đông Thành, thị xã": bytes by the tables of each encoding.
BOOST_AUTO_TEST_CASE(old_encodings_are_called_by_their_names) {
    const auto notes = [](std::string_view text) {
        std::string all;
        for (const Diagnostic& each : csv(text).findings)
            for (const Note& note : each.notes)
                all += (note.args.empty() ? "" : note.args[0] + " ") + std::string(name(note.code)) + ";";
        return all;
    };
    BOOST_TEST(notes("Tr\xAD\xEDng ti\xD3u h\xE4"
                     "c Nguy\xD4n Hu\xD6, ph\xAD\xEDng \xA7\xABng Th\xB5nh, th\xDE x\xB7") ==
               "TCVN3 (ABC) encoding-looks-like;encoding-convert;");
    BOOST_TEST(notes("Tr\xF6\xF4\xF8ng tie\xE5u ho\xEF"
                     "c Nguye\xE3n Hue\xE4, ph\xF6\xF4\xF8ng \xD1o\xE2ng Tha\xF8nh, th\xF2 xa\xF5") ==
               "VNI encoding-looks-like;encoding-convert;");
    BOOST_TEST(notes("Tr\xFD\xF5\xCCng ti\xEA\xD2u ho\xF2"
                     "c Nguy\xEA\xDEn Hu\xEA\xF2, ph\xFD\xF5\xCCng \xD0\xF4ng Tha\xCCnh, thi\xF2 xa\xDE") ==
               "Windows-1258 encoding-looks-like;encoding-save-text;");
    BOOST_TEST(csv(std::string_view("\xFF\xFE"
                                    "a\0,\0",
                                    6))
                   .finding() == "utf16-file@0 encoding-save-text");
    BOOST_TEST(csv(std::string_view("a\0,\0b\0\n\0", 8)).finding() == "utf16-file@0 encoding-save-text");
    Diagnostics out;
    Sources sources;
    read({"danh-sach.csv", "\xFE\xFF"}, Format::Csv, sources, {}, out);
    BOOST_REQUIRE(out.items().size() == 1u);
    BOOST_TEST(Reading::printed(out.items()[0]) == "utf16-file@0 encoding-save-csv");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::data
