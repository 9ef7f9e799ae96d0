// Which words of a text some rule cares about: one bit test for nearly all of them.
#pragma once

#include <array>
#include <cstdint>
#include <cstring>
#include <span>
#include <string_view>
#include <vector>

namespace vanban::thethuc {

enum class WordUse : std::uint8_t;

/// The first eight bytes of a word and its length: different for nearly all words of Vietnamese, which have few
/// letters.
struct WordKey {
    std::uint64_t bits = 0;
    friend bool operator==(WordKey, WordKey) = default;
};

/// `end`: of the text that the word stands in; bytes up to there may be looked at.
inline WordKey word_key(const char* word, std::size_t length, const char* end) {
    std::uint64_t bits = 0;
    if (static_cast<std::size_t>(end - word) >= sizeof bits) {
        std::memcpy(&bits, word, sizeof bits);
        if (length < sizeof bits) bits &= (std::uint64_t{1} << (8 * length)) - 1;
    } else {
        std::memcpy(&bits, word, length);
    }
    return {bits ^ (static_cast<std::uint64_t>(length) * 0x9E3779B97F4A7C15u)};
}
inline WordKey word_key(std::string_view word) {
    return word_key(word.data(), word.size(), word.data() + word.size());
}

/// Of two words with one space between.
inline WordKey pair_key(WordKey first, WordKey second) {
    return {first.bits * 0x9FB21C651E98DF25u + second.bits};
}

/// Words, and pairs of words, to what they may start. Filled first, then sealed, then only read.
class WordIndex {
public:
    struct Entry {
        WordUse use;
        std::uint32_t rule;
    };

    void add(std::string_view word, Entry entry) { added_.emplace_back(word_key(word), entry); }
    void add(std::string_view first, std::string_view second, Entry entry) {
        added_.emplace_back(pair_key(word_key(first), word_key(second)), entry);
    }
    /// Ends the filling.
    void seal();
    /// False for nearly all words that were not added.
    bool may_hold(WordKey key) const {
        const std::uint64_t hash = mix(key);
        return (filter_[hash >> (64 - kFilterBits + 6)] >> ((hash >> (64 - kFilterBits)) & 63)) & 1;
    }
    /// What the word may start; words that agree with it in their first eight bytes and length come too.
    std::span<const Entry> find(WordKey key) const;

private:
    static constexpr int kFilterBits = 15;
    static std::uint64_t mix(WordKey key) { return key.bits * 0xD6E8FEB86659FD93u; }

    /// The upper half of a product is the well-mixed one.
    std::size_t slot_of(std::uint64_t hash) const { return (hash >> 24) & (words_.size() - 1); }

    struct Word {
        WordKey key;
        std::uint32_t first = 0;
        std::uint32_t count = 0;
    };
    std::vector<std::pair<WordKey, Entry>> added_;
    std::vector<Entry> entries_;
    std::vector<Word> words_;  ///< Open addressing; a power of two.
    std::array<std::uint64_t, (std::size_t{1} << kFilterBits) / 64> filter_{};
};

}  // namespace vanban::thethuc
