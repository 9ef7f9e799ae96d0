// Fuzz target: any bytes as a date; what is accepted must be a real day.
#include "base/date.hpp"

#include <cstdlib>

#include "exact_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    const auto date = vanban::parse_date(bytes.view(), {});
    if (date && !vanban::is_valid(*date)) std::abort();
    const auto partial = vanban::parse_partial_date(bytes.view(), {});
    if (date && !(partial && partial->complete())) std::abort();
    if (partial && partial->day && !partial->month) std::abort();
    return 0;
}
