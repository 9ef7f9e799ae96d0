// What stands in the margins of the printed pages, in Excel's codes.
#pragma once

#include "xlsx/book.hpp"

namespace vanban::xlsx {

struct HeaderFooterParts {
    HeaderFooter text;
    bool holds_first_footer = true;  ///< Else it does not fit into a footer and belongs at the end of the sheet.
};

/// The page number of the section's header, the foot of its title page. Codes: ISO/IEC 29500-1, 18.3.1.46.
HeaderFooterParts header_footer(const styled::Section& section, const styled::Document& document);

}  // namespace vanban::xlsx
