// Fuzz target: any bytes as a workbook (XLSX).
#include "workbook_checks.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    vanban::data::read_as_workbook(std::string(bytes.view()));
    return 0;
}
