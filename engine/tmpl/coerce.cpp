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

bool mistyped(const data::Value& value, Code expected, Diagnostics& out) {
    out.add(wrong_type(value, expected, value.span));
    return false;
}

/// Cuts off outer white space; the place shrinks with the text.
void trim(data::Value& value) {
    const std::string& text = *value.get_if<std::string>();
    const std::string_view kept = utf8::trim(text);
    if (kept.size() == text.size()) return;
    const auto from = static_cast<std::size_t>(kept.data() - text.data());
    value.span = value.origin().at(text, from, kept.size());
    value.content = std::string(kept);
}

/// A scalar of the data as it was written; what is no text is written into `printed`. Empty for a list, a map and null.
std::optional<std::string_view> as_written(const data::Value& value, std::string& printed) {
    if (const auto* text = value.get_if<std::string>()) return *text;
    if (const auto* number = value.get_if<data::Number>())
        printed = number->literal.empty() ? number->value.to_string() : number->literal;
    else if (const auto* truth = value.get_if<bool>())
        printed = *truth ? "true" : "false";
    else if (const auto* date = value.get_if<PartialDate>())
        printed = wording::short_date(*date);
    else
        return std::nullopt;
    return printed;
}

bool coerce_text(const Field& field, data::Value& value, Diagnostics& out) {
    if (value.kind() != data::Kind::Text) {
        std::string printed;
        if (!as_written(value, printed)) return mistyped(value, Code::expects_text, out);
        value = data::Value(std::move(printed), value.span);
    }
    if (field.bat_buoc && utf8::trim(*value.get_if<std::string>()).empty())
        return out.add(Code::empty_value, value.span, {field.ten}), false;
    if (field.kieu != FieldType::NoiDung) trim(value);
    return true;
}

Diagnostic not_a_choice(const Field& field, const data::Value& value, std::string_view choice) {
    Diagnostic found = diagnose(Code::not_a_choice, value.span, {excerpt(value), field.ten});
    found = with_suggestion(std::move(found), choice, field.choices);
    std::string all;
    for (const std::string& one : field.choices) all += (all.empty() ? "" : ", ") + one;
    found.notes.push_back({Code::choices_are, {}, {std::move(all)}});
    return found;
}

bool coerce_choice(const Field& field, data::Value& value, Diagnostics& out) {
    std::string printed;
    const std::optional<std::string_view> text = as_written(value, printed);
    if (!text) return mistyped(value, Code::expects_text, out);
    const std::string_view choice = utf8::trim(*text);
    const auto found = std::ranges::find(field.choices, choice);
    if (found == field.choices.end()) return out.add(not_a_choice(field, value, choice)), false;
    value = data::Value(*found, value.span);
    return true;
}

/// Warns if the point of a literal number was probably meant to separate thousands.
void check_point(const data::Number& number, Span where, Diagnostics& out) {
    if (!looks_grouped(number.literal)) return;
    std::string digits = number.literal;
    std::erase(digits, '.');
    out.add(Code::decimal_point_read, where, {number.literal, number.value.to_string(), std::move(digits)});
}

bool coerce_number(const Field& field, data::Value& value, Diagnostics& out) {
    const bool whole = field.kieu == FieldType::SoNguyen;
    const Code expected = whole ? Code::expects_integer : Code::expects_number;
    if (const auto* number = value.get_if<data::Number>()) {
        check_point(*number, value.span, out);
        return !whole || number->value.is_integer() || mistyped(value, expected, out);
    }
    auto [number, reported] = read_number(value, value.span, out);
    if (reported) return false;
    if (!number || (whole && !number->value.is_integer())) return mistyped(value, expected, out);
    value = data::Value(std::move(*number), value.span);
    return true;
}

bool coerce_date(data::Value& value, Diagnostics& out) {
    const auto* known = value.get_if<PartialDate>();
    if (known && known->complete()) return true;
    std::string printed;
    const std::optional<std::string_view> text = as_written(value, printed);
    if (!text || value.kind() == data::Kind::Bool) return mistyped(value, Code::expects_date, out);
    const Result<Date> date = parse_date(*text, value.span);
    if (!date) return out.add(date.error()), false;
    value = data::Value(PartialDate{date->year, date->month, date->day}, value.span);
    return true;
}

bool coerce_partial_date(data::Value& value, Diagnostics& out) {
    if (value.kind() == data::Kind::Date) return true;
    std::string printed;
    const std::optional<std::string_view> text = as_written(value, printed);
    if (!text || value.kind() == data::Kind::Bool) return mistyped(value, Code::expects_date, out);
    const Result<PartialDate> date = parse_partial_date(*text, value.span);
    if (!date) return out.add(date.error()), false;
    value = data::Value(*date, value.span);
    return true;
}

bool coerce_truth(data::Value& value, Diagnostics& out) {
    if (value.kind() == data::Kind::Bool) return true;
    const auto* text = value.get_if<std::string>();
    const std::string key = text ? utf8::fold_to_key(*text) : std::string();
    const bool yes = key == "co" || key == "true";
    if (!yes && key != "khong" && key != "false") return mistyped(value, Code::expects_bool, out);
    value = data::Value(yes, value.span);
    return true;
}

}  // namespace

ReadNumber read_number(const data::Value& value, Span where, Diagnostics& out) {
    if (const auto* number = value.get_if<data::Number>()) {
        check_point(*number, where, out);
        return {*number, false};
    }
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

bool coerce(const Field& field, data::Value& value, Diagnostics& out) {
    switch (field.kieu) {
        case FieldType::Chu:
        case FieldType::NoiDung:
            return coerce_text(field, value, out);
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
    return true;
}

std::optional<data::Value> default_value(const Field& field, Span where, Diagnostics& out) {
    if (!field.mac_dinh) return data::Value(data::Null{}, where);
    const bool is_text = field.kieu == FieldType::Chu || field.kieu == FieldType::NoiDung;
    data::Value value = is_text ? data::Value(*field.mac_dinh, where) : data::scalar(*field.mac_dinh, where);
    if (is_absent(field, value)) return data::Value(data::Null{}, where);
    return coerce(field, value, out) ? std::optional(std::move(value)) : std::nullopt;
}

}  // namespace vanban::tmpl
