// Items by the values of some of their members; one hash table for each set of members that rows name.
#include "data/item_index.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "data/path.hpp"
#include "data/plain_scalar.hpp"

namespace vanban::data {
namespace {

constexpr char kBetween = '\x1F';  ///< No data holds it: readers refuse control characters.

std::string comparable(const Value& value) {
    if (const auto* number = value.get_if<Number>()) return number->value.to_string();
    const auto* text = value.get_if<std::string>();
    if (!text) return value.is_null() ? std::string() : dump(value);
    const std::string_view trimmed = utf8::trim(*text);
    const auto number = plain_number(trimmed);
    return number ? number->value.to_string() : std::string(trimmed);
}

std::string comparable_member(const Value& item, const std::string& key) {
    const auto* map = item.get_if<Map>();
    const Member* member = map ? find_member(*map, key) : nullptr;
    return member ? comparable(member->value) : std::string();
}

std::string joined(const std::vector<std::string>& values) {
    std::string all;
    for (const std::string& value : values) all += value + kBetween;
    return all;
}

}  // namespace

bool is_given(const Value& value) {
    const auto* map = value.get_if<Map>();
    if (!map) return !value.is_null();
    return std::any_of(map->begin(), map->end(), [](const Member& member) { return is_given(member.value); });
}

ItemName::ItemName(const Map& given) {
    for (const Member& member : given) {
        if (!is_given(member.value)) continue;
        keys.push_back(member.key);
        values.push_back(comparable(member.value));
    }
}

ItemName ItemName::same_members_of(const Value& item) const {
    ItemName other = *this;
    for (std::size_t i = 0; i < keys.size(); ++i) other.values[i] = comparable_member(item, keys[i]);
    return other;
}

std::string ItemName::readable() const {
    std::string text;
    for (const std::string& value : values) text += (text.empty() ? "" : ", ") + value;
    return text;
}

bool ItemIndex::matches(const Value& item, const ItemName& name) {
    return name.same_members_of(item).values == name.values;
}

ItemIndex::Found ItemIndex::find(const List& items, const ItemName& name, std::size_t& steps) {
    const auto [index, is_new] = indexes_.try_emplace(name.keys, ByKeys{name.keys, {}});
    for (std::size_t i = 0; is_new && i < items.size(); ++i, ++steps) note(index->second, items[i], i);
    const auto found = index->second.items.find(joined(name.values));
    return found == index->second.items.end() ? Found{} : found->second;
}

void ItemIndex::note_added(const List& items, std::size_t& steps) {
    for (auto& [_, index] : indexes_) {
        note(index, items.back(), items.size() - 1);
        ++steps;
    }
}

void ItemIndex::note(ByKeys& index, const Value& item, std::size_t place) {
    std::vector<std::string> values;
    for (const std::string& key : index.keys) values.push_back(comparable_member(item, key));
    const auto [found, is_new] = index.items.try_emplace(joined(values), Found{place, false});
    if (!is_new) found->second.several = true;
}

}  // namespace vanban::data
