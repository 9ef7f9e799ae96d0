#include "base/cell_places.hpp"

#include <boost/test/unit_test.hpp>

#include "base/diagnostic.hpp"

using namespace vanban;

namespace {

constexpr std::string_view kRows =
    "Nội dung | Hạn\n"
    "Rà soát | 5/20244\n"
    "Đánh giá | \n"
    "Ghi chú\n";

std::uint32_t offset_of(std::string_view what) {
    return static_cast<std::uint32_t>(kRows.find(what));
}

/// kRows as rows 5 to 7, columns B and D, of “Nhiệm vụ”, and row 1 of a second sheet.
CellPlaces places() {
    CellPlaces cells;
    cells.add_sheet("Nhiệm vụ");
    cells.add_row(5);
    cells.add_cell(offset_of("Nội"), 2);
    cells.add_cell(offset_of("Hạn"), 4);
    cells.add_row(6);
    cells.add_cell(offset_of("Rà"), 2);
    cells.add_cell(offset_of("5/2"), 4);
    cells.add_row(7);
    cells.add_cell(offset_of("Đánh"), 2);
    cells.add_cell(offset_of("\nGhi"), 4);
    cells.add_sheet("“Khác”");
    cells.add_row(1);
    cells.add_cell(offset_of("Ghi"), 1);
    return cells;
}

std::string at(std::string_view what) {
    const CellPlaces cells = places();
    const auto place = cells.at(offset_of(what));
    return place ? std::string(place->sheet) + "!" + place->cell : "nowhere";
}

Sources one_workbook() {
    Sources sources;
    sources.add({"ke-hoach.xlsx", std::string(kRows), std::make_shared<const CellPlaces>(places())});
    return sources;
}

Diagnostics about(std::string_view what) {
    Diagnostics found;
    found.add(Code::not_a_date, {0, offset_of(what), static_cast<std::uint32_t>(offset_of(what) + what.size())}, {"x"});
    return found;
}

std::string after_first_line(const std::string& text) {
    return text.substr(text.find('\n') + 1);
}

}  // namespace

BOOST_AUTO_TEST_CASE(columns_have_the_letters_of_a_spreadsheet) {
    BOOST_TEST(cell_name(1, 1) == "A1");
    BOOST_TEST(cell_name(7, 26) == "Z7");
    BOOST_TEST(cell_name(7, 27) == "AA7");
    BOOST_TEST(cell_name(12, 702) == "ZZ12");
    BOOST_TEST(cell_name(12, 703) == "AAA12");
    BOOST_TEST(cell_name(1048576, 16384) == "XFD1048576");
}

BOOST_AUTO_TEST_CASE(every_byte_belongs_to_the_cell_that_began_before_it) {
    BOOST_TEST(at("Nội") == "Nhiệm vụ!B5");
    BOOST_TEST(at("dung") == "Nhiệm vụ!B5");
    BOOST_TEST(at("Hạn") == "Nhiệm vụ!D5");
    BOOST_TEST(at("soát") == "Nhiệm vụ!B6");
    BOOST_TEST(at("20244") == "Nhiệm vụ!D6");
    BOOST_TEST(at("\nGhi") == "Nhiệm vụ!D7");
    BOOST_TEST(at("chú") == "“Khác”!A1");
    BOOST_TEST(CellPlaces().at(0).has_value() == false);
}

BOOST_AUTO_TEST_CASE(a_finding_in_a_workbook_names_sheet_and_cell) {
    BOOST_TEST(after_first_line(print_human(about("5/20244"), one_workbook(), {Lang::Vi, false})) ==
               " --> ke-hoach.xlsx, trang “Nhiệm vụ”, ô D6\n"
               "  |\n"
               "6 | Rà soát | 5/20244\n"
               "  |           ^^^^^^^\n\n");
    BOOST_TEST(print_human(about("Ghi chú"), one_workbook(), {Lang::En, false})
                   .find("ke-hoach.xlsx, sheet ““Khác””, cell A1") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_finding_about_a_whole_workbook_names_the_file_only) {
    Sources sources;
    sources.add({"ke-hoach.xlsx", "", std::make_shared<const CellPlaces>()});
    Diagnostics found;
    found.add(Code::not_a_date, {0, 0, 0}, {"x"});
    BOOST_TEST(after_first_line(print_human(found, sources, {Lang::Vi, false})) == "--> ke-hoach.xlsx\n\n");
    BOOST_TEST(print_json(found, sources, Lang::En)
                   .find(R"("file":"ke-hoach.xlsx","line":null,"column":null,)"
                         R"("end_line":null,"end_column":null,"sheet":null,"cell":null)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(json_has_sheet_and_cell_instead_of_lines) {
    BOOST_TEST(print_json(about("20244"), one_workbook(), Lang::En)
                   .find(R"("file":"ke-hoach.xlsx","line":null,"column":null,"end_line":null,"end_column":null,)"
                         R"("sheet":"Nhiệm vụ","cell":"D6","notes":[]})") != std::string::npos);
}
