// A filter of bits in front of a table with open addressing.
#include "thethuc/word_index.hpp"

#include <algorithm>
#include <bit>

namespace vanban::thethuc {

void WordIndex::seal() {
    std::stable_sort(added_.begin(), added_.end(),
                     [](const auto& a, const auto& b) { return a.first.bits < b.first.bits; });
    words_.assign(std::bit_ceil(2 * added_.size() + 1), {});
    entries_.clear();
    for (const auto& [key, entry] : added_) {
        const std::uint64_t hash = mix(key);
        std::size_t slot = slot_of(hash);
        while (words_[slot].count != 0 && words_[slot].key != key) slot = (slot + 1) & (words_.size() - 1);
        if (words_[slot].count++ == 0) {
            words_[slot].key = key;
            words_[slot].first = static_cast<std::uint32_t>(entries_.size());
        }
        entries_.push_back(entry);
        filter_[hash >> (64 - kFilterBits + 6)] |= std::uint64_t{1} << ((hash >> (64 - kFilterBits)) & 63);
    }
    added_.clear();
}

std::span<const WordIndex::Entry> WordIndex::find(WordKey key) const {
    if (words_.empty()) return {};
    for (std::size_t slot = slot_of(mix(key)); words_[slot].count != 0; slot = (slot + 1) & (words_.size() - 1))
        if (words_[slot].key == key) return {entries_.data() + words_[slot].first, words_[slot].count};
    return {};
}

}  // namespace vanban::thethuc
