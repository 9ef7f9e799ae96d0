// Pipe tables of block text.
#pragma once

#include <cstddef>

#include "tmpl/block_text_inline.hpp"

namespace vanban::tmpl {

/// Collects one table, cell by cell in the order of the text. Views its arguments.
class TableMaker {
public:
    TableMaker(const MaskedText& source, const SpanMap& spans, const InlineMaker& inlines, Diagnostics& out)
        : source_(source), spans_(spans), inlines_(inlines), out_(out) {}

    void begin_row() { row_end_ = column_ = 0; }
    /// TT or STT in the first column: the rows are numbered by the profile.
    void add_heading(model::KieuCot kieu, const Pieces& pieces);
    void add_cell(const Pieces& pieces);
    /// CommonMark leaves out cells beyond the last column; here that is an error.
    void end_row();

    Range range() const { return range_; }
    BangTemplate take() && { return std::move(bang_); }

private:
    void extend(Range range);
    void check_number(const Pieces& pieces);

    const MaskedText& source_;
    const SpanMap& spans_;
    const InlineMaker& inlines_;
    Diagnostics& out_;
    BangTemplate bang_;
    Range range_;
    std::size_t row_end_ = 0;  ///< End of the last text of the row; 0 if it has none yet.
    std::size_t column_ = 0;
};

}  // namespace vanban::tmpl
