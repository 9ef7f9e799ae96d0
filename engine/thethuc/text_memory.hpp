// Texts of earlier documents in which the rules of wording have nothing to look at: in a batch most texts come back.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>

#include "thethuc/loi_van.hpp"
#include "thethuc/texts.hpp"

namespace vanban::thethuc {

/// Never changes what is found: only texts are kept that gave no finding and nothing that other texts are held against
/// (abbreviations, citations, dates). Not thread-safe: one per thread. Bounded: short texts, met at least twice.
class TextMemory {
public:
    /// What was learnt by other rules is forgotten.
    void begin(const LoiVan& rules);
    bool knows(TextKind kind, std::string_view text) const;
    /// There is nothing in this text.
    void learn(TextKind kind, std::string_view text);
    /// Number of texts that are kept.
    std::size_t size() const { return size_; }

private:
    static constexpr std::size_t kLongest = 512;  ///< Bytes of a text.
    static constexpr std::size_t kMost = 2048;    ///< Texts; then it begins anew.

    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Texts = std::unordered_set<std::string, Hash, std::equal_to<>>;

    void forget();

    std::shared_ptr<const bool> rules_;
    std::array<Texts, kTextKinds> texts_;
    std::size_t size_ = 0;
    std::array<std::uint32_t, 1024> seen_{};  ///< Hashes of texts that were met once, by their last bits.
};

}  // namespace vanban::thethuc
