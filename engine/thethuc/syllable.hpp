// How a written syllable of Vietnamese is put together.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "thethuc/word_index.hpp"

namespace vanban::thethuc {

/// What is wrong with a word of small letters.
enum class SyllableFault : std::uint8_t {
    None,         ///< It is a syllable, or nothing that can be judged.
    MissingTone,  ///< Ends in c, ch, p, t without the sắc or nặng that such syllables have: "viêc".
    DoubledEnd,   ///< A syllable but for its last letter, which stands twice: "thiếtt".
    Glued,        ///< Two syllables that both bear diacritics: "đơnvị".
};

/// Tells nearly all syllables from what is none by their rhymes with tones, at the price of one look-up.
class RhymeFilter {
public:
    RhymeFilter();
    /// False only if the word of small letters is no syllable. `end`: of the text that it stands in.
    bool may_be_syllable(const char* word, std::size_t length, const char* end) const {
        std::size_t at = 0;
        for (; at < length; ++at) {
            const auto c = static_cast<unsigned char>(word[at]);
            if (c == 0xC4 && at + 1 < length && word[at + 1] == '\x91') {  // đ
                ++at;
            } else if (c < 'a' || c > 'z' || ((kConsonants >> (c - 'a')) & 1) == 0) {
                break;
            }
        }
        const std::uint64_t slot = slot_of(word + at, length - at, end);
        return (known_[slot / 64] >> (slot % 64)) & 1;
    }

private:
    static constexpr int kBits = 16;
    static constexpr std::uint32_t kConsonants = [] {
        std::uint32_t bits = 0;
        for (const char c : std::string_view("bcdghklmnpqrstvx")) bits |= 1u << (c - 'a');
        return bits;
    }();
    static std::uint64_t slot_of(const char* rhyme, std::size_t length, const char* end) {
        return (word_key(rhyme, length, end).bits * 0xD6E8FEB86659FD93u) >> (64 - kBits);
    }
    void add(std::string_view rhyme);

    std::vector<std::uint64_t> known_;
};

/// Words without diacritics and with letters that Vietnamese has not are never faulty: they may be foreign.
SyllableFault syllable_fault(std::string_view word);
/// Whether the letters, in either case, may be one syllable.
bool is_syllable(std::string_view word);

}  // namespace vanban::thethuc
