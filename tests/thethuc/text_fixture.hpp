// What the tests of the rules of wording share: the rules as they are shipped, and what they find in a few texts.
#pragma once

#include "thethuc/fixture.hpp"
#include "thethuc/text_check.hpp"

namespace vanban::thethuc {

inline const LoiVan& shipped_rules() {
    static const LoiVan rules = [] {
        std::ifstream file(VANBAN_SOURCE_DIR "/templates/the-thuc/loi-van.xml", std::ios::binary);
        Sources sources;
        Diagnostics out;
        const SourceId id = sources.add({"loi-van.xml", {std::istreambuf_iterator<char>(file), {}}});
        auto read = read_loi_van(*sources.get(id), id, Limits{}, out);
        BOOST_REQUIRE_MESSAGE(read, print_human(out, sources, {}));
        return std::move(*read);
    }();
    return rules;
}

/// Every text is a source of its own, which begins with it: a span holds the place in the text.
class TextPlaces : public Places {
public:
    std::optional<Span> find(const Passage& passage) const override {
        return Span{0, static_cast<std::uint32_t>(passage.from),
                    static_cast<std::uint32_t>(passage.from + passage.length)};
    }
};

inline model::Document document_of(std::vector<model::Block> body) {
    model::Vung vung;
    vung.blocks = std::move(body);
    model::Document document;
    document.vung = {std::move(vung)};
    return document;
}

inline Diagnostics check_document(const model::Document& document, std::vector<Code> ignored = {}) {
    Diagnostics out;
    check_texts(document, shipped_profile(), shipped_rules(), {std::move(ignored), 200}, TextPlaces(), out);
    return out;
}

inline Diagnostics check_text(std::string value) {
    return check_document(document_of({block(model::Doan{text(std::move(value))})}));
}

/// "code: words" of each finding in a paragraph.
inline std::vector<std::string> found_in(const std::string& value) {
    std::vector<std::string> found;
    for (const Diagnostic& finding : check_text(value))
        found.push_back(std::string(name(finding.code)) + ": " +
                        value.substr(finding.span.begin, finding.span.end - finding.span.begin));
    return found;
}

/// What the first finding proposes to write.
inline std::string proposed_in(const std::string& value) {
    for (const Diagnostic& finding : check_text(value))
        for (const Note& note : finding.notes)
            if (note.code == Code::write_instead) return note.args.at(0);
    return {};
}

/// Exactly one finding, with that code at those words.
inline void expect_found(const std::string& value, const std::string& code_and_words) {
    const auto found = found_in(value);
    BOOST_TEST_CONTEXT(value) {
        BOOST_REQUIRE_EQUAL(found.size(), 1u);
        BOOST_TEST(found.front() == code_and_words);
    }
}

inline void expect_nothing(const std::string& value) {
    for (const std::string& found : found_in(value)) BOOST_ERROR(value << ": " << found);
}

}  // namespace vanban::thethuc
