// Fuzz target: block text of a data field, with its expressions; places stay inside the text.
#include <cstdlib>

#include "base/utf8.hpp"
#include "exact_bytes.hpp"
#include "tmpl/block_text.hpp"

namespace {

void require(bool holds) {
    if (!holds) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    if (vanban::utf8::find_invalid(bytes.view())) return 0;  // Refused where data enters.
    const vanban::Span whole{0, 0, static_cast<std::uint32_t>(size)};
    for (const std::uint16_t indent : {std::uint16_t{0}, std::uint16_t{2}, vanban::TextOrigin::kInexact}) {
        vanban::Diagnostics out;
        const auto blocks = vanban::tmpl::parse_block_text(bytes.view(), {whole, indent}, {}, out);
        require(blocks.has_value() != out.has_errors());
        for (const vanban::Diagnostic& finding : out) {
            require(finding.span.begin <= finding.span.end && finding.span.end <= size);
        }
    }
    return 0;
}
