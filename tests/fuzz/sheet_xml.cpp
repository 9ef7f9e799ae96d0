// Fuzz target: any bytes as the XML of a sheet, and after a byte FF as its shared strings, in a workbook that is sound
// otherwise: deflate and checksums would stop a fuzzer before it got there.
#include "opc/deflate.hpp"
#include "opc/zip.hpp"
#include "workbook_checks.hpp"

namespace {

constexpr std::string_view kMain = "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
constexpr std::string_view kRelationships = "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"";
constexpr std::string_view kType = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

std::string relationship(std::string_view id, std::string_view type, std::string_view target) {
    return "<Relationship Id=\"" + std::string(id) + "\" Type=\"" + std::string(kType) + "/" + std::string(type) +
           "\" Target=\"" + std::string(target) + "\"/>";
}

std::string relationships(const std::string& all) {
    return "<Relationships " + std::string(kRelationships) + ">" + all + "</Relationships>";
}

/// A number, a date, a month, a time, a date with a time.
std::string styles() {
    return "<styleSheet " + std::string(kMain) +
           "><numFmts><numFmt numFmtId=\"164\" formatCode=\"mm/yyyy\"/></numFmts><cellXfs><xf numFmtId=\"0\"/>"
           "<xf numFmtId=\"14\"/><xf numFmtId=\"164\"/><xf numFmtId=\"20\"/><xf "
           "numFmtId=\"22\"/></cellXfs></styleSheet>";
}

std::string workbook() {
    return "<workbook " + std::string(kMain) + " xmlns:r=\"" + std::string(kType) +
           "\"><sheets><sheet name=\"Nhiệm vụ\" r:id=\"rId1\"/></sheets></workbook>";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    const std::string_view all = bytes.view();
    const std::size_t split = std::min(all.find('\xFF'), all.size());
    vanban::opc::ZipWriter zip(size + 4096);
    const auto add = [&](const char* name, std::string_view part) { zip.add(name, vanban::opc::stored(part), 0); };
    add("_rels/.rels", relationships(relationship("rId1", "officeDocument", "xl/workbook.xml")));
    add("xl/workbook.xml", workbook());
    add("xl/_rels/workbook.xml.rels",
        relationships(relationship("rId1", "worksheet", "sheet.xml") + relationship("rId2", "styles", "styles.xml") +
                      relationship("rId3", "sharedStrings", "shared.xml")));
    add("xl/styles.xml", styles());
    add("xl/sheet.xml", all.substr(0, split));
    add("xl/shared.xml", split < all.size()
                             ? std::string(all.substr(split + 1))
                             : "<sst " + std::string(kMain) + "><si><t>Số</t></si><si><t>Giá trị</t></si></sst>");
    vanban::data::read_as_workbook(std::move(zip).take());
    return 0;
}
