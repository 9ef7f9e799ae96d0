// Cells, merged ranges and headers, from the XML of one sheet.
#include "data/workbook_sheet.hpp"

#include <boost/test/unit_test.hpp>

#include "workbook_maker.hpp"

using namespace vanban;
using namespace vanban::data;
using namespace vanban::testing;

namespace {

const std::string kHeader = "<row r=\"1\">" + text_cell("A1", "a") + text_cell("B1", "b") + "</row>";

std::string second_row(const std::string& cells) {
    return kHeader + "<row r=\"2\">" + cells + "</row>";
}

/// What is read of one cell in A2.
std::string cell(const std::string& xml, std::string_view shared = "") {
    const Reading reading = read_rows(second_row(xml), "", shared);
    if (!reading.value) return reading.cell_findings();
    return dump(*(*reading.get({"o"}).get_if<List>())[0].find("a"));
}

}  // namespace

BOOST_AUTO_TEST_CASE(cell_references_have_bounds) {
    BOOST_CHECK((parse_cell_ref("C7") == CellRef{7, 3}));
    BOOST_CHECK((parse_cell_ref("$C$7") == CellRef{7, 3}));
    BOOST_CHECK((parse_cell_ref("XFD1048576") == CellRef{1048576, 16384}));
    for (const char* bad :
         {"", "A", "7", "A0", "a7", "XFE1", "AAAA1", "A1048577", "A-1", "A1B", "A99999999999", "Ạ1"}) {
        BOOST_TEST_CONTEXT(bad) {
            BOOST_TEST(!parse_cell_ref(bad));
        }
    }
}

BOOST_AUTO_TEST_CASE(shared_texts_are_joined_from_runs_without_their_readings) {
    const std::string shared =
        "<si><t>x</t></si><si><r><t xml:space=\"preserve\">Sở </t></r><r><rPr/><t>Y tế</t></r>"
        "<rPh sb=\"0\" eb=\"1\"><t>đọc</t></rPh></si>";
    BOOST_TEST(cell("<c r=\"A2\" t=\"s\"><v>1</v></c>", shared) == "\"Sở Y tế\"");
    BOOST_TEST(cell("<c r=\"A2\" t=\"s\"><v>2</v></c>", shared) == "workbook-bad-content nowhere\n");
    BOOST_TEST(cell("<c r=\"A2\" t=\"s\"><v>-1</v></c>", shared) == "workbook-bad-content nowhere\n");
}

BOOST_AUTO_TEST_CASE(escapes_and_line_ends_are_decoded) {
    BOOST_TEST(cell(text_cell("A2", "a_x000D__x000A_b")) == "\"a\\nb\"");
    BOOST_TEST(cell(text_cell("A2", "a&#13;b")) == "\"a\\nb\"");
    BOOST_TEST(cell(text_cell("A2", "_x005F_x000D_")) == "\"_x000D_\"");
    BOOST_TEST(cell(text_cell("A2", "_xD83D__xDE00_")) == "\"\U0001F600\"");
    BOOST_TEST(cell(text_cell("A2", "_xD83D_ _x00E_ _x")) == "\"\uFFFD _x00E_ _x\"");
    BOOST_TEST(cell(text_cell("A2", "a_x0001_b")) == "control-character o!A2\n");
}

BOOST_AUTO_TEST_CASE(texts_are_brought_to_nfc) {
    BOOST_TEST(cell(text_cell("A2", "So\u031B\u0309 Y te\u0302\u0301")) == "\"Sở Y tế\"");
}

BOOST_AUTO_TEST_CASE(letters_of_broken_conversions_are_mended_at_their_cells) {
    const Reading reading = read_rows(second_row(text_cell("A2", "Tr\u01A3ờng") + text_cell("B2", "\u01A3u")));
    BOOST_TEST(reading.cell_findings() == "mended-u-horn o!A2\n");
    BOOST_TEST(reading.dumped() == "{o: [{a: \"Trường\", b: \"ưu\"}]}");
}

BOOST_AUTO_TEST_CASE(numbers_have_fifteen_digits) {
    const auto number = [](const std::string& literal) { return cell("<c r=\"A2\"><v>" + literal + "</v></c>"); };
    BOOST_TEST(number("0.30000000000000004") == "0.3");
    BOOST_TEST(number("1.1000000000000001") == "1.1");
    BOOST_TEST(number("5.0") == "5");
    BOOST_TEST(number("-0") == "0");
    BOOST_TEST(number("1E+20") == "100000000000000000000");
    BOOST_TEST(number("1.5E-3") == "0.0015");
    BOOST_TEST(number("5.5511151231257827E-17") == "0.000000000000000056");
    BOOST_TEST(number("123456789012345.6") == "123456789012346");
    BOOST_TEST(number("999999999999999.9") == "1000000000000000");
    BOOST_TEST(number("12345678901234567890") == "cell-number-inexact o!A2\n");
    for (const char* bad : {"abc", "1,5", "0x10", "inf", "nan", "1e999", "--1", "1 2"}) {
        BOOST_TEST_CONTEXT(bad) {
            BOOST_TEST(number(bad) == "workbook-bad-content nowhere\n");
        }
    }
}

BOOST_AUTO_TEST_CASE(styles_decide_what_a_number_is) {
    BOOST_TEST(cell("<c r=\"A2\" s=\"1\"><v>45356</v></c>") == "date(5/3/2024)");
    BOOST_TEST(cell("<c r=\"A2\" s=\"2\"><v>45356</v></c>") == "date(3/2024)");
    BOOST_TEST(cell("<c r=\"A2\" s=\"0\"><v>45356</v></c>") == "45356");
    BOOST_TEST(cell("<c r=\"A2\" s=\"3\"><v>45356</v></c>") == "workbook-bad-content nowhere\n");
    BOOST_TEST(cell("<c r=\"A2\" t=\"d\"><v>2024-03-05</v></c>") == "date(5/3/2024)");
    BOOST_TEST(cell("<c r=\"A2\" t=\"d\"><v>2024-03-05T00:00:00</v></c>") == "date(5/3/2024)");
    BOOST_TEST(cell("<c r=\"A2\" t=\"d\"><v>2024-02-30</v></c>") == "workbook-bad-content nowhere\n");
}

BOOST_AUTO_TEST_CASE(formulas_give_their_saved_results) {
    BOOST_TEST(cell("<c r=\"A2\"><f>1+1</f><v>2</v></c>") == "2");
    BOOST_TEST(cell("<c r=\"A2\" t=\"str\"><f>\"a\"</f><v>a</v></c>") == "\"a\"");
    BOOST_TEST(cell("<c r=\"A2\" t=\"b\"><f>TRUE()</f><v>1</v></c>") == "true");
    BOOST_TEST(cell("<c r=\"A2\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c>") == "cell-error-value o!A2\n");
    BOOST_TEST(cell("<c r=\"A2\"><f>1+1</f><v/></c>") == "cell-without-result o!A2\n");
    const Reading blank = read_rows(second_row("<c r=\"A2\" t=\"str\"><f>\"\"</f><v></v></c>" + text_cell("B2", "x")));
    BOOST_TEST(blank.dumped() == "{o: [{a: null, b: \"x\"}]}");
}

BOOST_AUTO_TEST_CASE(cells_may_go_without_references_and_come_in_any_order) {
    BOOST_TEST(read_rows("<row><c t=\"str\"><v>a</v></c><c t=\"str\"><v>b</v></c></row><row><c/><c><v>2</v></c></row>")
                   .dumped() == "{o: [{a: null, b: 2}]}");
    BOOST_TEST(read_rows("<row r=\"2\"><c r=\"B2\"><v>2</v></c><c r=\"A2\"><v>1</v></c></row>" + kHeader).dumped() ==
               "{o: [{a: 1, b: 2}]}");
}

BOOST_AUTO_TEST_CASE(references_that_cannot_be_are_refused) {
    for (const char* row : {"<row r=\"0\"/>", "<row r=\"x\"/>", "<row r=\"1048577\"/>",
                            "<row r=\"2\"><c r=\"A3\"/></row>", "<row r=\"2\"><c r=\"ZZZZ2\"/></row>"}) {
        BOOST_TEST_CONTEXT(row) {
            BOOST_TEST(read_rows(kHeader + row).cell_findings() == "workbook-bad-cell nowhere\n");
        }
    }
    BOOST_TEST(read_rows(second_row("<c r=\"A2\"><v>1</v></c><c r=\"A2\"><v>2</v></c>")).cell_findings() ==
               "workbook-cell-twice nowhere\n");
    const auto merged = [](const std::string& ranges) {
        return read_rows(second_row("<c r=\"A2\"><v>1</v></c>"), "<mergeCells>" + ranges + "</mergeCells>")
            .cell_findings();
    };
    BOOST_TEST(merged("<mergeCell ref=\"B2:A1\"/>") == "workbook-bad-cell nowhere\n");
    BOOST_TEST(merged("<mergeCell ref=\"A1:XFE1\"/>") == "workbook-bad-cell nowhere\n");
    BOOST_TEST(merged("<mergeCell ref=\"A2:B3\"/><mergeCell ref=\"B2:C2\"/>") == "workbook-merge-overlap nowhere\n");
}

BOOST_AUTO_TEST_CASE(what_is_hidden_under_merged_cells_does_not_count) {
    const Reading reading = read_rows(kHeader +
                                          "<row r=\"2\"><c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c></row>"
                                          "<row r=\"3\"><c r=\"A3\"><v>3</v></c><c r=\"B3\"><v>4</v></c></row>",
                                      "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>");
    BOOST_TEST(reading.dumped() == "{o: [{a: 1, b: 2}, {a: 1, b: 4}]}");
}

BOOST_AUTO_TEST_CASE(a_merged_cell_makes_no_rows_of_its_own) {
    const Reading reading = read_rows(second_row("<c r=\"A2\"><v>1</v></c><c r=\"B2\"><v>2</v></c>"),
                                      "<mergeCells><mergeCell ref=\"A2:A1048576\"/></mergeCells>");
    BOOST_TEST(reading.dumped() == "{o: [{a: 1, b: 2}]}");
}

BOOST_AUTO_TEST_CASE(copies_of_a_merged_text_are_bounded) {
    std::string rows = kHeader + "<row r=\"2\">" + text_cell("A2", std::string(10'000, 'x')) + "</row>";
    for (int row = 3; row <= 200; ++row) {
        const std::string number = std::to_string(row);
        rows += "<row r=\"" + number + "\"><c r=\"B" + number + "\"><v>1</v></c></row>";
    }
    const std::string merge = "<mergeCells><mergeCell ref=\"A2:A200\"/></mergeCells>";
    BOOST_TEST(read_rows(rows, merge).cell_findings() == "");
    Limits limits;
    limits.file_bytes = 1'000'000;
    BOOST_TEST(read_rows(rows, merge, "", limits).cell_findings() == "workbook-text-too-large o!A2\n");
}

BOOST_AUTO_TEST_CASE(many_references_to_one_long_text_are_bounded) {
    std::string cells;
    for (int row = 2; row <= 200; ++row) {
        cells += "<row r=\"" + std::to_string(row) + "\"><c t=\"s\"><v>0</v></c></row>";
    }
    Limits limits;
    limits.file_bytes = 1'000'000;
    BOOST_TEST(
        read_rows(kHeader + cells, "", "<si><t>" + std::string(10'000, 'x') + "</t></si>", limits).cell_findings() ==
        "workbook-text-too-large nowhere\n");
}

BOOST_AUTO_TEST_CASE(a_filled_cell_without_a_header_is_reported) {
    const Reading reading = read_rows(second_row("<c r=\"A2\"><v>1</v></c><c r=\"E2\"><v>2</v></c>"));
    BOOST_TEST(reading.cell_findings() == "table-unnamed-column o!E2\n");
}

BOOST_AUTO_TEST_CASE(a_sheet_without_a_header_row_is_reported) {
    const Reading reading =
        read_rows("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row r=\"3\"><c r=\"B3\"><v>1</v></c></row>");
    BOOST_TEST(reading.cell_findings() == "sheet-without-header o!A1\n");
    BOOST_TEST(read_rows("<row r=\"1\">" + text_cell("A1", "Bảng:") + "</row>").cell_findings() ==
               "sheet-marker-without-path o!A1\n");
    BOOST_TEST(read_rows("<row r=\"1\">" + text_cell("A1", "Bảng: x") + "</row>").cell_findings() ==
               "sheet-without-header o!A1\n");
}

BOOST_AUTO_TEST_CASE(a_sheet_of_one_column_has_its_header_in_the_first_row) {
    BOOST_TEST(
        read_rows("<row r=\"2\">" + text_cell("C2", "Tên") + "</row><row r=\"5\">" + text_cell("C5", "An") + "</row>")
            .dumped() == "{o: [{Tên: \"An\"}]}");
}

BOOST_AUTO_TEST_CASE(duplicate_headers_are_reported_with_both_places) {
    const Reading reading = read_rows("<row r=\"1\">" + text_cell("A1", "Tên") + text_cell("B1", "TÊN") + "</row>");
    BOOST_TEST(reading.cell_findings() == "table-duplicate-column o!B1\n");
    BOOST_TEST(reading.cell_at(reading.findings.items().front().notes.front().span) == "o!A1");
}
