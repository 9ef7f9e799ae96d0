#include "xlsx/numbering.hpp"

#include <algorithm>

#include "wording/numbers.hpp"

namespace vanban::xlsx {
namespace {

std::string write_number(styled::NumberFormat format, std::uint32_t number) {
    if (format == styled::NumberFormat::UpperRoman)
        if (auto roman = wording::roman(number)) return *roman;
    return std::to_string(number);
}

/// `%n` in the level's text stands for the number of level n, counted from 1.
std::string fill_in(const styled::NumberingLevel& level, const std::vector<styled::NumberingLevel>& levels,
                    const std::vector<std::uint32_t>& counts) {
    std::string result;
    for (std::size_t i = 0; i < level.text.size(); ++i) {
        const char next = i + 1 < level.text.size() ? level.text[i + 1] : '\0';
        const std::size_t n = next >= '1' && next <= '9' ? static_cast<std::size_t>(next - '1') : counts.size();
        if (level.text[i] == '%' && n < counts.size()) {
            result += write_number(levels[n].format, std::max<std::uint32_t>(counts[n], 1));
            ++i;
        } else {
            result += level.text[i];
        }
    }
    return result;
}

}  // namespace

std::optional<Piece> Numbering::next(const styled::Paragraph& paragraph) {
    const styled::ParagraphStyle& style = document_.styles[paragraph.style.index];
    if (!style.list_level) return std::nullopt;
    const styled::NumberingLevel& level = document_.numbering[*style.list_level];
    styled::CharacterLook look = style.look;
    look.bold |= level.bold;
    if (level.format == styled::NumberFormat::Bullet) return Piece{level.text + " ", look};
    if (counts_.size() <= paragraph.list) counts_.resize(std::size_t{paragraph.list} + 1);
    std::vector<std::uint32_t>& counts = counts_[paragraph.list];
    counts.resize(document_.numbering.size());
    ++counts[*style.list_level];
    std::fill(counts.begin() + *style.list_level + 1, counts.end(), 0);
    return Piece{fill_in(level, document_.numbering, counts) + " ", look};
}

}  // namespace vanban::xlsx
