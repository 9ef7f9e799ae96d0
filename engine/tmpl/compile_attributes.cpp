// Attributes of template elements.
#include "tmpl/compile_choice.hpp"
#include "tmpl/compiler.hpp"
#include "tmpl/lexer.hpp"
#include "tmpl/suggest.hpp"

#include <algorithm>

namespace vanban::tmpl {

void check_attributes(const XmlElement& element, Diagnostics& out) {
    const ElementSpec* spec = find_element(element.name);
    if (!spec) return;
    const std::vector<AttributeSpec> known = attributes_of(*spec);
    std::vector<std::string> names;
    for (const AttributeSpec& attribute : known) names.push_back(attribute.name);
    for (const XmlAttribute& given : element.attributes) {
        if (std::ranges::find(names, given.name) != names.end()) continue;
        out.add(with_suggestion(diagnose(Code::unknown_attribute, given.name_span, {element.name, given.name}),
                                given.name, names));
    }
    for (const AttributeSpec& attribute : known) {
        if (!attribute.required || element.attribute(attribute.name)) continue;
        out.add(Code::missing_attribute, element.span, {element.name, attribute.name});
    }
}

std::optional<Expr> Compiler::expression(const XmlElement& element, std::string_view name) {
    const XmlAttribute* given = element.attribute(name);
    if (!given) return std::nullopt;
    return parse_expression(given->value, given->span, limits_, out_);
}

std::optional<Attr> Compiler::text(const XmlElement& element, std::string_view name) {
    const XmlAttribute* given = element.attribute(name);
    if (!given) return std::nullopt;
    auto parsed = parse_text(given->value, given->span, limits_, out_);
    if (!parsed) return std::nullopt;
    return Attr{.text = std::move(*parsed), .span = given->span};
}

/// Names of templates, slots and blocks hold no expressions.
std::optional<std::string> Compiler::constant(const XmlElement& element, std::string_view name) {
    const XmlAttribute* given = element.attribute(name);
    if (!given) return std::nullopt;
    if (!given->value.empty() && given->value.find("{{") == std::string::npos) return given->value;
    out_.add(Code::constant_attribute, given->span, {std::string(name)});
    return std::nullopt;
}

std::optional<std::string> Compiler::variable(const XmlElement& element, std::string_view name) {
    const XmlAttribute* given = element.attribute(name);
    if (!given) return std::nullopt;
    if (given->value == "lap") {
        out_.add(Code::reserved_name, given->span, {given->value});
        return std::nullopt;
    }
    if (is_name(given->value)) return given->value;
    out_.add(Code::bad_name, given->span, {given->value});
    return std::nullopt;
}

void Compiler::expect_empty(const XmlElement& element) {
    for (const XmlNode& child : element.children) {
        const XmlText* text = child.text();
        const Span where = text ? trimmed_span(*text) : child.element()->span;
        if (!text || where.begin != where.end) return out_.add(Code::unexpected_content, where, {element.name});
    }
}

}  // namespace vanban::tmpl
