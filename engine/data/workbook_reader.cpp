// A workbook (XLSX, ISO/IEC 29500) to one value: its sheets are read, rendered as text, and put together.
#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "base/utf8.hpp"
#include "data/path.hpp"
#include "data/read.hpp"
#include "data/readers.hpp"
#include "data/workbook_parts.hpp"
#include "data/workbook_render.hpp"
#include "data/workbook_table.hpp"
#include "opc/zip_reader.hpp"

namespace vanban::data {
namespace {

/// Everything of the file that is needed, without the file.
struct Workbook {
    std::vector<LoadedSheet> sheets;
    Rendition rendition;
    bool has_macros = false;
    bool has_links = false;
};

bool is_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06");
}

/// A compound file: .xls, or what Excel wraps an encrypted workbook in. Names in its directory are UTF-16.
Diagnostic explain_compound_file(std::string_view bytes) {
    constexpr std::string_view kName = "EncryptedPackage";
    std::string wide;
    for (const char c : kName) wide += {c, '\0'};
    if (bytes.find(wide) != bytes.npos) {
        return diagnose(Code::workbook_encrypted, {}).with({Code::workbook_hint_password, {}, {}});
    }
    return diagnose(Code::workbook_other_format, {}, {"Excel 97-2003 (.xls)"})
        .with({Code::workbook_hint_save_as, {}, {}});
}

Diagnostic explain_no_zip(std::string_view bytes) {
    constexpr std::string_view kCompoundFile = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";
    if (bytes.starts_with(kCompoundFile)) return explain_compound_file(bytes);
    return diagnose(Code::not_a_workbook, {}).with({Code::workbook_hint_save_as, {}, {}});
}

/// Sheets for people, not for the program: notes, help, what no menu shows.
bool is_ignored(const SheetEntry& sheet) {
    return sheet.very_hidden || sheet.name.starts_with('_') || utf8::fold_to_key(sheet.name).starts_with("huong_dan");
}

Result<Workbook> load(std::string_view bytes, const Limits& limits) {
    auto zip = opc::ZipReader::open(bytes, limits);
    if (!zip) return tl::make_unexpected(zip.error());
    const auto parts = read_workbook_parts(*zip, limits);
    if (!parts) return tl::make_unexpected(parts.error());
    Workbook out;
    out.has_macros = parts->has_macros;
    out.has_links = parts->has_links;
    for (const SheetEntry& entry : parts->sheets) {
        if (is_ignored(entry)) continue;
        auto grid = read_sheet(*zip, entry.part, *parts, limits);
        if (!grid) return tl::make_unexpected(grid.error());
        if (grid->cells.empty()) continue;
        LoadedSheet sheet{entry.name, std::move(*grid), {}, {}};
        sheet.rows = rows_of(sheet.grid);
        sheet.layout = find_layout(sheet.grid, sheet.rows, parts->texts);
        if (auto done = render(sheet, parts->texts, limits, out.rendition); !done)
            return tl::make_unexpected(done.error());
        sheet.grid.text = {};
        out.sheets.push_back(std::move(sheet));
    }
    return out;
}

/// A finding about a part, which no one sees in Excel: the file must be made anew.
bool is_damage(Code code) {
    constexpr std::array kDamages = {
        Code::workbook_damaged,        Code::workbook_bad_part_name, Code::workbook_part_twice,
        Code::workbook_part_refused,   Code::workbook_part_damaged,  Code::workbook_part_missing,
        Code::workbook_part_malformed, Code::workbook_part_doctype,  Code::workbook_bad_cell,
        Code::workbook_cell_twice,     Code::workbook_merge_overlap, Code::workbook_bad_content,
    };
    return std::ranges::find(kDamages, code) != kDamages.end();
}

/// Registers a file that gave no workbook, and says why.
void report_failure(std::string name, Diagnostic diagnostic, Sources& sources, const Limits& limits, Diagnostics& out) {
    const SourceId id = sources.add({std::move(name), {}, std::make_shared<const CellPlaces>()});
    Intake intake(*sources.get(id), id, limits, out);
    diagnostic.span = intake.span(0, 0);
    if (is_damage(diagnostic.code)) diagnostic.notes.push_back({Code::workbook_hint_save_again, {}, {}});
    intake.report(std::move(diagnostic));
}

/// A name that a program gave: `Sheet1`, `Trang tính1`, `Trang_tính1`.
bool is_default_name(std::string_view name) {
    std::string key = utf8::fold_to_key(name);
    while (!key.empty() && key.back() >= '0' && key.back() <= '9') key.pop_back();
    if (key.ends_with('_')) key.pop_back();
    return key == "sheet" || key == "trang_tinh" || key == "trang";
}

std::size_t steps_of(const SheetValue& sheet) {
    const auto steps = parse_path(sheet.path);
    return steps ? steps->size() : 0;
}

/// Forms first, then tables from the shallowest path to the deepest: rows find the items that they belong to.
std::optional<Value> put_together(std::vector<SheetValue> sheets, Intake& intake) {
    Value root(Map{}, sheets.front().value.span);
    for (SheetValue& sheet : sheets) {
        if (sheet.is_form) root = merge(std::move(root), std::move(sheet.value));
    }
    std::erase_if(sheets, [](const SheetValue& sheet) { return sheet.is_form; });
    std::ranges::stable_sort(sheets, {}, steps_of);
    for (SheetValue& sheet : sheets) {
        Diagnostics found;
        append(root, sheet.path, std::move(sheet.value), found);
        for (const Diagnostic& each : found) intake.report(each);
    }
    return root;
}

void note_extras(const Workbook& workbook, const std::string& name, Intake& intake) {
    if (workbook.has_macros) intake.report(diagnose(Code::workbook_has_macros, {}, {name}));
    if (workbook.has_links) intake.report(diagnose(Code::workbook_has_links, {}, {name}));
}

std::optional<Value> read_sheets(const std::vector<LoadedSheet>& sheets, Intake& intake) {
    std::vector<SheetValue> values;
    for (const LoadedSheet& sheet : sheets) {
        if (auto value = read_table(sheet, intake)) values.push_back(std::move(*value));
    }
    if (values.empty()) {
        if (!intake.failed()) intake.report(diagnose(Code::workbook_empty, intake.span(0, 0)));
        return std::nullopt;
    }
    const bool is_list = sheets.size() == 1 && !values.front().is_form && !sheets.front().layout.marker &&
                         is_default_name(sheets.front().name);
    return is_list ? std::move(values.front().value) : put_together(std::move(values), intake);
}

}  // namespace

std::optional<Value> read_workbook(Source file, Sources& sources, const Limits& limits, Diagnostics& out) {
    const std::string name = std::move(file.name);
    if (file.text.size() > limits.file_bytes) {
        const std::string most = std::to_string(limits.file_bytes);
        report_failure(name, diagnose(Code::file_too_large, {}, {name, most}), sources, limits, out);
        return std::nullopt;
    }
    auto workbook = is_zip(file.text) ? load(file.text, limits) : tl::make_unexpected(explain_no_zip(file.text));
    file.text = {};
    if (!workbook) {
        report_failure(name, std::move(workbook.error()), sources, limits, out);
        return std::nullopt;
    }
    Rendition& rendition = workbook->rendition;
    rendition.text.shrink_to_fit();
    const SourceId id = sources.add({name, std::move(rendition.text), std::move(rendition.cells)});
    Intake intake(*sources.get(id), id, limits, out);
    if (!intake.check_source()) return std::nullopt;
    note_extras(*workbook, name, intake);
    auto value = read_sheets(workbook->sheets, intake);
    intake.finish();
    return intake.failed() ? std::nullopt : std::move(value);
}

}  // namespace vanban::data
