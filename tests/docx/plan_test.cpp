// The package: which parts there are and how they hang together.
#include "docx/plan.hpp"

#include <boost/test/unit_test.hpp>

#include "docx/fixture.hpp"

using namespace vanban;
using namespace vanban::test;

BOOST_AUTO_TEST_SUITE(plan)

BOOST_AUTO_TEST_CASE(the_smallest_document_has_six_parts) {
    std::vector<std::string> names;
    for (const opc::Part& part : docx::plan(document_of({paragraph("a")})).parts) names.push_back(part.name);
    const std::vector<std::string> expected{"/word/document.xml",  "/word/styles.xml",   "/word/settings.xml",
                                            "/word/fontTable.xml", "/docProps/core.xml", "/docProps/app.xml"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(every_relationship_of_the_main_part_has_its_target) {
    Document document = document_of({paragraph("a")});
    document.numbering = {{styled::NumberFormat::Decimal, "%1.", false}};
    document.sections[0].header = {paragraph("h")};
    const opc::Package package = docx::plan(document);
    const auto& relationships = find_part(package, "/word/document.xml")->relationships;
    BOOST_TEST(relationships.size() == 5u);
    for (const opc::Relationship& relationship : relationships)
        BOOST_TEST(find_part(package, "/word/" + relationship.target) != nullptr);
}

BOOST_AUTO_TEST_CASE(the_same_document_gives_the_same_parts) {
    const Document document = document_of({paragraph("a")});
    BOOST_TEST((docx::plan(document) == docx::plan(document)));
    BOOST_TEST(opc::write(docx::plan(document)) == opc::write(docx::plan(document)));
}

BOOST_AUTO_TEST_CASE(no_part_names_a_theme) {
    for (const opc::Part& part : docx::plan(document_of({paragraph("a")})).parts)
        BOOST_TEST(part.bytes->find("Theme=") == std::string::npos);
}

BOOST_AUTO_TEST_SUITE_END()
