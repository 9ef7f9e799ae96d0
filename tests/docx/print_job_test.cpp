#include "docx/print_job.hpp"

#include <boost/test/unit_test.hpp>

#include "fixture.hpp"

namespace vanban::test {
namespace {

using docx::PrintJob;
using docx::Sheets;

std::size_t count(std::string_view text, std::string_view piece) {
    std::size_t found = 0;
    for (std::size_t at = text.find(piece); at != std::string_view::npos; at = text.find(piece, at + 1)) ++found;
    return found;
}

std::string part(const opc::Package& package, std::string_view name) {
    const opc::Part* found = find_part(package, name);
    BOOST_REQUIRE(found);
    return *found->bytes;
}

Document numbered(std::string text) {
    Document document = document_of({paragraph(std::move(text))});
    document.numbering = {{styled::NumberFormat::Decimal, "%1.", false}};
    document.styles[0].list_level = 0;
    return document;
}

opc::Package job_of(std::vector<Document> documents, Sheets sheets = Sheets::Continued) {
    PrintJob job(sheets);
    for (Document& document : documents) job.add(std::move(document));
    return std::move(job).finish();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(print_job)

BOOST_AUTO_TEST_CASE(documents_follow_each_other_each_in_a_section_that_counts_from_one) {
    const auto package =
        job_of({document_of({paragraph("một")}), document_of({paragraph("hai")}), document_of({paragraph("ba")})});
    const std::string body = part(package, "/word/document.xml");
    BOOST_TEST(count(body, "<w:sectPr>") == 3);
    BOOST_TEST(count(body, "<w:pgNumType w:start=\"1\"/>") == 3);
    BOOST_TEST(count(body, "nextPage") == 3);
    BOOST_TEST(body.find("một") < body.find("hai"));
    BOOST_TEST(body.find("hai") < body.find("ba<"));
    BOOST_TEST(body.ends_with("</w:sectPr></w:body></w:document>"));
}

BOOST_AUTO_TEST_CASE(on_fresh_sheets_every_counting_from_one_begins_on_an_odd_page) {
    Document with_appendix = document_of({paragraph("một")});
    with_appendix.sections.push_back(with_appendix.sections[0]);
    with_appendix.sections[1].restart_page_numbers = true;
    with_appendix.sections.push_back(with_appendix.sections[0]);
    const std::string body =
        part(job_of({with_appendix, document_of({paragraph("hai")})}, Sheets::Fresh), "/word/document.xml");
    BOOST_TEST(count(body, "oddPage") == 3);
    BOOST_TEST(count(body, "nextPage") == 1);
}

BOOST_AUTO_TEST_CASE(numbering_begins_again_in_every_document) {
    const auto package = job_of({numbered("a"), numbered("b")});
    const std::string body = part(package, "/word/document.xml");
    BOOST_TEST(count(body, "<w:numId w:val=\"2\"/>") == 1);
    BOOST_TEST(count(body, "<w:numId w:val=\"3\"/>") == 1);
    const std::string numbering = part(package, "/word/numbering.xml");
    BOOST_TEST(count(numbering, "<w:abstractNum ") == 1);
    BOOST_TEST(count(numbering, "<w:startOverride") == 1);
}

BOOST_AUTO_TEST_CASE(equal_styles_are_shared_and_others_get_a_name_of_their_own) {
    Document larger = document_of({paragraph("hai", kTitle)});
    larger.styles[1].look.size = font_pt(15);
    const auto package = job_of({document_of({paragraph("một", kTitle)}), larger, larger});
    const std::string styles = part(package, "/word/styles.xml");
    BOOST_TEST(count(styles, "w:styleId=\"Title\"") == 1);
    BOOST_TEST(count(styles, "w:styleId=\"Title_2\"") == 1);
    BOOST_TEST(count(styles, "w:val=\"Tiêu đề (2)\"") == 1);
    const std::string body = part(package, "/word/document.xml");
    BOOST_TEST(count(body, "<w:pStyle w:val=\"Title\"/>") == 1);
    BOOST_TEST(count(body, "<w:pStyle w:val=\"Title_2\"/>") == 2);
}

BOOST_AUTO_TEST_CASE(bookmarks_stay_unique) {
    Document signed_one = document_of({paragraph("ký")});
    std::get<Paragraph>(signed_one.sections[0].blocks[0]).runs.push_back(styled::Bookmark{"chu_ky_1"});
    const std::string body = part(job_of({signed_one, signed_one}), "/word/document.xml");
    BOOST_TEST(count(body, "w:name=\"chu_ky_1\"") == 1);
    BOOST_TEST(count(body, "w:name=\"chu_ky_1_2\"") == 1);
    BOOST_TEST(count(body, "<w:bookmarkStart w:id=\"1\"") == 1);
}

BOOST_AUTO_TEST_CASE(a_document_without_a_header_does_not_inherit_that_of_the_one_before) {
    Document with_header = document_of({paragraph("một")});
    with_header.sections[0].header = {paragraph("đầu trang")};
    const auto package = job_of({with_header, document_of({paragraph("hai")}), with_header});
    const std::string body = part(package, "/word/document.xml");
    BOOST_TEST(count(body, "<w:headerReference w:type=\"default\"") == 3);
    BOOST_TEST(count(part(package, "/word/header1.xml"), "đầu trang") == 1);
    BOOST_TEST(count(part(package, "/word/header2.xml"), "đầu trang") == 0);
    BOOST_TEST(!find_part(package, "/word/header3.xml"));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::test
