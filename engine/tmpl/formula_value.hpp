// The value of one formula over the cells of one row, as an exact fraction.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/document.hpp"

namespace vanban::tmpl {

/// The sum of a column's outermost rows; empty for columns that are not summed.
struct GrandTotal {
    Decimal value;
    bool any = false;  ///< A row has a number.
};
using GrandTotals = std::vector<std::optional<GrandTotal>>;

struct FormulaResult {
    enum class State : std::uint8_t {
        Number,        ///< numerator / denominator.
        Empty,         ///< No column it names has a number, or it divides by an empty cell.
        Missing,       ///< Empty because of `missing`.
        ZeroDivision,  ///< A divisor is 0, and not because nothing was given.
        Overflow,
    };
    State state = State::Empty;
    Decimal numerator{};
    Decimal denominator = Decimal(1);
    std::optional<std::uint16_t> missing{};  ///< The first factor that is empty while the other has a number.
};

/// Computes formulas; keeps its stack from one to the next.
///
/// An empty cell counts as 0 in sums and differences. A product with an empty factor, and a quotient with an empty
/// part, is empty; so is 0 that was computed of nothing (a cell with a number but no text).
class FormulaValue {
public:
    /// `totals`: grand totals of the columns that are computed already.
    FormulaResult of(const model::CongThuc& formula, const std::vector<model::O>& cells, const GrandTotals& totals);

private:
    struct Operand {
        Decimal numerator{};
        Decimal denominator = Decimal(1);
        bool present = true;                     ///< Not empty.
        bool of_row = false;                     ///< Holds a cell of the row.
        std::optional<std::uint16_t> missing{};  ///< The column whose cell is empty.
    };
    using State = FormulaResult::State;

    Operand cell(const model::O& o, std::uint16_t column);
    Operand combine(model::BuocTinh::Phep phep, const Operand& a, const Operand& b);
    Operand product(const Operand& a, const Operand& b);
    Operand quotient(const Operand& a, const Operand& b);
    Operand sum(const Operand& a, Operand b, bool subtract);
    Decimal times(const Decimal& a, const Decimal& b);
    void fail(State state);

    std::vector<Operand> stack_;
    State failure_ = State::Number;
    bool any_ = false;  ///< A cell of the row has a number.
    std::optional<std::uint16_t> missing_;
};

}  // namespace vanban::tmpl
