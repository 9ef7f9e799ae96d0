// Pipe tables of block text.
#include "tmpl/block_text_table.hpp"

#include <algorithm>
#include <string>

namespace vanban::tmpl {

using model::KieuCot;

void TableMaker::add_heading(KieuCot kieu, const Pieces& pieces) {
    const std::string heading = inlines_.plain(pieces);
    if (bang_.cot.empty() && (heading == "TT" || heading == "STT")) kieu = KieuCot::ThuTu;
    bang_.cot.push_back({.tieu_de = inlines_.make(pieces), .kieu = kieu});
    extend(range_of(pieces));
}

void TableMaker::add_cell(const Pieces& pieces) {
    if (column_ == 0) bang_.hang.emplace_back();
    extend(range_of(pieces));
    const bool numbered = bang_.cot.at(column_++).kieu == KieuCot::ThuTu;
    if (numbered) check_number(pieces);
    bang_.hang.back().push_back(numbered ? InlineTemplate{} : inlines_.make(pieces));
}

void TableMaker::check_number(const Pieces& pieces) {
    const std::string typed = inlines_.plain(pieces);
    const std::string printed = std::to_string(bang_.hang.size());
    if (typed.empty() || typed == printed || typed == printed + ".") return;
    out_.add(Code::number_will_change, spans_.at(range_of(pieces)), {typed, printed});
}

void TableMaker::end_row() {
    if (row_end_ == 0) return;
    const std::string_view text = source_.original;
    const std::size_t line_end = std::min(text.find('\n', row_end_), text.size());
    const std::size_t lost = text.find_first_not_of(" \t\r|*", row_end_);
    if (lost >= line_end) return;
    out_.add(Code::too_many_cells, spans_.at({lost, line_end}), {std::to_string(bang_.cot.size())});
}

void TableMaker::extend(Range range) {
    if (range.end == 0) return;
    if (range_.end == 0) range_.begin = range.begin;
    range_.end = row_end_ = range.end;
}

}  // namespace vanban::tmpl
