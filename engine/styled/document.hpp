// How a document looks: every length, font and label is settled. Knows no decree and no file format's syntax.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/boxed.hpp"
#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/png.hpp"
#include "base/short_list.hpp"
#include "base/units.hpp"
#include "base/world.hpp"

namespace vanban::styled {

enum class Jc : std::uint8_t { Left, Center, Right, Both };
enum class LineRule : std::uint8_t { Auto, Exact, AtLeast };

/// Line spacing: for Auto in 240ths of a line (w:line), else a height in twips.
struct LineSpacing {
    LineRule rule = LineRule::Auto;
    std::int32_t value = 240;
    friend bool operator==(const LineSpacing&, const LineSpacing&) = default;
};

/// Look of characters. Family and language are the document's.
struct CharacterLook {
    HalfPoint size{26};
    bool bold = false;
    bool italic = false;
    friend bool operator==(const CharacterLook&, const CharacterLook&) = default;
};

/// A level (0 based) of the document's one multilevel list.
using ListLevel = std::uint8_t;

/// A named paragraph style; index in Document::styles is its StyleId.
struct ParagraphStyle {
    std::string id;    ///< ASCII, stable: "TrichYeu".
    std::string name;  ///< As shown in Word: "Trích yếu".
    CharacterLook look;
    Jc jc = Jc::Left;
    Twip left;
    Twip right;
    Twip first_line;  ///< Negative: hanging.
    Twip before;
    Twip after;
    LineSpacing line;
    bool keep_next = false;
    bool keep_lines = false;
    bool widow_control = true;
    bool page_break_before = false;
    std::optional<std::uint8_t> outline_level;  ///< 0 based; puts it into the navigation pane.
    std::optional<ListLevel> list_level;        ///< Numbered by the document's list.
    friend bool operator==(const ParagraphStyle&, const ParagraphStyle&) = default;
};

struct StyleId {
    std::uint16_t index = 0;
    friend bool operator==(const StyleId&, const StyleId&) = default;
};

/// Text with its effective look; what differs from the paragraph's style is written as direct formatting.
struct Text {
    std::string text;  ///< No control characters; spaces are kept as they stand.
    CharacterLook look;
    friend bool operator==(const Text&, const Text&) = default;
};
struct LineBreak {
    friend bool operator==(const LineBreak&, const LineBreak&) = default;
};
/// The current page number, Arabic.
struct PageNumber {
    CharacterLook look;
    friend bool operator==(const PageNumber&, const PageNumber&) = default;
};
/// A solid black horizontal rule, drawn in the line like a character (đường kẻ nét liền).
struct Rule {
    Twip length;
    EighthPoint weight;
    std::string description;  ///< For screen readers: "Đường kẻ dưới Tiêu ngữ".
    friend bool operator==(const Rule&, const Rule&) = default;
};
/// A picture over the text, anchored to its paragraph; takes no room in the flow.
struct Picture {
    std::shared_ptr<const Png> image;
    Emu width;
    Emu height;
    Emu x;                    ///< Of its left edge, from the left edge of the column or cell.
    Emu y;                    ///< Of its upper edge, from the top of the paragraph; may be negative.
    bool behind = false;      ///< Under the text and under pictures in front.
    std::string description;  ///< For screen readers: "Chữ ký của Nguyễn Văn An".
    friend bool operator==(const Picture&, const Picture&) = default;
};
/// A named place, for programs that sign: "chu_ky_1". Names are unique in a document.
struct Bookmark {
    std::string name;
    friend bool operator==(const Bookmark&, const Bookmark&) = default;
};
using Run = std::variant<Text, LineBreak, PageNumber, Rule, Boxed<Picture>, Bookmark>;

struct Paragraph {
    StyleId style;
    ShortList<Run> runs;
    bool keep_next = false;  ///< In addition to the style's.
    Twip extra_indent;       ///< Added to both the left and the right indent of the style: balanced titles.
    Twip extra_before;       ///< Added to the space before of the style.
    Twip extra_after;        ///< Added to the space after of the style: before a table.
    std::uint32_t list = 0;  ///< Which run of the numbering: each starts again at 1. Only for styles with a list_level.
    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

enum class VMerge : std::uint8_t { None, Restart, Continue };
enum class VAlign : std::uint8_t { Top, Center, Bottom };

struct Cell {
    std::uint16_t grid_span = 1;
    VMerge vmerge = VMerge::None;
    VAlign valign = VAlign::Top;
    std::optional<EighthPoint> border;  ///< A box around this cell where the table has no lines.
    ShortList<Paragraph> paragraphs;    ///< At least one.
    friend bool operator==(const Cell&, const Cell&) = default;
};

struct Row {
    bool header = false;  ///< Repeated at the top of each page.
    bool cant_split = true;
    std::optional<Twip> height;  ///< Exact; none: as high as the content.
    std::vector<Cell> cells;     ///< Spans add up to the grid.
    friend bool operator==(const Row&, const Row&) = default;
};

/// One step of a formula over the columns of one row, in postfix order. `column` counts the table's columns from 0.
struct FormulaStep {
    enum class Kind : std::uint8_t { Constant, Column, ColumnTotal, Add, Subtract, Multiply, Divide, Negate };
    Kind kind = Kind::Constant;
    Decimal constant{};
    std::uint16_t column = 0;
    friend bool operator==(const FormulaStep&, const FormulaStep&) = default;
};

/// What a column holds beyond its text.
struct ColumnValues {
    std::string name;                  ///< Key of the column; may be empty.
    bool number = false;               ///< Cells with a value are numbers.
    std::optional<int> decimals;       ///< Places shown; none: as many as the value has. Results are rounded to them.
    bool percent = false;              ///< 0.125 is shown as 12,5%; `decimals` are those of the percents.
    std::vector<FormulaStep> formula;  ///< Of computed cells; empty: the value is given.
    bool summed = false;               ///< In the rows of sums its computed cells are sums, even if it has a formula.
    friend bool operator==(const ColumnValues&, const ColumnValues&) = default;
};

/// Rows first to last of the table's body.
struct RowRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    friend bool operator==(const RowRange&, const RowRange&) = default;
};

/// What a spreadsheet keeps alive of a table: numbers, dates, formulas. Rows count the rows of `Table::rows` from 0.
struct TableValues {
    struct Value {
        std::uint32_t row = 0;
        std::uint16_t column = 0;
        std::variant<Decimal, Date> value;  ///< For a formula the cached result; 0 if the cell shows no text.
        bool computed = false;              ///< By the column's formula or as a sum.
        friend bool operator==(const Value&, const Value&) = default;
    };
    struct Sum {
        std::uint32_t row = 0;
        std::vector<RowRange> of;  ///< Added up in every computed cell of a summed column. May be empty: 0.
        bool total = false;        ///< The grand total, for ColumnTotal; a table with ColumnTotal has exactly one.
        friend bool operator==(const Sum&, const Sum&) = default;
    };
    std::string name;
    std::vector<ColumnValues> columns;  ///< As many as the grid has.
    std::vector<Value> values;          ///< By row, then column.
    std::vector<Sum> sums;              ///< By row.
    friend bool operator==(const TableValues&, const TableValues&) = default;
};

/// A table with a fixed grid, placed at the left text edge plus `indent`.
struct Table {
    std::string description;  ///< For screen readers; "Đầu văn bản", "Chữ ký" …
    std::vector<Twip> grid;
    Twip indent;
    std::optional<EighthPoint> border;  ///< Weight of all lines; none: a borderless layout table.
    Twip cell_left;
    Twip cell_right;
    Twip cell_top;
    Twip cell_bottom;
    std::vector<Row> rows;
    std::shared_ptr<const TableValues> values{};  ///< Null for tables without numbers; does not count in comparison.
    friend bool operator==(const Table& a, const Table& b) {
        return a.description == b.description && a.grid == b.grid && a.indent == b.indent && a.border == b.border &&
               a.cell_left == b.cell_left && a.cell_right == b.cell_right && a.cell_top == b.cell_top &&
               a.cell_bottom == b.cell_bottom && a.rows == b.rows;
    }
};

using Block = std::variant<Paragraph, Table>;

enum class Orientation : std::uint8_t { Portrait, Landscape };

struct PageSetup {
    Twip width;  ///< As the reader holds it: landscape is wider than high.
    Twip height;
    Orientation orientation = Orientation::Portrait;
    Twip top, bottom, left, right;
    Twip header;  ///< From the paper's edge to the header text.
    Twip footer;
    friend bool operator==(const PageSetup&, const PageSetup&) = default;
    Twip text_width() const { return width - left - right; }
};

/// Where a section begins: on the next page, or on the next page with an odd number, which is the front of a sheet.
enum class SectionStart : std::uint8_t { NextPage, OddPage };

struct Section {
    PageSetup page;
    bool restart_page_numbers = false;
    bool title_page = true;           ///< The first page has no header.
    std::vector<Paragraph> header;    ///< Of the pages after the first; of all where there is no title page.
    std::vector<Block> first_header;  ///< Of the title page; empty: nothing stands there.
    std::vector<Block> first_footer;  ///< Of the title page.
    std::vector<Block> blocks;        ///< The last one is a paragraph.
    SectionStart start = SectionStart::NextPage;
    friend bool operator==(const Section&, const Section&) = default;
};

enum class NumberFormat : std::uint8_t { UpperRoman, Decimal, Bullet };

/// One level of the document's list: `%n` in `text` stands for the number of level n (1 based), a space follows.
struct NumberingLevel {
    NumberFormat format = NumberFormat::Decimal;
    std::string text;
    bool bold = false;  ///< The number is bold whatever the paragraph is ("Điều 1." before regular text).
    friend bool operator==(const NumberingLevel&, const NumberingLevel&) = default;
};

struct Properties {
    std::string title;
    std::string subject;
    std::string creator;
    std::string language;  ///< "vi-VN"
    std::optional<Timestamp> created;
    friend bool operator==(const Properties&, const Properties&) = default;
};

struct Document {
    Properties properties;
    std::string font;                    ///< "Times New Roman"
    std::vector<ParagraphStyle> styles;  ///< The first is the default style.
    std::vector<NumberingLevel> numbering;
    std::uint32_t lists = 1;  ///< Runs of the numbering that paragraphs refer to.
    std::vector<Section> sections;
    friend bool operator==(const Document&, const Document&) = default;
};

/// Indented text form for tests, one paragraph or cell a line.
std::string dump(const Document& document);

}  // namespace vanban::styled
