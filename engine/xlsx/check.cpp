#include "xlsx/check.hpp"

#include <algorithm>
#include <set>

#include "xlsx/limits.hpp"
#include "xlsx/references.hpp"
#include "xlsx/text_layout.hpp"

namespace vanban::xlsx {
namespace {

/// Excel's calendar begins with 1900-01-01 and has a 29 February 1900 that never was.
constexpr Date kFirstDate{1900, 3, 1};

class SheetCheck {
public:
    SheetCheck(const SheetPlan& sheet, Diagnostics& out) : sheet_(sheet), out_(out) {}

    void run() {
        if (sheet_.rows.size() > kMostRows)
            out_.add(Code::sheet_too_long, {}, {sheet_.name, count(sheet_.rows.size()), count(kMostRows)});
        if (sheet_.columns.size() > kMostColumns)
            out_.add(Code::sheet_too_wide, {}, {sheet_.name, count(sheet_.columns.size()), count(kMostColumns)});
        if (sheet_.merges.size() > kMostMerges)
            out_.add(Code::too_many_merges, {}, {sheet_.name, count(sheet_.merges.size()), count(kMostMerges)});
        for (std::uint32_t row = 0; row < sheet_.rows.size(); ++row)
            for (const CellPlan& cell : sheet_.rows[row].cells) check_cell(row, cell);
        check_merges();
    }

private:
    static std::string count(std::size_t n) { return std::to_string(n); }

    void check_cell(std::uint32_t row, const CellPlan& cell) {
        if (const auto* text = std::get_if<RichText>(&cell.content)) {
            std::size_t bytes = 0;
            for (const Piece& piece : *text) bytes += piece.text.size();
            if (bytes <= kMostCellCharacters) return;
            if (const std::size_t length = utf16_length(plain(*text)); length > kMostCellCharacters)
                report(Code::cell_text_too_long, row, cell, {count(length), count(kMostCellCharacters)});
        } else if (const auto* formula = std::get_if<Formula>(&cell.content)) {
            if (formula->text.size() > kMostFormulaCharacters)
                report(Code::formula_too_long, row, cell, {count(formula->text.size()), count(kMostFormulaCharacters)});
        } else if (const auto* date = std::get_if<Date>(&cell.content)) {
            if (*date < kFirstDate) report(Code::date_before_1900, row, cell, {});
        }
    }

    void report(Code code, std::uint32_t row, const CellPlan& cell, std::vector<std::string> more) {
        std::vector<std::string> args{sheet_.name, cell_name(row, cell.column)};
        args.insert(args.end(), more.begin(), more.end());
        out_.add(code, {}, std::move(args));
    }

    /// Sweeps down the rows with the merged ranges that reach each.
    void check_merges() {
        std::vector<Range> merges = sheet_.merges;
        std::sort(merges.begin(), merges.end(), [](const Range& a, const Range& b) {
            return std::pair(a.first_row, a.first_column) < std::pair(b.first_row, b.first_column);
        });
        std::multiset<std::pair<std::uint32_t, std::size_t>> open;  ///< By last row.
        for (std::size_t i = 0; i < merges.size(); ++i) {
            while (!open.empty() && open.begin()->first < merges[i].first_row) open.erase(open.begin());
            for (const auto& [last_row, other] : open)
                if (merges[i].first_column <= merges[other].last_column &&
                    merges[other].first_column <= merges[i].last_column)
                    out_.add(Code::merges_overlap, {},
                             {sheet_.name, cell_name(merges[other].first_row, merges[other].first_column),
                              cell_name(merges[i].first_row, merges[i].first_column)});
            open.emplace(merges[i].last_row, i);
        }
    }

    const SheetPlan& sheet_;
    Diagnostics& out_;
};

}  // namespace

void check(const BookPlan& book, Diagnostics& out) {
    if (book.formats.size() > kMostFormats)
        out.add(Code::too_many_formats, {}, {std::to_string(book.formats.size()), std::to_string(kMostFormats)});
    for (const SheetPlan& sheet : book.sheets) SheetCheck(sheet, out).run();
}

}  // namespace vanban::xlsx
