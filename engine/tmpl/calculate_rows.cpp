// Which rows a group or a total adds up.
#include <algorithm>
#include <array>
#include <map>

#include "tmpl/calculate.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {

namespace {

using model::LoaiHang;

constexpr std::uint32_t kNone = 0xFFFFFFFF;
constexpr std::size_t kLevels = 4;

class RowLinker {
public:
    RowLinker(model::Bang& bang, const TableFacts& facts, std::size_t most, Diagnostics& out)
        : bang_(bang), facts_(facts), left_(most), out_(out) {}

    std::optional<std::vector<std::uint32_t>> run() {
        for (std::uint32_t row = 0; row < bang_.hang.size(); ++row) place(row);
        for (const NamedRow& group : facts_.groups)
            for (const PlacedName& name : group.names) named_[name.name].push_back(group.row);
        for (const NamedRow& total : facts_.totals) add_groups(total);
        for (model::Hang& hang : bang_.hang) {
            if (hang.loai != LoaiHang::Tong || !hang.cong || names_groups(hang)) continue;
            if (!take(outermost_.size())) break;
            hang.cong_hang = outermost_;
        }
        return short_ ? std::nullopt : std::optional(std::move(outermost_));
    }

private:
    bool take(std::size_t entries) {
        short_ = short_ || entries > left_;
        if (!short_) left_ -= entries;
        return !short_;
    }

    /// Every item and every group with a sum counts once, for the innermost group with a sum around it.
    void place(std::uint32_t row) {
        const model::Hang& hang = bang_.hang[row];
        if (hang.loai == LoaiHang::Tong) return;
        std::size_t level = kLevels;
        if (hang.loai == LoaiHang::Nhom) {
            level = std::min<std::size_t>(hang.cap, kLevels - 1);
            std::fill(open_.begin() + static_cast<std::ptrdiff_t>(level), open_.end(), kNone);
        }
        if (hang.loai == LoaiHang::Thuong || hang.cong) {
            const std::uint32_t around = adding_group(level);
            (around == kNone ? outermost_ : bang_.hang[around].cong_hang).push_back(row);
        }
        if (hang.loai == LoaiHang::Nhom) {
            if (!facts_.totals.empty()) around_.emplace(row, open_);
            open_[level] = row;
        }
    }

    /// The innermost open group outside of `level` that adds up.
    std::uint32_t adding_group(std::size_t level) const {
        while (level-- > 0)
            if (open_[level] != kNone && bang_.hang[open_[level]].cong) return open_[level];
        return kNone;
    }

    bool names_groups(const model::Hang& hang) const {
        const auto row = static_cast<std::uint32_t>(&hang - bang_.hang.data());
        return std::ranges::binary_search(facts_.totals, row, {}, &NamedRow::row);
    }

    void add_groups(const NamedRow& total) {
        std::vector<std::uint32_t>& rows = bang_.hang[total.row].cong_hang;
        for (const PlacedName& name : total.names) {
            const auto found = named_.find(name.name);
            if (found == named_.end()) {
                unknown(name);
                continue;
            }
            if (!take(found->second.size())) return;
            for (const std::uint32_t group : found->second) {
                if (!bang_.hang[group].cong) out_.add(Code::group_without_sum, name.span, {name.name});
                rows.push_back(group);
            }
        }
        std::ranges::sort(rows);
        check_once(total, rows);
    }

    /// A group that the template has but the data left out adds nothing.
    void unknown(const PlacedName& name) {
        if (std::ranges::find(facts_.known_groups, name.name) != facts_.known_groups.end()) return;
        std::vector<std::string> known = facts_.known_groups;
        for (const auto& [one, rows] : named_) known.push_back(one);
        out_.add(with_suggestion(diagnose(Code::no_such_group_row, name.span, {name.name}), name.name, known));
    }

    void check_once(const NamedRow& total, const std::vector<std::uint32_t>& rows) {
        for (std::size_t i = 0; i < rows.size(); ++i) {
            const std::uint32_t twice = i > 0 && rows[i] == rows[i - 1] ? rows[i] : counted_around(rows, rows[i]);
            if (twice == kNone) continue;
            const Span where = total.names.front().span;
            return out_.add(Code::group_counted_twice, where, {label_of(bang_, rows[i]), label_of(bang_, twice)});
        }
    }

    std::uint32_t counted_around(const std::vector<std::uint32_t>& rows, std::uint32_t group) const {
        for (const std::uint32_t outer : around_.at(group))
            if (outer != kNone && std::ranges::binary_search(rows, outer)) return outer;
        return kNone;
    }

    using Levels = std::array<std::uint32_t, kLevels>;

    model::Bang& bang_;
    const TableFacts& facts_;
    std::size_t left_;
    Diagnostics& out_;
    bool short_ = false;
    Levels open_{kNone, kNone, kNone, kNone};  ///< The open group of each level.
    std::vector<std::uint32_t> outermost_;
    std::map<std::string, std::vector<std::uint32_t>> named_;
    std::map<std::uint32_t, Levels> around_;  ///< Groups around each group, if totals ask for them.
};

}  // namespace

std::optional<std::vector<std::uint32_t>> link_rows(model::Bang& bang, const TableFacts& facts, std::size_t most,
                                                    Diagnostics& out) {
    return RowLinker(bang, facts, most, out).run();
}

}  // namespace vanban::tmpl
