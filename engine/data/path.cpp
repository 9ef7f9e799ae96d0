// Reading of paths, and keys without case and diacritics.
#include "data/path.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace vanban::data {
namespace {

constexpr std::string_view kBetweenLabels = " > ";

bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// `co_quan`, `nam_2026`: what a dot in a header can stand between.
bool is_plain_key(std::string_view text) {
    return !text.empty() && is_ascii_letter(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return is_ascii_letter(c) || (c >= '0' && c <= '9') || c == '_';
    });
}

std::vector<std::string_view> split(std::string_view text, std::string_view separator) {
    std::vector<std::string_view> parts;
    for (std::size_t end = text.find(separator); end != text.npos; end = text.find(separator)) {
        parts.push_back(text.substr(0, end));
        text.remove_prefix(end + separator.size());
    }
    parts.push_back(text);
    return parts;
}

/// Labels between " > "; empty if one of them is blank or there are too many.
std::vector<std::string_view> split_labels(std::string_view text) {
    std::vector<std::string_view> labels = split(text, kBetweenLabels);
    for (std::string_view& label : labels) label = utf8::trim(label);
    const bool blank = std::any_of(labels.begin(), labels.end(), [](std::string_view each) { return each.empty(); });
    return blank || labels.size() > kLongestPath ? std::vector<std::string_view>() : labels;
}

std::optional<std::size_t> parse_index(std::string_view digits) {
    constexpr std::size_t kMostDigits = 9;
    if (digits.empty() || digits.size() > kMostDigits) return std::nullopt;
    std::size_t value = 0;
    for (const char c : digits) {
        if (c < '0' || c > '9') return std::nullopt;
        value = value * 10 + static_cast<std::size_t>(c - '0');
    }
    return value;
}

/// The index in brackets at `at`, which moves past them.
std::optional<Step> read_index(std::string_view path, std::size_t& at) {
    const std::size_t close = path.find(']', at);
    if (close == path.npos) return std::nullopt;
    const auto index = parse_index(path.substr(at + 1, close - at - 1));
    at = close + 1;
    return index ? std::optional(Step{{}, index}) : std::nullopt;
}

/// The key at `at`, which moves past it; every key but the first follows a dot.
std::optional<Step> read_key(std::string_view path, std::size_t& at, bool first) {
    if (!first && path[at++] != '.') return std::nullopt;
    const std::size_t end = std::min(path.find_first_of(".[]", at), path.size());
    const std::string_view key = path.substr(at, end - at);
    at = end;
    return key.empty() ? std::nullopt : std::optional(Step{key, std::nullopt});
}

template <class AnyMap>
auto find_in(AnyMap& map, std::string_view key) -> decltype(map.data()) {
    auto found = std::find_if(map.begin(), map.end(), [&](const Member& member) { return member.key == key; });
    if (found == map.end() && !map.empty()) {
        const std::string folded = utf8::fold_to_key(key);
        if (folded.empty()) return nullptr;
        found = std::find_if(map.begin(), map.end(),
                             [&](const Member& member) { return utf8::fold_to_key(member.key) == folded; });
    }
    return found == map.end() ? nullptr : &*found;
}

Value* member_of(Map& map, std::string_view key, Span where) {
    if (Member* known = find_member(map, key)) return &known->value;
    map.push_back({std::string(key), where, Value(Null{}, where)});
    return &map.back().value;
}

}  // namespace

std::optional<std::vector<Step>> parse_path(std::string_view path) {
    std::vector<Step> steps;
    if (path.find(kBetweenLabels) != path.npos) {
        for (const std::string_view label : split_labels(path)) steps.push_back({label, std::nullopt});
        return steps.empty() ? std::nullopt : std::optional(std::move(steps));
    }
    for (std::size_t at = 0; at < path.size();) {
        if (steps.size() == kLongestPath) return std::nullopt;
        const auto step = path[at] == '[' ? read_index(path, at) : read_key(path, at, steps.empty());
        if (!step) return std::nullopt;
        steps.push_back(*step);
    }
    return steps.empty() ? std::nullopt : std::optional(std::move(steps));
}

std::vector<std::string_view> header_path(std::string_view header) {
    header = utf8::trim(header);
    if (header.find(kBetweenLabels) != header.npos) return split_labels(header);
    const std::vector<std::string_view> keys = split(header, ".");
    if (keys.size() <= kLongestPath && std::all_of(keys.begin(), keys.end(), is_plain_key)) return keys;
    return header.empty() ? std::vector<std::string_view>() : std::vector<std::string_view>{header};
}

bool same_key(std::string_view a, std::string_view b) {
    if (a == b) return true;
    const std::string folded = utf8::fold_to_key(a);
    return !folded.empty() && folded == utf8::fold_to_key(b);
}

Member* find_member(Map& map, std::string_view key) {
    return find_in(map, key);
}

const Member* find_member(const Map& map, std::string_view key) {
    return find_in(map, key);
}

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

tl::expected<Value*, Note> value_below(Value& node, const Step& step, Span where) {
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

Result<Value*> value_at(Value& root, std::string_view path, Span where) {
    const std::string clean = well_formed(path);
    const auto steps = parse_path(clean);
    return steps ? value_at(root, *steps, clean, where) : Result<Value*>(fail(Code::bad_path, where, {clean}));
}

Result<Value*> value_at(Value& root, std::span<const Step> steps, std::string_view path, Span where) {
    Value* node = &root;
    for (const Step& step : steps) {
        const auto below = value_below(*node, step, where);
        if (!below) {
            return tl::make_unexpected(diagnose(Code::bad_path, where, {std::string(path)}).with(below.error()));
        }
        node = *below;
    }
    return node;
}

}  // namespace vanban::data
