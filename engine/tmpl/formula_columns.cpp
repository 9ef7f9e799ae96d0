// Formulas of a table among each other: which columns they mean, and in which order they are computed.
#include <algorithm>

#include "tmpl/formula.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {

namespace {

using Phep = model::BuocTinh::Phep;

class Resolver {
public:
    Resolver(const std::vector<FormulaColumn>& columns, Diagnostics& out) : columns_(columns), out_(out) {
        const std::size_t count = columns.size();
        result_.cong_thuc.resize(count);
        result_.computes.resize(count);
        needs_.resize(count);
    }

    ResolvedFormulas run() {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            if (columns_[i].tong) use(i, columns_[i].span);
            if (columns_[i].formula) resolve(i, *columns_[i].formula);
        }
        set_order();
        return std::move(result_);
    }

private:
    std::string name_of(std::size_t column) const {
        return columns_[column].ten.empty() ? "#" + std::to_string(column + 1) : columns_[column].ten;
    }

    /// The column takes part in computing; only columns of numbers can.
    bool use(std::size_t column, Span where) {
        if (columns_[column].kieu == model::KieuCot::So) {
            result_.computes[column] = true;
            return true;
        }
        out_.add(Code::not_a_number_column, where, {name_of(column)});
        return false;
    }

    void resolve(std::size_t column, const Formula& formula) {
        bool right = use(column, formula.span);
        model::CongThuc steps;
        for (const FormulaStep& step : formula.steps) {
            model::BuocTinh resolved{.phep = step.phep, .so = step.so};
            if (step.phep == Phep::Cot || step.phep == Phep::TongCot) {
                const std::optional<std::size_t> found = find(step);
                if (!found) {
                    right = false;
                    continue;
                }
                resolved.cot = static_cast<std::uint16_t>(*found);
                needs_[column].push_back(*found);
            }
            steps.push_back(resolved);
        }
        if (right) result_.cong_thuc[column] = std::move(steps);
    }

    std::optional<std::size_t> find(const FormulaStep& step) {
        const auto found = std::ranges::find(columns_, step.ten, &FormulaColumn::ten);
        if (found == columns_.end()) {
            std::vector<std::string> known;
            for (const FormulaColumn& one : columns_)
                if (!one.ten.empty()) known.push_back(one.ten);
            out_.add(with_suggestion(diagnose(Code::unknown_column, step.span, {step.ten}), step.ten, known));
            return std::nullopt;
        }
        const auto index = static_cast<std::size_t>(found - columns_.begin());
        if (!use(index, step.span)) return std::nullopt;
        if (step.phep == Phep::TongCot) {
            if (!found->tong) {
                out_.add(Code::column_not_summed, step.span, {step.ten});
                return std::nullopt;
            }
            if (!result_.uses_total) result_.uses_total = &step;
        }
        return index;
    }

    /// Columns whose needs are all settled come next; what is left over goes round in circles.
    void set_order() {
        std::vector<bool> settled(columns_.size());
        for (bool more = true; more;) {
            more = false;
            for (std::size_t i = 0; i < columns_.size(); ++i) {
                if (settled[i] || !std::ranges::all_of(needs_[i], [&](std::size_t need) { return settled[need]; }))
                    continue;
                settled[i] = more = true;
                result_.order.push_back(static_cast<std::uint16_t>(i));
            }
        }
        const auto left = std::ranges::find(settled, false);
        if (left != settled.end()) report_cycle(static_cast<std::size_t>(left - settled.begin()), settled);
    }

    /// From any column that is left over, unsettled needs lead into a circle.
    void report_cycle(std::size_t column, const std::vector<bool>& settled) {
        std::vector<std::size_t> path;
        auto first = path.end();
        while ((first = std::ranges::find(path, column)) == path.end()) {
            path.push_back(column);
            column = *std::ranges::find_if(needs_[column], [&](std::size_t need) { return !settled[need]; });
        }
        std::string circle;
        for (auto it = first; it != path.end(); ++it) circle += name_of(*it) + " → ";
        out_.add(Code::formula_cycle, columns_[column].formula->span, {circle + name_of(column)});
        for (std::size_t i = 0; i < columns_.size(); ++i)
            if (!settled[i]) result_.cong_thuc[i].reset();
    }

    const std::vector<FormulaColumn>& columns_;
    Diagnostics& out_;
    ResolvedFormulas result_;
    std::vector<std::vector<std::size_t>> needs_;  ///< Columns that each one's formula names.
};

}  // namespace

ResolvedFormulas resolve_formulas(const std::vector<FormulaColumn>& columns, Diagnostics& out) {
    return Resolver(columns, out).run();
}

}  // namespace vanban::tmpl
