#include <boost/test/unit_test.hpp>

#include "model/document.hpp"

using namespace vanban;
using namespace vanban::model;

BOOST_AUTO_TEST_CASE(an_empty_document_has_an_empty_form) {
    BOOST_TEST(dump(Document{}) == "");
}

BOOST_AUTO_TEST_CASE(plain_text_joins_all_runs) {
    BOOST_TEST(plain_text({}) == "");
    BOOST_TEST(plain_text({{"Sở ", Emphasis::None}, {"Y tế", Emphasis::Bold}}) == "Sở Y tế");
}

BOOST_AUTO_TEST_CASE(blocks_stand_on_lines_in_their_vung) {
    Document document;
    document.thuoc_tinh.ngay = Date{2014, 3, 5};
    document.vung.push_back({.huong = Huong::Doc, .danh_so = DanhSoTrang::Tiep, .blocks = {}});
    document.vung.push_back({.huong = Huong::Ngang, .danh_so = DanhSoTrang::Lai, .blocks = {}});
    document.vung[0].blocks.push_back({Doan{{{"a\"b\\c\nd", Emphasis::None}, {"e", Emphasis::BoldItalic}}}, {}});
    document.vung[1].blocks.push_back({DeMuc{CapBac::Dieu, true, {{"Phạm vi", Emphasis::None}}}, {}});
    BOOST_TEST(dump(document) ==
               "thuoc-tinh ngay=5/3/2014\nvung doc tiep\n  doan \"a\\\"b\\\\c\\nd\" bi\"e\"\nvung ngang lai\n  dieu "
               "tieu-de \"Phạm vi\"\n");
}

BOOST_AUTO_TEST_CASE(rows_and_signers_stand_on_lines_of_their_own) {
    Document document;
    document.vung.emplace_back();
    Bang bang;
    bang.cot.push_back({.tieu_de = {{"TT", Emphasis::None}}, .kieu = KieuCot::ThuTu, .rong = 10});
    bang.hang.push_back({{O{}, O{{{{"a", Emphasis::None}}, {{"b", Emphasis::Bold}}}}}});
    KetThuc ket_thuc;
    ket_thuc.nguoi_ky.push_back({.quyen_han = {QuyenHan::TUQ},
                                 .tap_the = {},
                                 .chuc_vu_cap_truong = {},
                                 .chuc_vu_truong_don_vi = {},
                                 .chuc_vu = "Giám đốc",
                                 .chuc_vu_co_quan = {},
                                 .ho_ten = "A",
                                 .span = {},
                                 .ho_ten_span = {}});
    document.vung[0].blocks.push_back({bang, {}});
    document.vung[0].blocks.push_back({ket_thuc, {}});
    BOOST_TEST(dump(document) ==
               "vung doc tiep\n  bang [tt \"TT\" 10%]\n    hang [-, \"a\" / b\"b\"]\n"
               "  ket-thuc noi-nhan=[]\n    nguoi-ky quyen-han=[TUQ.] chuc-vu=\"Giám đốc\" ho-ten=\"A\"\n");
}

BOOST_AUTO_TEST_CASE(places_do_not_count_in_comparison) {
    const Block here{TenLoai{"ke-hoach"}, {0, 1, 2}};
    const Block there{TenLoai{"ke-hoach"}, {0, 5, 9}};
    BOOST_TEST((here == there));
}
