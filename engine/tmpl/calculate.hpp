// The arithmetic of tables: formulas of columns, sums of groups, totals. Exact decimals throughout.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "model/document.hpp"
#include "tmpl/formula.hpp"
#include "tmpl/formula_value.hpp"

namespace vanban::tmpl {

/// What the data says about a cell that is computed.
struct Claim {
    std::uint32_t row = 0;
    Decimal value;
    Span span;
};
/// A name that the template or the data gives, and where.
struct PlacedName {
    std::string name;
    Span span;
};
/// A group row that has a name, or a total row that adds up named groups.
struct NamedRow {
    std::uint32_t row = 0;
    std::vector<PlacedName> names;
};

/// What is known of a table beside its model, while it is made.
struct TableFacts {
    Span place;                              ///< Of the table.
    std::vector<Span> rows;                  ///< Places of all rows.
    ResolvedFormulas formulas;               ///< Of all columns.
    std::vector<std::vector<Claim>> claims;  ///< Of each column, by row.
    std::vector<bool> no_negative;           ///< Columns with am="khong".
    std::vector<std::uint32_t> broken;  ///< Rows with a cell that is wrong, ascending: nothing more is said of them.
    std::vector<NamedRow> groups;
    std::vector<NamedRow> totals;           ///< By row.
    std::vector<std::string> known_groups;  ///< Names that group rows of the template have, whether they came to be.
};

/// Which rows stand outermost: items and groups with a sum that lie in no group with a sum. Fills `cong_hang` of groups
/// and totals with `cong`: a group adds its direct children, a total the outermost rows or the groups it names. A group
/// without `cong` is a heading only: its rows count for what stands around it. `most`: entries that may be written; the
/// rest is left out, and the result is empty. Reports `no-such-group-row`, `group-without-sum`, `group-counted-twice`.
std::optional<std::vector<std::uint32_t>> link_rows(model::Bang& bang, const TableFacts& facts, std::size_t most,
                                                    Diagnostics& out);

/// Computes formulas and sums column by column and writes numbers and texts into the cells; `cong_hang` is filled in.
/// Returns the grand total of each column, that is of `outermost`; empty for columns that are not summed.
/// Reports `computed-differs`, `sum-differs`, `negative-number`, `row-division-by-zero`, `row-overflow`,
/// `total-overflow`, and warns with `missing-operand`, `missing-operand-given`.
GrandTotals calculate(model::Bang& bang, const TableFacts& facts, const std::vector<std::uint32_t>& outermost,
                      Diagnostics& out);

/// A number as a cell of the column shows it: in the Vietnamese format, shares in percent.
/// Source: Luật Kế toán, Điều 11.
std::string cell_text(const model::Cot& column, const Decimal& value);
/// Places to which the column's numbers are rounded; those of shares are two more than are shown.
std::optional<int> places_of(const model::Cot& column);
/// How messages name a column: its heading.
std::string heading_of(const model::Cot& column);
/// How messages name a row: its first text, or its number in the table.
std::string label_of(const model::Bang& bang, std::size_t row);

}  // namespace vanban::tmpl
