// `truong` and `nhom-truong` elements to Field values.
#include "tmpl/fields.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "tmpl/compiler.hpp"
#include "tmpl/field_attributes.hpp"
#include "tmpl/lexer.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {
namespace {

constexpr std::string_view kElement = "truong";
constexpr std::string_view kGroupElement = "nhom-truong";
constexpr std::array<std::string_view, 11> kAttributes{"ten",   "kieu",    "bat-buoc", "mac-dinh", "nhan", "tro-giup",
                                                       "vi-du", "gia-tri", "viet-gon", "nhu",      "phieu"};
/// Groups that hold groups multiply; no template wants as many fields.
constexpr std::size_t kMostFields = 10'000;

std::string value_of(const XmlElement& element, std::string_view name) {
    const XmlAttribute* attribute = element.attribute(name);
    return attribute ? attribute->value : std::string();
}

std::size_t height_of(const std::vector<Field>& fields) {
    std::size_t height = 0;
    for (const Field& field : fields) height = std::max(height, height_of(field.members));
    return fields.empty() ? 0 : height + 1;
}

std::size_t count_of(const std::vector<Field>& fields) {
    std::size_t count = fields.size();
    for (const Field& field : fields) count += count_of(field.members);
    return count;
}

class Reader {
public:
    Reader(const std::vector<FieldGroup>& known, UnknownGroups unknown, const Limits& limits, Diagnostics& out)
        : known_(known), unknown_(unknown), limits_(limits), out_(out) {}

    Declarations read(const XmlElement& mau) {
        find_groups(mau);
        Declarations result;
        result.fields = fields(mau, 1);
        for (OwnGroup& group : own_) {
            read_group(group);
            result.groups.push_back(group.read);
        }
        return result;
    }

private:
    /// A nhom-truong of this template; read when a field wants it, at the latest at the end.
    struct OwnGroup {
        const XmlElement* element;
        FieldGroup read;
        enum class State : std::uint8_t { Untouched, Open, Done } state = State::Untouched;
    };

    /// The fields among the children of `parent`.
    std::vector<Field> fields(const XmlElement& parent, std::size_t depth) {
        std::vector<Field> result;
        std::vector<Span> places;
        for (const XmlNode& child : parent.children) {
            const XmlElement* element = child.element();
            if (!element || element->name != kElement) continue;
            if (depth > limits_.depth) {
                too_deep(element->span);
                break;
            }
            const XmlAttribute* name = element->attribute("ten");
            result.push_back(field(*element, depth));
            places.push_back(name ? name->span : element->span);
        }
        find_clashes(result, places);
        return result;
    }

    Field field(const XmlElement& element, std::size_t depth) {
        Field field;
        field.span = element.span;
        check_known_attributes(element);
        field.ten = name(element);
        field.nhan = std::string(utf8::trim(value_of(element, "nhan")));
        field.ten_key = utf8::fold_to_key(field.ten);
        field.nhan_key = utf8::fold_to_key(field.nhan);
        field.tro_giup = value_of(element, "tro-giup");
        field.vi_du = value_of(element, "vi-du");
        field.bat_buoc = yes_or_no(element.attribute("bat-buoc"), out_);
        if (const XmlAttribute* form = element.attribute("phieu")) field.in_forms = yes_or_no(form, out_);
        field.members = nested(element, depth);
        const std::optional<FieldType> type = read_type(element, out_);
        if (!type) return field;
        field.kieu = *type;
        if (const XmlAttribute* like = element.attribute("nhu")) {
            read_like(*like, field, depth);
        } else {
            check_nesting(element, field);
        }
        read_type_attributes(element, field, out_);
        return field;
    }

    void check_known_attributes(const XmlElement& element) {
        for (const XmlAttribute& attribute : element.attributes) {
            if (std::ranges::find(kAttributes, attribute.name) != kAttributes.end()) continue;
            const Diagnostic found =
                diagnose(Code::unknown_attribute, attribute.name_span, {element.name, attribute.name});
            out_.add(with_suggestion(found, attribute.name, {kAttributes.begin(), kAttributes.end()}));
        }
    }

    std::string name(const XmlElement& element) {
        const XmlAttribute* ten = required_attribute(element, "ten", out_);
        if (!ten) return {};
        if (!is_name(ten->value)) out_.add(Code::bad_field_name, ten->span, {ten->value});
        return ten->value;
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

    // Groups that several fields share.

    void find_groups(const XmlElement& mau) {
        for (const XmlNode& child : mau.children) {
            const XmlElement* element = child.element();
            if (!element || element->name != kGroupElement) continue;
            check_attributes(*element, out_);
            const XmlAttribute* ten = element->attribute("ten");
            FieldGroup group{.ten = ten ? ten->value : std::string(), .members = {}, .span = element->span};
            if (ten) check_group_name(*ten, group);
            own_.push_back({.element = element, .read = std::move(group)});
        }
    }

    void check_group_name(const XmlAttribute& ten, FieldGroup& group) {
        group.span = ten.span;
        if (!is_name(ten.value)) return out_.add(Code::bad_field_name, ten.span, {ten.value});
        if (const OwnGroup* first = own_group(ten.value)) {
            const Note note{Code::first_given_here, first->read.span, {}};
            out_.add(diagnose(Code::duplicate_declaration, ten.span, {ten.value}).with(note));
        }
    }

    OwnGroup* own_group(std::string_view name) {
        const auto found = std::ranges::find(own_, name, [](const OwnGroup& group) { return group.read.ten; });
        return found == own_.end() ? nullptr : &*found;
    }

    void read_group(OwnGroup& group) {
        if (group.state != OwnGroup::State::Untouched) return;
        group.state = OwnGroup::State::Open;
        open_.push_back(group.read.ten);
        group.read.members = nested(*group.element, 0);
        if (group.read.members.empty()) out_.add(Code::group_needs_fields, group.read.span, {group.read.ten});
        open_.pop_back();
        group.state = OwnGroup::State::Done;
    }

    void read_like(const XmlAttribute& like, Field& field, std::size_t depth) {
        if (field.kieu != FieldType::Nhom) return not_for_type(like, field, out_);
        if (!field.members.empty()) return out_.add(Code::two_member_sources, like.span, {field.ten});
        const std::vector<Field>* members = find_members(like);
        if (!members) return;
        if (depth + height_of(*members) > limits_.depth) return too_deep(like.span);
        copied_ += count_of(*members);
        if (copied_ > kMostFields) return out_.add(Code::too_many_fields, like.span, {std::to_string(kMostFields)});
        field.members = *members;
    }

    /// nullptr if an error was reported, now or with the template that should have declared the group.
    const std::vector<Field>* find_members(const XmlAttribute& like) {
        if (OwnGroup* own = own_group(like.value)) return open_group(*own, like.span);
        const auto found = std::ranges::find(known_, like.value, &FieldGroup::ten);
        if (found != known_.end()) return &found->members;
        if (unknown_ == UnknownGroups::Accept) return nullptr;
        std::vector<std::string> names;
        for (const OwnGroup& group : own_) names.push_back(group.read.ten);
        for (const FieldGroup& group : known_) names.push_back(group.ten);
        out_.add(with_suggestion(diagnose(Code::unknown_group, like.span, {like.value}), like.value, names));
        return nullptr;
    }

    const std::vector<Field>* open_group(OwnGroup& group, Span where) {
        if (group.state == OwnGroup::State::Open) {
            std::string way;
            for (auto step = std::ranges::find(open_, group.read.ten); step != open_.end(); ++step)
                way += *step + " → ";
            out_.add(Code::group_cycle, where, {way + group.read.ten});
            return nullptr;
        }
        if (open_.size() >= limits_.depth) return too_deep(where), nullptr;
        read_group(group);
        return &group.read.members;
    }

    void too_deep(Span where) { out_.add(Code::too_deep, where, {std::to_string(limits_.depth)}); }

    /// Data names a field by name or label, whatever their case and diacritics: siblings must differ in both.
    void find_clashes(const std::vector<Field>& fields, const std::vector<Span>& places) {
        std::vector<std::pair<std::string, std::size_t>> known;
        for (std::size_t i = 0; i < fields.size(); ++i) {
            const std::string& name = fields[i].ten_key;
            const std::string& label = fields[i].nhan_key;
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

    const std::vector<FieldGroup>& known_;
    UnknownGroups unknown_;
    const Limits& limits_;
    Diagnostics& out_;
    std::vector<OwnGroup> own_;
    std::vector<std::string> open_;  ///< Names of the groups that are being read, from the outside in.
    std::size_t copied_ = 0;         ///< Fields that came from groups.
};

}  // namespace

std::optional<Declarations> read_fields(const XmlElement& mau, const std::vector<FieldGroup>& known,
                                        UnknownGroups unknown, const Limits& limits, Diagnostics& out) {
    const std::size_t errors = out.error_count();
    Declarations found = Reader(known, unknown, limits, out).read(mau);
    return out.error_count() > errors ? std::nullopt : std::optional(std::move(found));
}

}  // namespace vanban::tmpl
