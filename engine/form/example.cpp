// Examples and defaults of declarations as values; known values by key or label.
#include "form/example.hpp"

#include <string>

#include "base/utf8.hpp"
#include "base/world.hpp"
#include "data/read.hpp"
#include "tmpl/coerce.hpp"

namespace vanban::form {
namespace {

bool is_text(const tmpl::Field& field) {
    return field.kieu == tmpl::FieldType::Chu || field.kieu == tmpl::FieldType::NoiDung ||
           field.kieu == tmpl::FieldType::LuaChon;
}

/// A flow list, map or quoted text; empty if it is not meant, or is no YAML.
std::optional<data::Value> read_yaml(const std::string& text) {
    if (text.find_first_of("[{'\"") != 0) return std::nullopt;
    Sources sources;
    Diagnostics ignored;
    return data::read({"", text}, data::Format::Yaml, sources, Limits(), ignored);
}

data::Value read_as(const tmpl::Field& field, const std::string& text) {
    if (auto read = read_yaml(text)) return std::move(*read);
    const tmpl::Field& type = is_plain_list(field) ? field.members.front() : field;
    return is_text(type) ? data::Value(text, {}) : data::scalar(text, {});
}

}  // namespace

std::optional<data::Value> example_of(const tmpl::Field& field) {
    if (!field.vi_du.empty()) return read_as(field, field.vi_du);
    if (is_plain_list(field)) return example_of(field.members.front());
    return std::nullopt;
}

std::optional<data::Value> default_of(const tmpl::Field& field) {
    if (!field.mac_dinh || field.mac_dinh->empty()) return std::nullopt;
    data::Value value = is_text(field) ? data::Value(*field.mac_dinh, {}) : data::scalar(*field.mac_dinh, {});
    return value.is_null() ? std::nullopt : std::optional(std::move(value));
}

std::optional<data::Value> sample_of(const tmpl::Field& field) {
    if (auto example = example_of(field)) return example;
    if (auto standing = default_of(field)) return standing;
    const tmpl::Field& type = is_plain_list(field) ? field.members.front() : field;
    if (!type.choices.empty()) return data::Value(type.choices.front(), {});
    return std::nullopt;
}

const data::Value* known_value(const data::Value* map, const tmpl::Field& field) {
    const auto* members = map ? map->get_if<data::Map>() : nullptr;
    if (!members) return nullptr;
    const std::string key = utf8::fold_to_key(field.ten), label = utf8::fold_to_key(field.nhan);
    for (const data::Member& member : *members) {
        const std::string given = utf8::fold_to_key(member.key);
        if (!given.empty() && (given == key || given == label)) return member.value.is_null() ? nullptr : &member.value;
    }
    return nullptr;
}

bool is_plain_list(const tmpl::Field& field) {
    return field.kieu == tmpl::FieldType::DanhSach && !field.members.empty() &&
           tmpl::is_scalar(field.members.front().kieu) && field.members.front().kieu != tmpl::FieldType::BatKy;
}

bool is_table(const tmpl::Field& field) {
    return field.kieu == tmpl::FieldType::DanhSach && !field.members.empty() &&
           field.members.front().kieu == tmpl::FieldType::Nhom;
}

bool must_be_given(const tmpl::Field& field) {
    return field.bat_buoc && !field.mac_dinh;
}

std::string_view label_of(const tmpl::Field& field) {
    return field.nhan.empty() ? field.ten : field.nhan;
}

}  // namespace vanban::form
