// Fuzz target: PATH=VALUE as `--set` takes it, several of them, a line each.
#include <cstdlib>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "data/read.hpp"
#include "exact_bytes.hpp"

namespace {

using namespace vanban;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Keys are UTF-8, unique and never empty; nesting is bounded by the length of a path.
void check_tree(const data::Value& value, std::size_t depth) {
    require(depth < 1000);
    if (const auto* text = value.get_if<std::string>()) require(!utf8::find_invalid(*text));
    if (const auto* list = value.get_if<data::List>()) {
        for (const data::Value& item : *list) check_tree(item, depth + 1);
    }
    if (const auto* map = value.get_if<data::Map>()) {
        for (const data::Member& member : *map) {
            require(!member.key.empty() && !utf8::find_invalid(member.key));
            require(value.find(member.key) == &member.value);
            check_tree(member.value, depth + 1);
        }
    }
}

/// The tree with one more setting; as it was if the setting is refused.
data::Value put(data::Value root, std::string_view line) {
    const std::size_t sign = line.find('=');
    const std::string_view path = line.substr(0, sign);
    data::Value value = data::scalar(sign == line.npos ? std::string_view() : line.substr(sign + 1), {});
    auto changed = data::set(root, path, std::move(value));
    if (changed) return std::move(*changed);
    require(changed.error().code == Code::bad_path);
    return root;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    data::Value root(data::Map{}, {});
    int lines = 0;
    for (std::string_view rest = bytes.view(); !rest.empty() && lines < 8; ++lines) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        root = put(std::move(root), rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    check_tree(root, 0);
    require(root == data::merge(root, root));
    data::dump(root);
    return 0;
}
