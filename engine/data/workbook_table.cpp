// Rows of sheets to rows of a table.
#include "data/workbook_table.hpp"

#include <algorithm>
#include <map>
#include <utility>

#include "base/date.hpp"
#include "base/utf8.hpp"
#include "data/plain_scalar.hpp"
#include "data/table.hpp"

namespace vanban::data {
namespace {

/// "(1)", "(12)"
bool is_column_number(std::string_view text) {
    if (text.size() < 3 || text.front() != '(' || text.back() != ')') return false;
    return std::ranges::all_of(text.substr(1, text.size() - 2), [](char c) { return c >= '0' && c <= '9'; });
}

/// One blank for every run of white space: header cells are often broken into lines.
std::string on_one_line(std::string_view text) {
    std::string out;
    for (const char c : utf8::trim(text)) {
        const bool blank = c == ' ' || c == '\n' || c == '\t';
        if (!blank) out += c;
        if (blank && !out.ends_with(' ')) out += ' ';
    }
    return out;
}

/// Values of cells, by what they hold.
class CellValues {
public:
    explicit CellValues(Intake& intake) : intake_(intake) {}

    std::string_view text(const GridCell& cell) const { return intake_.text().substr(cell.begin, cell.size); }
    Span span(const GridCell& cell) const { return intake_.span(cell.begin, std::size_t{cell.begin} + cell.size); }

    Value read(const GridCell& cell) const {
        Value value(Null{}, span(cell));
        switch (cell.kind) {
            case CellKind::Text:
                value.indent = 0;
                value.content = intake_.accept(std::string(text(cell)), value.span, value.indent);
                break;
            case CellKind::Number:
                read_number(cell, value);
                break;
            case CellKind::Bool:
                value.content = text(cell) == "TRUE";
                break;
            case CellKind::Date:
            case CellKind::DateTime:
                read_date(cell, value);
                break;
            case CellKind::Error:
            case CellKind::NoResult:
            case CellKind::Inexact:
            case CellKind::OutOfRange:
            case CellKind::NotADay:
            case CellKind::Malformed:
                report(cell);
        }
        return value;
    }

private:
    static Code code_of(CellKind kind) {
        switch (kind) {
            case CellKind::Error:
                return Code::cell_error_value;
            case CellKind::NoResult:
                return Code::cell_without_result;
            case CellKind::Inexact:
                return Code::cell_number_inexact;
            case CellKind::NotADay:
                return Code::cell_not_a_day;
            default:
                return Code::cell_number_out_of_range;
        }
    }
    void report(const GridCell& cell) const {
        intake_.report(diagnose(code_of(cell.kind), span(cell), {std::string(text(cell))}));
    }
    void read_number(const GridCell& cell, Value& value) const {
        auto number = plain_number(text(cell));
        if (!number)
            return intake_.report(diagnose(Code::cell_number_out_of_range, value.span, {std::string(text(cell))}));
        value.content = std::move(*number);
    }
    void read_date(const GridCell& cell, Value& value) const {
        const std::string_view written = text(cell);
        const std::size_t blank = written.find(' ');
        if (blank != written.npos) {
            const Span time = value.span.sub(blank + 1, written.size());
            intake_.report(diagnose(Code::cell_time_dropped, time, {std::string(written.substr(blank + 1))}));
        }
        auto date = parse_partial_date(written.substr(0, blank), value.span);
        if (!date) return intake_.report(date.error());
        value.content = *date;
    }

    Intake& intake_;
};

/// Cells merged downwards that reach into the row at hand.
class MergedDown {
public:
    MergedDown(const Grid& grid, std::uint32_t first_row)
        : grid_(grid), next_(grid.merges.begin()), first_row_(first_row) {}

    /// Moves on to a row; rows come in order.
    void enter(std::uint32_t row) {
        std::erase_if(open_, [&](const auto& each) { return each.second.last_row < row; });
        for (; next_ != grid_.merges.end() && next_->first.row <= row; ++next_) {
            if (next_->first.row < first_row_ || next_->last.row == next_->first.row || next_->last.row < row) continue;
            open_.insert_or_assign(next_->first.column, Open{next_->first.row, next_->last.row, Value()});
        }
    }
    /// Keeps the value of a first cell for the rows below.
    void keep(std::uint32_t row, std::uint32_t column, const Value& value) {
        const auto found = open_.find(column);
        if (found != open_.end() && found->second.first_row == row) found->second.value = value;
    }
    /// The value that a merged cell which began above gives to the row; nullptr if there is none.
    const Value* find(std::uint32_t row, std::uint32_t column) const {
        const auto found = open_.find(column);
        return found != open_.end() && found->second.first_row < row ? &found->second.value : nullptr;
    }

private:
    struct Open {
        std::uint32_t first_row;
        std::uint32_t last_row;
        Value value;
    };
    const Grid& grid_;
    std::vector<CellRange>::const_iterator next_;
    std::uint32_t first_row_;
    std::map<std::uint32_t, Open> open_;
};

class TableReader {
public:
    TableReader(const LoadedSheet& sheet, Intake& intake)
        : sheet_(sheet),
          intake_(intake),
          values_(intake),
          table_(intake),
          merged_(sheet.grid, sheet.layout.first_body_row) {}

    std::optional<SheetValue> read() {
        SheetValue out;
        if (!read_path(out.path)) return std::nullopt;
        if (sheet_.layout.columns.empty()) {
            intake_.report(diagnose(Code::sheet_without_header, values_.span(sheet_.grid.cells.front())));
            return std::nullopt;
        }
        find_columns();
        if (!table_.begin(header())) return std::nullopt;
        for (auto row = first_row(); row != sheet_.rows.end() && !stopped_; ++row) add_row(*row);
        out.is_form = table_.is_form();
        out.value = table_.finish(header_span());
        return out;
    }

private:
    bool read_path(std::string& path) {
        if (!sheet_.layout.marker) {
            std::uint16_t indent = TextOrigin::kInexact;  // the name stands nowhere in the source
            path = intake_.accept(sheet_.name, values_.span(sheet_.grid.cells.front()), indent);
            return true;
        }
        const GridCell& marker = sheet_.grid.cells[*sheet_.layout.marker];
        std::uint16_t indent = 0;
        const std::string text = intake_.accept(std::string(values_.text(marker)), values_.span(marker), indent);
        path = std::string(marker_path(text).value_or(std::string_view()));
        if (path.empty()) intake_.report(diagnose(Code::sheet_marker_without_path, values_.span(marker)));
        return !path.empty();
    }

    std::vector<GridRow>::const_iterator first_row() const {
        auto row = std::ranges::lower_bound(sheet_.rows, sheet_.layout.first_body_row, {}, &GridRow::number);
        return row != sheet_.rows.end() && only_numbers_columns(*row) ? std::next(row) : row;
    }
    bool only_numbers_columns(const GridRow& row) const {
        const auto first = sheet_.grid.cells.begin();
        return row.end - row.begin >= 2 &&
               std::all_of(first + static_cast<std::ptrdiff_t>(row.begin), first + static_cast<std::ptrdiff_t>(row.end),
                           [&](const GridCell& cell) { return is_column_number(values_.text(cell)); });
    }

    /// Columns of the table from left to right: those with a header, and those where the body holds something.
    void find_columns() {
        std::vector<bool> used(CellRef::kLastColumn + 1);
        for (const HeaderColumn& column : sheet_.layout.columns) used[column.column] = true;
        for (const GridCell& cell : sheet_.grid.cells) {
            if (cell.row >= sheet_.layout.first_body_row) used[cell.column] = true;
        }
        index_.resize(used.size());
        for (std::uint32_t column = 1; column < used.size(); ++column) {
            index_[column] = columns_.size();
            if (used[column]) columns_.push_back(column);
        }
    }

    std::vector<HeaderCell> header() {
        std::vector<HeaderCell> cells(columns_.size());
        for (const HeaderColumn& column : sheet_.layout.columns) {
            HeaderCell& cell = cells[index_[column.column]];
            for (const std::size_t part : column.cells) {
                const GridCell& at = sheet_.grid.cells[part];
                std::uint16_t indent = 0;
                cell.span = values_.span(at);
                if (!cell.text.empty()) cell.text += " > ";
                cell.text += on_one_line(intake_.accept(std::string(values_.text(at)), cell.span, indent));
            }
        }
        return cells;
    }
    Span header_span() const {
        const GridCell& first = sheet_.grid.cells[sheet_.layout.columns.front().cells.back()];
        return values_.span(first);
    }

    void add_row(const GridRow& row) {
        rendered_cells(sheet_, row, rendered_);
        merged_.enter(row.number);
        if (!holds_anything()) return;
        if (columns_.size() > intake_.limits().values - std::min(made_, intake_.limits().values)) {
            return stop(Code::too_many_values, values_.span(sheet_.grid.cells[row.begin]), intake_.limits().values);
        }
        made_ += columns_.size();
        fill(row);
        if (!stopped_) table_.add_row(cells_);
    }

    bool holds_anything() const {
        return std::ranges::any_of(rendered_, [&](const RenderedCell& each) {
            return each.cell != nullptr && table_.uses(index_[each.column]);
        });
    }

    /// The cells of a row in the order of columns_. Blanks stand where the rendition has nothing between separators.
    void fill(const GridRow& row) {
        std::size_t at = row_begin(row);
        cells_.assign(columns_.size(), Value(Null{}, intake_.span(at, at)));
        for (const RenderedCell& each : rendered_) {
            Value& value = cells_[index_[each.column]];
            value.span = intake_.span(at, at);
            if (each.cell != nullptr && table_.uses(index_[each.column])) value = values_.read(*each.cell);
            if (each.cell != nullptr) merged_.keep(row.number, each.column, value);
            if (const Value* above = merged_.find(row.number, each.column)) copy_down(*above, value);
            at += (each.cell == nullptr ? 0 : each.cell->size) + kCellSeparator.size();
        }
    }
    std::size_t row_begin(const GridRow& row) const {
        std::size_t blanks = 0;
        while (rendered_[blanks].cell == nullptr) ++blanks;
        return sheet_.grid.cells[row.begin].begin - blanks * kCellSeparator.size();
    }

    /// Copies cost like texts of the file, so that a small file cannot grow without bound.
    void copy_down(const Value& above, Value& value) {
        if (const auto* text = above.get_if<std::string>()) copied_ += text->size();
        if (copied_ > intake_.limits().file_bytes) {
            return stop(Code::workbook_text_too_large, above.span, intake_.limits().file_bytes);
        }
        value = above;
    }
    void stop(Code code, Span where, std::size_t limit) {
        intake_.report(diagnose(code, where, {std::to_string(limit)}));
        stopped_ = true;
    }

    const LoadedSheet& sheet_;
    Intake& intake_;
    CellValues values_;
    Table table_;
    MergedDown merged_;
    std::vector<std::uint32_t> columns_;  ///< Numbers of the columns of the table.
    std::vector<std::size_t> index_;      ///< Of a column in columns_, by its number.
    std::vector<RenderedCell> rendered_;
    std::vector<Value> cells_;
    std::size_t made_ = 0;
    std::size_t copied_ = 0;
    bool stopped_ = false;
};

}  // namespace

std::optional<SheetValue> read_table(const LoadedSheet& sheet, Intake& intake) {
    return TableReader(sheet, intake).read();
}

}  // namespace vanban::data
