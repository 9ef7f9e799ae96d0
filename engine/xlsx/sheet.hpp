// One section of a document as the rows of a sheet.
#pragma once

#include <string>
#include <vector>

#include "base/diagnostic.hpp"
#include "font/family.hpp"
#include "xlsx/book.hpp"
#include "xlsx/numbering.hpp"

namespace vanban::xlsx {

/// Formats of a book, each once.
class Formats {
public:
    /// Index of the format; adds it if it is new.
    std::uint16_t index(const CellFormat& format);
    std::vector<CellFormat> take() && { return std::move(formats_); }
    std::size_t size() const { return formats_.size(); }

private:
    std::vector<CellFormat> formats_;
    std::size_t last_ = 0;  ///< Found last: neighbours look alike.
};

/// What the sheets of a book share while they are made.
struct BookContext {
    const styled::Document& document;
    const font::Family& fonts;
    Formats& formats;
    Numbering& numbering;
    Diagnostics& out;
};

/// A cell that is to get a name.
struct NamedCell {
    std::string name;
    std::uint32_t row = 0;
    std::uint16_t column = 0;
};

struct SheetResult {
    SheetPlan sheet;
    std::vector<NamedCell> names;
};

/// Lays the section out on a sheet called `name`.
SheetResult make_sheet(const BookContext& book, const styled::Section& section, std::string name);

}  // namespace vanban::xlsx
