// Fields as JSON Schema 2020-12 (json-schema.org). Where a file may say a thing in several ways, so may the schema.
#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "data/read.hpp"
#include "form/example.hpp"
#include "form/form.hpp"
#include "form/json.hpp"
#include "form/wording.hpp"

namespace vanban::form {
namespace {

using tmpl::Field;
using tmpl::FieldType;

// Texts as tmpl::check reads them, without the white space around; ECMA-262 with the flag u.
constexpr std::string_view kFullDate =
    R"(\d{1,2}/\d{1,2}/\d{4}|\d{1,2}-\d{1,2}-\d{4}|\d{1,2}[.]\d{1,2}[.]\d{4}|\d{4}-\d{1,2}-\d{1,2})";
constexpr std::string_view kPartOfDate = R"(\d{1,2}[/-]\d{4}|\d{4}-\d{1,2}|\d{4})";
constexpr std::string_view kInteger = R"(-?(\d+([.,]0+)?|[1-9]\d{0,2}([.]\d{3})+(,0+)?))";
constexpr std::string_view kNumber = R"(-?(\d+([.,]\d+)?|[1-9]\d{0,2}([.]\d{3})+(,\d+)?))";
constexpr std::string_view kTruth = "[Cc][OoÓó]|[Kk][Hh][OoÔô][Nn][Gg]|[Tt][Rr][Uu][Ee]|[Ff][Aa][Ll][Ss][Ee]";

/// Whether a value may be left out by writing null or an empty text.
enum class Presence : std::uint8_t { Optional, Required };

Presence presence_of(const Field& field) {
    return must_be_given(field) ? Presence::Required : Presence::Optional;
}

std::string whole(std::string_view pattern, Presence presence) {
    return std::string("^\\s*(") + std::string(pattern) + ")" + (presence == Presence::Optional ? "?" : "") + "\\s*$";
}

Json types(std::vector<std::string> names, Presence presence) {
    JsonList list;
    if (presence == Presence::Optional) names.emplace_back("null");
    for (std::string& name : names) list.emplace_back(std::move(name));
    return list.size() == 1 ? list.front() : Json(std::move(list));
}

class SchemaWriter {
public:
    SchemaWriter(const tmpl::Template& tmpl, Kind kind) : tmpl_(tmpl), kind_(kind) { count_groups(tmpl.fields); }

    Json write() {
        JsonMembers properties{{"mau", Json(JsonMembers{{"title", kTemplateLabel}, {"const", Json(tmpl_.ten)}})}};
        for (const Field& field : tmpl_.fields) properties.emplace_back(field.ten, described(field));
        JsonMembers root{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                         {"title", Json(tmpl_.nhan)},
                         {"description", Json(tmpl_.mo_ta + (tmpl_.mo_ta.empty() ? "" : "\n\n") + kSchemaKeys)}};
        add_object(root, std::move(properties), tmpl_.fields);
        if (!definitions_.empty()) root.emplace_back("$defs", Json(std::move(definitions_)));
        return Json(std::move(root));
    }

private:
    struct Group {
        const std::vector<Field>* members;
        std::size_t uses = 1;
        std::string definition = {};
    };

    // Groups that come back are defined once.

    void count_groups(const std::vector<Field>& fields) {
        for (const Field& field : fields) {
            if (field.kieu == FieldType::Nhom) {
                if (Group* known = find_group(field.members)) {
                    ++known->uses;
                    continue;
                }
                groups_.push_back({&field.members});
            }
            count_groups(field.members);
        }
    }

    Group* find_group(const std::vector<Field>& members) {
        const auto found = std::ranges::find_if(groups_, [&](const Group& group) { return *group.members == members; });
        return found == groups_.end() ? nullptr : &*found;
    }

    std::string free_name(const std::string& wanted) const {
        const auto taken = [&](const std::string& name) {
            return std::ranges::any_of(groups_, [&](const Group& group) { return group.definition == name; });
        };
        std::string name = wanted;
        for (int number = 2; taken(name); ++number) name = wanted + "_" + std::to_string(number);
        return name;
    }

    /// The object of a group, or a reference to it.
    Json group_object(const Field& field) {
        Group* group = find_group(field.members);
        if (!group || group->uses < 2) return object(field.members);
        if (group->definition.empty()) {
            group->definition = free_name(field.ten);
            const std::string name = group->definition;
            Json made = object(field.members);
            definitions_.emplace_back(name, std::move(made));
            return Json(JsonMembers{{"$ref", Json("#/$defs/" + name)}});
        }
        return Json(JsonMembers{{"$ref", Json("#/$defs/" + group->definition)}});
    }

    Json object(const std::vector<Field>& fields) {
        JsonMembers properties;
        for (const Field& field : fields) properties.emplace_back(field.ten, described(field));
        JsonMembers result;
        add_object(result, std::move(properties), fields);
        return Json(std::move(result));
    }

    void add_object(JsonMembers& schema, JsonMembers properties, const std::vector<Field>& fields) const {
        schema.emplace_back("type", "object");
        schema.emplace_back("properties", Json(std::move(properties)));
        JsonList required;
        for (const Field& field : fields)
            if (must_be_given(field) && kind_ == Kind::Schema) required.emplace_back(field.ten);
        if (!required.empty()) schema.emplace_back("required", Json(std::move(required)));
        schema.emplace_back("additionalProperties", Json(false));
    }

    /// What people read of a field, then what its value may be.
    Json described(const Field& field) {
        JsonMembers schema{{"title", Json(std::string(label_of(field)))}};
        if (!field.tro_giup.empty()) schema.emplace_back("description", Json(field.tro_giup));
        if (const auto standing = default_of(field)) schema.emplace_back("default", to_json(*standing));
        if (const auto example = example_of(field)) schema.emplace_back("examples", Json(JsonList{to_json(*example)}));
        Json value = type_of(field, kind_ == Kind::Schema ? presence_of(field) : Presence::Optional);
        for (auto& member : *std::get_if<JsonMembers>(&value.content)) schema.push_back(std::move(member));
        return Json(std::move(schema));
    }

    Json type_of(const Field& field, Presence presence) {
        const auto text = [&](std::vector<std::string> names, std::string pattern) {
            return Json(
                JsonMembers{{"type", types(std::move(names), presence)}, {"pattern", Json(std::move(pattern))}});
        };
        switch (field.kieu) {
            case FieldType::Chu:
            case FieldType::NoiDung:
                if (presence == Presence::Required) return text({"string", "number"}, "\\S");
                return Json(JsonMembers{{"type", types({"string", "number"}, presence)}});
            case FieldType::So:
                return text({"number", "string"}, whole(kNumber, presence));
            case FieldType::SoNguyen:
                return text({"integer", "string"}, whole(kInteger, presence));
            case FieldType::Ngay:
                return text({"string"}, whole(kFullDate, presence));
            case FieldType::NgayThieu:
                return partial_date(presence);
            case FieldType::DungSai:
                return text({"boolean", "string"}, whole(kTruth, presence));
            case FieldType::LuaChon:
                return choice(field, presence);
            case FieldType::Nhom:
                return group(field, presence);
            case FieldType::DanhSach:
                return list(field, presence);
            case FieldType::BatKy:
                break;
        }
        return Json(JsonMembers{});
    }

    /// A bare number can only be a year.
    static Json partial_date(Presence presence) {
        const std::string pattern = std::string(kFullDate) + "|" + std::string(kPartOfDate);
        return Json(JsonMembers{{"type", types({"string", "integer"}, presence)},
                                {"pattern", Json(whole(pattern, presence))},
                                {"minimum", 1000},
                                {"maximum", 9999}});
    }

    static Json choice(const Field& field, Presence presence) {
        JsonList choices;
        for (const std::string& one : field.choices) {
            choices.emplace_back(one);
            const data::Value bare = data::scalar(one, {});  // a year among the choices need not be quoted
            if (bare.kind() != data::Kind::Text) choices.push_back(to_json(bare));
        }
        if (presence == Presence::Optional) choices.emplace_back(nullptr);
        return Json(JsonMembers{{"enum", Json(std::move(choices))}});
    }

    Json group(const Field& field, Presence presence) {
        JsonList ways{group_object(field)};
        for (const Field& member : field.members)
            if (member.ten == field.viet_gon) ways.push_back(type_of(member, Presence::Required));
        return any_of(std::move(ways), presence);
    }

    Json list(const Field& field, Presence presence) {
        const Field& item = field.members.front();
        JsonMembers array{{"type", "array"}, {"items", type_of(item, Presence::Required)}};
        if (presence == Presence::Required) array.emplace_back("minItems", 1);
        JsonList ways{Json(std::move(array))};
        if (!field.viet_gon.empty()) ways.push_back(type_of(item, Presence::Required));
        const bool lines = is_plain_list(field) || (item.kieu == FieldType::Nhom && !item.viet_gon.empty());
        if (lines) ways.push_back(Json(JsonMembers{{"type", "string"}, {"pattern", "\\S"}}));
        return any_of(std::move(ways), presence);
    }

    static Json any_of(JsonList ways, Presence presence) {
        if (presence == Presence::Optional) ways.push_back(Json(JsonMembers{{"type", "null"}}));
        if (ways.size() == 1) return std::move(ways.front());
        return Json(JsonMembers{{"anyOf", Json(std::move(ways))}});
    }

    const tmpl::Template& tmpl_;
    Kind kind_;
    std::vector<Group> groups_;
    JsonMembers definitions_;
};

}  // namespace

std::string json_schema(const tmpl::Template& tmpl, Kind kind) {
    return print(SchemaWriter(tmpl, kind).write());
}

}  // namespace vanban::form
