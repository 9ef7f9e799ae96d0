// Borderless tables (letterhead, signatures): each cell's paragraphs one below the other, each in merged cells of its
// own.
#include <algorithm>
#include <optional>

#include "xlsx/limits.hpp"
#include "xlsx/sheet_builder.hpp"
#include "xlsx/text_layout.hpp"

namespace vanban::xlsx {
namespace {

/// Two edges nearer than this become one: slivers of rows help nobody. A line has as much to spare.
constexpr Twip kSameEdge = kPixel * 3;

}  // namespace

/// One row of a layout table. The upper and lower edges of all its paragraphs cut it into rows of the sheet, so that
/// the paragraphs of one cell stay together whatever stands in the others.
class LayoutRow {
public:
    LayoutRow(SheetBuilder& builder, const styled::Table& table, const styled::Row& row, const TableColumns& columns)
        : builder_(builder), table_(table) {
        std::size_t column = 0;
        Twip height = row.height.value_or(Twip{});
        for (const styled::Cell& cell : row.cells) {
            stacks_.push_back(stack(cell, {columns[column], columns[column + cell.grid_span]}));
            height = std::max(height, stacks_.back().edges.back() + pixels_up(table.cell_bottom));
            column += cell.grid_span;
        }
        height_ = pixels_up(height);
        for (Stack& stack : stacks_) align(stack);
    }

    void put() {
        make_rows();
        for (const Stack& stack : stacks_) stack.cell->border ? put_box(stack) : put_paragraphs(stack);
    }

private:
    struct Stack {
        const styled::Cell* cell;
        Columns columns;
        std::vector<CellText> texts;
        std::vector<Twip> edges;  ///< Upper edge of each text, lower edge of the last.
    };
    struct Edge {
        Twip at;
        std::uint32_t row;  ///< Row of the sheet that begins there.
    };

    Stack stack(const styled::Cell& cell, Columns columns) {
        Stack result{&cell, columns, {}, {pixels_up(table_.cell_top)}};
        if (cell.vmerge == styled::VMerge::Continue) return result;
        for (const styled::Paragraph& paragraph : cell.paragraphs) {
            result.texts.push_back(builder_.prepare(paragraph));
            result.edges.push_back(result.edges.back() +
                                   builder_.height_of(result.texts.back(), builder_.width(columns)));
        }
        return result;
    }

    void align(Stack& stack) const {
        const Twip rest = height_ - pixels_up(table_.cell_bottom) - stack.edges.back();
        Twip down;
        if (stack.cell->valign == styled::VAlign::Center) down = pixels_up(rest / 2);
        if (stack.cell->valign == styled::VAlign::Bottom) down = rest;
        for (Twip& edge : stack.edges) edge += down;
    }

    /// Makes edges of different stacks that are nearly the same the same: the upper ones move down with all that is
    /// below them, so that nothing gets less room.
    void join_edges() {
        std::vector<std::size_t> next(stacks_.size());
        while (const std::optional<Twip> first = first_edge(next)) {
            Twip at = *first;
            for (std::size_t i = 0; i < stacks_.size(); ++i)
                if (is_open(i, next) && stacks_[i].edges[next[i]] <= *first + kSameEdge)
                    at = std::max(at, stacks_[i].edges[next[i]]);
            for (std::size_t i = 0; i < stacks_.size(); ++i)
                if (is_open(i, next) && stacks_[i].edges[next[i]] <= at) move_down(stacks_[i], next[i]++, at);
            if (edges_.back().at != at) edges_.push_back({at, 0});
        }
    }

    bool is_open(std::size_t stack, const std::vector<std::size_t>& next) const {
        return !stacks_[stack].cell->border && next[stack] < stacks_[stack].edges.size();
    }

    std::optional<Twip> first_edge(const std::vector<std::size_t>& next) const {
        std::optional<Twip> first;
        for (std::size_t i = 0; i < stacks_.size(); ++i)
            if (is_open(i, next) && (!first || stacks_[i].edges[next[i]] < *first)) first = stacks_[i].edges[next[i]];
        return first;
    }

    static void move_down(Stack& stack, std::size_t edge, Twip to) {
        const Twip by = to - stack.edges[edge];
        for (; edge < stack.edges.size(); ++edge) stack.edges[edge] += by;
    }

    /// Cuts the row at all edges.
    void make_rows() {
        edges_ = {{Twip{}, 0}};
        join_edges();
        if (edges_.back().at + kSameEdge < height_) edges_.push_back({height_, 0});
        edges_.back().at = std::max(edges_.back().at, height_);
        if (edges_.size() == 1) edges_.push_back({std::max(height_, kPixel), 0});
        for (std::size_t i = 0; i + 1 < edges_.size(); ++i) edges_[i].row = add_kept(edges_[i + 1].at - edges_[i].at);
        edges_.back().row = builder_.row_count();
        builder_.sheet_.rows.back().keep_next = false;
    }

    std::uint32_t add_kept(Twip height) {
        const std::uint32_t row = builder_.add_rows(height);
        builder_.keep_last_row();
        return row;
    }

    std::uint32_t row_at(Twip edge) const {
        const auto nearest = std::min_element(edges_.begin(), edges_.end(), [&](const Edge& a, const Edge& b) {
            return distance(a.at, edge) < distance(b.at, edge);
        });
        return nearest->row;
    }
    static std::int32_t distance(Twip a, Twip b) { return a > b ? (a - b).count : (b - a).count; }

    void put_paragraphs(const Stack& stack) {
        for (std::size_t i = 0; i < stack.texts.size(); ++i) {
            const std::uint32_t first = std::min(row_at(stack.edges[i]), builder_.row_count() - 1);
            const std::uint32_t last = std::max(row_at(stack.edges[i + 1]), first + 1) - 1;
            builder_.put(first, last, stack.columns, stack.texts[i]);
        }
    }

    /// A cell with a box around it is one cell of the sheet.
    void put_box(const Stack& stack) {
        CellText all = stack.texts.front();
        for (std::size_t i = 1; i < stack.texts.size(); ++i) {
            append(all.text, "\n", all.style->look);
            for (const Piece& piece : stack.texts[i].text) append(all.text, piece.text, piece.look);
        }
        CellFormat format = builder_.format_of(all, stack.columns);
        format.border = stack.cell->border;
        format.valign = stack.cell->valign;
        builder_.put_content({edges_.front().row, stack.columns.begin, edges_.back().row - 1,
                              static_cast<std::uint16_t>(stack.columns.end - 1)},
                             format, all.text);
    }

    SheetBuilder& builder_;
    const styled::Table& table_;
    std::vector<Stack> stacks_;
    std::vector<Edge> edges_;
    Twip height_;
};

void SheetBuilder::add_layout_table(const styled::Table& table) {
    const TableColumns columns = grid_.tables.at(&table);
    for (const styled::Row& row : table.rows) {
        LayoutRow(*this, table, row, columns).put();
        if (keeps_next(book_.document, row)) keep_last_row();
    }
}

}  // namespace vanban::xlsx
