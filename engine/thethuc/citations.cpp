// Documents that the text cites.
#include "thethuc/citations.hpp"

#include <algorithm>

#include "base/utf8.hpp"
#include "thethuc/letters.hpp"
#include "wording/dates.hpp"

namespace vanban::thethuc {
namespace {

constexpr std::string_view kSo = " số ";
constexpr std::string_view kCua = " của ";
constexpr std::string_view kCanCu = "Căn cứ";
/// More citations of one document are not compared with each other.
constexpr std::size_t kMostCitations = 400;
constexpr std::ptrdiff_t kMostOpeningWords = 3;    ///< Before the type of a basis: "Căn cứ", "Thực hiện".
constexpr std::ptrdiff_t kFewestSubjectWords = 8;  ///< An issuer and a subject have more.

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// "19/2014/QĐ-TTg" in its parts.
struct CodeParts {
    std::string_view number, year, code;
    std::string_view group() const { return code.substr(0, code.find('-')); }  ///< "QĐ"
};

std::optional<CodeParts> parts_of(std::string_view written) {
    CodeParts parts;
    const std::size_t slash = written.find('/');
    parts.number = written.substr(0, slash);
    if (slash == written.npos || parts.number.empty() || parts.number.size() > 6) return std::nullopt;
    if (!std::ranges::all_of(parts.number, is_digit)) return std::nullopt;
    parts.code = written.substr(slash + 1);
    if (parts.code.size() > 5 && parts.code[4] == '/' && std::ranges::all_of(parts.code.substr(0, 4), is_digit)) {
        parts.year = parts.code.substr(0, 4);
        parts.code.remove_prefix(5);
    }
    if (!begins_with_capital(parts.code) || parts.code.find('/') != parts.code.npos) return std::nullopt;
    return parts;
}

/// The last word of `text` is `word`, in any case of its first letter.
bool ends_with_type(std::string_view text, std::string_view type) {
    if (text.size() < type.size() || !same_but_case(text.substr(text.size() - type.size()), type)) return false;
    const std::size_t before = text.size() - type.size();
    return before == 0 || text[before - 1] == ' ' || text[before - 1] == '(' || text[before - 1] == '\n';
}

std::string printed(const Date& date) {
    return wording::short_date({date.year, date.month, date.day});
}

/// Last day that a date with blanks may be; empty if even the year is open.
std::optional<Date> latest(const PartialDate& date) {
    if (!date.year) return std::nullopt;
    return Date{*date.year, date.month.value_or(12), date.day.value_or(31)};
}

}  // namespace

std::string_view Citations::type_before(std::string_view text) const {
    std::string_view best;
    const auto try_one = [&](std::string_view name) {
        if (name.size() > best.size() && ends_with_type(text, name)) best = text.substr(text.size() - name.size());
    };
    for (const LoaiRule& loai : profile_.loai) try_one(loai.ten);
    for (const CitedType& type : report_.rules().cited_types) try_one(type.name);
    return best;
}

std::string_view Citations::abbreviation_of(std::string_view type) const {
    for (const LoaiRule& loai : profile_.loai)
        if (same_but_case(type, loai.ten)) return loai.viet_tat;
    for (const CitedType& cited : report_.rules().cited_types)
        if (same_but_case(type, cited.name)) return cited.abbreviation;
    return {};
}

std::string_view Citations::type_of_abbreviation(std::string_view abbreviation) const {
    for (const LoaiRule& loai : profile_.loai)
        if (loai.viet_tat == abbreviation) return loai.ten;
    for (const CitedType& cited : report_.rules().cited_types)
        if (cited.abbreviation == abbreviation) return cited.name;
    return {};
}

bool Citations::begins_subject(std::string_view text) const {
    return std::ranges::any_of(report_.rules().subject_begins, [&](const std::string& word) {
        return text.starts_with(word) && (text.size() == word.size() || text[word.size()] == ' ');
    });
}

/// The subject of a cited document in what follows its date: from the first word that begins one, behind the issuer.
std::string_view Citations::subject_in(std::string_view rest) const {
    const std::size_t end = std::min(rest.find_first_of(";\"("), rest.size());
    rest = rest.substr(0, end);
    if (rest.starts_with(' ') && begins_subject(rest.substr(1))) return rest.substr(1);
    if (!rest.starts_with(kCua)) return {};
    for (std::size_t at = rest.find(' ', kCua.size()); at != rest.npos; at = rest.find(' ', at + 1))
        if (begins_subject(rest.substr(at + 1))) return rest.substr(at + 1);
    return {};
}

void Citations::see(std::string_view text, std::size_t from, std::size_t length, Span block) {
    const std::string_view code = text.substr(from, length);
    const auto parts = parts_of(code);
    if (!parts || citations_.size() >= kMostCitations) return;
    Citation citation;
    citation.code = code;
    citation.where = {text, from, length, block};
    const std::string_view before = text.substr(0, from);
    if (before.ends_with(kSo)) {
        citation.type = type_before(before.substr(0, before.size() - kSo.size()));
    } else if (before.ends_with(' ')) {
        citation.type = type_before(before.substr(0, before.size() - 1));
        if (!citation.type.empty()) {
            const auto begin = static_cast<std::size_t>(citation.type.data() - text.data());
            const Passage where{text, begin, from + length - begin, block};
            report_.add_with_proposal(Code::citation_without_so, where,
                                      std::string(citation.type) + std::string(kSo) + std::string(code));
        }
    }
    std::size_t at = from + length;
    citation.date_where = citation.where;
    if (const auto date = text.substr(at, 1) == " " ? read_date_after_ngay(text, at + 1) : std::nullopt) {
        if (is_valid(date->date)) citation.date = date->date;
        citation.date_where = {text, date->from, date->length, block};
        at = date->from + date->length;
    }
    citation.rest = text.substr(at);
    check_type(citation);
    if (parts->number.size() > 2 && parts->number[0] == '0' && citation.type != "Hợp đồng")
        report_.add(Code::citation_number_zeros, citation.where, {std::string(code)});
    citations_.push_back(citation);
}

/// The type as it is named against that of the code, and its capital.
void Citations::check_type(const Citation& citation) {
    if (citation.type.empty()) return;
    const Passage& where = citation.where;
    const auto begin = static_cast<std::size_t>(citation.type.data() - where.text.data());
    const Passage whole{where.text, begin, where.from + where.length - begin, where.block};
    if (!begins_with_capital(citation.type))
        report_.add_with_proposal(Code::citation_case, whole, utf8::capitalize(whole.words()));
    const auto parts = parts_of(citation.code);
    const std::string_view expected = abbreviation_of(citation.type);
    if (expected.empty() || parts->group() == expected || parts->code.find('-') == std::string_view::npos) return;
    const std::string_view other = type_of_abbreviation(parts->group());
    if (other.empty()) return;
    report_.add(Code::citation_type_mismatch, whole,
                {utf8::capitalize(citation.type), std::string(citation.code), std::string(other)});
}

void Citations::see_basis(std::string_view text, Span block) {
    std::size_t bases = 0;
    for (std::size_t at = text.find(kCanCu); at != text.npos; at = text.find(kCanCu, at + 1)) ++bases;
    if (bases > 1) return report_.add(Code::several_bases, {text, 0, text.size(), block}, {std::to_string(bases)});
    const auto first = std::ranges::find_if(
        citations_, [&](const Citation& citation) { return citation.where.text.data() == text.data(); });
    if (first == citations_.end()) return check_unnumbered(text, block);
    const auto begin = static_cast<std::size_t>(first->type.data() - text.data());
    if (first->type.empty() || std::ranges::count(text.substr(0, begin), ' ') > kMostOpeningWords) return;
    if (is_law(first->type)) return;
    std::string missing;
    const auto miss = [&](std::string_view what) { missing += (missing.empty() ? "" : ", ") + std::string(what); };
    if (first->date_where.from == first->where.from) miss("ngày");
    const std::string_view rest = first->rest;
    if (!rest.starts_with(kCua)) miss("cơ quan ban hành");
    if (std::ranges::count(rest, ' ') < kFewestSubjectWords && subject_in(rest).empty()) miss("trích yếu");
    if (!missing.empty()) report_.add(Code::citation_incomplete, first->where, {std::string(first->code), missing});
}

/// "Căn cứ Quyết định ngày …", "Căn cứ Thông tư của …": a type that is numbered, without its number.
void Citations::check_unnumbered(std::string_view text, Span block) {
    for (const std::string_view behind : {std::string_view(" ngày "), kCua}) {
        const std::string_view before = text.substr(0, text.find(behind));
        const std::string_view type = before.size() < text.size() ? type_before(before) : std::string_view();
        if (type.empty() || is_law(type) || std::ranges::count(before, ' ') > kMostOpeningWords + 2) continue;
        const auto begin = static_cast<std::size_t>(type.data() - text.data());
        return report_.add(Code::citation_incomplete, {text, begin, type.size(), block},
                           {std::string(type), "số, ký hiệu"});
    }
}

bool Citations::is_law(std::string_view type) const {
    return std::ranges::any_of(report_.rules().cited_types,
                               [&](const CitedType& cited) { return cited.law && cited.name == type; });
}

void Citations::finish(const PartialDate& issued) {
    const std::optional<Date> last = latest(issued);
    for (const Citation& citation : citations_)
        if (last && citation.date && *citation.date > *last)
            report_.add(Code::citation_after_issue, citation.date_where,
                        {std::string(citation.code), printed(*citation.date), wording::short_date(issued)});
    std::ranges::stable_sort(citations_, {}, &Citation::code);
    for (std::size_t first = 0, i = 1; i < citations_.size(); ++i) {
        if (citations_[i].code != citations_[first].code) first = i;
        for (std::size_t other = first; other < i; ++other) check_pair(citations_[other], citations_[i]);
    }
    citations_.clear();
}

/// Codes without a year come back every year: only dates of one year contradict each other.
void Citations::check_pair(const Citation& a, const Citation& b) {
    const std::string code(b.code);
    const bool same_year = !parts_of(b.code)->year.empty() || (a.date && b.date && a.date->year == b.date->year);
    if (a.date && b.date && *a.date != *b.date && same_year) {
        const Note first{Code::written_otherwise_here, report_.place(a.date_where), {printed(*a.date)}};
        report_.add(Code::citation_date_conflict, b.date_where, {code, printed(*b.date), printed(*a.date)}, {first});
    } else if (!a.date || !b.date || *a.date == *b.date) {
        check_subjects(a, b);
    }
}

namespace {

struct Words {
    std::vector<std::string_view> list;

    explicit Words(std::string_view text) {
        while (!text.empty()) {
            const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
            if (end > 0) list.push_back(text.substr(0, end));
            text.remove_prefix(std::min(end + 1, text.size()));
        }
    }
};

bool same_word(std::string_view a, std::string_view b) {
    const auto trimmed = [](std::string_view word) {
        while (word.ends_with('.') || word.ends_with(';')) word.remove_suffix(1);
        return word;
    };
    a = trimmed(a);
    b = trimmed(b);
    return a == b || utf8::to_lower(a) == utf8::to_lower(b);
}

/// How many words are the same from the two places on.
std::size_t same_from(const Words& a, std::size_t i, const Words& b, std::size_t j) {
    std::size_t count = 0;
    while (i + count < a.list.size() && j + count < b.list.size() && same_word(a.list[i + count], b.list[j + count]))
        ++count;
    return count;
}

constexpr std::size_t kEnough = 4;  ///< Words before and behind a difference that show it to be a slip.

}  // namespace

/// Subjects that differ in one word or one mark and go on alike to the end of one of them. Others may be shortened, or
/// run on into the sentence.
void Citations::check_subjects(const Citation& a, const Citation& b) {
    const std::string_view first_subject = subject_in(a.rest), second_subject = subject_in(b.rest);
    if (first_subject.empty() || second_subject.empty() || first_subject == second_subject) return;
    const Words first(first_subject), second(second_subject);
    const std::size_t same = same_from(first, 0, second, 0);
    if (same < kEnough) return;
    for (const auto& [skip_a, skip_b] : {std::pair{1u, 1u}, std::pair{0u, 1u}, std::pair{1u, 0u}}) {
        const std::size_t i = same + skip_a, j = same + skip_b;
        const std::size_t again = same_from(first, i, second, j);
        if (again < kEnough || (i + again < first.list.size() && j + again < second.list.size())) continue;
        const auto around = [&](const Words& words) {
            const std::size_t from = same - 1, to = std::min(same + 2, words.list.size());
            const char* begin = words.list[from].data();
            return std::string_view(begin, static_cast<std::size_t>(words.list[to - 1].end() - begin));
        };
        const auto passage = [&](const Citation& citation, std::string_view words) {
            const auto from = static_cast<std::size_t>(words.data() - citation.where.text.data());
            return Passage{citation.where.text, from, words.size(), citation.where.block};
        };
        const Passage here = passage(b, around(second)), there = passage(a, around(first));
        const Note other{Code::written_otherwise_here, report_.place(there), {std::string(there.words())}};
        return report_.add(Code::citation_subject_conflict, here,
                           {std::string(b.code), std::string(here.words()), std::string(there.words())}, {other});
    }
}

}  // namespace vanban::thethuc
