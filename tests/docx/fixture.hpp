// Small styled documents, and ways to look into the parts that docx::plan makes of them.
#pragma once

#include <algorithm>
#include <pugixml.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "docx/plan.hpp"

namespace vanban::test {

using styled::CharacterLook;
using styled::Document;
using styled::Paragraph;
using styled::StyleId;

inline constexpr StyleId kBody{0};
inline constexpr StyleId kTitle{1};

/// Two styles ("Body" 14 pt, "Title" 14 pt bold centred) and one A4 section holding `blocks`.
inline Document document_of(std::vector<styled::Block> blocks) {
    Document document;
    document.font = "Times New Roman";
    styled::ParagraphStyle body;
    body.id = "Body";
    body.name = "Thân văn bản";
    body.look.size = font_pt(14);
    styled::ParagraphStyle title = body;
    title.id = "Title";
    title.name = "Tiêu đề";
    title.look.bold = true;
    title.jc = styled::Jc::Center;
    document.styles = {body, title};
    styled::Section section;
    section.page = {mm(210), mm(297), styled::Orientation::Portrait, mm(20), mm(20), mm(30), mm(15), mm(10), mm(10)};
    section.title_page = false;
    section.blocks = std::move(blocks);
    document.sections = {section};
    return document;
}

inline Paragraph paragraph(std::string text, StyleId style = kBody, CharacterLook look = {font_pt(14), false, false}) {
    Paragraph result;
    result.style = style;
    result.runs = {styled::Text{std::move(text), look}};
    return result;
}

inline const opc::Part* find_part(const opc::Package& package, std::string_view name) {
    const auto part =
        std::find_if(package.parts.begin(), package.parts.end(), [&](const opc::Part& p) { return p.name == name; });
    return part == package.parts.end() ? nullptr : &*part;
}

/// The bytes of a part, empty where there is none.
inline std::string part_bytes(const Document& document, std::string_view name) {
    const opc::Package package = docx::plan(document);
    const opc::Part* part = find_part(package, name);
    return part == nullptr ? std::string() : *part->bytes;
}

/// From `<tag` of the first such element to its end, as text: "<w:tag …>…</w:tag>" or "<w:tag …/>".
inline std::string first_element(const std::string& xml, const std::string& tag) {
    const std::size_t begin =
        std::min(xml.find("<" + tag + ">"), std::min(xml.find("<" + tag + " "), xml.find("<" + tag + "/")));
    if (begin == std::string::npos) return {};
    const std::size_t head_end = xml.find('>', begin);
    if (xml[head_end - 1] == '/') return xml.substr(begin, head_end + 1 - begin);
    const std::string close = "</" + tag + ">";
    return xml.substr(begin, xml.find(close, head_end) + close.size() - begin);
}

/// The body of /word/document.xml without the w:sectPr at its end.
inline std::string body(const Document& document) {
    const std::string xml = part_bytes(document, "/word/document.xml");
    const std::size_t begin = xml.find("<w:body>") + 8;
    return xml.substr(begin, xml.rfind("<w:sectPr>") - begin);
}

/// The w:style element with an id.
inline std::string style_element(const Document& document, const std::string& id) {
    const std::string xml = part_bytes(document, "/word/styles.xml");
    const std::size_t at = xml.find("w:styleId=\"" + id + "\"");
    if (at == std::string::npos) return {};
    return first_element(xml.substr(xml.rfind("<w:style ", at)), "w:style");
}

}  // namespace vanban::test
