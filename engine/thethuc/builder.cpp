// The shared tools of thethuc::apply: paragraphs in a component's look, measured widths, end marks.
#include "thethuc/builder.hpp"

#include <algorithm>

#include "base/utf8.hpp"

namespace vanban::thethuc {
namespace {

font::Style face(const styled::CharacterLook& look) {
    return {look.bold, look.italic};
}

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

void Builder::append(styled::Paragraph& to, Component component, const model::Run& run) const {
    const styled::CharacterLook look = with_emphasis(style(component).look, run.emphasis);
    const std::string upper = profile.rule(component).upper_case ? utf8::to_upper(run.text) : std::string();
    std::string_view rest = upper.empty() ? std::string_view(run.text) : std::string_view(upper);
    while (true) {
        const std::size_t line_end = rest.find('\n');
        if (const auto line = rest.substr(0, line_end); !line.empty())
            to.runs.emplace_back(styled::Text{std::string(line), look});
        if (line_end == std::string_view::npos) return;
        to.runs.emplace_back(styled::LineBreak{});
        rest.remove_prefix(line_end + 1);
    }
}

styled::Paragraph Builder::paragraph(Component component, const model::Inline& text) const {
    styled::Paragraph result;
    result.style = style_id(component);
    for (const model::Run& run : text) append(result, component, run);
    return result;
}

styled::Paragraph Builder::paragraph(Component component, std::string_view text) const {
    return paragraph(component, model::Inline{{std::string(text), model::Emphasis::None}});
}

styled::Paragraph Builder::rule(Twip length) const {
    styled::Paragraph result;
    result.style = style_id(Component::DuongKe);
    result.runs.emplace_back(styled::Rule{length, profile.rule_weight, profile.label(Label::MoTaDuongKe)});
    return result;
}

Twip Builder::width(Component component, std::string_view text) const {
    const styled::CharacterLook& look = style(component).look;
    if (!profile.rule(component).upper_case) return fonts.width(text, look.size, face(look));
    return fonts.width(utf8::to_upper(text), look.size, face(look));
}

Twip Builder::width(const model::Run& run, Component component) const {
    const styled::CharacterLook look = with_emphasis(style(component).look, run.emphasis);
    return fonts.width(run.text, look.size, face(look));
}

Twip Builder::line_height(Component component) const {
    const styled::CharacterLook& look = style(component).look;
    return fonts.line_height(look.size, face(look));
}

styled::Table layout_table(const Builder& builder, Label description, std::vector<Twip> grid) {
    styled::Table table;
    table.description = builder.profile.label(description);
    table.grid = std::move(grid);
    return table;
}

bool starts_with_word(std::string_view text, std::string_view word) {
    const std::string lower_text = utf8::to_lower(text);
    const std::string lower_word = utf8::to_lower(word);
    return lower_text.starts_with(lower_word) &&
           (lower_text.size() == lower_word.size() || lower_text[lower_word.size()] == ' ');
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

std::vector<Twip> wrapped_widths(const Builder& builder, Component component, const model::Inline& text, Twip width) {
    std::vector<Twip> lines;
    Twip line{};
    const Twip space = builder.width(component, " ");
    const auto end_line = [&] {
        lines.push_back(line);
        line = {};
    };
    for (const model::Run& run : text) {
        std::string_view rest = run.text;
        while (!rest.empty()) {
            if (rest.front() == '\n' || rest.front() == ' ') {
                if (rest.front() == '\n') end_line();
                rest.remove_prefix(1);
                continue;
            }
            const std::size_t word_end = std::min(rest.find_first_of(" \n"), rest.size());
            const Twip word = builder.width({std::string(rest.substr(0, word_end)), run.emphasis}, component) +
                              blank_allowance(rest.substr(0, word_end), space);
            const Twip with_word = line.count == 0 ? word : line + space + word;
            if (line.count > 0 && with_word > width) end_line();
            line = line.count == 0 ? word : line + space + word;
            rest.remove_prefix(word_end);
        }
    }
    if (line.count > 0) end_line();
    return lines;
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
