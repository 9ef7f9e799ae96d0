// Fuzz target: any bytes as a CSV table that is put at a path below data which holds lists already.
#include "data_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace vanban;
    const ExactBytes bytes(data, size);
    Limits limits;
    limits.values = 100'000;
    Sources sources;
    Diagnostics out;
    const auto table = data::read({"fuzz.csv", std::string(bytes.view())}, data::Format::Csv, sources, limits, out);
    const auto under = data::read(
        {"fuzz.yaml", "g: {p: [{ten: A, m: [{ten: I}]}, {ten: B}, {ten: C, so: 1}, {ten: C, so: 2}]}\np: 5\n"},
        data::Format::Yaml, sources, limits, out);
    if (!table || !under) return 0;
    for (const auto* path : {"g.p.m.k", "p.m", "Q > p > m", "m[0].p"}) {
        data::Value root = *under;
        Diagnostics found;
        data::require(data::append(root, path, *table, found) == !found.has_errors());
        for (const Diagnostic& each : found) data::require(data::inside(each.span, size));
        data::dump(root);
    }
    return 0;
}
