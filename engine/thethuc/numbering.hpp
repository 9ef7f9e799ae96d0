// Numbers of a document's parts as they are given out.
#pragma once

#include <array>
#include <cstdint>

#include "model/document.hpp"

namespace vanban::thethuc {

/// Numbers that Word does not count (Phần to Tiểu mục on lines of their own, the letters of điểm), and which of Word's
/// lists the others belong to: each list starts again at 1.
class Numbering {
public:
    /// The number of the next item of `cap`. What stands below starts again; Điều run through the document, Chương
    /// through the Phần. Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6.
    std::int64_t next(model::CapBac cap) {
        using model::CapBac;
        for (std::size_t below = index(cap) + 1; below < kLevels; ++below) {
            const bool runs_on =
                below == index(CapBac::Dieu) || (cap == CapBac::Phan && below == index(CapBac::Chuong));
            if (!runs_on) counts_[below] = 0;
        }
        return ++counts_[index(cap)];
    }

    /// The list of an item that Word counts. Items that stand before the first mục or Điều get a list of their own, or
    /// that mục would be number II; so do the mục of each Phần.
    std::uint16_t list_of(model::CapBac cap) {
        using model::CapBac;
        const bool outermost = cap == CapBac::MucLaMa || cap == CapBac::Dieu;
        if (cap == CapBac::Phan) {
            if (counted_ && !has_dieu_) new_list();
            return list_;
        }
        if (outermost && counted_ && !counted_outermost_) ++list_;
        counted_outermost_ |= outermost;
        has_dieu_ |= cap == CapBac::Dieu;
        counted_ |= outermost || cap == CapBac::Khoan;
        return list_;
    }

    /// An appendix or attached document begins: all numbers start again.
    void restart() {
        counts_ = {};
        has_dieu_ = false;
        new_list();
    }

    std::uint16_t last_list() const { return list_; }
    std::size_t next_appendix() { return ++appendices_; }
    std::size_t appendices() const { return appendices_; }

private:
    static constexpr std::size_t index(model::CapBac cap) { return static_cast<std::size_t>(cap); }
    static constexpr std::size_t kLevels = static_cast<std::size_t>(model::CapBac::Cong) + 1;

    void new_list() {
        ++list_;
        counted_ = counted_outermost_ = false;
    }

    std::array<std::int64_t, kLevels> counts_{};
    std::uint16_t list_ = 0;
    bool counted_ = false;
    bool counted_outermost_ = false;
    bool has_dieu_ = false;
    std::size_t appendices_ = 0;
};

}  // namespace vanban::thethuc
