// Settings: today's Word, Vietnamese habits.
#include "docx/settings_part.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

BOOST_AUTO_TEST_SUITE(settings_part)

BOOST_AUTO_TEST_CASE(settings_are_those_of_a_vietnamese_document_of_today) {
    const std::string xml = part_bytes(document_of({}), "/word/settings.xml");
    BOOST_TEST(xml.find("<w:compatSetting w:name=\"compatibilityMode\" "
                        "w:uri=\"http://schemas.microsoft.com/office/word\" w:val=\"15\"/>") != std::string::npos);
    BOOST_TEST(xml.find("<w:themeFontLang w:val=\"vi-VN\"/><w:decimalSymbol w:val=\",\"/><w:listSeparator "
                        "w:val=\";\"/></w:settings>") != std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
