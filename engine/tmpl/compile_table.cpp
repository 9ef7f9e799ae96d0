// Tables: columns and groups of columns, rows, cells. Source: templates/README.md, section 5.
#include <algorithm>
#include <array>

#include "tmpl/compile_choice.hpp"
#include "tmpl/compile_computing.hpp"
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

/// Order of the parts of a table; 0 for control elements, whose place is not checked.
std::size_t part_of(std::string_view name) {
    constexpr std::array<std::string_view, 6> kParts{"tieu-de", "cot", "nhom-cot", "than-bang", "khong-co", "ghi-chu"};
    constexpr std::array<std::size_t, 6> kOrder{1, 2, 2, 3, 4, 5};
    const auto found = std::ranges::find(kParts, name);
    return found == kParts.end() ? 0 : kOrder[static_cast<std::size_t>(found - kParts.begin())];
}

void check_order(const XmlElement& table, Diagnostics& out) {
    std::size_t last = 0;
    for (const XmlNode& child : table.children) {
        const XmlElement* part = child.element();
        const std::size_t order = part ? part_of(part->name) : 0;
        if (order == 0) continue;
        const bool only_one = part->name == "tieu-de" || part->name == "than-bang" || part->name == "khong-co";
        if (order < last || (order == last && only_one))
            out.add(Code::misordered_element, part->span, {part->name, table.name});
        last = std::max(last, order);
    }
}

const XmlElement* child_named(const XmlElement& parent, std::string_view name) {
    for (const XmlNode& child : parent.children) {
        if (child.element() && child.element()->name == name) return child.element();
    }
    return nullptr;
}

/// Something that is, or may make, a column.
bool may_have_columns(const XmlElement& table) {
    return std::ranges::any_of(table.children, [](const XmlNode& child) {
        const XmlElement* part = child.element();
        return part && (part_of(part->name) == part_of("cot") || part_of(part->name) == 0);
    });
}

}  // namespace

Compiler::Compiled Compiler::bang(const XmlElement& element, Content) {
    const std::size_t errors = out_.error_count();
    auto bien = variable(element, "bien");
    auto ten = variable(element, "ten");
    BangNode node{.nguon = expression(element, "nguon"),
                  .ten = std::move(ten).value_or(std::string()),
                  .bien = {},
                  .don_vi = text(element, "don-vi"),
                  .so_cot = choice<bool>(element, "so-cot", kCoKhong, false),
                  .danh_so_lien = choice<bool>(element, "danh-so", kDanhSoHang, false),
                  .parts = {},
                  .otherwise = {},
                  .ten_nhom = {}};
    add_table_parts(node, element);
    const XmlElement* rows = child_named(element, "than-bang");
    const bool has_source = element.attribute("nguon") != nullptr;
    if (rows && has_source) out_.add(Code::two_row_sources, rows->span);
    if (!rows && !has_source) out_.add(Code::no_row_source, element.span);
    if (!may_have_columns(element)) out_.add(Code::missing_part, element.span, {element.name, "cot"});
    check_order(element, out_);
    if (!bien || has_source != node.nguon.has_value()) return std::nullopt;
    node.bien = std::move(*bien);
    const bool sound = out_.error_count() == errors;
    node.ten_nhom = check_computing(node.parts, sound, out_);
    return node;
}

/// Rows come last: they know all columns, and the names that are bound among them.
void Compiler::add_table_parts(BangNode& to, const XmlElement& element) {
    to.parts = children(element, Content::Bang, {"khong-co", "than-bang"});
    if (const XmlElement* rows = child_named(element, "than-bang")) {
        check_attributes(*rows, out_);
        to.parts.push_back({.content = ThanBangNode{.hang = children(*rows, Content::ThanBang)}, .span = rows->span});
    }
    if (const XmlElement* empty = child_named(element, "khong-co")) {
        check_attributes(*empty, out_);
        to.otherwise = children(*empty, Content::Block);
        to.has_otherwise = true;
    }
}

Compiler::Compiled Compiler::cot(const XmlElement& element, Content) {
    auto tieu_de = text(element, "tieu-de");
    auto kieu = choice<model::KieuCot>(element, "kieu", kKieuCot, model::KieuCot::Chu);
    auto rong = text(element, "rong");
    auto gop = choice<bool>(element, "gop", kCoKhong, false);
    auto ten = text(element, "ten");
    auto cong_thuc = formula(element, "cong-thuc");
    auto tong = choice<bool>(element, "tong", kCoKhong, false);
    auto phan_tram = choice<bool>(element, "phan-tram", kCoKhong, false);
    auto am = choice<bool>(element, "am", kCoKhong, true);
    auto so_le = text(element, "so-le");
    const bool numbers_rows = !kieu.computed && kieu.value == model::KieuCot::ThuTu;
    if (numbers_rows) expect_empty(element);
    Nodes nodes = numbers_rows ? Nodes{} : children(element, Content::Inline);
    auto single = single_expression(nodes);
    if (!tieu_de) return std::nullopt;
    return CotNode{.tieu_de = std::move(*tieu_de),
                   .kieu = std::move(kieu),
                   .rong = std::move(rong),
                   .gop = std::move(gop),
                   .ten = std::move(ten),
                   .cong_thuc = std::move(cong_thuc),
                   .tong = std::move(tong),
                   .phan_tram = std::move(phan_tram),
                   .am = std::move(am),
                   .so_le = std::move(so_le),
                   .text = std::move(nodes),
                   .single = std::move(single)};
}

/// Formulas are the template's own: they hold no expressions, so that no data can become one.
std::optional<Formula> Compiler::formula(const XmlElement& element, std::string_view name) {
    const XmlAttribute* given = element.attribute(name);
    if (!given) return std::nullopt;
    return parse_formula(given->value, given->span, limits_, out_);
}

Compiler::Compiled Compiler::nhom_cot(const XmlElement& element, Content) {
    auto tieu_de = text(element, "tieu-de");
    Nodes columns = children(element, Content::Cot);
    const bool is_empty = std::ranges::none_of(element.children, [](const XmlNode& child) { return child.element(); });
    if (is_empty) out_.add(Code::missing_part, element.span, {element.name, "cot"});
    if (!tieu_de) return std::nullopt;
    return NhomCotNode{.tieu_de = std::move(*tieu_de), .cot = std::move(columns)};
}

Compiler::Compiled Compiler::hang(const XmlElement& element, Content) {
    expect_empty(element);
    auto nguon = expression(element, "nguon");
    if (!nguon) return std::nullopt;
    return HangNode{std::move(*nguon)};
}

Compiler::Compiled Compiler::hang_nhom(const XmlElement& element, Content) {
    auto cap = choice<std::uint8_t>(element, "cap", kCapHang, std::uint8_t{0});
    auto nhan = text(element, "nhan");
    auto ten = text(element, "ten");
    auto cong = choice<bool>(element, "cong", kCoKhong, false);
    Nodes cells = children(element, Content::Hang);
    if (!nhan) return std::nullopt;
    return HangNhomNode{.cap = std::move(cap),
                        .nhan = std::move(*nhan),
                        .ten = std::move(ten),
                        .cong = std::move(cong),
                        .o = std::move(cells)};
}

Compiler::Compiled Compiler::hang_tong(const XmlElement& element, Content) {
    auto nhan = text(element, "nhan");
    auto cong = text(element, "cong");
    Nodes cells = children(element, Content::Hang);
    if (!nhan) return std::nullopt;
    return HangTongNode{.nhan = std::move(*nhan), .cong = std::move(cong), .o = std::move(cells)};
}

Compiler::Compiled Compiler::o(const XmlElement& element, Content) {
    auto cot = text(element, "cot");
    Nodes nodes = children(element, Content::Inline);
    auto single = single_expression(nodes);
    if (!cot) return std::nullopt;
    return ONode{.cot = std::move(*cot), .text = std::move(nodes), .single = std::move(single)};
}

}  // namespace vanban::tmpl
