// Fuzz target: any bytes as a YAML data file.
#include "data_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    vanban::data::read_any(data, size, vanban::data::Format::Yaml);
    return 0;
}
