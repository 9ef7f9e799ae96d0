// Short stand-ins for contents, to tell whether something is still the same (XXH3, 128 bits).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "data/value.hpp"

namespace vanban::batch {

struct Fingerprint {
    std::uint64_t high = 0;
    std::uint64_t low = 0;
    friend bool operator==(const Fingerprint&, const Fingerprint&) = default;
    /// 32 hexadecimal digits.
    std::string text() const;
    static std::optional<Fingerprint> parse(std::string_view text);
};

Fingerprint fingerprint(std::string_view bytes);

/// Gathers several contents for one fingerprint. Each is marked off, so that "ab", "c" and "a", "bc" differ.
class Gathered {
public:
    Gathered& add(std::string_view text);
    Gathered& add(std::uint64_t number);
    Gathered& add(const Fingerprint& part) { return add(part.high).add(part.low); }
    /// Content and kind; not the places.
    Gathered& add(const data::Value& value);
    Fingerprint fingerprint() const { return batch::fingerprint(bytes_); }

private:
    std::string bytes_;
};

}  // namespace vanban::batch
