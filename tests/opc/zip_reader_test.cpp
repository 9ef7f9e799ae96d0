#include "opc/zip_reader.hpp"

#include <boost/test/unit_test.hpp>

#include "data/zip_maker.hpp"

using namespace vanban;
using namespace vanban::opc;
using namespace vanban::testing;

BOOST_AUTO_TEST_CASE(entries_are_read_by_name_whatever_its_case) {
    const std::string text(300'000, 'x');
    const std::string bytes = make_zip({{"a/", ""}, {"a/stored.xml", "một"}, {"a/Deflated.xml", text, 8}});
    const Limits limits;
    auto zip = ZipReader::open(bytes, limits);
    BOOST_REQUIRE(zip);
    BOOST_TEST(zip->names() == (std::vector<std::string>{"a/stored.xml", "a/Deflated.xml"}),
               boost::test_tools::per_element());
    BOOST_TEST(zip->has("A/STORED.xml"));
    BOOST_TEST(!zip->has("stored.xml"));
    BOOST_TEST(*zip->read_all("a/stored.xml") == "một");
    BOOST_TEST(*zip->read_all("a/deflated.XML") == text);
    BOOST_TEST(*zip->read_all("a/stored.xml") == "một");  // again
    BOOST_CHECK(zip->read_all("b").error().code == Code::workbook_part_missing);
}

BOOST_AUTO_TEST_CASE(a_sink_that_has_enough_stops_the_reading) {
    struct OnePiece : ByteSink {
        std::size_t pieces = 0;
        bool take(std::string_view) override {
            ++pieces;
            return false;
        }
    } sink;
    const std::string bytes = make_zip({{"a", std::string(5'000'000, 'x'), 8}});
    const Limits limits;
    auto zip = ZipReader::open(bytes, limits);
    BOOST_REQUIRE(zip);
    BOOST_TEST(zip->read("a", sink).has_value());
    BOOST_TEST(sink.pieces == 1u);
}

BOOST_AUTO_TEST_CASE(all_entries_together_are_held_to_the_limit) {
    const std::string bytes = make_zip({{"a", std::string(600, 'x'), 8}, {"b", std::string(600, 'x'), 8}});
    Limits limits;
    limits.inflated_bytes = 1000;
    auto zip = ZipReader::open(bytes, limits);
    BOOST_REQUIRE(zip);
    BOOST_TEST(zip->read_all("a").has_value());
    BOOST_CHECK(zip->read_all("b").error().code == Code::workbook_too_large);
    BOOST_CHECK(zip->read_all("a").error().code == Code::workbook_too_large);
}

BOOST_AUTO_TEST_CASE(entries_that_share_their_bytes_are_read_each) {
    std::string bytes = make_zip({{"a", "same"}, {"b", "same"}});
    const std::size_t second = bytes.rfind("PK\x01\x02");
    bytes.replace(second + 42, 4, std::string(4, '\0'));  // b now points to the local header of a
    const Limits limits;
    auto zip = ZipReader::open(bytes, limits);
    BOOST_REQUIRE(zip);
    BOOST_TEST(*zip->read_all("a") == "same");
    BOOST_TEST(*zip->read_all("b") == "same");
}

BOOST_AUTO_TEST_CASE(what_has_no_directory_is_damaged) {
    const Limits limits;
    for (const std::string& bytes :
         {std::string(), std::string("PK"), std::string(100'000, 'P'), "PK\x05\x06" + std::string(18, '\xFF')}) {
        const auto zip = ZipReader::open(bytes, limits);
        BOOST_REQUIRE(!zip);
        BOOST_CHECK(zip.error().code == Code::workbook_damaged);
    }
}
