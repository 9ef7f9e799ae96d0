// Arithmetic of tables as formulas.
#include "xlsx/formula.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban;
using Kind = styled::FormulaStep::Kind;

namespace {

styled::FormulaStep number(std::string_view text) {
    return {Kind::Constant, *Decimal::parse(text), 0};
}
styled::FormulaStep column(std::uint16_t index) {
    return {Kind::Column, Decimal(), index};
}
styled::FormulaStep op(Kind kind, std::uint16_t index = 0) {
    return {kind, Decimal(), index};
}

/// Table rows 0 to 9 from sheet row 5 on, columns one by one; the total in sheet row 20.
xlsx::TablePlace place() {
    xlsx::TablePlace place;
    for (std::uint32_t row = 0; row < 10; ++row) place.rows.push_back(4 + row);
    for (std::uint16_t index = 0; index < 30; ++index) place.columns.push_back(index);
    place.total = 19;
    return place;
}

std::string formula(std::vector<styled::FormulaStep> steps, std::optional<int> decimals = std::nullopt,
                    bool percent = false) {
    styled::ColumnValues values;
    values.formula = std::move(steps);
    values.decimals = decimals;
    values.percent = percent;
    return xlsx::row_formula(values, place(), 0);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formula_)

BOOST_AUTO_TEST_CASE(a_product_is_rounded_to_the_places_of_its_column) {
    BOOST_TEST(formula({column(2), column(3), op(Kind::Multiply)}, 0) == "=ROUND(C5*D5,0)");
    BOOST_TEST(formula({column(2), column(3), op(Kind::Multiply)}, 2) == "=ROUND(C5*D5,2)");
    BOOST_TEST(formula({column(2), column(3), op(Kind::Multiply)}) == "=C5*D5");
}

BOOST_AUTO_TEST_CASE(shares_are_rounded_two_places_further_and_their_total_stands_fast) {
    BOOST_TEST(formula({column(4), op(Kind::ColumnTotal, 4), op(Kind::Divide)}, 1, true) == "=ROUND(E5/$E$20,3)");
}

BOOST_AUTO_TEST_CASE(brackets_stand_where_the_order_of_operations_needs_them_and_nowhere_else) {
    const auto a = column(0), b = column(1), c = column(2);
    BOOST_TEST(formula({a, b, op(Kind::Add), c, op(Kind::Multiply)}) == "=(A5+B5)*C5");
    BOOST_TEST(formula({a, b, c, op(Kind::Multiply), op(Kind::Add)}) == "=A5+B5*C5");
    BOOST_TEST(formula({a, b, c, op(Kind::Subtract), op(Kind::Subtract)}) == "=A5-(B5-C5)");
    BOOST_TEST(formula({a, b, op(Kind::Subtract), c, op(Kind::Subtract)}) == "=A5-B5-C5");
    BOOST_TEST(formula({a, b, c, op(Kind::Multiply), op(Kind::Divide)}) == "=A5/(B5*C5)");
    BOOST_TEST(formula({a, b, op(Kind::Add), op(Kind::Negate)}) == "=-(A5+B5)");
    BOOST_TEST(formula({a, number("-1.5"), op(Kind::Multiply)}) == "=A5*-1.5");
    BOOST_TEST(formula({number("1.1"), a, op(Kind::Multiply)}) == "=1.1*A5");
}

BOOST_AUTO_TEST_CASE(neighbouring_rows_are_added_up_as_ranges) {
    BOOST_TEST(xlsx::sum_formula({{1, 3}, {5, 5}}, place(), 5) == "=SUM(F6:F8,F10)");
    BOOST_TEST(xlsx::sum_formula({{1, 1}, {2, 2}, {3, 4}}, place(), 5) == "=SUM(F6:F9)");
    BOOST_TEST(xlsx::sum_formula({}, place(), 5) == "=0");
}

BOOST_AUTO_TEST_CASE(more_arguments_than_excel_takes_become_sums_of_sums) {
    xlsx::TablePlace large;
    large.columns = {0};
    std::vector<styled::RowRange> every_other;
    for (std::uint32_t row = 0; row < 600; ++row) {
        large.rows.push_back(row);
        if (row % 2 == 0) every_other.push_back({row, row});
    }
    const std::string sum = xlsx::sum_formula(every_other, large, 0);
    BOOST_TEST(sum.starts_with("=SUM(SUM(A1,A3,"));
    BOOST_TEST(sum.find("A509),SUM(A511,") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(number_formats_leave_the_separators_to_the_user) {
    BOOST_TEST(xlsx::number_format(0, false, false) == "#,##0");
    BOOST_TEST(xlsx::number_format(2, false, false) == "#,##0.00");
    BOOST_TEST(xlsx::number_format(1, true, false) == "0.0%");
    BOOST_TEST(xlsx::number_format(0, false, true) == "#,##0;-#,##0;");
}

BOOST_AUTO_TEST_SUITE_END()
