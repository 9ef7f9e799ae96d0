// Fuzz target: any bytes as a profile of the decree.
#include "thethuc/profile.hpp"

#include <cstdlib>

#include "exact_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    const vanban::Source source{"fuzz.xml", std::string(bytes.view())};
    vanban::Diagnostics out;
    const auto profile = vanban::thethuc::read_profile(source, 0, vanban::Limits{}, out);
    if (profile.has_value() == out.has_errors()) std::abort();
    return 0;
}
