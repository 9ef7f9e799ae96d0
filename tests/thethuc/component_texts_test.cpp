// The filing line and the code of a công văn.
#include "thethuc/component_texts.hpp"

#include "thethuc/text_fixture.hpp"

namespace vanban::thethuc {
namespace {

bool filed_well(std::string line) {
    model::KetThuc foot;
    foot.noi_nhan = {text("Các phòng thuộc Sở"), text(std::move(line))};
    return !has_code(check_document(document_of({block(foot)})), Code::malformed_luu);
}

bool coded_well(std::string code) {
    model::DauVanBan dau = so_y_te();
    dau.so_ky_hieu->ky_hieu = std::move(code);
    return !has_code(check_document(document_of({block(dau)})), Code::letter_code_with_type);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(component_texts)

BOOST_AUTO_TEST_CASE(the_filing_line_has_one_form) {
    for (const char* line : {"Lưu: VT, VP", "Lưu: VT.", "- Lưu: VT, HC (2).", "Lưu: VT, TC-HC", "Lưu: VT, KGVX (7)"})
        BOOST_TEST(filed_well(line), line);
    for (const char* line : {"Lưu VT, KGVX (7)Nam.", "Lưu: VP", "Lưu: VT. NVY", "Lưu: VT, KGVX (bảy)", "Lưu:"})
        BOOST_TEST(!filed_well(line), line);
}

BOOST_AUTO_TEST_CASE(the_code_of_a_letter_names_no_type) {
    BOOST_TEST(!coded_well("CV-SYT"));
    BOOST_TEST(coded_well("SYT-VP"));
    BOOST_TEST(coded_well("KH-SYT"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::thethuc
