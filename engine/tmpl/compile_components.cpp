// Components and text elements. Source: templates/README.md, section 5.
#include <algorithm>

#include "tmpl/compile_choice.hpp"
#include "tmpl/compiler.hpp"

namespace vanban::tmpl {

namespace {

/// The expression of content that is exactly one {{ … }}, white space around it aside.
std::optional<Expr> single_expression(const Nodes& nodes) {
    if (nodes.size() != 1) return std::nullopt;
    const auto* text = std::get_if<TextNode>(&nodes.front().content);
    if (!text) return std::nullopt;
    const Expr* found = nullptr;
    for (const TextTemplate::Part& part : text->text.parts) {
        const auto* literal = std::get_if<std::string>(&part);
        if (literal && *literal == " ") continue;
        if (literal || found) return std::nullopt;
        found = &std::get<Expr>(part);
    }
    return found ? std::optional(*found) : std::nullopt;
}

}  // namespace

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
                    .body = children(element, Content::Block)};
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

Compiler::Compiled Compiler::bang(const XmlElement& element, Content) {
    auto nguon = expression(element, "nguon");
    auto bien = variable(element, "bien");
    BangNode node;
    node.cot = children(element, Content::Cot, "khong-co");
    node.otherwise = otherwise(element, Content::Block, &node.has_otherwise);
    const bool has_content = std::ranges::any_of(
        element.children, [](const XmlNode& child) { return child.element() && child.element()->name != "khong-co"; });
    if (!has_content) out_.add(Code::missing_part, element.span, {element.name, "cot"});
    if (!nguon || !bien) return std::nullopt;
    node.nguon = std::move(*nguon);
    node.bien = std::move(*bien);
    return node;
}

Compiler::Compiled Compiler::cot(const XmlElement& element, Content) {
    auto tieu_de = text(element, "tieu-de");
    auto kieu = choice<model::KieuCot>(element, "kieu", kKieuCot, model::KieuCot::Chu);
    auto rong = text(element, "rong");
    const bool numbers_rows = !kieu.computed && kieu.value == model::KieuCot::ThuTu;
    if (numbers_rows) expect_empty(element);
    Nodes nodes = numbers_rows ? Nodes{} : children(element, Content::Inline);
    auto single = single_expression(nodes);
    if (!tieu_de) return std::nullopt;
    return CotNode{.tieu_de = std::move(*tieu_de),
                   .kieu = std::move(kieu),
                   .rong = std::move(rong),
                   .text = std::move(nodes),
                   .single = std::move(single)};
}

Compiler::Compiled Compiler::nguoi_ky(const XmlElement& element, Content) {
    expect_empty(element);
    return NguoiKyNode{.quyen_han = text(element, "quyen-han"),
                       .tap_the = text(element, "tap-the"),
                       .cap_truong = text(element, "cap-truong"),
                       .truong_don_vi = text(element, "truong-don-vi"),
                       .chuc_vu = text(element, "chuc-vu"),
                       .chuc_vu_co_quan = text(element, "chuc-vu-co-quan"),
                       .ho_ten = text(element, "ho-ten")};
}

Compiler::Compiled Compiler::dau_phu_luc(const XmlElement& element, Content) {
    auto loai = text(element, "loai");
    auto ky_hieu = text(element, "ky-hieu");
    auto cua = text(element, "cua");
    auto so = text(element, "so");
    auto ngay = text(element, "ngay");
    Nodes parts = children(element, Content::DauPhuLuc);
    if (!loai || !ky_hieu || !cua) return std::nullopt;
    return DauPhuLucNode{.loai = std::move(*loai),
                         .so = std::move(so),
                         .ky_hieu = std::move(*ky_hieu),
                         .ngay = std::move(ngay),
                         .cua = std::move(*cua),
                         .parts = std::move(parts)};
}

}  // namespace vanban::tmpl
