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

void Merger::leaf(const NoiNode& node, Span span, NoiTarget& to) {
    model::Inline text = inline_of(node.text, span);
    if (!text.empty()) to.noi.push_back(std::move(text));
}

void Merger::leaf(const NoiNhanNode& node, Span, KetThucTarget& to) {
    NoiTarget parts{to.ket_thuc.noi_nhan};
    walk(node.parts, parts);
}

/// The signer's place is that of the name in the data, else of the title.
void Merger::leaf(const NguoiKyNode& node, Span span, KetThucTarget& to) {
    model::NguoiKy signer;
    signer.span = signer.ho_ten_span = span;
    signer.quyen_han = quyen_han(node.quyen_han);
    signer.tap_the = text(node.tap_the);
    signer.chuc_vu_cap_truong = text(node.cap_truong);
    signer.chuc_vu_truong_don_vi = text(node.truong_don_vi);
    signer.chuc_vu = text(node.chuc_vu, &signer.span);
    signer.chuc_vu_co_quan = text(node.chuc_vu_co_quan);
    signer.ho_ten = text(node.ho_ten, &signer.ho_ten_span);
    to.ket_thuc.nguoi_ky.push_back(std::move(signer));
}

void Merger::leaf(const TieuDeNode& node, Span span, TieuDeTarget& to) {
    to.tieu_de = inline_of(node.text, span);
}

}  // namespace vanban::tmpl
