// Looks and rules in terms of libxlsxwriter. What it is given was checked before: it prints its warnings.
#include "form/excel_write.hpp"

#include <fmt/format.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <utility>

#include "font/family.hpp"
#include "form/wording.hpp"
#include "xlsx/limits.hpp"
#include "xlsx/references.hpp"
#include "xlsx/repack.hpp"
#include "xlsx/temporary_file.hpp"
#include "xlsx/text_layout.hpp"

namespace vanban::form {
namespace {

constexpr const char* kFont = "Times New Roman";
constexpr std::size_t kMostListFormula = 255;  ///< Characters of a list of choices in the rule itself.
constexpr std::uint8_t kDeepest = 15;          ///< Steps of indentation that Excel has.

// Colours, RGB.
constexpr lxw_color_t kInk = 0x1F2933, kNavy = 0x1F3864, kGrey = 0x595959, kPale = 0x7F7F7F, kLine = 0xBFC5CC;
constexpr lxw_color_t kHeaderFill = 0xD6E0EC, kOuterFill = 0xE3E3E3, kHeadingFill = 0xEAF0F7, kFixedFill = 0xF2F2F2,
                      kRequiredFill = 0xFFF8DC, kWhite = 0xFFFFFF;

enum class Frame : std::uint8_t { None, Box };

/// What a look is like.
struct Style {
    Look look;
    double size;
    bool bold;
    bool italic;
    lxw_color_t ink;
    lxw_color_t fill;
    Frame frame;
    const char* number_format;
};

constexpr const char* kTextFormat = "@";
constexpr double kPixelsPerCharacter = 7;  ///< Of the default font, see xlsx/limits.hpp.
constexpr int kCellMargin = 5;             ///< Pixels that a column has beside its characters.
constexpr Twip kRowMargin = pt(3);
constexpr std::array kStyles{
    Style{Look::Plain, 11, false, false, kInk, kWhite, Frame::None, ""},
    Style{Look::Title, 15, true, false, kNavy, kWhite, Frame::None, ""},
    Style{Look::Advice, 11, false, true, kGrey, kWhite, Frame::None, ""},
    Style{Look::Header, 11, true, false, kNavy, kHeaderFill, Frame::Box, kTextFormat},
    Style{Look::OuterHeader, 11, true, false, kNavy, kOuterFill, Frame::Box, kTextFormat},
    Style{Look::Heading, 11, true, false, kNavy, kHeadingFill, Frame::Box, kTextFormat},
    Style{Look::HeadingHelp, 10, false, false, kGrey, kHeadingFill, Frame::Box, kTextFormat},
    Style{Look::Label, 11, false, false, kInk, kWhite, Frame::Box, kTextFormat},
    Style{Look::Fixed, 11, false, false, kGrey, kFixedFill, Frame::Box, kTextFormat},
    Style{Look::Help, 10, false, false, kGrey, kWhite, Frame::Box, kTextFormat},
    Style{Look::Example, 10, false, true, kPale, kWhite, Frame::Box, kTextFormat},
    Style{Look::Hidden, 10, false, false, kPale, kWhite, Frame::None, kTextFormat},
    Style{Look::Text, 11, false, false, kInk, kWhite, Frame::Box, kTextFormat},
    Style{Look::Integer, 11, false, false, kInk, kWhite, Frame::Box, "0"},
    Style{Look::Number, 11, false, false, kInk, kWhite, Frame::Box, "#,##0"},
    Style{Look::Day, 11, false, false, kInk, kWhite, Frame::Box, "dd/mm/yyyy"},
    Style{Look::RequiredText, 11, false, false, kInk, kRequiredFill, Frame::Box, kTextFormat},
    Style{Look::RequiredInteger, 11, false, false, kInk, kRequiredFill, Frame::Box, "0"},
    Style{Look::RequiredNumber, 11, false, false, kInk, kRequiredFill, Frame::Box, "#,##0"},
    Style{Look::RequiredDay, 11, false, false, kInk, kRequiredFill, Frame::Box, "dd/mm/yyyy"},
    Style{Look::Prose, 12, false, false, kInk, kWhite, Frame::None, ""},
    Style{Look::ProseHeading, 12, true, false, kNavy, kWhite, Frame::None, ""},
};

bool is_number(Look look) {
    return look == Look::Number || look == Look::RequiredNumber;
}

const Style& style_of(Look look) {
    const auto* style = std::ranges::find(kStyles, look, &Style::look);
    return style == kStyles.end() ? kStyles.front() : *style;
}

bool is_input(Look look) {
    return look == Look::Text || look == Look::RequiredText;
}

/// Texts that run over into empty cells, and numbers, stay on one line.
bool wraps(Look look) {
    static constexpr std::array kOneLine{Look::Title,  Look::Advice,         Look::Hidden,         Look::Integer,
                                         Look::Number, Look::RequiredNumber, Look::RequiredInteger};
    return std::ranges::find(kOneLine, look) == kOneLine.end();
}

/// The library's workbook; freed without being written unless it was closed.
class Workbook {
public:
    Workbook(const std::string& path, std::string folder) : folder_(std::move(folder)) {
        lxw_workbook_options options{};
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

class FormWriter {
public:
    FormWriter(const FormBook& plan, const font::Family& fonts, lxw_workbook* book)
        : plan_(plan), fonts_(fonts), book_(book) {}

    /// The first thing that went wrong.
    lxw_error write() {
        std::vector<const Rule*> long_lists;
        for (const FormSheet& sheet : plan_.sheets) write_sheet(sheet, long_lists);
        if (!long_lists.empty()) write_choices(long_lists);
        return error_;
    }

private:
    void note(lxw_error error) {
        if (error_ == LXW_NO_ERROR) error_ = error;
    }

    lxw_format* format(Look look, std::size_t depth = 0) {
        const auto indent = static_cast<std::uint8_t>(std::min<std::size_t>(depth, kDeepest));
        for (const auto& known : formats_)
            if (known.look == look && known.indent == indent) return known.format;
        lxw_format* made = make(look, indent);
        formats_.push_back({look, indent, made});
        return made;
    }

    lxw_format* make(Look look, std::uint8_t indent) {
        const Style* style = &style_of(look);
        lxw_format* format = workbook_add_format(book_);
        format_set_font_name(format, kFont);
        format_set_font_family(format, 1);  // Roman
        format_set_font_size(format, style->size);
        format_set_font_color(format, style->ink);
        if (style->bold) format_set_bold(format);
        if (style->italic) format_set_italic(format);
        if (style->fill != kWhite) format_set_bg_color(format, style->fill);
        if (style->frame == Frame::Box) {
            format_set_border(format, LXW_BORDER_THIN);
            format_set_border_color(format, kLine);
        }
        if (*style->number_format != '\0') format_set_num_format(format, style->number_format);
        set_alignment(format, look, indent);
        return format;
    }

    static void set_alignment(lxw_format* format, Look look, std::uint8_t indent) {
        const bool header = look == Look::Header || look == Look::OuterHeader;
        format_set_align(format, header ? LXW_ALIGN_VERTICAL_CENTER : LXW_ALIGN_VERTICAL_TOP);
        if (header) format_set_align(format, LXW_ALIGN_CENTER);
        const bool whole = look == Look::Integer || look == Look::RequiredInteger;
        if (whole || look == Look::Day || look == Look::RequiredDay) format_set_align(format, LXW_ALIGN_LEFT);
        if (indent > 0) {
            format_set_align(format, LXW_ALIGN_LEFT);
            format_set_indent(format, indent);
        }
        if (wraps(look)) format_set_text_wrap(format);
    }

    void write_sheet(const FormSheet& plan, std::vector<const Rule*>& long_lists) {
        sheet_ = workbook_add_worksheet(book_, plan.name.c_str());
        if (sheet_ == nullptr) return note(LXW_ERROR_PARAMETER_VALIDATION);
        write_page(plan);
        write_columns(plan);
        for (std::size_t row = 0; row < plan.rows.size(); ++row)
            write_row(static_cast<lxw_row_t>(row), plan.rows[row], plan.columns);
        for (const Rule& rule : plan.rules) write_rule(rule, long_lists);
    }

    void write_page(const FormSheet& plan) {
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_set_landscape(sheet_);
        worksheet_set_margins(sheet_, 0.6, 0.5, 0.7, 0.6);
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_gridlines(sheet_, LXW_HIDE_ALL_GRIDLINES);
        note(worksheet_set_header(sheet_, "&L&\"Times New Roman,Bold\"&11&A"));
        note(worksheet_set_footer(sheet_, "&R&\"Times New Roman,Regular\"&10&P/&N"));
        if (plan.frozen_rows == 0) return;
        worksheet_freeze_panes(sheet_, plan.frozen_rows, 0);
        note(worksheet_repeat_rows(sheet_, plan.frozen_rows - 1, plan.frozen_rows - 1));
    }

    void write_columns(const FormSheet& plan) {
        for (std::size_t i = 0; i < plan.columns.size(); ++i) {
            const FormColumn& column = plan.columns[i];
            const auto index = static_cast<lxw_col_t>(i);
            lxw_row_col_options options{};
            options.hidden = column.hidden ? LXW_TRUE : LXW_FALSE;
            lxw_format* look = column.look == Look::Plain ? nullptr : format(column.look);
            note(worksheet_set_column_opt(sheet_, index, index, column.width, look, &options));
            if (is_number(column.look)) show_fractions(plan.frozen_rows, plan.frozen_rows + kTableRows - 1, index);
        }
    }

    /// High enough for its texts, within what a row may have.
    double height_of(const FormRow& row, const std::vector<FormColumn>& columns) const {
        Twip height;
        for (const FormCell& cell : row.cells) {
            const Style& style = style_of(cell.look);
            const styled::CharacterLook look{font_pt(style.size), style.bold, style.italic};
            int lines = 1;
            const auto* text = std::get_if<std::string>(&cell.content);
            if (text && wraps(cell.look)) {
                const double width = columns[cell.column].width * kPixelsPerCharacter + kCellMargin;
                const Twip room = pt(width * 0.75);
                lines = xlsx::count_cell_lines(fonts_, {{*text, look}}, room);
            }
            if (is_input(cell.look)) lines = std::max(lines, row.lines);
            height = std::max(height, xlsx::line_pitch(fonts_, look) * lines + kRowMargin);
        }
        return std::min(height, xlsx::kMostRowHeight).count / 20.0;
    }

    void write_row(lxw_row_t row, const FormRow& plan, const std::vector<FormColumn>& columns) {
        lxw_row_col_options options{};
        options.hidden = plan.hidden ? LXW_TRUE : LXW_FALSE;
        if (!plan.cells.empty()) note(worksheet_set_row_opt(sheet_, row, height_of(plan, columns), nullptr, &options));
        for (const FormCell& cell : plan.cells) {
            note(std::visit(ContentWriter{sheet_, row, cell.column, format(cell.look, cell.depth)}, cell.content));
            if (is_number(cell.look) && cell.look == Look::RequiredNumber) show_fractions(row, row, cell.column);
        }
    }

    struct ContentWriter {
        lxw_worksheet* sheet;
        lxw_row_t row;
        lxw_col_t column;
        lxw_format* format;

        lxw_error operator()(std::monostate) const { return worksheet_write_blank(sheet, row, column, format); }
        lxw_error operator()(const std::string& text) const {
            return worksheet_write_string(sheet, row, column, text.c_str(), format);
        }
        lxw_error operator()(double number) const { return worksheet_write_number(sheet, row, column, number, format); }
        lxw_error operator()(const Date& date) const {
            lxw_datetime moment{date.year, date.month, date.day, 0, 0, 0.0};
            return worksheet_write_datetime(sheet, row, column, &moment, format);
        }
    };

    /// No number format shows decimals only where there are some: numbers with a fraction get another one.
    void show_fractions(lxw_row_t first, lxw_row_t last, lxw_col_t column) {
        if (fractions_ == nullptr) {
            fractions_ = workbook_add_format(book_);
            format_set_num_format(fractions_, "#,##0.######");
        }
        const std::string name = xlsx::cell_name(first, column);
        std::string formula = fmt::format("=AND(ISNUMBER({0}),{0}<>INT({0}))", name);
        lxw_conditional_format rule{};
        rule.type = LXW_CONDITIONAL_TYPE_FORMULA;
        rule.value_string = formula.data();
        rule.format = fractions_;
        note(worksheet_conditional_format_range(sheet_, first, column, last, column, &rule));
    }

    void write_rule(const Rule& plan, std::vector<const Rule*>& long_lists) {
        std::string title = plan.title, message = plan.message, error_title(kErrorTitle), error, reference;
        std::vector<std::string> choices = plan.choices;
        std::vector<char*> list;
        lxw_data_validation rule{};
        switch (plan.kind) {
            case Rule::Kind::Any:
                rule.validate = LXW_VALIDATION_TYPE_ANY;
                break;
            case Rule::Kind::Integer:
                error = kErrorInteger;
                limit_numbers(rule, LXW_VALIDATION_TYPE_INTEGER);
                break;
            case Rule::Kind::Number:
                error = kErrorNumber;
                limit_numbers(rule, LXW_VALIDATION_TYPE_DECIMAL);
                break;
            case Rule::Kind::Day:
                error = kErrorDate;
                rule.validate = LXW_VALIDATION_TYPE_DATE;
                rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
                rule.minimum_datetime = {1900, 3, 1, 0, 0, 0.0};
                rule.maximum_datetime = {9999, 12, 31, 0, 0, 0.0};
                break;
            case Rule::Kind::Choice:
                error = kErrorChoice;
                reference = reference_of(plan, long_lists);
                for (std::string& choice : choices) list.push_back(choice.data());
                list.push_back(nullptr);
                rule.validate = reference.empty() ? LXW_VALIDATION_TYPE_LIST : LXW_VALIDATION_TYPE_LIST_FORMULA;
                if (reference.empty())
                    rule.value_list = list.data();
                else
                    rule.value_formula = reference.data();
                break;
        }
        if (!message.empty()) {
            rule.input_title = title.data();
            rule.input_message = message.data();
        }
        if (!error.empty()) {
            rule.error_title = error_title.data();
            rule.error_message = error.data();
        }
        note(worksheet_data_validation_range(sheet_, plan.first_row, plan.column, plan.last_row, plan.column, &rule));
    }

    static void limit_numbers(lxw_data_validation& rule, lxw_validation_types type) {
        constexpr double kMost = 999'999'999'999'999;  // as many digits as Excel keeps
        rule.validate = static_cast<std::uint8_t>(type);
        rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
        rule.minimum_number = -kMost;
        rule.maximum_number = kMost;
    }

    /// Choices that do not fit into a rule, or hold its separator, stand on a sheet of their own; empty for others.
    static std::string reference_of(const Rule& rule, std::vector<const Rule*>& long_lists) {
        std::size_t length = 0;
        bool comma = false;
        for (const std::string& choice : rule.choices) {
            length += xlsx::utf16_length(choice) + 1;
            comma = comma || choice.find(',') != std::string::npos || choice.find('"') != std::string::npos;
        }
        if (length <= kMostListFormula && !comma) return {};
        const auto same = [&](const Rule* one) { return one->choices == rule.choices; };
        auto found = std::ranges::find_if(long_lists, same);
        if (found == long_lists.end()) found = long_lists.insert(long_lists.end(), &rule);
        const auto column = static_cast<std::uint16_t>(found - long_lists.begin());
        const auto last = static_cast<std::uint32_t>(rule.choices.size() - 1);
        return "=" + xlsx::full_reference(std::string(kChoicesSheet), {0, column, last, column});
    }

    void write_choices(const std::vector<const Rule*>& lists) {
        sheet_ = workbook_add_worksheet(book_, std::string(kChoicesSheet).c_str());
        if (sheet_ == nullptr) return note(LXW_ERROR_PARAMETER_VALIDATION);
        worksheet_hide(sheet_);
        for (std::size_t column = 0; column < lists.size(); ++column)
            for (std::size_t row = 0; row < lists[column]->choices.size(); ++row)
                note(worksheet_write_string(sheet_, static_cast<lxw_row_t>(row), static_cast<lxw_col_t>(column),
                                            lists[column]->choices[row].c_str(), format(Look::Hidden)));
    }

    struct KnownFormat {
        Look look;
        std::uint8_t indent;
        lxw_format* format;
    };

    const FormBook& plan_;
    const font::Family& fonts_;
    lxw_workbook* book_;
    lxw_worksheet* sheet_ = nullptr;
    std::vector<KnownFormat> formats_;
    lxw_format* fractions_ = nullptr;
    lxw_error error_ = LXW_NO_ERROR;
};

/// What Excel would refuse; false if there is something.
bool check(const FormBook& book, Diagnostics& out) {
    const std::size_t errors = out.error_count();
    for (const FormSheet& sheet : book.sheets) {
        if (sheet.rows.size() > xlsx::kMostRows)
            out.add(Code::sheet_too_long, {},
                    {sheet.name, std::to_string(sheet.rows.size()), std::to_string(xlsx::kMostRows)});
        if (sheet.columns.size() > xlsx::kMostColumns)
            out.add(Code::sheet_too_wide, {},
                    {sheet.name, std::to_string(sheet.columns.size()), std::to_string(xlsx::kMostColumns)});
        for (std::size_t row = 0; row < sheet.rows.size(); ++row)
            for (const FormCell& cell : sheet.rows[row].cells) {
                const auto* text = std::get_if<std::string>(&cell.content);
                const std::size_t length = text ? xlsx::utf16_length(*text) : 0;
                if (length <= xlsx::kMostCellCharacters) continue;
                const std::string where = xlsx::cell_name(static_cast<std::uint32_t>(row), cell.column);
                out.add(Code::cell_text_too_long, {},
                        {sheet.name, where, std::to_string(length), std::to_string(xlsx::kMostCellCharacters)});
            }
    }
    return out.error_count() == errors;
}

/// As much of a book as `repack` needs: what the file says of itself.
xlsx::BookPlan package_facts(const FormBook& book, const World& world) {
    xlsx::BookPlan facts;
    facts.properties = {book.title, {}, {}, "vi-VN", world.now};
    facts.font = kFont;
    facts.rows_grow = true;
    return facts;
}

}  // namespace

std::optional<std::string> write(const FormBook& book, const World& world, Diagnostics& out) {
    const std::string& folder = world.temporary_folder;
    const auto failed = [&](std::string reason) {
        out.add(Code::workbook_not_written, {}, {folder, std::move(reason)});
        return std::nullopt;
    };
    if (!check(book, out)) return std::nullopt;
    const xlsx::TemporaryFile file(folder);
    if (!file.ok()) return failed(std::strerror(errno));
    Workbook workbook(file.path(), folder);
    if (workbook.get() == nullptr) return failed(lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED));
    if (const lxw_error error = FormWriter(book, *world.fonts, workbook.get()).write(); error != LXW_NO_ERROR)
        return failed(lxw_strerror(error));
    if (const lxw_error error = workbook.close(); error != LXW_NO_ERROR) return failed(lxw_strerror(error));
    auto bytes = xlsx::repack(file.path(), package_facts(book, world));
    if (!bytes) return failed(lxw_strerror(LXW_ERROR_ZIP_BAD_ZIP_FILE));
    return bytes;
}

std::optional<std::string> excel_form(const tmpl::Template& tmpl, const Request& request, const World& world,
                                      Diagnostics& out) {
    return write(excel_plan(tmpl, request), world, out);
}

}  // namespace vanban::form
