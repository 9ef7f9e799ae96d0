// The rules of wording (lời văn) as a value: read from templates/the-thuc/loi-van.xml, never written in code.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "thethuc/syllable.hpp"
#include "thethuc/word_index.hpp"

namespace vanban::thethuc {

/// How a finding of one code is reported.
struct Grade {
    Severity severity = Severity::Warning;
    std::string explanation;  ///< The rule behind it, for a note; may be empty.
};

/// Words that are never right, and what stands there instead. `#` is a run of digits.
struct PhraseRule {
    Code code{};
    std::string wrong, right;
    std::string capital;                  ///< `wrong` with a capital first letter; empty if case must be exact.
    std::vector<std::string> not_after;   ///< No fault where one of these words stands right before,
    std::vector<std::string> not_before;  ///< or right behind.
};

/// Two ways to write the same: both are right, but not in one document.
struct VariantRule {
    std::string first, second;
};

/// tên loại of documents that are cited but are of no type of the decree's table.
struct CitedType {
    std::string name;          ///< "Nghị định"
    std::string abbreviation;  ///< "NĐ"; may be empty.
    bool law = false;          ///< Cited by name and date, without number and issuer.
};

/// A task that text and table may both speak of.
struct TaskRule {
    std::string name;
    int order = 0;  ///< Tasks with a higher one come later in the year; 0: at any time.
};

/// What a word or a pair of words of the text may start; the number is an index into the rules of that kind.
enum class WordUse : std::uint8_t {
    Phrase,            ///< phrases; the word stands first in it.
    PairPhrase,        ///< phrases; the pair stands first in it.
    FirstVariant,      ///< variants, `first`: a word.
    SecondVariant,     ///< variants, `second`: a word.
    PairFirstVariant,  ///< variants, `first`: begins with the pair.
    PairSecondVariant,
    NeverDoubled,    ///< The word itself.
    Month,           ///< "tháng": a date in words may stand around it.
    Appendix,        ///< "phụ lục"
    Known,           ///< An abbreviation that everybody knows.
    LowerAfterStop,  ///< An abbreviation that may end in a full stop inside of a sentence.
    LoanWord,        ///< Written in one word, although it has several syllables.
};

/// All rules, ready for use: made once, used for many documents.
struct LoiVan {
    std::vector<std::optional<Grade>> grades;  ///< By Code; none: the rule is off.
    std::vector<PhraseRule> phrases;
    std::vector<VariantRule> variants;
    std::vector<std::string> may_repeat;   ///< Pairs of words that may stand twice: "từng bước từng bước".
    std::vector<std::string> wants_colon;  ///< Ends of paragraphs that promise something: "như sau".
    std::vector<CitedType> cited_types;
    std::vector<std::string> subject_begins;  ///< Words that begin the subject of a cited document.
    std::vector<std::string> deadline_columns;
    std::vector<TaskRule> tasks;
    std::vector<std::string> filing_places;  ///< "VT": what the line "Lưu:" begins with.
    std::vector<std::string> letter_types;   ///< "CV": no abbreviations of the type công văn.
    WordIndex index;
    RhymeFilter rhymes;
    std::shared_ptr<const bool> identity = std::make_shared<const bool>(true);  ///< Tells these rules from all others.

    const Grade* grade(Code code) const {
        const auto& grade = grades[static_cast<std::size_t>(code)];
        return grade ? &*grade : nullptr;
    }
};

/// Reads the rules; reports what is malformed. Empty exactly when one finding was an error.
std::optional<LoiVan> read_loi_van(const Source& source, SourceId id, const Limits& limits, Diagnostics& out);

}  // namespace vanban::thethuc
