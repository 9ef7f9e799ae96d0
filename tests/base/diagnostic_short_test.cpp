#include <boost/test/unit_test.hpp>
#include <string>

#include "base/cell_places.hpp"
#include "base/diagnostic.hpp"

using namespace vanban;

BOOST_AUTO_TEST_SUITE(diagnostic_short)

BOOST_AUTO_TEST_CASE(a_finding_is_one_line_with_its_place_first) {
    Sources sources;
    sources.add({"ke-hoach.yaml", "mau: ke-hoach\ntrích: x\n"});
    Diagnostics diagnostics;
    diagnostics.add(Code::not_a_date, {0, 22, 23}, {"x"});
    BOOST_TEST(print_short(diagnostics, sources, Lang::Vi) ==
               "ke-hoach.yaml:2:8: lỗi[not-a-date]: “x” không phải là ngày; viết như 5/3/2024 hoặc 2024-03-05\n");
    BOOST_TEST(print_short(diagnostics, sources, Lang::En) ==
               "ke-hoach.yaml:2:8: error[not-a-date]: “x” is not a date; write 5/3/2024 or 2024-03-05\n");
}

BOOST_AUTO_TEST_CASE(notes_follow_on_the_same_line_with_their_places) {
    Sources sources;
    sources.add({"a.yaml", "so: 1\nso: 2\n"});
    Diagnostics diagnostics;
    diagnostics.add(diagnose(Code::duplicate_key, {0, 6, 8}, {"so"})
                        .with({Code::first_given_here, {0, 0, 2}, {}})
                        .with({Code::did_you_mean, {}, {"số\nbản"}}));
    BOOST_TEST(print_short(diagnostics, sources, Lang::En) ==
               "a.yaml:2:1: error[duplicate-key]: key “so” is given twice; first given here (a.yaml:1:1); "
               "did you mean “số bản”?\n");
}

BOOST_AUTO_TEST_CASE(without_a_place_the_line_begins_with_the_severity) {
    Diagnostics diagnostics;
    diagnostics.add(Code::file_not_found, {}, {"a\x1b.yaml"});
    diagnostics.add(Code::missing_luu, {});
    const std::string printed = print_short(diagnostics, Sources(), Lang::En);
    BOOST_TEST(printed.starts_with("error[file-not-found]: file “a\uFFFD.yaml” not found\nwarning[missing-luu]: "));
}

BOOST_AUTO_TEST_CASE(a_place_in_a_workbook_is_sheet_and_cell) {
    CellPlaces cells;
    cells.add_sheet("Nhiệm vụ");
    cells.add_row(7);
    cells.add_cell(0, 3);
    Sources sources;
    sources.add({"ke-hoach.xlsx", "31/2/2026", std::make_shared<const CellPlaces>(std::move(cells))});
    Diagnostics diagnostics;
    diagnostics.add(Code::date_out_of_range, {0, 0, 9}, {"31/2/2026"});
    BOOST_TEST(print_short(diagnostics, sources, Lang::En) ==
               "ke-hoach.xlsx:Nhiệm vụ!C7: error[date-out-of-range]: there is no such day: 31/2/2026\n");
}

BOOST_AUTO_TEST_SUITE_END()
