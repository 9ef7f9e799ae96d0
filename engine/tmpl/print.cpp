// Values as running text, and their truth in conditions.
#include <algorithm>
#include <utility>

#include "tmpl/eval.hpp"
#include "tmpl/values.hpp"
#include "wording/dates.hpp"

namespace vanban::tmpl {
namespace {

bool is_blank(const PartialDate& date) {
    return date == PartialDate{};
}

/// Nothing given: what an absent field reads as, whatever its type. An absent group holds nothing but such values.
bool is_blank(const data::Value& value) {
    if (const auto* date = value.get_if<PartialDate>()) return is_blank(*date);
    if (const auto* list = value.get_if<data::List>()) return list->empty();
    const auto* map = value.get_if<data::Map>();
    if (!map) return value.is_null();
    return std::ranges::all_of(*map, [](const data::Member& member) { return is_blank(member.value); });
}

/// A computed number has no literal: a comma before its decimals, no dots between thousands.
std::string number_text(const data::Number& number) {
    if (!number.literal.empty()) return number.literal;
    std::string text = number.value.to_string();
    std::ranges::replace(text, '.', ',');
    return text;
}

Diagnostic missing(const data::Value& value, Span where, std::string shown) {
    Diagnostic found = with_place(diagnose(Code::missing_value, where, {std::move(shown)}), value);
    found.notes.push_back({Code::use_default, {}, {}});
    return found;
}

}  // namespace

bool is_true(const data::Value& value) {
    switch (value.kind()) {
        case data::Kind::Null:
            return false;
        case data::Kind::Bool:
            return *value.get_if<bool>();
        case data::Kind::Number:
            return !value.get_if<data::Number>()->value.is_zero();
        case data::Kind::Text:
            return !value.get_if<std::string>()->empty();
        case data::Kind::Date:
        case data::Kind::List:
        case data::Kind::Map:
            return !is_blank(value);
    }
    return false;
}

Result<std::string> to_text(const data::Value& value, Span where) {
    switch (value.kind()) {
        case data::Kind::Null:
            return tl::unexpected(missing(value, where, "null"));
        case data::Kind::Bool:
            return std::string(*value.get_if<bool>() ? "có" : "không");
        case data::Kind::Number:
            return number_text(*value.get_if<data::Number>());
        case data::Kind::Text:
            return *value.get_if<std::string>();
        case data::Kind::Date:
            break;
        case data::Kind::List:
        case data::Kind::Map:
            return tl::unexpected(with_place(diagnose(Code::not_printable, where, {excerpt(value)}), value));
    }
    const PartialDate& date = *value.get_if<PartialDate>();
    if (is_blank(date)) return tl::unexpected(missing(value, where, "null"));
    return wording::short_date(date);
}

Result<std::string> to_text(const data::Value& value, const Expr& expr) {
    Result<std::string> text = to_text(value, expr.span());
    if (!text && text.error().code == Code::missing_value) text.error().args = {dump(expr)};
    return text;
}

bool append_text(std::string& to, const TextTemplate& text, const Scope& scope, Budget& budget, Diagnostics& out) {
    bool complete = true;
    for (const TextTemplate::Part& part : text.parts) {
        if (const auto* literal = std::get_if<std::string>(&part)) {
            if (!spend(budget, 0, literal->size(), {}, out)) return false;
            to += *literal;
            continue;
        }
        const Expr& expr = std::get<Expr>(part);
        const std::optional<Ref> value = evaluate(expr, scope, budget, out);
        if (!value) {
            complete = false;
            continue;
        }
        const auto* written = (*value)->get_if<std::string>();
        const Result<std::string> printed = written ? std::string() : to_text(**value, expr);
        if (!printed) {
            out.add(printed.error());
            complete = false;
            continue;
        }
        const std::string& added = written ? *written : *printed;
        if (!spend(budget, 0, added.size(), expr.span(), out)) return false;
        to += added;
    }
    return complete;
}

}  // namespace vanban::tmpl
