// Fuzz target: any bytes as an XML file (templates and rule profiles from outside).
#include "base/xml_tree.hpp"

#include <cstdlib>

#include "exact_bytes.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    const vanban::Source source{"fuzz.xml", std::string(bytes.view())};
    vanban::Diagnostics out;
    const auto root = vanban::parse_xml(source, 0, vanban::Limits{}, out);
    if (root.has_value() == out.has_errors()) std::abort();
    for (const auto& diagnostic : out) {
        if (diagnostic.span.known() && diagnostic.span.end > size) std::abort();
    }
    return 0;
}
