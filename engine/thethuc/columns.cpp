// Widths of a table's columns, from what their cells hold.
#include "thethuc/columns.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace vanban::thethuc {
namespace {

using model::KieuCot;
using model::LoaiHang;

/// Widths are measured on at most this many rows: enough for a sensible layout, and 100,000 rows stay cheap.
constexpr std::size_t kMeasuredRows = 150;
/// The room is given away in so many portions.
constexpr std::int64_t kPortions = 24;
/// Lines are not filled to the end, because words wrap whole; and the last one is half full on average.
constexpr double kRaggedness = 1.08;
/// A single word is broken rather than given more than this share of the table.
constexpr double kLargestWordShare = 0.35;
/// A column of text is not squeezed below this share, if the others leave it so much.
constexpr double kTextColumnShare = 0.14;
/// A column of dates, codes or figures keeps them on one line if that takes no more than this share.
constexpr double kShortColumnShare = 0.2;
bool is_short(KieuCot kieu) {
    return kieu == KieuCot::Giua || kieu == KieuCot::So;
}

/// What a column asks for, without cell margins.
struct Wish {
    std::int64_t minimum = 0;  ///< Its longest word.
    std::int64_t natural = 0;  ///< Its longest paragraph on one line.
    std::int64_t fitting = 0;  ///< Its longest paragraph that a short column keeps on one line.
};

/// Settles the widths of a table's columns: every word whole, then as little height as the rows allow.
class ColumnLayout {
public:
    ColumnLayout(const Builder& builder, const model::Bang& bang, const std::vector<std::string>& numbers, Twip width)
        : builder_(builder), bang_(bang), numbers_(numbers), width_(width), wishes_(bang.cot.size()) {}

    /// Widths that add up to the table's; empty if even the longest words do not fit.
    std::optional<std::vector<Twip>> widths() {
        const std::int64_t margins =
            (builder_.profile.table_left + builder_.profile.table_right + builder_.profile.column_slack).count;
        room_ = width_.count - margins * static_cast<std::int64_t>(wishes_.size());
        measure();
        std::int64_t left = room_;
        for (std::size_t i = 0; i < wishes_.size(); ++i) {
            settle(wishes_[i], bang_.cot[i], margins);
            result_.push_back(wishes_[i].minimum);
            left -= wishes_[i].minimum;
        }
        if (left < 0) return std::nullopt;
        left = widen_text(left);
        stretch(share_out(left));
        std::vector<Twip> grid;
        for (const std::int64_t content : result_) grid.push_back({static_cast<std::int32_t>(content + margins)});
        std::int32_t total = 0;
        for (const Twip column : grid) total += column.count;
        grid.back().count += width_.count - total;
        return grid;
    }

private:
    /// The paragraphs of one measured cell, and its height in lines to the fourth power.
    struct MeasuredCell {
        std::size_t first = 0;  ///< In `lengths_`.
        std::size_t count = 0;
        double height4 = 0;
        double wider4 = 0;  ///< If its column had one portion more.
    };

    std::int64_t share(double part) const { return static_cast<std::int64_t>(static_cast<double>(room_) * part); }

    void settle(Wish& wish, const model::Cot& cot, std::int64_t margins) const {
        wish.minimum = std::min(wish.minimum, share(kLargestWordShare));
        if (is_short(cot.kieu)) wish.minimum = std::max(wish.minimum, wish.fitting);
        if (cot.rong) wish.minimum = wish.natural = std::max(wish.minimum, width_.count * *cot.rong / 100 - margins);
        wish.natural = std::max(wish.natural, wish.minimum);
    }

    /// Text columns first get a readable width, as long as there is room. Returns what is left.
    std::int64_t widen_text(std::int64_t left) {
        for (std::size_t i = 0; i < result_.size() && left > 0; ++i) {
            if (bang_.cot[i].kieu != KieuCot::Chu || bang_.cot[i].rong) continue;
            const std::int64_t wanted = std::min(wishes_[i].natural, share(kTextColumnShare));
            const std::int64_t given = std::clamp<std::int64_t>(wanted - result_[i], 0, left);
            result_[i] += given;
            left -= given;
        }
        return left;
    }

    void measure() {
        for (std::size_t i = 0; i < bang_.cot.size(); ++i) {
            const model::Cot& cot = bang_.cot[i];
            see(wishes_[i], Component::BangDau, cot.tieu_de);
            wishes_[i].natural = wishes_[i].minimum;  // A heading may wrap; it does not widen its column.
            wishes_[i].fitting = 0;
            if (cot.kieu == KieuCot::ThuTu) measure_numbers(wishes_[i]);
        }
        widen_under_groups();
        const std::size_t step = (bang_.hang.size() + kMeasuredRows - 1) / kMeasuredRows;
        for (std::size_t row = 0; row < bang_.hang.size(); ++row)
            if (row % step == 0 || (bang_.hang[row].loai == LoaiHang::Tong && rows_ < 2 * kMeasuredRows))
                measure_row(bang_.hang[row]);
    }

    /// Items have the longest number at the end; those of groups are bold and each of its own length.
    void measure_numbers(Wish& wish) {
        const std::string* longest = nullptr;
        for (std::size_t row = 0; row < numbers_.size(); ++row) {
            if (bang_.hang[row].loai == LoaiHang::Nhom) {
                see(wish, Component::BangGiua, {{numbers_[row], model::Emphasis::Bold}});
            } else if (!longest || numbers_[row].size() > longest->size()) {
                longest = &numbers_[row];
            }
        }
        if (longest) see(wish, Component::BangGiua, {{*longest, model::Emphasis::None}});
        wish.natural = wish.minimum;
    }

    /// The longest word of a heading over several columns fits in what they have together.
    void widen_under_groups() {
        for (const model::NhomCot& group : bang_.nhom_cot) {
            Wish heading;
            see(heading, Component::BangDau, group.tieu_de);
            std::int64_t together = 0;
            for (std::size_t i = 0; i < group.so_cot; ++i) together += wishes_[group.dau + i].minimum;
            Wish& last = wishes_[group.dau + group.so_cot - 1u];
            last.minimum += std::max<std::int64_t>(0, heading.minimum - together);
            last.natural = std::max(last.natural, last.minimum);
        }
    }

    void measure_row(const model::Hang& hang) {
        cells_.resize(cells_.size() + bang_.cot.size());
        for (std::size_t i = 0; i < bang_.cot.size(); ++i) {
            if (bang_.cot[i].kieu == KieuCot::ThuTu) continue;
            MeasuredCell& measured = cell(rows_, i);
            measured.first = lengths_.size();
            measured.count = hang.o[i].doan.size();
            for (const model::Inline& paragraph : hang.o[i].doan)
                lengths_.push_back(hang.loai == LoaiHang::Thuong
                                       ? see(wishes_[i], table_component(bang_.cot[i].kieu), paragraph)
                                       : see(wishes_[i], table_component(bang_.cot[i].kieu), in_bold(paragraph)));
        }
        ++rows_;
    }

    MeasuredCell& cell(std::size_t row, std::size_t column) { return cells_[row * bang_.cot.size() + column]; }
    const MeasuredCell& cell(std::size_t row, std::size_t column) const {
        return cells_[row * bang_.cot.size() + column];
    }

    /// Length of the paragraph on one line; its longest word and its length widen the wish.
    std::int64_t see(Wish& wish, Component component, const model::Inline& paragraph) const {
        std::int64_t line = 0;
        for (const model::Run& run : paragraph) {
            const styled::CharacterLook look = builder_.look(component, run.emphasis);
            const font::Style drawn = face(look);
            const font::Family::Measure measured = builder_.fonts.measure(run.text, drawn);
            const auto length = [&](std::int64_t of) { return builder_.fonts.length(of, look.size, drawn).count; };
            wish.minimum = std::max<std::int64_t>(wish.minimum, length(measured.longest));
            line += length(measured.whole);
        }
        wish.natural = std::max(wish.natural, line);
        if (line <= share(kShortColumnShare)) wish.fitting = std::max(wish.fitting, line);
        return line;
    }

    static double root4(double value) { return std::sqrt(std::sqrt(value)); }

    double height4(const MeasuredCell& cell, std::int64_t width) const {
        double lines = 0;
        for (const std::int64_t length : std::span(lengths_).subspan(cell.first, cell.count))
            lines +=
                length <= width ? 1.0 : 0.5 + kRaggedness * static_cast<double>(length) / static_cast<double>(width);
        return lines * lines * lines * lines;
    }

    /// Gives away `left`, to no column more than its natural width. Returns what is left.
    std::int64_t share_out(std::int64_t left) {
        if (wanting() > 1) left = weigh(left);
        for (std::size_t i = 0; i < result_.size(); ++i) left -= give(i, left);  // To the only one.
        return left;
    }

    /// How many columns are below their natural width.
    std::size_t wanting() const {
        std::size_t count = 0;
        for (std::size_t i = 0; i < result_.size(); ++i) count += result_[i] < wishes_[i].natural;
        return count;
    }

    /// At most `width` to the column, and what it took of it.
    std::int64_t give(std::size_t i, std::int64_t width) {
        const std::int64_t given = std::min(width, std::max<std::int64_t>(0, wishes_[i].natural - result_[i]));
        result_[i] += given;
        return given;
    }

    /// Gives away `left` in portions, each to the column where it saves most height, as long as several want some.
    /// A row's height is its highest cell, smoothed: the fourth root of the sum of fourth powers. Returns what is left.
    std::int64_t weigh(std::int64_t left) {
        const std::int64_t portion = std::max<std::int64_t>(1, left / kPortions);
        std::vector<double> sums(rows_, 0);
        std::vector<double> heights(rows_, 0);
        for (std::size_t row = 0; row < rows_; ++row) {
            for (std::size_t i = 0; i < result_.size(); ++i) {
                see_height(cell(row, i), result_[i], portion);
                sums[row] += cell(row, i).height4;
            }
            heights[row] = root4(sums[row]);
        }
        while (left > 0 && wanting() > 1) {
            const std::size_t best = best_column(sums, heights);
            left -= give(best, std::min(portion, left));
            for (std::size_t row = 0; row < rows_; ++row) {
                MeasuredCell& widened = cell(row, best);
                sums[row] -= widened.height4;
                see_height(widened, result_[best], portion);
                sums[row] += widened.height4;
                heights[row] = root4(sums[row]);
            }
        }
        return left;
    }

    void see_height(MeasuredCell& cell, std::int64_t width, std::int64_t portion) const {
        cell.height4 = height4(cell, width);
        cell.wider4 = height4(cell, width + portion);
    }

    /// Of those that are below their natural width, of which there is one at least.
    std::size_t best_column(const std::vector<double>& sums, const std::vector<double>& heights) const {
        std::size_t best = 0;
        double best_saving = -1;
        for (std::size_t i = 0; i < result_.size(); ++i) {
            if (result_[i] >= wishes_[i].natural) continue;
            double saving = 0;
            for (std::size_t row = 0; row < rows_; ++row) {
                const MeasuredCell& one = cell(row, i);
                const double after = sums[row] - one.height4 + one.wider4;
                if (after != sums[row]) saving += heights[row] - root4(after);
            }
            if (saving > best_saving) {
                best_saving = saving;
                best = i;
            }
        }
        return best;
    }

    /// Every cell fits on one line and there is room to spare: text columns take it, or all if there is no text.
    void stretch(std::int64_t left) {
        const auto part = [&](std::size_t i, bool any) {
            const model::Cot& cot = bang_.cot[i];
            if (cot.rong || cot.kieu == KieuCot::ThuTu) return std::int64_t{0};
            return any || cot.kieu == KieuCot::Chu ? result_[i] : std::int64_t{0};
        };
        std::int64_t text = 0;
        std::int64_t all = 0;
        for (std::size_t i = 0; i < result_.size(); ++i) {
            text += part(i, false);
            all += part(i, true);
        }
        const std::int64_t total = text > 0 ? text : all;
        if (total == 0 || left <= 0) return;
        for (std::size_t i = 0; i < result_.size(); ++i) result_[i] += left * part(i, text == 0) / total;
    }

    const Builder& builder_;
    const model::Bang& bang_;
    const std::vector<std::string>& numbers_;
    Twip width_;
    std::int64_t room_ = 0;
    std::vector<Wish> wishes_;
    std::vector<std::int64_t> result_;
    std::size_t rows_ = 0;               ///< That are measured.
    std::vector<MeasuredCell> cells_;    ///< Row by row.
    std::vector<std::int64_t> lengths_;  ///< Of the paragraphs of the measured cells, each on one line.
};

}  // namespace

Component table_component(KieuCot kieu) {
    switch (kieu) {
        case KieuCot::ThuTu:
        case KieuCot::Giua:
            return Component::BangGiua;
        case KieuCot::So:
            return Component::BangSo;
        case KieuCot::Chu:
            break;
    }
    return Component::BangChu;
}

model::Inline in_bold(model::Inline text) {
    for (model::Run& run : text) run.emphasis = static_cast<model::Emphasis>(static_cast<unsigned>(run.emphasis) | 1u);
    return text;
}

std::optional<std::vector<Twip>> column_widths(const Builder& builder, const model::Bang& bang,
                                               const std::vector<std::string>& numbers, Twip width) {
    return ColumnLayout(builder, bang, numbers, width).widths();
}

}  // namespace vanban::thethuc
