// Block text: the events of md4c turned into blocks. Structure comes from the masked text, content from the original.
#include "tmpl/block_text.hpp"

#include <md4c.h>

#include <algorithm>
#include <functional>
#include <string>
#include <utility>

#include "tmpl/block_text_inline.hpp"
#include "tmpl/block_text_numbers.hpp"
#include "tmpl/block_text_table.hpp"

namespace vanban::tmpl {

namespace {

using model::CapBac;
using model::Emphasis;
using model::KieuCot;

constexpr std::string_view kBlank = " \t\r\n";

struct OpenList {
    CapBac cap;
    bool ordered;
};

/// Gets md4c's events in the order of the text and makes the blocks.
class Builder {
public:
    Builder(std::string_view text, const TextOrigin& where, const Limits& limits, Diagnostics& out)
        : source_(mask(text)),
          spans_(text, where),
          limits_(limits),
          out_(out),
          inlines_(source_, spans_, limits, out) {}
    Builder(const Builder&) = delete;

    /// The blocks; empty if there was an error.
    std::optional<std::vector<BlockTemplate>> run();

private:
    // Events; a result other than 0 stops md4c.
    int enter_block(MD_BLOCKTYPE type, void* detail);
    int leave_block(MD_BLOCKTYPE type, void* detail);
    int enter_span(MD_SPANTYPE type, void* detail);
    int leave_span(MD_SPANTYPE type, void* detail);
    int text(MD_TEXTTYPE type, const char* begin, MD_SIZE size);
    template <auto Handler, class... Args>
    static int forward(Args... args, void* self) {
        return (static_cast<Builder*>(self)->*Handler)(args...);
    }
    int parse();

    void open_bullets(const MD_BLOCK_UL_DETAIL& detail);
    void open_numbers();
    void open_list(CapBac cap, bool ordered, bool too_deep);
    void drop_empty_item();
    int open_table(const MD_BLOCK_TABLE_DETAIL& detail);
    void close_table();
    void add_break(MD_TEXTTYPE type);

    void flush();
    void heading();
    bool accept_heading(unsigned level, Range range);
    void drop_end_mark(Pieces& pieces);
    void list_item();
    void running_text(std::optional<CapBac> item);
    void check_table_rule(Range line);
    void emit_text(Pieces pieces, std::optional<CapBac> item);
    void emit(decltype(BlockTemplate::content) content, Range range);

    void count(CapBac cap, const std::optional<Range>& label);
    std::optional<Range> number_before(std::size_t content) const;
    Range next_word(std::size_t from) const;
    std::string_view original(Range range) const {
        return source_.original.substr(range.begin, range.end - range.begin);
    }
    void refuse(Code kind, Range range);
    void refuse_block(Code kind, std::string_view marks);

    MaskedText source_;
    SpanMap spans_;
    const Limits& limits_;
    Diagnostics& out_;
    InlineMaker inlines_;

    std::vector<BlockTemplate> blocks_;
    Pieces pieces_;  ///< Of the paragraph, heading or cell at hand.
    int bold_ = 0;
    int italic_ = 0;
    std::size_t last_ = 0;  ///< End of what was seen last.
    std::vector<OpenList> lists_;
    bool item_begins_ = false;     ///< The next paragraph is the text of a list item.
    unsigned heading_level_ = 0;   ///< Of the heading at hand.
    std::optional<CapBac> under_;  ///< Level of the last heading.
    std::optional<TableMaker> table_;
    bool refused_ = false;  ///< Inside of a block that was refused as a whole.
    std::size_t depth_ = 0;
    RunningNumbers numbers_;
};

std::optional<std::vector<BlockTemplate>> Builder::run() {
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

int Builder::parse() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = forward<&Builder::enter_block, MD_BLOCKTYPE, void*>;
    parser.leave_block = forward<&Builder::leave_block, MD_BLOCKTYPE, void*>;
    parser.enter_span = forward<&Builder::enter_span, MD_SPANTYPE, void*>;
    parser.leave_span = forward<&Builder::leave_span, MD_SPANTYPE, void*>;
    parser.text = forward<&Builder::text, MD_TEXTTYPE, const char*, MD_SIZE>;
    return md_parse(source_.masked.data(), static_cast<MD_SIZE>(source_.masked.size()), &parser, this);
}

int Builder::enter_block(MD_BLOCKTYPE type, void* detail) {
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

int Builder::leave_block(MD_BLOCKTYPE type, void* detail) {
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

int Builder::enter_span(MD_SPANTYPE type, void*) {
    bold_ += type == MD_SPAN_STRONG;
    italic_ += type == MD_SPAN_EM;
    if (type == MD_SPAN_A) refuse(Code::is_link, next_word(last_));
    return 0;
}

int Builder::leave_span(MD_SPANTYPE type, void*) {
    bold_ -= type == MD_SPAN_STRONG;
    italic_ -= type == MD_SPAN_EM;
    return 0;
}

int Builder::text(MD_TEXTTYPE type, const char* begin, MD_SIZE size) {
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
void Builder::add_break(MD_TEXTTYPE type) {
    const bool hard = type == MD_TEXT_BR && source_.masked.compare(last_, 1, "\\") == 0;
    pieces_.push_back({.kind = hard ? Piece::Kind::HardBreak : Piece::Kind::SoftBreak, .range = {last_, last_}});
}

void Builder::open_bullets(const MD_BLOCK_UL_DETAIL& detail) {
    const bool nested = !lists_.empty() && !lists_.back().ordered;
    const bool too_deep = nested && lists_.back().cap == CapBac::Cong;
    open_list(nested || detail.mark == '+' ? CapBac::Cong : CapBac::Gach, false, too_deep);
}

/// One level below the list or heading around it; khoản if there is none.
void Builder::open_numbers() {
    const std::optional<CapBac> above = lists_.empty() ? under_ : lists_.back().cap;
    if (!above || *above == CapBac::MucLaMa) return open_list(CapBac::Khoan, true, false);
    open_list(CapBac::Diem, true, *above != CapBac::Khoan);
}

void Builder::open_list(CapBac cap, bool ordered, bool too_deep) {
    if (too_deep) {
        out_.add(Code::too_deep_list, spans_.at(next_word(last_)));
        numbers_.forget();
    }
    drop_empty_item();
    lists_.push_back({cap, ordered});
}

void Builder::drop_empty_item() {
    if (!std::exchange(item_begins_, false)) return;
    const Range mark = next_word(last_);
    out_.add(Code::empty_item, spans_.at(mark));
    last_ = mark.end;
}

int Builder::open_table(const MD_BLOCK_TABLE_DETAIL& detail) {
    drop_empty_item();
    table_.emplace(source_, spans_, inlines_, out_);
    if (detail.col_count <= kMaxColumns) return 0;
    out_.add(Code::too_many_columns, spans_.at(next_word(last_)),
             {std::to_string(detail.col_count), std::to_string(kMaxColumns)});
    return 1;
}

void Builder::close_table() {
    const Range range = table_->range();
    emit(std::move(*table_).take(), range);
    table_.reset();
}

/// Makes blocks of the text at hand, which ends here.
void Builder::flush() {
    if (pieces_.empty()) return;
    if (std::exchange(item_begins_, false)) return list_item();
    running_text(std::nullopt);
}

void Builder::heading() {
    Pieces pieces = std::exchange(pieces_, {});
    const unsigned level = std::exchange(heading_level_, 0);
    const Range range = range_of(pieces);
    if (!accept_heading(level, range)) return;
    const CapBac cap = level == 1 ? CapBac::MucLaMa : level == 2 ? CapBac::Khoan : CapBac::Diem;
    under_ = cap;
    const auto typed = find_typed_number(source_.original, pieces.front().range, cap);
    if (typed) pieces.front().range.begin = typed->content;
    count(cap, typed ? std::optional(typed->label) : std::nullopt);
    drop_end_mark(pieces);
    emit(DeMucTemplate{.cap = cap, .co_tieu_de = true, .text = inlines_.make(pieces)}, range);
}

bool Builder::accept_heading(unsigned level, Range range) {
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
    if (level > 3) return refuse(Code::is_deep_heading, {mark, mark + level}), false;
    return true;
}

/// Headings do not end with `:` or `.` (the decree's own have none); an ellipsis stays.
void Builder::drop_end_mark(Pieces& pieces) {
    Range& last = pieces.back().range;
    if (last.end - last.begin < 2) return;
    const char mark = source_.masked[last.end - 1];
    if (mark != ':' && (mark != '.' || source_.masked[last.end - 2] == '.')) return;
    out_.add(Code::heading_end_mark, spans_.at({last.end - 1, last.end}), {std::string(1, mark)});
    --last.end;
}

void Builder::list_item() {
    const OpenList& list = lists_.back();
    const auto typed = list.ordered ? number_before(range_of(pieces_).begin) : std::nullopt;
    count(list.cap, typed);
    running_text(list.cap);
}

/// A paragraph, or the text of an item of level `item`. A line that is one expression inserts something; a line that
/// begins with a letter is a điểm. The first line of an item is its text, whatever it looks like.
void Builder::running_text(std::optional<CapBac> item) {
    Pieces text;
    bool fixed = item.has_value();
    for (Pieces& line : lines_of(std::exchange(pieces_, {}))) {
        if (line.empty()) continue;
        const Range* hole = fixed ? nullptr : inlines_.only_hole(line);
        check_table_rule(range_of(line));
        const auto letter =
            fixed || hole ? std::nullopt : find_typed_number(source_.original, line.front().range, CapBac::Diem);
        fixed = false;
        if (hole || letter) emit_text(std::exchange(text, {}), std::exchange(item, std::nullopt));
        if (hole) {
            if (auto expr = inlines_.parse_hole(*hole)) emit(InsertTemplate{std::move(*expr)}, *hole);
            numbers_.forget();
            continue;
        }
        if (letter) {
            count(CapBac::Diem, letter->label);
            line.front().range.begin = letter->content;
            item = CapBac::Diem;
        }
        if (!text.empty() && !ends_with_break(text)) text.push_back({.kind = Piece::Kind::SoftBreak, .range = {}});
        text.insert(text.end(), line.begin(), line.end());
    }
    emit_text(std::move(text), item);
}

/// `|---|---|` in running text was meant to make a table, but has fewer than three dashes in a column, or another
/// number of columns than the line above.
void Builder::check_table_rule(Range line) {
    const std::string_view written = original(line);
    const bool looks_like = written.find_first_not_of("|-: \t") == written.npos && written.find('|') != written.npos &&
                            written.find('-') != written.npos;
    if (looks_like) out_.add(Code::bad_table_rule, spans_.at(line));
}

void Builder::emit_text(Pieces pieces, std::optional<CapBac> item) {
    if (ends_with_break(pieces)) pieces.pop_back();
    if (pieces.empty()) return;
    const Range range = range_of(pieces);
    InlineTemplate text = inlines_.make(pieces);
    if (item) return emit(DeMucTemplate{.cap = *item, .co_tieu_de = false, .text = std::move(text)}, range);
    emit(DoanTemplate{std::move(text)}, range);
}

void Builder::emit(decltype(BlockTemplate::content) content, Range range) {
    blocks_.push_back({.content = std::move(content), .span = spans_.at(range)});
}

/// The next item of level `cap` begins; `label`: its number as typed, which is held against the one to be printed.
/// What counts is the ordinal: under a khoản, "1." is printed as "a)".
void Builder::count(CapBac cap, const std::optional<Range>& label) {
    numbers_.advance(cap);
    const auto ordinal = numbers_.ordinal(cap);
    if (!label || !ordinal) return;
    const std::string typed(original(*label));
    const std::string printed = number_label(cap, *ordinal);
    if (typed == printed || typed == std::to_string(*ordinal) + ".") return;
    out_.add(Code::number_will_change, spans_.at(*label), {typed, printed});
}

/// The number of the list item whose text begins at `content`.
std::optional<Range> Builder::number_before(std::size_t content) const {
    const std::string_view before = source_.original.substr(0, content);
    const std::size_t mark = before.find_last_not_of(" \t*\\");
    if (mark == before.npos || (before[mark] != '.' && before[mark] != ')')) return std::nullopt;
    const std::size_t other = before.substr(0, mark).find_last_not_of("0123456789");
    const std::size_t begin = other == before.npos ? 0 : other + 1;
    return begin < mark ? std::optional(Range{begin, mark + 1}) : std::nullopt;
}

Range Builder::next_word(std::size_t from) const {
    const std::size_t size = source_.original.size();
    const std::size_t begin = std::min(source_.original.find_first_not_of(kBlank, from), size);
    return {begin, std::min(source_.original.find_first_of(kBlank, begin), size)};
}

void Builder::refuse(Code kind, Range range) {
    out_.add(diagnose(Code::unsupported_markup, spans_.at(range), {std::string(original(range))}).with({kind, {}, {}}));
}

/// md4c does not say where such a block begins: it is the next of its marks.
void Builder::refuse_block(Code kind, std::string_view marks) {
    refused_ = kind == Code::is_code || kind == Code::is_html;
    const std::size_t size = source_.original.size();
    const std::size_t begin = std::min(source_.original.find_first_of(marks, last_), size);
    const std::size_t end = std::min(source_.original.find_first_of(kBlank, begin), size);
    refuse(kind, {begin, end});
    last_ = end;
}

}  // namespace

std::optional<std::vector<BlockTemplate>> parse_block_text(std::string_view text, const TextOrigin& where,
                                                           const Limits& limits, Diagnostics& out) {
    return Builder(text, where, limits, out).run();
}

}  // namespace vanban::tmpl
