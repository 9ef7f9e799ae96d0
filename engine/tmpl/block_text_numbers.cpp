// Typed numbers of block text against those that will be printed.
#include "tmpl/block_text_numbers.hpp"

#include <algorithm>
#include <charconv>
#include <system_error>

#include "wording/numbers.hpp"

namespace vanban::tmpl {

namespace {

using model::CapBac;

std::optional<std::size_t> index_of(CapBac cap) {
    return cap <= CapBac::Diem ? std::optional(static_cast<std::size_t>(cap)) : std::nullopt;
}

/// Levels that do not start again when a higher one begins.
bool runs_on(CapBac cap) {
    return cap == CapBac::Chuong || cap == CapBac::Dieu;
}

struct LevelWord {
    std::string_view word;
    CapBac cap;
};
constexpr std::array<LevelWord, 10> kLevelWords{{{"Phần", CapBac::Phan},
                                                 {"PHẦN", CapBac::Phan},
                                                 {"Chương", CapBac::Chuong},
                                                 {"CHƯƠNG", CapBac::Chuong},
                                                 {"Mục", CapBac::Muc},
                                                 {"MỤC", CapBac::Muc},
                                                 {"Tiểu mục", CapBac::TieuMuc},
                                                 {"TIỂU MỤC", CapBac::TieuMuc},
                                                 {"Điều", CapBac::Dieu},
                                                 {"ĐIỀU", CapBac::Dieu}}};
constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kRomanDigits = "IVXLCDM";
constexpr std::string_view kNoBreakSpace = "\u00A0";
/// Longest number that is read; none of a document has as many figures.
constexpr std::size_t kMostFigures = 15;

/// The value of a Roman number; 0 if it is malformed.
int roman_value(std::string_view text) {
    constexpr std::array<int, 7> kValues{1, 5, 10, 50, 100, 500, 1000};
    int value = 0;
    int before = 0;
    for (const char digit : text) {
        const int one = kValues[kRomanDigits.find(digit)];
        value += one > before ? one - 2 * before : one;
        before = one;
    }
    return wording::roman(value) == std::string(text) ? value : 0;
}

/// The value of a number without sign; 0 if it is none.
int number_value(std::string_view text) {
    if (text.size() > kMostFigures) return 0;
    if (text.find_first_not_of(kDigits) != text.npos) return roman_value(text);
    int value = 0;
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), value);
    return parsed.ec == std::errc() ? value : 0;
}

/// Past the spaces at `from`; `from` if there are none.
std::size_t skip_spaces(std::string_view text, std::size_t from) {
    while (from < text.size()) {
        if (text[from] == ' ' || text[from] == '\t') {
            ++from;
        } else if (text.substr(from).starts_with(kNoBreakSpace)) {
            from += kNoBreakSpace.size();
        } else {
            break;
        }
    }
    return from;
}

/// The number after the word of a level.
std::optional<LevelLabel> number_after(std::string_view text, const LevelWord& level) {
    const std::size_t begin = skip_spaces(text, level.word.size());
    if (begin == level.word.size() || begin >= text.size()) return std::nullopt;
    const bool arabic = kDigits.find(text[begin]) != kDigits.npos;
    const std::size_t end = std::min(text.find_first_not_of(arabic ? kDigits : kRomanDigits, begin), text.size());
    const int value = end > begin ? number_value(text.substr(begin, end - begin)) : 0;
    if (value == 0) return std::nullopt;
    return LevelLabel{.cap = level.cap, .value = value, .number = {begin, end}, .content = end};
}

bool is_mark(char c) {
    return c == '.' || c == ':';
}

/// Bytes of the letter at the start of `text`: a to z or đ. Letters that no điểm has (f, j, w, z) are typed
/// nonetheless.
std::size_t letter_length(std::string_view text) {
    if (text.starts_with("đ")) return std::string_view("đ").size();
    return !text.empty() && text[0] >= 'a' && text[0] <= 'z' ? 1 : 0;
}

std::size_t number_length(std::string_view text, CapBac cap) {
    if (cap == CapBac::Diem) return letter_length(text);
    const auto end = text.find_first_not_of(cap == CapBac::MucLaMa ? "IVXLCDM" : "0123456789");
    return end == text.npos ? text.size() : end;
}

}  // namespace

std::optional<TypedNumber> find_typed_number(std::string_view text, Range line, CapBac cap) {
    const std::string_view rest = text.substr(line.begin, line.end - line.begin);
    const std::size_t length = number_length(rest, cap);
    const char mark = cap == CapBac::Diem ? ')' : '.';
    if (length == 0 || length + 1 >= rest.size() || rest[length] != mark) return std::nullopt;
    const std::size_t content = rest.find_first_not_of(" \t", length + 1);
    if (content == rest.npos || content == length + 1) return std::nullopt;
    return TypedNumber{.label = {line.begin, line.begin + length + 1}, .content = line.begin + content};
}

std::optional<LevelLabel> find_level_label(std::string_view text) {
    for (const LevelWord& level : kLevelWords) {
        if (!text.starts_with(level.word)) continue;
        auto label = number_after(text, level);
        if (!label || label->content == text.size()) return label;
        if (!is_mark(text[label->content++])) return std::nullopt;
        const bool goes_on = label->content < text.size() && kDigits.find(text[label->content]) != kDigits.npos;
        return goes_on ? std::nullopt : label;  // "Mục 1.2" is something else.
    }
    return std::nullopt;
}

std::optional<LevelLabel> find_article(std::string_view text) {
    const auto label = find_level_label(text);
    return label && label->cap == CapBac::Dieu && label->content > label->number.end ? label : std::nullopt;
}

void RunningNumbers::advance(CapBac cap) {
    const auto index = index_of(cap);
    if (!index) return;
    ++counters_[*index].count;
    for (std::size_t below = *index + 1; below < counters_.size(); ++below) {
        if (!runs_on(static_cast<CapBac>(below))) counters_[below] = {};
    }
}

void RunningNumbers::forget() {
    for (Counter& counter : counters_) counter.known = false;
}

std::optional<int> RunningNumbers::ordinal(CapBac cap) const {
    const auto index = index_of(cap);
    if (!index || !counters_[*index].known) return std::nullopt;
    return counters_[*index].count;
}

std::optional<std::string> RunningNumbers::label(CapBac cap) const {
    const auto number = ordinal(cap);
    if (!number) return std::nullopt;
    return number_label(cap, *number);
}

std::string number_label(CapBac cap, int ordinal) {
    if (cap == CapBac::Phan || cap == CapBac::Chuong) return wording::roman(ordinal).value_or("");
    if (cap < CapBac::MucLaMa) return std::to_string(ordinal);
    if (cap == CapBac::MucLaMa) return wording::roman(ordinal).value_or("") + ".";
    if (cap == CapBac::Diem) return std::string(wording::diem_letter(ordinal).value_or("")) + ")";
    return std::to_string(ordinal) + ".";
}

}  // namespace vanban::tmpl
