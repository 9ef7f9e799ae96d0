// Fingerprints of bytes and of value trees.
#include "batch/fingerprint.hpp"

#define XXH_INLINE_ALL
#include <fmt/format.h>
#include <xxhash.h>

#include <charconv>

namespace vanban::batch {
namespace {

std::optional<std::uint64_t> parse_half(std::string_view digits) {
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
    if (error != std::errc() || end != digits.data() + digits.size()) return std::nullopt;
    return value;
}

/// Parts of a value as they are gathered.
struct Gatherer {
    Gathered& to;

    void operator()(data::Null) const {}
    void operator()(bool value) const { to.add(std::uint64_t{value}); }
    void operator()(const Boxed<data::Number>& number) const { to.add(number->literal).add(number->value.to_string()); }
    void operator()(const std::string& text) const { to.add(text); }
    void operator()(const PartialDate& date) const { to.add(data::dump(data::Value(date, {}))); }
    void operator()(const data::List& list) const {
        to.add(std::uint64_t{list.size()});
        for (const data::Value& item : list) to.add(item);
    }
    void operator()(const data::Map& map) const {
        to.add(std::uint64_t{map.size()});
        for (const data::Member& member : map) to.add(member.key).add(member.value);
    }
};

}  // namespace

std::string Fingerprint::text() const {
    return fmt::format("{:016x}{:016x}", high, low);
}

std::optional<Fingerprint> Fingerprint::parse(std::string_view text) {
    if (text.size() != 32) return std::nullopt;
    const auto high = parse_half(text.substr(0, 16));
    const auto low = parse_half(text.substr(16));
    if (!high || !low) return std::nullopt;
    return Fingerprint{*high, *low};
}

Fingerprint fingerprint(std::string_view bytes) {
    const XXH128_hash_t hash = XXH3_128bits(bytes.data(), bytes.size());
    return {hash.high64, hash.low64};
}

Gathered& Gathered::add(std::uint64_t number) {
    bytes_.append(reinterpret_cast<const char*>(&number), sizeof number);
    return *this;
}

Gathered& Gathered::add(std::string_view text) {
    add(std::uint64_t{text.size()});
    bytes_ += text;
    return *this;
}

Gathered& Gathered::add(const data::Value& value) {
    add(static_cast<std::uint64_t>(value.kind()));
    std::visit(Gatherer{*this}, value.content);
    return *this;
}

}  // namespace vanban::batch
