#include "xlsx/grid.hpp"

#include <algorithm>
#include <cstdlib>
#include <numeric>

#include "xlsx/limits.hpp"
#include "xlsx/text_layout.hpp"

namespace vanban::xlsx {
namespace {

using styled::Table;

/// Rows of a table that are tried before an edge is taken; enough to know it by.
constexpr std::size_t kTriedRows = 100;
/// Edges nearer than this are one: two pixels.
constexpr std::int32_t kSameEdge = 30;
/// Beside a centred line.
constexpr Twip kAir = pt(10);

bool has_lines(const Table& table) {
    return table.border.has_value();
}

/// Edges of the table's columns from the left edge of the text.
std::vector<std::int32_t> edges_of(const Table& table) {
    std::vector<std::int32_t> edges{std::max(table.indent.count, 0)};
    for (const Twip column : table.grid) edges.push_back(edges.back() + column.count);
    return edges;
}

std::size_t cells_in(const Table& table) {
    return table.rows.size() * table.grid.size();
}

/// Figures that do not fit are shown as ####: they need their padding.
bool is_figure(const Table& table, std::size_t column) {
    return table.values && column < table.values->columns.size() && table.values->columns[column].number;
}

RichText text_of(const styled::Paragraph& paragraph) {
    RichText text;
    for (const styled::Run& run : paragraph.runs)
        if (const auto* piece = std::get_if<styled::Text>(&run)) append(text, piece->text, piece->look);
    return text;
}

class GridMaker {
public:
    GridMaker(const styled::Section& section, const std::vector<styled::ParagraphStyle>& styles,
              const font::Family& fonts)
        : section_(section), styles_(styles), fonts_(fonts), text_width_(section.page.text_width().count) {}

    Grid make() {
        std::vector<const Table*> tables;
        collect(section_.first_header, tables);
        collect(section_.blocks, tables);
        collect(section_.first_footer, tables);
        for (const Table* table : tables)
            if (has_lines(*table) && (!grid_.main || cells_in(*table) > cells_in(*grid_.main))) grid_.main = table;
        edges_ = {0, text_width_};
        if (grid_.main) add_main();
        for (const Table* table : tables)
            if (table != grid_.main) placed_.emplace_back(table, place(*table));
        return finish();
    }

private:
    using Edges = std::vector<std::int32_t>;

    static void collect(const std::vector<styled::Block>& blocks, std::vector<const Table*>& tables) {
        for (const styled::Block& block : blocks)
            if (const auto* table = std::get_if<Table>(&block); table && !table->rows.empty()) tables.push_back(table);
    }

    void add_main() {
        Edges edges = edges_of(*grid_.main);
        if (std::abs(edges.back() - text_width_) <= kSameEdge) edges.back() = text_width_;
        edges_.back() = std::max(text_width_, edges.back());
        for (const std::int32_t edge : edges) insert(edge);
        if (grid_.main->rows.size() > kMostSplitRows) {
            closed_.emplace_back(edges.front(), edges.back());
        } else if (grid_.main->values) {
            const auto& columns = grid_.main->values->columns;
            for (std::size_t i = 0; i + 1 < edges.size() && i < columns.size(); ++i)
                if (columns[i].number) closed_.emplace_back(edges[i], edges[i + 1]);
        }
        placed_.emplace_back(grid_.main, std::move(edges));
    }

    void insert(std::int32_t edge) {
        const auto at = std::lower_bound(edges_.begin(), edges_.end(), edge);
        if (at == edges_.end() || *at != edge) edges_.insert(at, edge);
    }

    bool may_cut(std::int32_t edge) const {
        return std::none_of(closed_.begin(), closed_.end(),
                            [&](const auto& closed) { return edge > closed.first && edge < closed.second; });
    }

    /// Where the table's edges come to lie. Adds edges to the grid where the ones that it has will not do.
    Edges place(const Table& table) {
        const Edges wanted = edges_of(table);
        if (auto found = on_existing(table, wanted)) return std::move(*found);
        for (const std::int32_t edge : wanted)
            if (std::abs(nearest(edge) - edge) > kSameEdge && may_cut(edge)) insert(edge);
        const bool too_few = edges_.size() < wanted.size();
        if (too_few || (has_lines(table) && !fits(table, spread(wanted))))
            for (const std::int32_t edge : wanted) insert(edge);
        return spread(wanted);
    }

    /// Existing edges that the table's text fits between. Of a table of two columns every edge is tried, nearest first.
    std::optional<Edges> on_existing(const Table& table, const Edges& wanted) const {
        if (edges_.size() < wanted.size()) return std::nullopt;
        if (wanted.size() != 3) {
            Edges snapped = spread(wanted);
            return fits(table, snapped) ? std::optional(snapped) : std::nullopt;
        }
        const Edges ends = spread({wanted.front(), wanted.back()});
        Edges inner;
        for (const std::int32_t edge : edges_)
            if (edge > ends[0] && edge < ends[1]) inner.push_back(edge);
        const auto distance = [&](std::int32_t edge) { return std::abs(edge - wanted[1]); };
        std::sort(inner.begin(), inner.end(), [&](auto a, auto b) { return distance(a) < distance(b); });
        for (const std::int32_t edge : inner)
            if (const Edges snapped{ends[0], edge, ends[1]}; fits(table, snapped)) return snapped;
        return std::nullopt;
    }

    std::int32_t nearest(std::int32_t edge) const {
        return *std::min_element(edges_.begin(), edges_.end(),
                                 [&](auto a, auto b) { return std::abs(a - edge) < std::abs(b - edge); });
    }

    /// The nearest edges, each once, in order; where the grid has too few, the last ones coincide.
    Edges spread(const Edges& wanted) const {
        std::vector<std::size_t> chosen;
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            std::size_t first = chosen.empty() ? 0 : chosen.back() + 1;
            const std::size_t behind = wanted.size() - 1 - i;
            const std::size_t last = edges_.size() > behind ? edges_.size() - 1 - behind : 0;
            first = std::min(first, edges_.size() - 1);
            std::size_t best = first;
            for (std::size_t e = first; e <= last; ++e)
                if (std::abs(edges_[e] - wanted[i]) < std::abs(edges_[best] - wanted[i])) best = e;
            chosen.push_back(best);
        }
        Edges result;
        for (const std::size_t edge : chosen) result.push_back(edges_[edge]);
        return result;
    }

    bool fits(const Table& table, const Edges& snapped) const {
        const std::size_t step = table.rows.size() / kTriedRows + 1;
        for (std::size_t row = 0; row < table.rows.size(); row += step) {
            std::size_t column = 0;
            for (const styled::Cell& cell : table.rows[row].cells) {
                const std::size_t end = column + cell.grid_span;
                Twip before = -(table.cell_left + table.cell_right);
                for (std::size_t i = column; i < end && i < table.grid.size(); ++i) before += table.grid[i];
                Twip after{snapped[end] - snapped[column]};
                if (is_figure(table, column)) after -= kCellPadding * 2;
                for (const styled::Paragraph& paragraph : cell.paragraphs)
                    if (!fits(table, paragraph, before, after)) return false;
                column = end;
            }
        }
        return true;
    }

    /// Centred text and cells of tables with lines keep their lines; running text may get one more. A centred line
    /// keeps some of the air beside it, or it would run into its neighbour.
    bool fits(const Table& table, const styled::Paragraph& paragraph, Twip before, Twip after) const {
        const RichText text = text_of(paragraph);
        if (text.empty()) return true;
        const styled::ParagraphStyle& style = styles_[paragraph.style.index];
        const int lines = count_lines(fonts_, text, before);
        if (has_lines(table)) return count_cell_lines(fonts_, text, after) <= lines;
        if (style.jc != styled::Jc::Center) return count_cell_lines(fonts_, text, after) <= lines + 1;
        if (lines > 1) return count_cell_lines(fonts_, text, after) <= lines;
        const Twip width = width_of(fonts_, text);
        return after - width >= std::clamp(before - width, kPixel * 2, kAir);
    }

    /// Edges become whole pixels, columns the stretches between them.
    Grid finish() {
        Edges pixels;
        for (const std::int32_t edge : edges_) pixels.push_back(edge / kPixel.count);
        for (std::size_t i = 1; i < pixels.size(); ++i)
            grid_.columns.push_back(kPixel * std::max(pixels[i] - pixels[i - 1], 1));
        for (const auto& [table, edges] : placed_) {
            TableColumns& columns = grid_.tables[table];
            for (const std::int32_t edge : edges) {
                const auto at = std::lower_bound(edges_.begin(), edges_.end(), edge);
                columns.push_back(static_cast<std::uint16_t>(at - edges_.begin()));
            }
        }
        return std::move(grid_);
    }

    const styled::Section& section_;
    const std::vector<styled::ParagraphStyle>& styles_;
    const font::Family& fonts_;
    std::int32_t text_width_;
    Edges edges_;
    std::vector<std::pair<std::int32_t, std::int32_t>> closed_;  ///< Stretches that get no further edges.
    std::vector<std::pair<const Table*, Edges>> placed_;
    Grid grid_;
};

}  // namespace

Grid make_grid(const styled::Section& section, const std::vector<styled::ParagraphStyle>& styles,
               const font::Family& fonts) {
    return GridMaker(section, styles, fonts).make();
}

Twip Grid::width(std::size_t begin, std::size_t end) const {
    return std::accumulate(columns.begin() + static_cast<std::ptrdiff_t>(begin),
                           columns.begin() + static_cast<std::ptrdiff_t>(end), Twip{});
}

}  // namespace vanban::xlsx
