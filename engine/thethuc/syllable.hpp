// How a written syllable of Vietnamese is put together.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

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
    bool may_be_syllable(const char* word, std::size_t length, const char* end) const;

private:
    static constexpr int kBits = 16;
    void add(std::string_view rhyme);
    static std::uint64_t slot_of(const char* rhyme, std::size_t length, const char* end);

    std::vector<std::uint64_t> known_;
};

/// Words without diacritics and with letters that Vietnamese has not are never faulty: they may be foreign.
SyllableFault syllable_fault(std::string_view word);
/// Whether the letters, in either case, may be one syllable.
bool is_syllable(std::string_view word);

}  // namespace vanban::thethuc
