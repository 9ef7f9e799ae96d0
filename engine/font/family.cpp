// Widths of texts, heights and numbers of lines.
#include "font/family.hpp"

#include <algorithm>
#include <cassert>
#include <limits>

#include "base/utf8.hpp"

namespace vanban::font {
namespace {

constexpr std::int64_t kTwipsPerHalfPoint = to_twip(HalfPoint{1}).count;

constexpr bool is_trail(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0) == 0x80;
}

/// The code point at `offset`; moves past it. Vietnamese is one to three bytes a letter.
char32_t next(std::string_view text, std::size_t& offset) {
    const auto bits = [&](std::size_t i) {
        return static_cast<char32_t>(static_cast<unsigned char>(text[offset + i]));
    };
    const char32_t lead = bits(0);
    if (lead < 0x80) return ++offset, lead;
    if (lead >= 0xC2 && lead <= 0xDF && text.size() - offset >= 2 && is_trail(text[offset + 1])) {
        const char32_t c = ((lead & 0x1F) << 6) | (bits(1) & 0x3F);
        return offset += 2, c;
    }
    if (lead == 0xE1 && text.size() - offset >= 3 && is_trail(text[offset + 1]) && is_trail(text[offset + 2])) {
        const char32_t c = 0x1000 | ((bits(1) & 0x3F) << 6) | (bits(2) & 0x3F);
        return offset += 3, c;
    }
    return utf8::next(text, offset);
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
        const std::int64_t units = family_.units(word, style_);
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

std::int64_t Family::units(std::string_view text, Style style) const {
    const Direct& direct = direct_[number(style)];
    std::int64_t units = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            units += direct[lead];
            ++i;
        } else {
            units += advance(next(text, i), style);
        }
    }
    return units;
}

Family::Measure Family::measure(std::string_view text, Style style) const {
    const Direct& direct = direct_[number(style)];
    Measure result;
    std::int64_t word = 0;
    for (std::size_t i = 0; i < text.size();) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead >= 0x80) {
            word += advance(next(text, i), style);
            continue;
        }
        ++i;
        if (lead != ' ' && lead != '\n') {
            word += direct[lead];
            continue;
        }
        result.longest = std::max(result.longest, word);
        result.whole += word + direct[lead];
        word = 0;
    }
    result.longest = std::max(result.longest, word);
    result.whole += word;
    return result;
}

Twip Family::length(std::int64_t units, HalfPoint size, Style style) const {
    return to_twips(units, size, face(style).units_per_em);
}

Twip Family::width(std::string_view text, HalfPoint size, Style style) const {
    return length(units(text, style), size, style);
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
