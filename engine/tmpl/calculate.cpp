// Formulas and sums of one table. Columns are computed one after the other, each after those that it needs.
#include "tmpl/calculate.hpp"

#include <algorithm>

#include "tmpl/formula_value.hpp"
#include "wording/numbers.hpp"

namespace vanban::tmpl {

namespace {

using model::LoaiHang;

class Calculator {
public:
    Calculator(model::Bang& bang, const TableFacts& facts, const std::vector<std::uint32_t>& outermost,
               Diagnostics& out)
        : bang_(bang), facts_(facts), outermost_(outermost), out_(out), totals_(bang.cot.size()) {}

    GrandTotals run() {
        for (const std::uint16_t column : facts_.formulas.order) compute(column);
        return std::move(totals_);
    }

private:
    const model::Cot& cot(std::uint16_t column) const { return bang_.cot[column]; }
    model::O& cell(std::size_t row, std::uint16_t column) { return bang_.hang[row].o[column]; }

    void compute(std::uint16_t column) {
        if (!cot(column).tong && !cot(column).cong_thuc) return;
        claims_ = &facts_.claims[column];
        if (cot(column).cong_thuc) {
            for (std::size_t row = 0; row < bang_.hang.size(); ++row) {
                const model::Hang& hang = bang_.hang[row];
                if (hang.loai == LoaiHang::Thuong || (hang.cong && !cot(column).tong)) apply_formula(row, column);
            }
        }
        if (!cot(column).tong) return;
        // Children stand below their group, totals may stand anywhere: groups from below, then totals.
        for (std::size_t row = bang_.hang.size(); row-- > 0;)
            if (bang_.hang[row].loai == LoaiHang::Nhom && bang_.hang[row].cong) add_up(row, column);
        for (std::size_t row = 0; row < bang_.hang.size(); ++row)
            if (bang_.hang[row].loai == LoaiHang::Tong && bang_.hang[row].cong) add_up(row, column);
        const std::optional<GrandTotal> total = sum(outermost_, column);
        if (!total && !overflowed_) out_.add(Code::total_overflow, facts_.place, {heading_of(cot(column))});
        totals_[column] = total.value_or(GrandTotal());
    }

    // Formulas.

    void apply_formula(std::size_t row, std::uint16_t column) {
        if (std::ranges::binary_search(facts_.broken, row)) return;
        const FormulaResult result = value_.of(*cot(column).cong_thuc, bang_.hang[row].o, totals_);
        const Claim* claim = claim_of(row);
        const bool is_item = bang_.hang[row].loai == LoaiHang::Thuong;
        switch (result.state) {
            case FormulaResult::State::Number:
                if (is_item && result.missing) warn_missing(row, column, *result.missing);
                return settle(row, column, result, claim);
            case FormulaResult::State::Missing:
                return is_item ? settle_missing(row, column, *result.missing, claim) : void();
            case FormulaResult::State::Empty:
                // Nothing to compute with: what the data gives is a lump sum.
                if (claim) put(row, column, rounded(column, claim->value), false);
                return;
            case FormulaResult::State::ZeroDivision:
                return report_row(Code::row_division_by_zero, row, column);
            case FormulaResult::State::Overflow:
                return report_row(Code::row_overflow, row, column);
        }
    }

    void settle(std::size_t row, std::uint16_t column, const FormulaResult& result, const Claim* claim) {
        const std::optional<Decimal> number =
            Decimal::divide(result.numerator, result.denominator, places_of(cot(column)).value_or(0));
        if (!number) return report_row(Code::row_overflow, row, column);
        if (claim && claim->value != *number)
            out_.add(
                Code::computed_differs, claim->span,
                {heading_of(cot(column)), label_of(bang_, row), text(column, claim->value), text(column, *number)});
        if (facts_.no_negative[column] && number->is_negative())
            out_.add(Code::negative_number, place(row, claim), {text(column, *number), heading_of(cot(column))});
        put(row, column, *number, true);
    }

    /// A factor is missing: what the data gives stands, otherwise the cell stays blank and counts as 0.
    void settle_missing(std::size_t row, std::uint16_t column, std::uint16_t missing, const Claim* claim) {
        if (claim) {
            out_.add(
                Code::missing_operand_given, claim->span,
                {label_of(bang_, row), heading_of(cot(missing)), heading_of(cot(column)), text(column, claim->value)});
            return put(row, column, rounded(column, claim->value), false);
        }
        warn_missing(row, column, missing);
        put_nothing(row, column);
    }

    void warn_missing(std::size_t row, std::uint16_t column, std::uint16_t missing) {
        out_.add(Code::missing_operand, facts_.rows[row],
                 {label_of(bang_, row), heading_of(cot(missing)), heading_of(cot(column))});
    }

    void report_row(Code code, std::size_t row, std::uint16_t column) {
        overflowed_ = true;
        out_.add(code, facts_.rows[row], {label_of(bang_, row), heading_of(cot(column))});
    }

    // Sums.

    /// Empty if the sum is too large.
    std::optional<GrandTotal> sum(const std::vector<std::uint32_t>& rows, std::uint16_t column) {
        GrandTotal result;
        for (const std::uint32_t row : rows) {
            const model::O& o = cell(row, column);
            if (!o.so) continue;
            const std::optional<Decimal> next = Decimal::add(result.value, *o.so);
            if (!next) return std::nullopt;
            result.value = *next;
            result.any = result.any || !o.doan.empty();
        }
        return result;
    }

    /// A sum of nothing is 0, but it is not printed.
    void add_up(std::size_t row, std::uint16_t column) {
        const std::optional<GrandTotal> found = sum(bang_.hang[row].cong_hang, column);
        if (!found) return report_row(Code::row_overflow, row, column);
        const Claim* claim = claim_of(row);
        if (claim && claim->value != found->value && facts_.broken.empty())
            report_sum(row, column, *claim, found->value);
        if (found->any) return put(row, column, found->value, true);
        put_nothing(row, column);
    }

    void report_sum(std::size_t row, std::uint16_t column, const Claim& claim, const Decimal& found) {
        const Decimal difference = Decimal::subtract(claim.value, found).value_or(Decimal());
        out_.add(Code::sum_differs, claim.span,
                 {heading_of(cot(column)), label_of(bang_, row), text(column, claim.value), text(column, found),
                  text(column, difference)});
    }

    // Cells.

    Decimal rounded(std::uint16_t column, const Decimal& value) const {
        const std::optional<int> places = places_of(cot(column));
        return places ? value.rounded(*places) : value;
    }
    /// For messages, with all places: what differs must be seen.
    std::string text(std::uint16_t column, const Decimal& value) const {
        model::Cot exact;
        exact.phan_tram = cot(column).phan_tram;
        return cell_text(exact, value);
    }
    Span place(std::size_t row, const Claim* claim) const { return claim ? claim->span : facts_.rows[row]; }

    void put(std::size_t row, std::uint16_t column, const Decimal& value, bool computed) {
        model::O& o = cell(row, column);
        o.doan = {{{.text = cell_text(cot(column), value), .emphasis = model::Emphasis::None}}};
        o.so = value;
        o.tinh = computed;
    }

    /// Counts as 0, is computed, and shows nothing.
    void put_nothing(std::size_t row, std::uint16_t column) {
        model::O& o = cell(row, column);
        o.doan.clear();
        o.so = Decimal();
        o.tinh = true;
    }

    const Claim* claim_of(std::size_t row) const {
        const auto found = std::ranges::lower_bound(*claims_, row, {}, &Claim::row);
        return found != claims_->end() && found->row == row ? &*found : nullptr;
    }

    model::Bang& bang_;
    const TableFacts& facts_;
    const std::vector<std::uint32_t>& outermost_;
    Diagnostics& out_;
    const std::vector<Claim>* claims_ = nullptr;  ///< Of the column that is being computed.
    GrandTotals totals_;
    FormulaValue value_;
    bool overflowed_ = false;  ///< Some row was reported, so that its column's total says nothing.
};

}  // namespace

GrandTotals calculate(model::Bang& bang, const TableFacts& facts, const std::vector<std::uint32_t>& outermost,
                      Diagnostics& out) {
    return Calculator(bang, facts, outermost, out).run();
}

std::optional<int> places_of(const model::Cot& column) {
    constexpr int kOfPercent = 2;
    if (!column.so_le) return std::nullopt;
    return column.phan_tram ? *column.so_le + kOfPercent : *column.so_le;
}

std::string cell_text(const model::Cot& column, const Decimal& value) {
    constexpr int kWhole = 100;
    if (!column.phan_tram) return wording::format_number(value, column.so_le);
    const std::optional<Decimal> percents = Decimal::multiply(value, Decimal(kWhole));
    return wording::format_number(percents.value_or(value), column.so_le) + "%";
}

std::string heading_of(const model::Cot& column) {
    std::string heading = model::plain_text(column.tieu_de);
    std::ranges::replace(heading, '\n', ' ');
    return heading.empty() ? column.ten : heading;
}

std::string label_of(const model::Bang& bang, std::size_t row) {
    const model::Hang& hang = bang.hang[row];
    if (hang.loai != LoaiHang::Thuong) return model::plain_text(hang.nhan);
    for (std::size_t i = 0; i < hang.o.size(); ++i)
        if (bang.cot[i].kieu == model::KieuCot::Chu && !hang.o[i].doan.empty())
            return model::plain_text(hang.o[i].doan.front());
    return std::to_string(row + 1);
}

}  // namespace vanban::tmpl
