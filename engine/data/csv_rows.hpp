// Rows of a CSV file, one after the other (RFC 4180, with the separators and line ends that spreadsheets write).
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "data/intake.hpp"
#include "data/table.hpp"

namespace vanban::data {

/// Cuts the text of an intake into cells, in one pass.
class CsvRows {
public:
    static constexpr std::size_t kMostCells = 16'384;  ///< Of a row; what a sheet of Excel holds.

    /// Finds the separator (`,` `;` tab): the one that the first row holds most often outside quotes; `sep=;` in a line
    /// of its own before it says so too.
    explicit CsvRows(Intake& intake);

    /// The next row that is not an empty line; false at the end and after an unclosed quote. Cells are read like plain
    /// YAML scalars, blanks are null. Reports `csv-unclosed-quote`, `csv-stray-quote`, `csv-after-quote` and goes on.
    bool next(std::vector<Value>& cells);
    /// The same, all cells as texts.
    bool next_header(std::vector<HeaderCell>& cells);
    char separator() const { return separator_; }
    /// Offset of the next row, and going back to one.
    std::size_t place() const { return at_; }
    void go_to(std::size_t place) { at_ = place; }

private:
    /// The bytes of a cell between its quotes.
    struct Cell {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool quoted = false;
        bool folded = false;  ///< Doubled quotes or line ends with CR: the text differs from its bytes.
    };
    void find_separator();
    bool next_cells();
    std::optional<Cell> next_cell();
    std::optional<Cell> quoted_cell();
    Cell plain_cell();
    std::size_t skip_to_end_of_cell(std::size_t at) const;
    std::string text_of(const Cell& cell, Span where, std::uint16_t& indent);

    Intake& intake_;
    std::string_view text_;
    std::size_t at_;
    char separator_ = ',';
    std::vector<Cell> cells_;
};

/// A CSV file as the list of its rows, or the map of a form. Rows above the header that hold one filled cell among
/// several are titles and are left out.
class CsvTable {
public:
    explicit CsvTable(Intake& intake) : intake_(intake), rows_(intake), table_(intake) {}
    /// Reads the header. False if it was refused or there is none.
    bool begin();
    bool is_form() const { return table_.is_form(); }
    /// Offset of what comes next: after `begin`, the end of the header.
    std::size_t place() const { return rows_.place(); }
    char separator() const { return rows_.separator(); }
    /// The next row as a map, empty if it was refused with a finding; false at the end. Not for forms.
    bool next(std::optional<Value>& row);
    /// All rows.
    Value read_all();

private:
    Intake& intake_;
    CsvRows rows_;
    Table table_;
    Span place_;
    std::vector<Value> cells_;
};

}  // namespace vanban::data
