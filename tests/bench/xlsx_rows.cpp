// A long estimate as XLSX beside the same cells written straight with libxlsxwriter: time and peak memory, each in a
// process of its own. Usage: xlsx_rows [ROWS]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "font/family.hpp"
#include "xlsx/plan.hpp"
#include "xlsx/write.hpp"

namespace {

using namespace vanban;
using Kind = styled::FormulaStep::Kind;

constexpr styled::CharacterLook kLook{font_pt(12), false, false};

std::string work(std::uint32_t row) {
    return "Tập huấn nghiệp vụ cho đơn vị số " + std::to_string(row);
}
std::int64_t quantity(std::uint32_t row) {
    return 1 + row % 37;
}
std::int64_t price(std::uint32_t row) {
    return 10'000 + std::int64_t{row} * 7;
}

styled::Cell cell(std::string text, std::uint16_t style) {
    styled::Paragraph paragraph;
    paragraph.style = {style};
    paragraph.runs.push_back(styled::Text{std::move(text), kLook});
    styled::Cell result;
    result.paragraphs.push_back(std::move(paragraph));
    return result;
}

/// TT, work, quantity, price, amount; the total below.
styled::Document document(std::uint32_t rows) {
    styled::Document document;
    document.font = "Times New Roman";
    document.styles.resize(2);
    document.styles[0].look = document.styles[1].look = kLook;
    document.styles[1].jc = styled::Jc::Right;
    styled::TableValues values;
    values.name = "du_toan";
    values.columns.resize(5);
    values.columns[2] = {"so_luong", true, 0, false, {}, false};
    values.columns[3] = {"don_gia", true, 0, false, {}, false};
    values.columns[4] = {
        "thanh_tien", true, 0, false, {{Kind::Column, {}, 2}, {Kind::Column, {}, 3}, {Kind::Multiply, {}, 0}}, true};
    styled::Table table;
    table.grid = {Twip{700}, Twip{4000}, Twip{1100}, Twip{1500}, Twip{2055}};
    table.border = border_pt(0.5);
    std::int64_t total = 0;
    for (std::uint32_t row = 0; row < rows; ++row) {
        const std::int64_t amount = quantity(row) * price(row);
        total += amount;
        styled::Row line;
        line.cells = {cell(std::to_string(row + 1), 0), cell(work(row), 0), cell(std::to_string(quantity(row)), 1),
                      cell(std::to_string(price(row)), 1), cell(std::to_string(amount), 1)};
        table.rows.push_back(std::move(line));
        values.values.push_back({row, 2, Decimal(quantity(row)), false});
        values.values.push_back({row, 3, Decimal(price(row)), false});
        values.values.push_back({row, 4, Decimal(amount), true});
    }
    styled::Row last;
    last.cells = {cell("", 0), cell("Tổng cộng", 0), cell("", 1), cell("", 1), cell(std::to_string(total), 1)};
    table.rows.push_back(std::move(last));
    values.values.push_back({rows, 4, Decimal(total), true});
    values.sums = {{rows, {{0, rows - 1}}, true}};
    table.values = std::make_shared<const styled::TableValues>(std::move(values));
    styled::Section section;
    section.page = {mm(210), mm(297), styled::Orientation::Portrait, mm(20), mm(20), mm(30), mm(15), mm(10), mm(10)};
    section.blocks = {std::move(table), styled::Paragraph{}};
    document.sections = {std::move(section)};
    return document;
}

using Clock = std::chrono::steady_clock;

/// Seconds of making the bytes of a document that is there, and of letting it go.
double ours(std::uint32_t rows, const std::string& folder) {
    const styled::Document made = document(rows);
    const auto start = Clock::now();
    Diagnostics out;
    const auto book = xlsx::plan(made, font::times_new_roman(), out);
    const auto planned = Clock::now();
    const auto bytes = book ? xlsx::write(*book, folder, out) : std::nullopt;
    const auto end = Clock::now();
    if (!bytes) return -1;
    std::printf("  plan %.2f s, write %.2f s, %.1f MB\n", std::chrono::duration<double>(planned - start).count(),
                std::chrono::duration<double>(end - planned).count(), static_cast<double>(bytes->size()) / 1e6);
    return std::chrono::duration<double>(end - start).count();
}

/// The same cells, as a program would write them that knows nothing of documents.
double straight(std::uint32_t rows, const std::string& folder) {
    const auto start = Clock::now();
    const std::string path = folder + "/straight.xlsx";
    lxw_workbook* book = workbook_new(path.c_str());
    lxw_worksheet* sheet = workbook_add_worksheet(book, "Dự toán");
    const auto format = [&](const char* number_format) {
        lxw_format* made = workbook_add_format(book);
        format_set_font_name(made, "Times New Roman");
        format_set_font_size(made, 12);
        format_set_border(made, LXW_BORDER_THIN);
        if (number_format) format_set_num_format(made, number_format);
        return made;
    };
    lxw_format* text = format(nullptr);
    lxw_format* number = format("#,##0");
    double total = 0;
    for (std::uint32_t row = 0; row < rows; ++row) {
        const std::string line = std::to_string(row + 1);
        const double amount = static_cast<double>(quantity(row) * price(row));
        total += amount;
        worksheet_set_row(sheet, row, 16.5, nullptr);
        worksheet_write_string(sheet, row, 0, line.c_str(), text);
        worksheet_write_string(sheet, row, 1, work(row).c_str(), text);
        worksheet_write_number(sheet, row, 2, static_cast<double>(quantity(row)), number);
        worksheet_write_number(sheet, row, 3, static_cast<double>(price(row)), number);
        worksheet_write_formula_num(sheet, row, 4, ("=ROUND(C" + line + "*D" + line + ",0)").c_str(), number, amount);
    }
    worksheet_write_string(sheet, rows, 1, "Tổng cộng", text);
    worksheet_write_formula_num(sheet, rows, 4, ("=SUM(E1:E" + std::to_string(rows) + ")").c_str(), number, total);
    const bool closed = workbook_close(book) == LXW_NO_ERROR;
    const auto end = Clock::now();
    std::filesystem::remove(path);
    return closed ? std::chrono::duration<double>(end - start).count() : -1;
}

struct Cost {
    double seconds = -1;
    double megabytes = 0;
};

/// Runs the work in a child process.
Cost measure(double (*work)(std::uint32_t, const std::string&), std::uint32_t rows, const std::string& folder) {
    int channel[2];
    if (::pipe(channel) != 0) return {};
    std::fflush(stdout);
    const pid_t child = ::fork();
    if (child == 0) {
        const double seconds = work(rows, folder);
        const bool sent = ::write(channel[1], &seconds, sizeof seconds) == sizeof seconds;
        std::fflush(stdout);
        ::_exit(sent ? 0 : 1);
    }
    Cost cost;
    rusage usage{};
    int status = 0;
    const bool received = ::read(channel[0], &cost.seconds, sizeof cost.seconds) == sizeof cost.seconds;
    ::wait4(child, &status, 0, &usage);
    ::close(channel[0]);
    ::close(channel[1]);
    if (!received || status != 0) return {};
    cost.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
    return cost;
}

}  // namespace

int main(int count, char** arguments) {
    const auto rows = static_cast<std::uint32_t>(count > 1 ? std::atol(arguments[1]) : 100'000);
    const std::string folder = std::filesystem::temp_directory_path().string();
    const Cost mine = measure(ours, rows, folder);
    const Cost plain = measure(straight, rows, folder);
    std::printf("%u rows of 5 cells\n", rows);
    std::printf("vanban    %6.2f s %7.0f MB (the document included)\n", mine.seconds, mine.megabytes);
    std::printf("straight  %6.2f s %7.0f MB\n", plain.seconds, plain.megabytes);
    if (mine.seconds < 0 || plain.seconds <= 0) return 1;
    std::printf("ratio     %6.2f   %7.2f\n", mine.seconds / plain.seconds, mine.megabytes / plain.megabytes);
    return 0;
}
