// Fractions of decimals: nothing is rounded before the end.
#include "tmpl/formula_value.hpp"

namespace vanban::tmpl {

using Phep = model::BuocTinh::Phep;

namespace {

constexpr int kMaxScale = 18;

bool is_one(const Decimal& value) {
    return value == Decimal(1);
}

}  // namespace

FormulaResult FormulaValue::of(const model::CongThuc& formula, const std::vector<model::O>& cells,
                               const GrandTotals& totals) {
    stack_.clear();
    failure_ = State::Number;
    any_ = false;
    missing_.reset();
    for (const model::BuocTinh& step : formula) {
        if (step.phep == Phep::So) {
            stack_.push_back({.numerator = step.so});
        } else if (step.phep == Phep::Cot) {
            stack_.push_back(cell(cells[step.cot], step.cot));
        } else if (step.phep == Phep::TongCot) {
            const GrandTotal total = totals[step.cot].value_or(GrandTotal());
            stack_.push_back({.numerator = total.value, .present = total.any});
        } else if (step.phep == Phep::Doi) {
            Operand& last = stack_.back();
            last.numerator = Decimal::subtract(Decimal(), last.numerator).value_or(last.numerator);
        } else {
            const Operand right = stack_.back();
            stack_.pop_back();
            stack_.back() = combine(step.phep, stack_.back(), right);
        }
    }
    const Operand& last = stack_.back();
    FormulaResult result{.numerator = last.numerator, .denominator = last.denominator};
    if (!any_) return result;
    result.state = failure_;
    if (failure_ == State::Number && !last.present) result.state = missing_ ? State::Missing : State::Empty;
    result.missing = missing_;
    return result;
}

FormulaValue::Operand FormulaValue::cell(const model::O& o, std::uint16_t column) {
    Operand operand{.of_row = true};
    operand.present = o.so && !o.doan.empty();
    if (operand.present) {
        operand.numerator = *o.so;
        any_ = true;
    } else {
        operand.missing = column;
    }
    return operand;
}

FormulaValue::Operand FormulaValue::combine(Phep phep, const Operand& a, const Operand& b) {
    Operand result;
    if (phep == Phep::Nhan) {
        result = product(a, b);
    } else if (phep == Phep::Chia) {
        result = quotient(a, b);
    } else {
        result = sum(a, b, phep == Phep::Tru);
    }
    result.of_row = a.of_row || b.of_row;
    if (!result.present && !result.missing) result.missing = a.missing ? a.missing : b.missing;
    return result;
}

FormulaValue::Operand FormulaValue::product(const Operand& a, const Operand& b) {
    if (a.present && b.present)
        return {.numerator = times(a.numerator, b.numerator), .denominator = times(a.denominator, b.denominator)};
    const Operand& filled = a.present ? a : b;
    const Operand& empty = a.present ? b : a;
    if (filled.present && filled.of_row && !missing_) missing_ = empty.missing;
    return {.present = false};
}

FormulaValue::Operand FormulaValue::quotient(const Operand& a, const Operand& b) {
    if (!a.present || !b.present) return {.present = false};
    if (b.numerator.is_zero()) {
        fail(State::ZeroDivision);
        return {};
    }
    return {.numerator = times(a.numerator, b.denominator), .denominator = times(a.denominator, b.numerator)};
}

FormulaValue::Operand FormulaValue::sum(const Operand& a, Operand b, bool subtract) {
    if (!a.present && !b.present) return {.present = false};
    Operand left = a;
    if (left.denominator != b.denominator) {
        left.numerator = times(left.numerator, b.denominator);
        b.numerator = times(b.numerator, a.denominator);
        left.denominator = times(left.denominator, b.denominator);
    }
    const auto number =
        subtract ? Decimal::subtract(left.numerator, b.numerator) : Decimal::add(left.numerator, b.numerator);
    if (!number) fail(State::Overflow);
    return {.numerator = number.value_or(Decimal()), .denominator = left.denominator};
}

/// Exact or a failure: more places than a decimal has would be rounded.
Decimal FormulaValue::times(const Decimal& a, const Decimal& b) {
    if (is_one(a)) return b;
    if (is_one(b)) return a;
    const auto result = a.scale() + b.scale() > kMaxScale ? std::nullopt : Decimal::multiply(a, b);
    if (!result) fail(State::Overflow);
    return result.value_or(Decimal(1));
}

void FormulaValue::fail(State state) {
    if (failure_ == State::Number) failure_ = state;
}

}  // namespace vanban::tmpl
