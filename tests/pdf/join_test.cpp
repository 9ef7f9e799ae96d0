// Several PDFs as one, read back through qpdf's own functions.
#include "pdf/join.hpp"

#include <qpdf/qpdf-c.h>

#include <boost/test/unit_test.hpp>

namespace vanban::pdf {
namespace {

/// A PDF of so many pages that are `width` points wide; without a table of objects, as readers must bear.
std::string file_of(int pages, const std::string& title, int width = 595) {
    std::string kids, objects;
    for (int page = 0; page < pages; ++page) {
        const std::string number = std::to_string(page + 4);
        kids += number + " 0 R ";
        objects += number + " 0 obj\n<</Type/Page/Parent 2 0 R/Resources<<>>/MediaBox[0 0 " + std::to_string(width) +
                   " 842]>>\nendobj\n";
    }
    return "%PDF-1.6\n1 0 obj\n<</Type/Catalog/Pages 2 0 R/Lang(vi-VN)>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[" + kids +
           "]/Count " + std::to_string(pages) + ">>\nendobj\n3 0 obj\n<</Title(" + title +
           ")/CreationDate(D:20230522032203)>>\nendobj\n" + objects +
           "trailer\n<</Root 1 0 R/Info 3 0 R/Size 99>>\nstartxref\n0\n%%EOF\n";
}

/// What a program reads in a PDF.
struct Read {
    explicit Read(const std::string& bytes) : file(qpdf_init()) {
        qpdf_set_suppress_warnings(file, QPDF_TRUE);
        qpdf_read_memory(file, "", bytes.data(), bytes.size(), nullptr);
    }
    ~Read() { qpdf_cleanup(&file); }
    Read(const Read&) = delete;
    Read& operator=(const Read&) = delete;

    /// Widths of the pages in points, those without anything on them too.
    std::vector<int> widths() {
        std::vector<int> all;
        for (int page = 0; page < qpdf_get_num_pages(file); ++page) {
            const qpdf_oh box =
                qpdf_oh_get_key(file, qpdf_get_page_n(file, static_cast<std::size_t>(page)), "/MediaBox");
            all.push_back(qpdf_oh_get_int_value_as_int(file, qpdf_oh_get_array_item(file, box, 2)));
        }
        return all;
    }
    std::string property(const char* key) {
        const char* const value = qpdf_get_info_key(file, key);
        return value ? value : "";
    }
    std::string language() {
        return qpdf_oh_get_string_value(file, qpdf_oh_get_key(file, qpdf_get_root(file), "/Lang"));
    }

    qpdf_data file;
};

}  // namespace

BOOST_AUTO_TEST_SUITE(joined_pdf)

BOOST_AUTO_TEST_CASE(the_library_is_there) {
    BOOST_TEST(find_qpdf().has_value());
}

BOOST_AUTO_TEST_CASE(the_pages_of_all_files_stand_in_order) {
    const auto whole = join({file_of(2, "a", 100), file_of(1, "b", 200), file_of(3, "c", 300)}, BlankPages::LeftOut);
    BOOST_TEST_REQUIRE(whole.has_value());
    BOOST_TEST((Read(*whole).widths() == std::vector<int>{100, 100, 200, 300, 300, 300}));
}

BOOST_AUTO_TEST_CASE(for_printing_on_both_sides_each_file_begins_on_the_front_of_a_sheet) {
    const auto whole = join({file_of(3, "a", 100), file_of(2, "b", 200), file_of(1, "c", 300), file_of(1, "d", 400)},
                            BlankPages::Kept);
    BOOST_TEST_REQUIRE(whole.has_value());
    // Blank pages are as wide as what comes behind them.
    BOOST_TEST((Read(*whole).widths() == std::vector<int>{100, 100, 100, 200, 200, 200, 300, 400, 400}));
}

BOOST_AUTO_TEST_CASE(the_whole_is_called_as_its_first_file_is) {
    const auto whole = join({file_of(1, "Bien ban 1"), file_of(1, "Bien ban 2")}, BlankPages::LeftOut);
    BOOST_TEST_REQUIRE(whole.has_value());
    Read read(*whole);
    BOOST_TEST(read.property("/Title") == "Bien ban 1");
    BOOST_TEST(read.property("/CreationDate") == "D:20230522032203");
    BOOST_TEST(read.language() == "vi-VN");
}

BOOST_AUTO_TEST_CASE(the_same_files_give_the_same_bytes) {
    const std::vector<std::string> files{file_of(1, "a"), file_of(2, "b")};
    BOOST_TEST(*join(files, BlankPages::Kept) == *join(files, BlankPages::Kept));
}

BOOST_AUTO_TEST_CASE(what_is_no_pdf_is_said_to_be_none) {
    const auto whole = join({file_of(1, "a"), "not a PDF"}, BlankPages::LeftOut);
    BOOST_TEST_REQUIRE(!whole.has_value());
    BOOST_TEST((whole.error().code == Code::pdf_not_joined));
    BOOST_TEST(!whole.error().args.front().empty());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::pdf
