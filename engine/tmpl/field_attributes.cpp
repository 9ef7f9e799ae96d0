// Choices, shorthands and defaults of field declarations.
#include "tmpl/field_attributes.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/utf8.hpp"
#include "tmpl/coerce.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {
namespace {

constexpr std::array kTypes{FieldType::Chu,       FieldType::So,       FieldType::SoNguyen, FieldType::Ngay,
                            FieldType::NgayThieu, FieldType::DungSai,  FieldType::LuaChon,  FieldType::NoiDung,
                            FieldType::Nhom,      FieldType::DanhSach, FieldType::BatKy};

bool is_text(const Field& field) {
    return field.kieu == FieldType::Chu || field.kieu == FieldType::NoiDung;
}

void add_choice(const XmlAttribute& attribute, std::string choice, Field& field, Diagnostics& out) {
    if (choice.empty()) {
        out.add(Code::bad_attribute_value, attribute.span, {attribute.name, attribute.value, "a|b|c"});
    } else if (std::ranges::find(field.choices, choice) != field.choices.end()) {
        out.add(Code::duplicate_declaration, attribute.span, {choice});
    } else {
        field.choices.push_back(std::move(choice));
    }
}

void read_choices(const XmlElement& element, Field& field, Diagnostics& out) {
    const XmlAttribute* attribute = element.attribute("gia-tri");
    if (field.kieu != FieldType::LuaChon) {
        if (attribute) not_for_type(*attribute, field, out);
        return;
    }
    if (!required_attribute(element, "gia-tri", out)) return;
    std::string_view rest = attribute->value;
    while (true) {
        const std::size_t bar = rest.find('|');
        add_choice(*attribute, std::string(utf8::trim(rest.substr(0, bar))), field, out);
        if (bar == rest.npos) return;
        rest.remove_prefix(bar + 1);
    }
}

/// A value that is no map goes to the member as it is, so that one must not want a map itself.
void check_shorthand(const XmlAttribute& attribute, const Field& field, Diagnostics& out) {
    std::vector<std::string> names;
    for (const Field& member : field.members) {
        if (member.kieu == FieldType::Nhom && member.viet_gon.empty()) continue;
        if (member.ten == attribute.value) return;
        names.push_back(member.ten);
    }
    // Without members, the declaration has another mistake.
    if (field.members.empty()) return;
    const Diagnostic found = diagnose(Code::bad_shorthand, attribute.span, {attribute.value});
    out.add(with_suggestion(found, attribute.value, names));
}

void read_shorthand(const XmlElement& element, Field& field, Diagnostics& out) {
    const XmlAttribute* attribute = element.attribute("viet-gon");
    if (!attribute) return;
    if (field.kieu == FieldType::DanhSach) {
        if (yes_or_no(attribute, out)) field.viet_gon = "co";
    } else if (field.kieu == FieldType::Nhom) {
        field.viet_gon = attribute->value;
        check_shorthand(*attribute, field, out);
    } else {
        not_for_type(*attribute, field, out);
    }
}

void read_default(const XmlElement& element, Field& field, Diagnostics& out) {
    const XmlAttribute* attribute = element.attribute("mac-dinh");
    if (!attribute) return;
    if (!is_scalar(field.kieu)) return not_for_type(*attribute, field, out);
    field.mac_dinh = attribute->value;
    if (field.kieu == FieldType::LuaChon && field.choices.empty()) return;
    const std::size_t errors = out.error_count();
    const auto value = default_value(field, attribute->span, out);
    const bool says_nothing = value && value->is_null() && !is_text(field);
    if (says_nothing && out.error_count() == errors) {
        out.add(Code::bad_attribute_value, attribute->span,
                {attribute->name, attribute->value, std::string(type_name(field.kieu))});
    }
}

}  // namespace

const XmlAttribute* required_attribute(const XmlElement& element, std::string_view attribute, Diagnostics& out) {
    const XmlAttribute* found = element.attribute(attribute);
    if (!found) out.add(Code::missing_attribute, element.span, {element.name, std::string(attribute)});
    return found;
}

bool yes_or_no(const XmlAttribute* attribute, Diagnostics& out) {
    if (!attribute || attribute->value == "khong") return false;
    if (attribute->value == "co") return true;
    const Diagnostic found =
        diagnose(Code::bad_attribute_value, attribute->span, {attribute->name, attribute->value, "co, khong"});
    out.add(with_suggestion(found, attribute->value, {"co", "khong"}));
    return false;
}

std::optional<FieldType> read_type(const XmlElement& element, Diagnostics& out) {
    const XmlAttribute* kieu = required_attribute(element, "kieu", out);
    if (!kieu) return std::nullopt;
    const auto found = std::ranges::find(kTypes, std::string_view(kieu->value), type_name);
    if (found != kTypes.end()) return *found;
    std::vector<std::string> names;
    for (const FieldType one : kTypes) names.emplace_back(type_name(one));
    out.add(with_suggestion(diagnose(Code::unknown_field_type, kieu->span, {kieu->value}), kieu->value, names));
    return std::nullopt;
}

void not_for_type(const XmlAttribute& attribute, const Field& field, Diagnostics& out) {
    out.add(Code::attribute_not_for_type, attribute.name_span, {attribute.name, std::string(type_name(field.kieu))});
}

void read_type_attributes(const XmlElement& element, Field& field, Diagnostics& out) {
    read_choices(element, field, out);
    read_shorthand(element, field, out);
    read_default(element, field, out);
}

}  // namespace vanban::tmpl
