// What must hold after reading any bytes as a workbook.
#pragma once

#include "base/cell_places.hpp"
#include "data_reader.hpp"

namespace vanban::data {

/// Blanks and texts alike stand in the rendition, and every byte of it in a cell.
inline void read_as_workbook(std::string bytes) {
    Limits limits;
    limits.values = 100'000;
    limits.inflated_bytes = std::size_t{16} << 20;
    Diagnostics out;
    Sources sources;
    const auto value = read({"fuzz.xlsx", std::move(bytes)}, Format::Xlsx, sources, limits, out);
    require(value.has_value() == !out.has_errors());
    const Source* source = sources.get(0);
    require(source != nullptr && source->cells != nullptr);
    const std::string& text = source->text;
    require(text.empty() == !source->cells->at(0).has_value());
    check_findings(out, sources, text.size());
    if (value) {
        check_places(*value, text);
        dump(*value);
    }
}

}  // namespace vanban::data
