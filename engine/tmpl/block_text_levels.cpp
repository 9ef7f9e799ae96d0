// Block text: headings, Điều, and the numbers that were typed.
#include <algorithm>
#include <string>
#include <utility>

#include "tmpl/block_text_builder.hpp"

namespace vanban::tmpl {

using model::CapBac;

void BlockTextBuilder::heading(unsigned level) {
    Pieces pieces = std::exchange(pieces_, {});
    const Range range = range_of(pieces);
    if (!accept_heading(level, pieces)) return;
    const CapBac cap = heading_level(level, pieces);
    under_ = cap;
    check_mix(cap, range);
    if (range_of(pieces).end == 0) return out_.add(Code::empty_heading, spans_.at(range));
    drop_end_mark(pieces);
    emit(DeMucTemplate{.cap = cap, .co_tieu_de = true, .text = inlines_.make(pieces)}, range);
}

bool BlockTextBuilder::accept_heading(unsigned level, const Pieces& pieces) {
    const Range range = range_of(pieces);
    if (range.end == 0) {
        const Range mark = next_word(last_);
        out_.add(Code::empty_heading, spans_.at(mark));
        last_ = mark.end;
        return false;
    }
    // rfind gives npos for the first line; npos + 1 is 0.
    const std::size_t line = source_.original.rfind('\n', range.begin) + 1;
    const std::size_t mark = source_.original.find_first_not_of(" \t", line);
    const bool in_item = std::exchange(item_begins_, false) || !lists_.empty();
    if (in_item) return refuse(Code::is_heading_in_list, range), false;
    if (source_.original[mark] != '#') return refuse(Code::is_underlined_heading, range), false;
    const bool deep = level > 3 && !find_level_label(inlines_.visible(pieces));
    if (deep) return refuse(Code::is_deep_heading, {mark, mark + level}), false;
    return true;
}

/// The level of a heading and what is left of its text without the number: by its words, or by its depth.
CapBac BlockTextBuilder::heading_level(unsigned level, Pieces& pieces) {
    if (const auto label = find_level_label(inlines_.visible(pieces))) {
        count(*label, pieces);
        cut_label(*label, pieces);
        return label->cap;
    }
    const CapBac cap = level == 1 ? CapBac::MucLaMa : level == 2 ? CapBac::Khoan : CapBac::Diem;
    const auto typed = find_typed_number(source_.original, pieces.front().range, cap);
    if (typed) pieces.front().range.begin = typed->content;
    count(cap, typed ? std::optional(typed->label) : std::nullopt);
    return cap;
}

/// Headings do not end with `:` or `.` (the decree's own have none); an ellipsis stays.
void BlockTextBuilder::drop_end_mark(Pieces& pieces) {
    Range& last = pieces.back().range;
    if (last.end - last.begin < 2) return;
    const char mark = source_.masked[last.end - 1];
    if (mark != ':' && (mark != '.' || source_.masked[last.end - 2] == '.')) return;
    out_.add(Code::heading_end_mark, spans_.at({last.end - 1, last.end}), {std::string(1, mark)});
    --last.end;
}

/// `Điều 1.` at the start of a line. A list that goes on after it goes on below it.
void BlockTextBuilder::begin_article(const LevelLabel& label, Pieces& line) {
    const std::size_t begin = range_of(line).begin;
    article_ = {begin, original_offset(line, label.content - 1) + 1};
    count(label, line);
    cut_label(label, line);
    under_ = CapBac::Dieu;
    if (!lists_.empty() && lists_.front().ordered) lists_.front().cap = CapBac::Khoan;
    check_mix(CapBac::Dieu, article_);
}

/// Takes word and number away, and the spaces behind them.
void BlockTextBuilder::cut_label(const LevelLabel& label, Pieces& line) {
    drop_visible(line, label.content);
    while (!line.empty() && line.front().kind == Piece::Kind::Text) {
        Range& range = line.front().range;
        range.begin = std::min(source_.original.find_first_not_of(" \t", range.begin), range.end);
        if (range.begin != range.end) return;
        line.erase(line.begin());
    }
}

/// Model A (Điều) and model B (mục with Roman numbers) exclude each other. Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I,
/// Mục II, khoản 6.
void BlockTextBuilder::check_mix(CapBac cap, Range where) {
    std::optional<Range>& own = cap == CapBac::Dieu ? first_dieu_ : first_muc_la_ma_;
    const std::optional<Range>& other = cap == CapBac::Dieu ? first_muc_la_ma_ : first_dieu_;
    if (cap != CapBac::Dieu && cap != CapBac::MucLaMa) return;
    if (!own) own = where;
    if (!other || std::exchange(mix_reported_, true)) return;
    const Note note{Code::first_given_here, spans_.at(*other), {}};
    out_.add(diagnose(Code::level_mix, spans_.at(where)).with(note));
}

/// The next item of level `cap` begins; `label`: its number as typed, which is held against the one to be printed.
/// What counts is the ordinal: under a khoản, "1." is printed as "a)".
void BlockTextBuilder::count(CapBac cap, const std::optional<Range>& label) {
    numbers_.advance(cap);
    const auto ordinal = numbers_.ordinal(cap);
    if (!label || !ordinal) return;
    const std::string typed(original(*label));
    const std::string printed = number_label(cap, *ordinal);
    if (typed == printed || typed == std::to_string(*ordinal) + ".") return;
    out_.add(Code::number_will_change, spans_.at(*label), {typed, printed});
}

/// The same of a level that is written with its word; only the number is looked at, Roman or Arabic.
void BlockTextBuilder::count(const LevelLabel& label, const Pieces& line) {
    numbers_.advance(label.cap);
    const auto ordinal = numbers_.ordinal(label.cap);
    if (!ordinal || *ordinal == label.value) return;
    const Range number{original_offset(line, label.number.begin), original_offset(line, label.number.end - 1) + 1};
    out_.add(Code::number_will_change, spans_.at(number),
             {std::string(original(number)), number_label(label.cap, *ordinal)});
}

/// The number of the list item whose text begins at `content`.
std::optional<Range> BlockTextBuilder::number_before(std::size_t content) const {
    const std::string_view before = source_.original.substr(0, content);
    const std::size_t mark = before.find_last_not_of(" \t*\\");
    if (mark == before.npos || (before[mark] != '.' && before[mark] != ')')) return std::nullopt;
    const std::size_t other = before.substr(0, mark).find_last_not_of("0123456789");
    const std::size_t begin = other == before.npos ? 0 : other + 1;
    return begin < mark ? std::optional(Range{begin, mark + 1}) : std::nullopt;
}

}  // namespace vanban::tmpl
