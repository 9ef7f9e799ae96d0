// Fuzz target: any bytes as a number, by all its readers; what is read prints as a number that reads the same.
#include "tmpl/number_text.hpp"

#include <cstdlib>
#include <string>

#include "exact_bytes.hpp"

namespace {

using vanban::Decimal;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Its plain form has the same value and takes part in arithmetic without surprises.
void check_number(const Decimal& number) {
    require(number.scale() >= 0 && number.scale() <= 18);
    require(Decimal::parse(number.to_string()) == number);
    require(Decimal::make(number.coefficient(), number.scale()) == number);
    const auto nothing = Decimal::subtract(number, number);
    require(nothing && nothing->is_zero());
    if (const auto twice = Decimal::add(number, number)) require(*Decimal::subtract(*twice, number) == number);
    if (!number.is_zero()) require(Decimal::divide(number, number, 0) == Decimal(1));
    require(number.rounded(18) == number && number.rounded(0).is_integer());
    if (const auto whole = number.to_int64()) require(Decimal(*whole) == number);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    const auto literal = Decimal::parse(bytes.view());
    if (literal) check_number(*literal);
    const vanban::tmpl::NumberReading reading = vanban::tmpl::read_number_text(bytes.view());
    if (reading.plain) check_number(*reading.plain);
    if (reading.grouped) check_number(*reading.grouped);
    if (reading.plain && literal) require(*reading.plain == *literal);
    if (vanban::tmpl::looks_grouped(bytes.view())) require(reading.grouped.has_value());
    return 0;
}
