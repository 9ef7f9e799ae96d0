// Putting values together: several files as one, and single values set from the command line.
#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "data/path.hpp"
#include "data/plain_scalar.hpp"
#include "data/read.hpp"

namespace vanban::data {
namespace {

/// Is the key its own reading, letter for letter? Small letters, digits, single underscores between them.
bool is_plain(std::string_view key) {
    char before = '_';
    for (const char c : key) {
        const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (!letter && (c != '_' || before == '_')) return false;
        before = c;
    }
    return before != '_';
}

/// Finds members of a growing map by key, else by what means the same, without going through all of them each time.
/// Keys are viewed in place, so the map must have room for all that will be added.
class KeyIndex {
public:
    explicit KeyIndex(Map& map)
        : map_(map), size_(map.size()), all_are_plain_(std::ranges::all_of(map, is_plain, &Member::key)) {
        for (std::size_t i = 0; size_ > kFew && i < size_; ++i) {
            places_.emplace(map[i].key, i);
        }
    }
    Value* find(std::string_view key) {
        Value* const same = size_ > kFew ? find_same(key) : find_same_of_few(key);
        return same == nullptr ? find_folded(key) : same;
    }

private:
    static constexpr std::size_t kFew = 16;  ///< Going through them is faster than hashing.

    Value* find_same_of_few(std::string_view key) {
        for (std::size_t i = 0; i < size_; ++i) {
            if (map_[i].key == key) return &map_[i].value;
        }
        return nullptr;
    }
    Value* find_same(std::string_view key) {
        const auto found = places_.find(key);
        return found == places_.end() ? nullptr : &map_[found->second].value;
    }

    /// Of two keys that read the same without being equal one at least is not written as its reading.
    Value* find_folded(std::string_view key) {
        if (all_are_plain_ && is_plain(key)) return nullptr;
        for (; folded_to_ < size_; ++folded_to_) folded_.emplace(utf8::fold_to_key(map_[folded_to_].key), folded_to_);
        const std::string folded = utf8::fold_to_key(key);
        if (folded.empty()) return nullptr;
        const auto found = folded_.find(folded);
        return found == folded_.end() ? nullptr : &map_[found->second].value;
    }

    Map& map_;
    std::size_t size_;
    std::unordered_map<std::string_view, std::size_t> places_;
    std::unordered_map<std::string, std::size_t> folded_;
    std::size_t folded_to_ = 0;  ///< Members before it are in `folded_`.
    bool all_are_plain_;
};

void merge_maps(Map& under, Map&& over) {
    under.reserve(under.size() + over.size());
    KeyIndex index(under);
    for (Member& member : over) {
        if (Value* value = index.find(member.key)) {
            *value = merge(std::move(*value), std::move(member.value));
        } else {
            under.push_back(std::move(member));
        }
    }
}

/// The text between quotes, `''` and `\"` `\\` resolved; empty if `text` is not one quoted scalar.
std::optional<std::string> unquoted(std::string_view text) {
    if (text.size() < 2 || text.front() != text.back() || (text.front() != '"' && text.front() != '\'')) {
        return std::nullopt;
    }
    const char quote = text.front();
    const char escape = quote == '"' ? '\\' : '\'';
    const std::string_view inner = text.substr(1, text.size() - 2);
    std::string out;
    for (std::size_t at = 0; at < inner.size(); ++at) {
        if (inner[at] == escape) {
            ++at;
            if (at == inner.size() || (inner[at] != quote && inner[at] != escape)) {
                return std::nullopt;
            }
        } else if (inner[at] == quote) {
            return std::nullopt;
        }
        out += inner[at];
    }
    return out;
}

}  // namespace

Value merge(Value under, Value over) {
    Map* below = under.get_if<Map>();
    Map* above = over.get_if<Map>();
    if (below == nullptr || above == nullptr) {
        return over;
    }
    merge_maps(*below, std::move(*above));
    return under;
}

Result<Value> set(Value root, std::string_view path, Value value) {
    const auto node = value_at(root, path, value.span);
    if (!node) return tl::make_unexpected(node.error());
    **node = std::move(value);
    return root;
}

Value scalar(std::string_view text, Span where) {
    const std::string clean = well_formed(text);
    const auto inner = unquoted(clean);
    Value value(inner ? Value::Variant(*inner) : plain_scalar(clean), where);
    if (!inner && clean == text && value.kind() == Kind::Text) {
        value.indent = 0;
    }
    return value;
}

}  // namespace vanban::data
