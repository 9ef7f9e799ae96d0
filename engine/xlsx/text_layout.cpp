#include "xlsx/text_layout.hpp"

#include <algorithm>
#include <limits>

#include "base/utf8.hpp"
#include "xlsx/limits.hpp"

namespace vanban::xlsx {
namespace {

/// Pixels that Excel adds to the height of a line, see `line_pitch`.
constexpr std::int32_t kLeading = 3;
/// Share of a cell's room that lines are filled to, in percent.
constexpr std::int32_t kFilled = 97;

font::Style style_of(styled::CharacterLook look) {
    return {look.bold, look.italic};
}

/// A character of rich text with its advance. Advances are in font units times half-points: one scale for all sizes.
struct Glyph {
    char32_t character;
    std::int64_t advance;
    std::size_t piece;
    std::size_t offset;  ///< Byte in the piece's text.
};

/// Breaks rich text into lines, word by word, as font::count_lines does for text of one look.
class Flow {
public:
    Flow(const font::Family& fonts, const RichText& text, Twip width) : units_per_em_(fonts.face({}).units_per_em) {
        room_ = width == kEndless
                    ? std::numeric_limits<std::int64_t>::max()
                    : std::int64_t{std::max(width.count, 0)} * units_per_em_ / to_twip(HalfPoint{1}).count;
        for (std::size_t piece = 0; piece < text.size(); ++piece) {
            const std::string& bytes = text[piece].text;
            for (std::size_t at = 0; at < bytes.size();) {
                const std::size_t offset = at;
                const char32_t c = utf8::next(bytes, at);
                const int units = c == U'\n' ? 0 : fonts.advance(c, style_of(text[piece].look));
                glyphs_.push_back({c, std::int64_t{units} * text[piece].look.size.count, piece, offset});
            }
        }
        run();
    }

    static constexpr Twip kEndless{std::numeric_limits<std::int32_t>::max()};

    int lines() const { return lines_; }
    Twip longest() const {
        const std::int64_t twips = (longest_ * to_twip(HalfPoint{1}).count + units_per_em_ - 1) / units_per_em_;
        return {static_cast<std::int32_t>(std::min<std::int64_t>(twips, kEndless.count))};
    }
    /// The spaces that lines end at.
    const std::vector<Glyph>& breaks() const { return breaks_; }

private:
    void run() {
        for (std::size_t i = 0; i < glyphs_.size();) {
            const std::size_t end = word_end(i);
            if (end > i) add_word(i, end);
            if (end < glyphs_.size()) add_separator(glyphs_[end]);
            i = end + 1;
        }
    }

    std::size_t word_end(std::size_t i) const {
        while (i < glyphs_.size() && glyphs_[i].character != U' ' && glyphs_[i].character != U'\n') ++i;
        return i;
    }

    void add_separator(const Glyph& separator) {
        if (separator.character == U'\n') return start_line();
        used_ += separator.advance;
        space_ = &separator;
    }

    void add_word(std::size_t begin, std::size_t end) {
        std::int64_t units = 0;
        for (std::size_t i = begin; i < end; ++i) units += glyphs_[i].advance;
        if (used_ > 0 && units > room_ - used_) {
            if (space_) breaks_.push_back(*space_);
            start_line();
        }
        for (std::size_t i = begin; i < end; ++i) {
            if (used_ > 0 && glyphs_[i].advance > 0 && glyphs_[i].advance > room_ - used_) start_line();
            used_ += glyphs_[i].advance;
        }
        longest_ = std::max(longest_, used_);
    }

    void start_line() {
        ++lines_;
        used_ = 0;
        space_ = nullptr;
    }

    int units_per_em_;
    std::int64_t room_;
    std::vector<Glyph> glyphs_;
    std::vector<Glyph> breaks_;
    const Glyph* space_ = nullptr;
    std::int64_t used_ = 0;
    std::int64_t longest_ = 0;
    int lines_ = 1;
};

}  // namespace

void append(RichText& text, std::string_view more, styled::CharacterLook look) {
    if (more.empty()) return;
    if (!text.empty() && text.back().look == look) {
        text.back().text += more;
    } else {
        text.push_back({std::string(more), look});
    }
}

bool is_empty(const RichText& text) {
    return std::all_of(text.begin(), text.end(), [](const Piece& piece) { return piece.text.empty(); });
}

std::string plain(const RichText& text) {
    std::string all;
    for (const Piece& piece : text) all += piece.text;
    return all;
}

int count_lines(const font::Family& fonts, const RichText& text, Twip width) {
    if (text.empty()) return 1;
    if (text.size() > 1) return Flow(fonts, text, width).lines();
    return font::count_lines(fonts, text[0].text, text[0].look.size, style_of(text[0].look), width);
}

bool is_one_line(const font::Family& fonts, const RichText& text, Twip cells) {
    for (const Piece& piece : text)
        if (piece.text.find('\n') != std::string::npos) return false;
    return width_of(fonts, text) <= cells - kPixel * 2;
}

int count_cell_lines(const font::Family& fonts, const RichText& text, Twip cells) {
    return is_one_line(fonts, text, cells) ? 1 : count_lines(fonts, text, text_room(cells));
}

Twip width_of(const font::Family& fonts, const RichText& text) {
    if (text.size() == 1 && text[0].text.find('\n') == std::string::npos)
        return fonts.width(text[0].text, text[0].look.size, style_of(text[0].look));
    return Flow(fonts, text, Flow::kEndless).longest();
}

RichText break_lines(const font::Family& fonts, const RichText& text, Twip width) {
    RichText broken = text;
    const Flow flow(fonts, text, width);
    for (const Glyph& space : flow.breaks()) broken[space.piece].text[space.offset] = '\n';
    return broken;
}

Twip line_pitch(const font::Family& fonts, styled::CharacterLook look) {
    return pixels_up(fonts.line_height(look.size, style_of(look))) + kPixel * kLeading;
}

Twip text_room(Twip cells) {
    return (cells - kCellPadding * 2) * kFilled / 100;
}

}  // namespace vanban::xlsx
