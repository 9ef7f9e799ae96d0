// CSV to rows of cells, and to a table. Our own: no library of Debian tells the place of a cell.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "data/csv_rows.hpp"
#include "data/plain_scalar.hpp"
#include "data/readers.hpp"

namespace vanban::data {
namespace {

constexpr std::array<char, 3> kSeparators = {',', ';', '\t'};

bool ends_line(char c) {
    return c == '\n' || c == '\r';
}

std::size_t filled(const std::vector<HeaderCell>& cells) {
    return static_cast<std::size_t>(
        std::count_if(cells.begin(), cells.end(), [](const auto& cell) { return !utf8::trim(cell.text).empty(); }));
}

}  // namespace

CsvRows::CsvRows(Intake& intake) : intake_(intake), text_(intake.text()), at_(intake.start()) {
    find_separator();
}

void CsvRows::find_separator() {
    constexpr std::string_view kSays = "sep=";
    while (at_ < text_.size() && ends_line(text_[at_])) ++at_;
    if (text_.substr(at_).starts_with(kSays)) {
        const std::size_t end = std::min(text_.find_first_of("\r\n", at_), text_.size());
        if (end == at_ + kSays.size() + 1 && std::ranges::count(kSeparators, text_[end - 1]) > 0) {
            separator_ = text_[end - 1];
            at_ = end;
            return;
        }
    }
    std::array<std::size_t, kSeparators.size()> counts{};
    bool quoted = false;
    for (std::size_t i = at_; i < text_.size() && (quoted || !ends_line(text_[i])); ++i) {
        if (text_[i] == '"') quoted = !quoted;
        const auto found = std::ranges::find(kSeparators, text_[i]);
        if (!quoted && found != kSeparators.end()) ++counts[static_cast<std::size_t>(found - kSeparators.begin())];
    }
    const auto most = std::max_element(counts.begin(), counts.end());
    separator_ = kSeparators[static_cast<std::size_t>(most - counts.begin())];
}

bool CsvRows::next(std::vector<Value>& cells) {
    cells.clear();
    if (!next_cells()) return false;
    for (const Cell& cell : cells_) {
        Value& made = cells.emplace_back(Null{}, intake_.span(cell.begin, cell.end));
        if (cell.begin == cell.end) continue;
        if (cell.folded) {
            made.content = text_of(cell, made.span, made.indent);
            continue;
        }
        made.content = plain_scalar(text_.substr(cell.begin, cell.end - cell.begin));
        made.indent = 0;
        if (auto* text = made.get_if<std::string>()) *text = intake_.accept(std::move(*text), made.span, made.indent);
    }
    return true;
}

bool CsvRows::next_header(std::vector<HeaderCell>& cells) {
    cells.clear();
    if (!next_cells()) return false;
    for (const Cell& cell : cells_) {
        const Span where = intake_.span(cell.begin, cell.end);
        std::uint16_t indent = cell.folded ? TextOrigin::kInexact : std::uint16_t{0};
        cells.push_back({text_of(cell, where, indent), where});
    }
    return true;
}

/// The bytes of a cell as its text: doubled quotes are one, every line end is LF.
std::string CsvRows::text_of(const Cell& cell, Span where, std::uint16_t& indent) {
    std::string text;
    text.reserve(cell.end - cell.begin);
    for (std::size_t i = cell.begin; i < cell.end; ++i) {
        const bool quotes = cell.quoted && text_[i] == '"' && i + 1 < cell.end && text_[i + 1] == '"';
        const bool line_end = text_[i] == '\r';
        const bool two = quotes || (line_end && i + 1 < cell.end && text_[i + 1] == '\n');
        text += line_end ? '\n' : text_[i];
        i += two ? 1 : 0;
    }
    return intake_.accept(std::move(text), where, indent);
}

/// Cuts the next row into `cells_`.
bool CsvRows::next_cells() {
    cells_.clear();
    while (at_ < text_.size() && ends_line(text_[at_])) ++at_;
    if (at_ >= text_.size()) return false;
    while (true) {
        const auto cell = next_cell();
        if (!cell) {
            at_ = text_.size();
            return false;
        }
        if (cells_.size() == kMostCells) {
            intake_.report(
                diagnose(Code::table_row_too_long, intake_.character(cell->begin), {std::to_string(kMostCells)}));
            at_ = text_.size();
            return false;
        }
        cells_.push_back(*cell);
        if (at_ >= text_.size()) return true;
        if (ends_line(text_[at_])) return true;
        ++at_;  // the separator
    }
}

/// The cell at the current place, which moves to its separator or line end. Empty after an unclosed quote.
std::optional<CsvRows::Cell> CsvRows::next_cell() {
    if (at_ < text_.size() && text_[at_] == '"') return quoted_cell();
    return plain_cell();
}

std::optional<CsvRows::Cell> CsvRows::quoted_cell() {
    const std::size_t opening = at_;
    Cell cell{opening + 1, opening + 1, true, false};
    for (std::size_t& i = cell.end; i < text_.size(); ++i) {
        if (text_[i] == '"') {
            if (i + 1 >= text_.size() || text_[i + 1] != '"') break;
            ++i;
            cell.folded = true;
        }
        cell.folded = cell.folded || text_[i] == '\r';
    }
    if (cell.end >= text_.size()) {
        intake_.report(diagnose(Code::csv_unclosed_quote, intake_.character(opening)));
        return std::nullopt;
    }
    at_ = cell.end + 1;
    if (at_ < text_.size() && text_[at_] != separator_ && !ends_line(text_[at_])) {
        intake_.report(diagnose(Code::csv_after_quote, intake_.character(at_), {std::string(1, separator_)})
                           .with({Code::csv_quote_opened_here, intake_.character(opening), {}}));
        at_ = skip_to_end_of_cell(at_);
    }
    return cell;
}

CsvRows::Cell CsvRows::plain_cell() {
    const std::size_t begin = at_;
    at_ = skip_to_end_of_cell(at_);
    const std::string_view raw = text_.substr(begin, at_ - begin);
    if (const std::size_t quote = raw.find('"'); quote != raw.npos) {
        intake_.report(diagnose(Code::csv_stray_quote, intake_.character(begin + quote)));
    }
    const std::string_view trimmed = utf8::trim(raw);
    const std::size_t first = trimmed.empty() ? begin : static_cast<std::size_t>(trimmed.data() - text_.data());
    return {first, first + trimmed.size(), false, false};
}

std::size_t CsvRows::skip_to_end_of_cell(std::size_t at) const {
    while (at < text_.size() && text_[at] != separator_ && !ends_line(text_[at])) ++at;
    return at;
}

bool CsvTable::begin() {
    std::vector<HeaderCell> header;
    const std::size_t start = rows_.place();
    bool any = rows_.next_header(header);
    while (any && header.size() > 1 && filled(header) < 2) any = rows_.next_header(header);
    if (!any && !intake_.failed()) {
        rows_.go_to(start);  // no row has two filled cells: the first one is the header
        any = rows_.next_header(header);
        if (!any) intake_.report(diagnose(Code::table_without_columns, intake_.span(0, 0)));
    }
    if (!any) return false;
    place_ = header.front().span;
    if (rows_.separator() != '\t') table_.advise({Code::csv_hint_separator, {}, {std::string(1, rows_.separator())}});
    return table_.begin(header);
}

bool CsvTable::next(std::optional<Value>& row) {
    while (rows_.next(cells_)) {
        Value made;
        const Table::Row kind = table_.row(cells_, made);
        if (kind == Table::Row::Blank) continue;
        row = kind == Table::Row::Made ? std::optional(std::move(made)) : std::nullopt;
        return true;
    }
    return false;
}

Value CsvTable::read_all() {
    while (rows_.next(cells_)) table_.add_row(cells_);
    return table_.finish(place_);
}

std::optional<Value> read_csv(Intake& intake) {
    CsvTable table(intake);
    table.begin();
    Value value = table.read_all();  // after a refused header too: the rows may hold more findings
    return intake.failed() ? std::nullopt : std::optional(std::move(value));
}

}  // namespace vanban::data
