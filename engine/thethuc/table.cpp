// Tables: column widths from what the cells hold, looks from the kind of column, rows numbered.
#include <algorithm>
#include <cmath>

#include "thethuc/builder.hpp"

namespace vanban::thethuc {
namespace {

using model::KieuCot;

/// Widths are measured on at most this many rows: enough for a sensible layout, and 100,000 rows stay cheap.
constexpr std::size_t kMeasuredRows = 1000;
/// A single word is broken rather than given more than this share of the table.
constexpr double kLargestWordShare = 0.35;
/// A column of dates, codes or figures keeps them on one line if that takes no more than this share.
constexpr double kShortColumnShare = 0.17;
/// Added to a measured column: programs differ a little in where they break.
constexpr std::int64_t kColumnSlack = pt(1).count;

Component component_of(KieuCot kieu) {
    switch (kieu) {
        case KieuCot::ThuTu:
        case KieuCot::Giua: return Component::BangGiua;
        case KieuCot::So: return Component::BangSo;
        case KieuCot::Chu: break;
    }
    return Component::BangChu;
}

bool is_short(KieuCot kieu) { return kieu == KieuCot::Giua || kieu == KieuCot::So; }

/// What a column asks for, without cell margins.
struct Wish {
    std::int64_t minimum = 0;  ///< Its longest word.
    std::int64_t natural = 0;  ///< Its longest paragraph on one line.
    double mass = 0;           ///< Sum of the lengths of its paragraphs.
};

class ColumnLayout {
public:
    ColumnLayout(const Builder& builder, const model::Bang& bang, Twip width)
        : builder_(builder), bang_(bang), width_(width), wishes_(bang.cot.size()) {}

    /// Widths that add up to the table's; empty if even the longest words do not fit.
    std::optional<std::vector<Twip>> widths() {
        measure();
        const std::int64_t margins = (builder_.profile.table_left + builder_.profile.table_right).count + kColumnSlack;
        const std::int64_t room = width_.count - margins * static_cast<std::int64_t>(wishes_.size());
        std::vector<std::int64_t> result(wishes_.size());
        std::int64_t left = room;
        for (std::size_t i = 0; i < wishes_.size(); ++i) {
            Wish& wish = wishes_[i];
            const auto share = [&](double part) { return static_cast<std::int64_t>(static_cast<double>(room) * part); };
            wish.minimum = std::min(wish.minimum, share(kLargestWordShare));
            if (is_short(bang_.cot[i].kieu)) wish.minimum = std::max(wish.minimum, std::min(wish.natural, share(kShortColumnShare)));
            wish.natural = std::max(wish.natural, wish.minimum);
            if (bang_.cot[i].rong) {
                const std::int64_t asked = width_.count * *bang_.cot[i].rong / 100 - margins;
                wish = {std::max(wish.minimum, asked), std::max(wish.minimum, asked), 0};
            }
            result[i] = wish.minimum;
            left -= wish.minimum;
        }
        if (left < 0) return std::nullopt;
        left = share_out(result, left);
        stretch(result, left);
        std::vector<Twip> grid;
        for (const std::int64_t content : result) grid.push_back({static_cast<std::int32_t>(content + margins)});
        grid.back().count += width_.count - sum(grid);
        return grid;
    }

private:
    static std::int32_t sum(const std::vector<Twip>& grid) {
        std::int32_t total = 0;
        for (const Twip width : grid) total += width.count;
        return total;
    }

    void measure() {
        const std::size_t step = std::max<std::size_t>(1, bang_.hang.size() / kMeasuredRows);
        for (std::size_t i = 0; i < bang_.cot.size(); ++i) {
            const model::Cot& cot = bang_.cot[i];
            see(wishes_[i], Component::BangDau, cot.tieu_de);
            wishes_[i].natural = wishes_[i].minimum;  // A heading may wrap; it does not widen its column.
            wishes_[i].mass = 0;
            if (cot.kieu == KieuCot::ThuTu) {
                const Twip number = builder_.width(Component::BangGiua, std::to_string(bang_.hang.size()));
                wishes_[i].minimum = std::max<std::int64_t>(wishes_[i].minimum, number.count);
                wishes_[i].natural = wishes_[i].minimum;
                continue;
            }
            for (std::size_t row = 0; row < bang_.hang.size(); row += step)
                for (const model::Inline& paragraph : bang_.hang[row].o[i].doan)
                    see(wishes_[i], component_of(cot.kieu), paragraph);
        }
    }

    void see(Wish& wish, Component component, const model::Inline& paragraph) const {
        std::int64_t line = 0;
        for (const model::Run& run : paragraph) {
            std::string_view rest = run.text;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find_first_of(" \n"), rest.size());
                const Twip word = builder_.width({std::string(rest.substr(0, end)), run.emphasis}, component);
                wish.minimum = std::max<std::int64_t>(wish.minimum, word.count);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
            line += builder_.width(run, component).count;
        }
        wish.natural = std::max(wish.natural, line);
        wish.mass += static_cast<double>(line);
    }

    /// Gives what is left to the columns by how much text they hold, none more than its natural width.
    std::int64_t share_out(std::vector<std::int64_t>& result, std::int64_t left) const {
        const double rows = static_cast<double>(std::max<std::size_t>(1, std::min(bang_.hang.size(), kMeasuredRows)));
        for (std::size_t round = 0; round < result.size() + 1 && left > 0; ++round) {
            double total = 0;
            const auto weight = [&](std::size_t i) {
                const Wish& wish = wishes_[i];
                return result[i] >= wish.natural ? 0.0 : std::sqrt(wish.mass / rows * static_cast<double>(wish.natural));
            };
            for (std::size_t i = 0; i < result.size(); ++i) total += weight(i);
            if (total <= 0) return left;
            const std::int64_t pool = left;
            for (std::size_t i = 0; i < result.size(); ++i) {
                const auto part = static_cast<std::int64_t>(static_cast<double>(pool) * weight(i) / total);
                const std::int64_t given = std::min(part, wishes_[i].natural - result[i]);
                if (given <= 0) continue;
                result[i] += given;
                left -= given;
            }
        }
        return left;
    }

    /// Every cell fits on one line and there is room to spare: text columns take it.
    void stretch(std::vector<std::int64_t>& result, std::int64_t left) const {
        std::int64_t total = 0;
        const auto elastic = [&](std::size_t i) { return bang_.cot[i].kieu == KieuCot::ThuTu || bang_.cot[i].rong ? 0 : result[i]; };
        for (std::size_t i = 0; i < result.size(); ++i) total += elastic(i);
        if (total == 0 || left <= 0) return;
        for (std::size_t i = 0; i < result.size(); ++i) result[i] += left * elastic(i) / total;
    }

    const Builder& builder_;
    const model::Bang& bang_;
    Twip width_;
    std::vector<Wish> wishes_;
};

styled::Row header_row(const Builder& builder, const model::Bang& bang) {
    styled::Row row;
    row.header = true;
    for (const model::Cot& cot : bang.cot) {
        styled::Cell cell;
        cell.valign = styled::VAlign::Center;
        cell.paragraphs.push_back(builder.paragraph(Component::BangDau, cot.tieu_de));
        row.cells.push_back(std::move(cell));
    }
    return row;
}

styled::Row body_row(const Builder& builder, const model::Bang& bang, const model::Hang& hang, std::size_t number) {
    styled::Row row;
    row.cells.reserve(hang.o.size());
    for (std::size_t i = 0; i < hang.o.size(); ++i) {
        const KieuCot kieu = bang.cot[i].kieu;
        const Component component = component_of(kieu);
        styled::Cell cell;
        if (kieu != KieuCot::Chu) cell.valign = styled::VAlign::Center;
        if (kieu == KieuCot::ThuTu) {
            cell.paragraphs.push_back(builder.paragraph(component, std::to_string(number)));
        } else {
            for (const model::Inline& text : hang.o[i].doan) cell.paragraphs.push_back(builder.paragraph(component, text));
        }
        if (cell.paragraphs.empty()) cell.paragraphs.push_back(builder.paragraph(component, ""));
        row.cells.push_back(std::move(cell));
    }
    return row;
}

}  // namespace

void append_table(Builder& builder, const model::Bang& bang, Twip width, Span span, std::vector<styled::Block>& blocks) {
    for (const model::Hang& hang : bang.hang)
        if (hang.o.size() != bang.cot.size())
            return builder.out.add(Code::row_length, span,
                                   {std::to_string(hang.o.size()), std::to_string(bang.cot.size())});
    auto grid = ColumnLayout(builder, bang, width).widths();
    if (!grid) return builder.out.add(Code::table_too_wide, span, {std::to_string(bang.cot.size())});
    if (!blocks.empty())
        if (auto* above = std::get_if<styled::Paragraph>(&blocks.back())) above->extra_after = builder.profile.table_gap;
    styled::Table table;
    table.description = "Bảng";
    table.grid = std::move(*grid);
    table.border = builder.profile.table_border;
    table.cell_left = builder.profile.table_left;
    table.cell_right = builder.profile.table_right;
    table.cell_top = builder.profile.table_top;
    table.cell_bottom = builder.profile.table_bottom;
    table.rows.reserve(bang.hang.size() + 1);
    table.rows.push_back(header_row(builder, bang));
    std::size_t number = 0;
    for (const model::Hang& hang : bang.hang) table.rows.push_back(body_row(builder, bang, hang, ++number));
    blocks.emplace_back(std::move(table));
}

}  // namespace vanban::thethuc
