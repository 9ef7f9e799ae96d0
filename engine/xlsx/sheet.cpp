// Rows, cells and paragraphs of a sheet; what Excel prints in its margins.
#include "xlsx/sheet.hpp"

#include <algorithm>
#include <cassert>

#include "xlsx/header_footer.hpp"
#include "xlsx/limits.hpp"
#include "xlsx/pages.hpp"
#include "xlsx/references.hpp"
#include "xlsx/sheet_builder.hpp"
#include "xlsx/text_layout.hpp"

namespace vanban::xlsx {
namespace {

constexpr std::string_view kNoBreakSpace = "\u00A0";
/// More of the screen than this is never frozen: the table below could not be seen.
constexpr Twip kMostFrozen = pt(300);

HAlign halign(styled::Jc jc) {
    switch (jc) {
        case styled::Jc::Center:
            return HAlign::Center;
        case styled::Jc::Right:
            return HAlign::Right;
        case styled::Jc::Both:
            return HAlign::Justify;
        case styled::Jc::Left:
            break;
    }
    return HAlign::Left;
}

/// A cell has no first line of its own: as many no-break spaces as come nearest to the indent.
std::string first_line_indent(const font::Family& fonts, const styled::ParagraphStyle& style) {
    const Twip space = fonts.width(kNoBreakSpace, style.look.size, {});
    std::string spaces;
    if (style.jc == styled::Jc::Center || style.jc == styled::Jc::Right) return spaces;
    for (std::int32_t n = (style.first_line + space / 2).count / std::max(space.count, 1); n > 0; --n)
        spaces += kNoBreakSpace;
    return spaces;
}

/// Space stands where the style has it: the text at the other end of its row.
styled::VAlign valign(const CellText& text) {
    if (text.before > text.after) return styled::VAlign::Bottom;
    return text.before < text.after ? styled::VAlign::Top : styled::VAlign::Center;
}

Twip highest_line(const font::Family& fonts, const CellText& text) {
    Twip pitch = text.text.empty() ? line_pitch(fonts, text.style->look) : Twip{};
    for (const Piece& piece : text.text) pitch = std::max(pitch, line_pitch(fonts, piece.look));
    return pitch;
}

}  // namespace

bool keeps_next(const styled::Document& document, const styled::Paragraph& paragraph) {
    return paragraph.keep_next || document.styles[paragraph.style.index].keep_next;
}

bool keeps_next(const styled::Document& document, const styled::Row& row) {
    return row.header || std::any_of(row.cells.begin(), row.cells.end(), [&](const styled::Cell& cell) {
               return !cell.paragraphs.empty() && keeps_next(document, cell.paragraphs.back());
           });
}

std::uint16_t Formats::index(const CellFormat& format) {
    if (last_ < formats_.size() && formats_[last_] == format) return static_cast<std::uint16_t>(last_);
    const auto found = std::find(formats_.begin(), formats_.end(), format);
    last_ = static_cast<std::size_t>(found - formats_.begin());
    if (found == formats_.end()) formats_.push_back(format);
    return static_cast<std::uint16_t>(last_);
}

CellText SheetBuilder::prepare(const styled::Paragraph& paragraph) {
    CellText result;
    result.paragraph = &paragraph;
    result.style = &book_.document.styles[paragraph.style.index];
    result.before = result.style->before + paragraph.extra_before;
    result.after = result.style->after + paragraph.extra_after;
    if (const auto number = book_.numbering.next(paragraph)) append(result.text, number->text, number->look);
    for (const styled::Run& run : paragraph.runs) {
        if (const auto* text = std::get_if<styled::Text>(&run)) append(result.text, text->text, text->look);
        if (std::holds_alternative<styled::LineBreak>(run)) append(result.text, "\n", result.style->look);
    }
    if (is_empty(result.text)) result.text.clear();
    if (result.text.empty()) return result;
    if (paragraph.extra_indent > Twip{}) {
        const Twip room =
            section_.page.text_width() - result.style->left - result.style->right - paragraph.extra_indent * 2;
        result.text = break_lines(book_.fonts, result.text, room);
    }
    result.text.front().text.insert(0, first_line_indent(book_.fonts, *result.style));
    return result;
}

Twip SheetBuilder::height_of(const CellText& text, Twip width, Wrap wrap) const {
    const styled::LineSpacing& line = text.style->line;
    const Twip around = text.before + text.after;
    if (text.text.empty() && line.rule == styled::LineRule::Exact) return pixels_up(around + Twip{line.value});
    const Twip indent = text.style->jc == styled::Jc::Center ? Twip{} : text.style->left + text.style->right;
    const int lines = wrap == Wrap::Always ? count_lines(book_.fonts, text.text, text_room(width - indent))
                                           : count_cell_lines(book_.fonts, text.text, width - indent);
    return pixels_up(around + highest_line(book_.fonts, text) * lines);
}

CellFormat SheetBuilder::format_of(const CellText& text, Columns columns) const {
    CellFormat format;
    format.look = text.text.empty() ? text.style->look : text.text.front().look;
    format.halign = halign(text.style->jc);
    format.valign = valign(text);
    if (format.halign == HAlign::Left || format.halign == HAlign::Justify)
        format.indent = static_cast<std::uint8_t>(
            std::clamp((text.style->left + kIndentStep / 2).count / kIndentStep.count, 0, 250));
    const Twip indents = text.style->jc == styled::Jc::Center ? Twip{} : text.style->left + text.style->right;
    format.wrap = !is_one_line(book_.fonts, text.text, width(columns) - indents);
    if (!format.wrap && format.halign == HAlign::Justify) format.halign = HAlign::Left;
    return format;
}

std::uint32_t SheetBuilder::add_rows(Twip height) {
    const std::uint32_t first = row_count();
    const std::int32_t parts = std::max(1, (height.count + kMostRowHeight.count - 1) / kMostRowHeight.count);
    for (std::int32_t i = 0; i < parts; ++i) sheet_.rows.push_back({pixels_up(height / parts), {}, i + 1 < parts});
    return first;
}

void SheetBuilder::put_content(const Range& cells, const CellFormat& format, Content content) {
    const std::uint16_t index = book_.formats.index(format);
    sheet_.rows[cells.first_row].cells.push_back({cells.first_column, index, std::move(content)});
    if (cells.first_row == cells.last_row && cells.first_column == cells.last_column) return;
    sheet_.merges.push_back(cells);
    if (!format.border) return;
    for (std::uint32_t row = cells.first_row; row <= cells.last_row; ++row)
        for (std::uint16_t column = cells.first_column; column <= cells.last_column; ++column)
            if (row != cells.first_row || column != cells.first_column)
                sheet_.rows[row].cells.push_back({column, index, std::monostate{}});
}

void SheetBuilder::put(std::uint32_t first_row, std::uint32_t last_row, Columns columns, const CellText& text) {
    if (!text.text.empty())
        put_content({first_row, columns.begin, last_row, static_cast<std::uint16_t>(columns.end - 1)},
                    format_of(text, columns), text.text);
    put_runs(first_row, columns, text);
}

void SheetBuilder::put_runs(std::uint32_t row, Columns columns, const CellText& text) {
    const Twip cells = width(columns);
    for (const styled::Run& run : text.paragraph->runs) {
        if (const auto* rule = std::get_if<styled::Rule>(&run)) {
            Twip x = (cells - rule->length) / 2;
            if (text.style->jc == styled::Jc::Left || text.style->jc == styled::Jc::Both) x = text.style->left;
            if (text.style->jc == styled::Jc::Right) x = cells - rule->length - text.style->right;
            draw({0, 0, std::max(x, Twip{}), text.before, to_emu(rule->length), to_emu(rule->weight), nullptr,
                  rule->description},
                 false, row, columns.begin);
        } else if (const auto* boxed = std::get_if<Boxed<styled::Picture>>(&run)) {
            const Boxed<styled::Picture>& picture = *boxed;
            draw({0, 0, Twip{static_cast<std::int32_t>(picture->x.count / to_emu(Twip{1}).count)},
                  text.before + Twip{static_cast<std::int32_t>(picture->y.count / to_emu(Twip{1}).count)},
                  picture->width, picture->height, picture->image, picture->description},
                 picture->behind, row, columns.begin);
        } else if (const auto* bookmark = std::get_if<styled::Bookmark>(&run)) {
            names_.push_back({bookmark->name, row, columns.begin});
        }
    }
}

void SheetBuilder::draw(DrawingPlan drawing, bool behind, std::uint32_t row, std::uint16_t column) {
    drawing.row = row;
    drawing.column = column;
    (behind ? behind_ : sheet_.drawings).push_back(std::move(drawing));
}

/// Drawings are held by the cell that their upper left corner lies in, once all heights are known.
void SheetBuilder::settle_drawings() {
    sheet_.drawings.insert(sheet_.drawings.begin(), behind_.begin(), behind_.end());
    for (DrawingPlan& drawing : sheet_.drawings) {
        while (drawing.y < Twip{} && drawing.row > 0) drawing.y += sheet_.rows[--drawing.row].height;
        while (drawing.row + 1 < sheet_.rows.size() && drawing.y >= sheet_.rows[drawing.row].height)
            drawing.y -= sheet_.rows[drawing.row++].height;
        while (drawing.x < Twip{} && drawing.column > 0) drawing.x += grid_.columns[--drawing.column];
        while (drawing.column + 1u < grid_.columns.size() && drawing.x >= grid_.columns[drawing.column])
            drawing.x -= grid_.columns[drawing.column++];
        drawing.x = std::max(drawing.x, Twip{});
        drawing.y = std::max(drawing.y, Twip{});
    }
}

void SheetBuilder::add_paragraph(const styled::Paragraph& paragraph) {
    const CellText text = prepare(paragraph);
    const std::uint32_t first = add_rows(height_of(text, width(all())));
    if (keeps_next(book_.document, paragraph)) keep_last_row();
    put(first, row_count() - 1, all(), text);
}

void SheetBuilder::add(const styled::Block& block) {
    if (const auto* paragraph = std::get_if<styled::Paragraph>(&block)) return add_paragraph(*paragraph);
    const auto& table = std::get<styled::Table>(block);
    if (table.rows.empty()) return;
    table.border ? add_data_table(table) : add_layout_table(table);
}

SheetResult SheetBuilder::take() && {
    settle_drawings();
    // Nothing is printed of empty rows at the end, such as the paragraph that a section ends with.
    const auto is_used = [&](std::uint32_t row) {
        return !sheet_.rows[row].cells.empty() ||
               std::any_of(sheet_.drawings.begin(), sheet_.drawings.end(), [&](const auto& d) { return d.row == row; });
    };
    while (!sheet_.rows.empty() && !is_used(row_count() - 1) &&
           (sheet_.merges.empty() || sheet_.merges.back().last_row < row_count() - 1))
        sheet_.rows.pop_back();
    for (RowPlan& row : sheet_.rows)
        std::sort(row.cells.begin(), row.cells.end(), [](const auto& a, const auto& b) { return a.column < b.column; });
    if (main_header_) {
        Twip above;
        for (std::uint32_t row = 0; row <= main_header_->last; ++row) above += sheet_.rows[row].height;
        if (above <= kMostFrozen) sheet_.frozen_rows = main_header_->last + 1;
    }
    sheet_.page = section_.page;
    sheet_.columns = std::move(grid_.columns);
    paginate(sheet_, main_header_, main_end_);
    return {std::move(sheet_), std::move(names_)};
}

SheetResult make_sheet(const BookContext& book, const styled::Section& section, std::string name) {
    HeaderFooterParts margins = header_footer(section, book.document);
    SheetBuilder builder(book, section, make_grid(section, book.document.styles, book.fonts), std::move(name));
    for (const styled::Block& block : section.first_header) builder.add(block);
    for (const styled::Block& block : section.blocks) builder.add(block);
    if (!margins.holds_first_footer)
        for (const styled::Block& block : section.first_footer) builder.add(block);
    SheetResult result = std::move(builder).take();
    result.sheet.margins = std::move(margins.text);
    if (section.restart_page_numbers) result.sheet.first_page_number = 1;
    return result;
}

}  // namespace vanban::xlsx
