// Attributes and the values that components want: texts, dates, numbers, signing authority.
#include <algorithm>
#include <array>

#include "base/utf8.hpp"
#include "tmpl/merge_choice.hpp"
#include "tmpl/merger.hpp"
#include "tmpl/suggest.hpp"
#include "tmpl/values.hpp"

namespace vanban::tmpl {

namespace {

using model::QuyenHan;

constexpr std::array<Named<QuyenHan>, 5> kQuyenHan{
    {{"TM", QuyenHan::TM}, {"Q", QuyenHan::Q}, {"KT", QuyenHan::KT}, {"TL", QuyenHan::TL}, {"TUQ", QuyenHan::TUQ}}};

/// Where a finding about a value points: at the value, or at the attribute if the value has no place.
Span place(const data::Value& value, const Attr& attr) {
    return value.span.known() ? value.span : attr.span;
}

/// A number of the data, or one that an attribute writes out.
std::optional<Decimal> decimal_of(const data::Value& value) {
    if (const auto* number = value.get_if<data::Number>()) return number->value;
    const auto* written = value.get_if<std::string>();
    return written ? Decimal::parse(*written) : std::nullopt;
}

bool is_absent(const data::Value& value) {
    const auto* date = value.get_if<PartialDate>();
    const auto* text = value.get_if<std::string>();
    return value.is_null() || (date && *date == PartialDate{}) || (text && text->empty());
}

/// The prefixes of "TM. KT." or "tm kt", each with its place if the text is exact.
void read_prefixes(const data::Value& value, std::string_view text, Span where, std::vector<QuyenHan>& to,
                   Diagnostics& out) {
    constexpr std::string_view kBetween = " .,;\t\n";
    const bool exact = value.span.known() && value.indent == 0;
    for (std::size_t begin = text.find_first_not_of(kBetween); begin != text.npos;) {
        const std::size_t end = std::min(text.find_first_of(kBetween, begin), text.size());
        const std::string written(text.substr(begin, end - begin));
        const std::string prefix = utf8::to_upper(written);
        if (const auto found = find_choice<QuyenHan>(kQuyenHan, prefix)) {
            to.push_back(*found);
        } else {
            const Span at = exact ? value.span.sub(begin, end - begin) : where;
            out.add(
                with_suggestion(diagnose(Code::unknown_prefix, at, {written}), prefix, {"TM", "Q", "KT", "TL", "TUQ"}));
        }
        begin = text.find_first_not_of(kBetween, end);
    }
}

}  // namespace

std::optional<Ref> Merger::value(const Attr& attr) {
    if (const Expr* expr = attr.text.single()) return evaluate(*expr);
    std::string text;
    if (!append_text(text, attr.text, scope_, budget_, out_)) return std::nullopt;
    return Ref::own({std::move(text), attr.span});
}

std::optional<Ref> Merger::value(const std::optional<Attr>& attr) {
    if (!attr) return std::nullopt;
    std::optional<Ref> found = value(*attr);
    if (!found || is_absent(**found)) return std::nullopt;
    return found;
}

std::string Merger::text(const Attr& attr, Span* where) {
    if (!attr.text.single()) return joined_text(attr, where);
    const std::optional<Ref> found = value(attr);
    return found ? text(**found, attr, where) : std::string();
}

std::string Merger::text(const std::optional<Attr>& attr, Span* where) {
    if (!attr) return {};
    if (!attr->text.single()) return joined_text(*attr, where);
    const std::optional<Ref> found = value(attr);
    return found ? text(**found, *attr, where) : std::string();
}

std::string Merger::text(const data::Value& value, const Attr& attr, Span* where) {
    if (where && value.span.known()) *where = value.span;
    Result<std::string> printed = to_text(value, *attr.text.single());
    if (!printed) return out_.add(printed.error()), std::string();
    if (!spend(0, printed->size(), attr.span)) return {};
    return without_controls(std::move(*printed));
}

std::string Merger::joined_text(const Attr& attr, Span* where) {
    std::string joined;
    if (!append_text(joined, attr.text, scope_, budget_, out_)) return {};
    if (where && attr.span.known()) *where = attr.span;
    if (!spend(0, joined.size(), attr.span)) return {};
    return without_controls(std::move(joined));
}

/// A picture file, if one is named; its width does not matter without it.
std::optional<model::Anh> Merger::picture(const std::optional<Attr>& tep, const std::optional<Attr>& rong) {
    if (!tep) return std::nullopt;
    model::Anh picture;
    picture.span = tep->span;
    picture.tep = text(tep, &picture.span);
    if (picture.tep.empty()) return std::nullopt;
    picture.rong = picture_width(rong);
    return picture;
}

/// Millimetres from 1 to 200, with decimals; zero if it is not given.
Twip Merger::picture_width(const std::optional<Attr>& attr) {
    constexpr std::int64_t kSmallest = 1;
    constexpr std::int64_t kLargest = 200;
    const std::optional<Ref> found = value(attr);
    if (!found) return {};
    const data::Value& given = **found;
    const Span where = place(given, *attr);
    const std::optional<Decimal> width = decimal_of(given);
    if (!width) return out_.add(wrong_type(given, Code::expects_number, where)), Twip{};
    if (*width >= Decimal(kSmallest) && *width <= Decimal(kLargest)) return mm(width->to_double());
    out_.add(Code::number_out_of_range, where,
             {width->to_string(), std::to_string(kSmallest), std::to_string(kLargest)});
    return {};
}

/// A whole number from `least` to `most`.
std::optional<std::int64_t> Merger::whole_number(const std::optional<Attr>& attr, std::int64_t least,
                                                 std::int64_t most) {
    const std::optional<Ref> found = value(attr);
    if (!found) return std::nullopt;
    const data::Value& given = **found;
    const std::optional<Decimal> decimal = decimal_of(given);
    const Span where = place(given, *attr);
    if (!decimal || !decimal->is_integer()) {
        out_.add(wrong_type(given, Code::expects_integer, where));
        return std::nullopt;
    }
    const std::optional<std::int64_t> result = decimal->to_int64();
    if (result && *result >= least && *result <= most) return result;
    out_.add(Code::number_out_of_range, where, {decimal->to_string(), std::to_string(least), std::to_string(most)});
    return std::nullopt;
}

PartialDate Merger::date(const std::optional<Attr>& attr) {
    const std::optional<Ref> found = value(attr);
    if (!found) return {};
    const data::Value& given = **found;
    if (const auto* date = given.get_if<PartialDate>()) return *date;
    const Span where = place(given, *attr);
    const auto* number = given.get_if<data::Number>();
    const auto* written = number ? &number->literal : given.get_if<std::string>();
    const Result<PartialDate> parsed =
        written ? parse_partial_date(*written, where) : tl::unexpected(wrong_type(given, Code::expects_date, where));
    if (parsed) return *parsed;
    out_.add(parsed.error());
    return {};
}

/// Source: NĐ 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II, khoản 7.
std::vector<QuyenHan> Merger::quyen_han(const std::optional<Attr>& attr) {
    std::vector<QuyenHan> result;
    const std::optional<Ref> found = value(attr);
    if (!found) return result;
    const auto* items = (*found)->get_if<data::List>();
    const std::span<const data::Value> values = items ? std::span(*items) : std::span(&**found, 1);
    for (const data::Value& item : values) {
        const auto* text = item.get_if<std::string>();
        const Span where = place(item, *attr);
        if (text) {
            read_prefixes(item, *text, where, result, out_);
        } else {
            out_.add(wrong_type(item, Code::expects_text, where));
        }
    }
    return result;
}

}  // namespace vanban::tmpl
