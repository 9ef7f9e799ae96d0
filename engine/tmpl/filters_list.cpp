// Filters on lists. An order, a sum or a group needs the member of every item: one that lacks it is an error.
#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "tmpl/filter_functions.hpp"
#include "tmpl/suggest.hpp"
#include "tmpl/values.hpp"

namespace vanban::tmpl::filter {
namespace {

using Values = std::vector<const data::Value*>;

/// Decimal places that products may be rounded to.
constexpr std::int64_t kMostPlaces = 6;

tl::unexpected<Diagnostic> failed(Diagnostic diagnostic) {
    return tl::unexpected(std::move(diagnostic));
}

/// Member `key` of an item; the place of a finding is that of the key in the template, with a note at the item.
Result<const data::Value*> member_of(const data::Value& item, std::string_view key, Span where) {
    const auto* map = item.get_if<data::Map>();
    if (!map) return failed(wrong_type(item, Code::expects_map, where));
    if (const data::Value* found = item.find(key)) return found;
    std::vector<std::string> known;
    for (const data::Member& member : *map) known.push_back(member.key);
    const Diagnostic unknown = with_place(diagnose(Code::unknown_member, where, {std::string(key)}), item);
    return failed(with_suggestion(unknown, key, known));
}

/// The items of the subject, or their member that argument 0 names if there is one. Costs a step an item.
Result<Values> keyed(FilterCall& call) {
    const auto list = call.list();
    if (!list) return failed(list.error());
    if (auto exceeded = call.spend((*list)->size(), 0)) return failed(std::move(*exceeded));
    Values values;
    values.reserve((*list)->size());
    if (call.arguments.empty()) {
        for (const data::Value& item : **list) values.push_back(&item);
        return values;
    }
    const auto key = call.key_argument(0);
    if (!key) return failed(key.error());
    for (const data::Value& item : **list) {
        const auto member = member_of(item, *key, call.argument_at(0));
        if (!member) return failed(member.error());
        values.push_back(*member);
    }
    return values;
}

/// Where to report what is wrong with the values of `keyed`.
Span keyed_at(const FilterCall& call) {
    return call.arguments.empty() ? call.subject_at() : call.argument_at(0);
}

/// The items at `positions`, none twice, as a list.
Result<Ref> picked(FilterCall& call, const std::vector<std::size_t>& positions) {
    data::List items;
    items.reserve(positions.size());
    for (const std::size_t position : positions) {
        Result<data::Value> item = call.take_item(position);
        if (!item) return failed(std::move(item.error()));
        items.push_back(std::move(*item));
    }
    return call.made(std::move(items));
}

std::vector<std::size_t> all_positions(std::size_t count) {
    std::vector<std::size_t> positions(count);
    std::iota(positions.begin(), positions.end(), std::size_t{0});
    return positions;
}

/// Fails unless all values but nulls have an order among each other.
std::optional<Diagnostic> find_disorder(const Values& values, Span where) {
    const data::Value* first = nullptr;
    for (const data::Value* value : values) {
        if (value->is_null()) continue;
        if (!first) first = value;
        if (const auto found = order(*first, *value, where); !found) return with_place(found.error(), *value);
    }
    return std::nullopt;
}

/// Nulls are last.
bool comes_before(const data::Value& a, const data::Value& b) {
    if (a.is_null() || b.is_null()) return !a.is_null() && b.is_null();
    const auto found = order(a, b, {});
    return found && *found < 0;
}

/// The number that the item has under the key of argument `i`; nothing if it is null.
Result<std::optional<Decimal>> number_of(FilterCall& call, const data::Value& item, std::size_t i) {
    const auto key = call.key_argument(i);
    if (!key) return failed(key.error());
    const auto member = member_of(item, *key, call.argument_at(i));
    if (!member) return failed(member.error());
    if ((*member)->is_null()) return std::optional<Decimal>();
    const auto* number = (*member)->get_if<data::Number>();
    if (!number) return failed(wrong_type(**member, Code::expects_number, call.argument_at(i)));
    return std::optional(number->value);
}

/// Is the member of an item true, or the value that argument 1 gives?
bool is_wanted(const FilterCall& call, const data::Value& value) {
    return call.arguments.size() > 1 ? value == *call.arguments[1] : is_true(value);
}

enum class End : std::uint8_t { First, Last };

Result<Ref> item_at(FilterCall& call, End end) {
    const auto list = call.list();
    if (!list) return failed(list.error());
    if ((*list)->empty()) return call.made(data::Null{});
    return call.subject.part(end == End::First ? (*list)->front() : (*list)->back());
}

enum class Extreme : std::uint8_t { Smallest, Largest };

Result<Ref> extreme(FilterCall& call, Extreme wanted) {
    const auto values = keyed(call);
    if (!values) return failed(values.error());
    const data::Value* best = nullptr;
    for (const data::Value* value : *values) {
        const auto found = order(best ? *best : *value, *value, keyed_at(call));
        if (!found) return failed(with_place(found.error(), *value));
        const bool better = wanted == Extreme::Smallest ? *found > 0 : *found < 0;
        if (!best || better) best = value;
    }
    return best ? call.subject.part(*best) : call.made(data::Null{});
}

}  // namespace

Result<Ref> noi(FilterCall& call) {
    const auto list = call.list();
    if (!list) return failed(list.error());
    std::string printed;
    const auto separator = call.text_argument(0, printed);
    if (!separator) return failed(separator.error());
    std::string joined;
    for (std::size_t i = 0; i < (*list)->size(); ++i) {
        const Result<std::string> text = to_text((**list)[i], call.subject_at());
        if (!text) return failed(text.error());
        if (auto exceeded = call.spend(1, text->size() + separator->size())) return failed(std::move(*exceeded));
        if (i > 0) joined += *separator;
        joined += *text;
    }
    return call.made(std::move(joined));
}

Result<Ref> dau(FilterCall& call) {
    return item_at(call, End::First);
}
Result<Ref> cuoi(FilterCall& call) {
    return item_at(call, End::Last);
}

Result<Ref> sap_xep(FilterCall& call) {
    const auto values = keyed(call);
    if (!values) return failed(values.error());
    if (auto disorder = find_disorder(*values, keyed_at(call))) return failed(std::move(*disorder));
    std::vector<std::size_t> positions = all_positions(values->size());
    std::ranges::stable_sort(positions,
                             [&](std::size_t a, std::size_t b) { return comes_before(*(*values)[a], *(*values)[b]); });
    return picked(call, positions);
}

Result<Ref> dao(FilterCall& call) {
    const auto list = call.list();
    if (!list) return failed(list.error());
    if (auto exceeded = call.spend((*list)->size(), 0)) return failed(std::move(*exceeded));
    std::vector<std::size_t> positions = all_positions((*list)->size());
    std::ranges::reverse(positions);
    return picked(call, positions);
}

Result<Ref> nhom_theo(FilterCall& call) {
    const auto values = keyed(call);
    if (!values) return failed(values.error());
    std::unordered_map<std::string, std::size_t> known;
    std::vector<std::size_t> group_of;
    data::List keys;
    for (const data::Value* value : *values) {
        const auto [group, is_new] = known.emplace(identity(*value), keys.size());
        group_of.push_back(group->second);
        if (!is_new) continue;
        if (auto exceeded = call.spend(0, copy_cost(*value, call.budget.bytes_left)))
            return failed(std::move(*exceeded));
        keys.push_back(*value);
    }
    std::vector<data::List> groups(keys.size());
    for (std::size_t i = 0; i < group_of.size(); ++i) {
        Result<data::Value> item = call.take_item(i);
        if (!item) return failed(std::move(item.error()));
        groups[group_of[i]].push_back(std::move(*item));
    }
    data::List result;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        const Span place = groups[i].front().span;
        data::Map group{{"khoa", {}, std::move(keys[i])}, {"ds", {}, data::Value(std::move(groups[i]), place)}};
        result.emplace_back(std::move(group), place);
    }
    return call.made(std::move(result));
}

Result<Ref> loc(FilterCall& call) {
    const auto values = keyed(call);
    if (!values) return failed(values.error());
    std::vector<std::size_t> positions;
    for (std::size_t i = 0; i < values->size(); ++i) {
        if (is_wanted(call, *(*values)[i])) positions.push_back(i);
    }
    return picked(call, positions);
}

Result<Ref> so_loc(FilterCall& call) {
    const auto values = keyed(call);
    if (!values) return failed(values.error());
    const auto count =
        std::ranges::count_if(*values, [&](const data::Value* value) { return is_wanted(call, *value); });
    return call.made(data::Number{Decimal(static_cast<std::int64_t>(count)), {}});
}

Result<Ref> lay(FilterCall& call) {
    const auto values = keyed(call);
    if (!values) return failed(values.error());
    data::List members;
    for (const data::Value* value : *values) {
        if (auto exceeded = call.spend(0, copy_cost(*value, call.budget.bytes_left)))
            return failed(std::move(*exceeded));
        members.push_back(*value);
    }
    return call.made(std::move(members));
}

Result<Ref> tong(FilterCall& call) {
    const auto values = keyed(call);
    if (!values) return failed(values.error());
    Decimal sum;
    for (const data::Value* value : *values) {
        const auto* number = value->get_if<data::Number>();
        if (!number) return failed(wrong_type(*value, Code::expects_number, keyed_at(call)));
        const std::optional<Decimal> next = Decimal::add(sum, number->value);
        if (!next) return fail(Code::number_overflow, call.where);
        sum = *next;
    }
    return call.made(data::Number{sum, {}});
}

/// The amount of one item: the product of two members, rounded, or what stands for it where a factor is missing.
Result<Ref> tong_tich(FilterCall& call) {
    const auto list = call.list();
    if (!list) return failed(list.error());
    const auto places = call.integer_argument(2, 0, kMostPlaces);
    if (!places) return failed(places.error());
    if (auto exceeded = call.spend((*list)->size() * call.arguments.size(), 0)) return failed(std::move(*exceeded));
    Decimal sum;
    for (const data::Value& item : **list) {
        const auto a = number_of(call, item, 0);
        if (!a) return failed(a.error());
        const auto b = number_of(call, item, 1);
        if (!b) return failed(b.error());
        std::optional<Decimal> amount = Decimal();
        if (*a && *b) {
            amount = Decimal::multiply(**a, **b);
        } else if (call.arguments.size() > 3) {
            const auto instead = number_of(call, item, 3);
            if (!instead) return failed(instead.error());
            amount = instead->value_or(Decimal());
        }
        const auto next = amount ? Decimal::add(sum, amount->rounded(static_cast<int>(*places))) : std::nullopt;
        if (!next) return fail(Code::number_overflow, call.where);
        sum = *next;
    }
    return call.made(data::Number{sum, {}});
}

Result<Ref> nho_nhat(FilterCall& call) {
    return extreme(call, Extreme::Smallest);
}
Result<Ref> lon_nhat(FilterCall& call) {
    return extreme(call, Extreme::Largest);
}

}  // namespace vanban::tmpl::filter
