// data::append: the rows of a table, or one item, into the list at a path; each row finds the items it belongs to.
#include <algorithm>
#include <optional>
#include <string>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "data/item_index.hpp"
#include "data/path.hpp"
#include "data/read.hpp"

namespace vanban::data {
namespace {

constexpr std::size_t kNone = ItemIndex::kNone;
constexpr std::size_t kMostFindings = 200;
constexpr std::size_t kMostSteps = 50'000'000;  ///< Items looked at while parents are searched.
constexpr std::size_t kMostSuggested = 200;     ///< Items that are compared with a parent that is not there.

/// What was given of a parent, without its blanks: how it looks when the table makes it.
Value without_blanks(const Value& given) {
    const auto* map = given.get_if<Map>();
    if (!map) return given;
    Map kept;
    for (const Member& member : *map) {
        if (is_given(member.value)) kept.push_back({member.key, member.key_span, without_blanks(member.value)});
    }
    return {std::move(kept), given.span};
}

/// Puts rows below `root`, one after the other.
class Placement {
public:
    Placement(Value& root, std::string_view path, std::vector<Step> steps, Diagnostics& out)
        : root_(root), path_(path), steps_(std::move(steps)), levels_(steps_.size()), out_(out) {}

    bool put(List rows) {
        const std::size_t errors_before = out_.error_count();
        for (const Value& row : rows) note_levels(row);
        for (Value& row : rows) {
            if (out_.error_count() >= errors_before + kMostFindings || stopped_) break;
            put_row(row);
        }
        return out_.error_count() == errors_before;
    }

private:
    /// One component before the last.
    struct Level {
        bool mentioned = false;         ///< Rows say to which of its items they belong, or leave that blank.
        std::size_t current = kNone;    ///< The item of the row above.
        const Member* given = nullptr;  ///< What this row says.
        bool used = false;              ///< `given` chose an item.
        bool lost = false;              ///< The item that the row above named was not found.
    };

    /// Number of the component that a key of a row means; `kNone` if none.
    std::size_t level_of(const std::string& key) {
        const auto [known, is_new] = level_of_key_.try_emplace(key, kNone);
        for (std::size_t i = 0; is_new && i + 1 < steps_.size(); ++i) {
            const bool indexed = steps_[i].index || steps_[i + 1].index;
            if (!indexed && same_key(steps_[i].key, key)) known->second = i;
        }
        return known->second;
    }

    void note_levels(const Value& row) {
        const auto* map = row.get_if<Map>();
        for (std::size_t i = 0; map && i < map->size(); ++i) {
            const std::size_t level = level_of((*map)[i].key);
            if (level != kNone) levels_[level].mentioned = nested_ = true;
        }
    }

    void put_row(Value& row) {
        Map* members = row.get_if<Map>();
        if (nested_ && !members) return report(Code::row_not_a_group, row.span, {std::string(path_)});
        note_given(members);
        Value* parent = find_parent(row.span);
        if (!parent || (nested_ && !drop_parents(*members))) return;
        if (List* list = below_list(*parent, steps_.back(), row.span)) list->push_back(std::move(row));
    }

    void note_given(const Map* members) {
        for (Level& level : levels_) level.given = nullptr, level.used = false;
        for (std::size_t i = 0; nested_ && i < members->size(); ++i) {
            const std::size_t level = level_of((*members)[i].key);
            if (level != kNone && is_given((*members)[i].value)) levels_[level].given = &(*members)[i];
        }
    }

    /// Removes the members that told the parents. Whether there is anything else.
    bool drop_parents(Map& members) {
        std::erase_if(members, [&](const Member& member) {
            const std::size_t level = level_of(member.key);
            return level != kNone && levels_[level].mentioned && (levels_[level].used || !is_given(member.value));
        });
        return std::any_of(members.begin(), members.end(), [](const Member& member) { return is_given(member.value); });
    }

    /// The value that the row's list is a member of; nullptr after a finding.
    Value* find_parent(Span where) {
        Value* node = &root_;
        bool changed = false;
        std::string address;
        for (std::size_t i = 0; node && i + 1 < steps_.size(); ++i) {
            const std::optional<Kind> known = kind_below(*node, steps_[i]);
            Level& level = levels_[i];
            if (!level.mentioned || known == Kind::Map) {
                node = known == Kind::List && !steps_[i + 1].index ? needs_parent(i, where)
                                                                   : below(*node, steps_[i], where);
            } else if (level.given || (!changed && level.current != kNone)) {
                node = enter(*node, i, address, changed, where);
            } else if (!changed && level.lost) {
                return nullptr;  // the row belongs to what was not found for a row above, and was told there
            } else {
                level.lost = false;
                level.current = kNone;  // blank from the start: the row belongs to what is above this level
            }
        }
        return node;
    }

    /// The item of the list at component `i` that the row belongs to.
    Value* enter(Value& node, std::size_t i, std::string& address, bool& changed, Span where) {
        Level& level = levels_[i];
        List* list = below_list(node, steps_[i], level.given ? level.given->value.span : where);
        if (!list) return nullptr;
        address += std::to_string(i) + ':';
        const std::size_t item = level.given ? select(*list, i, address, changed) : level.current;
        changed = changed || item != level.current;
        level.current = item;
        level.lost = item == kNone;
        address += std::to_string(item) + ';';
        return item == kNone ? nullptr : &(*list)[item];
    }

    /// The item that the row names; a new one if the table may make it; `kNone` after a finding.
    std::size_t select(List& list, std::size_t i, const std::string& address, bool changed) {
        Level& level = levels_[i];
        const std::string key(steps_[i].key);
        const auto* given = level.given->value.get_if<Map>();
        if (!given) return report(Code::row_parent_not_named, level.given->value.span, {key}), kNone;
        level.used = true;
        const ItemName name(*given);
        if (!changed && level.current != kNone && ItemIndex::matches(list[level.current], name)) return level.current;
        ItemIndex& index = indexes_.try_emplace(address, ItemIndex(list.empty())).first->second;
        const ItemIndex::Found found = index.find(list, name, looked_at_);
        if (looked_at_ > kMostSteps) return too_large(level), kNone;
        if (found.several && !index.ours())
            return report(Code::row_parent_ambiguous, place(*given), {key, name.readable()}), kNone;
        if (found.item != kNone) return found.item;
        if (!index.ours()) return unknown(list, *given, name, key), kNone;
        list.push_back(without_blanks(level.given->value));
        index.note_added(list, looked_at_);
        return list.size() - 1;
    }

    /// Place of the first cell that names a parent.
    static Span place(const Map& given) {
        const auto first =
            std::find_if(given.begin(), given.end(), [](const Member& member) { return is_given(member.value); });
        return first->value.span;
    }

    void too_large(const Level& level) {
        report(Code::append_too_large, level.given->value.span, {std::string(path_)});
        stopped_ = true;
    }

    void unknown(const List& list, const Map& given, const ItemName& name, const std::string& key) {
        const std::string wanted = name.readable();
        Diagnostic found = diagnose(Code::row_parent_unknown, place(given), {key, wanted});
        std::string nearest;
        std::size_t distance = kNone;
        for (std::size_t i = 0; i < std::min(list.size(), kMostSuggested); ++i) {
            const std::string other = name.same_members_of(list[i]).readable();
            const std::size_t far = utf8::edit_distance(wanted, other);
            const bool alike = far * 3 < 2 * std::max(utf8::length(wanted), utf8::length(other));
            if (alike && far < distance) nearest = other, distance = far;
        }
        if (!nearest.empty()) found.notes.push_back({Code::did_you_mean, {}, {nearest}});
        out_.add(std::move(found));
    }

    /// The list has items, and no row says to which it belongs. Returns nullptr.
    Value* needs_parent(std::size_t i, Span where) {
        report(Code::row_needs_parent, where, {std::string(steps_[i].key)});
        stopped_ = true;
        return nullptr;
    }

    static std::optional<Kind> kind_below(const Value& node, const Step& step) {
        const auto* map = step.index ? nullptr : node.get_if<Map>();
        const Member* member = map ? find_member(*map, step.key) : nullptr;
        return member ? std::optional(member->value.kind()) : std::nullopt;
    }

    /// The value one step below, made if need be; nullptr after a finding.
    Value* below(Value& node, const Step& step, Span where) {
        const auto found = value_below(node, step, where);
        if (found) return *found;
        refuse(where, found.error());
        return nullptr;
    }

    /// The same as a list.
    List* below_list(Value& node, const Step& step, Span where) {
        Value* value = below(node, step, where);
        if (!value) return nullptr;
        if (value->is_null()) *value = Value(List{}, where);
        List* list = value->get_if<List>();
        if (!list) refuse(where, {Code::path_needs_list, value->span, {"+"}});
        return list;
    }

    void refuse(Span where, Note why) {
        out_.add(diagnose(Code::bad_path, where, {std::string(path_)}).with(std::move(why)));
        stopped_ = true;
    }

    void report(Code code, Span where, std::vector<std::string> args) { out_.add(code, where, std::move(args)); }

    Value& root_;
    std::string_view path_;
    std::vector<Step> steps_;
    std::vector<Level> levels_;
    Diagnostics& out_;
    bool nested_ = false;
    bool stopped_ = false;
    std::size_t looked_at_ = 0;
    std::unordered_map<std::string, std::size_t> level_of_key_;
    std::unordered_map<std::string, ItemIndex> indexes_;  ///< By the way to the list: components and items.
};

}  // namespace

bool append(Value& root, std::string_view path, Value value, Diagnostics& out) {
    const std::string clean = well_formed(path);
    auto steps = parse_path(clean);
    if (!steps) {
        out.add(Code::bad_path, value.span, {clean});
        return false;
    }
    List* list = value.get_if<List>();
    List rows;
    if (list)
        rows = std::move(*list);
    else
        rows.push_back(std::move(value));
    return Placement(root, clean, std::move(*steps), out).put(std::move(rows));
}

}  // namespace vanban::data
