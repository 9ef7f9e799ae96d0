// Stretches of text with emphasis, as the Markdown parser reports them, made into inline templates.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "tmpl/block_text.hpp"
#include "tmpl/block_text_source.hpp"

namespace vanban::tmpl {

/// A stretch of text with one emphasis, or the break between two lines.
struct Piece {
    enum class Kind : std::uint8_t { Text, SoftBreak, HardBreak };
    Kind kind = Kind::Text;
    Range range;
    model::Emphasis emphasis = model::Emphasis::None;
};
using Pieces = std::vector<Piece>;

/// From the first text to the last; empty at 0 if there is none.
Range range_of(const Pieces& pieces);
/// The lines of a paragraph; a hard break stays at the end of its line.
std::vector<Pieces> lines_of(const Pieces& pieces);
bool ends_with_break(const Pieces& pieces);
/// Where byte `offset` of the visible text stands in the original text.
std::size_t original_offset(const Pieces& pieces, std::size_t offset);
/// Takes the first `count` bytes of the visible text away.
void drop_visible(Pieces& pieces, std::size_t count);

/// Fills text pieces with the original text and its expressions. Views its arguments.
class InlineMaker {
public:
    InlineMaker(const MaskedText& source, const SpanMap& spans, const Limits& limits, Diagnostics& out)
        : source_(source), spans_(spans), limits_(limits), out_(out) {}

    InlineTemplate make(const Pieces& pieces) const;
    /// The expression that is all of `line`; nullptr if it holds more or something else.
    const Range* only_hole(const Pieces& line) const;
    std::optional<Expr> parse_hole(const Range& hole) const;
    /// The text without the marks of emphasis. It ends with a `\\` where a character is escaped: what was escaped is
    /// not read as the number of a level.
    std::string visible(const Pieces& pieces) const;
    /// The text as it was written, without spaces at its ends.
    std::string plain(const Pieces& pieces) const;

private:
    void append(TextTemplate& text, Range range) const;

    const MaskedText& source_;
    const SpanMap& spans_;
    const Limits& limits_;
    Diagnostics& out_;
};

}  // namespace vanban::tmpl
