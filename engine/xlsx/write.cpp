// The only file that knows libxlsxwriter. Everything it is given was checked before: it prints its warnings.
#include "xlsx/write.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cmath>
#include <cstring>
#include <map>
#include <utility>

#include "xlsx/limits.hpp"
#include "xlsx/png_resolution.hpp"
#include "xlsx/references.hpp"
#include "xlsx/repack.hpp"
#include "xlsx/temporary_file.hpp"

namespace vanban::xlsx {
namespace {

/// A book of more rows is written row by row to a temporary file instead of being held in memory.
constexpr std::size_t kStreamedRows = 20'000;
/// One black pixel, stretched to a rule.
constexpr std::array<unsigned char, 67> kBlackPixel{
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0x00, 0x00, 0x00, 0x0D, 0x49, 0x48, 0x44, 0x52, 0x00,
    0x00, 0x00, 0x01, 0x00, 0x00, 0x00, 0x01, 0x08, 0x00, 0x00, 0x00, 0x00, 0x3A, 0x7E, 0x9B, 0x55, 0x00,
    0x00, 0x00, 0x0A, 0x49, 0x44, 0x41, 0x54, 0x78, 0xDA, 0x63, 0x60, 0x00, 0x00, 0x00, 0x02, 0x00, 0x01,
    0xE5, 0x27, 0xDE, 0xFC, 0x00, 0x00, 0x00, 0x00, 0x49, 0x45, 0x4E, 0x44, 0xAE, 0x42, 0x60, 0x82};

double points(Twip length) {
    return length.count / 20.0;
}
double inches(Twip length) {
    return length.count / 1440.0;
}
int pixels(Twip length) {
    return length.count / kPixel.count;
}
double pixels(Emu length) {
    return static_cast<double>(length.count) / static_cast<double>(to_emu(kPixel).count);
}

/// The library leaves out heights that equal its default, and other programs have other defaults.
double row_height(Twip height) {
    const double value = points(height);
    return value == LXW_DEF_ROW_HEIGHT ? value + 0.01 : value;
}

/// The library's workbook; freed without being written unless it was closed.
class Workbook {
public:
    Workbook(const std::string& path, std::string folder, bool streamed) : folder_(std::move(folder)) {
        lxw_workbook_options options{};
        options.constant_memory = streamed ? LXW_TRUE : LXW_FALSE;
        options.tmpdir = folder_.data();
        book_ = workbook_new_opt(path.c_str(), &options);
    }
    Workbook(const Workbook&) = delete;
    Workbook& operator=(const Workbook&) = delete;
    ~Workbook() {
        if (book_ != nullptr) lxw_workbook_free(book_);
    }
    lxw_workbook* get() const { return book_; }
    lxw_error close() { return workbook_close(std::exchange(book_, nullptr)); }

private:
    std::string folder_;
    lxw_workbook* book_;
};

std::uint8_t border_style(EighthPoint weight) {
    if (weight <= border_pt(0.25)) return LXW_BORDER_HAIR;
    if (weight <= border_pt(0.75)) return LXW_BORDER_THIN;
    return weight <= border_pt(1.5) ? LXW_BORDER_MEDIUM : LXW_BORDER_THICK;
}

std::uint8_t paper(const styled::PageSetup& page) {
    struct Paper {
        std::uint8_t code;
        Twip narrow, wide;
    };
    // ISO/IEC 29500-1, 18.3.1.63, paperSize.
    static constexpr std::array kPapers{Paper{8, mm(297), mm(420)}, Paper{9, mm(210), mm(297)},
                                        Paper{11, mm(148), mm(210)}};
    for (const Paper& paper : kPapers)
        if (std::min(page.width, page.height) == paper.narrow && std::max(page.width, page.height) == paper.wide)
            return paper.code;
    return 9;
}

class BookWriter {
public:
    BookWriter(const BookPlan& plan, Workbook& workbook) : plan_(plan), book_(workbook.get()) {
        for (const CellFormat& format : plan.formats) formats_.push_back(make(format));
    }

    /// The first thing that went wrong.
    lxw_error write() {
        for (const SheetPlan& sheet : plan_.sheets) {
            sheet_ = workbook_add_worksheet(book_, sheet.name.c_str());
            if (sheet_ == nullptr) return LXW_ERROR_PARAMETER_VALIDATION;
            write_page(sheet);
            write_cells(sheet);
            for (const DrawingPlan& drawing : sheet.drawings) write_drawing(drawing);
        }
        for (const DefinedName& name : plan_.names)
            note(workbook_define_name(
                book_, name.name.c_str(),
                fmt::format("={}", full_reference(plan_.sheets[name.sheet].name, name.cells)).c_str()));
        return error_;
    }

private:
    void note(lxw_error error) {
        if (error_ == LXW_NO_ERROR) error_ = error;
    }

    void set_look(lxw_format* format, const styled::CharacterLook& look) const {
        format_set_font_name(format, plan_.font.c_str());
        format_set_font_family(format, 1);  // Roman
        format_set_font_size(format, look.size.count / 2.0);
        if (look.bold) format_set_bold(format);
        if (look.italic) format_set_italic(format);
    }

    lxw_format* make(const CellFormat& plan) const {
        static constexpr std::array<std::uint8_t, 4> kHorizontal{LXW_ALIGN_LEFT, LXW_ALIGN_CENTER, LXW_ALIGN_RIGHT,
                                                                 LXW_ALIGN_JUSTIFY};
        static constexpr std::array<std::uint8_t, 3> kVertical{LXW_ALIGN_VERTICAL_TOP, LXW_ALIGN_VERTICAL_CENTER,
                                                               LXW_ALIGN_VERTICAL_BOTTOM};
        lxw_format* format = workbook_add_format(book_);
        set_look(format, plan.look);
        format_set_align(format, kHorizontal[static_cast<std::size_t>(plan.halign)]);
        format_set_align(format, kVertical[static_cast<std::size_t>(plan.valign)]);
        if (plan.indent > 0) format_set_indent(format, plan.indent);
        if (plan.wrap) format_set_text_wrap(format);
        if (plan.border) format_set_border(format, border_style(*plan.border));
        if (!plan.number_format.empty()) format_set_num_format(format, plan.number_format.c_str());
        if (plan.text_prefix) format_set_reading_order(format, kTextPrefixReadingOrder);
        return format;
    }

    /// Format of a piece inside a cell.
    lxw_format* piece_format(const styled::CharacterLook& look) {
        lxw_format*& format = looks_[{look.size.count, look.bold, look.italic}];
        if (format == nullptr) {
            format = workbook_add_format(book_);
            set_look(format, look);
        }
        return format;
    }

    void write_page(const SheetPlan& sheet) {
        const styled::PageSetup& page = sheet.page;
        worksheet_set_paper(sheet_, paper(page));
        if (page.orientation == styled::Orientation::Landscape) worksheet_set_landscape(sheet_);
        worksheet_set_margins(sheet_, inches(page.left), inches(page.right), inches(page.top), inches(page.bottom));
        lxw_header_footer_options options{};
        options.margin = inches(page.header);
        note(worksheet_set_header_opt(sheet_, sheet.margins.header.c_str(), &options));
        options.margin = inches(page.footer);
        note(worksheet_set_footer_opt(sheet_, "", &options));
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
        if (sheet.first_page_number) worksheet_set_start_page(sheet_, *sheet.first_page_number);
        if (sheet.print_titles)
            note(worksheet_repeat_rows(sheet_, sheet.print_titles->first, sheet.print_titles->last));
        if (sheet.frozen_rows > 0) worksheet_freeze_panes(sheet_, sheet.frozen_rows, 0);
        if (!sheet.page_breaks.empty()) {
            std::vector<lxw_row_t> breaks(sheet.page_breaks.begin(), sheet.page_breaks.end());
            breaks.push_back(0);
            note(worksheet_set_h_pagebreaks(sheet_, breaks.data()));
        }
        if (sheet.rows.empty()) return;
        const Range all{0, 0, static_cast<std::uint32_t>(sheet.rows.size() - 1),
                        static_cast<std::uint16_t>(sheet.columns.size() - 1)};
        note(worksheet_print_area(sheet_, all.first_row, all.first_column, all.last_row, all.last_column));
        const std::string range =
            cell_name(all.first_row, all.first_column) + ":" + cell_name(all.last_row, all.last_column);
        note(worksheet_ignore_errors(sheet_, LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str()));
    }

    /// Row by row from the top, as the streaming mode wants it. Merged ranges are only announced: their cells are in
    /// the plan.
    void write_cells(const SheetPlan& sheet) {
        for (std::size_t column = 0; column < sheet.columns.size(); ++column) {
            const auto index = static_cast<lxw_col_t>(column);
            note(worksheet_set_column_pixels(sheet_, index, index,
                                             static_cast<std::uint32_t>(pixels(sheet.columns[column])), nullptr));
        }
        std::vector<Range> merges = sheet.merges;
        std::sort(merges.begin(), merges.end(),
                  [](const Range& a, const Range& b) { return a.first_row < b.first_row; });
        auto merge = merges.begin();
        for (std::uint32_t row = 0; row < sheet.rows.size(); ++row) {
            note(worksheet_set_row(sheet_, row, row_height(sheet.rows[row].height), nullptr));
            for (; merge != merges.end() && merge->first_row == row; ++merge)
                note(worksheet_merge_range(sheet_, merge->first_row, merge->first_column, merge->last_row,
                                           merge->last_column, "", nullptr));
            for (const CellPlan& cell : sheet.rows[row].cells)
                note(std::visit(ContentWriter{*this, row, cell.column, formats_[cell.format]}, cell.content));
        }
    }

    struct ContentWriter {
        BookWriter& writer;
        lxw_row_t row;
        lxw_col_t column;
        lxw_format* format;

        lxw_error operator()(std::monostate) const { return worksheet_write_blank(writer.sheet_, row, column, format); }
        lxw_error operator()(const RichText& text) const {
            if (text.size() == 1)
                return worksheet_write_string(writer.sheet_, row, column, text[0].text.c_str(), format);
            return writer.write_rich(row, column, text, format);
        }
        lxw_error operator()(double number) const {
            return worksheet_write_number(writer.sheet_, row, column, number, format);
        }
        lxw_error operator()(const Date& date) const {
            lxw_datetime moment{date.year, date.month, date.day, 0, 0, 0.0};
            return worksheet_write_datetime(writer.sheet_, row, column, &moment, format);
        }
        lxw_error operator()(const Formula& formula) const {
            return worksheet_write_formula_num(writer.sheet_, row, column, formula.text.c_str(), format,
                                               formula.result);
        }
    };

    lxw_error write_rich(lxw_row_t row, lxw_col_t column, RichText text, lxw_format* format) {
        std::vector<lxw_rich_string_tuple> pieces;
        for (Piece& piece : text) pieces.push_back({piece_format(piece.look), piece.text.data()});
        std::vector<lxw_rich_string_tuple*> list;
        for (lxw_rich_string_tuple& piece : pieces) list.push_back(&piece);
        list.push_back(nullptr);
        return worksheet_write_rich_string(sheet_, row, column, list.data(), format);
    }

    void write_drawing(const DrawingPlan& drawing) {
        const unsigned char* bytes = kBlackPixel.data();
        std::size_t size = kBlackPixel.size();
        double width = 1, height = 1;  // as the library sees the picture, in pixels at 96 to the inch
        if (drawing.image) {
            bytes = reinterpret_cast<const unsigned char*>(drawing.image->bytes.data());
            size = drawing.image->bytes.size();
            const Resolution resolution = png_resolution(drawing.image->bytes);
            width = drawing.image->width * 96.0 / resolution.x;
            height = drawing.image->height * 96.0 / resolution.y;
        }
        std::string description = drawing.description;
        lxw_image_options options{};
        options.x_offset = pixels(drawing.x);
        options.y_offset = pixels(drawing.y);
        options.x_scale = pixels(drawing.width) / width;
        options.y_scale = pixels(drawing.height) / height;
        options.object_position = LXW_OBJECT_MOVE_DONT_SIZE;
        options.description = description.data();
        note(worksheet_insert_image_buffer_opt(sheet_, drawing.row, drawing.column, bytes, size, &options));
    }

    const BookPlan& plan_;
    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
    std::vector<lxw_format*> formats_;
    std::map<std::tuple<std::int32_t, bool, bool>, lxw_format*> looks_;
    lxw_error error_ = LXW_NO_ERROR;
};

bool is_streamed(const BookPlan& book) {
    std::size_t rows = 0;
    for (const SheetPlan& sheet : book.sheets) rows += sheet.rows.size();
    return rows > kStreamedRows;
}

}  // namespace

std::optional<std::string> write(const BookPlan& book, const std::string& folder, Diagnostics& out) {
    const auto failed = [&](std::string reason) {
        out.add(Code::workbook_not_written, {}, {folder, std::move(reason)});
        return std::nullopt;
    };
    const TemporaryFile file(folder);
    if (!file.ok()) return failed(std::strerror(errno));
    Workbook workbook(file.path(), folder, is_streamed(book));
    if (workbook.get() == nullptr) return failed(lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED));
    if (const lxw_error error = BookWriter(book, workbook).write(); error != LXW_NO_ERROR)
        return failed(lxw_strerror(error));
    if (const lxw_error error = workbook.close(); error != LXW_NO_ERROR) return failed(lxw_strerror(error));
    auto bytes = repack(file.path(), book);
    if (!bytes) return failed(lxw_strerror(LXW_ERROR_ZIP_BAD_ZIP_FILE));
    return bytes;
}

}  // namespace vanban::xlsx
