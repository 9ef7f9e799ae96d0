// Conversions between what data formats can say and the types of fields.
#include "tmpl/coerce.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "data/read.hpp"
#include "tmpl/number_text.hpp"
#include "tmpl/suggest.hpp"
#include "tmpl/values.hpp"
#include "wording/dates.hpp"

namespace vanban::tmpl {
namespace {

std::nullopt_t mistyped(const data::Value& value, Code expected, Diagnostics& out) {
    out.add(wrong_type(value, expected, value.span));
    return std::nullopt;
}

/// The text without outer white space; its place shrinks with it.
data::Value trimmed(data::Value value) {
    const std::string& text = *value.get_if<std::string>();
    const std::string_view kept = utf8::trim(text);
    if (kept.size() == text.size()) return value;
    const auto from = static_cast<std::size_t>(kept.data() - text.data());
    data::Value result(std::string(kept), value.origin().at(text, from, kept.size()));
    result.indent = value.indent;
    return result;
}

/// A scalar of the data as it was written; empty for a list, a map and null.
std::optional<std::string> as_written(const data::Value& value) {
    if (const auto* text = value.get_if<std::string>()) return *text;
    if (const auto* number = value.get_if<data::Number>()) {
        return number->literal.empty() ? number->value.to_string() : number->literal;
    }
    if (const auto* truth = value.get_if<bool>()) return std::string(*truth ? "true" : "false");
    if (const auto* date = value.get_if<PartialDate>()) return wording::short_date(*date);
    return std::nullopt;
}

std::optional<data::Value> coerce_text(const Field& field, data::Value value, Diagnostics& out) {
    if (value.kind() != data::Kind::Text) {
        std::optional<std::string> text = as_written(value);
        if (!text) return mistyped(value, Code::expects_text, out);
        value = data::Value(std::move(*text), value.span);
    }
    if (field.bat_buoc && utf8::trim(*value.get_if<std::string>()).empty())
        return out.add(Code::empty_value, value.span, {field.ten}), std::nullopt;
    return field.kieu == FieldType::NoiDung ? std::move(value) : trimmed(std::move(value));
}

std::optional<data::Value> coerce_choice(const Field& field, const data::Value& value, Diagnostics& out) {
    const std::optional<std::string> text = as_written(value);
    if (!text) return mistyped(value, Code::expects_text, out);
    std::string choice(utf8::trim(*text));
    if (std::ranges::find(field.choices, choice) != field.choices.end())
        return data::Value(std::move(choice), value.span);
    Diagnostic found = diagnose(Code::not_a_choice, value.span, {excerpt(value), field.ten});
    found = with_suggestion(std::move(found), choice, field.choices);
    std::string all;
    for (const std::string& one : field.choices) all += (all.empty() ? "" : ", ") + one;
    found.notes.push_back({Code::choices_are, {}, {std::move(all)}});
    out.add(std::move(found));
    return std::nullopt;
}

/// A literal number, with a warning if its point was probably meant to separate thousands.
data::Number literal_number(const data::Number& number, Span where, Diagnostics& out) {
    if (looks_grouped(number.literal)) {
        std::string digits = number.literal;
        std::erase(digits, '.');
        out.add(Code::decimal_point_read, where, {number.literal, number.value.to_string(), std::move(digits)});
    }
    return number;
}

std::optional<data::Value> coerce_number(const Field& field, const data::Value& value, Diagnostics& out) {
    auto [number, reported] = read_number(value, value.span, out);
    const Code expected = field.kieu == FieldType::SoNguyen ? Code::expects_integer : Code::expects_number;
    if (!number && !reported) return mistyped(value, expected, out);
    if (!number) return std::nullopt;
    if (field.kieu == FieldType::SoNguyen && !number->value.is_integer()) return mistyped(value, expected, out);
    return data::Value(std::move(*number), value.span);
}

std::optional<data::Value> coerce_date(const data::Value& value, Diagnostics& out) {
    const auto* known = value.get_if<PartialDate>();
    if (known && known->complete()) return value;
    const std::optional<std::string> text = as_written(value);
    if (!text || value.kind() == data::Kind::Bool) return mistyped(value, Code::expects_date, out);
    const Result<Date> date = parse_date(utf8::trim(*text), value.span);
    if (!date) return out.add(date.error()), std::nullopt;
    return data::Value(PartialDate{date->year, date->month, date->day}, value.span);
}

std::optional<data::Value> coerce_partial_date(const data::Value& value, Diagnostics& out) {
    if (value.kind() == data::Kind::Date) return value;
    const std::optional<std::string> text = as_written(value);
    if (!text || value.kind() == data::Kind::Bool) return mistyped(value, Code::expects_date, out);
    const Result<PartialDate> date = parse_partial_date(utf8::trim(*text), value.span);
    if (!date) return out.add(date.error()), std::nullopt;
    return data::Value(*date, value.span);
}

std::optional<data::Value> coerce_truth(const data::Value& value, Diagnostics& out) {
    if (value.kind() == data::Kind::Bool) return value;
    const auto* text = value.get_if<std::string>();
    const std::string key = text ? utf8::fold_to_key(*text) : std::string();
    if (key == "co" || key == "true") return data::Value(true, value.span);
    if (key == "khong" || key == "false") return data::Value(false, value.span);
    return mistyped(value, Code::expects_bool, out);
}

}  // namespace

ReadNumber read_number(const data::Value& value, Span where, Diagnostics& out) {
    if (const auto* number = value.get_if<data::Number>()) return {literal_number(*number, where, out), false};
    const auto* written = value.get_if<std::string>();
    const std::string text(written ? utf8::trim(*written) : std::string_view());
    const NumberReading reading = read_number_text(text);
    if (reading.plain && reading.grouped) {
        out.add(Code::ambiguous_number, where, {text, reading.plain->to_string(), reading.grouped->to_string()});
        return {std::nullopt, true};
    }
    if (!reading.plain && !reading.grouped) return {};
    return {data::Number{reading.plain ? *reading.plain : *reading.grouped, text}, false};
}

bool is_scalar(FieldType type) {
    return type != FieldType::Nhom && type != FieldType::DanhSach;
}

std::string_view type_name(FieldType type) {
    switch (type) {
        case FieldType::Chu:
            return "chu";
        case FieldType::So:
            return "so";
        case FieldType::SoNguyen:
            return "so-nguyen";
        case FieldType::Ngay:
            return "ngay";
        case FieldType::NgayThieu:
            return "ngay-thieu";
        case FieldType::DungSai:
            return "dung-sai";
        case FieldType::LuaChon:
            return "lua-chon";
        case FieldType::NoiDung:
            return "noi-dung";
        case FieldType::Nhom:
            return "nhom";
        case FieldType::DanhSach:
            return "danh-sach";
        case FieldType::BatKy:
            return "bat-ky";
    }
    return {};
}

bool is_absent(const Field& field, const data::Value& value) {
    if (value.is_null()) return true;
    const auto* text = value.get_if<std::string>();
    const bool takes_text =
        field.kieu == FieldType::Chu || field.kieu == FieldType::NoiDung || field.kieu == FieldType::BatKy;
    return text && !takes_text && utf8::trim(*text).empty();
}

std::optional<data::Value> coerce(const Field& field, data::Value value, Diagnostics& out) {
    switch (field.kieu) {
        case FieldType::Chu:
        case FieldType::NoiDung:
            return coerce_text(field, std::move(value), out);
        case FieldType::So:
        case FieldType::SoNguyen:
            return coerce_number(field, value, out);
        case FieldType::Ngay:
            return coerce_date(value, out);
        case FieldType::NgayThieu:
            return coerce_partial_date(value, out);
        case FieldType::DungSai:
            return coerce_truth(value, out);
        case FieldType::LuaChon:
            return coerce_choice(field, value, out);
        case FieldType::BatKy:
        case FieldType::Nhom:
        case FieldType::DanhSach:
            break;
    }
    return value;
}

std::optional<data::Value> default_value(const Field& field, Span where, Diagnostics& out) {
    if (!field.mac_dinh) return data::Value(data::Null{}, where);
    const bool is_text = field.kieu == FieldType::Chu || field.kieu == FieldType::NoiDung;
    data::Value value = is_text ? data::Value(*field.mac_dinh, where) : data::scalar(*field.mac_dinh, where);
    if (is_absent(field, value)) return data::Value(data::Null{}, where);
    return coerce(field, std::move(value), out);
}

}  // namespace vanban::tmpl
