// The shared tools of thethuc::apply: paragraphs in a component's look, measured widths, end marks.
#include "thethuc/builder.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace vanban::thethuc {
namespace {

styled::CharacterLook with_emphasis(styled::CharacterLook look, model::Emphasis emphasis) {
    const auto bits = static_cast<unsigned>(emphasis);
    look.bold = look.bold || (bits & 1u) != 0;
    look.italic = look.italic || (bits & 2u) != 0;
    return look;
}

std::string_view without_end_marks(std::string_view text) {
    text = utf8::trim(text);
    while (true) {
        if (text.ends_with("./.")) {
            text.remove_suffix(3);
        } else if (text.ends_with('.') || text.ends_with(';') || text.ends_with(',')) {
            text.remove_suffix(1);
        } else {
            return text;
        }
        text = utf8::trim(text);
    }
}

}  // namespace

Builder::Builder(const Profile& rules, const font::Family& family, SizeSet sizes, Diagnostics& findings)
    : profile(rules), fonts(family), out(findings) {
    text_width = profile.page.text_width();
    document.font = profile.font;
    document.properties.language = profile.language;
    document.styles.reserve(kComponentCount);
    for (const StyleRule& rule : profile.styles) {
        document.styles.push_back(rule.style);
        document.styles.back().look.size = rule.sizes[static_cast<std::size_t>(sizes)];
    }
    for (const CapRule& cap : profile.numbering) document.numbering.push_back(cap.level);
}

void Builder::append(styled::Paragraph& to, Component component, std::string_view text,
                     model::Emphasis emphasis) const {
    const styled::CharacterLook drawn = look(component, emphasis);
    const std::string upper = profile.rule(component).upper_case ? utf8::to_upper(text) : std::string();
    std::string_view rest = upper.empty() ? text : std::string_view(upper);
    while (true) {
        const std::size_t line_end = rest.find('\n');
        if (const auto line = rest.substr(0, line_end); !line.empty())
            to.runs.push_back(styled::Text{std::string(line), drawn});
        if (line_end == std::string_view::npos) return;
        to.runs.push_back(styled::LineBreak{});
        rest.remove_prefix(line_end + 1);
    }
}

styled::Paragraph Builder::paragraph(Component component, const model::Inline& text) const {
    styled::Paragraph result;
    result.style = style_id(component);
    for (const model::Run& run : text) append(result, component, run.text, run.emphasis);
    return result;
}

styled::Paragraph Builder::paragraph(Component component, model::Inline&& text) const {
    styled::Paragraph result;
    result.style = style_id(component);
    for (model::Run& run : text) {
        if (run.text.empty() || profile.rule(component).upper_case || run.text.find('\n') != run.text.npos)
            append(result, component, run.text, run.emphasis);
        else
            result.runs.push_back(styled::Text{std::move(run.text), look(component, run.emphasis)});
    }
    return result;
}

styled::Paragraph Builder::paragraph(Component component, std::string_view text) const {
    styled::Paragraph result;
    result.style = style_id(component);
    append(result, component, text, model::Emphasis::None);
    return result;
}

styled::Paragraph Builder::rule(Twip length) const {
    styled::Paragraph result;
    result.style = style_id(Component::DuongKe);
    result.runs.push_back(styled::Rule{length, profile.rule_weight, profile.label(Label::MoTaDuongKe)});
    return result;
}

Twip Builder::width(Component component, std::string_view text) const {
    const styled::CharacterLook& drawn = style(component).look;
    if (!profile.rule(component).upper_case) return fonts.width(text, drawn.size, face(drawn));
    return fonts.width(utf8::to_upper(text), drawn.size, face(drawn));
}

Twip Builder::width(const model::Run& run, Component component) const {
    const styled::CharacterLook drawn = look(component, run.emphasis);
    return fonts.width(run.text, drawn.size, face(drawn));
}

styled::CharacterLook Builder::look(Component component, model::Emphasis emphasis) const {
    return with_emphasis(style(component).look, emphasis);
}

Twip Builder::line_height(Component component) const {
    const styled::CharacterLook& drawn = style(component).look;
    return fonts.line_height(drawn.size, face(drawn));
}

styled::Table layout_table(const Builder& builder, Label description, std::vector<Twip> grid) {
    styled::Table table;
    table.description = builder.profile.label(description);
    table.grid = std::move(grid);
    return table;
}

void keep_with_next(styled::Row& row) {
    for (styled::Cell& cell : row.cells)
        for (styled::Paragraph& paragraph : cell.paragraphs) paragraph.keep_next = true;
}

void keep_with_next(std::vector<styled::Block>& blocks) {
    if (blocks.empty()) return;
    if (auto* last = std::get_if<styled::Paragraph>(&blocks.back())) last->keep_next = true;
    auto* table = std::get_if<styled::Table>(&blocks.back());
    if (table && !table->rows.empty()) keep_with_next(table->rows.back());
}

bool starts_with_word(std::string_view text, std::string_view word) {
    std::size_t end = 0;
    for (std::size_t at = 0; at < word.size() && end < text.size(); utf8::next(word, at)) utf8::next(text, end);
    if (end < text.size() && text[end] != ' ') return false;
    return utf8::to_lower(text.substr(0, end)) == utf8::to_lower(word);
}

std::size_t word_end(std::string_view text) {
    std::size_t end = 0;
    while (end < text.size() && text[end] != ' ' && text[end] != '\n') ++end;
    return end;
}

Twip short_rule(const Profile& profile, const std::vector<Twip>& line_widths) {
    if (line_widths.empty()) return {};
    const Twip longest = *std::max_element(line_widths.begin(), line_widths.end());
    const Twip wanted{static_cast<std::int32_t>(longest.count * profile.rule_factor)};
    return std::max(longest / 3, std::min(wanted, line_widths.back() / 2));
}

namespace {

/// LibreOffice draws a no-break space up to 1.4 times as wide as Word.
Twip blank_allowance(std::string_view word, Twip space) {
    constexpr std::string_view kNoBreakSpace = "\u00A0";
    std::int32_t count = 0;
    for (std::size_t at = word.find(kNoBreakSpace); at != word.npos; at = word.find(kNoBreakSpace, at + 2)) ++count;
    return space * count * 2 / 5;
}

}  // namespace

MeasuredText::MeasuredText(const Builder& builder, Component component, const model::Inline& text)
    : space_(builder.width(component, " ")) {
    constexpr std::size_t kBytesOfWord = 4;  // Or a few more, with the space.
    for (const model::Run& run : text) {
        const styled::CharacterLook look = builder.look(component, run.emphasis);
        words_.reserve(words_.size() + run.text.size() / kBytesOfWord + 1);
        std::string_view rest = run.text;
        while (!rest.empty()) {
            const std::size_t end = word_end(rest);
            const std::string_view word = rest.substr(0, end);
            if (!word.empty())
                words_.emplace_back(builder.fonts.width(word, look.size, face(look)) + blank_allowance(word, space_));
            if (end < rest.size() && rest[end] == '\n') words_.emplace_back(std::nullopt);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

template <class EndLine>
void MeasuredText::fill(Twip width, EndLine end_line) const {
    Twip line{};
    for (const Word& word : words_) {
        const Twip with_word = line.count == 0 || !word ? word.value_or(Twip{}) : line + space_ + *word;
        if (!word || (line.count > 0 && with_word > width)) {
            end_line(line);
            line = word.value_or(Twip{});
        } else {
            line = with_word;
        }
    }
    if (line.count > 0) end_line(line);
}

std::vector<Twip> MeasuredText::lines(Twip width) const {
    std::vector<Twip> lines;
    fill(width, [&](Twip line) { lines.push_back(line); });
    return lines;
}

std::size_t MeasuredText::count_lines(Twip width) const {
    std::size_t count = 0;
    fill(width, [&](Twip) { ++count; });
    return count;
}

std::vector<Twip> wrapped_widths(const Builder& builder, Component component, const model::Inline& text, Twip width) {
    return MeasuredText(builder, component, text).lines(width);
}

std::string with_end_mark(std::string_view text, std::string_view mark) {
    std::string result(without_end_marks(text));
    result += mark;
    return result;
}

model::Inline with_end_mark(model::Inline text, std::string_view mark) {
    while (!text.empty()) {
        const std::string_view kept = without_end_marks(text.back().text);
        if (kept.empty()) {
            text.pop_back();
            continue;
        }
        // Only the end is trimmed: a space before the run's first word belongs to it.
        const std::size_t end = static_cast<std::size_t>(kept.data() - text.back().text.data()) + kept.size();
        text.back().text.resize(end);
        break;
    }
    if (text.empty()) text.push_back({});
    text.back().text += mark;
    return text;
}

}  // namespace vanban::thethuc
