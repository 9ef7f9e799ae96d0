// The smallest workbooks around the XML of a sheet, and what is read from them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "data/reading.hpp"
#include "data/zip_maker.hpp"

namespace vanban::testing {

inline constexpr std::string_view kMain = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
inline constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

inline std::string part(std::string_view root, std::string_view content) {
    return "<" + std::string(root) + " xmlns=\"" + std::string(kMain) + "\" xmlns:r=\"" + std::string(kOffice) + "\">" +
           std::string(content) + "</" + std::string(root) + ">";
}

inline std::string relationships(const std::vector<std::pair<std::string, std::string>>& type_and_target) {
    std::string out = R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">)";
    int id = 0;
    for (const auto& [type, target] : type_and_target) {
        out += "<Relationship Id=\"rId" + std::to_string(++id) + "\" Type=\"" + std::string(kOffice) + "/" + type +
               "\" Target=\"" + target + "\"/>";
    }
    return out + "</Relationships>";
}

/// The parts of a workbook with one sheet called `o`. Formats by style: 0 General, 1 a date (14), 2 `mm/yyyy`.
inline std::vector<ZipEntry> parts_of(std::string_view sheet_content, std::string_view shared = "") {
    return {
        {"_rels/.rels", relationships({{"officeDocument", "xl/workbook.xml"}})},
        {"xl/workbook.xml", part("workbook", R"(<sheets><sheet name="o" sheetId="1" r:id="rId1"/></sheets>)")},
        {"xl/_rels/workbook.xml.rels", relationships({{"worksheet", "worksheets/sheet1.xml"},
                                                      {"styles", "styles.xml"},
                                                      {"sharedStrings", "/xl/sharedStrings.xml"}})},
        {"xl/styles.xml",
         part(
             "styleSheet",
             R"(<numFmts><numFmt numFmtId="164" formatCode="mm/yyyy"/></numFmts><cellStyleXfs><xf numFmtId="22"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs>)")},
        {"xl/sharedStrings.xml", part("sst", shared)},
        {"xl/worksheets/sheet1.xml", part("worksheet", sheet_content)},
    };
}

inline data::Reading read_bytes(std::string bytes, const Limits& limits = {}) {
    data::Reading reading;
    Sources sources;
    reading.value = data::read({"so.xlsx", std::move(bytes)}, data::Format::Xlsx, sources, limits, reading.findings);
    const Source* source = sources.get(0);
    BOOST_REQUIRE(source);
    BOOST_REQUIRE(source->cells);
    reading.source = source->text;
    reading.cells = source->cells;
    BOOST_TEST(reading.value.has_value() == !reading.findings.has_errors());
    return reading;
}

/// A sheet with these rows: each a list of cells as XML.
inline data::Reading read_rows(std::string_view rows, std::string_view after = "", std::string_view shared = "",
                               const Limits& limits = {}) {
    const std::string content = "<sheetData>" + std::string(rows) + "</sheetData>" + std::string(after);
    return read_bytes(make_zip(parts_of(content, shared)), limits);
}

/// An inline text cell.
inline std::string text_cell(std::string_view ref, std::string_view text) {
    return "<c r=\"" + std::string(ref) + "\" t=\"inlineStr\"><is><t>" + std::string(text) + "</t></is></c>";
}

}  // namespace vanban::testing
