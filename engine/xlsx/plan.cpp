#include "xlsx/plan.hpp"

#include "xlsx/check.hpp"
#include "xlsx/limits.hpp"
#include "xlsx/references.hpp"
#include "xlsx/sheet.hpp"

namespace vanban::xlsx {
namespace {

/// Name of the first sheet, and of those whose section does not begin with a short title.
constexpr std::string_view kMainSheet = "Văn bản";

/// The first words of a section: "Phụ lục I".
std::string first_text(const styled::Section& section) {
    for (const styled::Block& block : section.blocks) {
        const auto* paragraph = std::get_if<styled::Paragraph>(&block);
        if (!paragraph) return {};
        std::string text;
        for (const styled::Run& run : paragraph->runs)
            if (const auto* piece = std::get_if<styled::Text>(&run)) text += piece->text;
        if (!text.empty()) return text;
    }
    return {};
}

std::string name_of(const styled::Section& section, bool first, std::vector<std::string>& taken) {
    const std::string text = first ? std::string() : first_text(section);
    const bool is_title = !text.empty() && utf16_length(text) <= kMostSheetName;
    return sheet_name(is_title ? text : kMainSheet, taken);
}

}  // namespace

std::optional<BookPlan> plan(const styled::Document& document, const font::Family& fonts, Diagnostics& out) {
    const std::size_t errors = out.error_count();
    BookPlan book;
    book.properties = document.properties;
    book.font = document.font;
    Formats formats;
    Numbering numbering(document);
    std::vector<std::string> sheet_names;
    std::vector<std::string> cell_names;
    for (const styled::Section& section : document.sections) {
        const auto index = static_cast<std::uint16_t>(book.sheets.size());
        SheetResult made =
            make_sheet({document, fonts, formats, numbering, out}, section, name_of(section, index == 0, sheet_names));
        for (const NamedCell& cell : made.names)
            book.names.push_back(
                {defined_name(cell.name, cell_names), index, {cell.row, cell.column, cell.row, cell.column}});
        book.sheets.push_back(std::move(made.sheet));
    }
    book.formats = std::move(formats).take();
    check(book, out);
    if (out.error_count() > errors) return std::nullopt;
    return book;
}

}  // namespace vanban::xlsx
