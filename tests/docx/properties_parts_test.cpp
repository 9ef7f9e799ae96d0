// What the file says about itself.
#include "docx/properties_parts.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

BOOST_AUTO_TEST_SUITE(properties_parts)

BOOST_AUTO_TEST_CASE(core_properties_are_those_given) {
    const std::string xml = docx::core_part({"Kế hoạch <1>", "Về việc", "Sở Y tế", "vi-VN", Timestamp{1'683'169'321}});
    BOOST_TEST(xml.substr(xml.find("<dc:title>")) ==
               "<dc:title>Kế hoạch &lt;1&gt;</dc:title><dc:subject>Về việc</dc:subject><dc:creator>Sở Y tế</dc:creator>"
               "<dc:language>vi-VN</dc:language>"
               "<dcterms:created xsi:type=\"dcterms:W3CDTF\">2023-05-04T03:02:01Z</dcterms:created>"
               "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2023-05-04T03:02:01Z</dcterms:modified>"
               "</cp:coreProperties>");
}

BOOST_AUTO_TEST_CASE(properties_without_a_value_are_left_out) {
    BOOST_TEST(docx::core_part({}).ends_with("XMLSchema-instance\"/>"));
    BOOST_TEST(docx::core_part({"", "", "", "", Timestamp{253'402'300'800}}).find("created") == std::string::npos);
}

BOOST_AUTO_TEST_CASE(times_before_1970_are_written_too) {
    BOOST_TEST(docx::core_part({"", "", "", "", Timestamp{-1}}).find("1969-12-31T23:59:59Z") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
