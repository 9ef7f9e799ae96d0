// What stands around the text of page 1: marks in boxes, digital signature, the agency's address.
#include <algorithm>

#include "thethuc/builder.hpp"

namespace vanban::thethuc {
namespace {

constexpr std::string_view kDoMat = "do-mat";
constexpr std::string_view kDoKhan = "do-khan";
constexpr std::string_view kLuuHanh = "luu-hanh";

/// Reports a key that the profile does not know; nullptr also where none is asked for.
const MarkRule* find_mark(const Builder& builder, std::string_view nhom, const std::string& ma, Span span) {
    if (ma.empty()) return nullptr;
    if (const MarkRule* found = builder.profile.find_mark(nhom, ma)) return found;
    std::string known;
    for (const MarkRule& mark : builder.profile.marks.marks)
        if (mark.nhom == nhom) known += (known.empty() ? "" : ", ") + mark.ma;
    builder.out.add(Code::unknown_mark, span, {ma, known});
    return nullptr;
}

Twip mark_width(const Builder& builder, const MarkRule& mark, Component component) {
    if (mark.width) return *mark.width;
    return builder.width(component, mark.viet) + builder.profile.marks.padding * 2;
}

styled::Cell mark_cell(const Builder& builder, const MarkRule& mark, Component component) {
    styled::Cell cell;
    cell.border = builder.profile.rule_weight;
    cell.valign = styled::VAlign::Center;
    cell.paragraphs.push_back(builder.paragraph(component, mark.viet));
    return cell;
}

styled::Cell blank_cell(const Builder& builder) {
    styled::Cell cell;
    cell.paragraphs.push_back(builder.paragraph(Component::CuoiVung, ""));
    return cell;
}

/// Where the boxes stand in the left column, centred.
struct Box {
    const MarkRule* mark;
    std::int32_t begin;
    std::int32_t end;
};

/// A row of cells that end at the given places; each spans the grid columns up to its end.
styled::Row row_of(const std::vector<std::int32_t>& edges, std::vector<std::pair<std::int32_t, styled::Cell>> cells) {
    styled::Row row;
    std::size_t edge = 0;
    for (auto& [end, cell] : cells) {
        cell.grid_span = 0;
        while (edge < edges.size() && edges[edge] <= end) ++edge, ++cell.grid_span;
        row.cells.push_back(std::move(cell));
    }
    return row;
}

/// Cuts the two columns of the letterhead at the edges of the boxes; its rows keep their two cells.
std::vector<std::int32_t> cut_grid(const std::vector<Box>& boxes, styled::Table& letterhead) {
    const std::int32_t left = letterhead.grid[0].count;
    const std::int32_t total = left + letterhead.grid[1].count;
    std::vector<std::int32_t> edges{left, total};
    for (const Box& box : boxes) edges.insert(edges.end(), {box.begin, box.end});
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    letterhead.grid.clear();
    std::int32_t before = 0;
    for (const std::int32_t edge : edges) {
        letterhead.grid.push_back({edge - before});
        before = edge;
    }
    for (styled::Row& row : letterhead.rows)
        row = row_of(edges, {{left, std::move(row.cells[0])}, {total, std::move(row.cells[1])}});
    return edges;
}

}  // namespace

void add_marks(const Builder& builder, const model::DauVanBan& dau, Span span, styled::Table& letterhead) {
    const std::int32_t left = letterhead.grid[0].count;
    const std::int32_t total = left + letterhead.grid[1].count;
    std::vector<Box> boxes;
    for (const auto& [nhom, ma] : {std::pair(kDoMat, &dau.do_mat), std::pair(kDoKhan, &dau.do_khan)})
        if (const MarkRule* mark = find_mark(builder, nhom, *ma, span)) {
            const std::int32_t width = mark_width(builder, *mark, Component::DauMat).count;
            const std::int32_t begin = std::max(pt(1).count, (left - width) / 2);
            boxes.push_back({mark, begin, begin + width});
        }
    if (boxes.empty()) return;
    const auto edges = cut_grid(boxes, letterhead);
    for (const Box& box : boxes) {
        styled::Row gap = row_of(edges, {{total, blank_cell(builder)}});
        gap.height = builder.profile.marks.gap;
        letterhead.rows.push_back(std::move(gap));
        styled::Row row = row_of(edges, {{box.begin, blank_cell(builder)},
                                         {box.end, mark_cell(builder, *box.mark, Component::DauMat)},
                                         {total, blank_cell(builder)}});
        row.height = box.mark->height;
        letterhead.rows.push_back(std::move(row));
    }
}

styled::Paragraph ky_so_line(const Builder& builder, std::string_view text) {
    return builder.paragraph(Component::KySo, text);
}

void append_page_one(Builder& builder, const model::DauVanBan& dau, Span span, styled::Section& section) {
    if (!dau.ky_so.empty()) section.first_header.emplace_back(ky_so_line(builder, dau.ky_so));
    if (const MarkRule* mark = find_mark(builder, kLuuHanh, dau.luu_hanh, span)) {
        const Twip width = mark_width(builder, *mark, Component::LuuHanh);
        styled::Table table = layout_table(builder, Label::MoTaDau, {width});
        const double centre = section.page.text_width().count * builder.profile.marks.circulation_centre;
        table.indent = Twip{static_cast<std::int32_t>(centre)} - width / 2;
        styled::Row row;
        row.height = mark->height;
        row.cells.push_back(mark_cell(builder, *mark, Component::LuuHanh));
        table.rows.push_back(std::move(row));
        section.first_header.emplace_back(std::move(table));
        section.first_header.emplace_back(builder.paragraph(Component::CuoiVung, ""));
    }
    if (dau.dia_chi.empty()) return;
    section.first_footer.emplace_back(builder.rule(section.page.text_width()));
    for (const model::Inline& line : dau.dia_chi)
        section.first_footer.emplace_back(builder.paragraph(Component::DiaChi, line));
}

}  // namespace vanban::thethuc
