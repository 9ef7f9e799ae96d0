#include "opc/zip.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

#include "opc/deflate.hpp"

using namespace vanban;
using namespace std::literals;

BOOST_AUTO_TEST_SUITE(zip_container)

// By hand from APPNOTE 4.3.7, 4.3.12 and 4.3.16; "123456789" has the CRC-32 cbf43926.
BOOST_AUTO_TEST_CASE(a_stored_entry_is_a_header_its_bytes_and_a_directory) {
    opc::ZipWriter zip(0);
    zip.add("a.txt", opc::stored("123456789"), 6);
    const std::string shared = "\x14\0\0\0\0\0\0\0\x21\0\x26\x39\xf4\xcb\x09\0\0\0\x09\0\0\0\x05\0\0\0"s;
    BOOST_TEST(std::move(zip).take() == "PK\x03\x04"s + shared + "a.txt123456789"s +  //
                                            "PK\x01\x02\0\0"s + shared + "\0\0\0\0\0\0\0\0\0\0\0\0\0\0"s +
                                            "a.txt"s +  //
                                            "PK\x05\x06\0\0\0\0\x01\0\x01\0\x33\0\0\0\x2c\0\0\0\0\0"s);
}

BOOST_AUTO_TEST_CASE(the_level_shows_in_the_flags) {
    const auto flags = [](int level) {
        opc::ZipWriter zip(0);
        zip.add("a", {.crc = 0, .size = 9, .deflated = true, .data = "x"}, level);
        return std::move(zip).take()[6];
    };
    BOOST_TEST(flags(1) == 6);
    BOOST_TEST(flags(2) == 4);
    BOOST_TEST(flags(6) == 0);
    BOOST_TEST(flags(9) == 2);
}

// APPNOTE 4.5.3: sizes that 32 bits do not hold stand in an extra field, uncompressed first.
BOOST_AUTO_TEST_CASE(sizes_beyond_32_bits_stand_in_a_zip64_field) {
    opc::ZipWriter zip(0);
    zip.add("a", {.crc = 0, .size = 0x1'0000'0002, .deflated = true, .data = "xyz"}, 6);
    const std::string bytes = std::move(zip).take();
    const std::string sizes = "\xff\xff\xff\xff\xff\xff\xff\xff\x01\0\x14\0"s;
    const std::string extra = "\x01\0\x10\0\x02\0\0\0\x01\0\0\0\x03\0\0\0\0\0\0\0"s;
    BOOST_TEST(bytes.substr(4, 1) == "\x2d"s);
    BOOST_TEST(bytes.substr(18, 12) == sizes);
    BOOST_TEST(bytes.substr(30, 21) == "a" + extra);
    const std::size_t directory = bytes.find("PK\x01\x02");
    BOOST_TEST(bytes.substr(directory + 20, 12) == sizes);
    BOOST_TEST(bytes.substr(directory + 46, 21) == "a" + extra);
}

BOOST_AUTO_TEST_CASE(more_entries_than_16_bits_count_stand_in_a_zip64_end) {
    opc::ZipWriter zip(0);
    for (int i = 0; i < 65'536; ++i) zip.add(std::to_string(i), opc::stored(""), 6);
    const std::string bytes = std::move(zip).take();
    const std::size_t end = bytes.find("PK\x06\x06");
    BOOST_REQUIRE(end == bytes.size() - 22 - 20 - 56);
    BOOST_TEST(bytes.substr(end + 24, 16) == "\0\0\x01\0\0\0\0\0\0\0\x01\0\0\0\0\0"s);
    BOOST_TEST(bytes.substr(bytes.size() - 14, 4) == "\xff\xff\xff\xff"s);
}

BOOST_AUTO_TEST_SUITE_END()
