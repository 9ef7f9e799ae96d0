// Reads the XML of the rules of wording and makes the index of the words that they begin with.
#include <algorithm>
#include <iterator>

#include "base/utf8.hpp"
#include "thethuc/loi_van.hpp"
#include "thethuc/profile_attributes.hpp"

namespace vanban::thethuc {
namespace {

constexpr std::pair<std::string_view, Severity> kSeverities[] = {
    {"loi", Severity::Error}, {"canh-bao", Severity::Warning}, {"ghi-chu", Severity::Note}};

std::vector<std::string> words_of(std::string_view text) {
    std::vector<std::string> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0) words.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

/// The words that a phrase is found by: the first two, or the first alone where the second has figures or marks.
struct Beginning {
    std::string_view first, second;
};

Beginning beginning_of(std::string_view phrase) {
    constexpr std::string_view kEnds = " #:";
    const std::size_t end = std::min(phrase.find_first_of(kEnds), phrase.size());
    Beginning result{phrase.substr(0, end), {}};
    if (phrase.substr(end, 1) != " ") return result;
    const std::string_view rest = phrase.substr(end + 1);
    const std::size_t second = std::min(rest.find_first_of("#:-&"), rest.find(' '));
    if (second == rest.npos || rest[second] == ' ') result.second = rest.substr(0, second);
    return result;
}

class Reader {
public:
    Reader(LoiVan& rules, Diagnostics& out) : rules_(rules), out_(out), in_(out) { rules_.grades.resize(code_count()); }

    void read(const XmlElement& root) {
        for (const XmlNode& child : root.children)
            if (const XmlElement* e = child.element()) rule(*e);
        rules_.index.add("tháng", {WordUse::Month, 0});
        for (const char* word : {"phụ", "Phụ"}) rules_.index.add(word, {WordUse::Appendix, 0});
        rules_.index.seal();
    }

private:
    void rule(const XmlElement& e) {
        const auto code = code_named(in_.text(e, "ma"));
        const std::string level = in_.text(e, "muc");
        const auto severity = std::ranges::find(kSeverities, level, &std::pair<std::string_view, Severity>::first);
        if (e.name != "quy-tac") return in_.report(e, e.name);
        if (!code) return in_.report(e, "ma");
        if (severity == std::end(kSeverities)) return in_.report(e, "muc");
        const XmlAttribute* why = e.attribute("giai-thich");
        rules_.grades[static_cast<std::size_t>(*code)] = Grade{severity->second, why ? why->value : std::string()};
        for (const XmlNode& child : e.children)
            if (const XmlElement* part = child.element()) this->part(*code, *part);
    }

    void part(Code code, const XmlElement& e) {
        if (e.name == "sai") {
            phrase(code, e);
        } else if (e.name == "cap") {
            variant(e);
        } else if (e.name == "tu") {
            word(code, e);
        } else if (e.name == "loai") {
            const XmlAttribute* abbreviation = e.attribute("viet-tat");
            rules_.cited_types.push_back(
                {in_.text(e, "ten"), abbreviation ? abbreviation->value : std::string(), in_.yes(e, "luat")});
        } else if (e.name == "dan") {
            rules_.subject_begins.push_back(in_.text(e, "viet"));
        } else if (e.name == "viec") {
            rules_.tasks.push_back(
                {in_.text(e, "viet"), e.attribute("thu-tu") ? static_cast<int>(in_.count(e, "thu-tu")) : 0});
        } else {
            in_.report(e, e.name);
        }
    }

    void phrase(Code code, const XmlElement& e) {
        PhraseRule rule;
        rule.code = code;
        rule.wrong = in_.text(e, "viet");
        rule.right = in_.text(e, "la");
        const bool exact_case = in_.yes(e, "nguyen-dang");
        if (!exact_case) rule.capital = utf8::capitalize(rule.wrong);
        if (const XmlAttribute* words = e.attribute("khong-sau")) rule.not_after = words_of(words->value);
        if (const XmlAttribute* words = e.attribute("khong-truoc")) rule.not_before = words_of(words->value);
        if (rule.wrong.empty()) return;
        const auto number = static_cast<std::uint32_t>(rules_.phrases.size());
        phrase_index(rule.wrong, WordUse::Phrase, WordUse::PairPhrase, number);
        if (!exact_case) phrase_index(rule.capital, WordUse::Phrase, WordUse::PairPhrase, number);
        rules_.phrases.push_back(std::move(rule));
    }

    void variant(const XmlElement& e) {
        VariantRule rule{in_.text(e, "mot"), in_.text(e, "hai")};
        if (rule.first.empty() || rule.second.empty()) return;
        const auto number = static_cast<std::uint32_t>(rules_.variants.size());
        phrase_index(rule.first, WordUse::FirstVariant, WordUse::PairFirstVariant, number);
        phrase_index(rule.second, WordUse::SecondVariant, WordUse::PairSecondVariant, number);
        rules_.variants.push_back(std::move(rule));
    }

    void word(Code code, const XmlElement& e) {
        std::string written = in_.text(e, "viet");
        if (code == Code::doubled_word && in_.yes(e, "cho-lap")) {
            rules_.may_repeat.push_back(std::move(written));
        } else if (code == Code::doubled_word) {
            index(written, {WordUse::NeverDoubled, 0}, true);
        } else if (code == Code::unknown_abbreviation) {
            index(written, {WordUse::Known, 0}, true);
        } else if (code == Code::lower_case_after_stop) {
            index(written, {WordUse::LowerAfterStop, 0}, false);
        } else if (code == Code::broken_syllable) {
            index(written, {WordUse::LoanWord, 0}, false);
        } else if (code == Code::as_follows_without_colon) {
            rules_.wants_colon.push_back(std::move(written));
        } else if (code == Code::deadline_conflict) {
            rules_.deadline_columns.push_back(std::move(written));
        } else if (code == Code::malformed_luu) {
            rules_.filing_places.push_back(std::move(written));
        } else if (code == Code::letter_code_with_type) {
            rules_.letter_types.push_back(std::move(written));
        } else {
            in_.report(e, "tu");
        }
    }

    void phrase_index(std::string_view phrase, WordUse by_word, WordUse by_pair, std::uint32_t number) {
        const Beginning begin = beginning_of(phrase);
        if (begin.second.empty()) return rules_.index.add(begin.first, {by_word, number});
        rules_.index.add(begin.first, begin.second, {by_pair, number});
    }

    void index(std::string_view word, WordIndex::Entry entry, bool exact_case) {
        rules_.index.add(word, entry);
        if (exact_case) return;
        const std::string capital = utf8::capitalize(word);
        if (capital != word) rules_.index.add(capital, entry);
    }

    LoiVan& rules_;
    Diagnostics& out_;
    ProfileAttributes in_;
};

}  // namespace

std::optional<LoiVan> read_loi_van(const Source& source, SourceId id, const Limits& limits, Diagnostics& out) {
    const std::size_t errors = out.error_count();
    const auto root = parse_xml(source, id, limits, out);
    if (!root) return std::nullopt;
    LoiVan rules;
    if (root->name != "loi-van") out.add(Code::profile_malformed, root->span, {"loi-van"});
    Reader(rules, out).read(*root);
    if (out.error_count() != errors) return std::nullopt;
    return rules;
}

}  // namespace vanban::thethuc
