// Finds the item of a list that a row names by some of its members ("phần A"): for data::append.
#pragma once

#include <cstddef>
#include <map>
#include <string>
#include <unordered_map>
#include <vector>

#include "data/value.hpp"

namespace vanban::data {

/// Whether there is anything in a value: it is no null, and no map of nothing.
bool is_given(const Value& value);

/// What a row says of the item that it belongs to: `{ten: A}`.
struct ItemName {
    explicit ItemName(const Map& given);
    /// What `item` has for the same keys.
    ItemName same_members_of(const Value& item) const;
    /// "A, I" for messages.
    std::string readable() const;

    std::vector<std::string> keys;
    std::vector<std::string> values;  ///< In a form in which 5, "5" and "05" are one.
};

/// The items of one list by what rows call them.
class ItemIndex {
public:
    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    struct Found {
        std::size_t item = kNone;
        bool several = false;
    };

    /// `ours`: the list was made by the table whose rows are placed.
    explicit ItemIndex(bool ours) : ours_(ours) {}
    bool ours() const { return ours_; }

    /// Whether the item has exactly these values.
    static bool matches(const Value& item, const ItemName& name);
    /// The first item with these values. Adds the items that had to be looked at to `steps`.
    Found find(const List& items, const ItemName& name, std::size_t& steps);
    /// Takes note of the item that was added last.
    void note_added(const List& items, std::size_t& steps);

private:
    /// The items by their values for some keys.
    struct ByKeys {
        std::vector<std::string> keys;
        std::unordered_map<std::string, Found> items;
    };
    static void note(ByKeys& index, const Value& item, std::size_t place);

    bool ours_;
    std::map<std::vector<std::string>, ByKeys> indexes_;
};

}  // namespace vanban::data
