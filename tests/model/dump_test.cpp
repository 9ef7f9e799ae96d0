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
    bang.hang.emplace_back().o = {O{}, O{{{{"a", Emphasis::None}}, {{"b", Emphasis::Bold}}}}};
    KetThuc ket_thuc;
    NguoiKy& signer = ket_thuc.nguoi_ky.emplace_back();
    signer.quyen_han = {QuyenHan::TUQ};
    signer.chuc_vu = "Giám đốc";
    signer.ho_ten = "A";
    document.vung[0].blocks.push_back({bang, {}});
    document.vung[0].blocks.push_back({ket_thuc, {}});
    BOOST_TEST(dump(document) ==
               "vung doc tiep\n  bang [tt \"TT\" 10%]\n    hang [-, \"a\" / b\"b\"]\n"
               "  ket-thuc noi-nhan=[]\n    nguoi-ky quyen-han=[TUQ.] chuc-vu=\"Giám đốc\" ho-ten=\"A\"\n");
}

namespace {

Inline plain(std::string text) {
    return {{std::move(text), Emphasis::None}};
}

/// The dump of one block, without the lines around it.
std::string dumped(Block::Variant content) {
    Document document;
    document.vung.emplace_back().blocks.push_back({std::move(content), {}});
    std::string text = dump(document);
    return text.substr(text.find('\n') + 3);
}

}  // namespace

BOOST_AUTO_TEST_CASE(a_form_says_that_it_has_no_end_mark) {
    Document document;
    document.vung.emplace_back().dau_het = false;
    BOOST_TEST(dump(document) == "vung doc tiep khong-dau-het\n");
}

BOOST_AUTO_TEST_CASE(the_letterhead_tells_its_marks_and_addresses) {
    DauVanBan dau;
    dau.ban_hanh = {"Sở Y tế"};
    dau.do_mat = "mat";
    dau.do_khan = "hoa-toc";
    dau.luu_hanh = "luu-hanh-noi-bo";
    dau.dia_chi = {plain("Số 1"), plain("ĐT: 2")};
    dau.ky_so = "Số: 15/QĐ-SYT";
    BOOST_TEST(dumped(dau) ==
               "dau-van-ban chu-quan=[] ban-hanh=[\"Sở Y tế\"] do-mat=\"mat\" do-khan=\"hoa-toc\" "
               "luu-hanh=\"luu-hanh-noi-bo\" dia-chi=[\"Số 1\", \"ĐT: 2\"] ky-so=\"Số: 15/QĐ-SYT\"\n");
}

BOOST_AUTO_TEST_CASE(the_words_of_a_decision_are_blocks_of_their_own) {
    BOOST_TEST(dumped(ThamQuyen{plain("Giám đốc Sở")}) == "tham-quyen \"Giám đốc Sở\"\n");
    BOOST_TEST(dumped(LoiBanHanh{plain("Quyết định")}) == "loi-ban-hanh \"Quyết định\"\n");
    BOOST_TEST(dumped(KinhGui{"Bộ Y tế điện", {plain("Sở Y tế")}}) == "kinh-gui [\"Sở Y tế\"] nhan=\"Bộ Y tế điện\"\n");
}

BOOST_AUTO_TEST_CASE(references_and_copies_name_their_document) {
    const KemTheo kem_theo{"ke-hoach", {5, "KH-SYT"}, {2026, 3, std::nullopt}, "Sở Y tế"};
    const std::string reference = "loai=\"ke-hoach\" so-ky-hieu=5 \"KH-SYT\" ngay=-/3/2026 cua=\"Sở Y tế\"";
    BOOST_TEST(dumped(kem_theo) == "kem-theo " + reference + "\n");
    BOOST_TEST(dumped(DauPhuLuc{plain("Bảng"), kem_theo, "Số: 5", 2}) ==
               "dau-phu-luc tieu-de=\"Bảng\" " + reference + " ky-so=\"Số: 5\" thu-tu=2\n");
    BOOST_TEST(dumped(DauBanSao{"sao-y", {"Sở Y tế"}, {std::nullopt, "SY-SYT"}, {"Huế", {}}}) ==
               "dau-ban-sao \"sao-y\" ban-hanh=[\"Sở Y tế\"] so-ky-hieu=- \"SY-SYT\" dia-danh=\"Huế\" ngay=-/-/-\n");
}

BOOST_AUTO_TEST_CASE(tables_tell_groups_of_columns_kinds_of_rows_and_notes) {
    Bang bang;
    bang.tieu_de = plain("Dự toán");
    bang.don_vi = plain("đồng");
    bang.so_cot = bang.danh_so_lien = true;
    bang.cot.push_back({.tieu_de = plain("A"), .kieu = KieuCot::Chu, .rong = 20, .gop = true});
    bang.nhom_cot.push_back({.tieu_de = plain("G"), .dau = 0, .so_cot = 1, .tang = 0});
    bang.hang.push_back({.loai = LoaiHang::Nhom, .cap = 1, .nhan = plain("N"), .o = {O{}}});
    bang.hang.push_back({.loai = LoaiHang::Tong, .cap = 0, .nhan = plain("T"), .o = {O{{plain("9")}}}});
    bang.ghi_chu = {plain("Ghi")};
    BOOST_TEST(dumped(bang) ==
               "bang [chu \"A\" 20% gop] tieu-de=\"Dự toán\" don-vi=\"đồng\" so-cot danh-so-lien ghi-chu=[\"Ghi\"]\n"
               "    nhom-cot 0+1 tang 0 \"G\"\n    hang-nhom 1 \"N\" [-]\n    hang-tong \"T\" [\"9\"]\n");
}

BOOST_AUTO_TEST_CASE(tables_that_compute_show_formulas_numbers_and_the_rows_of_sums) {
    using Phep = BuocTinh::Phep;
    Bang bang;
    bang.ten = "b";
    Cot cot;
    cot.tieu_de = plain("A");
    cot.kieu = KieuCot::So;
    cot.ten = "a";
    cot.tong = true;
    cot.so_le = 1;
    cot.phan_tram = true;
    cot.cong_thuc = CongThuc{{.phep = Phep::Cot, .cot = 0}, {.phep = Phep::TongCot, .cot = 1},
                             {.phep = Phep::Chia},          {.phep = Phep::So, .so = Decimal(2)},
                             {.phep = Phep::Nhan},          {.phep = Phep::Doi}};
    bang.cot.push_back(cot);
    O computed{{plain("9")}};
    computed.so = Decimal(9);
    computed.tinh = true;
    O blank;
    blank.so = Decimal(0);
    blank.tinh = true;
    bang.hang.emplace_back().o = {computed};
    bang.hang.push_back({.loai = LoaiHang::Tong, .cong = true, .cong_hang = {0, 2}, .nhan = plain("T"), .o = {blank}});
    BOOST_TEST(dumped(bang) ==
               "bang [so \"A\" ten=\"a\" cong-thuc=[#0, tong #1, /, 2, *, doi] tong so-le=1 phan-tram] ten=\"b\"\n"
               "    hang [\"9\" = 9]\n    hang-tong \"T\" cong [0, 2] [- = 0]\n");
}

BOOST_AUTO_TEST_CASE(signatures_tell_all_that_stands_around_them) {
    NguoiKy signer;
    signer.chuc_vu = "Giám đốc";
    signer.ben = "Đại diện bên A";
    signer.thoi_gian = DiaDanhThoiGian{"Huế", {2026, std::nullopt, std::nullopt}};
    signer.ghi_chu = "(Ký)";
    signer.chu_ky = Anh{.tep = "ky.png", .rong = mm(30), .png = nullptr, .span = {}};
    signer.con_dau = Anh{.tep = "dau.png", .rong = {}, .png = nullptr, .span = {}};
    const std::string line =
        "\n    nguoi-ky chuc-vu=\"Giám đốc\" ben=\"Đại diện bên A\" dia-danh=\"Huế\" ngay=-/-/2026 ghi-chu=\"(Ký)\" "
        "chu-ky=\"ky.png\" 1701tw con-dau=\"dau.png\"";
    BOOST_TEST(dumped(ChuKy{{signer}}) == "chu-ky" + line + "\n");
    BOOST_TEST(dumped(KetThuc{{plain("VT")}, "PL", 300, {signer}, {}}) ==
               "ket-thuc noi-nhan=[\"VT\"] nguoi-soan=\"PL\" so-ban=300" + line + "\n");
}

BOOST_AUTO_TEST_CASE(places_do_not_count_in_comparison) {
    const Block here{TenLoai{"ke-hoach"}, {0, 1, 2}};
    const Block there{TenLoai{"ke-hoach"}, {0, 5, 9}};
    BOOST_TEST((here == there));
}
