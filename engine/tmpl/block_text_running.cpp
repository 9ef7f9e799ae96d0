// Block text: paragraphs and items, line by line.
#include <algorithm>
#include <string>
#include <utility>

#include "tmpl/block_text_builder.hpp"

namespace vanban::tmpl {

using model::CapBac;

/// Makes blocks of the text at hand, which ends here.
void BlockTextBuilder::flush() {
    if (pieces_.empty()) return;
    if (std::exchange(item_begins_, false)) return list_item();
    running_text(std::nullopt);
}

void BlockTextBuilder::list_item() {
    const OpenList& list = lists_.back();
    const auto typed = list.ordered ? number_before(range_of(pieces_).begin) : std::nullopt;
    count(list.cap, typed);
    running_text(list.cap);
}

/// A paragraph, or the text of an item of level `item`. A line that is one expression inserts something; a line that
/// begins with a letter is a điểm, one that begins with `Điều 1.` a Điều. The first line of an item is its text,
/// whatever it looks like.
void BlockTextBuilder::running_text(std::optional<CapBac> item) {
    Pieces text;
    bool fixed = item.has_value();
    for (Pieces& line : lines_of(std::exchange(pieces_, {}))) {
        if (line.empty()) continue;
        const Range* hole = fixed ? nullptr : inlines_.only_hole(line);
        check_table_rule(range_of(line));
        const bool plain = std::exchange(fixed, false) || hole;
        const auto letter =
            plain ? std::nullopt : find_typed_number(source_.original, line.front().range, CapBac::Diem);
        const auto article = plain ? std::nullopt : find_article(inlines_.visible(line));
        if (hole || letter || article) emit_text(std::exchange(text, {}), std::exchange(item, std::nullopt));
        if (hole) {
            if (auto expr = inlines_.parse_hole(*hole)) emit(InsertTemplate{std::move(*expr)}, *hole);
            numbers_.forget();
            continue;
        }
        if (letter || article) item = letter ? CapBac::Diem : CapBac::Dieu;
        begin_item(line, letter, article);
        if (!text.empty() && !ends_with_break(text)) text.push_back({.kind = Piece::Kind::SoftBreak, .range = {}});
        if (range_of(line).end != 0) text.insert(text.end(), line.begin(), line.end());
    }
    emit_text(std::move(text), item);
}

/// Counts the item that begins with `line`, if one does, and takes its number away.
void BlockTextBuilder::begin_item(Pieces& line, const std::optional<TypedNumber>& letter,
                                  const std::optional<LevelLabel>& article) {
    if (letter) {
        count(CapBac::Diem, letter->label);
        line.front().range.begin = letter->content;
    } else if (article) {
        begin_article(*article, line);
    }
}

/// `|---|---|` in running text was meant to make a table, but has fewer than three dashes in a column, or another
/// number of columns than the line above.
void BlockTextBuilder::check_table_rule(Range line) {
    const std::string_view written = original(line);
    const bool looks_like = written.find_first_not_of("|-: \t") == written.npos && written.find('|') != written.npos &&
                            written.find('-') != written.npos;
    if (looks_like) out_.add(Code::bad_table_rule, spans_.at(line));
}

void BlockTextBuilder::emit_text(Pieces pieces, std::optional<CapBac> item) {
    if (ends_with_break(pieces)) pieces.pop_back();
    if (pieces.empty()) {
        if (item == CapBac::Dieu) out_.add(Code::empty_article, spans_.at(article_));
        return;
    }
    const Range range = range_of(pieces);
    InlineTemplate text = inlines_.make(pieces);
    if (item) return emit(DeMucTemplate{.cap = *item, .co_tieu_de = false, .text = std::move(text)}, range);
    emit(DoanTemplate{std::move(text)}, range);
}

void BlockTextBuilder::emit(decltype(BlockTemplate::content) content, Range range) {
    blocks_.push_back({.content = std::move(content), .span = spans_.at(range)});
}

}  // namespace vanban::tmpl
