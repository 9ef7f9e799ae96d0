// Documents that the text cites: "Quyết định số 19/2014/QĐ-TTg ngày 05 tháng 3 năm 2014 của … về việc …".
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "thethuc/profile.hpp"
#include "thethuc/text_dates.hpp"
#include "thethuc/text_report.hpp"
#include "thethuc/texts.hpp"

namespace vanban::thethuc {

/// Reads the citations of a document one after another and, at the end, holds them against each other.
/// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 3 (số, ký hiệu), khoản 6 (căn cứ); Điều 15 (a number and
/// code is unique within a year).
class Citations {
public:
    Citations(TextReport& report, const Profile& profile) : report_(report), profile_(profile) {}

    /// The word at [from, from + length), which has figures and a slash: a citation if it is a number with its code.
    void see(std::string_view text, std::size_t from, std::size_t length, Span block);
    /// A căn cứ as a whole: whether it says all that it must.
    void see_basis(std::string_view text, Span block);
    /// The same document with two dates or subjects; documents younger than this one.
    void finish(const PartialDate& issued);

private:
    struct Citation {
        std::string_view code;     ///< "19/2014/QĐ-TTg"
        std::string_view type;     ///< "Quyết định"; empty if no known type stands before it.
        std::optional<Date> date;  ///< Only one that exists.
        std::string_view rest;     ///< What follows number and date.
        Passage where;             ///< The code.
        Passage date_where;        ///< The date, or the code.
    };

    std::string_view type_before(std::string_view text) const;
    std::string_view abbreviation_of(std::string_view type) const;
    std::string_view type_of_abbreviation(std::string_view abbreviation) const;
    std::string_view subject_in(std::string_view rest) const;
    void check_type(const Citation& citation);
    void check_unnumbered(std::string_view text, Span block);
    bool is_law(std::string_view type) const;
    void check_subjects(const Citation& a, const Citation& b);
    void check_pair(const Citation& a, const Citation& b);
    bool begins_subject(std::string_view text) const;

    TextReport& report_;
    const Profile& profile_;
    std::vector<Citation> citations_;
};

}  // namespace vanban::thethuc
