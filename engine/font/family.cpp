// Widths of texts, heights and numbers of lines.
#include "font/family.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

#include "base/utf8.hpp"

namespace vanban::font {
namespace {

constexpr std::int64_t kTwipsPerHalfPoint = to_twip(HalfPoint{1}).count;

/// The code point at `offset`, most often one byte; moves past it.
char32_t next(std::string_view text, std::size_t& offset) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte >= 0x80) return utf8::next(text, offset);
    ++offset;
    return byte;
}

/// Sum of the advance widths of `text` in font units.
std::int64_t units_of(const Family& family, std::string_view text, Style style) {
    std::int64_t units = 0;
    for (std::size_t i = 0; i < text.size();) units += family.advance(next(text, i), style);
    return units;
}

/// Font units at a size as twips, rounded up; the greatest length where there are more.
Twip to_twips(std::int64_t units, HalfPoint size, int units_per_em) {
    assert(size.count >= 0 && "a font size is not negative");
    const std::int64_t twips = (units * size.count * kTwipsPerHalfPoint + units_per_em - 1) / units_per_em;
    return {static_cast<std::int32_t>(std::min<std::int64_t>(twips, std::numeric_limits<std::int32_t>::max()))};
}

/// The most font units that fit into `width`: those whose length, rounded up, is not above it.
std::int64_t units_within(Twip width, HalfPoint size, int units_per_em) {
    if (size.count <= 0) return std::numeric_limits<std::int64_t>::max();
    return std::int64_t{std::max(width.count, 0)} * units_per_em / (size.count * kTwipsPerHalfPoint);
}

/// Fills lines word by word, in font units.
class LineFiller {
public:
    LineFiller(const Family& family, Style style, std::int64_t room) : family_(family), style_(style), room_(room) {}

    void end_line() { start_line(); }
    void add_space() { used_ += family_.advance(U' ', style_); }

    void add_word(std::string_view word) {
        const std::int64_t units = units_of(family_, word, style_);
        if (used_ > 0 && units > room_ - used_) start_line();
        if (units > room_) return break_word(word);
        used_ += units;
    }

    int lines() const { return lines_; }

private:
    void start_line() {
        ++lines_;
        used_ = 0;
    }

    /// A word longer than a line, from the beginning of a line; every line takes at least one character.
    void break_word(std::string_view word) {
        for (std::size_t i = 0; i < word.size();) {
            const int advance = family_.advance(next(word, i), style_);
            if (used_ > 0 && advance > 0 && advance > room_ - used_) start_line();
            used_ += advance;
        }
    }

    const Family& family_;
    Style style_;
    std::int64_t room_;
    std::int64_t used_ = 0;
    int lines_ = 1;
};

}  // namespace

Twip Family::width(std::string_view text, HalfPoint size, Style style) const {
    return to_twips(units_of(*this, text, style), size, face(style).units_per_em);
}

Twip Family::line_height(HalfPoint size, Style style) const {
    const Face& metrics = face(style);
    return to_twips(metrics.ascent + metrics.descent + metrics.line_gap, size, metrics.units_per_em);
}

int count_lines(const Family& family, std::string_view text, HalfPoint size, Style style, Twip width) {
    LineFiller filler(family, style, units_within(width, size, family.face(style).units_per_em));
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t end = std::min(text.find_first_of(" \n", i), text.size());
        if (end > i) filler.add_word(text.substr(i, end - i));
        if (end < text.size()) {
            if (text[end] == '\n') {
                filler.end_line();
            } else {
                filler.add_space();
            }
        }
        i = end + 1;
    }
    return filler.lines();
}

}  // namespace vanban::font
