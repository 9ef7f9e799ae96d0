// Control elements. Source: templates/README.md, section 4.
#include <algorithm>

#include "tmpl/compile_choice.hpp"
#include "tmpl/compiler.hpp"
#include "tmpl/lexer.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {

namespace {

constexpr std::array<Named<Severity>, 2> kMuc{{{"loi", Severity::Error}, {"canh-bao", Severity::Warning}}};

const XmlElement* last_element(const XmlElement& parent) {
    const XmlElement* last = nullptr;
    for (const XmlNode& child : parent.children) {
        if (child.element()) last = child.element();
    }
    return last;
}

}  // namespace

/// khong-co, the last child of a loop.
Nodes Compiler::otherwise(const XmlElement& parent, Content content) {
    Nodes nodes;
    for (const XmlNode& child : parent.children) {
        const XmlElement* element = child.element();
        if (!element || element->name != "khong-co") continue;
        check_attributes(*element, out_);
        if (element != last_element(parent))
            out_.add(Code::misordered_element, element->span, {element->name, parent.name});
        nodes = children(*element, content);
    }
    return nodes;
}

Compiler::Compiled Compiler::lap(const XmlElement& element, Content content) {
    auto bien = variable(element, "bien");
    auto trong = expression(element, "trong");
    Nodes body = children(element, content, {"khong-co"});
    Nodes empty = otherwise(element, content);
    if (!bien || !trong) return std::nullopt;
    return LapNode{std::move(*bien), std::move(*trong), std::move(body), std::move(empty)};
}

Compiler::Compiled Compiler::neu(const XmlElement& element, Content content) {
    auto condition = expression(element, "dieu-kien");
    Nodes body = children(element, content);
    if (!condition) return std::nullopt;
    ChonNode node;
    node.khi.push_back({std::move(*condition), std::move(body)});
    return node;
}

Compiler::Compiled Compiler::chon(const XmlElement& element, Content content) {
    ChonNode node;
    for (const XmlNode& child : element.children) {
        if (const XmlText* text = child.text()) {
            const Span where = trimmed_span(*text);
            if (where.begin != where.end) out_.add(Code::unexpected_text, where, {element.name});
            continue;
        }
        const XmlElement& part = *child.element();
        if (part.name != "khi" && part.name != "khac") {
            report_element(part, element, {"khi", "khac"}, out_);
            continue;
        }
        check_attributes(part, out_);
        Nodes body = children(part, content);
        if (part.name == "khac") {
            if (&part != last_element(element))
                out_.add(Code::misordered_element, part.span, {part.name, element.name});
            node.otherwise = std::move(body);
        } else if (auto condition = expression(part, "dieu-kien")) {
            node.khi.push_back({std::move(*condition), std::move(body)});
        }
    }
    const bool has_case = std::ranges::any_of(
        element.children, [](const XmlNode& child) { return child.element() && child.element()->name == "khi"; });
    if (!has_case) out_.add(Code::missing_part, element.span, {element.name, "khi"});
    return node;
}

Compiler::Compiled Compiler::dat(const XmlElement& element, Content) {
    auto bien = variable(element, "bien");
    auto value = expression(element, "gia-tri");
    expect_empty(element);
    if (!bien || !value) return std::nullopt;
    return DatNode{std::move(*bien), std::move(*value)};
}

Compiler::Compiled Compiler::khoi(const XmlElement& element, Content) {
    auto name = text(element, "ten");
    Nodes body = children(element, Content::Block);
    if (!name) return std::nullopt;
    if (const std::string* fixed = name->text.literal(); fixed && !is_name(*fixed)) {
        out_.add(Code::bad_name, name->span, {*fixed});
        return std::nullopt;
    }
    return KhoiNode{std::move(*name), std::move(body)};
}

Compiler::Compiled Compiler::dung(const XmlElement& element, Content content) {
    const auto name = constant(element, "mau");
    const auto unit = name ? units_.load(*name, content, element.attribute("mau")->span) : std::nullopt;
    if (unit) used.push_back(*unit);
    incomplete = incomplete || !unit;
    DungNode node{.unit = unit.value_or(0), .dat = {}, .vao = {}};
    std::vector<std::pair<std::string, Span>> seen;
    for (const XmlNode& child : element.children) {
        if (const XmlText* text = child.text()) {
            const Span where = trimmed_span(*text);
            if (where.begin != where.end) out_.add(Code::unexpected_text, where, {element.name});
        } else if (child.element()->name == "dat") {
            add_element(node.dat, *child.element(), element, content);
        } else if (child.element()->name == "vao") {
            check_attributes(*child.element(), out_);
            if (unit) add_vao(node, *child.element(), seen);
        } else {
            report_element(*child.element(), element, {"vao", "dat"}, out_);
        }
    }
    if (!unit) return std::nullopt;
    return node;
}

/// The content of `vao` is compiled for the place where its slot stands.
void Compiler::add_vao(DungNode& to, const XmlElement& vao, std::vector<std::pair<std::string, Span>>& seen) {
    auto name = constant(vao, "khe");
    if (!name) return;
    const Span where = vao.attribute("khe")->span;
    const auto first = std::ranges::find(seen, *name, [](const auto& entry) { return entry.first; });
    if (first != seen.end()) {
        const Note note{Code::first_given_here, first->second, {}};
        return out_.add(diagnose(Code::duplicate_slot, where, {*name}).with(note));
    }
    seen.emplace_back(*name, where);
    const std::vector<Slot>& known = units_.slots(to.unit);
    const auto slot = std::ranges::find(known, *name, &Slot::ten);
    if (slot == known.end()) {
        std::vector<std::string> names;
        for (const Slot& other : known) names.push_back(other.ten);
        const Diagnostic unknown = diagnose(Code::unknown_slot, where, {*name, units_.file(to.unit).ten});
        return out_.add(with_suggestion(unknown, *name, names));
    }
    Nodes body = children(vao, Content{slot->content});
    to.vao.push_back({std::move(*name), std::move(body)});
}

Compiler::Compiled Compiler::khe(const XmlElement& element, Content content) {
    auto name = constant(element, "ten");
    Nodes body = children(element, content);
    if (!name) return std::nullopt;
    const auto known = std::ranges::find(slots, *name, &Slot::ten);
    if (known == slots.end()) {
        slots.push_back({*name, content});
    } else if (known->content == Content::Body && content == Content::Block) {
        known->content = content;  // What fits in the narrower place fits in both.
    } else if (known->content != content && !(known->content == Content::Block && content == Content::Body)) {
        out_.add(Code::slot_in_two_roles, element.attribute("ten")->span, {*name});
    }
    return KheNode{std::move(*name), std::move(body)};
}

Compiler::Compiled Compiler::kiem_tra(const XmlElement& element, Content) {
    auto condition = expression(element, "dieu-kien");
    auto place = expression(element, "tai");
    const Severity muc = choice<Severity>(element, "muc", kMuc, Severity::Error).value;
    Nodes message = children(element, Content::Plain);
    if (!condition || (element.attribute("tai") && !place)) return std::nullopt;
    return KiemTraNode{std::move(*condition), std::move(place), muc, std::move(message)};
}

}  // namespace vanban::tmpl
