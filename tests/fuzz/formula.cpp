// Fuzz target: formulas of the columns of a table, a line each, over one row of cells.
#include "tmpl/formula.hpp"

#include <array>
#include <cstdlib>
#include <string>
#include <vector>

#include "base/utf8.hpp"
#include "exact_bytes.hpp"
#include "tmpl/formula_value.hpp"

namespace {

using namespace vanban;

constexpr std::array kNames{"a", "b", "c", "d"};

void require(bool holds) {
    if (!holds) std::abort();
}

/// Postfix steps never take more than there is, and leave one value.
void check_steps(const tmpl::Formula& formula) {
    using Phep = model::BuocTinh::Phep;
    std::size_t values = 0;
    for (const tmpl::FormulaStep& step : formula.steps) {
        const bool operand = step.phep == Phep::So || step.phep == Phep::Cot || step.phep == Phep::TongCot;
        const std::size_t taken = operand ? 0 : step.phep == Phep::Doi ? 1 : 2;
        require(values >= taken);
        values = values - taken + 1;
    }
    require(values == 1);
}

std::vector<std::optional<tmpl::Formula>> parse_lines(std::string_view text, Diagnostics& out) {
    std::vector<std::optional<tmpl::Formula>> formulas;
    std::size_t begin = 0;
    while (begin <= text.size() && formulas.size() < kNames.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const Span where{0, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
        const std::size_t errors = out.error_count();
        formulas.push_back(tmpl::parse_formula(text.substr(begin, end - begin), where, Limits{}, out));
        require(formulas.back().has_value() == (out.error_count() == errors));
        if (formulas.back()) check_steps(*formulas.back());
        begin = end + 1;
    }
    formulas.resize(kNames.size());
    return formulas;
}

/// One row: a whole number, an empty cell, a long fraction, 0. Columns are computed in their order.
void compute(const tmpl::ResolvedFormulas& resolved) {
    std::vector<model::O> cells(kNames.size());
    const std::array numbers{Decimal::parse("999999999999"), std::optional<Decimal>(),
                             Decimal::parse("-0.000000000000000007"), std::optional<Decimal>(0)};
    for (std::size_t i = 0; i < cells.size(); ++i) cells[i].so = numbers[i];
    const tmpl::GrandTotals totals(kNames.size(), tmpl::GrandTotal{Decimal(12), true});
    tmpl::FormulaValue value;
    for (const std::uint16_t column : resolved.order) {
        if (!resolved.cong_thuc[column]) continue;
        const tmpl::FormulaResult result = value.of(*resolved.cong_thuc[column], cells, totals);
        const bool number = result.state == tmpl::FormulaResult::State::Number;
        require(!number || !result.denominator.is_zero());
        cells[column].so = number ? Decimal::divide(result.numerator, result.denominator, 2) : std::nullopt;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    if (utf8::find_invalid(bytes.view())) return 0;  // Templates are checked before.
    Diagnostics out;
    const auto formulas = parse_lines(bytes.view(), out);
    std::vector<tmpl::FormulaColumn> columns;
    for (std::size_t i = 0; i < kNames.size(); ++i) {
        columns.push_back({.ten = kNames[i],
                           .kieu = model::KieuCot::So,
                           .tong = i % 2 == 0,
                           .formula = formulas[i] ? &*formulas[i] : nullptr,
                           .span = {}});
    }
    const tmpl::ResolvedFormulas resolved = tmpl::resolve_formulas(columns, out);
    require(resolved.cong_thuc.size() == columns.size());
    require(resolved.order.size() == columns.size() || out.has_errors());  // Circles are not computed.
    for (const Diagnostic& found : out) require(!found.span.known() || found.span.end <= size);
    compute(resolved);
    return 0;
}
