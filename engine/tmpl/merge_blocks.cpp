// Components that are blocks. Source: templates/README.md, section 5.
#include "tmpl/control.hpp"
#include "tmpl/merge_choice.hpp"

namespace vanban::tmpl {

namespace {

/// Levels that the decree wants a heading for, and mục of model B. Source: NĐ 30, Phụ lục I, Phần I, Mục II, khoản 6.
bool has_heading(model::CapBac cap) {
    return cap <= model::CapBac::MucLaMa;
}

}  // namespace

void BlockTarget::add(model::Block::Variant content, Span span) {
    open().push_back({std::move(content), span});
}

void BlockTarget::add_vung(model::Vung vung) {
    assert(document_ && "vung stands in Content::Body only");
    if (vung.blocks.empty()) return;
    document_->vung.push_back(std::move(vung));
    default_open_ = false;
}

std::vector<model::Block>& BlockTarget::open() {
    if (blocks_) return *blocks_;
    if (!std::exchange(default_open_, true)) document_->vung.emplace_back();
    return document_->vung.back().blocks;
}

void Merger::leaf(const ThuocTinhNode& node, Span, BlockTarget&) {
    model::ThuocTinh& properties = document_.thuoc_tinh;
    properties.tieu_de = text(node.tieu_de);
    properties.chu_de = text(node.chu_de);
    properties.tac_gia = text(node.tac_gia);
    const PartialDate ngay = date(node.ngay);
    if (ngay.complete()) properties.ngay = Date{*ngay.year, *ngay.month, *ngay.day};
    document_.co_chu = text(node.co_chu);
}

void Merger::leaf(const VungNode& node, Span, BlockTarget& to) {
    model::Vung vung{.huong = resolve<model::Huong>(node.huong, "huong", kHuong),
                     .danh_so = resolve<model::DanhSoTrang>(node.danh_so, "danh-so", kDanhSo),
                     .dau_het = resolve<bool>(node.dau_het, "dau-het", kCoKhong),
                     .blocks = {}};
    constexpr std::size_t kUsualBlocks = 64;
    vung.blocks.reserve(kUsualBlocks);
    BlockTarget inside(vung.blocks);
    walk(node.body, inside);
    to.add_vung(std::move(vung));
}

void Merger::leaf(const DauVanBanNode& node, Span span, BlockTarget& to) {
    const std::size_t errors = out_.error_count();
    model::DauVanBan dau;
    DauVanBanTarget parts{dau};
    walk(node.parts, parts);
    if (dau.ban_hanh.empty() && out_.error_count() == errors)
        out_.add(Code::missing_part, span, {"dau-van-ban", "ban-hanh"});
    dau.do_mat = text(node.do_mat);
    dau.do_khan = text(node.do_khan);
    dau.luu_hanh = text(node.luu_hanh);
    dau.ky_so = text(node.ky_so);
    to.add(std::move(dau), span);
}

void Merger::leaf(const TenLoaiNode& node, Span span, BlockTarget& to) {
    to.add(model::TenLoai{text(node.loai)}, span);
}

void Merger::leaf(const TrichYeuNode& node, Span span, BlockTarget& to) {
    model::Inline text = required_text(node.text, "trich-yeu", span);
    to.add(model::TrichYeu{std::move(text)}, span);
}

void Merger::leaf(const ThamQuyenNode& node, Span span, BlockTarget& to) {
    model::Inline text = required_text(node.text, "tham-quyen", span);
    to.add(model::ThamQuyen{std::move(text)}, span);
}

void Merger::leaf(const LoiBanHanhNode& node, Span span, BlockTarget& to) {
    model::Inline text = required_text(node.text, "loi-ban-hanh", span);
    to.add(model::LoiBanHanh{std::move(text)}, span);
}

void Merger::leaf(const CanCuNode& node, Span span, BlockTarget& to) {
    model::Inline text = inline_of(node.text, span);
    if (!text.empty()) to.add(model::CanCu{std::move(text)}, span);
}

void Merger::leaf(const DoanNode& node, Span span, BlockTarget& to) {
    model::Inline text = inline_of(node.text, span);
    if (!text.empty()) to.add(model::Doan{std::move(text)}, span);
}

void Merger::leaf(const KinhGuiNode& node, Span span, BlockTarget& to) {
    const std::size_t errors = out_.error_count();
    model::KinhGui kinh_gui;
    NoiTarget parts{kinh_gui.noi};
    walk(node.parts, parts);
    kinh_gui.nhan = text(node.nhan);
    if (kinh_gui.noi.empty() && out_.error_count() == errors) out_.add(Code::missing_part, span, {"kinh-gui", "noi"});
    to.add(std::move(kinh_gui), span);
}

void Merger::leaf(const DeMucNode& node, Span span, BlockTarget& to) {
    const model::CapBac cap = resolve<model::CapBac>(node.cap, "cap", kCapBac);
    const bool tieu_de = node.tieu_de ? resolve<bool>(*node.tieu_de, "tieu-de", kCoKhong) : has_heading(cap);
    model::Inline text = required_text(node.text, "de-muc", span);
    to.add(model::DeMuc{.cap = cap, .co_tieu_de = tieu_de, .text = std::move(text)}, span);
}

void Merger::leaf(const ChuKyNode& node, Span span, BlockTarget& to) {
    const std::size_t errors = out_.error_count();
    model::ChuKy chu_ky;
    ChuKyTarget parts{chu_ky};
    walk(node.parts, parts);
    if (chu_ky.nguoi_ky.empty() && out_.error_count() == errors)
        out_.add(Code::missing_part, span, {"chu-ky", "nguoi-ky"});
    to.add(std::move(chu_ky), span);
}

void Merger::leaf(const KetThucNode& node, Span span, BlockTarget& to) {
    model::KetThuc ket_thuc;
    KetThucTarget parts{ket_thuc};
    walk(node.parts, parts);
    to.add(std::move(ket_thuc), span);
}

/// More than any document has; Roman numerals go far beyond.
constexpr std::int64_t kMostAppendices = 99;

void Merger::leaf(const DauPhuLucNode& node, Span span, BlockTarget& to) {
    model::DauPhuLuc dau;
    TieuDeTarget parts{dau.tieu_de};
    walk(node.parts, parts);
    dau.kem_theo = reference(node.kem_theo);
    dau.ky_so = text(node.ky_so);
    dau.thu_tu = positive(node.thu_tu, kMostAppendices);
    to.add(std::move(dau), span);
}

void Merger::leaf(const KemTheoNode& node, Span span, BlockTarget& to) {
    to.add(reference(node), span);
}

model::KemTheo Merger::reference(const KemTheoNode& node) {
    model::KemTheo result;
    result.loai = text(node.loai);
    result.so_ky_hieu = {.so = positive(node.so, kLargestDocumentNumber), .ky_hieu = text(node.ky_hieu)};
    result.ngay = date(node.ngay);
    result.cua = text(node.cua);
    return result;
}

void Merger::leaf(const DauBanSaoNode& node, Span span, BlockTarget& to) {
    const std::size_t errors = out_.error_count();
    model::DauBanSao dau;
    BanSaoTarget parts{dau};
    walk(node.parts, parts);
    if (dau.ban_hanh.empty() && out_.error_count() == errors)
        out_.add(Code::missing_part, span, {"dau-ban-sao", "ban-hanh"});
    dau.hinh_thuc = text(node.hinh_thuc);
    dau.so_ky_hieu = {.so = positive(node.so, kLargestDocumentNumber), .ky_hieu = text(node.ky_hieu)};
    dau.dia_danh_thoi_gian = {.dia_danh = text(node.dia_danh), .ngay = date(node.ngay)};
    to.add(std::move(dau), span);
}

model::Inline Merger::required_text(const Nodes& nodes, std::string_view element, Span& where) {
    const std::size_t errors = out_.error_count();
    model::Inline text = inline_of(nodes, where);
    if (text.empty() && out_.error_count() == errors) out_.add(Code::empty_component, where, {std::string(element)});
    return text;
}

}  // namespace vanban::tmpl
