// The text form of a styled document, for tests and for people who ask why something looks as it does.
#include <array>
#include <charconv>
#include <cstddef>
#include <string_view>

#include "styled/document.hpp"

namespace vanban::styled {

namespace {

constexpr CharacterLook kUnknownLook{};
constexpr std::array<std::string_view, 4> kJc{"left", "center", "right", "both"};
constexpr std::array<std::string_view, 3> kLineRule{"auto", "exact", "at-least"};
constexpr std::array<std::string_view, 3> kVMerge{"none", "restart", "continue"};
constexpr std::array<std::string_view, 3> kVAlign{"top", "center", "bottom"};
constexpr std::array<std::string_view, 8> kFormulaStep{"", "#", "total #", "+", "-", "*", "/", "negate"};
constexpr std::array<std::string_view, 3> kNumberFormat{"upper-roman", "decimal", "bullet"};

template <class Enum, std::size_t N>
std::string_view name_of(const std::array<std::string_view, N>& names, Enum value) {
    return names[static_cast<std::size_t>(value)];
}

/// Appends words to one text; knows the document for its style names.
class Dumper {
public:
    explicit Dumper(const Document& document) : document_(document) {}

    std::string run() {
        properties(document_.properties);
        put("font ").quoted(document_.font).line();
        for (const ParagraphStyle& style : document_.styles) dump(style);
        for (const NumberingLevel& level : document_.numbering) {
            put("level ").put(name_of(kNumberFormat, level.format)).put(" ").quoted(level.text);
            flag("bold", level.bold);
            line();
        }
        put("lists ").number(document_.lists).line();
        for (const Section& section : document_.sections) dump(section);
        return std::move(out_);
    }

private:
    Dumper& put(std::string_view text) {
        out_ += text;
        return *this;
    }
    Dumper& number(std::int64_t value) {
        char digits[20];
        const char* end = std::to_chars(digits, digits + sizeof digits, value).ptr;
        return put({digits, static_cast<std::size_t>(end - digits)});
    }
    Dumper& quoted(std::string_view text) { return put("“").put(text).put("”"); }
    void line() { out_ += '\n'; }
    template <class Unit, class Rep>
    Dumper& measure(std::string_view name, Quantity<Unit, Rep> value) {
        return put(" ").put(name).put(" ").number(value.count);
    }
    template <class Unit, class Rep>
    void measure_if_set(std::string_view name, Quantity<Unit, Rep> value) {
        if (value.count != 0) measure(name, value);
    }
    void flag(std::string_view name, bool set) {
        if (set) put(" ").put(name);
    }

    /// "13pt bold"; half points as "13.5pt".
    void look(const CharacterLook& look) {
        number(look.size.count / 2).put(look.size.count % 2 != 0 ? ".5pt" : "pt");
        flag("bold", look.bold);
        flag("italic", look.italic);
    }

    void properties(const Properties& properties) {
        const auto named = [this](std::string_view name, const std::string& value) {
            if (!value.empty()) put(name).put(" ").quoted(value).line();
        };
        named("title", properties.title);
        named("subject", properties.subject);
        named("creator", properties.creator);
        named("language", properties.language);
        if (properties.created) put("created ").number(properties.created->seconds).line();
    }

    void dump(const ParagraphStyle& style) {
        put("style ").put(style.id).put(" ").quoted(style.name).put(" ");
        look(style.look);
        put(" ").put(name_of(kJc, style.jc));
        measure_if_set("left", style.left);
        measure_if_set("right", style.right);
        measure_if_set("first-line", style.first_line);
        measure_if_set("before", style.before);
        measure_if_set("after", style.after);
        put(" line ").put(name_of(kLineRule, style.line.rule)).put(" ").number(style.line.value);
        flag("keep-next", style.keep_next);
        flag("keep-lines", style.keep_lines);
        flag("no-widow-control", !style.widow_control);
        flag("page-break-before", style.page_break_before);
        if (style.outline_level) put(" outline ").number(*style.outline_level);
        if (style.list_level) put(" level ").number(*style.list_level);
        line();
    }

    void dump(const Section& section) {
        const PageSetup& page = section.page;
        put("section ").number(page.width.count).put("x").number(page.height.count);
        put(page.orientation == Orientation::Landscape ? " landscape" : " portrait");
        measure("top", page.top).measure("bottom", page.bottom).measure("left", page.left).measure("right", page.right);
        measure("header", page.header).measure("footer", page.footer);
        flag("restart-page-numbers", section.restart_page_numbers);
        flag("title-page", section.title_page);
        flag("odd-page", section.start == SectionStart::OddPage);
        line();
        for (const Paragraph& paragraph : section.header) {
            put("  header ");
            dump(paragraph);
            line();
        }
        dump("  first-header ", section.first_header);
        dump("  first-footer ", section.first_footer);
        dump("  ", section.blocks);
    }

    /// Paragraphs begin with `lead`, tables with `lead` and "table".
    void dump(std::string_view lead, const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            put(lead);
            if (const auto* table = std::get_if<Table>(&block)) {
                dump(*table);
                continue;
            }
            dump(std::get<Paragraph>(block));
            line();
        }
    }

    void dump(const Table& table) {
        put("table ").quoted(table.description).put(" grid");
        for (Twip column : table.grid) put(" ").number(column.count);
        measure_if_set("indent", table.indent);
        if (table.border) measure("border", *table.border);
        measure_if_set("cell-left", table.cell_left);
        measure_if_set("cell-right", table.cell_right);
        measure_if_set("cell-top", table.cell_top);
        measure_if_set("cell-bottom", table.cell_bottom);
        line();
        for (const Row& row : table.rows) dump(row);
        if (table.values) dump(*table.values);
    }

    /// Columns with formulas in postfix order (`#2`: column 2, `total #2`: its grand total), then the values of each
    /// row (`2=`: given in column 2, `2:=`: computed), then the rows that are added up.
    void dump(const TableValues& values) {
        put("    values");
        if (!values.name.empty()) put(" ").quoted(values.name);
        line();
        for (std::size_t i = 0; i < values.columns.size(); ++i) dump(values.columns[i], i);
        for (const TableValues::Value& value : values.values) dump(value, &value == values.values.data());
        if (!values.values.empty()) line();
        for (const TableValues::Sum& sum : values.sums) dump(sum);
    }

    void dump(const ColumnValues& column, std::size_t index) {
        put("      column ").number(static_cast<std::int64_t>(index));
        if (!column.name.empty()) put(" ").quoted(column.name);
        flag("number", column.number);
        if (column.decimals) put(" decimals ").number(*column.decimals);
        flag("percent", column.percent);
        flag("summed", column.summed);
        if (!column.formula.empty()) put(" formula");
        for (const FormulaStep& step : column.formula) {
            put(" ").put(name_of(kFormulaStep, step.kind));
            if (step.kind == FormulaStep::Kind::Constant) put(step.constant.to_string());
            const bool column_step =
                step.kind == FormulaStep::Kind::Column || step.kind == FormulaStep::Kind::ColumnTotal;
            if (column_step) number(step.column);
        }
        line();
    }

    void dump(const TableValues::Value& value, bool first) {
        if (first || value.row != last_value_row_) {
            if (!first) line();
            put("      row ").number(value.row);
        }
        last_value_row_ = value.row;
        put(" ").number(value.column).put(value.computed ? ":=" : "=");
        if (const auto* decimal = std::get_if<Decimal>(&value.value)) {
            put(decimal->to_string());
        } else {
            const Date& date = std::get<Date>(value.value);
            number(date.day).put("/").number(date.month).put("/").number(date.year);
        }
    }

    void dump(const TableValues::Sum& sum) {
        put("      sum ").number(sum.row).put(" of");
        for (const RowRange& range : sum.of) {
            put(" ").number(range.first);
            if (range.last != range.first) put("-").number(range.last);
        }
        flag("total", sum.total);
        line();
    }

    void dump(const Row& row) {
        put("    row");
        flag("header", row.header);
        flag("can-split", !row.cant_split);
        if (row.height) measure("height", *row.height);
        line();
        for (const Cell& cell : row.cells) {
            put("      cell");
            if (cell.grid_span != 1) put(" span ").number(cell.grid_span);
            if (cell.vmerge != VMerge::None) put(" vmerge ").put(name_of(kVMerge, cell.vmerge));
            if (cell.valign != VAlign::Top) put(" ").put(name_of(kVAlign, cell.valign));
            if (cell.border) measure("border", *cell.border);
            for (const Paragraph& paragraph : cell.paragraphs) {
                put(&paragraph == &cell.paragraphs.front() ? " " : " ¶ ");
                dump(paragraph);
            }
            line();
        }
    }

    /// "[TrichYeu keep-next] text"; a look other than the style's in braces: "{13pt bold}text{}".
    void dump(const Paragraph& paragraph) {
        const bool known = paragraph.style.index < document_.styles.size();
        const CharacterLook& base = known ? document_.styles[paragraph.style.index].look : kUnknownLook;
        put("[").put(known ? std::string_view(document_.styles[paragraph.style.index].id) : "?");
        flag("keep-next", paragraph.keep_next);
        measure_if_set("extra-indent", paragraph.extra_indent);
        measure_if_set("extra-before", paragraph.extra_before);
        measure_if_set("extra-after", paragraph.extra_after);
        if (paragraph.list != 0) put(" list ").number(paragraph.list);
        put("]");
        for (const Run& run : paragraph.runs) {
            if (&run == &paragraph.runs.front()) put(" ");
            std::visit([&](const auto& part) { dump(part, base); }, run);
        }
    }

    void with_look(std::string_view text, const CharacterLook& own, const CharacterLook& base) {
        if (own == base) {
            put(text);
            return;
        }
        put("{");
        look(own);
        put("}").put(text).put("{}");
    }
    void dump(const Text& text, const CharacterLook& base) { with_look(text.text, text.look, base); }
    void dump(const PageNumber& number, const CharacterLook& base) { with_look("<page>", number.look, base); }
    void dump(const LineBreak&, const CharacterLook&) { put("<br>"); }
    void dump(const Rule& rule, const CharacterLook&) {
        put("<rule ").number(rule.length.count).put(" ").number(rule.weight.count).put(" ");
        quoted(rule.description).put(">");
    }
    /// "<picture 120x80 pixels 1000x2000 at -5 6 behind “Con dấu”>": pixels of the file, then size and place in EMU.
    void dump(const Boxed<Picture>& picture, const CharacterLook&) {
        put("<picture ");
        if (picture->image) {
            number(picture->image->width).put("x").number(picture->image->height).put(" pixels ");
        }
        number(picture->width.count).put("x").number(picture->height.count);
        put(" at ").number(picture->x.count).put(" ").number(picture->y.count);
        flag("behind", picture->behind);
        put(" ").quoted(picture->description).put(">");
    }
    void dump(const Bookmark& bookmark, const CharacterLook&) { put("<bookmark ").put(bookmark.name).put(">"); }

    const Document& document_;
    std::string out_;
    std::uint32_t last_value_row_ = 0;
};

}  // namespace

std::string dump(const Document& document) {
    return Dumper(document).run();
}

}  // namespace vanban::styled
