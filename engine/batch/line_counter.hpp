// Lines of places that come in the order of their file, without counting from its start each time.
#pragma once

#include <algorithm>
#include <cstdint>

#include "base/span.hpp"

namespace vanban::batch {

class LineCounter {
public:
    /// Line of byte `offset` of `source`; 0 in a workbook, which has cells.
    std::uint32_t line_of(const Source& source, std::size_t offset) {
        if (source.cells) return 0;
        const std::size_t to = std::min(offset, source.text.size());
        if (&source != source_ || to < counted_) {
            source_ = &source;
            counted_ = 0;
            line_ = source.first_line;
        }
        const char* const text = source.text.data();
        line_ += static_cast<std::uint32_t>(std::count(text + counted_, text + to, '\n'));
        counted_ = to;
        return line_;
    }

private:
    const Source* source_ = nullptr;
    std::size_t counted_ = 0;
    std::uint32_t line_ = 1;
};

}  // namespace vanban::batch
