// /word/header*.xml. Sections with equal headers share one part.
#include "docx/headers.hpp"

#include <algorithm>
#include <span>
#include <utility>

#include "docx/names.hpp"

namespace vanban::docx {

namespace {

/// w:hdr (17.10.4).
std::string header_bytes(const Plan& plan, std::span<const styled::Paragraph> paragraphs) {
    opc::XmlWriter xml(1024);
    {
        auto hdr = xml.element("w:hdr");
        write_namespaces(hdr);
        Story story{plan, xml};
        for (const styled::Paragraph& paragraph : paragraphs) write_paragraph(story, paragraph);
    }
    return std::move(xml).take();
}

std::size_t index_of(std::vector<opc::Part>& parts, std::string bytes) {
    const auto known =
        std::find_if(parts.begin(), parts.end(), [&](const opc::Part& part) { return part.bytes == bytes; });
    if (known != parts.end()) return static_cast<std::size_t>(known - parts.begin());
    const std::string name = "/word/header" + std::to_string(parts.size() + 1) + ".xml";
    parts.push_back({name, std::string(kHeaderType), std::move(bytes), {}});
    return parts.size() - 1;
}

}  // namespace

Headers plan_headers(const Plan& plan) {
    const std::vector<styled::Section>& sections = plan.document.sections;
    Headers headers;
    headers.uses.resize(sections.size());
    const auto with_header =
        std::find_if(sections.begin(), sections.end(), [](const auto& section) { return !section.header.empty(); });
    if (with_header == sections.end()) return headers;

    styled::Paragraph blank;
    blank.style = with_header->header.front().style;
    const auto add = [&](std::span<const styled::Paragraph> paragraphs) {
        return index_of(headers.parts, header_bytes(plan, paragraphs));
    };
    for (std::size_t index = 0; index < sections.size(); ++index) {
        const styled::Section& section = sections[index];
        HeaderUse& use = headers.uses[index];
        use.on_pages = section.header.empty() ? add({&blank, 1}) : add(section.header);
        if (section.title_page) use.on_title_page = add({&blank, 1});
    }
    return headers;
}

}  // namespace vanban::docx
