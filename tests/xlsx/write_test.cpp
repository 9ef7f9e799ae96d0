// Bytes of workbooks: the same every time, nothing left behind, what the library cannot say put in.
#include "xlsx/write.hpp"

#include <unistd.h>

#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "opc/unzip.hpp"
#include "xlsx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

namespace {

namespace fs = std::filesystem;

/// An empty folder that is gone at the end.
class Folder {
public:
    Folder() : path_(fs::temp_directory_path() / ("vanban-xlsx-test-" + std::to_string(::getpid()))) {
        fs::remove_all(path_);
        fs::create_directory(path_);
    }
    ~Folder() { fs::remove_all(path_); }
    std::string name() const { return path_.string(); }
    bool empty() const { return fs::is_empty(path_); }

private:
    fs::path path_;
};

std::string bytes_of(const styled::Document& document) {
    const Folder folder;
    Diagnostics out;
    const auto bytes = xlsx::write(plan_of(document), folder.name(), out);
    BOOST_REQUIRE(bytes);
    BOOST_TEST(folder.empty());
    return *bytes;
}

std::string entry(const std::string& bytes, const std::string& name) {
    for (const auto& part : unzip(bytes))
        if (part.name == name) return part.bytes;
    return {};
}

}  // namespace

BOOST_AUTO_TEST_SUITE(write_)

BOOST_AUTO_TEST_CASE(the_same_document_gives_the_same_bytes) {
    const auto document = document_of({paragraph("Dự toán", kTitle), estimate(), paragraph("")});
    const std::string first = bytes_of(document);
    BOOST_TEST((first == bytes_of(document)));
    BOOST_TEST(entry(first, "docProps/core.xml").find("created") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(properties_are_those_of_the_document) {
    auto document = document_of({paragraph("a")});
    document.properties = {"Dự toán", "Kinh phí", "Sở Y tế", "vi-VN", Timestamp{1'683'169'321}};
    const std::string core = entry(bytes_of(document), "docProps/core.xml");
    BOOST_TEST(core.find("<dc:title>Dự toán</dc:title>") != std::string::npos);
    BOOST_TEST(core.find("2023-05-04T03:02:01Z") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(formulas_are_written_with_their_results) {
    const std::string sheet = entry(bytes_of(document_of({estimate(), paragraph("")})), "xl/worksheets/sheet1.xml");
    BOOST_TEST(sheet.find("<f>SUM(E2,E5)</f><v>2149999</v>") != std::string::npos);
    BOOST_TEST(sheet.find("<f>ROUND(C3*D3,0)</f><v>2000000</v>") != std::string::npos);
    BOOST_TEST(sheet.find("<f>ROUND(E3/$E$7,3)</f><v>0.93</v>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(only_formats_of_dangerous_text_are_quoted) {
    const auto document = document_of(
        {table({Twip{4000}, Twip{5355}}, {row({cell("=HYPERLINK(\"x\")"), cell("thường")})}), paragraph("")});
    const std::string bytes = bytes_of(document);
    const std::string styles = entry(bytes, "xl/styles.xml");
    const std::size_t quoted = styles.find("quotePrefix=\"1\"");
    BOOST_REQUIRE(quoted != std::string::npos);
    BOOST_TEST(styles.find("quotePrefix", quoted + 1) == std::string::npos);
    BOOST_TEST(entry(bytes, "xl/worksheets/sheet1.xml").find("<f>") == std::string::npos);
    BOOST_TEST(entry(bytes, "xl/sharedStrings.xml").find("=HYPERLINK(\"x\")") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_default_font_is_the_documents_in_the_size_that_columns_are_counted_in) {
    const std::string styles = entry(bytes_of(document_of({paragraph("a")})), "xl/styles.xml");
    BOOST_TEST(styles.find("<font><sz val=\"10.5\"/><color theme=\"1\"/><name val=\"Times New Roman\"/>") !=
               std::string::npos);
    BOOST_TEST(styles.find("Calibri") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(column_widths_are_pixels_over_seven) {
    const std::string sheet =
        entry(bytes_of(document_of({table({Twip{1050}, Twip{8305}}, {row({cell("a"), cell("b")})}), paragraph("")})),
              "xl/worksheets/sheet1.xml");
    BOOST_TEST(sheet.find("<col min=\"1\" max=\"1\" width=\"10\" customWidth=\"1\"/>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_first_page_differs) {
    auto document = document_of({paragraph("a")});
    document.sections[0].first_footer = {paragraph("Điện thoại & fax", kTitle)};
    const std::string sheet = entry(bytes_of(document), "xl/worksheets/sheet1.xml");
    BOOST_TEST(sheet.find("<headerFooter differentFirst=\"1\">") != std::string::npos);
    BOOST_TEST(sheet.find("Điện thoại &amp;&amp; fax</firstFooter></headerFooter>") != std::string::npos);
    document.sections[0].title_page = false;
    BOOST_TEST(entry(bytes_of(document), "xl/worksheets/sheet1.xml").find("differentFirst") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_large_book_that_is_written_row_by_row_says_the_same) {
    std::vector<styled::Row> rows;
    styled::Cell group = cell("Nhóm");
    group.vmerge = styled::VMerge::Restart;
    styled::Cell same = cell("");
    same.vmerge = styled::VMerge::Continue;
    rows.push_back(row({group, cell("a")}));
    rows.push_back(row({same, cell("b")}));
    for (int i = 2; i < 20'100; ++i) rows.push_back(row({cell(std::to_string(i)), cell("Nội dung")}));
    const std::string sheet = entry(
        bytes_of(document_of({table({Twip{2000}, Twip{7355}}, std::move(rows)), paragraph("Hết"), paragraph("")})),
        "xl/worksheets/sheet1.xml");
    BOOST_TEST(sheet.find("r=\"A20100\"") != std::string::npos);
    BOOST_TEST(sheet.find("<t>20099</t>") != std::string::npos);
    BOOST_TEST(sheet.find("<mergeCell ref=\"A1:A2\"/><mergeCell ref=\"A20101:B20101\"/>") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(a_folder_that_cannot_be_written_to_is_reported) {
    Diagnostics out;
    BOOST_TEST(!xlsx::write(plan_of(document_of({paragraph("a")})), "/no/such/folder", out).has_value());
    BOOST_REQUIRE(out.items().size() == 1u);
    BOOST_TEST((out.items()[0].code == Code::workbook_not_written));
    BOOST_TEST(out.items()[0].args[0] == "/no/such/folder");
}

BOOST_AUTO_TEST_SUITE_END()
