// A print job: styles, lists and bookmarks of each document are fitted to those before, then its body is written.
#include "docx/print_job.hpp"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string>
#include <utility>

#include "docx/assembly.hpp"

namespace vanban::docx {

namespace {

using styled::ParagraphStyle;

template <class Change>
void for_each_paragraph(std::vector<styled::Block>& blocks, const Change& change) {
    for (styled::Block& block : blocks) {
        if (auto* paragraph = std::get_if<styled::Paragraph>(&block)) {
            change(*paragraph);
            continue;
        }
        for (styled::Row& row : std::get<styled::Table>(block).rows)
            for (styled::Cell& cell : row.cells)
                for (styled::Paragraph& paragraph : cell.paragraphs) change(paragraph);
    }
}

/// Every paragraph of the document, those of headers and footers too.
template <class Change>
void for_each_paragraph(styled::Document& document, const Change& change) {
    for (styled::Section& section : document.sections) {
        for (styled::Paragraph& paragraph : section.header) change(paragraph);
        for_each_paragraph(section.first_header, change);
        for_each_paragraph(section.first_footer, change);
        for_each_paragraph(section.blocks, change);
    }
}

bool look_alike(const ParagraphStyle& a, const ParagraphStyle& b) {
    ParagraphStyle renamed = a;
    renamed.id = b.id;
    renamed.name = b.name;
    return renamed == b;
}

}  // namespace

struct PrintJob::State {
    explicit State(Sheets the_sheets) : sheets(the_sheets), plan(job), headers(plan, shared) {}

    void begin(const styled::Document& first) {
        job.properties = first.properties;
        job.font = first.font;
        job.styles = first.styles;
        job.numbering = first.numbering;
        job.lists = 0;
        variants.resize(job.styles.size());
        for (std::size_t i = 0; i < variants.size(); ++i) variants[i].push_back(static_cast<std::uint16_t>(i));
        plan.table_styles = table_styles(first);
        unlink_levels();
        needs = header_needs(first.sections);
        needs.on_pages = needs.on_title_page = needs.below_title_page = true;
        root.emplace(xml, "w:document");
        write_namespaces(*root);
        body.emplace(xml, "w:body");
    }

    /// No style is bound to a level: variants of a style share its level, which Word allows for paragraphs only.
    void unlink_levels() {
        plan.level_uses = level_uses(job);
        for (LevelUse& use : plan.level_uses) use.linked = false;
        pPr = plain_pPr(plan);
        plan.plain_pPr = &pPr;
    }

    /// The style of the job for style `index` of the document: one that looks the same, else a new one.
    styled::StyleId style_for(const ParagraphStyle& wanted, std::size_t index) {
        for (const std::uint16_t known : variants[index])
            if (look_alike(job.styles[known], wanted)) return {known};
        ParagraphStyle variant = wanted;
        const std::string number = std::to_string(documents);
        variant.id += "_" + number;
        variant.name += " (" + number + ")";
        const auto added = static_cast<std::uint16_t>(job.styles.size());
        job.styles.push_back(std::move(variant));
        variants[index].push_back(added);
        return {added};
    }

    void fit_styles(styled::Document& document) {
        assert(document.styles.size() == variants.size() && document.numbering == job.numbering &&
               document.font == job.font && "the documents of a print job are laid out by one profile");
        const std::size_t before = job.styles.size();
        std::vector<styled::StyleId> styles;
        bool same = true;
        for (std::size_t i = 0; i < document.styles.size(); ++i) {
            styles.push_back(style_for(document.styles[i], i));
            same = same && styles.back().index == i;
        }
        if (job.styles.size() != before) unlink_levels();
        if (same) return;
        for_each_paragraph(document,
                           [&](styled::Paragraph& paragraph) { paragraph.style = styles[paragraph.style.index]; });
    }

    /// Lists go on after those of the documents before; the bookmark "a" of the second document becomes "a_2".
    void fit_names(styled::Document& document) {
        const std::string mark = "_" + std::to_string(documents);
        for_each_paragraph(document, [&](styled::Paragraph& paragraph) {
            if (job.styles[paragraph.style.index].list_level) paragraph.list += job.lists;
            for (styled::Run& run : paragraph.runs)
                if (auto* bookmark = std::get_if<styled::Bookmark>(&run); bookmark && documents > 1)
                    bookmark->name += mark;
        });
        job.lists += document.lists;
    }

    void fit_sections(styled::Document& document) const {
        document.sections.front().restart_page_numbers = true;
        for (styled::Section& section : document.sections)
            if (sheets == Sheets::Fresh && section.restart_page_numbers) section.start = styled::SectionStart::OddPage;
    }

    SectPr properties_of(const styled::Section& section) {
        const HeaderUse use = headers.add(section, needs);
        for (std::size_t i = header_ids.size(); i < headers.parts().size(); ++i)
            header_ids.push_back(relationships.add(headers.parts()[i].relationship, headers.parts()[i].part.name));
        return sect_pr(section, use, header_ids);
    }

    /// The properties of a section stand in its last paragraph; only those of the very last one end the body. So a
    /// document is written when it is known whether another one follows.
    void write_waiting(bool last) {
        if (!waiting) return;
        Story story{plan, xml, relationships, shared};
        for (const styled::Section& section : waiting->sections) {
            const SectPr properties = properties_of(section);
            const bool ends_body = last && &section == &waiting->sections.back();
            write_blocks(story, section.blocks, {}, ends_body ? nullptr : &properties);
            if (ends_body) write(xml, properties);
        }
        waiting.reset();
    }

    Sheets sheets;
    std::size_t documents = 0;
    styled::Document job;  ///< What all have in common; it holds no sections.
    Plan plan;
    std::vector<opc::XmlFragment> pPr;                 ///< By style, of plain paragraphs.
    std::vector<std::vector<std::uint16_t>> variants;  ///< Of each style of the first document, in the job.
    Shared shared;
    HeaderShelf headers;
    HeaderNeeds needs;
    std::vector<std::string> header_ids;
    Relationships relationships;
    opc::XmlWriter xml;
    std::optional<opc::XmlScope> root;
    std::optional<opc::XmlScope> body;
    std::optional<styled::Document> waiting;
};

PrintJob::PrintJob(Sheets sheets) : state_(std::make_unique<State>(sheets)) {}
PrintJob::PrintJob(PrintJob&&) noexcept = default;
PrintJob& PrintJob::operator=(PrintJob&&) noexcept = default;
PrintJob::~PrintJob() = default;

std::size_t PrintJob::size() const {
    return state_->documents;
}

std::size_t PrintJob::bytes() const {
    return state_->xml.size();
}

void PrintJob::add(styled::Document document) {
    assert(!document.sections.empty() && "a document has a section");
    if (++state_->documents == 1) state_->begin(document);
    state_->write_waiting(false);
    state_->fit_styles(document);
    state_->fit_names(document);
    state_->fit_sections(document);
    state_->waiting = std::move(document);
}

opc::Package PrintJob::finish() && {
    assert(state_->documents > 0 && "a print job has a document");
    state_->write_waiting(true);
    state_->body.reset();
    state_->root.reset();
    SupportingParts supporting = supporting_parts(state_->plan);
    supporting.refer(state_->relationships);
    return package_of(std::move(state_->xml).take(), std::move(state_->relationships), std::move(supporting.parts),
                      std::move(state_->headers).take(), std::move(state_->shared.media), state_->job.properties);
}

}  // namespace vanban::docx
