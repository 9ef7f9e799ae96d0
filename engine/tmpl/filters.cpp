// The filter table and what all filters ask of their call.
#include "tmpl/filters.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "tmpl/filter_functions.hpp"
#include "tmpl/values.hpp"

namespace vanban::tmpl {
namespace {

constexpr std::array kFilters{
    Filter{"so", 0, 1, false, filter::so},
    Filter{"tien", 0, 0, false, filter::tien},
    Filter{"bang_chu", 0, 1, false, filter::bang_chu},
    Filter{"ngay_vb", 0, 0, false, filter::ngay_vb},
    Filter{"ngay_ngan", 0, 0, false, filter::ngay_ngan},
    Filter{"hai_chu_so", 0, 0, false, filter::hai_chu_so},
    Filter{"la_ma", 0, 0, false, filter::la_ma},
    Filter{"chu_diem", 0, 0, false, filter::chu_diem},
    Filter{"hoa", 0, 0, false, filter::hoa},
    Filter{"thuong", 0, 0, false, filter::thuong},
    Filter{"dau_hoa", 0, 0, false, filter::dau_hoa},
    Filter{"dau_thuong", 0, 0, false, filter::dau_thuong},
    Filter{"mac_dinh", 1, 1, true, filter::mac_dinh},
    Filter{"do_dai", 0, 0, false, filter::do_dai},
    Filter{"noi", 1, 1, false, filter::noi},
    Filter{"dau", 0, 0, false, filter::dau},
    Filter{"cuoi", 0, 0, false, filter::cuoi},
    Filter{"sap_xep", 0, 1, false, filter::sap_xep},
    Filter{"dao", 0, 0, false, filter::dao},
    Filter{"nhom_theo", 1, 1, false, filter::nhom_theo},
    Filter{"loc", 1, 2, false, filter::loc},
    Filter{"lay", 1, 1, false, filter::lay},
    Filter{"tong", 0, 1, false, filter::tong},
    Filter{"tong_tich", 3, 4, false, filter::tong_tich},
    Filter{"nho_nhat", 0, 0, false, filter::nho_nhat},
    Filter{"lon_nhat", 0, 0, false, filter::lon_nhat},
    Filter{"bat_dau", 1, 1, false, filter::bat_dau},
    Filter{"ket_thuc", 1, 1, false, filter::ket_thuc},
    Filter{"chua", 1, 1, false, filter::chua},
    Filter{"thay", 2, 2, false, filter::thay},
    Filter{"tach", 1, 1, false, filter::tach},
};
static_assert(std::ranges::all_of(kFilters, [](const Filter& f) { return f.max_arguments <= kMaxFilterArguments; }));

tl::unexpected<Diagnostic> mistyped(const data::Value& value, Code expected, Span where) {
    return tl::unexpected(wrong_type(value, expected, where));
}

Result<std::int64_t> integer_of(const data::Value& value, std::int64_t least, std::int64_t most, Span where) {
    const auto* number = value.get_if<data::Number>();
    if (!number || !number->value.is_integer()) return mistyped(value, Code::expects_integer, where);
    const std::optional<std::int64_t> integer = number->value.to_int64();
    if (integer && *integer >= least && *integer <= most) return *integer;
    std::vector<std::string> args{number->value.to_string(), std::to_string(least), std::to_string(most)};
    return tl::unexpected(with_place(diagnose(Code::number_out_of_range, where, std::move(args)), value));
}

Result<std::string_view> text_of(const data::Value& value, Span where, std::string& printed) {
    if (const auto* text = value.get_if<std::string>()) return std::string_view(*text);
    if (value.kind() != data::Kind::Number && value.kind() != data::Kind::Date)
        return mistyped(value, Code::expects_text, where);
    Result<std::string> text = to_text(value, where);
    if (!text) return tl::unexpected(std::move(text.error()));
    printed = std::move(*text);
    return std::string_view(printed);
}

}  // namespace

std::span<const Filter> filters() {
    return kFilters;
}

std::optional<FilterId> find_filter(std::string_view name) {
    const auto found = std::ranges::find(kFilters, name, &Filter::name);
    if (found == kFilters.end()) return std::nullopt;
    return static_cast<FilterId>(found - kFilters.begin());
}

Result<std::string_view> FilterCall::text(std::string& printed) const {
    return text_of(*subject, subject_at(), printed);
}

Result<Decimal> FilterCall::number() const {
    if (const auto* number = subject->get_if<data::Number>()) return number->value;
    return mistyped(*subject, Code::expects_number, subject_at());
}

Result<std::int64_t> FilterCall::integer(std::int64_t least, std::int64_t most) const {
    return integer_of(*subject, least, most, subject_at());
}

Result<PartialDate> FilterCall::date() const {
    if (const auto* date = subject->get_if<PartialDate>()) return *date;
    return mistyped(*subject, Code::expects_date, subject_at());
}

Result<const data::List*> FilterCall::list() const {
    if (const auto* list = subject->get_if<data::List>()) return list;
    return mistyped(*subject, Code::expects_list, subject_at());
}

Result<std::string_view> FilterCall::text_argument(std::size_t i, std::string& printed) const {
    return text_of(*arguments[i], argument_at(i), printed);
}

Result<std::int64_t> FilterCall::integer_argument(std::size_t i, std::int64_t least, std::int64_t most) const {
    return integer_of(*arguments[i], least, most, argument_at(i));
}

Result<std::string_view> FilterCall::key_argument(std::size_t i) const {
    if (const auto* key = arguments[i]->get_if<std::string>()) return std::string_view(*key);
    return mistyped(*arguments[i], Code::expects_key, argument_at(i));
}

std::optional<Diagnostic> FilterCall::spend(std::size_t steps, std::size_t bytes) {
    if (steps > budget.steps_left || bytes > budget.bytes_left) return diagnose(Code::budget_exceeded, where);
    budget.steps_left -= steps;
    budget.bytes_left -= bytes;
    return std::nullopt;
}

Result<data::Value> FilterCall::take_item(std::size_t i) {
    if (data::Value* own = subject.owned()) return std::move((*own->get_if<data::List>())[i]);
    const data::Value& item = (*subject->get_if<data::List>())[i];
    if (auto exceeded = spend(0, copy_cost(item, budget.bytes_left))) return tl::unexpected(std::move(*exceeded));
    return item;
}

Diagnostic FilterCall::refuse_argument(std::size_t i) const {
    const std::string name(filters()[node.filter].name);
    return with_place(diagnose(Code::bad_argument, argument_at(i), {name, excerpt(*arguments[i])}), *arguments[i]);
}

}  // namespace vanban::tmpl
