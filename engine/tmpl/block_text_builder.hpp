// Block text: the events of md4c turned into blocks. Structure comes from the masked text, content from the original.
#pragma once

#include <md4c.h>

#include <optional>
#include <string_view>
#include <vector>

#include "tmpl/block_text.hpp"
#include "tmpl/block_text_inline.hpp"
#include "tmpl/block_text_numbers.hpp"
#include "tmpl/block_text_source.hpp"
#include "tmpl/block_text_table.hpp"

namespace vanban::tmpl {

/// Gets md4c's events in the order of the text and makes the blocks.
class BlockTextBuilder {
public:
    BlockTextBuilder(std::string_view text, const TextOrigin& where, const Limits& limits, Diagnostics& out)
        : source_(mask(text)),
          spans_(text, where),
          limits_(limits),
          out_(out),
          inlines_(source_, spans_, limits, out) {}
    BlockTextBuilder(const BlockTextBuilder&) = delete;

    /// The blocks; empty if there was an error.
    std::optional<std::vector<BlockTemplate>> run();

private:
    using CapBac = model::CapBac;

    // Events; a result other than 0 stops md4c.
    int enter_block(MD_BLOCKTYPE type, void* detail);
    int leave_block(MD_BLOCKTYPE type, void* detail);
    int enter_span(MD_SPANTYPE type, void* detail);
    int leave_span(MD_SPANTYPE type, void* detail);
    int text(MD_TEXTTYPE type, const char* begin, MD_SIZE size);
    template <auto Handler, class... Args>
    static int forward(Args... args, void* self) {
        return (static_cast<BlockTextBuilder*>(self)->*Handler)(args...);
    }
    int parse();

    // Lists and tables.
    void open_bullets(const MD_BLOCK_UL_DETAIL& detail);
    void open_numbers();
    void open_list(CapBac cap, bool ordered, bool too_deep);
    void drop_empty_item();
    int open_table(const MD_BLOCK_TABLE_DETAIL& detail);
    void close_table();
    void add_break(MD_TEXTTYPE type);

    // Headings and levels (block_text_levels.cpp).
    void heading();
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
    void flush();
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
    struct OpenList {
        CapBac cap;
        bool ordered;
    };
    std::vector<OpenList> lists_;
    bool item_begins_ = false;     ///< The next paragraph is the text of a list item.
    unsigned heading_level_ = 0;   ///< Of the heading at hand.
    std::optional<CapBac> under_;  ///< Level of the last heading or Điều.
    std::optional<Range> first_dieu_, first_muc_la_ma_;
    bool mix_reported_ = false;
    Range article_;  ///< The last `Điều 1.` at the start of a line.
    std::optional<TableMaker> table_;
    bool refused_ = false;  ///< Inside of a block that was refused as a whole.
    std::size_t depth_ = 0;
    RunningNumbers numbers_;
};

}  // namespace vanban::tmpl
