// Block text made safe for the Markdown parser: what must not be read as markup is masked by bytes of the same length.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.hpp"

namespace vanban::tmpl {

/// Half-open byte range of the text.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;
    friend bool operator==(const Range&, const Range&) = default;
};

/// Owns the masked copy; `original` views the caller's text, which must outlive it.
struct MaskedText {
    std::string_view original;
    std::string masked;                   ///< As long as `original`; expressions, `[` and `_` are filler bytes.
    std::vector<Range> holes;             ///< Each {{ … }} with its braces, in order.
    std::optional<std::size_t> unclosed;  ///< The first `{{` without an end.
    std::vector<Range> links;             ///< Each `[…](…)`, `![…](…)`.

    /// The hole that begins at or after `offset`; nullptr if there is none.
    const Range* hole_from(std::size_t offset) const;
};

MaskedText mask(std::string_view text);

/// Turns byte ranges of a text into spans in constant or logarithmic time, however long the text is.
class SpanMap {
public:
    SpanMap(std::string_view text, const TextOrigin& where);
    Span at(Range range) const;

private:
    std::size_t source_offset(std::size_t offset) const;

    TextOrigin where_;
    std::vector<std::size_t> indented_lines_;  ///< Starts of the lines that lost `indent` bytes.
};

}  // namespace vanban::tmpl
