// XML as data: elements and attributes are members, repeated elements and those called "muc" are lists.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>

#include "base/utf8.hpp"
#include "base/xml_tree.hpp"
#include "data/plain_scalar.hpp"
#include "data/readers.hpp"
#include "data/xml_text.hpp"

namespace vanban::data {
namespace {

constexpr std::string_view kItem = "muc";
constexpr std::string_view kInstance = "http://www.w3.org/2001/XMLSchema-instance";
constexpr std::string_view kDeclarePrefix = "xmlns:";
constexpr std::string_view kBlank = " \t\r\n";

bool is_blank(std::string_view text) {
    return text.find_first_not_of(kBlank) == text.npos;
}

/// The encoding that the XML declaration names; empty without one.
std::string_view declared_encoding(std::string_view text) {
    const std::string_view declaration = text.substr(0, text.find("?>"));
    constexpr std::string_view kName = "encoding";
    const std::size_t name = declaration.starts_with("<?xml") ? declaration.find(kName) : declaration.npos;
    if (name == declaration.npos) return {};
    const std::size_t quote = declaration.find_first_of("\"'", name);
    if (quote == declaration.npos) return {};
    const std::size_t end = declaration.find(declaration[quote], quote + 1);
    return end == declaration.npos ? std::string_view() : declaration.substr(quote + 1, end - quote - 1);
}

/// Finds members of one growing map by key; past a few with a hash table.
class MemberFinder {
public:
    explicit MemberFinder(const Map& map) : map_(map) {}
    std::optional<std::size_t> find(const std::string& key) {
        constexpr std::size_t kFew = 16;
        if (map_.size() <= kFew) {
            const auto found = std::ranges::find(map_, key, &Member::key);
            return found == map_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - map_.begin()));
        }
        for (; indexed_ < map_.size(); ++indexed_) places_.emplace(map_[indexed_].key, indexed_);
        const auto found = places_.find(key);
        return found == places_.end() ? std::nullopt : std::optional(found->second);
    }

private:
    const Map& map_;
    std::size_t indexed_ = 0;
    std::unordered_map<std::string, std::size_t> places_;
};

class XmlReader {
public:
    explicit XmlReader(Intake& intake) : intake_(intake) {}

    Value read(const XmlElement& element) {
        const bool elements = std::ranges::any_of(element.children, [](const XmlNode& node) { return node.element(); });
        const XmlText* text = check_text(element, elements);
        const bool nil = check_attributes(element);
        if (nil) {
            if (!element.children.empty()) intake_.report(diagnose(Code::xml_data_nil_not_empty, element.span));
            return {Null{}, element.span};
        }
        const bool members = std::ranges::any_of(element.attributes, is_member);
        if (!elements && !members) return text ? scalar_of(*text) : Value(Null{}, element.span);
        if (!members && std::ranges::all_of(element.children, [](const XmlNode& node) {
                return !node.element() || node.element()->name == kItem;
            }))
            return list_of(element);
        return map_of(element);
    }

private:
    /// Neither a namespace nor an instruction to the reader.
    static bool is_member(const XmlAttribute& attribute) {
        return attribute.name.find(':') == std::string::npos && attribute.name != "xmlns";
    }

    /// The text of an element, which stands alone in it; nullptr if there is none.
    const XmlText* check_text(const XmlElement& element, bool elements) {
        const bool members = std::ranges::any_of(element.attributes, is_member);
        for (const XmlNode& node : element.children) {
            const XmlText* text = node.text();
            if (!text || is_blank(text->text)) continue;
            if (!elements && !members) return text;
            intake_.report(diagnose(Code::xml_data_mixed, place_of_text(*text), {element.name}));
            break;
        }
        return nullptr;
    }

    static Span place_of_text(const XmlText& text) {
        if (!text.exact) return text.span;
        const std::string_view trimmed = utf8::trim(text.text);
        return text.span.sub(static_cast<std::size_t>(trimmed.data() - text.text.data()), trimmed.size());
    }

    /// Reports names with a prefix. Whether the element is xsi:nil.
    bool check_attributes(const XmlElement& element) {
        if (const std::size_t colon = element.name.find(':'); colon != std::string::npos)
            intake_.report(diagnose(Code::xml_data_namespace, element.span, {element.name.substr(0, colon)}));
        bool nil = false;
        for (const XmlAttribute& attribute : element.attributes) {
            if (is_member(attribute)) continue;
            if (attribute.name == "xsi:nil")
                nil = read_nil(attribute);
            else if (!attribute.name.starts_with(kDeclarePrefix) || attribute.value != kInstance)
                refuse_namespace(attribute);
        }
        return nil;
    }

    void refuse_namespace(const XmlAttribute& attribute) {
        const bool declares = attribute.name.starts_with("xmlns");
        const std::string name = declares ? attribute.value : attribute.name.substr(0, attribute.name.find(':'));
        intake_.report(diagnose(Code::xml_data_namespace, declares ? attribute.span : attribute.name_span, {name}));
    }

    bool read_nil(const XmlAttribute& attribute) {
        const bool yes = attribute.value == "true" || attribute.value == "1";
        if (!yes && attribute.value != "false" && attribute.value != "0")
            intake_.report(diagnose(Code::xml_data_bad_nil, attribute.span));
        return yes;
    }

    Value list_of(const XmlElement& element) {
        List list;
        for (const XmlNode& node : element.children) {
            if (const XmlElement* item = node.element()) list.push_back(read(*item));
        }
        return {std::move(list), element.span};
    }

    Value map_of(const XmlElement& element) {
        Map map;
        MemberFinder finder(map);
        std::vector<bool> repeated;  // whether the member is the list of elements of one name
        for (const XmlAttribute& attribute : element.attributes) {
            if (!is_member(attribute)) continue;
            map.push_back({key_of(attribute.name, attribute.name_span), attribute.name_span, value_of(attribute)});
        }
        const std::size_t attributes = map.size();
        for (const XmlNode& node : element.children) {
            const XmlElement* child = node.element();
            if (!child) continue;
            std::string key = key_of(child->name, child->span);
            const auto known = finder.find(key);
            repeated.resize(map.size());
            if (!known) {
                map.push_back({std::move(key), child->span, read(*child)});
            } else if (*known < attributes) {
                intake_.report(diagnose(Code::duplicate_key, child->span, {key})
                                   .with({Code::first_given_here, map[*known].key_span, {}}));
            } else {
                add_item(map[*known], repeated[*known], read(*child));
                repeated[*known] = true;
            }
        }
        return {std::move(map), element.span};
    }

    /// One more element of the same name. `repeated`: it is not the second.
    static void add_item(Member& member, bool repeated, Value item) {
        if (!repeated) {
            List list;
            list.push_back(std::move(member.value));
            member.value = Value(std::move(list), member.key_span);
        }
        member.value.get_if<List>()->push_back(std::move(item));
    }

    std::string key_of(const std::string& name, Span where) {
        std::uint16_t indent = 0;
        return intake_.accept(name, where, indent);
    }

    Value value_of(const XmlAttribute& attribute) {
        return scalar_of({attribute.value, attribute.span, attribute.exact});
    }

    Value scalar_of(const XmlText& text) {
        Value value = dedented(text);
        auto* kept = value.get_if<std::string>();
        const bool exact = value.indent != TextOrigin::kInexact;
        std::string accepted = intake_.accept(std::move(*kept), value.span, value.indent);
        value.content = plain_scalar(accepted);
        if (value.kind() == Kind::Text) return value;
        value.indent = exact ? std::uint16_t{0} : TextOrigin::kInexact;
        return value;
    }

    Intake& intake_;
};

}  // namespace

std::optional<Value> read_xml(Intake& intake, const Source& source) {
    const std::string_view encoding = declared_encoding(intake.text().substr(intake.start()));
    if (!encoding.empty() && utf8::fold_to_key(encoding) != "utf_8" && utf8::fold_to_key(encoding) != "us_ascii") {
        const auto at = static_cast<std::size_t>(encoding.data() - intake.text().data());
        intake.report(
            diagnose(Code::xml_data_encoding, intake.span(at, at + encoding.size()), {std::string(encoding)}));
        return std::nullopt;
    }
    Diagnostics found;
    const auto root = parse_xml(source, intake.span(0, 0).source, intake.limits(), found);
    for (const Diagnostic& each : found) intake.report(each);
    if (!root) return std::nullopt;
    Value value = XmlReader(intake).read(*root);
    return intake.failed() ? std::nullopt : std::optional(std::move(value));
}

}  // namespace vanban::data
