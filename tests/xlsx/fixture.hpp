// Small styled documents for the sheets, and ways to look into what comes of them.
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "font/family.hpp"
#include "xlsx/plan.hpp"
#include "xlsx/references.hpp"

namespace vanban::test {

inline constexpr styled::StyleId kBody{0};
inline constexpr styled::StyleId kTitle{1};
inline constexpr styled::StyleId kCell{2};
inline constexpr styled::StyleId kFigure{3};
inline constexpr styled::CharacterLook kBodyLook{font_pt(14), false, false};
inline constexpr styled::CharacterLook kCellLook{font_pt(12), false, false};

/// "Body" 14 pt, "Title" 14 pt bold centred, "Cell" 12 pt left, "Figure" 12 pt right; one A4 section, 9355 twips of
/// text.
inline styled::Document document_of(std::vector<styled::Block> blocks) {
    styled::Document document;
    document.font = "Times New Roman";
    styled::ParagraphStyle body;
    body.id = "Body";
    body.look = kBodyLook;
    styled::ParagraphStyle title = body;
    title.look.bold = true;
    title.jc = styled::Jc::Center;
    styled::ParagraphStyle cell = body;
    cell.look = kCellLook;
    styled::ParagraphStyle figure = cell;
    figure.jc = styled::Jc::Right;
    document.styles = {body, title, cell, figure};
    styled::Section section;
    section.page = {mm(210), mm(297), styled::Orientation::Portrait, mm(20), mm(20), mm(30), mm(15), mm(10), mm(10)};
    section.blocks = std::move(blocks);
    document.sections = {section};
    return document;
}

inline styled::Paragraph paragraph(std::string text, styled::StyleId style = kBody,
                                   styled::CharacterLook look = kBodyLook) {
    styled::Paragraph result;
    result.style = style;
    if (!text.empty()) result.runs = {styled::Text{std::move(text), look}};
    return result;
}

inline styled::Cell cell(std::string text, styled::StyleId style = kCell, std::uint16_t span = 1) {
    styled::Cell result;
    result.grid_span = span;
    result.paragraphs = {paragraph(std::move(text), style, kCellLook)};
    return result;
}

inline styled::Row row(std::vector<styled::Cell> cells, bool header = false) {
    styled::Row result;
    result.header = header;
    result.cells = std::move(cells);
    return result;
}

/// A table with lines of half a point.
inline styled::Table table(std::vector<Twip> grid, std::vector<styled::Row> rows) {
    styled::Table result;
    result.grid = std::move(grid);
    result.border = border_pt(0.5);
    result.cell_left = result.cell_right = Twip{85};
    result.rows = std::move(rows);
    return result;
}

inline styled::FormulaStep step(styled::FormulaStep::Kind kind, std::uint16_t column = 0) {
    return {kind, Decimal(), column};
}

/// An estimate: group A of two items, group B of one, the total; quantity * price = amount, share of the total.
///
///     header | A 2.050.000 | 1: 2 * 1.000.000 | 2: 2,5 * 20.000 | B 99.999 | 1: 3 * 33.333 | total 2.149.999
inline styled::Table estimate() {
    using Kind = styled::FormulaStep::Kind;
    styled::TableValues values;
    values.name = "du_toan";
    values.columns.resize(6);
    values.columns[2] = {"so_luong", true, std::nullopt, false, {}, false};
    values.columns[3] = {"don_gia", true, 0, false, {}, false};
    values.columns[4] = {
        "thanh_tien", true, 0, false, {step(Kind::Column, 2), step(Kind::Column, 3), step(Kind::Multiply)}, true};
    values.columns[5] = {
        "ty_le", true, 1, true, {step(Kind::Column, 4), step(Kind::ColumnTotal, 4), step(Kind::Divide)}, false};
    const auto number = [](std::string_view text) { return *Decimal::parse(text); };
    const auto add = [&](std::uint32_t row, std::uint16_t column, std::string_view value, bool computed) {
        values.values.push_back({row, column, number(value), computed});
    };
    const auto item = [&](std::uint32_t row, std::string_view quantity, std::string_view price, std::string_view amount,
                          std::string_view share) {
        add(row, 2, quantity, false);
        add(row, 3, price, false);
        add(row, 4, amount, true);
        add(row, 5, share, true);
    };
    add(1, 4, "2050000", true);
    add(1, 5, "0.953", true);
    item(2, "2", "1000000", "2000000", "0.93");
    item(3, "2.5", "20000", "50000", "0.023");
    add(4, 4, "99999", true);
    add(4, 5, "0.047", true);
    item(5, "3", "33333", "99999", "0.047");
    add(6, 4, "2149999", true);
    add(6, 5, "1", true);
    values.sums = {{1, {{2, 3}}, false}, {4, {{5, 5}}, false}, {6, {{1, 1}, {4, 4}}, true}};
    const auto figures = [](std::vector<std::string> texts) {
        std::vector<styled::Cell> cells;
        for (std::string& text : texts) cells.push_back(cell(std::move(text), cells.size() < 2 ? kCell : kFigure));
        return row(std::move(cells));
    };
    const auto sum = [](std::string text, std::string amount, std::string share) {
        return row({cell("", kCell), cell(std::move(text), kCell, 3), cell(std::move(amount), kFigure),
                    cell(std::move(share), kFigure)});
    };
    styled::Row header = figures({"TT", "Nội dung", "Số lượng", "Đơn giá", "Thành tiền", "Tỷ lệ"});
    header.header = true;
    styled::Table result = table(
        {Twip{600}, Twip{3500}, Twip{1100}, Twip{1400}, Twip{1500}, Twip{1255}},
        {header, sum("Hội nghị", "2.050.000", "95,3%"),
         figures({"1", "Thuê hội trường", "2", "1.000.000", "2.000.000", "93,0%"}),
         figures({"2", "Nước uống", "2,5", "20.000", "50.000", "2,3%"}), sum("In ấn", "99.999", "4,7%"),
         figures({"1", "In tài liệu", "3", "33.333", "99.999", "4,7%"}), sum("Tổng cộng", "2.149.999", "100,0%")});
    result.values = std::make_shared<const styled::TableValues>(std::move(values));
    return result;
}

/// The plan of a document that is right; fails the test otherwise.
inline xlsx::BookPlan plan_of(const styled::Document& document) {
    Diagnostics out;
    auto book = xlsx::plan(document, font::times_new_roman(), out);
    BOOST_REQUIRE_MESSAGE(book, (out.empty() ? std::string() : std::string(name(out.items()[0].code))));
    return std::move(*book);
}

/// Codes that planning the document reports.
inline std::vector<Code> codes_of(const styled::Document& document) {
    Diagnostics out;
    xlsx::plan(document, font::times_new_roman(), out);
    std::vector<Code> codes;
    for (const Diagnostic& finding : out) codes.push_back(finding.code);
    return codes;
}

/// The cell called "B3"; nullptr where the plan has none.
inline const xlsx::CellPlan* find_cell(const xlsx::SheetPlan& sheet, std::string_view cell_name) {
    for (std::uint32_t row = 0; row < sheet.rows.size(); ++row)
        for (const xlsx::CellPlan& cell : sheet.rows[row].cells)
            if (xlsx::cell_name(row, cell.column) == cell_name) return &cell;
    return nullptr;
}

inline std::string formula_at(const xlsx::SheetPlan& sheet, std::string_view cell_name) {
    const xlsx::CellPlan* cell = find_cell(sheet, cell_name);
    const auto* formula = cell ? std::get_if<xlsx::Formula>(&cell->content) : nullptr;
    return formula ? formula->text : std::string();
}

inline std::string text_at(const xlsx::SheetPlan& sheet, std::string_view cell_name) {
    const xlsx::CellPlan* cell = find_cell(sheet, cell_name);
    const auto* text = cell ? std::get_if<xlsx::RichText>(&cell->content) : nullptr;
    std::string all;
    if (text)
        for (const xlsx::Piece& piece : *text) all += piece.text;
    return all;
}

inline const xlsx::CellFormat& format_at(const xlsx::BookPlan& book, std::string_view cell_name) {
    const xlsx::CellPlan* cell = find_cell(book.sheets[0], cell_name);
    BOOST_REQUIRE(cell);
    return book.formats[cell->format];
}

inline std::string range_name(const xlsx::Range& range) {
    return xlsx::cell_name(range.first_row, range.first_column) + ":" +
           xlsx::cell_name(range.last_row, range.last_column);
}

inline std::vector<std::string> merges(const xlsx::SheetPlan& sheet) {
    std::vector<std::string> names;
    for (const xlsx::Range& merge : sheet.merges) names.push_back(range_name(merge));
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace vanban::test
