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

/// A level that is written with its word: "Chương II.", "Điều 5:". Ranges are in the text that was searched.
struct LevelLabel {
    model::CapBac cap;
    int value = 0;  ///< Of the number, which may be Roman or Arabic.
    Range number;
    std::size_t content = 0;  ///< Where the text after number and mark begins, spaces included.
};

/// The label that a heading begins with: `Phần`, `Chương`, `Mục`, `Tiểu mục` or `Điều`, a number, then `.`, `:` or the
/// end of the text.
std::optional<LevelLabel> find_level_label(std::string_view text);
/// `Điều 5.` or `Điều 5:` at the start of running text. Without the mark it is a reference: "Điều 4 Nghị định số 30".
std::optional<LevelLabel> find_article(std::string_view text);

/// Counts items as the profile will: each level goes on until an item of a higher level begins. Chương run on through
/// Phần, Điều through the whole text.
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
    std::array<Counter, 8> counters_;  ///< From Phan to Diem.
};

/// "3." or "c)" for the `ordinal`-th item of `cap`, the bare number of a level that has a word in front ("II", "5");
/// empty if there is none.
std::string number_label(model::CapBac cap, int ordinal);

}  // namespace vanban::tmpl
