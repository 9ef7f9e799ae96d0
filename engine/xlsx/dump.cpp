// A workbook as text: one row, cell, merge, drawing or name a line.
#include <fmt/format.h>

#include "xlsx/book.hpp"
#include "xlsx/references.hpp"

namespace vanban::xlsx {
namespace {

std::string look_text(const styled::CharacterLook& look) {
    return fmt::format("{}pt{}{}", look.size.count / 2.0, look.bold ? " bold" : "", look.italic ? " italic" : "");
}

std::string format_text(const CellFormat& format) {
    static constexpr std::string_view kHAlign[]{"left", "center", "right", "justify"};
    static constexpr std::string_view kVAlign[]{"top", "middle", "bottom"};
    std::string text = look_text(format.look) + " " + std::string(kHAlign[static_cast<std::size_t>(format.halign)]) +
                       " " + std::string(kVAlign[static_cast<std::size_t>(format.valign)]);
    if (format.indent > 0) text += fmt::format(" indent {}", format.indent);
    if (format.wrap) text += " wrap";
    if (format.text_prefix) text += " text-prefix";
    if (format.border) text += fmt::format(" border {}", format.border->count);
    if (!format.number_format.empty()) text += " [" + format.number_format + "]";
    return text;
}

std::string quoted(const std::string& text) {
    std::string result = "“";
    for (const char c : text) result += c == '\n' ? std::string("¶") : std::string(1, c);
    return result + "”";
}

struct ContentText {
    std::string operator()(std::monostate) const { return "-"; }
    std::string operator()(const RichText& text) const {
        if (text.size() == 1) return quoted(text[0].text);
        std::string result;
        for (const Piece& piece : text)
            result += (result.empty() ? "{" : " {") + look_text(piece.look) + "} " + quoted(piece.text);
        return result;
    }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const Date& date) const {
        return fmt::format("{:04}-{:02}-{:02}", date.year, date.month, date.day);
    }
    std::string operator()(const Formula& formula) const {
        return fmt::format("{} → {}", formula.text, formula.result);
    }
};

std::string range_text(const Range& range) {
    return cell_name(range.first_row, range.first_column) + ":" + cell_name(range.last_row, range.last_column);
}

std::string sheet_text(const SheetPlan& sheet) {
    std::string text = fmt::format("sheet “{}” columns", sheet.name);
    for (const Twip column : sheet.columns) text += fmt::format(" {}", column.count);
    if (sheet.page.orientation == styled::Orientation::Landscape) text += " landscape";
    if (sheet.first_page_number) text += fmt::format(" first-page {}", *sheet.first_page_number);
    if (sheet.print_titles)
        text += fmt::format(" titles {}:{}", sheet.print_titles->first + 1, sheet.print_titles->last + 1);
    if (sheet.frozen_rows > 0) text += fmt::format(" frozen {}", sheet.frozen_rows);
    text += "\n";
    if (!sheet.margins.header.empty()) text += "  header " + quoted(sheet.margins.header) + "\n";
    if (sheet.margins.first_special)
        text += "  first header " + quoted(sheet.margins.first_header) + " footer " +
                quoted(sheet.margins.first_footer) + "\n";
    for (std::uint32_t row = 0; row < sheet.rows.size(); ++row) {
        text += fmt::format("  row {} height {}{}\n", row + 1, sheet.rows[row].height.count,
                            sheet.rows[row].keep_next ? " keep-next" : "");
        for (const CellPlan& cell : sheet.rows[row].cells)
            text += fmt::format("    {} {} {}\n", cell_name(row, cell.column), cell.format,
                                std::visit(ContentText{}, cell.content));
    }
    for (const std::uint32_t row : sheet.page_breaks) text += fmt::format("  page-break {}\n", row + 1);
    for (const Range& merge : sheet.merges) text += "  merge " + range_text(merge) + "\n";
    for (const DrawingPlan& drawing : sheet.drawings)
        text += fmt::format("  {} {} +{}+{} {}x{} “{}”\n", drawing.image ? "picture" : "rule",
                            cell_name(drawing.row, drawing.column), drawing.x.count, drawing.y.count,
                            drawing.width.count, drawing.height.count, drawing.description);
    return text;
}

}  // namespace

std::string dump(const BookPlan& book) {
    std::string text = fmt::format("book “{}” font “{}”\n", book.properties.title, book.font);
    for (std::size_t i = 0; i < book.formats.size(); ++i)
        text += fmt::format("format {} {}\n", i, format_text(book.formats[i]));
    for (const SheetPlan& sheet : book.sheets) text += sheet_text(sheet);
    for (const DefinedName& name : book.names)
        text += fmt::format("name {} {}\n", name.name, full_reference(book.sheets[name.sheet].name, name.cells));
    return text;
}

}  // namespace vanban::xlsx
