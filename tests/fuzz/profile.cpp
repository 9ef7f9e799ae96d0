// Fuzz target: any bytes as a profile of the decree, and as the rules of wording that stand beside it.
#include "thethuc/profile.hpp"

#include <cstdlib>

#include "exact_bytes.hpp"
#include "thethuc/loi_van.hpp"

namespace {

using namespace vanban;

/// Reads with one of the two readers.
template <class Reader>
void check(Reader reader, const Source& source) {
    Diagnostics out;
    const auto rules = reader(source, 0, Limits{}, out);
    if (rules.has_value() == out.has_errors()) std::abort();
    for (const Diagnostic& found : out) {
        if (found.span.known() && (found.span.begin > found.span.end || found.span.end > source.text.size()))
            std::abort();
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    const Source source{"fuzz.xml", std::string(bytes.view())};
    check(thethuc::read_profile, source);
    check(thethuc::read_loi_van, source);
    return 0;
}
