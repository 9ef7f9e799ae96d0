// Whole documents as workbooks: numbers and formulas, text that stays text, limits.
#include "xlsx/plan.hpp"

#include <boost/test/unit_test.hpp>

#include "xlsx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

BOOST_AUTO_TEST_SUITE(plan_)

BOOST_AUTO_TEST_CASE(numbers_are_number_cells_with_the_places_that_they_have) {
    const auto book = plan_of(document_of({estimate(), paragraph("")}));
    BOOST_TEST((find_cell(book.sheets[0], "C4")->content == xlsx::Content(2.5)));
    BOOST_TEST(format_at(book, "C4").number_format == "#,##0.0");
    BOOST_TEST(format_at(book, "C3").number_format == "#,##0");
    BOOST_TEST(format_at(book, "E3").number_format == "#,##0");
    BOOST_TEST(format_at(book, "F3").number_format == "0.0%");
    BOOST_TEST((format_at(book, "E3").halign == xlsx::HAlign::Right));
}

BOOST_AUTO_TEST_CASE(computed_columns_sums_and_shares_are_live_formulas) {
    const auto sheet = plan_of(document_of({estimate(), paragraph("")})).sheets[0];
    BOOST_TEST(formula_at(sheet, "E3") == "=ROUND(C3*D3,0)");
    BOOST_TEST(formula_at(sheet, "E2") == "=SUM(E3:E4)");
    BOOST_TEST(formula_at(sheet, "E5") == "=SUM(E6)");
    BOOST_TEST(formula_at(sheet, "E7") == "=SUM(E2,E5)");
    BOOST_TEST(formula_at(sheet, "F3") == "=ROUND(E3/$E$7,3)");
    BOOST_TEST(formula_at(sheet, "F7") == "=ROUND(E7/$E$7,3)");
}

BOOST_AUTO_TEST_CASE(a_formula_carries_its_result) {
    const auto sheet = plan_of(document_of({estimate(), paragraph("")})).sheets[0];
    BOOST_TEST(std::get<xlsx::Formula>(find_cell(sheet, "E7")->content).result == 2149999.0);
    BOOST_TEST(std::get<xlsx::Formula>(find_cell(sheet, "F2")->content).result == 0.953);
}

BOOST_AUTO_TEST_CASE(totals_have_names) {
    const auto book = plan_of(document_of({paragraph("Dự toán", kTitle), estimate(), paragraph("")}));
    BOOST_REQUIRE(book.names.size() == 2u);
    BOOST_TEST(book.names[0].name == "du_toan_tong_thanh_tien");
    BOOST_TEST(range_name(book.names[0].cells) == "E8:E8");
    BOOST_TEST(book.names[1].name == "du_toan_tong_ty_le");
}

BOOST_AUTO_TEST_CASE(a_computed_cell_without_text_shows_nothing_for_zero) {
    styled::Table table = estimate();
    auto values = *table.values;
    values.values.insert(values.values.begin() + 2, {2, 2, Decimal(0), false});
    values.values.erase(values.values.begin() + 3);
    table.rows[2].cells[2] = cell("", kFigure);
    table.values = std::make_shared<const styled::TableValues>(values);
    const auto book = plan_of(document_of({table, paragraph("")}));
    BOOST_TEST(format_at(book, "C3").number_format == "#,##0;-#,##0;");
}

BOOST_AUTO_TEST_CASE(text_that_looks_like_a_formula_stays_text) {
    for (const std::string text : {"=1+1", "+84 123", "-không", "@SUM(A1)", "\t=1", "\r=1"}) {
        const auto book = plan_of(document_of({table({Twip{9355}}, {row({cell(text)})}), paragraph("")}));
        BOOST_TEST(text_at(book.sheets[0], "A1") == text);
        BOOST_TEST(format_at(book, "A1").text_prefix);
    }
    const auto book = plan_of(document_of({table({Twip{9355}}, {row({cell("1 = 1")})}), paragraph("")}));
    BOOST_TEST(!format_at(book, "A1").text_prefix);
}

BOOST_AUTO_TEST_CASE(dates_are_dates) {
    styled::TableValues values;
    values.columns.resize(1);
    values.values = {{0, 0, Date{2026, 7, 15}, false}};
    styled::Table dates = table({Twip{2000}}, {row({cell("15/7/2026")})});
    dates.values = std::make_shared<const styled::TableValues>(values);
    const auto book = plan_of(document_of({dates, paragraph("")}));
    BOOST_TEST((find_cell(book.sheets[0], "A1")->content == xlsx::Content(Date{2026, 7, 15})));
    BOOST_TEST(format_at(book, "A1").number_format == "dd/mm/yyyy");
}

BOOST_AUTO_TEST_CASE(sheets_are_named_after_the_appendix_that_they_hold) {
    styled::Document document = document_of({paragraph("Kế hoạch")});
    document.sections.push_back(document.sections[0]);
    document.sections[1].blocks = {paragraph("Phụ lục I", kTitle)};
    document.sections[1].restart_page_numbers = true;
    document.sections.push_back(document.sections[0]);
    document.sections[2].blocks = {paragraph("Một đoạn văn dài hơn ba mươi mốt chữ cái thì không làm tên trang tính")};
    const auto book = plan_of(document);
    BOOST_TEST(book.sheets[0].name == "Văn bản");
    BOOST_TEST(book.sheets[1].name == "Phụ lục I");
    BOOST_TEST(book.sheets[2].name == "Văn bản (2)");
    BOOST_TEST((book.sheets[1].first_page_number == std::optional<std::uint16_t>(1)));
    BOOST_TEST(!book.sheets[2].first_page_number.has_value());
}

BOOST_AUTO_TEST_CASE(a_text_longer_than_a_cell_is_refused_with_its_place) {
    Diagnostics out;
    const auto document = document_of({paragraph("a"), paragraph(std::string(32'768, 'x'))});
    BOOST_TEST(!xlsx::plan(document, font::times_new_roman(), out).has_value());
    BOOST_REQUIRE(out.items().size() == 1u);
    BOOST_TEST((out.items()[0].code == Code::cell_text_too_long));
    BOOST_TEST(out.items()[0].args[0] == "Văn bản");
    BOOST_TEST(out.items()[0].args[1] == "A2");
    BOOST_TEST(codes_of(document_of({paragraph(std::string(32'767, 'x'))})).empty());
}

BOOST_AUTO_TEST_CASE(letters_of_two_bytes_count_once) {
    std::string text;
    for (int i = 0; i < 32'767; ++i) text += "ế";
    BOOST_TEST(codes_of(document_of({paragraph(text)})).empty());
}

BOOST_AUTO_TEST_CASE(a_number_of_more_than_15_digits_is_refused) {
    styled::Table table = estimate();
    auto values = *table.values;
    values.values[2].value = *Decimal::parse("1000000000000000");
    table.values = std::make_shared<const styled::TableValues>(values);
    const auto codes = codes_of(document_of({table, paragraph("")}));
    BOOST_TEST((codes == std::vector{Code::number_beyond_spreadsheet}));
}

BOOST_AUTO_TEST_CASE(a_date_before_the_spreadsheets_calendar_is_refused) {
    styled::TableValues values;
    values.columns.resize(1);
    values.values = {{0, 0, Date{1899, 12, 31}, false}};
    styled::Table dates = table({Twip{2000}}, {row({cell("31/12/1899")})});
    dates.values = std::make_shared<const styled::TableValues>(values);
    BOOST_TEST((codes_of(document_of({dates, paragraph("")})) == std::vector{Code::date_before_1900}));
}

BOOST_AUTO_TEST_CASE(a_formula_longer_than_excel_takes_is_refused) {
    styled::TableValues values;
    values.columns.resize(1);
    values.columns[0] = {"tien", true, 0, false, {}, true};
    styled::Table table = test::table({Twip{9355}}, {});
    styled::TableValues::Sum sum;
    for (std::uint32_t i = 0; i < 4'000; ++i) {
        table.rows.push_back(row({cell("1", kFigure)}));
        values.values.push_back({i, 0, Decimal(1), false});
        if (i % 2 == 0) sum.of.push_back({i, i});
    }
    sum.row = 4'000;
    table.rows.push_back(row({cell("2000", kFigure)}));
    values.values.push_back({4'000, 0, Decimal(2'000), true});
    values.sums = {sum};
    table.values = std::make_shared<const styled::TableValues>(values);
    BOOST_TEST((codes_of(document_of({table, paragraph("")})) == std::vector{Code::formula_too_long}));
}

BOOST_AUTO_TEST_SUITE_END()
