// Fuzz target: any bytes as an XML data file.
#include "data_reader.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    vanban::data::read_any(data, size, vanban::data::Format::Xml);
    return 0;
}
