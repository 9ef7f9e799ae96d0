// Order, cost and printed excerpts of values.
#include "tmpl/values.hpp"

#include <utility>

#include "base/utf8.hpp"
#include "wording/dates.hpp"

namespace vanban::tmpl {
namespace {

constexpr std::size_t kExcerptCharacters = 40;

std::string shorten(std::string_view text) {
    std::size_t at = 0;
    for (std::size_t count = 0; at < text.size() && count < kExcerptCharacters; ++count) utf8::next(text, at);
    return at < text.size() ? std::string(text.substr(0, at)) + "…" : std::string(text);
}

bool lies_in(Span inner, Span outer) {
    return inner.source == outer.source && outer.begin <= inner.begin && inner.end <= outer.end;
}

bool has_order(data::Kind kind) {
    return kind == data::Kind::Number || kind == data::Kind::Text || kind == data::Kind::Date;
}

Result<std::weak_ordering> order_dates(const data::Value& a, const data::Value& b, Span where) {
    for (const data::Value* value : {&a, &b}) {
        if (value->get_if<PartialDate>()->complete()) continue;
        return tl::unexpected(with_place(diagnose(Code::incomplete_date, where, {excerpt(*value)}), *value));
    }
    const PartialDate& x = *a.get_if<PartialDate>();
    const PartialDate& y = *b.get_if<PartialDate>();
    return Date{*x.year, *x.month, *x.day} <=> Date{*y.year, *y.month, *y.day};
}

}  // namespace

std::string excerpt(const data::Value& value) {
    if (const auto* text = value.get_if<std::string>()) return shorten(*text);
    if (const auto* date = value.get_if<PartialDate>()) return wording::short_date(*date);
    if (value.kind() == data::Kind::List) return "[…]";
    if (value.kind() == data::Kind::Map) return "{…}";
    return shorten(data::dump(value));
}

Diagnostic with_place(Diagnostic diagnostic, const data::Value& value) {
    if (value.span.known() && !lies_in(value.span, diagnostic.span)) {
        diagnostic.notes.push_back({Code::value_given_here, value.span, {}});
    }
    return diagnostic;
}

Diagnostic wrong_type(const data::Value& value, Code expected, Span where) {
    return with_place(diagnose(Code::wrong_type, where, {excerpt(value)}).with({expected, {}, {}}), value);
}

Result<std::weak_ordering> order(const data::Value& a, const data::Value& b, Span where) {
    if (a.kind() != b.kind()) return fail(Code::compare_types, where, {excerpt(a), excerpt(b)});
    if (!has_order(a.kind())) return tl::unexpected(with_place(diagnose(Code::not_comparable, where, {excerpt(a)}), a));
    if (const auto* number = a.get_if<data::Number>()) return number->value <=> b.get_if<data::Number>()->value;
    if (const auto* text = a.get_if<std::string>()) return utf8::collate(*text, *b.get_if<std::string>()) <=> 0;
    return order_dates(a, b, where);
}

std::size_t copy_cost(const data::Value& value, std::size_t enough) {
    std::size_t cost = sizeof(data::Value);
    if (const auto* text = value.get_if<std::string>()) cost += text->size();
    if (const auto* list = value.get_if<data::List>()) {
        for (const data::Value& item : *list) {
            if (cost > enough) break;
            cost += copy_cost(item, enough - cost);
        }
    }
    if (const auto* map = value.get_if<data::Map>()) {
        for (const data::Member& member : *map) {
            if (cost > enough) break;
            cost += sizeof(data::Member) - sizeof(data::Value) + copy_cost(member.value, enough - cost);
        }
    }
    return cost;
}

std::string identity(const data::Value& value) {
    if (const auto* number = value.get_if<data::Number>()) return number->value.to_string();
    std::string result;
    if (const auto* list = value.get_if<data::List>()) {
        for (const data::Value& item : *list) result += identity(item) + ",";
        return "[" + result + "]";
    }
    if (const auto* map = value.get_if<data::Map>()) {
        for (const data::Member& member : *map) {
            result += data::dump({member.key, {}}) + ":" + identity(member.value) + ",";
        }
        return "{" + result + "}";
    }
    return data::dump(value);
}

}  // namespace vanban::tmpl
