// Numbers that Word counts, written out: a cell has no list.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "xlsx/book.hpp"

namespace vanban::xlsx {

/// Counts the levels of the document's lists in the order of its paragraphs. Views the document.
class Numbering {
public:
    explicit Numbering(const styled::Document& document) : document_(document) {}
    Numbering(styled::Document&&) = delete;

    /// The number of the next paragraph with a space behind ("Điều 1. "), in the paragraph's look but for its own
    /// weight; none for a style that is not numbered. What is below a level starts again; bullets disturb nothing.
    std::optional<Piece> next(const styled::Paragraph& paragraph);

private:
    const styled::Document& document_;
    std::vector<std::vector<std::uint32_t>> counts_;  ///< By list, then level.
};

}  // namespace vanban::xlsx
