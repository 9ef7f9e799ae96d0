// What a number in a cell stands for: number formats, day numbers, exact decimals (ISO/IEC 29500-1, 18.8.30, 18.17.4).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace vanban::data {

/// What a number format shows of a number. Percent and money formats show the number itself.
enum class FormatKind : std::uint8_t {
    Number,
    Date,       ///< A day; also day and month without the year, which is kept.
    MonthYear,  ///< mm/yyyy: the day is not meant.
    Year,       ///< yyyy alone.
    DateTime,
    Time,     ///< h:mm of a day.
    Elapsed,  ///< [h]:mm, which passes 24 hours.
};

/// Of a format that workbooks know by number only (below 164).
FormatKind builtin_format(std::uint32_t id);
/// Of a format code; its first section counts.
FormatKind format_of_code(std::string_view code);

enum class DateSystem : std::uint8_t { From1900, From1904 };

/// What is found in a cell. The text of each kind is given in brackets.
enum class CellKind : std::uint8_t {
    Text,
    Number,      ///< Decimal digits with a point (`1234.5`).
    Bool,        ///< `TRUE` or `FALSE`.
    Date,        ///< As PartialDate is read: `05/03/2024`, `3/2024` or `2024`.
    DateTime,    ///< A date, a blank, and a time that is not midnight: `05/03/2024 08:30`.
    Error,       ///< `#REF!`
    NoResult,    ///< `=` and the formula, which has no result.
    Inexact,     ///< An integer of more than 15 digits.
    OutOfRange,  ///< A number too large to be kept.
    NotADay,     ///< A number shown as a date that is the number of no day.
    Malformed,   ///< What stood where a number should.
};

struct CellText {
    CellKind kind = CellKind::Text;
    std::string text;
};

/// The number written as `literal` in a part of the workbook, under a format. As in Excel 15 digits count, so that the
/// noise of binary fractions (0.30000000000000004) does not show.
CellText read_number(std::string_view literal, FormatKind format, DateSystem system);
/// An ISO 8601 date or date and time, as strict workbooks write it.
CellText read_iso_date(std::string_view text);

/// Texts of cells as they are meant: `_x000D_` decoded, line ends LF, without blanks and empty lines around them.
void finish_text(std::string& text);

}  // namespace vanban::data
