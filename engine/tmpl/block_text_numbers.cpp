// Typed numbers of block text against those that will be printed.
#include "tmpl/block_text_numbers.hpp"

#include "wording/numbers.hpp"

namespace vanban::tmpl {

namespace {

using model::CapBac;

std::optional<std::size_t> index_of(CapBac cap) {
    switch (cap) {
        case CapBac::MucLaMa:
            return 0;
        case CapBac::Khoan:
            return 1;
        case CapBac::Diem:
            return 2;
        default:
            return std::nullopt;
    }
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

void RunningNumbers::advance(CapBac cap) {
    const auto index = index_of(cap);
    if (!index) return;
    ++counters_[*index].count;
    for (std::size_t below = *index + 1; below < counters_.size(); ++below) counters_[below] = {};
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
    if (cap == CapBac::MucLaMa) return wording::roman(ordinal).value_or("") + ".";
    if (cap == CapBac::Diem) return std::string(wording::diem_letter(ordinal).value_or("")) + ")";
    return std::to_string(ordinal) + ".";
}

}  // namespace vanban::tmpl
