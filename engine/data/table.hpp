// Tables of any format: a header row and rows of cells become a list of maps, or a map if the table is a form.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "data/intake.hpp"
#include "data/value.hpp"

namespace vanban::data {

/// A cell of the header row: its text (blank for a column without a name) and its place.
struct HeaderCell {
    std::string text;
    Span span;
};

/// Builds the value of one table, row by row; or gives each row as a value (`row`), keeping nothing.
///
/// A header `a.b` (keys) or `a > b` (labels) is member b of group a. Columns of row numbers (STT, TT, Số TT, Số thứ tự)
/// are dropped, blank rows skipped. A blank cell is null: a member with the place of the cell and without a key_span,
/// so that a missing value is reported at its cell; a group of blank cells is null as a whole.
///
/// A table with a column "Giá trị" and a column "Khóa" or "Mục" is a form: a map of the values at the paths that each
/// row names, first by "Khóa" (`co_quan.ten`), else by "Mục" (`Cơ quan > Tên`).
///
/// All findings go to the intake, at the places that the cells have. Values count against the limits.
class Table {
public:
    static constexpr std::size_t kMostFormRows = 2'000;

    explicit Table(Intake& intake) : intake_(intake) {}

    /// The header row. Reports `table-duplicate-column`, `table-column-and-group`, `table-bad-header`,
    /// `table-without-columns`; false if one was reported: rows are then ignored.
    bool begin(const std::vector<HeaderCell>& header);
    /// Advice that goes with `table-row-too-long`.
    void advise(Note note) { advice_ = std::move(note); }
    bool is_form() const { return form_.has_value(); }
    /// Whether cells of this column are looked at; false for row numbers, and for help beside a form.
    bool uses(std::size_t column) const;

    /// One row, a value a column; fewer cells than columns are blanks. Cells are moved from. A blank text is a blank.
    /// Reports `table-row-too-long`, `table-unnamed-column`; of a form `form-value-without-key`, `duplicate-key`,
    /// `bad-path`, `form-too-long`.
    void add_row(std::span<Value> cells);
    /// The list of rows, or the map of a form. `where`: place of the table.
    Value finish(Span where);

    /// One row as a map in `out`, unless it is blank or was refused with a finding. Not for forms.
    enum class Row : std::uint8_t { Made, Blank, Refused };
    Row row(std::span<Value> cells, Value& out);

private:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    /// A column, or a group of columns.
    struct Node {
        std::string key;
        Span span;
        std::size_t column = kNone;  ///< `kNone`: a group.
        std::vector<std::size_t> members;
    };
    enum class Column : std::uint8_t { Unnamed, RowNumber, Member };
    struct Form {
        std::size_t key = kNone, label = kNone, value = kNone;
        std::size_t rows = 0;
        std::unordered_map<std::string, Span> given;  ///< Folded paths.
    };

    void refuse(Diagnostic diagnostic);
    bool find_form(const std::vector<HeaderCell>& header);
    void add_column(const HeaderCell& cell, std::size_t column);
    std::size_t add_node(std::size_t parent, std::string_view key, Span span, bool last, const std::string& folded);
    void refuse_cell(Span where, std::size_t column);
    Row check_cells(std::span<const Value> cells);
    Value build(std::size_t node, std::span<Value> cells, Span after);
    void add_form_row(std::span<Value> cells);
    void set_form_value(const Value& path, bool is_key, Value value);

    Intake& intake_;
    std::optional<Note> advice_;
    bool good_ = false;
    std::vector<Column> columns_;
    std::vector<Node> nodes_;                                ///< The first is the row itself.
    std::unordered_map<std::string, std::size_t> node_ids_;  ///< By folded path.
    std::optional<Form> form_;
    List rows_;
    Value form_value_;
};

}  // namespace vanban::data
