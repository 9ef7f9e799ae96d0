// Findings about words of the text.
#include "thethuc/text_report.hpp"

#include <algorithm>

namespace vanban::thethuc {

void TextReport::add(Code code, const Passage& where, std::vector<std::string> args, std::vector<Note> notes) {
    ++found_;
    const Grade* grade = rules_.grade(code);
    if (!grade || added_.size() >= options_.most_findings) return;
    if (std::ranges::find(options_.ignored, code) != options_.ignored.end()) return;
    Diagnostic finding{code, grade->severity, place(where), std::move(args), std::move(notes)};
    if (!grade->explanation.empty()) finding.notes.push_back({Code::rule_explained, {}, {grade->explanation}});
    if (std::ranges::find(added_, finding) != added_.end()) return;
    added_.push_back(finding);
    out_.add(std::move(finding));
}

void TextReport::add_with_proposal(Code code, const Passage& where, std::string proposal) {
    add(code, where, {std::string(where.words())}, {{Code::write_instead, {}, {std::move(proposal)}}});
}

Span TextReport::place(const Passage& passage) const {
    return places_.find(passage).value_or(passage.block);
}

}  // namespace vanban::thethuc
