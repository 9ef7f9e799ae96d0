// One pass over the words of a text: spelling, names, doubled words, marks, numbers; dates and citations are handed on.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "thethuc/abbreviations.hpp"
#include "thethuc/citations.hpp"
#include "thethuc/deadlines.hpp"
#include "thethuc/text_report.hpp"
#include "thethuc/texts.hpp"

namespace vanban::thethuc {

/// Count of appendices of a document that is itself an appendix in a file of its own: how many there are is not known.
inline constexpr std::size_t kSeparateAppendix = static_cast<std::size_t>(-1);

/// Reads the texts of one document. A word that no rule cares about costs a look at its bytes and one bit.
class WordScan {
public:
    WordScan(TextReport& report, Citations& citations, Abbreviations& abbreviations, Deadlines& deadlines,
             std::size_t appendices)
        : report_(report),
          citations_(citations),
          abbreviations_(abbreviations),
          deadlines_(deadlines),
          appendices_(appendices) {
        variants_.resize(report.rules().variants.size());
    }

    void read(TextKind kind, const std::string& text, Span block);
    /// The last text gave no finding and nothing that other texts are held against.
    bool found_nothing() const { return !noted_ && report_.found() == found_before_; }
    /// What can only be said of the whole document.
    void finish();

private:
    /// A stretch without spaces; its core is what stays without the punctuation around it.
    struct Word {
        std::size_t begin = 0, end = 0;
        std::size_t core = 0, core_end = 0;
        unsigned classes = 0;
        unsigned inner = 0;  ///< Those of all bytes but the last.
        WordKey key;

        std::size_t length() const { return core_end - core; }
        bool clean_behind() const { return core_end == end; }
        bool clean_before() const { return core == begin; }
    };
    struct Variant {
        Passage first, second;  ///< Where each was met first; empty texts: not met.
        std::size_t firsts = 0, seconds = 0;
    };

    void take(Word& word);
    void rare(const Word& word);
    void trim(Word& word) const;
    void rules_of(WordKey key, const Word& word);
    void pair_rules_of(WordKey key);
    void phrase(const PhraseRule& rule, std::size_t back);
    void variant(std::uint32_t number, bool is_first, const Word& word);
    void date(const std::optional<ReadDate>& read);
    void appendix(const Word& word);
    void doubled(const Word& word);
    void marks(const Word& word);
    void figures(const Word& word);
    void letters_and_figures(const Word& word);
    void after_stop(const Word& word);
    bool may_be_faulty(const Word& word) const;
    void syllable(const Word& word);
    bool adjacent(const Word& before, const Word& word) const;
    bool is(WordUse use, const Word& word) const;
    /// This word (0), the one before it (1), that before it (2), …; there must be as many.
    const Word& last(std::size_t back) const { return ring_[(count_ - back) % ring_.size()]; }
    std::string_view core(const Word& word) const { return text_.substr(word.core, word.length()); }
    Passage passage(std::size_t from, std::size_t end) const { return {text_, from, end - from, block_}; }

    TextReport& report_;
    Citations& citations_;
    Abbreviations& abbreviations_;
    Deadlines& deadlines_;
    std::size_t appendices_;
    std::vector<Variant> variants_;

    // The text that is being read.
    TextKind kind_ = TextKind::Body;
    std::string_view text_;
    Span block_;
    std::array<Word, 4> ring_{};   ///< The word that is being read and those before it.
    std::size_t count_ = 0;        ///< Words before this one.
    std::size_t matched_end_ = 0;  ///< A finding about a phrase covers the text up to here.
    bool noted_ = false;           ///< Something in it counts beyond it.
    std::size_t found_before_ = 0;
};

}  // namespace vanban::thethuc
