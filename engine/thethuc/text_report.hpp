// Findings about words of the text: their grade, their place in the data, each once.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "thethuc/loi_van.hpp"

namespace vanban::thethuc {

class TextMemory;

/// Some words of a paragraph or cell. Views the text of the document.
struct Passage {
    std::string_view text;  ///< The whole paragraph.
    std::size_t from = 0;   ///< Bytes of `text`.
    std::size_t length = 0;
    Span block;  ///< Of the block that the text belongs to.

    std::string_view words() const { return text.substr(from, length); }
};

/// Where words of the document stand in what people wrote: the document itself only knows places of its blocks.
class Places {
public:
    virtual ~Places() = default;
    /// Empty if the words are not in the data: the template wrote them, or they were made of several values.
    virtual std::optional<Span> find(const Passage& passage) const = 0;
};

/// What was asked for: which rules are off for this document, how many findings are enough.
struct TextCheckOptions {
    std::vector<Code> ignored;
    std::size_t most_findings = 200;
    TextMemory* memory = nullptr;  ///< Of earlier documents; may be null.
};

class TextReport {
public:
    TextReport(const LoiVan& rules, const TextCheckOptions& options, const Places& places, Diagnostics& out)
        : rules_(rules), options_(options), places_(places), out_(out) {}

    /// Adds a finding if its rule is on and it was not made at that place before.
    void add(Code code, const Passage& where, std::vector<std::string> args, std::vector<Note> notes = {});
    /// The same with the note that says what to write.
    void add_with_proposal(Code code, const Passage& where, std::string proposal);
    /// The place of the words, or of their block.
    Span place(const Passage& passage) const;
    const LoiVan& rules() const { return rules_; }
    /// How often something was found, whether it was added or not.
    std::size_t found() const { return found_; }

private:
    const LoiVan& rules_;
    const TextCheckOptions& options_;
    const Places& places_;
    Diagnostics& out_;
    std::vector<Diagnostic> added_;
    std::size_t found_ = 0;
};

}  // namespace vanban::thethuc
