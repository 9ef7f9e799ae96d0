// Components and text elements. Source: templates/README.md, section 5.
#include "tmpl/compile_choice.hpp"
#include "tmpl/compiler.hpp"

namespace vanban::tmpl {

Compiler::Compiled Compiler::emphasis(const XmlElement& element, Content content) {
    const auto kind = element.name == "dam" ? model::Emphasis::Bold : model::Emphasis::Italic;
    return EmphasisNode{.emphasis = kind, .body = children(element, content)};
}

Compiler::Compiled Compiler::xuong_dong(const XmlElement& element, Content) {
    expect_empty(element);
    return XuongDongNode{};
}

Compiler::Compiled Compiler::thuoc_tinh(const XmlElement& element, Content) {
    expect_empty(element);
    return ThuocTinhNode{.tieu_de = text(element, "tieu-de"),
                         .chu_de = text(element, "chu-de"),
                         .tac_gia = text(element, "tac-gia"),
                         .ngay = text(element, "ngay"),
                         .co_chu = text(element, "co-chu")};
}

Compiler::Compiled Compiler::vung(const XmlElement& element, Content) {
    return VungNode{.huong = choice<model::Huong>(element, "huong", kHuong, model::Huong::Doc),
                    .danh_so = choice<model::DanhSoTrang>(element, "danh-so", kDanhSo, model::DanhSoTrang::Tiep),
                    .dau_het = choice<bool>(element, "dau-het", kCoKhong, true),
                    .body = children(element, Content::Block)};
}

Compiler::Compiled Compiler::dau_van_ban(const XmlElement& element, Content) {
    return DauVanBanNode{.do_mat = text(element, "do-mat"),
                         .do_khan = text(element, "do-khan"),
                         .luu_hanh = text(element, "luu-hanh"),
                         .ky_so = text(element, "ky-so"),
                         .parts = children(element, Content::DauVanBan)};
}

Compiler::Compiled Compiler::so_ky_hieu(const XmlElement& element, Content) {
    expect_empty(element);
    auto ky_hieu = text(element, "ky-hieu");
    auto so = text(element, "so");
    if (!ky_hieu) return std::nullopt;
    return SoKyHieuNode{.so = std::move(so), .ky_hieu = std::move(*ky_hieu)};
}

Compiler::Compiled Compiler::dia_danh(const XmlElement& element, Content) {
    expect_empty(element);
    auto ten = text(element, "ten");
    auto ngay = text(element, "ngay");
    if (!ten) return std::nullopt;
    return DiaDanhNode{.ten = std::move(*ten), .ngay = std::move(ngay)};
}

Compiler::Compiled Compiler::ten_loai(const XmlElement& element, Content) {
    expect_empty(element);
    auto loai = text(element, "loai");
    if (!loai) return std::nullopt;
    return TenLoaiNode{std::move(*loai)};
}

Compiler::Compiled Compiler::kinh_gui(const XmlElement& element, Content) {
    return KinhGuiNode{.nhan = text(element, "nhan"), .parts = children(element, Content::KinhGui)};
}

Compiler::Compiled Compiler::de_muc(const XmlElement& element, Content) {
    auto cap = choice<model::CapBac>(element, "cap", kCapBac, model::CapBac::Khoan);
    std::optional<Choice<bool>> tieu_de;
    if (element.attribute("tieu-de")) tieu_de = choice<bool>(element, "tieu-de", kCoKhong, true);
    return DeMucNode{.cap = std::move(cap), .tieu_de = std::move(tieu_de), .text = children(element, Content::Inline)};
}

Compiler::Compiled Compiler::noi_dung(const XmlElement& element, Content) {
    std::string literal;
    std::optional<TextOrigin> origin;
    for (const XmlNode& child : element.children) {
        const XmlText* part = child.text();
        if (!part) {
            out_.add(Code::misplaced_element, child.element()->span, {child.element()->name, element.name});
            continue;
        }
        // A comment in between parts the text: then places inside of it are not known.
        const bool first = !origin.has_value();
        origin = TextOrigin{part->span, part->exact && first ? std::uint16_t{0} : TextOrigin::kInexact};
        literal += part->text;
    }
    const bool has_text = literal.find_first_not_of(" \t\r\n") != std::string::npos;
    const XmlAttribute* given = element.attribute("gia-tri");
    if (given && has_text) out_.add(Code::two_contents, element.span, {element.name});
    if (!given && !has_text) out_.add(Code::missing_attribute, element.span, {element.name, "gia-tri"});
    if (given) {
        auto value = expression(element, "gia-tri");
        if (!value) return std::nullopt;
        return NoiDungNode{.gia_tri = std::move(value), .blocks = {}};
    }
    auto blocks = has_text ? parse_block_text(literal, *origin, limits_, out_) : std::nullopt;
    if (!blocks) return std::nullopt;
    return NoiDungNode{.gia_tri = std::nullopt, .blocks = std::move(*blocks)};
}

Compiler::Compiled Compiler::noi_nhan(const XmlElement& element, Content) {
    return NoiNhanNode{.nguoi_soan = text(element, "nguoi-soan"),
                       .so_ban = text(element, "so-ban"),
                       .parts = children(element, Content::NoiNhan)};
}

Compiler::Compiled Compiler::nguoi_ky(const XmlElement& element, Content) {
    expect_empty(element);
    return NguoiKyNode{.quyen_han = text(element, "quyen-han"),
                       .tap_the = text(element, "tap-the"),
                       .cap_truong = text(element, "cap-truong"),
                       .truong_don_vi = text(element, "truong-don-vi"),
                       .chuc_vu = text(element, "chuc-vu"),
                       .chuc_vu_co_quan = text(element, "chuc-vu-co-quan"),
                       .ho_ten = text(element, "ho-ten"),
                       .ben = text(element, "ben"),
                       .dia_danh = text(element, "dia-danh"),
                       .ngay = text(element, "ngay"),
                       .ghi_chu = text(element, "ghi-chu"),
                       .chu_ky = text(element, "chu-ky"),
                       .chu_ky_rong = text(element, "chu-ky-rong"),
                       .con_dau = text(element, "con-dau"),
                       .con_dau_rong = text(element, "con-dau-rong")};
}

/// The attributes that name the main document of an appendix or attached document.
std::optional<KemTheoNode> Compiler::reference(const XmlElement& element) {
    auto loai = text(element, "loai");
    auto so = text(element, "so");
    auto ky_hieu = text(element, "ky-hieu");
    auto ngay = text(element, "ngay");
    auto cua = text(element, "cua");
    if (!loai || !ky_hieu || !cua) return std::nullopt;
    return KemTheoNode{.loai = std::move(*loai),
                       .so = std::move(so),
                       .ky_hieu = std::move(*ky_hieu),
                       .ngay = std::move(ngay),
                       .cua = std::move(*cua)};
}

Compiler::Compiled Compiler::kem_theo(const XmlElement& element, Content) {
    expect_empty(element);
    auto found = reference(element);
    if (!found) return std::nullopt;
    return std::move(*found);
}

Compiler::Compiled Compiler::dau_phu_luc(const XmlElement& element, Content) {
    auto kem_theo = reference(element);
    auto ky_so = text(element, "ky-so");
    auto thu_tu = text(element, "thu-tu");
    Nodes parts = children(element, Content::DauPhuLuc);
    if (!kem_theo) return std::nullopt;
    return DauPhuLucNode{.kem_theo = std::move(*kem_theo),
                         .ky_so = std::move(ky_so),
                         .thu_tu = std::move(thu_tu),
                         .parts = std::move(parts)};
}

Compiler::Compiled Compiler::dau_ban_sao(const XmlElement& element, Content) {
    auto hinh_thuc = text(element, "hinh-thuc");
    auto so = text(element, "so");
    auto ky_hieu = text(element, "ky-hieu");
    auto dia_danh = text(element, "dia-danh");
    auto ngay = text(element, "ngay");
    Nodes parts = children(element, Content::BanSao);
    if (!hinh_thuc || !ky_hieu || !dia_danh) return std::nullopt;
    return DauBanSaoNode{.hinh_thuc = std::move(*hinh_thuc),
                         .so = std::move(so),
                         .ky_hieu = std::move(*ky_hieu),
                         .dia_danh = std::move(*dia_danh),
                         .ngay = std::move(ngay),
                         .parts = std::move(parts)};
}

}  // namespace vanban::tmpl
