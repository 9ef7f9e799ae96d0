// The clock in PDFs of LibreOffice.
#include "pdf/repeatable.hpp"

#include <boost/test/unit_test.hpp>

namespace vanban::pdf {
namespace {

/// The end of a PDF as LibreOffice 7.4 writes it.
std::string made_at(const std::string& moment, const std::string& hash, const std::string& text = "một") {
    return "%PDF-1.6\n" + text + "\n<</Producer<FEFF>\n/CreationDate(D:" + moment +
           "Z')>>\nendobj\ntrailer\n<</Size 32/Root 30 0 R\n/Info 31 0 R\n/ID [ <" + hash + ">\n<" + hash +
           "> ]\n/DocChecksum /" + hash + "\n>>\nstartxref\n47195\n%%EOF\n";
}

const std::string kHash(32, 'A');
const std::string kOtherHash = "6E017FBAEF1F7BF68B7AF1270410DE90";

std::string repeatable(std::string pdf, std::optional<Timestamp> now = {}) {
    make_repeatable(pdf, now);
    return pdf;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(repeatable_pdf)

BOOST_AUTO_TEST_CASE(the_same_document_made_at_another_moment_has_the_same_bytes) {
    const std::string a = made_at("20261122085240", kHash);
    const std::string b = made_at("20301231235959", kOtherHash);
    BOOST_TEST(repeatable(a) == repeatable(b));
    BOOST_TEST(repeatable(a).size() == a.size());
    BOOST_TEST(repeatable(a).find("CreationDate") == std::string::npos);
    BOOST_TEST(repeatable(a).find(kHash) == std::string::npos);
    BOOST_TEST(repeatable(a).find(std::string(32, '0')) == std::string::npos);
}

BOOST_AUTO_TEST_CASE(the_given_moment_is_written_in_utc) {
    // 1684725723 is 2023-05-22 03:22:03 UTC (date -u -d @1684725723).
    const std::string pdf = repeatable(made_at("20261122085240", kHash), Timestamp{1684725723});
    BOOST_TEST(pdf.find("/CreationDate(D:20230522032203)  >>") != std::string::npos);
    const std::string zoned = repeatable(made_at("20261122155240+07'00'", kHash), Timestamp{1684725723});
    BOOST_TEST(zoned.find("/CreationDate(D:20230522032203)") != std::string::npos);
}

BOOST_AUTO_TEST_CASE(another_document_has_another_identifier) {
    const std::string a = repeatable(made_at("20261122085240", kHash, "một"));
    const std::string b = repeatable(made_at("20261122085240", kHash, "hai"));
    BOOST_TEST(a.substr(a.find("/ID")) != b.substr(b.find("/ID")));
}

BOOST_AUTO_TEST_CASE(what_is_no_pdf_of_libreoffice_is_let_alone) {
    for (const char* text : {"", "%PDF-1.6", "/ID [", "/CreationDate(D:2026", "/DocChecksum /ABC", "/CreationDate(D:)"})
        BOOST_TEST(repeatable(text) == text);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::pdf
