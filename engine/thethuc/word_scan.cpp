// One pass over the words of a text.
#include "thethuc/word_scan.hpp"

#include <algorithm>
#include <string>

#include "base/utf8.hpp"
#include "thethuc/letters.hpp"
#include "thethuc/syllable.hpp"
#include "wording/numbers.hpp"

namespace vanban::thethuc {
namespace {

/// What the bytes of a word are, as bits that are put together while its end is looked for.
enum Class : unsigned {
    kSpace = 1,
    kDigit = 2,
    kUpper = 4,
    kLower = 8,
    kOther = 16,  ///< Part of a letter that is none of a to z.
    kComma = 32,  ///< , and ;
    kDot = 64,    ///< . ! ?
    kColon = 128,
    kOpen = 256,
    kClose = 512,
    kSlash = 1024,
    kQuote = 2048,   ///< Curly quotes, dashes and ellipsis: U+2000 to U+2FFF.
    kSymbol = 4096,  ///< All others.
};
constexpr unsigned kLetters = kUpper | kLower | kOther;
constexpr unsigned kMarks = kComma | kDot | kColon | kOpen | kClose;
constexpr unsigned kTrimmed = kMarks | kQuote | kSymbol;

constexpr unsigned class_of(unsigned char c) {
    if (c == ' ' || c == '\n' || c == '\0') return kSpace;
    if (c >= '0' && c <= '9') return kDigit;
    if (c >= 'A' && c <= 'Z') return kUpper;
    if (c >= 'a' && c <= 'z') return kLower;
    if (c == 0xE2) return kQuote;
    if (c >= 0x80) return kOther;
    if (c == ',' || c == ';') return kComma;
    if (c == '.' || c == '!' || c == '?') return kDot;
    if (c == ':') return kColon;
    if (c == '(' || c == '[') return kOpen;
    if (c == ')' || c == ']') return kClose;
    if (c == '/') return kSlash;
    return kSymbol;
}

constexpr auto kClasses = [] {
    std::array<std::uint16_t, 256> table{};
    for (unsigned c = 0; c < table.size(); ++c)
        table[c] = static_cast<std::uint16_t>(class_of(static_cast<unsigned char>(c)));
    return table;
}();

unsigned class_at(std::string_view text, std::size_t at) {
    return at < text.size() ? unsigned{kClasses[static_cast<unsigned char>(text[at])]} : unsigned{kSpace};
}

/// Length of the text that the pattern stands for at the beginning of `text`; `#` is a run of digits. 0 if it does not.
std::size_t matched(std::string_view text, std::string_view pattern) {
    std::size_t at = 0;
    for (const char c : pattern) {
        if (c != '#') {
            if (at >= text.size() || text[at++] != c) return 0;
            continue;
        }
        if (class_at(text, at) != kDigit) return 0;
        while (class_at(text, at) == kDigit) ++at;
    }
    return (class_at(text, at) & (kLetters | kDigit)) != 0 ? 0 : at;
}

/// `right` with the digits of `words` in place of its `#`, and a capital where they have one.
std::string proposal(std::string_view words, const PhraseRule& rule) {
    std::string result;
    std::size_t at = 0;
    for (const char c : rule.right) {
        if (c != '#') {
            result += c;
            continue;
        }
        while (at < words.size() && class_at(words, at) != kDigit) ++at;
        while (class_at(words, at) == kDigit) result += words[at++];
    }
    const bool capital = !rule.capital.empty() && !begins_small(words);
    return capital ? utf8::capitalize(result) : result;
}

/// "II" and "2" are 2; 0 if it is no number.
std::int64_t ordinal(std::string_view text) {
    if (text.find_first_not_of("0123456789IVX") != text.npos) return 0;
    for (std::int64_t value = 1; value <= 30; ++value)
        if (wording::roman(value) == text || std::to_string(value) == text) return value;
    return 0;
}

bool holds(const std::vector<std::string>& words, std::string_view word) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

void WordScan::read(TextKind kind, const std::string& text, Span block) {
    noted_ = kind == TextKind::Basis;
    found_before_ = report_.found();
    if (text.empty()) return;
    kind_ = kind;
    text_ = text;
    block_ = block;
    count_ = matched_end_ = 0;
    abbreviations_.begin_text();
    const char* const begin = text.c_str();  // Its end is marked by a byte of class kSpace.
    const auto classes = [](const char* byte) { return unsigned{kClasses[static_cast<unsigned char>(*byte)]}; };
    for (const char* at = begin; at < begin + text.size(); ++at) {
        unsigned one = classes(at);
        if (one == kSpace) continue;
        Word& word = ring_[count_ % ring_.size()];
        word.begin = static_cast<std::size_t>(at - begin);
        unsigned seen = 0, inner = 0;
        do {
            inner = seen;
            seen |= one;
            one = classes(++at);
        } while (one != kSpace);
        word.classes = seen;
        word.inner = inner;
        word.end = static_cast<std::size_t>(at - begin);
        take(word);
        ++count_;
    }
    abbreviations_.end_text();
    if (kind == TextKind::Body)
        for (const std::string& words : report_.rules().wants_colon)
            if (text.ends_with(words))
                report_.add(Code::as_follows_without_colon, passage(text.size() - words.size(), text.size()), {words});
    if (kind == TextKind::Basis) citations_.see_basis(text, block);
}

/// Only stops, doubled letters and long words can be wrong in a way that is looked for.
inline bool WordScan::may_be_faulty(const Word& word) const {
    constexpr std::size_t kLong = 7;
    if (word.length() < 3) return false;
    const char last = text_[word.core_end - 1];
    const bool stop = last == 'c' || last == 'h' || last == 'p' || last == 't';
    return stop || word.length() >= kLong || last == text_[word.core_end - 2];
}

void WordScan::take(Word& word) {
    const LoiVan& rules = report_.rules();
    word.core = word.begin;
    word.core_end = word.end;
    if (word.classes & kTrimmed) trim(word);
    word.key = word_key(text_.data() + word.core, word.length(), text_.data() + text_.size());
    abbreviations_.see_word();
    if (rules.index.may_hold(word.key)) rules_of(word.key, word);
    if (word.classes & (kUpper | kDigit | kMarks)) rare(word);
    if ((word.classes & (kOther | kUpper)) == kOther && may_be_faulty(word)) syllable(word);
    if (count_ == 0) return;
    const Word& before = last(1);
    if (const WordKey pair = pair_key(before.key, word.key); rules.index.may_hold(pair)) pair_rules_of(pair);
    if (word.key == before.key || (count_ > 2 && word.key == last(2).key)) doubled(word);
    if (before.classes & kDot) after_stop(word);
    if (word.begin > before.end + 1 && text_[before.end] == ' ' && text_[word.begin - 1] == ' ')
        report_.add(Code::double_space, passage(before.begin, word.begin), {std::string(core(before))});
}

/// What only words with capitals, figures or marks need.
void WordScan::rare(const Word& word) {
    if ((word.classes & (kUpper | kLower | kDigit)) == kUpper && word.length() > 1) {
        const bool known = kind_ == TextKind::Addressee || is(WordUse::Known, word);
        noted_ |= !known;
        abbreviations_.see_capitals(passage(word.core, word.core_end), known);
    }
    if ((word.classes & kDigit) && word.length() > 0) figures(word);
    if ((word.inner & kMarks) || (word.core > word.begin || word.length() == 0)) marks(word);
}

/// The core is what stays without the marks around the word.
void WordScan::trim(Word& word) const {
    const auto trimmed = [&](std::size_t at) { return (class_at(text_, at) & kTrimmed) != 0; };
    const auto quote_behind = [&] {
        return word.core_end - word.core >= 3 && class_at(text_, word.core_end - 3) == kQuote;
    };
    while (word.core < word.core_end && trimmed(word.core)) word.core += class_at(text_, word.core) == kQuote ? 3 : 1;
    word.core = std::min(word.core, word.core_end);
    while (word.core < word.core_end && (trimmed(word.core_end - 1) || quote_behind()))
        word.core_end -= quote_behind() ? 3 : 1;
}

bool WordScan::is(WordUse use, const Word& word) const {
    const WordIndex& index = report_.rules().index;
    if (!index.may_hold(word.key)) return false;
    return std::ranges::any_of(index.find(word.key), [&](const WordIndex::Entry& entry) { return entry.use == use; });
}

/// `key`: of the word or of its beginning.
void WordScan::rules_of(WordKey key, const Word& word) {
    const LoiVan& rules = report_.rules();
    for (const WordIndex::Entry& entry : rules.index.find(key)) {
        switch (entry.use) {
            case WordUse::Phrase:
                phrase(rules.phrases[entry.rule], 0);
                break;
            case WordUse::FirstVariant:
            case WordUse::SecondVariant:
                variant(entry.rule, entry.use == WordUse::FirstVariant, word);
                break;
            case WordUse::Month:
                date(check_long_date(report_, text_, word.core, block_));
                break;
            case WordUse::Appendix:
                appendix(word);
                break;
            case WordUse::PairPhrase:
            case WordUse::PairFirstVariant:
            case WordUse::PairSecondVariant:
            case WordUse::NeverDoubled:
            case WordUse::Known:
            case WordUse::LowerAfterStop:
            case WordUse::LoanWord:
                break;
        }
    }
}

/// `key`: of this word and the one before it.
void WordScan::pair_rules_of(WordKey key) {
    const LoiVan& rules = report_.rules();
    for (const WordIndex::Entry& entry : rules.index.find(key)) {
        if (entry.use == WordUse::PairPhrase) phrase(rules.phrases[entry.rule], 1);
        if (entry.use == WordUse::PairFirstVariant) variant(entry.rule, true, last(1));
        if (entry.use == WordUse::PairSecondVariant) variant(entry.rule, false, last(1));
    }
}

/// `back`: how many words before this one the phrase begins.
void WordScan::phrase(const PhraseRule& rule, std::size_t back) {
    const Word& word = last(back);
    if (word.core < matched_end_) return;
    const std::string_view here = text_.substr(word.core);
    std::size_t length = matched(here, rule.wrong);
    if (length == 0 && !rule.capital.empty()) length = matched(here, rule.capital);
    if (length == 0) return;
    if (count_ > back && last(back + 1).clean_behind() && holds(rule.not_after, core(last(back + 1)))) return;
    std::string_view behind = here.substr(length);
    if (behind.starts_with(' ')) {
        behind.remove_prefix(1);
        if (holds(rule.not_before, behind.substr(0, behind.find_first_of(" ,.;:)")))) return;
    }
    matched_end_ = word.core + length;
    const Passage where = passage(word.core, matched_end_);
    report_.add_with_proposal(rule.code, where, proposal(where.words(), rule));
}

void WordScan::date(const std::optional<ReadDate>& read) {
    if (!read || kind_ != TextKind::Body) return;
    noted_ = true;
    deadlines_.see(text_, *read, block_);
}

void WordScan::variant(std::uint32_t number, bool is_first, const Word& word) {
    const VariantRule& rule = report_.rules().variants[number];
    const std::string_view here = text_.substr(word.core);
    const std::size_t length = matched(here, is_first ? rule.first : rule.second);
    if (length == 0) return;
    noted_ = true;
    Variant& met = variants_[number];
    Passage& place = is_first ? met.first : met.second;
    if (place.text.empty()) place = passage(word.core, word.core + length);
    ++(is_first ? met.firsts : met.seconds);
}

bool WordScan::adjacent(const Word& before, const Word& word) const {
    return before.clean_behind() && word.clean_before() && word.begin == before.end + 1;
}

/// "của của", "đơn vị đơn vị".
void WordScan::doubled(const Word& word) {
    const Word& before = last(1);
    if (word.length() == 0 || !adjacent(before, word) || (word.classes & kDigit) || !(word.classes & kLetters)) return;
    if (core(word) == core(before)) {
        if (!is(WordUse::NeverDoubled, word)) return;
        const Passage where = passage(before.core, word.core_end);
        return report_.add_with_proposal(Code::doubled_word, where, std::string(core(word)));
    }
    if (count_ < 3 || before.key != last(3).key || core(word) != core(last(2)) || core(before) != core(last(3))) return;
    if (!adjacent(last(2), before) || !adjacent(last(3), last(2)) || (before.classes & kDigit)) return;
    const Passage where = passage(last(3).core, word.core_end);
    const std::string_view pair = text_.substr(before.core, word.core_end - before.core);
    if (!holds(report_.rules().may_repeat, pair))
        report_.add_with_proposal(Code::doubled_word, where, std::string(pair));
}

/// Spaces before a mark and missing ones behind it.
void WordScan::marks(const Word& word) {
    const std::string_view raw = text_.substr(word.begin, word.end - word.begin);
    const bool lone = raw.size() == 1 && (raw[0] == '.' || raw[0] == '?' || raw[0] == '!');
    if (count_ > 0 && last(1).length() > 0 && word.begin == last(1).end + 1 &&
        (raw[0] == ',' || raw[0] == ';' || raw[0] == ':' || raw[0] == ')' || lone))
        report_.add(Code::space_before_mark, passage(last(1).begin, word.begin + 1), {std::string(1, raw[0])});
    if (raw.find_first_of("/@_\\") != raw.npos) return;  // Addresses, codes, paths.
    for (std::size_t at = word.core + 1; at + 1 < word.core_end; ++at) {
        const unsigned mark = class_at(text_, at);
        if (!(mark & (kComma | kColon | kClose | kDot | kOpen))) continue;
        const unsigned before = class_at(text_, at - 1), behind = class_at(text_, at + 1);
        bool missing = (behind & kLetters) != 0;
        if (mark == kDot)
            missing &= text_[at] == '.' && (before & (kLower | kOther)) && behind == kUpper && at - word.core > 2 &&
                       word.core_end - at > 3 && (class_at(text_, at + 2) & (kLower | kOther));
        if (mark == kComma || mark == kColon) missing &= (before & kLetters) != 0 || before == kClose;
        if (mark == kOpen)
            missing &= (before & kLetters) != 0 && raw.find(')') == raw.npos && raw.find(']') == raw.npos;
        if (!missing) continue;
        return report_.add(Code::missing_space, passage(word.core, word.core_end), {std::string(core(word))});
    }
}

/// Words with figures: dates, numbers of documents, amounts.
void WordScan::figures(const Word& word) {
    if (word.classes & kSlash) {
        if (word.classes & kUpper) {
            noted_ = true;
            return citations_.see(text_, word.core, word.length(), block_);
        }
        const DateLook look = kind_ == TextKind::Cell ? DateLook::Free : DateLook::AsIssued;
        return date(check_short_date(report_, text_, word.core, look, block_));
    }
    if (word.classes & kUpper) return letters_and_figures(word);
    if (!(word.classes & kComma) || (word.classes & kLetters)) return;
    const std::string_view number = core(word);
    std::size_t groups = 0;
    for (std::size_t at = number.find(','); at != number.npos; at = number.find(',', at + 1), ++groups) {
        const std::size_t end = std::min(number.find_first_of(",.", at + 1), number.size());
        if (end - at != 4) return;
    }
    if (groups < 2 || number.find(',') > 3 || number.find(',') == 0) return;
    std::string written(number);
    for (char& c : written) c = c == ',' ? '.' : c == '.' ? ',' : c;
    report_.add(Code::number_separators, passage(word.core, word.core_end), {std::string(number)},
                {{Code::write_instead, {}, {written}}});
}

/// "ISO9001": rules that go on with figures are found by the letters in front.
void WordScan::letters_and_figures(const Word& word) {
    std::size_t end = word.core;
    while (class_at(text_, end) & kLetters) ++end;
    if (end == word.core) return;
    const WordKey key = word_key(text_.data() + word.core, end - word.core, text_.data() + text_.size());
    if (report_.rules().index.may_hold(key)) rules_of(key, word);
}

/// "đào tạo. bồi dưỡng": the stop is behind a word of small letters and before another.
void WordScan::after_stop(const Word& word) {
    const Word& before = last(1);
    if (text_[before.end - 1] != '.' || kind_ == TextKind::Cell || kind_ == TextKind::Addressee) return;
    if (before.end != before.core_end + 1 || before.length() < 2 ||
        (before.classes & (kUpper | kDigit | kSymbol | kQuote | kSlash)))
        return;
    if (!word.clean_before() || word.length() < 2 || (word.classes & (kDigit | kUpper)) || !begins_small(core(word)))
        return;
    if (core(before).find('.') != std::string_view::npos || is(WordUse::LowerAfterStop, before)) return;
    const Passage where = passage(before.core, word.core_end);
    report_.add(Code::lower_case_after_stop, where, {std::string(where.words())});
}

void WordScan::syllable(const Word& word) {
    constexpr unsigned kAllowed = kLower | kOther | kMarks | kQuote;
    if ((word.classes & ~kAllowed) != 0) return;
    const char* const end = text_.data() + text_.size();
    if (report_.rules().rhymes.may_be_syllable(text_.data() + word.core, word.length(), end)) return;
    if (!begins_small(core(word)) || core(word).find_first_of(".,;:()[]") != std::string_view::npos) return;
    if (word.core < matched_end_ || is(WordUse::LoanWord, word)) return;
    if (syllable_fault(core(word)) == SyllableFault::None) return;
    report_.add(Code::broken_syllable, passage(word.core, word.core_end), {std::string(core(word))});
}

/// "tại Phụ lục II", "phụ lục kèm theo" where there is none. Appendices of other documents are named with them, so only
/// mentions at the end of a sentence or with the words "kèm theo" count.
void WordScan::appendix(const Word& word) {
    constexpr std::string_view kLuc = " lục";
    const std::string_view behind = text_.substr(word.core_end);
    noted_ |= behind.starts_with(kLuc);
    if (!behind.starts_with(kLuc) || kind_ == TextKind::Title || appendices_ == kSeparateAppendix) return;
    std::size_t at = word.core_end + kLuc.size();
    std::int64_t number = 0;
    if (class_at(text_, at) == kSpace) {
        const std::size_t end = std::min(text_.find_first_of(" ,.;:)\n", at + 1), text_.size());
        number = ordinal(text_.substr(at + 1, end - at - 1));
        if (number > 0) at = end;
    }
    bool attached = false;
    for (const std::string_view words : {" kèm theo", " đính kèm"})
        if (text_.substr(at).starts_with(words)) at += words.size(), attached = true;
    const bool ends = at >= text_.size() || (class_at(text_, at) & (kMarks | kSpace)) != kSpace;
    if (!ends || (number == 0 && !attached) || (class_at(text_, at) & kLetters) != 0) return;
    const bool there = number > 0 ? static_cast<std::size_t>(number) <= appendices_ : appendices_ > 0;
    if (!there)
        report_.add(Code::appendix_absent, passage(word.core, at),
                    {std::string(text_.substr(word.core, at - word.core))});
}

void WordScan::finish() {
    for (const Variant& met : variants_) {
        if (met.first.text.empty() || met.second.text.empty()) continue;
        const bool second_is_rarer = met.seconds <= met.firsts;
        const Passage& here = second_is_rarer ? met.second : met.first;
        const Passage& there = second_is_rarer ? met.first : met.second;
        const Note other{Code::written_otherwise_here, report_.place(there), {std::string(there.words())}};
        report_.add(Code::mixed_variants, here, {std::string(here.words()), std::string(there.words())}, {other});
    }
}

}  // namespace vanban::thethuc
