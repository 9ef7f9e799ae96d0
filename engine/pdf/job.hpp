// What is asked of LibreOffice.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace vanban::pdf {

/// LibreOffice begins what counts from an odd number on the front of a sheet, and puts a blank page before it where
/// that takes one. For reading such pages are left out; for printing on both sides they are kept.
enum class BlankPages : std::uint8_t { LeftOut, Kept };

/// A file to make a PDF of.
struct Job {
    std::string_view bytes;
    std::string_view ending;    ///< What its format is called as a file: "docx" or "xlsx".
    std::size_t documents = 1;  ///< That it holds: it may take as many times the limit.
    BlankPages blank_pages = BlankPages::LeftOut;
};

}  // namespace vanban::pdf
