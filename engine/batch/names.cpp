// Patterns and the book of names.
#include "batch/names.hpp"

#include <fmt/format.h>

#include <algorithm>

#include "base/utf8.hpp"
#include "batch/file_name.hpp"
#include "batch/fingerprint.hpp"
#include "tmpl/eval.hpp"

namespace vanban::batch {
namespace {

constexpr const char* kPatternName = "--output";
/// Text that the expressions of one name may make, in bytes.
constexpr std::size_t kMostBytes = std::size_t{64} << 10;

std::uint64_t hash_of(std::string_view path) {
    const std::string folded = utf8::to_lower(utf8::to_upper(path));
    return fingerprint(folded).low;
}

/// A name that can be the root of a path in `expr`; those of loops and the like do not occur in a pattern.
void gather_names(const tmpl::Expr& expr, std::vector<std::string>& names) {
    for (const tmpl::ExprNode& node : expr.nodes)
        if (const auto* name = std::get_if<tmpl::NameNode>(&node.content))
            if (std::ranges::find(names, name->name) == names.end()) names.push_back(name->name);
}

}  // namespace

void Pattern::add_text(std::string_view text) {
    while (true) {
        const std::size_t slash = text.find('/');
        Component& component = components_.back();
        if (const auto piece = text.substr(0, slash); !piece.empty()) component.parts.emplace_back(std::string(piece));
        if (slash == std::string_view::npos) return;
        components_.emplace_back();
        text.remove_prefix(slash + 1);
    }
}

void Pattern::add_expression(tmpl::Expr expr) {
    gather_names(expr, names_);
    components_.back().computed = true;
    components_.back().parts.emplace_back(std::move(expr));
}

std::optional<Pattern> Pattern::parse(std::string_view text, Sources& sources, const Limits& limits, Diagnostics& out) {
    const std::string clean = utf8::to_nfc(text);
    const SourceId id = sources.add({kPatternName, clean});
    const Span where{id, 0, static_cast<std::uint32_t>(clean.size())};
    auto parts = tmpl::parse_text(clean, where, limits, out);
    if (!parts) return std::nullopt;
    Pattern pattern;
    for (auto& part : parts->parts) {
        if (auto* literal = std::get_if<std::string>(&part))
            pattern.add_text(*literal);
        else
            pattern.add_expression(std::move(std::get<tmpl::Expr>(part)));
    }
    const std::size_t literal = std::min(clean.find("{{"), clean.size());
    pattern.folder_ = clean.substr(0, clean.substr(0, literal).rfind('/') + 1);
    if (utf8::find_invalid(text) || utf8::find_control(clean) || clean.find_first_of("\t\r\n") != std::string::npos ||
        pattern.components_.back().parts.empty()) {
        out.add(Code::bad_file_name, where, {clean});
        return std::nullopt;
    }
    return pattern;
}

std::optional<std::string> Pattern::fill(const data::Value& record, const Limits& limits, Diagnostics& out) const {
    tmpl::Budget budget{limits.merge_steps, kMostBytes};
    const tmpl::Scope scope(record);
    std::string path;
    bool complete = true;
    for (const Component& component : components_) {
        std::string name;
        for (const auto& part : component.parts) {
            if (const auto* literal = std::get_if<std::string>(&part)) {
                name += *literal;
                continue;
            }
            const auto& expr = std::get<tmpl::Expr>(part);
            const auto value = tmpl::evaluate(expr, scope, budget, out);
            auto text = value ? tmpl::to_text(**value, expr) : std::string();
            if (!text) out.add(std::move(text.error()));
            complete = complete && value && text;
            if (text) name += safe_text(*text);
        }
        if (&component != &components_.front()) path += '/';
        path += component.computed ? shortened(safe_name(std::move(name)), kLongestName) : name;
    }
    return complete ? std::optional(std::move(path)) : std::nullopt;
}

std::size_t HashSet::place_of(std::uint64_t hash) const {
    std::size_t place = hash & (slots_.size() - 1);
    while (slots_[place] != 0 && slots_[place] != hash) place = (place + 1) & (slots_.size() - 1);
    return place;
}

bool HashSet::contains(std::uint64_t hash) const {
    return !slots_.empty() && slots_[place_of(hash == 0 ? 1 : hash)] != 0;
}

bool HashSet::insert(std::uint64_t hash) {
    if (hash == 0) hash = 1;                          // 0 marks a free slot.
    if ((size_ + 1) * 8 > slots_.size() * 7) grow();  // Rather longer to look for than twice as large.
    std::uint64_t& slot = slots_[place_of(hash)];
    if (slot == hash) return false;
    slot = hash;
    ++size_;
    return true;
}

void HashSet::grow() {
    constexpr std::size_t kFirstSlots = 64;
    const std::vector<std::uint64_t> old = std::exchange(slots_, std::vector<std::uint64_t>());
    slots_.resize(old.empty() ? kFirstSlots : old.size() * 2);
    for (const std::uint64_t hash : old)
        if (hash != 0) slots_[place_of(hash)] = hash;
}

std::string NameBook::claim(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    const std::string_view folder = path.substr(0, slash == std::string_view::npos ? 0 : slash + 1);
    const std::string_view stem = path.substr(folder.size());
    const auto with = [&](std::string_view suffix) {
        std::string name(folder);
        name += shortened(stem, kLongestName - ending_ - suffix.size());
        return name.append(suffix);
    };
    std::string name = with({});
    const std::uint64_t hash = hash_of(name);
    if (taken_.insert(hash)) return name;
    std::uint32_t& number = next_.try_emplace(hash, 2).first->second;
    do {
        name = with(fmt::format(" ({})", number++));
    } while (!taken_.insert(hash_of(name)));
    return name;
}

bool NameBook::claimed(std::string_view path) const {
    return taken_.contains(hash_of(path));
}

}  // namespace vanban::batch
