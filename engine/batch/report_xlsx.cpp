// The report as a sheet: the only file of this folder that knows libxlsxwriter.
#include <fmt/format.h>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <utility>

#include "base/utf8.hpp"
#include "batch/report.hpp"

namespace vanban::batch {
namespace {

/// Characters that a cell holds; rows that a sheet holds, less the header (Excel specifications and limits).
constexpr std::size_t kLongestCell = 32'767;
constexpr std::uint32_t kMostRows = 1'048'575;
/// 1980-01-01T00:00:00Z, the time of zip entries too: the library would put in that of the clock.
constexpr time_t kTimeless = 315'532'800;

struct Column {
    Code title;
    double width;
};
constexpr std::array kColumns{Column{Code::report_record, 9},   Column{Code::report_place, 26},
                              Column{Code::report_file, 38},    Column{Code::report_status, 10},
                              Column{Code::report_errors, 8},   Column{Code::report_warnings, 11},
                              Column{Code::report_findings, 90}};

/// A file without a name, which a path of the process leads to: a run that is killed leaves nothing of it behind.
class UnnamedFile {
public:
    UnnamedFile() : descriptor_(::memfd_create("vanban-report", MFD_CLOEXEC)) {}
    UnnamedFile(const UnnamedFile&) = delete;
    UnnamedFile& operator=(const UnnamedFile&) = delete;
    ~UnnamedFile() {
        if (descriptor_ >= 0) ::close(descriptor_);
    }
    bool ok() const { return descriptor_ >= 0; }
    std::string path() const { return fmt::format("/proc/self/fd/{}", descriptor_); }
    std::string read() const {
        std::string bytes;
        char piece[1 << 16];
        for (off_t at = 0;; at = static_cast<off_t>(bytes.size())) {
            const ssize_t got = ::pread(descriptor_, piece, sizeof piece, at);
            if (got <= 0) return bytes;
            bytes.append(piece, static_cast<std::size_t>(got));
        }
    }

private:
    int descriptor_;
};

/// What a cell can hold: at most so many characters, none that XML refuses.
std::string cell_text(std::string_view text) {
    std::string out;
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size() && length < kLongestCell;) {
        const char32_t c = utf8::next(text, at);
        const bool control = (c < 0x20 && c != '\n' && c != '\t') || c == 0xFFFE || c == 0xFFFF;
        length += c > 0xFFFF ? 2 : 1;
        utf8::append(out, control ? U'\uFFFD' : c);
    }
    return out;
}

std::string member_text(const data::Value& group, std::string_view key) {
    const data::Value* member = group.find(key);
    if (!member) return {};
    if (const auto* text = member->get_if<std::string>()) return *text;
    const auto* number = member->get_if<data::Number>();
    return number ? number->literal : std::string();
}

/// `(bien-ban.jsonl:3:15)`, or the sheet and cell.
std::string place_of(const data::Value& finding) {
    const std::string file = member_text(finding, "file");
    const std::string line = member_text(finding, "line");
    const std::string cell = member_text(finding, "cell");
    if (file.empty()) return {};
    if (!cell.empty()) return fmt::format(" ({}, {}!{})", file, member_text(finding, "sheet"), cell);
    return fmt::format(" ({}:{}:{})", file, line, member_text(finding, "column"));
}

/// The findings as lines for people.
std::string findings_text(const std::string& json) {
    if (json.empty()) return {};
    Sources sources;
    Diagnostics unheard;
    const auto findings = data::read({"", "[" + json + "]"}, data::Format::Json, sources, Limits(), unheard);
    const auto* list = findings ? findings->get_if<data::List>() : nullptr;
    std::string out;
    for (const data::Value& finding : list ? *list : data::List()) {
        if (!out.empty()) out += '\n';
        out +=
            fmt::format("{}{} [{}]", member_text(finding, "message"), place_of(finding), member_text(finding, "code"));
        if (out.size() > 4 * kLongestCell) break;
    }
    return out;
}

class XlsxReport : public Report {
public:
    XlsxReport(Store& store, std::string path, std::string folder, Lang lang)
        : store_(store), path_(std::move(path)), folder_(std::move(folder)), lang_(lang) {
        if (!file_.ok()) {
            reason_ = std::strerror(errno);
            return;
        }
        lxw_workbook_options options{};
        options.constant_memory = LXW_TRUE;
        options.tmpdir = folder_.data();
        book_ = workbook_new_opt(file_.path().c_str(), &options);
        if (book_ == nullptr) {
            reason_ = lxw_strerror(LXW_ERROR_MEMORY_MALLOC_FAILED);
            return;
        }
        begin();
    }
    XlsxReport(const XlsxReport&) = delete;
    XlsxReport& operator=(const XlsxReport&) = delete;
    ~XlsxReport() override {
        if (book_ != nullptr) lxw_workbook_free(book_);
    }

    void add(const Outcome& outcome) override {
        if (!reason_.empty()) return;
        if (row_ > kMostRows) {
            reason_ = lxw_strerror(LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE);
            return;
        }
        std::string files;
        for (const std::string& file : outcome.files) files += (files.empty() ? "" : "\n") + file;
        const bool failed = outcome.status == Status::Failed;
        number(0, outcome.record);
        text(1, outcome.line > 0 ? fmt::format("{}:{}", outcome.file, outcome.line) : outcome.file);
        text(2, files);
        text(3, word(failed ? Code::report_failed : Code::report_written, {}, lang_), failed ? bad_ : plain_);
        number(4, outcome.errors);
        number(5, outcome.warnings);
        text(6, findings_text(outcome.findings));
        ++row_;
    }

    Result<std::monostate> finish(const Totals&) override {
        if (reason_.empty()) {
            if (row_ > 1) note(worksheet_autofilter(sheet_, 0, 0, row_ - 1, kColumns.size() - 1));
            note(workbook_close(std::exchange(book_, nullptr)));
        }
        if (!reason_.empty()) return fail(Code::output_not_writable, {}, {path_, reason_});
        return store_.write(path_, file_.read(), path_ + ".vanban.tmp");
    }

private:
    void note(lxw_error error) {
        if (error != LXW_NO_ERROR && reason_.empty()) reason_ = lxw_strerror(error);
    }

    lxw_format* format(bool bold, lxw_color_t color) {
        lxw_format* made = workbook_add_format(book_);
        format_set_font_name(made, "Times New Roman");
        format_set_font_size(made, 12);
        format_set_align(made, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(made);
        format_set_border(made, LXW_BORDER_THIN);
        if (bold) format_set_bold(made);
        if (color != 0) format_set_font_color(made, color);
        return made;
    }

    void begin() {
        lxw_doc_properties properties{};
        properties.created = kTimeless;
        note(workbook_set_properties(book_, &properties));
        plain_ = format(false, 0);
        bad_ = format(true, 0xC00000);
        lxw_format* head = format(true, 0);
        sheet_ = workbook_add_worksheet(book_, word(Code::report_sheet, {}, lang_).c_str());
        worksheet_set_landscape(sheet_);
        worksheet_set_paper(sheet_, 9);  // A4
        worksheet_fit_to_pages(sheet_, 1, 0);
        worksheet_freeze_panes(sheet_, 1, 0);
        note(worksheet_repeat_rows(sheet_, 0, 0));
        for (lxw_col_t column = 0; column < kColumns.size(); ++column) {
            note(worksheet_set_column(sheet_, column, column, kColumns[column].width, nullptr));
            note(worksheet_write_string(sheet_, 0, column, word(kColumns[column].title, {}, lang_).c_str(), head));
        }
        row_ = 1;
    }

    void number(lxw_col_t column, std::uint64_t value) {
        note(worksheet_write_number(sheet_, row_, column, static_cast<double>(value), plain_));
    }
    void text(lxw_col_t column, const std::string& value, lxw_format* how = nullptr) {
        note(worksheet_write_string(sheet_, row_, column, cell_text(value).c_str(), how ? how : plain_));
    }

    Store& store_;
    std::string path_, folder_;
    Lang lang_;
    UnnamedFile file_;
    lxw_workbook* book_ = nullptr;
    lxw_worksheet* sheet_ = nullptr;
    lxw_format* plain_ = nullptr;
    lxw_format* bad_ = nullptr;
    lxw_row_t row_ = 0;
    std::string reason_;
};

}  // namespace

std::unique_ptr<Report> xlsx_report(Store& store, const std::string& path, std::string folder, Lang lang) {
    return std::make_unique<XlsxReport>(store, path, std::move(folder), lang);
}

}  // namespace vanban::batch
