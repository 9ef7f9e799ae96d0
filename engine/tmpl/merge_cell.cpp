// Cells of tables: running text, or the value of one expression as its kind and that of the column want it.
#include <algorithm>
#include <string>
#include <utility>

#include "base/utf8.hpp"
#include "tmpl/control.hpp"
#include "wording/numbers.hpp"

namespace vanban::tmpl {

using model::KieuCot;

namespace {

constexpr std::string_view kDash = "- ";
constexpr std::string_view kBetween = ", ";

bool is_blank(const data::Value& value) {
    const auto* date = value.get_if<PartialDate>();
    const auto* text = value.get_if<std::string>();
    return value.is_null() || (date && *date == PartialDate{}) || (text && utf8::trim(*text).empty());
}

/// A value as one line. Fails with what `to_text` fails with.
Result<std::string> line_of(const data::Value& value, const Expr& expr, KieuCot kieu) {
    const auto* number = kieu == KieuCot::So ? value.get_if<data::Number>() : nullptr;
    return number ? wording::format_number(number->value) : to_text(value, expr);
}

/// The items of a list, joined; any other value as it is.
Result<std::string> joined_line(const data::Value& value, const Expr& expr, KieuCot kieu) {
    const auto* items = value.get_if<data::List>();
    if (!items) return line_of(value, expr, kieu);
    std::string line;
    for (const data::Value& item : *items) {
        if (is_blank(item)) continue;
        const Result<std::string> text = line_of(item, expr, kieu);
        if (!text) return text;
        if (!line.empty()) line += kBetween;
        line += utf8::trim(*text);
    }
    return line;
}

using Lines = std::vector<std::string>;

/// "Trách nhiệm: Giám đốc Sở" for each member that has a value.
Result<Lines> lines_of(const data::Map& map, const Expr& expr, KieuCot kieu) {
    Lines lines;
    for (const data::Member& member : map) {
        if (is_blank(member.value)) continue;
        const Result<std::string> text = joined_line(member.value, expr, kieu);
        if (!text) return tl::unexpected(text.error());
        if (!text->empty()) lines.push_back(member.key + ": " + std::string(utf8::trim(*text)));
    }
    return lines;
}

Result<Lines> lines_of(const data::List& list, const Expr& expr, KieuCot kieu) {
    Lines lines;
    for (const data::Value& item : list) {
        const Result<std::string> text = line_of(item, expr, kieu);
        if (!text) return tl::unexpected(text.error());
        lines.push_back(*text);
    }
    return lines;
}

Lines lines_of(std::string_view text) {
    Lines lines;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

Result<Lines> lines_of(const data::Value& value, const Expr& expr, KieuCot kieu) {
    if (is_blank(value)) return Lines{};
    if (const auto* text = value.get_if<std::string>()) return lines_of(*text);
    if (const auto* list = value.get_if<data::List>()) return lines_of(*list, expr, kieu);
    if (const auto* map = value.get_if<data::Map>()) return lines_of(*map, expr, kieu);
    const Result<std::string> line = line_of(value, expr, kieu);
    if (!line) return tl::unexpected(line.error());
    return Lines{*line};
}

}  // namespace

model::O Merger::cell(const Nodes& text, const std::optional<Expr>& single, KieuCot kieu) {
    if (kieu == KieuCot::ThuTu) return {};
    if (single) return cell(*single, kieu, model::Emphasis::None);
    model::O result;
    Span where;
    model::Inline runs = inline_of(text, where);
    if (!runs.empty()) result.doan.push_back(std::move(runs));
    return result;
}

/// Blank lines are left out. Several items of a list and members of a map have dashes in front.
model::O Merger::cell(const Expr& expr, KieuCot kieu, model::Emphasis emphasis) {
    model::O result;
    const std::optional<Ref> found = evaluate(expr);
    if (!found) return result;
    const data::Value& value = **found;
    const auto* number = kieu == KieuCot::So ? value.get_if<data::Number>() : nullptr;
    if (number) result.so = number->value;
    const auto* date = value.get_if<PartialDate>();
    if (date && date->complete()) result.ngay = Date{*date->year, *date->month, *date->day};
    const auto add = [&](std::string_view prefix, std::string_view line) {
        line = utf8::trim(line);
        if (line.empty() || !spend(0, prefix.size() + line.size(), expr.span())) return;
        InlineWriter writer;
        writer.emphasis = emphasis;
        writer.value(prefix);
        writer.value(line);
        result.doan.push_back(std::move(writer).take());
    };
    const auto* text = value.get_if<std::string>();
    if (text && text->find('\n') == text->npos) {  // Most cells.
        add("", *text);
        return result;
    }
    const Result<Lines> lines = lines_of(value, expr, kieu);
    if (!lines) return out_.add(lines.error()), result;
    const bool items = value.kind() == data::Kind::List || value.kind() == data::Kind::Map;
    for (const std::string& line : *lines) add(items && lines->size() > 1 ? kDash : "", line);
    return result;
}

}  // namespace vanban::tmpl
