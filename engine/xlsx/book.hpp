// A workbook as it will be written: every cell, format, width and height is settled. Knows no library.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/png.hpp"
#include "base/units.hpp"
#include "styled/document.hpp"

namespace vanban::xlsx {

enum class HAlign : std::uint8_t { Left, Center, Right, Justify };

/// Look of a cell; index in BookPlan::formats.
struct CellFormat {
    styled::CharacterLook look;
    HAlign halign = HAlign::Left;
    styled::VAlign valign = styled::VAlign::Bottom;
    std::uint8_t indent = 0;  ///< From the left, in Excel's steps.
    bool wrap = false;
    bool text_prefix = false;  ///< Stays text when somebody edits it (quotePrefix, ISO/IEC 29500-1, 18.8.45).
    std::optional<EighthPoint> border;
    std::string number_format;  ///< Excel's code; empty: General.
    friend bool operator==(const CellFormat&, const CellFormat&) = default;
};

/// Text in one look.
struct Piece {
    std::string text;  ///< Lines end with '\n'.
    styled::CharacterLook look;
    friend bool operator==(const Piece&, const Piece&) = default;
};
/// Neighbouring pieces differ in look.
using RichText = std::vector<Piece>;

/// A live formula with the result that a program shows before it recalculates.
struct Formula {
    std::string text;  ///< "=ROUND(C5*D5,0)"
    double result = 0;
    friend bool operator==(const Formula&, const Formula&) = default;
};

/// Nothing (a border alone), text, number, date or formula.
using Content = std::variant<std::monostate, RichText, double, Date, Formula>;

struct CellPlan {
    std::uint16_t column = 0;
    std::uint16_t format = 0;  ///< Into BookPlan::formats.
    Content content;
    friend bool operator==(const CellPlan&, const CellPlan&) = default;
};

struct RowPlan {
    Twip height;                  ///< A multiple of 15, one pixel; at most kMostRowHeight.
    std::vector<CellPlan> cells;  ///< By column, each at most once.
    bool keep_next = false;       ///< Stands on one page with the row below.
    friend bool operator==(const RowPlan&, const RowPlan&) = default;
};

/// A rectangle of cells, both ends included, counted from 0.
struct Range {
    std::uint32_t first_row = 0;
    std::uint16_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint16_t last_column = 0;
    friend bool operator==(const Range&, const Range&) = default;
};

/// A picture or a black rule over the cells.
struct DrawingPlan {
    std::uint32_t row = 0;
    std::uint16_t column = 0;
    Twip x;  ///< From the upper left corner of that cell.
    Twip y;
    Emu width;
    Emu height;
    std::shared_ptr<const Png> image;  ///< Null: a black rule.
    std::string description;
    friend bool operator==(const DrawingPlan&, const DrawingPlan&) = default;
};

/// What Excel prints in the margins; its own codes (ISO/IEC 29500-1, 18.3.1.46).
struct HeaderFooter {
    std::string header;  ///< Of the pages after the first; of all where the first is not special.
    bool first_special = false;
    std::string first_header;  ///< Of the first page where that is special.
    std::string first_footer;
    friend bool operator==(const HeaderFooter&, const HeaderFooter&) = default;
};

struct SheetPlan {
    std::string name;
    styled::PageSetup page;
    std::optional<std::uint16_t> first_page_number;  ///< None: goes on from the sheet before.
    HeaderFooter margins;
    std::vector<Twip> columns;  ///< Widths, multiples of 15.
    std::vector<RowPlan> rows;
    std::vector<Range> merges;          ///< Do not overlap.
    std::vector<DrawingPlan> drawings;  ///< Those at the back first.
    std::optional<styled::RowRange> print_titles;
    std::vector<std::uint32_t> page_breaks;  ///< Rows that begin a page, where the page would not end there by itself.
    std::uint32_t frozen_rows = 0;
    friend bool operator==(const SheetPlan&, const SheetPlan&) = default;
};

/// A name for cells, unique in the book whatever the case of letters.
struct DefinedName {
    std::string name;
    std::uint16_t sheet = 0;
    Range cells;
    friend bool operator==(const DefinedName&, const DefinedName&) = default;
};

struct BookPlan {
    styled::Properties properties;
    std::string font;
    std::vector<CellFormat> formats;
    std::vector<SheetPlan> sheets;
    std::vector<DefinedName> names;
    bool rows_grow = false;  ///< Heights of rows are those at first: a program makes them higher as text is typed.
    friend bool operator==(const BookPlan&, const BookPlan&) = default;
};

/// Text form for tests: one cell, merge, drawing or name a line.
std::string dump(const BookPlan& book);

}  // namespace vanban::xlsx
