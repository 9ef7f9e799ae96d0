// Finds words of a document in the texts of its data.
#include "places.hpp"

#include <algorithm>
#include <cstdint>
#include <tuple>

namespace vanban {
namespace {

/// How far the surroundings are compared, in bytes.
constexpr std::size_t kContext = 400;

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

/// Marks of block text that the document does not have.
bool is_markup(char c) {
    return c == '*' || c == '\\';
}

/// Where `words` end in `text` if they begin at `at`; any white space stands for any other. npos if they do not.
std::size_t end_of(std::string_view text, std::size_t at, std::string_view words) {
    for (std::size_t i = 0; i < words.size();) {
        if (at >= text.size()) return text.npos;
        if (is_space(words[i]) && is_space(text[at])) {
            while (i < words.size() && is_space(words[i])) ++i;
            while (at < text.size() && is_space(text[at])) ++at;
        } else if (words[i] == text[at]) {
            ++i, ++at;
        } else if (is_markup(text[at])) {
            ++at;
        } else {
            return text.npos;
        }
    }
    return at;
}

/// How well what precedes or follows two places agrees.
struct Agreement {
    bool complete = false;  ///< Up to where one of the texts ends.
    std::size_t length = 0;
};

/// Compares `a` (of the document) with `b` (of the data), read through `at`, which gives byte i from the place on.
template <class ByteA, class ByteB>
Agreement agree(std::size_t size_a, ByteA byte_a, std::size_t size_b, ByteB byte_b) {
    std::size_t a = 0, b = 0;
    while (a < size_a && b < size_b && a < kContext) {
        const char x = byte_a(a), y = byte_b(b);
        if (is_space(x) && is_space(y)) {
            while (a < size_a && is_space(byte_a(a))) ++a;
            while (b < size_b && is_space(byte_b(b))) ++b;
        } else if (x == y) {
            ++a, ++b;
        } else if (is_markup(y)) {
            ++b;
        } else {
            return {false, a};
        }
    }
    return {true, a};
}

Agreement agree_before(std::string_view a, std::string_view b) {
    return agree(
        a.size(), [&](std::size_t i) { return a[a.size() - 1 - i]; }, b.size(),
        [&](std::size_t i) { return b[b.size() - 1 - i]; });
}

Agreement agree_behind(std::string_view a, std::string_view b) {
    return agree(
        a.size(), [&](std::size_t i) { return a[i]; }, b.size(), [&](std::size_t i) { return b[i]; });
}

/// Greater is better.
using Score = std::tuple<int, std::size_t, std::int64_t>;

}  // namespace

void DataPlaces::gather(const data::Value& value) const {
    if (const auto* text = value.get_if<std::string>()) {
        if (value.span.known() && !text->empty()) leaves_.push_back({*text, value.origin()});
    } else if (const auto* list = value.get_if<data::List>()) {
        for (const data::Value& item : *list) gather(item);
    } else if (const auto* map = value.get_if<data::Map>()) {
        for (const data::Member& member : *map) gather(member.value);
    }
}

std::optional<Span> DataPlaces::find(const thethuc::Passage& passage) const {
    if (leaves_.empty()) gather(data_);
    const std::string_view words = passage.words();
    if (words.empty()) return std::nullopt;
    const std::string_view first = words.substr(0, words.find_first_of(" \n"));
    const std::string_view before = passage.text.substr(0, passage.from);
    const std::string_view behind = passage.text.substr(passage.from + passage.length);
    const Leaf* best = nullptr;
    std::size_t best_from = 0, best_end = 0;
    Score best_score{-1, 0, 0};
    for (const Leaf& leaf : leaves_) {
        if (leaf.text.size() > bytes_left_) break;
        bytes_left_ -= leaf.text.size();
        for (std::size_t at = leaf.text.find(first); at != leaf.text.npos; at = leaf.text.find(first, at + 1)) {
            const std::size_t end = end_of(leaf.text, at, words);
            if (end == leaf.text.npos) continue;
            const Agreement left = agree_before(before, leaf.text.substr(0, at));
            const Agreement right = agree_behind(behind, leaf.text.substr(end));
            const std::int64_t distance =
                leaf.origin.span.source == passage.block.source
                    ? std::abs(static_cast<std::int64_t>(leaf.origin.span.begin) - passage.block.begin)
                    : INT64_MAX / 2;
            const Score score{left.complete + right.complete, left.length + right.length, -distance};
            if (best && score <= best_score) continue;
            best_score = score;
            best = &leaf;
            best_from = at;
            best_end = end;
        }
    }
    if (!best) return std::nullopt;
    return best->origin.at(best->text, best_from, best_end - best_from);
}

}  // namespace vanban
