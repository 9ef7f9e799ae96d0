// Content of template elements: text and elements in the order of the file, each where it may stand.
#include "tmpl/compiler.hpp"

#include <algorithm>
#include <map>

#include "tmpl/suggest.hpp"

namespace vanban::tmpl {

namespace {

constexpr std::string_view kSpace = " \t\r\n";

bool is_space(char c) {
    return kSpace.find(c) != kSpace.npos;
}

/// Each run of white space as one space.
std::string collapsed(std::string_view text) {
    std::string result;
    result.reserve(text.size());
    for (const char c : text) {
        if (!is_space(c)) {
            result += c;
        } else if (result.empty() || result.back() != ' ') {
            result += ' ';
        }
    }
    return result;
}

}  // namespace

Span trimmed_span(const XmlText& text) {
    const std::size_t begin = text.text.find_first_not_of(kSpace);
    if (begin == std::string::npos) return {text.span.source, text.span.begin, text.span.begin};
    if (!text.exact) return text.span;
    return text.span.sub(begin, text.text.find_last_not_of(kSpace) + 1 - begin);
}

void report_element(const XmlElement& element, const XmlElement& parent, const std::vector<std::string>& allowed,
                    Diagnostics& out) {
    if (find_element(element.name)) return out.add(Code::misplaced_element, element.span, {element.name, parent.name});
    out.add(with_suggestion(diagnose(Code::unknown_element, element.span, {element.name}), element.name, allowed));
}

Nodes Compiler::children(const XmlElement& parent, Content content, std::initializer_list<std::string_view> taken) {
    Nodes nodes;
    nodes.reserve(parent.children.size());
    for (const XmlNode& child : parent.children) {
        if (const XmlText* text = child.text()) {
            add_text(nodes, *text, parent, content);
        } else if (std::ranges::find(taken, child.element()->name) == taken.end()) {
            add_element(nodes, *child.element(), parent, content);
        }
    }
    return nodes;
}

void Compiler::add_element(Nodes& to, const XmlElement& element, const XmlElement& parent, Content content) {
    const ElementSpec* spec = find_element(element.name);
    if (!spec || !contains(spec->content, content)) return report_element(element, parent, elements_in(content), out_);
    check_attributes(element, out_);
    if (auto compiled = compile(element, content))
        to.push_back({.content = std::move(*compiled), .span = element.span});
}

void Compiler::add_text(Nodes& to, const XmlText& text, const XmlElement& parent, Content content) {
    const Span trimmed = trimmed_span(text);
    if (!is_text(content)) {
        if (trimmed.begin != trimmed.end) out_.add(Code::unexpected_text, trimmed, {parent.name});
        return;
    }
    auto parsed = parse_text(text.text, text.span, limits_, out_);
    if (!parsed || parsed->parts.empty()) return;
    for (TextTemplate::Part& part : parsed->parts) {
        if (auto* literal = std::get_if<std::string>(&part)) *literal = collapsed(*literal);
    }
    to.push_back({.content = TextNode{std::move(*parsed)}, .span = trimmed});
}

Compiler::Compiled Compiler::compile(const XmlElement& element, Content content) {
    return (this->*handler(element.name))(element, content);
}

/// Every element of the table in content.cpp that has a place of its own has a handler here.
Compiler::Handler Compiler::handler(std::string_view name) {
    static const std::map<std::string_view, Handler> kHandlers{
        {"lap", &Compiler::lap},
        {"neu", &Compiler::neu},
        {"chon", &Compiler::chon},
        {"dat", &Compiler::dat},
        {"khoi", &Compiler::khoi},
        {"dung", &Compiler::dung},
        {"khe", &Compiler::khe},
        {"kiem-tra", &Compiler::kiem_tra},
        {"dam", &Compiler::emphasis},
        {"nghieng", &Compiler::emphasis},
        {"xuong-dong", &Compiler::xuong_dong},
        {"thuoc-tinh", &Compiler::thuoc_tinh},
        {"vung", &Compiler::vung},
        {"dau-van-ban", &Compiler::dau_van_ban},
        {"chu-quan", &Compiler::holder<ChuQuanNode, Content::Plain>},
        {"ban-hanh", &Compiler::holder<BanHanhNode, Content::Plain>},
        {"so-ky-hieu", &Compiler::so_ky_hieu},
        {"dia-danh", &Compiler::dia_danh},
        {"ve-viec", &Compiler::holder<VeViecNode, Content::Inline>},
        {"dia-chi", &Compiler::holder<DiaChiNode, Content::Inline>},
        {"ten-loai", &Compiler::ten_loai},
        {"trich-yeu", &Compiler::holder<TrichYeuNode, Content::Inline>},
        {"tham-quyen", &Compiler::holder<ThamQuyenNode, Content::Inline>},
        {"can-cu", &Compiler::holder<CanCuNode, Content::Inline>},
        {"loi-ban-hanh", &Compiler::holder<LoiBanHanhNode, Content::Inline>},
        {"doan", &Compiler::holder<DoanNode, Content::Inline>},
        {"kinh-gui", &Compiler::kinh_gui},
        {"noi", &Compiler::holder<NoiNode, Content::Inline>},
        {"de-muc", &Compiler::de_muc},
        {"noi-dung", &Compiler::noi_dung},
        {"bang", &Compiler::bang},
        {"cot", &Compiler::cot},
        {"nhom-cot", &Compiler::nhom_cot},
        {"ghi-chu", &Compiler::holder<GhiChuNode, Content::Inline>},
        {"hang", &Compiler::hang},
        {"hang-nhom", &Compiler::hang_nhom},
        {"hang-tong", &Compiler::hang_tong},
        {"o", &Compiler::o},
        {"chu-ky", &Compiler::holder<ChuKyNode, Content::ChuKy>},
        {"ket-thuc", &Compiler::holder<KetThucNode, Content::KetThuc>},
        {"noi-nhan", &Compiler::noi_nhan},
        {"nguoi-ky", &Compiler::nguoi_ky},
        {"dau-phu-luc", &Compiler::dau_phu_luc},
        {"tieu-de", &Compiler::holder<TieuDeNode, Content::Inline>},
        {"kem-theo", &Compiler::kem_theo},
        {"dau-ban-sao", &Compiler::dau_ban_sao},
    };
    return kHandlers.at(name);
}

}  // namespace vanban::tmpl
