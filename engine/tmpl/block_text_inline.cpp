// Stretches of text with emphasis made into inline templates.
#include "tmpl/block_text_inline.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"

namespace vanban::tmpl {

namespace {

void append_literal(TextTemplate& to, std::string_view literal) {
    if (literal.empty()) return;
    if (to.parts.empty() || !std::holds_alternative<std::string>(to.parts.back())) to.parts.emplace_back(std::string());
    auto& text = std::get<std::string>(to.parts.back());
    const std::size_t from = text.size();
    text += literal;
    std::replace_if(
        text.begin() + static_cast<std::ptrdiff_t>(from), text.end(),
        [](char c) { return c == '\t' || c == '\r' || c == '\n'; }, ' ');
}

}  // namespace

Range range_of(const Pieces& pieces) {
    Range range;
    for (const Piece& piece : pieces) {
        if (piece.kind != Piece::Kind::Text) continue;
        if (range.end == 0) range.begin = piece.range.begin;
        range.end = piece.range.end;
    }
    return range;
}

std::vector<Pieces> lines_of(const Pieces& pieces) {
    std::vector<Pieces> lines(1);
    for (const Piece& piece : pieces) {
        if (piece.kind != Piece::Kind::SoftBreak) lines.back().push_back(piece);
        if (piece.kind != Piece::Kind::Text) lines.emplace_back();
    }
    return lines;
}

bool ends_with_break(const Pieces& pieces) {
    return !pieces.empty() && pieces.back().kind == Piece::Kind::HardBreak;
}

std::size_t original_offset(const Pieces& pieces, std::size_t offset) {
    for (const Piece& piece : pieces) {
        const std::size_t size = piece.range.end - piece.range.begin;
        if (piece.kind != Piece::Kind::Text) continue;
        if (offset < size) return piece.range.begin + offset;
        offset -= size;
    }
    return range_of(pieces).end;
}

void drop_visible(Pieces& pieces, std::size_t count) {
    while (!pieces.empty() && pieces.front().kind == Piece::Kind::Text) {
        Range& range = pieces.front().range;
        const std::size_t dropped = std::min(count, range.end - range.begin);
        range.begin += dropped;
        count -= dropped;
        if (range.begin != range.end) return;
        pieces.erase(pieces.begin());
    }
}

InlineTemplate InlineMaker::make(const Pieces& pieces) const {
    InlineTemplate runs;
    for (const Piece& piece : pieces) {
        const bool is_text = piece.kind == Piece::Kind::Text;
        // A break takes the emphasis that it stands in.
        if (runs.empty() || (is_text && runs.back().emphasis != piece.emphasis)) {
            runs.push_back({.text = {}, .emphasis = piece.emphasis});
        }
        TextTemplate& text = runs.back().text;
        if (is_text) {
            append(text, piece.range);
        } else {
            append_literal(text, " ");
            if (piece.kind == Piece::Kind::HardBreak) std::get<std::string>(text.parts.back()).back() = '\n';
        }
    }
    std::erase_if(runs, [](const RunTemplate& run) { return run.text.parts.empty(); });
    return runs;
}

void InlineMaker::append(TextTemplate& text, Range range) const {
    std::size_t offset = range.begin;
    while (offset < range.end) {
        const Range* hole = source_.hole_from(offset);
        const std::size_t literal_end = hole && hole->begin < range.end ? hole->begin : range.end;
        append_literal(text, source_.original.substr(offset, literal_end - offset));
        if (literal_end == range.end) return;
        if (auto expr = parse_hole(*hole)) text.parts.emplace_back(std::move(*expr));
        offset = hole->end;
    }
}

const Range* InlineMaker::only_hole(const Pieces& line) const {
    const Range range = range_of(line);
    const Range* hole = source_.hole_from(range.begin);
    return hole && *hole == range ? hole : nullptr;
}

std::optional<Expr> InlineMaker::parse_hole(const Range& hole) const {
    const Range inner{hole.begin + 2, hole.end - 2};
    return parse_expression(source_.original.substr(inner.begin, inner.end - inner.begin), spans_.at(inner), limits_,
                            out_);
}

std::string InlineMaker::visible(const Pieces& pieces) const {
    std::string text;
    std::optional<std::size_t> end;
    for (const Piece& piece : pieces) {
        if (piece.kind != Piece::Kind::Text) break;
        const Range range = piece.range;
        if (end && source_.original.substr(*end, range.begin - *end).find('\\') != std::string_view::npos)
            return text + '\\';
        text += source_.original.substr(range.begin, range.end - range.begin);
        end = range.end;
    }
    return text;
}

std::string InlineMaker::plain(const Pieces& pieces) const {
    const Range range = range_of(pieces);
    return std::string(utf8::trim(source_.original.substr(range.begin, range.end - range.begin)));
}

}  // namespace vanban::tmpl
