// Formulas of table columns: `so_luong * don_gia`, `thanh_tien / tong(thanh_tien)`. Nothing else can be computed there.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "model/document.hpp"

namespace vanban::tmpl {

/// One step in postfix order, before the columns are known: as model::BuocTinh, with the name of the column.
struct FormulaStep {
    model::BuocTinh::Phep phep = model::BuocTinh::Phep::So;
    Decimal so;
    std::string ten;
    Span span;  ///< Of the number, the name or the operator in the template.
    friend bool operator==(const FormulaStep& a, const FormulaStep& b) {
        return a.phep == b.phep && a.so == b.so && a.ten == b.ten;
    }
};
struct Formula {
    std::vector<FormulaStep> steps;  ///< Never empty; leave one value.
    Span span;
    friend bool operator==(const Formula& a, const Formula& b) { return a.steps == b.steps; }
};

/// Parses numbers, names of columns, `tong(name)`, `+ - * /`, signs and parentheses. `where` is the span of `text`; if
/// it has another length (entities were decoded), everything is reported at the whole of it. Reports syntax with the
/// note `formula_is`, and `too-deep`; empty exactly when it reported an error.
std::optional<Formula> parse_formula(std::string_view text, Span where, const Limits& limits, Diagnostics& out);

/// What formulas must know of the columns of their table.
struct FormulaColumn {
    std::string ten;  ///< May be empty.
    model::KieuCot kieu = model::KieuCot::Chu;
    bool tong = false;
    const Formula* formula = nullptr;
    Span span;  ///< Of the column.
};

/// Formulas over the columns of one table, numbered from 0.
struct ResolvedFormulas {
    std::vector<std::optional<model::CongThuc>> cong_thuc;  ///< Of each column.
    std::vector<bool> computes;                             ///< Takes part: has a formula, is used in one or summed.
    std::vector<std::uint16_t> order;                       ///< All columns, each after those that it is computed from.
    const FormulaStep* uses_total = nullptr;                ///< The first `tong(…)`, if there is one.
};

/// Finds the columns that formulas name. Reports `unknown-column` with a suggestion, `column-not-summed`,
/// `not-a-number-column` and `formula-cycle`; columns whose formula is wrong have none then.
ResolvedFormulas resolve_formulas(const std::vector<FormulaColumn>& columns, Diagnostics& out);

}  // namespace vanban::tmpl
