// Block text: lists, items and tables are opened and closed, and what is not supported is refused.
#include "tmpl/block_text_builder.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace vanban::tmpl {

using model::CapBac;
using model::Emphasis;
using model::KieuCot;

namespace {

constexpr std::string_view kBlank = " \t\r\n";

}  // namespace

BlockTextBuilder::BlockTextBuilder(const MaskedText& source, const TextOrigin& where, const Limits& limits,
                                   Diagnostics& out)
    : source_(source),
      spans_(source.original, where),
      limits_(limits),
      out_(out),
      inlines_(source_, spans_, limits, out) {
    if (source_.unclosed) {
        out_.add(Code::unclosed_braces, spans_.at({*source_.unclosed, *source_.unclosed + 2}), {"{{", "}}"});
    }
    for (const Range& link : source_.links) refuse(Code::is_link, link);
}

bool BlockTextBuilder::enter() {
    flush();
    if (++depth_ <= limits_.depth) return true;
    out_.add(Code::too_deep, spans_.at({last_, last_}), {std::to_string(limits_.depth)});
    return false;
}

void BlockTextBuilder::add_text(Range range, Emphasis emphasis) {
    last_ = range.end;
    pieces_.push_back({.kind = Piece::Kind::Text, .range = range, .emphasis = emphasis});
}

void BlockTextBuilder::add_break(bool hard) {
    hard = hard && source_.masked.compare(last_, 1, "\\") == 0;
    pieces_.push_back({.kind = hard ? Piece::Kind::HardBreak : Piece::Kind::SoftBreak, .range = {last_, last_}});
}

void BlockTextBuilder::open_bullets(char mark) {
    const bool nested = !lists_.empty() && !lists_.back().ordered;
    const bool too_deep = nested && lists_.back().cap == CapBac::Cong;
    open_list(nested || mark == '+' ? CapBac::Cong : CapBac::Gach, false, too_deep);
}

/// One level below the list or heading around it; khoản if there is none.
void BlockTextBuilder::open_numbers() {
    const std::optional<CapBac> above = lists_.empty() ? under_ : lists_.back().cap;
    if (!above || *above <= CapBac::MucLaMa) return open_list(CapBac::Khoan, true, false);
    open_list(CapBac::Diem, true, *above != CapBac::Khoan);
}

void BlockTextBuilder::open_list(CapBac cap, bool ordered, bool too_deep) {
    if (too_deep) {
        out_.add(Code::too_deep_list, spans_.at(next_word(last_)));
        numbers_.forget();
    }
    drop_empty_item();
    lists_.push_back({cap, ordered});
}

void BlockTextBuilder::drop_empty_item() {
    if (!std::exchange(item_begins_, false)) return;
    const Range mark = next_word(last_);
    out_.add(Code::empty_item, spans_.at(mark));
    last_ = mark.end;
}

void BlockTextBuilder::close_item() {
    flush();
    drop_empty_item();
}

bool BlockTextBuilder::open_table(unsigned columns) {
    drop_empty_item();
    table_.emplace(source_, spans_, inlines_, out_);
    if (columns <= kMaxColumns) return true;
    out_.add(Code::too_many_columns, spans_.at(next_word(last_)),
             {std::to_string(columns), std::to_string(kMaxColumns)});
    return false;
}

void BlockTextBuilder::add_heading_cell(KieuCot kieu) {
    table_->add_heading(kieu, std::exchange(pieces_, {}));
}

void BlockTextBuilder::add_cell() {
    table_->add_cell(std::exchange(pieces_, {}));
}

void BlockTextBuilder::close_table() {
    const Range range = table_->range();
    emit(std::move(*table_).take(), range);
    table_.reset();
}

Range BlockTextBuilder::next_word(std::size_t from) const {
    const std::size_t size = source_.original.size();
    const std::size_t begin = std::min(source_.original.find_first_not_of(kBlank, from), size);
    return {begin, std::min(source_.original.find_first_of(kBlank, begin), size)};
}

void BlockTextBuilder::refuse(Code kind, Range range) {
    out_.add(diagnose(Code::unsupported_markup, spans_.at(range), {std::string(original(range))}).with({kind, {}, {}}));
}

/// md4c does not say where such a block begins: it is the next of its marks.
void BlockTextBuilder::refuse_block(Code kind, std::string_view marks) {
    const std::size_t size = source_.original.size();
    const std::size_t begin = std::min(source_.original.find_first_of(marks, last_), size);
    const std::size_t end = std::min(source_.original.find_first_of(kBlank, begin), size);
    refuse(kind, {begin, end});
    last_ = end;
}

void BlockTextBuilder::refuse_next_word(Code kind) {
    refuse(kind, next_word(last_));
}

}  // namespace vanban::tmpl
