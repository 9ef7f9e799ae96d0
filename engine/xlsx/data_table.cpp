// Tables with lines: a row of the sheet for each of theirs, numbers as numbers, sums and computed columns as formulas.
#include <algorithm>
#include <array>
#include <optional>

#include "xlsx/limits.hpp"
#include "xlsx/references.hpp"
#include "xlsx/sheet_builder.hpp"
#include "xlsx/text_layout.hpp"

namespace vanban::xlsx {
namespace {

constexpr std::string_view kDateFormat = "dd/mm/yyyy";
/// Text that begins so would be a formula to whoever edits the cell.
constexpr std::string_view kFormulaSigns = "=+-@\t\r";

/// 10^15: whole numbers from here on lose digits in a spreadsheet.
constexpr std::int64_t kTooLarge = 1'000'000'000'000'000;

using Value = styled::TableValues::Value;

/// The values of a table, row by row.
class ValueCursor {
public:
    explicit ValueCursor(const styled::TableValues* values) : values_(values) {}

    /// The value of a cell; rows are asked for in order. Null where it has none.
    const Value* find(std::uint32_t row, std::size_t column) {
        if (!values_) return nullptr;
        while (next_ < values_->values.size() && values_->values[next_].row < row) ++next_;
        for (std::size_t i = next_; i < values_->values.size() && values_->values[i].row == row; ++i)
            if (values_->values[i].column == column) return &values_->values[i];
        return nullptr;
    }
    const styled::ColumnValues& column(std::size_t column) const { return values_->columns[column]; }

private:
    const styled::TableValues* values_;
    std::size_t next_ = 0;
};

}  // namespace

class DataTable {
public:
    DataTable(SheetBuilder& builder, const styled::Table& table)
        : builder_(builder),
          table_(table),
          columns_(builder.grid_.tables.at(&table)),
          cursor_(table.values.get()),
          open_(table.grid.size()) {}

    void put() {
        for (std::uint32_t row = 0; row < table_.rows.size(); ++row) put_row(row);
        for (std::optional<Open>& open : open_) close(open);
        for (std::size_t column = 0; column + 1 < columns_.size(); ++column) place_.columns.push_back(columns_[column]);
        if (table_.values) write_formulas(*table_.values);
        if (builder_.grid_.main == &table_) note_header();
    }

private:
    /// A cell that goes on in the rows below.
    struct Open {
        Columns columns;
        std::uint32_t first_row;
        std::uint32_t last_row;
        CellFormat format;
        Content content;
        Twip height;  ///< That its text needs.
    };
    struct Pending {
        std::uint32_t sheet_row;
        std::size_t cell;  ///< Into the row's cells.
        const Value* value;
    };
    struct Prepared {
        std::size_t column;
        Columns columns;
        const styled::Cell* cell;
        std::vector<CellText> texts;
        Twip height;
    };

    Prepared prepare(std::size_t column, const styled::Cell& cell) {
        Prepared result{column, {columns_[column], columns_[column + cell.grid_span]}, &cell, {}, {}};
        result.height = table_.cell_top + table_.cell_bottom;
        for (const styled::Paragraph& paragraph : cell.paragraphs) {
            result.texts.push_back(builder_.prepare(paragraph));
            result.height += builder_.height_of(result.texts.back(), builder_.width(result.columns),
                                                cell.paragraphs.size() > 1 ? Wrap::Always : Wrap::IfNeeded);
        }
        return result;
    }

    void put_row(std::uint32_t row) {
        std::vector<Prepared> cells;
        Twip height = table_.rows[row].height.value_or(kPixel);
        std::size_t column = 0;
        for (const styled::Cell& cell : table_.rows[row].cells) {
            if (cell.vmerge != styled::VMerge::Continue) {
                cells.push_back(prepare(column, cell));
                if (cell.vmerge == styled::VMerge::None) height = std::max(height, cells.back().height);
                for (std::size_t i = column; i < column + cell.grid_span; ++i) close(open_[i]);
            }
            column += cell.grid_span;
        }
        const std::uint32_t first = builder_.add_rows(height);
        const std::uint32_t last = builder_.row_count() - 1;
        if (keeps_next(builder_.book_.document, table_.rows[row])) builder_.keep_last_row();
        place_.rows.push_back(first);
        for (std::optional<Open>& open : open_)
            if (open) open->last_row = last;
        for (Prepared& cell : cells) put_cell(row, first, last, cell);
    }

    void put_cell(std::uint32_t row, std::uint32_t first, std::uint32_t last, const Prepared& cell) {
        const Value* value = cursor_.find(row, cell.column);
        CellFormat format = format_of(cell);
        Content content = value ? number(*value, first, cell, format) : text(cell, format);
        if (cell.cell->vmerge == styled::VMerge::Restart) {
            open_[cell.column] = Open{cell.columns, first, last, std::move(format), std::move(content), cell.height};
        } else {
            if (value && value->computed) pending_.push_back({first, builder_.sheet_.rows[first].cells.size(), value});
            builder_.put_content(range(cell.columns, first, last), format, std::move(content));
        }
        for (const CellText& paragraph : cell.texts) builder_.put_runs(first, cell.columns, paragraph);
    }

    static Range range(Columns columns, std::uint32_t first, std::uint32_t last) {
        return {first, columns.begin, last, static_cast<std::uint16_t>(columns.end - 1)};
    }

    CellFormat format_of(const Prepared& cell) const {
        CellFormat format;
        if (!cell.texts.empty()) format = builder_.format_of(cell.texts.front(), cell.columns);
        // Lines have more room here than in a document: text at the top would touch the line above it.
        format.valign = styled::VAlign::Center;
        format.border = table_.border;
        return format;
    }

    Content number(const Value& value, std::uint32_t sheet_row, const Prepared& cell, CellFormat& format) const {
        format.wrap = false;
        if (const auto* date = std::get_if<Date>(&value.value)) {
            format.number_format = kDateFormat;
            return *date;
        }
        const Decimal& decimal = std::get<Decimal>(value.value);
        const styled::ColumnValues& column = cursor_.column(value.column);
        const bool no_text = cell.texts.empty() || is_empty(cell.texts.front().text);
        const int places = column.decimals.value_or(std::max(0, decimal.scale() - (column.percent ? 2 : 0)));
        format.number_format = number_format(places, column.percent, no_text && decimal.is_zero());
        if (decimal >= Decimal(kTooLarge) || decimal <= Decimal(-kTooLarge))
            builder_.book_.out.add(
                Code::number_beyond_spreadsheet, {},
                {builder_.sheet_.name, cell_name(sheet_row, cell.columns.begin), decimal.to_string()});
        return decimal.to_double();
    }

    /// All paragraphs in one cell, a line each. Whatever is typed there later wraps, but a single word that fits stays
    /// whole.
    Content text(const Prepared& cell, CellFormat& format) const {
        RichText all;
        for (std::size_t i = 0; i < cell.texts.size(); ++i) {
            if (i > 0) append(all, "\n", format.look);
            for (const Piece& piece : cell.texts[i].text) append(all, piece.text, piece.look);
        }
        if (is_empty(all)) return std::monostate{};
        const std::string plain_text = plain(all);
        const bool roomy = width_of(builder_.book_.fonts, all) <= text_room(builder_.width(cell.columns));
        format.wrap |= cell.texts.size() > 1 || (roomy && plain_text.find(' ') != std::string::npos);
        format.text_prefix = kFormulaSigns.find(plain_text[0]) != std::string_view::npos;
        return all;
    }

    /// The merged cells end above the current row. Their last row grows where the text needs more than they have.
    void close(std::optional<Open>& open) {
        if (!open) return;
        Twip have;
        for (std::uint32_t row = open->first_row; row <= open->last_row; ++row)
            have += builder_.sheet_.rows[row].height;
        Twip& last = builder_.sheet_.rows[open->last_row].height;
        if (have < open->height) last = std::min(last + pixels_up(open->height - have), kMostRowHeight);
        builder_.put_content(range(open->columns, open->first_row, open->last_row), open->format,
                             std::move(open->content));
        open.reset();
    }

    void write_formulas(const styled::TableValues& values) {
        for (const auto& sum : values.sums)
            if (sum.total) place_.total = place_.rows[sum.row];
        const std::string table_name = values.name.empty() ? "bang_" + std::to_string(++builder_.tables_) : values.name;
        auto sum = values.sums.begin();
        for (const Pending& pending : pending_) {
            while (sum != values.sums.end() && sum->row < pending.value->row) ++sum;
            const bool in_sum = sum != values.sums.end() && sum->row == pending.value->row;
            const styled::ColumnValues& column = values.columns[pending.value->column];
            CellPlan& cell = builder_.sheet_.rows[pending.sheet_row].cells[pending.cell];
            if (in_sum && column.summed) {
                cell.content = Formula{sum_formula(sum->of, place_, pending.value->column), result(*pending.value)};
            } else if (!column.formula.empty()) {
                cell.content = Formula{row_formula(column, place_, pending.value->row), result(*pending.value)};
            }
            if (in_sum && sum->total)
                builder_.names_.push_back(
                    {table_name + "_tong_" + (column.name.empty() ? column_letters(cell.column) : column.name),
                     pending.sheet_row, cell.column});
        }
    }

    static double result(const Value& value) {
        const auto* decimal = std::get_if<Decimal>(&value.value);
        return decimal ? decimal->to_double() : 0;
    }

    void note_header() {
        std::size_t headers = 0;
        while (headers < table_.rows.size() && table_.rows[headers].header) ++headers;
        if (headers == 0 || headers == table_.rows.size()) return;
        builder_.main_header_ = styled::RowRange{place_.rows[0], place_.rows[headers] - 1};
        builder_.main_end_ = builder_.row_count();
    }

    SheetBuilder& builder_;
    const styled::Table& table_;
    const TableColumns columns_;
    TablePlace place_;
    ValueCursor cursor_;
    std::vector<std::optional<Open>> open_;  ///< By the table's columns.
    std::vector<Pending> pending_;
};

void SheetBuilder::add_data_table(const styled::Table& table) {
    DataTable(*this, table).put();
}

}  // namespace vanban::xlsx
