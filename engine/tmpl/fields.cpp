// `truong` elements to Field values.
#include "tmpl/fields.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "tmpl/coerce.hpp"
#include "tmpl/lexer.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {
namespace {

constexpr std::string_view kElement = "truong";
constexpr std::array<std::string_view, 9> kAttributes{"ten",      "kieu",  "bat-buoc", "mac-dinh", "nhan",
                                                      "tro-giup", "vi-du", "gia-tri",  "viet-gon"};
constexpr std::array kTypes{FieldType::Chu,       FieldType::So,       FieldType::SoNguyen, FieldType::Ngay,
                            FieldType::NgayThieu, FieldType::DungSai,  FieldType::LuaChon,  FieldType::NoiDung,
                            FieldType::Nhom,      FieldType::DanhSach, FieldType::BatKy};

std::string value_of(const XmlElement& element, std::string_view name) {
    const XmlAttribute* attribute = element.attribute(name);
    return attribute ? attribute->value : std::string();
}

bool is_text(const Field& field) {
    return field.kieu == FieldType::Chu || field.kieu == FieldType::NoiDung;
}

class Reader {
public:
    Reader(const Limits& limits, Diagnostics& out) : limits_(limits), out_(out) {}

    /// The fields among the children of `parent`.
    std::vector<Field> fields(const XmlElement& parent, std::size_t depth) {
        std::vector<Field> result;
        std::vector<Span> places;
        for (const XmlNode& child : parent.children) {
            const XmlElement* element = child.element();
            if (!element || element->name != kElement) continue;
            if (depth > limits_.depth) {
                out_.add(Code::too_deep, element->span, {std::to_string(limits_.depth)});
                break;
            }
            const XmlAttribute* name = element->attribute("ten");
            result.push_back(field(*element, depth));
            places.push_back(name ? name->span : element->span);
        }
        find_clashes(result, places);
        return result;
    }

private:
    Field field(const XmlElement& element, std::size_t depth) {
        Field field;
        field.span = element.span;
        check_attributes(element);
        field.ten = name(element);
        field.nhan = std::string(utf8::trim(value_of(element, "nhan")));
        field.tro_giup = value_of(element, "tro-giup");
        field.vi_du = value_of(element, "vi-du");
        field.bat_buoc = yes_or_no(element.attribute("bat-buoc"));
        field.members = nested(element, depth);
        if (const std::optional<FieldType> found = type(element)) {
            field.kieu = *found;
            read_by_type(element, field);
        }
        return field;
    }

    void check_attributes(const XmlElement& element) {
        for (const XmlAttribute& attribute : element.attributes) {
            if (std::ranges::find(kAttributes, attribute.name) != kAttributes.end()) continue;
            const Diagnostic found =
                diagnose(Code::unknown_attribute, attribute.name_span, {element.name, attribute.name});
            out_.add(with_suggestion(found, attribute.name, {kAttributes.begin(), kAttributes.end()}));
        }
    }

    /// The attribute, which must be there; its absence is reported.
    const XmlAttribute* required(const XmlElement& element, std::string_view attribute) {
        const XmlAttribute* found = element.attribute(attribute);
        if (!found) out_.add(Code::missing_attribute, element.span, {element.name, std::string(attribute)});
        return found;
    }

    std::string name(const XmlElement& element) {
        const XmlAttribute* ten = required(element, "ten");
        if (!ten) return {};
        if (!is_name(ten->value)) out_.add(Code::bad_field_name, ten->span, {ten->value});
        return ten->value;
    }

    std::optional<FieldType> type(const XmlElement& element) {
        const XmlAttribute* kieu = required(element, "kieu");
        if (!kieu) return std::nullopt;
        const auto found = std::ranges::find(kTypes, std::string_view(kieu->value), type_name);
        if (found != kTypes.end()) return *found;
        std::vector<std::string> names;
        for (const FieldType one : kTypes) names.emplace_back(type_name(one));
        out_.add(with_suggestion(diagnose(Code::unknown_field_type, kieu->span, {kieu->value}), kieu->value, names));
        return std::nullopt;
    }

    bool yes_or_no(const XmlAttribute* attribute) {
        if (!attribute || attribute->value == "khong") return false;
        if (attribute->value == "co") return true;
        const Diagnostic found =
            diagnose(Code::bad_attribute_value, attribute->span, {attribute->name, attribute->value, "co, khong"});
        out_.add(with_suggestion(found, attribute->value, {"co", "khong"}));
        return false;
    }

    std::vector<Field> nested(const XmlElement& element, std::size_t depth) {
        for (const XmlNode& child : element.children) {
            const XmlText* text = child.text();
            if (text && !utf8::trim(text->text).empty()) out_.add(Code::only_fields_here, text->span);
            const XmlElement* other = child.element();
            if (!other || other->name == kElement) continue;
            out_.add(
                with_suggestion(diagnose(Code::only_fields_here, other->span), other->name, {std::string(kElement)}));
        }
        return fields(element, depth + 1);
    }

    void read_by_type(const XmlElement& element, Field& field) {
        check_nesting(element, field);
        read_choices(element, field);
        read_shorthand(element, field);
        read_default(element, field);
    }

    void check_nesting(const XmlElement& element, const Field& field) {
        if (field.kieu == FieldType::Nhom) {
            if (field.members.empty()) out_.add(Code::group_needs_fields, element.span, {field.ten});
        } else if (field.kieu == FieldType::DanhSach) {
            const std::string count = std::to_string(field.members.size());
            if (field.members.size() != 1) out_.add(Code::list_needs_one_field, element.span, {field.ten, count});
        } else if (!field.members.empty()) {
            out_.add(Code::no_nested_fields, field.members.front().span, {std::string(type_name(field.kieu))});
        }
    }

    void not_for_type(const XmlAttribute& attribute, const Field& field) {
        out_.add(Code::attribute_not_for_type, attribute.name_span,
                 {attribute.name, std::string(type_name(field.kieu))});
    }

    void read_choices(const XmlElement& element, Field& field) {
        const XmlAttribute* attribute = element.attribute("gia-tri");
        if (field.kieu != FieldType::LuaChon) {
            if (attribute) not_for_type(*attribute, field);
            return;
        }
        if (!required(element, "gia-tri")) return;
        std::string_view rest = attribute->value;
        while (true) {
            const std::size_t bar = rest.find('|');
            add_choice(*attribute, std::string(utf8::trim(rest.substr(0, bar))), field);
            if (bar == rest.npos) return;
            rest.remove_prefix(bar + 1);
        }
    }

    void add_choice(const XmlAttribute& attribute, std::string choice, Field& field) {
        if (choice.empty()) {
            out_.add(Code::bad_attribute_value, attribute.span, {attribute.name, attribute.value, "a|b|c"});
        } else if (std::ranges::find(field.choices, choice) != field.choices.end()) {
            out_.add(Code::duplicate_declaration, attribute.span, {choice});
        } else {
            field.choices.push_back(std::move(choice));
        }
    }

    void read_shorthand(const XmlElement& element, Field& field) {
        const XmlAttribute* attribute = element.attribute("viet-gon");
        if (!attribute) return;
        if (field.kieu == FieldType::DanhSach) {
            if (yes_or_no(attribute)) field.viet_gon = "co";
        } else if (field.kieu == FieldType::Nhom) {
            field.viet_gon = attribute->value;
            check_shorthand(*attribute, field);
        } else {
            not_for_type(*attribute, field);
        }
    }

    void check_shorthand(const XmlAttribute& attribute, const Field& field) {
        std::vector<std::string> names;
        for (const Field& member : field.members) {
            if (!is_scalar(member.kieu)) continue;
            if (member.ten == attribute.value) return;
            names.push_back(member.ten);
        }
        const Diagnostic found = diagnose(Code::bad_shorthand, attribute.span, {attribute.value});
        out_.add(with_suggestion(found, attribute.value, names));
    }

    void read_default(const XmlElement& element, Field& field) {
        const XmlAttribute* attribute = element.attribute("mac-dinh");
        if (!attribute) return;
        if (!is_scalar(field.kieu)) return not_for_type(*attribute, field);
        field.mac_dinh = attribute->value;
        if (field.kieu == FieldType::LuaChon && field.choices.empty()) return;
        const std::size_t errors = out_.error_count();
        const auto value = default_value(field, attribute->span, out_);
        const bool says_nothing = value && value->is_null() && !is_text(field);
        if (says_nothing && out_.error_count() == errors) {
            out_.add(Code::bad_attribute_value, attribute->span,
                     {attribute->name, attribute->value, std::string(type_name(field.kieu))});
        }
    }

    /// Data names a field by name or label, whatever their case and diacritics: siblings must differ in both.
    void find_clashes(const std::vector<Field>& fields, const std::vector<Span>& places) {
        std::vector<std::pair<std::string, std::size_t>> known;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::string name = utf8::fold_to_key(fields[i].ten);
            const std::string label = utf8::fold_to_key(fields[i].nhan);
            const auto clash = std::ranges::find_if(known, [&](const auto& one) {
                return !one.first.empty() && (one.first == name || one.first == label);
            });
            if (clash != known.end()) {
                const std::string& shown = clash->first == name ? fields[i].ten : fields[i].nhan;
                out_.add(diagnose(Code::duplicate_declaration, places[i], {shown})
                             .with({Code::first_given_here, places[clash->second], {}}));
            }
            known.emplace_back(name, i);
            known.emplace_back(label, i);
        }
    }

    const Limits& limits_;
    Diagnostics& out_;
};

}  // namespace

std::optional<std::vector<Field>> read_fields(const XmlElement& mau, const Limits& limits, Diagnostics& out) {
    const std::size_t errors = out.error_count();
    std::vector<Field> fields = Reader(limits, out).fields(mau, 1);
    return out.error_count() > errors ? std::nullopt : std::optional(std::move(fields));
}

}  // namespace vanban::tmpl
