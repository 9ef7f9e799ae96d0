// Filters that write numbers and dates. All wording comes from vanban::wording.
#include <utility>

#include "base/utf8.hpp"
#include "tmpl/filter_functions.hpp"
#include "tmpl/values.hpp"
#include "wording/dates.hpp"
#include "wording/numbers.hpp"

namespace vanban::tmpl::filter {
namespace {

constexpr int kMostPlaces = 18;
constexpr std::int64_t kLargestRoman = 3999;
constexpr std::int64_t kLastDiem = 23;
constexpr std::int64_t kLargestPadded = 999'999'999'999;

tl::unexpected<Diagnostic> failed(Diagnostic diagnostic) {
    return tl::unexpected(std::move(diagnostic));
}

}  // namespace

Result<Ref> so(FilterCall& call) {
    const auto number = call.number();
    if (!number) return failed(number.error());
    if (call.arguments.empty()) return call.made(wording::format_number(*number));
    const auto places = call.integer_argument(0, 0, kMostPlaces);
    if (!places) return failed(places.error());
    return call.made(wording::format_number(*number, static_cast<int>(*places)));
}

Result<Ref> tien(FilterCall& call) {
    const auto number = call.number();
    if (!number) return failed(number.error());
    return call.made(wording::format_number(*number, 0));
}

Result<Ref> bang_chu(FilterCall& call) {
    const auto number = call.number();
    if (!number) return failed(number.error());
    if (call.arguments.empty()) {
        std::optional<std::string> money = wording::money_in_words(*number);
        if (money) return call.made(std::move(*money));
        const std::string shown = wording::format_number(*number);
        return failed(with_place(diagnose(Code::not_whole_amount, call.subject_at(), {shown}), *call.subject));
    }
    std::string printed;
    const auto unit = call.text_argument(0, printed);
    if (!unit) return failed(unit.error());
    const std::string in_words = utf8::capitalize(wording::number_in_words(*number));
    return call.made(unit->empty() ? in_words : in_words + " " + std::string(*unit));
}

Result<Ref> ngay_vb(FilterCall& call) {
    const auto date = call.date();
    if (!date) return failed(date.error());
    return call.made(wording::long_date(*date));
}

Result<Ref> ngay_ngan(FilterCall& call) {
    const auto date = call.date();
    if (!date) return failed(date.error());
    return call.made(wording::short_date(*date));
}

Result<Ref> hai_chu_so(FilterCall& call) {
    const auto number = call.integer(0, kLargestPadded);
    if (!number) return failed(number.error());
    return call.made(wording::two_digits(*number));
}

Result<Ref> la_ma(FilterCall& call) {
    const auto number = call.integer(1, kLargestRoman);
    if (!number) return failed(number.error());
    return call.made(wording::roman(*number).value_or(std::string()));
}

Result<Ref> chu_diem(FilterCall& call) {
    const auto number = call.integer(1, kLastDiem);
    if (!number) return failed(number.error());
    return call.made(std::string(wording::diem_letter(*number).value_or(std::string_view())));
}

}  // namespace vanban::tmpl::filter
