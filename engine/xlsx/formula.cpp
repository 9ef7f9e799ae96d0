#include "xlsx/formula.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cassert>

#include "xlsx/limits.hpp"
#include "xlsx/references.hpp"

namespace vanban::xlsx {
namespace {

using Kind = styled::FormulaStep::Kind;

/// How tightly the outermost operator of a term binds.
enum class Binding : std::uint8_t { Sum, Product, Sign, Atom };

struct Term {
    std::string text;
    Binding binding = Binding::Atom;
};

std::string bracketed(const Term& term, Binding least) {
    return term.binding < least ? fmt::format("({})", term.text) : term.text;
}

Term constant(const Decimal& value) {
    return {value.to_string(), value.is_negative() ? Binding::Sign : Binding::Atom};
}

/// `-` and `/` take brackets on their right even around their equals.
Term combine(Kind kind, const Term& left, const Term& right) {
    switch (kind) {
        case Kind::Add:
            return {fmt::format("{}+{}", bracketed(left, Binding::Sum), bracketed(right, Binding::Sum)), Binding::Sum};
        case Kind::Subtract:
            return {fmt::format("{}-{}", bracketed(left, Binding::Sum), bracketed(right, Binding::Product)),
                    Binding::Sum};
        case Kind::Multiply:
            return {fmt::format("{}*{}", bracketed(left, Binding::Product), bracketed(right, Binding::Product)),
                    Binding::Product};
        default:
            return {fmt::format("{}/{}", bracketed(left, Binding::Product), bracketed(right, Binding::Sign)),
                    Binding::Product};
    }
}

Term expression(const std::vector<styled::FormulaStep>& steps, const TablePlace& place, std::uint32_t row) {
    std::vector<Term> stack;
    for (const styled::FormulaStep& step : steps) {
        switch (step.kind) {
            case Kind::Constant:
                stack.push_back(constant(step.constant));
                break;
            case Kind::Column:
                stack.push_back({cell_name(place.rows[row], place.columns[step.column]), Binding::Atom});
                break;
            case Kind::ColumnTotal:
                assert(place.total && "a table whose formulas refer to its total has one");
                stack.push_back({fixed_cell_name(*place.total, place.columns[step.column]), Binding::Atom});
                break;
            case Kind::Negate:
                stack.back() = {fmt::format("-{}", bracketed(stack.back(), Binding::Sign)), Binding::Sign};
                break;
            default: {
                assert(stack.size() >= 2 && "an operator has two operands");
                const Term right = std::move(stack.back());
                stack.pop_back();
                stack.back() = combine(step.kind, stack.back(), right);
            }
        }
    }
    assert(stack.size() == 1 && "a formula has one result");
    return std::move(stack.back());
}

/// "F6:F9" for each stretch of neighbouring rows.
std::vector<std::string> ranges(const std::vector<styled::RowRange>& of, const TablePlace& place,
                                std::uint16_t column) {
    std::vector<styled::RowRange> joined;
    for (const styled::RowRange& range : of) {
        if (!joined.empty() && joined.back().last + 1 == range.first) {
            joined.back().last = range.last;
        } else {
            joined.push_back(range);
        }
    }
    std::vector<std::string> result;
    for (const styled::RowRange& range : joined) {
        const std::uint16_t sheet_column = place.columns[column];
        std::string text = cell_name(place.rows[range.first], sheet_column);
        if (range.last != range.first) text += fmt::format(":{}", cell_name(place.rows[range.last], sheet_column));
        result.push_back(std::move(text));
    }
    return result;
}

std::string sum_of(const std::vector<std::string>& arguments, std::size_t begin, std::size_t end) {
    return fmt::format("SUM({})", fmt::join(arguments.begin() + static_cast<std::ptrdiff_t>(begin),
                                            arguments.begin() + static_cast<std::ptrdiff_t>(end), ","));
}

}  // namespace

std::string row_formula(const styled::ColumnValues& column, const TablePlace& place, std::uint32_t row) {
    const Term term = expression(column.formula, place, row);
    if (!column.decimals) return fmt::format("={}", term.text);
    return fmt::format("=ROUND({},{})", term.text, *column.decimals + (column.percent ? 2 : 0));
}

std::string sum_formula(const std::vector<styled::RowRange>& of, const TablePlace& place, std::uint16_t column) {
    std::vector<std::string> arguments = ranges(of, place, column);
    if (arguments.empty()) return "=0";
    while (arguments.size() > kMostArguments) {
        std::vector<std::string> sums;
        for (std::size_t i = 0; i < arguments.size(); i += kMostArguments)
            sums.push_back(sum_of(arguments, i, std::min(i + kMostArguments, arguments.size())));
        arguments = std::move(sums);
    }
    return fmt::format("={}", sum_of(arguments, 0, arguments.size()));
}

std::string number_format(int decimals, bool percent, bool blank_zero) {
    std::string format = percent ? "0" : "#,##0";
    if (decimals > 0) format.append(".").append(static_cast<std::size_t>(decimals), '0');
    if (percent) format += "%";
    return blank_zero ? fmt::format("{0};-{0};", format) : format;
}

}  // namespace vanban::xlsx
