// Block text made into blocks, step by step: structure as the Markdown parser finds it, content from the original text.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "tmpl/block_text.hpp"
#include "tmpl/block_text_inline.hpp"
#include "tmpl/block_text_numbers.hpp"
#include "tmpl/block_text_source.hpp"
#include "tmpl/block_text_table.hpp"

namespace vanban::tmpl {

/// Makes blocks of what the Markdown parser finds, told in the order of the text. Views its arguments.
class BlockTextBuilder {
public:
    /// Reports what the masking found: unclosed braces, links.
    BlockTextBuilder(const MaskedText& source, const TextOrigin& where, const Limits& limits, Diagnostics& out);
    BlockTextBuilder(const BlockTextBuilder&) = delete;

    /// A block begins, or ends. False, with `too-deep` reported, if blocks are nested too deep.
    bool enter();
    void leave() { --depth_; }
    void add_text(Range range, model::Emphasis emphasis);
    /// Two spaces at the end of a line break it in CommonMark (`hard`); they cannot be seen, so here nothing but `\`
    /// does.
    void add_break(bool hard);
    /// Makes blocks of the text at hand, which ends here.
    void flush();
    /// The text at hand is a heading with so many `#`.
    void heading(unsigned level);

    void open_bullets(char mark);
    void open_numbers();
    void open_item() { item_begins_ = true; }
    void close_item();
    void close_list() { lists_.pop_back(); }

    /// False, with `too-many-columns` reported, if there are too many.
    bool open_table(unsigned columns);
    void begin_row() { table_->begin_row(); }
    void add_heading_cell(model::KieuCot kieu);
    void add_cell();
    void end_row() { table_->end_row(); }
    void close_table();

    void refuse(Code kind, Range range);
    void refuse_next_word(Code kind);
    /// md4c does not say where such a block begins: it is the next of its marks.
    void refuse_block(Code kind, std::string_view marks);

    std::vector<BlockTemplate> take() && { return std::move(blocks_); }

private:
    using CapBac = model::CapBac;

    void open_list(CapBac cap, bool ordered, bool too_deep);
    void drop_empty_item();

    // Headings and levels (block_text_levels.cpp).
    bool accept_heading(unsigned level, const Pieces& pieces);
    CapBac heading_level(unsigned level, Pieces& pieces);
    void drop_end_mark(Pieces& pieces);
    void begin_article(const LevelLabel& label, Pieces& line);
    void cut_label(const LevelLabel& label, Pieces& line);
    void check_mix(CapBac cap, Range where);
    void count(CapBac cap, const std::optional<Range>& label);
    void count(const LevelLabel& label, const Pieces& line);
    std::optional<Range> number_before(std::size_t content) const;

    // Running text (block_text_running.cpp).
    void list_item();
    void running_text(std::optional<CapBac> item);
    void begin_item(Pieces& line, const std::optional<TypedNumber>& letter, const std::optional<LevelLabel>& article);
    void check_table_rule(Range line);
    void emit_text(Pieces pieces, std::optional<CapBac> item);
    void emit(decltype(BlockTemplate::content) content, Range range);

    Range next_word(std::size_t from) const;
    std::string_view original(Range range) const {
        return source_.original.substr(range.begin, range.end - range.begin);
    }

    const MaskedText& source_;
    SpanMap spans_;
    const Limits& limits_;
    Diagnostics& out_;
    InlineMaker inlines_;

    std::vector<BlockTemplate> blocks_;
    Pieces pieces_;         ///< Of the paragraph, heading or cell at hand.
    std::size_t last_ = 0;  ///< End of what was seen last.
    struct OpenList {
        CapBac cap;
        bool ordered;
    };
    std::vector<OpenList> lists_;
    bool item_begins_ = false;     ///< The next paragraph is the text of a list item.
    std::optional<CapBac> under_;  ///< Level of the last heading or Điều.
    std::optional<Range> first_dieu_, first_muc_la_ma_;
    bool mix_reported_ = false;
    Range article_;  ///< The last `Điều 1.` at the start of a line.
    std::optional<TableMaker> table_;
    std::size_t depth_ = 0;
    RunningNumbers numbers_;
};

}  // namespace vanban::tmpl
