// The one font.
#include "docx/font_table_part.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

BOOST_AUTO_TEST_SUITE(font_table_part)

BOOST_AUTO_TEST_CASE(a_font_that_is_not_times_new_roman_is_not_described_as_it) {
    Document document = document_of({});
    BOOST_TEST(part_bytes(document, "/word/fontTable.xml").find("02020603050405020304") != std::string::npos);
    document.font = "Arial";
    BOOST_TEST(first_element(part_bytes(document, "/word/fontTable.xml"), "w:font") ==
               "<w:font w:name=\"Arial\"><w:family w:val=\"auto\"/></w:font>");
}

BOOST_AUTO_TEST_SUITE_END()
