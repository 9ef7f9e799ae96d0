// Typed numbers of block text against those that will be printed.
#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "model/document.hpp"
#include "tmpl/block_text_source.hpp"

namespace vanban::tmpl {

/// A number that was typed: "2.", "IV.", "đ)". `content` is where the text after it begins.
struct TypedNumber {
    Range label;
    std::size_t content = 0;
};

/// The number of a khoản or mục, or the letter of a điểm, that `text` has at byte `begin`, followed by a space.
/// `cap` says which kind is looked for.
std::optional<TypedNumber> find_typed_number(std::string_view text, Range line, model::CapBac cap);

/// Counts items as the profile will: each level goes on until an item of a higher level begins.
/// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 6.
class RunningNumbers {
public:
    /// The next item of level `cap` begins.
    void advance(model::CapBac cap);
    /// Blocks of unknown content come in between: nothing is known until the next heading above.
    void forget();
    /// The label that the current item of `cap` will print, "3." or "c)"; empty if not known.
    std::optional<std::string> label(model::CapBac cap) const;
    /// Its ordinal from 1; empty if not known.
    std::optional<int> ordinal(model::CapBac cap) const;

private:
    struct Counter {
        int count = 0;
        bool known = true;
    };
    std::array<Counter, 3> counters_;  ///< MucLaMa, Khoan, Diem.
};

/// "3." or "c)" for the `ordinal`-th item of `cap`; empty if there is none.
std::string number_label(model::CapBac cap, int ordinal);

}  // namespace vanban::tmpl
