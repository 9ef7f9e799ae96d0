// Types of fields as looks, rules and sentences.
#include "form/excel_help.hpp"

#include <cstdlib>

#include "base/utf8.hpp"
#include "form/example.hpp"
#include "form/wording.hpp"
#include "wording/dates.hpp"
#include "xlsx/limits.hpp"

namespace vanban::form {
namespace {

using tmpl::Field;
using tmpl::FieldType;

void add_sentence(std::string& text, std::string_view sentence) {
    if (sentence.empty()) return;
    if (!text.empty()) text += text.ends_with('.') ? " " : ". ";
    text += sentence;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string result;
    for (const std::string& text : texts) result += (result.empty() ? "" : ", ") + text;
    return result;
}

std::string how_to_type(const Field& field) {
    if (is_plain_list(field)) {
        const Field& item = field.members.front();
        return item.choices.empty() ? std::string(kHelpLines) : std::string(kHelpLinesOf) + joined(item.choices);
    }
    switch (field.kieu) {
        case FieldType::So:
            return std::string(kHelpNumber);
        case FieldType::SoNguyen:
            return std::string(kHelpInteger);
        case FieldType::Ngay:
            return std::string(kHelpDate);
        case FieldType::NgayThieu:
            return std::string(kHelpPartialDate);
        case FieldType::DungSai:
            return std::string(kHelpTruth);
        case FieldType::LuaChon:
            return std::string(kHelpChoice);
        case FieldType::NoiDung:
            return std::string(kHelpBlock);
        case FieldType::Chu:
        case FieldType::Nhom:
        case FieldType::DanhSach:
        case FieldType::BatKy:
            break;
    }
    return {};
}

/// A scalar as a clerk would type it.
std::string typed(const data::Value& value) {
    if (const auto* text = value.get_if<std::string>()) return *text;
    if (const auto* truth = value.get_if<bool>()) return std::string(*truth ? kYes : kNo);
    if (const auto* date = value.get_if<PartialDate>()) return wording::short_date(*date);
    const auto* number = value.get_if<data::Number>();
    if (!number) return {};
    return number->literal.empty() ? number->value.to_string() : number->literal;
}

std::string typed_lines(const data::Value& value) {
    const auto* items = value.get_if<data::List>();
    if (!items) return typed(value);
    std::string lines;
    for (const data::Value& item : *items) lines += (lines.empty() ? "" : "\n") + typed(item);
    return lines;
}

/// A number that a spreadsheet holds as it is.
std::optional<double> exact_number(const data::Value& value) {
    const auto* number = value.get_if<data::Number>();
    if (!number) return std::nullopt;
    const std::string digits = number->value.to_string();
    if (digits.size() > xlsx::kMostDigits) return std::nullopt;
    return std::strtod(digits.c_str(), nullptr);
}

}  // namespace

Look input_look(const Field& field, Need need) {
    const bool required = need == Need::Required;
    switch (field.kieu) {
        case FieldType::So:
            return required ? Look::RequiredNumber : Look::Number;
        case FieldType::SoNguyen:
            return required ? Look::RequiredInteger : Look::Integer;
        case FieldType::Ngay:
            return required ? Look::RequiredDay : Look::Day;
        default:
            return required ? Look::RequiredText : Look::Text;
    }
}

Rule rule_of(const Field& field) {
    switch (field.kieu) {
        case FieldType::So:
            return {.kind = Rule::Kind::Number};
        case FieldType::SoNguyen:
            return {.kind = Rule::Kind::Integer};
        case FieldType::Ngay:
            return {.kind = Rule::Kind::Day};
        case FieldType::DungSai:
            return {.kind = Rule::Kind::Choice, .choices = {std::string(kYes), std::string(kNo)}};
        case FieldType::LuaChon:
            return {.kind = Rule::Kind::Choice, .choices = field.choices};
        default:
            return {};
    }
}

std::string help_of(const Field& field) {
    std::string text = field.tro_giup;
    add_sentence(text, how_to_type(field));
    if (const auto standing = default_of(field)) add_sentence(text, std::string(kDefaultIs) + typed(*standing));
    return text;
}

std::string example_text(const Field& field) {
    const auto example = example_of(field);
    return example ? typed_lines(*example) : std::string();
}

FormCell known_cell(std::uint16_t column, const Field& field, Look look, const data::Value* value) {
    FormCell cell{column, look};
    if (!value) return cell;
    const bool numeric = field.kieu == FieldType::So || field.kieu == FieldType::SoNguyen;
    const auto number = numeric ? exact_number(*value) : std::nullopt;
    const std::string text = typed_lines(*value);
    const auto date = field.kieu == FieldType::Ngay ? parse_date(text, {}) : Result<Date>(fail(Code::not_a_date, {}));
    if (number)
        cell.content = *number;
    else if (date && *date >= Date{1900, 3, 1})
        cell.content = *date;
    else if (!text.empty())
        cell.content = text;
    return cell;
}

std::string clipped(std::string_view text, std::size_t most) {
    if (utf8::length(text) <= most) return std::string(text);
    std::size_t end = 0, last_space = 0;
    for (std::size_t count = 0; count + 1 < most; ++count) {
        if (text[end] == ' ') last_space = end;
        utf8::next(text, end);
    }
    return std::string(text.substr(0, last_space > 0 ? last_space : end)) + "…";
}

}  // namespace vanban::form
