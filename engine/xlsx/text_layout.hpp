// Rich text of a paragraph as a cell holds it: lines, heights, places to break.
#pragma once

#include "font/family.hpp"
#include "xlsx/book.hpp"

namespace vanban::xlsx {

/// Appends text; joins it to the last piece where the look is the same.
void append(RichText& text, std::string_view more, styled::CharacterLook look);
bool is_empty(const RichText& text);
/// All pieces without their looks.
std::string plain(const RichText& text);

/// Number of lines that `text` takes where lines are `width` wide; at least 1.
int count_lines(const font::Family& fonts, const RichText& text, Twip width);
/// Whether the text stands on one line in cells of that width, even if it reaches into their padding: then nothing
/// wraps.
bool is_one_line(const font::Family& fonts, const RichText& text, Twip cells);
/// Number of lines in cells that are `cells` wide together: one, or as many as wrap within `text_room`.
int count_cell_lines(const font::Family& fonts, const RichText& text, Twip cells);
/// Width of the longest line when nothing wraps.
Twip width_of(const font::Family& fonts, const RichText& text);
/// The text with '\n' in place of the spaces at which it breaks into lines of `width`.
RichText break_lines(const font::Family& fonts, const RichText& text, Twip width);

/// Height of one line in a cell: that of the font as whole pixels and three more.
///
/// Excel gives lines more room than the font asks for; these are at least the heights that it gives itself to a row of
/// Times New Roman: 15 points for size 11, 15.75 for 12, 16.5 for 13, 18.75 for 14.
Twip line_pitch(const font::Family& fonts, styled::CharacterLook look);

/// Room for text in cells that are `cells` wide together. A little is kept back: screens round letters to whole pixels.
Twip text_room(Twip cells);

}  // namespace vanban::xlsx
