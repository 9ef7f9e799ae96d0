// Abbreviations and where the document explains them.
#pragma once

#include <string_view>
#include <vector>

#include "thethuc/text_report.hpp"

namespace vanban::thethuc {

/// Gathers the words in capitals of a document; in the end those that were never explained are reported.
class Abbreviations {
public:
    explicit Abbreviations(TextReport& report) : report_(report) {}

    void begin_text() { words_ = capitals_ = 0, pending_.clear(); }
    void see_word() { ++words_; }
    /// A word without small letters. `known`: everybody knows it.
    void see_capitals(const Passage& where, bool known);
    /// Texts that are typed in capitals hold no abbreviations.
    void end_text();
    void finish();

private:
    struct Abbreviation {
        Passage first;
        bool explained = false;  ///< Or a word that is only emphasized: "KHÔNG".
    };

    void note(const Passage& where);

    TextReport& report_;
    std::vector<Abbreviation> found_;
    std::vector<Passage> pending_;
    std::size_t words_ = 0, capitals_ = 0;
};

}  // namespace vanban::thethuc
