// Putting values together: several files as one, and single values set from the command line.
#include <optional>
#include <unordered_map>
#include <utility>

#include "base/utf8.hpp"
#include "data/plain_scalar.hpp"
#include "data/read.hpp"

namespace vanban::data {
namespace {

constexpr std::size_t kLongestPath = 64;  ///< Steps; every step may make one more level of nesting.

/// Finds members of a growing map by key without going through all of them each time.
/// Keys are viewed in place, so the map must have room for all that will be added.
class KeyIndex {
public:
    explicit KeyIndex(Map& map) : map_(map) {
        for (std::size_t i = 0; i < map.size(); ++i) {
            places_.emplace(map[i].key, i);
        }
    }
    Value* find(std::string_view key) {
        const auto found = places_.find(key);
        return found == places_.end() ? nullptr : &map_[found->second].value;
    }

private:
    Map& map_;
    std::unordered_map<std::string_view, std::size_t> places_;
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

/// One step of a path: a key or an index.
struct Step {
    std::string_view key;
    std::optional<std::size_t> index;
};

std::optional<std::size_t> parse_index(std::string_view digits) {
    constexpr std::size_t kMostDigits = 9;
    if (digits.empty() || digits.size() > kMostDigits) {
        return std::nullopt;
    }
    std::size_t value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return value;
}

/// `a.b[0].c`; a path may begin with an index. Empty if malformed.
std::optional<std::vector<Step>> parse_path(std::string_view path) {
    std::vector<Step> steps;
    for (std::size_t at = 0; at < path.size();) {
        if (steps.size() == kLongestPath) {
            return std::nullopt;
        }
        if (path[at] == '[') {
            const std::size_t close = path.find(']', at);
            const auto index =
                close == std::string_view::npos ? std::nullopt : parse_index(path.substr(at + 1, close - at - 1));
            if (!index) {
                return std::nullopt;
            }
            steps.push_back({{}, index});
            at = close + 1;
            continue;
        }
        if (!steps.empty()) {
            if (path[at] != '.') {
                return std::nullopt;
            }
            ++at;
        }
        const std::size_t end = std::min(path.find_first_of(".[]", at), path.size());
        if (end == at) {
            return std::nullopt;
        }
        steps.push_back({path.substr(at, end - at), std::nullopt});
        at = end;
    }
    return steps.empty() ? std::nullopt : std::optional(std::move(steps));
}

Value* member_of(Map& map, std::string_view key, Span where) {
    for (Member& member : map) {
        if (member.key == key) {
            return &member.value;
        }
    }
    map.push_back({std::string(key), where, Value(Null{}, where)});
    return &map.back().value;
}

/// The value one step below `node`, made if need be; the explaining note if there can be none.
tl::expected<Value*, Note> descend(Value& node, const Step& step, Span where) {
    if (node.is_null()) {
        node = step.index ? Value(List{}, where) : Value(Map{}, where);
    }
    if (!step.index) {
        Map* map = node.get_if<Map>();
        return map ? tl::expected<Value*, Note>(member_of(*map, step.key, where))
                   : tl::make_unexpected(Note{Code::path_needs_map, node.span, {std::string(step.key)}});
    }
    List* list = node.get_if<List>();
    if (list == nullptr || *step.index > list->size()) {
        const std::size_t size = list == nullptr ? 0 : list->size();
        const Code code = list == nullptr ? Code::path_needs_list : Code::path_beyond_list;
        return tl::make_unexpected(Note{code, node.span, {std::to_string(*step.index), std::to_string(size)}});
    }
    if (*step.index == list->size()) {
        list->emplace_back(Null{}, where);
    }
    return &(*list)[*step.index];
}

/// Bytes that are not UTF-8 become U+FFFD, each; NFC.
std::string well_formed(std::string_view text) {
    std::string out;
    while (const auto bad = utf8::find_invalid(text)) {
        out += text.substr(0, *bad);
        out += "\uFFFD";
        text.remove_prefix(*bad + 1);
    }
    out += text;
    return utf8::is_nfc(out) ? out : utf8::to_nfc(out);
}

/// The value at `path`, made if need be. `where`: of what is put there.
Result<Value*> at_path(Value& root, std::string_view path, Span where) {
    const std::string clean = well_formed(path);
    const auto steps = parse_path(clean);
    if (!steps) {
        return fail(Code::bad_path, where, {clean});
    }
    Value* node = &root;
    for (const Step& step : *steps) {
        const auto below = descend(*node, step, where);
        if (!below) {
            return tl::make_unexpected(diagnose(Code::bad_path, where, {clean}).with(below.error()));
        }
        node = *below;
    }
    return node;
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
    const auto node = at_path(root, path, value.span);
    if (!node) return tl::make_unexpected(node.error());
    **node = std::move(value);
    return root;
}

Result<Value> append(Value root, std::string_view path, Value item) {
    const auto node = at_path(root, path, item.span);
    if (!node) return tl::make_unexpected(node.error());
    if ((*node)->is_null()) **node = Value(List{}, item.span);
    List* list = (*node)->get_if<List>();
    if (!list) {
        const Note note{Code::path_needs_list, (*node)->span, {"+"}};
        return tl::make_unexpected(diagnose(Code::bad_path, item.span, {std::string(path)}).with(note));
    }
    list->push_back(std::move(item));
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
