#include "xlsx/header_footer.hpp"

#include <array>

#include "xlsx/limits.hpp"
#include "xlsx/references.hpp"

namespace vanban::xlsx {
namespace {

using styled::CharacterLook;

/// "&"Times New Roman,Bold Italic"&13": font and size of what follows; halves of points cannot be said.
std::string look_code(const std::string& font, CharacterLook look) {
    static constexpr std::array<std::string_view, 4> kFaces{"Regular", "Bold", "Italic", "Bold Italic"};
    const std::size_t face = (look.bold ? 1u : 0u) + (look.italic ? 2u : 0u);
    return "&\"" + font + "," + std::string(kFaces[face]) + "\"&" + std::to_string((look.size.count + 1) / 2);
}

/// Texts of paragraphs, by the part of the page's width that they stand in: left, centre, right.
class Writer {
public:
    explicit Writer(const styled::Document& document) : document_(document) {}

    void add(const styled::Paragraph& paragraph) {
        std::string line;
        for (const styled::Run& run : paragraph.runs) {
            if (const auto* text = std::get_if<styled::Text>(&run)) {
                line += coded(text->look, escaped(text->text));
            } else if (const auto* number = std::get_if<styled::PageNumber>(&run)) {
                line += coded(number->look, "&P");
            }
        }
        if (line.empty()) return;
        std::string& part = parts_[part_of(document_.styles[paragraph.style.index].jc)];
        part += (part.empty() ? "" : "\n") + line;
        look_.reset();
    }

    std::string take() const {
        static constexpr std::array<std::string_view, 3> kCodes{"&L", "&C", "&R"};
        std::string all;
        for (std::size_t i = 0; i < parts_.size(); ++i)
            if (!parts_[i].empty()) all += std::string(kCodes[i]) + parts_[i];
        return all;
    }

private:
    static std::size_t part_of(styled::Jc jc) { return jc == styled::Jc::Center ? 1 : jc == styled::Jc::Right ? 2 : 0; }

    static std::string escaped(const std::string& text) {
        std::string result;
        for (const char c : text) result += c == '&' ? std::string("&&") : std::string(1, c);
        return result;
    }

    /// A digit right behind the size would be read as part of it.
    std::string coded(CharacterLook look, const std::string& text) {
        if (look_ == look || text.empty()) return text;
        look_ = look;
        const bool digit = text[0] >= '0' && text[0] <= '9';
        return look_code(document_.font, look) + (digit ? " " : "") + text;
    }

    const styled::Document& document_;
    std::array<std::string, 3> parts_;
    std::optional<CharacterLook> look_;
};

}  // namespace

HeaderFooterParts header_footer(const styled::Section& section, const styled::Document& document) {
    HeaderFooterParts result;
    Writer header(document);
    for (const styled::Paragraph& paragraph : section.header) header.add(paragraph);
    result.text.header = header.take();
    result.text.first_special = section.title_page;
    Writer footer(document);
    for (const styled::Block& block : section.first_footer) {
        if (const auto* paragraph = std::get_if<styled::Paragraph>(&block)) footer.add(*paragraph);
        if (std::holds_alternative<styled::Table>(block)) result.holds_first_footer = false;
    }
    result.text.first_footer = footer.take();
    if (utf16_length(result.text.first_footer) > kMostHeaderFooter || !section.title_page)
        result.holds_first_footer = false;
    if (!result.holds_first_footer) result.text.first_footer.clear();
    return result;
}

}  // namespace vanban::xlsx
