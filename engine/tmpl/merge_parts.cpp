// Parts of components: lines of the letterhead, addressees, recipients, signers.
#include "tmpl/control.hpp"

namespace vanban::tmpl {

void Merger::leaf(const ChuQuanNode& node, Span, DauVanBanTarget& to) {
    std::string line = plain(node.text);
    if (!line.empty()) to.dau.chu_quan.push_back(std::move(line));
}

void Merger::leaf(const BanHanhNode& node, Span, DauVanBanTarget& to) {
    std::string line = plain(node.text);
    if (!line.empty()) to.dau.ban_hanh.push_back(std::move(line));
}

void Merger::leaf(const SoKyHieuNode& node, Span, DauVanBanTarget& to) {
    to.dau.so_ky_hieu = model::SoKyHieu{.so = positive(node.so, kLargestDocumentNumber), .ky_hieu = text(node.ky_hieu)};
}

void Merger::leaf(const DiaDanhNode& node, Span, DauVanBanTarget& to) {
    to.dau.dia_danh_thoi_gian = model::DiaDanhThoiGian{.dia_danh = text(node.ten), .ngay = date(node.ngay)};
}

void Merger::leaf(const VeViecNode& node, Span span, DauVanBanTarget& to) {
    model::Inline text = inline_of(node.text, span);
    if (!text.empty()) to.dau.ve_viec = std::move(text);
}

void Merger::leaf(const DiaChiNode& node, Span span, DauVanBanTarget& to) {
    model::Inline text = inline_of(node.text, span);
    if (!text.empty()) to.dau.dia_chi.push_back(std::move(text));
}

void Merger::leaf(const NoiNode& node, Span span, NoiTarget& to) {
    model::Inline text = inline_of(node.text, span);
    if (to.noi.empty()) to.first = span;
    if (!text.empty()) to.noi.push_back(std::move(text));
}

void Merger::leaf(const NoiNhanNode& node, Span, KetThucTarget& to) {
    NoiTarget parts{to.ket_thuc.noi_nhan};
    walk(node.parts, parts);
    to.ket_thuc.noi_nhan_span = parts.first;
    to.ket_thuc.nguoi_soan = text(node.nguoi_soan);
    to.ket_thuc.so_ban = positive(node.so_ban, kMostCopies);
}

void Merger::leaf(const NguoiKyNode& node, Span span, KetThucTarget& to) {
    to.ket_thuc.nguoi_ky.push_back(signer(node, span));
}

void Merger::leaf(const NguoiKyNode& node, Span span, ChuKyTarget& to) {
    to.chu_ky.nguoi_ky.push_back(signer(node, span));
}

/// Title and name have the places that they have in the data. Place and date are left out if both are blank.
model::NguoiKy Merger::signer(const NguoiKyNode& node, Span span) {
    model::NguoiKy result;
    result.span = result.ho_ten_span = span;
    result.quyen_han = quyen_han(node.quyen_han);
    result.tap_the = text(node.tap_the);
    result.chuc_vu_cap_truong = text(node.cap_truong);
    result.chuc_vu_truong_don_vi = text(node.truong_don_vi);
    result.chuc_vu = text(node.chuc_vu, &result.span);
    result.chuc_vu_co_quan = text(node.chuc_vu_co_quan);
    result.ho_ten = text(node.ho_ten, &result.ho_ten_span);
    result.ben = text(node.ben);
    model::DiaDanhThoiGian thoi_gian{.dia_danh = text(node.dia_danh), .ngay = date(node.ngay)};
    if (thoi_gian != model::DiaDanhThoiGian{}) result.thoi_gian = std::move(thoi_gian);
    result.ghi_chu = text(node.ghi_chu);
    result.chu_ky = picture(node.chu_ky, node.chu_ky_rong);
    result.con_dau = picture(node.con_dau, node.con_dau_rong);
    return result;
}

void Merger::leaf(const BanHanhNode& node, Span, BanSaoTarget& to) {
    std::string line = plain(node.text);
    if (!line.empty()) to.dau.ban_hanh.push_back(std::move(line));
}

void Merger::leaf(const TieuDeNode& node, Span span, TieuDeTarget& to) {
    to.tieu_de = inline_of(node.text, span);
}

}  // namespace vanban::tmpl
