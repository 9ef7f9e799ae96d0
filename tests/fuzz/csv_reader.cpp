// Fuzz target: any bytes as a CSV file.
#include "data_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    vanban::data::read_any(data, size, vanban::data::Format::Csv);
    return 0;
}
