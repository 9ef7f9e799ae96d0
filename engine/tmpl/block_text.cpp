// Block text: md4c is run, its blocks are opened and closed, and what is not supported is refused.
#include "tmpl/block_text.hpp"

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "tmpl/block_text_builder.hpp"

namespace vanban::tmpl {

using model::CapBac;
using model::Emphasis;
using model::KieuCot;

namespace {

constexpr std::string_view kBlank = " \t\r\n";

}  // namespace

std::optional<std::vector<BlockTemplate>> BlockTextBuilder::run() {
    const std::size_t errors = out_.error_count();
    if (source_.unclosed) {
        out_.add(Code::unclosed_braces, spans_.at({*source_.unclosed, *source_.unclosed + 2}), {"{{", "}}"});
    }
    for (const Range& link : source_.links) refuse(Code::is_link, link);
    const bool complete = parse() == 0;
    // Stopped by no finding of ours: no memory.
    if (!complete && out_.error_count() == errors) out_.add(Code::budget_exceeded, spans_.at({0, last_}));
    if (out_.error_count() != errors) return std::nullopt;
    return std::move(blocks_);
}

int BlockTextBuilder::parse() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = forward<&BlockTextBuilder::enter_block, MD_BLOCKTYPE, void*>;
    parser.leave_block = forward<&BlockTextBuilder::leave_block, MD_BLOCKTYPE, void*>;
    parser.enter_span = forward<&BlockTextBuilder::enter_span, MD_SPANTYPE, void*>;
    parser.leave_span = forward<&BlockTextBuilder::leave_span, MD_SPANTYPE, void*>;
    parser.text = forward<&BlockTextBuilder::text, MD_TEXTTYPE, const char*, MD_SIZE>;
    return md_parse(source_.masked.data(), static_cast<MD_SIZE>(source_.masked.size()), &parser, this);
}

int BlockTextBuilder::enter_block(MD_BLOCKTYPE type, void* detail) {
    flush();
    if (++depth_ > limits_.depth) {
        out_.add(Code::too_deep, spans_.at({last_, last_}), {std::to_string(limits_.depth)});
        return 1;
    }
    switch (type) {
        case MD_BLOCK_QUOTE:
            refuse_block(Code::is_quote, ">");
            break;
        case MD_BLOCK_UL:
            open_bullets(*static_cast<MD_BLOCK_UL_DETAIL*>(detail));
            break;
        case MD_BLOCK_OL:
            open_numbers();
            break;
        case MD_BLOCK_LI:
            item_begins_ = true;
            break;
        case MD_BLOCK_HR:
            refuse_block(Code::is_rule, "-*");
            break;
        case MD_BLOCK_H:
            heading_level_ = static_cast<MD_BLOCK_H_DETAIL*>(detail)->level;
            break;
        case MD_BLOCK_CODE:
            refuse_block(Code::is_code, "`~");
            break;
        case MD_BLOCK_HTML:
            refuse_block(Code::is_html, "<");
            break;
        case MD_BLOCK_TABLE:
            return open_table(*static_cast<MD_BLOCK_TABLE_DETAIL*>(detail));
        case MD_BLOCK_TR:
            table_->begin_row();
            break;
        default:
            break;
    }
    return 0;
}

int BlockTextBuilder::leave_block(MD_BLOCKTYPE type, void* detail) {
    --depth_;
    switch (type) {
        case MD_BLOCK_TH: {
            const MD_ALIGN align = static_cast<MD_BLOCK_TD_DETAIL*>(detail)->align;
            const KieuCot aligned = align == MD_ALIGN_CENTER ? KieuCot::Giua : KieuCot::Chu;
            table_->add_heading(align == MD_ALIGN_RIGHT ? KieuCot::So : aligned, std::exchange(pieces_, {}));
            break;
        }
        case MD_BLOCK_TD:
            table_->add_cell(std::exchange(pieces_, {}));
            break;
        case MD_BLOCK_TR:
            table_->end_row();
            break;
        case MD_BLOCK_TABLE:
            close_table();
            break;
        case MD_BLOCK_H:
            heading();
            break;
        case MD_BLOCK_LI:
            flush();
            drop_empty_item();
            break;
        case MD_BLOCK_UL:
        case MD_BLOCK_OL:
            lists_.pop_back();
            break;
        // What they hold was refused as a whole.
        case MD_BLOCK_CODE:
        case MD_BLOCK_HTML:
            refused_ = false;
            break;
        default:
            flush();
            break;
    }
    return 0;
}

int BlockTextBuilder::enter_span(MD_SPANTYPE type, void*) {
    bold_ += type == MD_SPAN_STRONG;
    italic_ += type == MD_SPAN_EM;
    if (type == MD_SPAN_A) refuse(Code::is_link, next_word(last_));
    return 0;
}

int BlockTextBuilder::leave_span(MD_SPANTYPE type, void*) {
    bold_ -= type == MD_SPAN_STRONG;
    italic_ -= type == MD_SPAN_EM;
    return 0;
}

int BlockTextBuilder::text(MD_TEXTTYPE type, const char* begin, MD_SIZE size) {
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
        add_break(type);
        return 0;
    }
    // A NUL comes as a text of md4c's own; data cannot hold one.
    const char* const first = source_.masked.data();
    const bool inside = !std::less<>()(begin, first) && std::less<>()(begin, first + source_.masked.size());
    if (!inside || size == 0 || refused_) return 0;
    const auto offset = static_cast<std::size_t>(begin - first);
    const Range range{offset, offset + size};
    last_ = range.end;
    if (type == MD_TEXT_CODE) refuse(Code::is_code, range);
    if (type == MD_TEXT_HTML) refuse(Code::is_html, range);
    const auto emphasis = static_cast<Emphasis>((bold_ > 0 ? 1 : 0) | (italic_ > 0 ? 2 : 0));
    pieces_.push_back({.kind = Piece::Kind::Text, .range = range, .emphasis = emphasis});
    return 0;
}

/// Two spaces at the end of a line break it in CommonMark; they cannot be seen, so here nothing but `\` does.
void BlockTextBuilder::add_break(MD_TEXTTYPE type) {
    const bool hard = type == MD_TEXT_BR && source_.masked.compare(last_, 1, "\\") == 0;
    pieces_.push_back({.kind = hard ? Piece::Kind::HardBreak : Piece::Kind::SoftBreak, .range = {last_, last_}});
}

void BlockTextBuilder::open_bullets(const MD_BLOCK_UL_DETAIL& detail) {
    const bool nested = !lists_.empty() && !lists_.back().ordered;
    const bool too_deep = nested && lists_.back().cap == CapBac::Cong;
    open_list(nested || detail.mark == '+' ? CapBac::Cong : CapBac::Gach, false, too_deep);
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

int BlockTextBuilder::open_table(const MD_BLOCK_TABLE_DETAIL& detail) {
    drop_empty_item();
    table_.emplace(source_, spans_, inlines_, out_);
    if (detail.col_count <= kMaxColumns) return 0;
    out_.add(Code::too_many_columns, spans_.at(next_word(last_)),
             {std::to_string(detail.col_count), std::to_string(kMaxColumns)});
    return 1;
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
    refused_ = kind == Code::is_code || kind == Code::is_html;
    const std::size_t size = source_.original.size();
    const std::size_t begin = std::min(source_.original.find_first_of(marks, last_), size);
    const std::size_t end = std::min(source_.original.find_first_of(kBlank, begin), size);
    refuse(kind, {begin, end});
    last_ = end;
}

std::optional<std::vector<BlockTemplate>> parse_block_text(std::string_view text, const TextOrigin& where,
                                                           const Limits& limits, Diagnostics& out) {
    return BlockTextBuilder(text, where, limits, out).run();
}

}  // namespace vanban::tmpl
