#include "data/cell_format.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban::data;

namespace {

std::string kind_of(FormatKind kind) {
    switch (kind) {
        case FormatKind::Number:
            return "number";
        case FormatKind::Date:
            return "date";
        case FormatKind::MonthYear:
            return "month";
        case FormatKind::Year:
            return "year";
        case FormatKind::DateTime:
            return "date and time";
        case FormatKind::Time:
            return "time";
        case FormatKind::Elapsed:
            break;
    }
    return "elapsed";
}

std::string kind(std::string_view code) {
    return kind_of(format_of_code(code));
}

}  // namespace

BOOST_AUTO_TEST_CASE(number_formats_show_numbers) {
    for (const char* code :
         {"General", "0", "0.00", "#,##0", "0%", "0.00E+00", "@", "# ?/?", "#,##0\\ \"đồng\"", "[Red]#,##0",
          "[$₫-42A]#,##0", "_-* #,##0_-;-* #,##0_-", "\"ngày\"0", "0\\d", "[>100]0;General", "", "\"", "["}) {
        BOOST_TEST_CONTEXT(code) {
            BOOST_TEST(kind(code) == "number");
        }
    }
}

BOOST_AUTO_TEST_CASE(date_formats_are_known_by_their_letters) {
    for (const char* code : {"dd/mm/yyyy", "d/m/yy", "[$-42A]dd/mm/yyyy;@", "yyyy\\-mm\\-dd", "d-mmm", "[$-404]e/m/d",
                             "DD/MM/YYYY", "\"ngày\" dd \"tháng\" mm \"năm\" yyyy", "dddd", "mmmm"}) {
        BOOST_TEST_CONTEXT(code) {
            BOOST_TEST(kind(code) == "date");
        }
    }
    BOOST_TEST(kind("mm/yyyy") == "month");
    BOOST_TEST(kind("\"Tháng\" m/yyyy") == "month");
    BOOST_TEST(kind("mmm-yy") == "month");
    BOOST_TEST(kind("yyyy") == "year");
}

BOOST_AUTO_TEST_CASE(m_is_minutes_beside_hours_or_seconds) {
    for (const char* code : {"h:mm", "hh:mm:ss", "h:mm AM/PM", "mm:ss", "mm:ss.0", "h\"giờ\"mm"}) {
        BOOST_TEST_CONTEXT(code) {
            BOOST_TEST(kind(code) == "time");
        }
    }
    BOOST_TEST(kind("dd/mm/yyyy hh:mm") == "date and time");
    BOOST_TEST(kind("hh:mm dd/mm/yyyy") == "date and time");
    BOOST_TEST(kind("[h]:mm") == "elapsed");
    BOOST_TEST(kind("[mm]:ss") == "elapsed");
}

BOOST_AUTO_TEST_CASE(formats_known_by_number) {
    for (const std::uint32_t id : {0, 1, 4, 9, 11, 13, 23, 37, 44, 48, 49, 59, 163}) {
        BOOST_TEST_CONTEXT(id) {
            BOOST_TEST(kind_of(builtin_format(id)) == "number");
        }
    }
    for (const std::uint32_t id : {14, 15, 16, 27, 31, 36, 50, 58}) {
        BOOST_TEST_CONTEXT(id) {
            BOOST_TEST(kind_of(builtin_format(id)) == "date");
        }
    }
    BOOST_TEST(kind_of(builtin_format(17)) == "month");
    BOOST_TEST(kind_of(builtin_format(20)) == "time");
    BOOST_TEST(kind_of(builtin_format(22)) == "date and time");
    BOOST_TEST(kind_of(builtin_format(45)) == "time");
    BOOST_TEST(kind_of(builtin_format(46)) == "elapsed");
}

BOOST_AUTO_TEST_CASE(blanks_around_texts_go_and_lines_keep_their_indentation) {
    const auto finished = [](std::string text) {
        finish_text(text);
        return text;
    };
    BOOST_TEST(finished("  a \u00A0") == "a");
    BOOST_TEST(finished("\n\n  a\n  b\n") == "  a\n  b");
    BOOST_TEST(finished("  a\n  b") == "  a\n  b");
    BOOST_TEST(finished(" \n ") == "");
}
