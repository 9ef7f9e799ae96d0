#include "xlsx/pages.hpp"

#include <algorithm>
#include <numeric>

namespace vanban::xlsx {
namespace {

/// The library writes no more breaks.
constexpr std::size_t kMostBreaks = 1'023;

class Pages {
public:
    Pages(const SheetPlan& sheet, const std::optional<styled::RowRange>& titles) : sheet_(sheet), titles_(titles) {
        const Twip columns = std::accumulate(sheet.columns.begin(), sheet.columns.end(), Twip{});
        room_ = (sheet.page.height - sheet.page.top - sheet.page.bottom).count;
        // A sheet that is too wide is scaled down, so that more rows fit.
        if (columns > sheet.page.text_width())
            room_ = room_ * columns.count / std::max(sheet.page.text_width().count, 1);
        if (titles)
            for (std::uint32_t row = titles->first; row <= titles->last; ++row) title_height_ += height(row);
        run();
    }

    /// First rows of the pages after the first.
    const std::vector<std::uint32_t>& starts() const { return starts_; }
    /// Those of them that do not come by themselves.
    const std::vector<std::uint32_t>& forced() const { return forced_; }

private:
    std::int64_t height(std::uint32_t row) const { return sheet_.rows[row].height.count; }

    void run() {
        std::uint32_t start = 0;
        std::int64_t used = 0;
        for (std::uint32_t row = 0; row < sheet_.rows.size(); ++row) {
            if (row > start && used + height(row) > room_) {
                const std::uint32_t next = page_start(start, row);
                if (next != row) forced_.push_back(next);
                starts_.push_back(next);
                start = row = next;
                used = titles_ && next > titles_->last ? title_height_ : 0;
            }
            used += height(row);
        }
    }

    /// The page is full before `row`: up to the row that need not stay with the one below. Where nothing but such rows
    /// is on the page, it ends where it is full.
    std::uint32_t page_start(std::uint32_t start, std::uint32_t row) const {
        std::uint32_t next = row;
        while (next > start && sheet_.rows[next - 1].keep_next) --next;
        return next > start ? next : row;
    }

    const SheetPlan& sheet_;
    const std::optional<styled::RowRange>& titles_;
    std::int64_t room_ = 0;
    std::int64_t title_height_ = 0;
    std::vector<std::uint32_t> starts_;
    std::vector<std::uint32_t> forced_;
};

}  // namespace

void paginate(SheetPlan& sheet, const std::optional<styled::RowRange>& header, std::uint32_t end) {
    const Pages plain(sheet, std::nullopt);
    const bool parted = header && std::any_of(plain.starts().begin(), plain.starts().end(),
                                              [&](std::uint32_t row) { return row > header->last && row < end; });
    if (header && (parted || plain.starts().empty())) sheet.print_titles = header;
    sheet.page_breaks = parted ? Pages(sheet, header).forced() : plain.forced();
    if (sheet.page_breaks.size() > kMostBreaks) sheet.page_breaks.resize(kMostBreaks);
}

}  // namespace vanban::xlsx
