// Insertions of named blocks: while the document grows, one block stands for all of them.
#include <algorithm>
#include <iterator>

#include "tmpl/merger.hpp"

namespace vanban::tmpl {

namespace {

/// Source of the span of a block that stands for others; no file has it. The span begins with their index.
constexpr SourceId kInsertion = kNoSource - 1;

bool is_insertion(const model::Block& block) {
    return block.span.source == kInsertion;
}

}  // namespace

void Merger::insert_blocks(NamedBlocks& named, Span span, BlockTarget& to) {
    named.inserted = true;
    if (!spend(0, named.bytes, span) || made_[named.made].blocks.empty()) return;
    to.add(model::Doan{}, {kInsertion, named.made, 0});
}

/// Blocks that are inserted may hold insertions themselves, of blocks that were made before them. The budget bounds how
/// many there are.
void Merger::count_insertions(const std::vector<model::Block>& blocks) {
    for (const model::Block& block : blocks) {
        if (!is_insertion(block)) continue;
        MadeBlocks& made = made_[block.span.begin];
        ++made.insertions;
        count_insertions(made.blocks);
    }
}

/// Goes the way that they were counted; what is inserted for the last time moves.
void Merger::fill_insertions(std::vector<model::Block>& blocks) {
    if (std::ranges::none_of(blocks, is_insertion)) return;
    std::vector<model::Block> filled;
    filled.reserve(blocks.size());
    for (model::Block& block : blocks) {
        if (!is_insertion(block)) {
            filled.push_back(std::move(block));
            continue;
        }
        MadeBlocks& made = made_[block.span.begin];
        auto inserted = --made.insertions == 0 ? std::move(made.blocks) : made.blocks;
        fill_insertions(inserted);
        std::ranges::move(inserted, std::back_inserter(filled));
    }
    blocks = std::move(filled);
}

}  // namespace vanban::tmpl
