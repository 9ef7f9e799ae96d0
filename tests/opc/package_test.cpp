// Packages as another zip reader sees them.
#include "opc/package.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>

#include "opc/unzip.hpp"

namespace {

using namespace vanban::opc;
using vanban::test::unzip;
using vanban::test::ZipEntry;

Package small_package() {
    Package package;
    package.relationships = {{"rId1", "urn:main", "word/document.xml"}};
    package.parts = {{"/word/document.xml", "type/document", std::string(5000, 'a'), {{"rId1", "urn:s", "styles.xml"}}},
                     {"/word/styles.xml", "type/styles", "<w:styles/>", {}}};
    return package;
}

/// Bytes that no compressor makes smaller, the same in every run.
std::string noise(std::size_t size) {
    std::string bytes;
    std::uint32_t state = 1;
    while (bytes.size() < size) {
        state = state * 1664525u + 1013904223u;
        bytes += static_cast<char>(state >> 24);
    }
    return bytes;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(package)

BOOST_AUTO_TEST_CASE(entries_come_in_a_fixed_order_with_content_types_first) {
    std::vector<std::string> names;
    for (const ZipEntry& entry : unzip(write(small_package()))) names.push_back(entry.name);
    const std::vector<std::string> expected{"[Content_Types].xml", "_rels/.rels", "word/document.xml",
                                            "word/styles.xml", "word/_rels/document.xml.rels"};
    BOOST_TEST(names == expected, boost::test_tools::per_element());
}

BOOST_AUTO_TEST_CASE(parts_come_back_as_they_went_in) {
    const auto entries = unzip(write(small_package()));
    BOOST_REQUIRE(entries.size() == 5);
    BOOST_TEST(std::all_of(entries.begin(), entries.end(), [](const ZipEntry& entry) { return entry.intact; }));
    BOOST_TEST(entries[2].bytes == std::string(5000, 'a'));
    BOOST_TEST(entries[3].bytes == "<w:styles/>");
}

BOOST_AUTO_TEST_CASE(content_types_name_every_part) {
    const auto entries = unzip(write(small_package()));
    BOOST_TEST(entries.at(0).bytes ==
               "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
               "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
               "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
               "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
               "<Override PartName=\"/word/document.xml\" ContentType=\"type/document\"/>"
               "<Override PartName=\"/word/styles.xml\" ContentType=\"type/styles\"/></Types>");
}

BOOST_AUTO_TEST_CASE(relationships_stand_beside_their_part) {
    const auto entries = unzip(write(small_package()));
    const std::string head =
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    BOOST_TEST(entries.at(1).bytes ==
               head + "<Relationship Id=\"rId1\" Type=\"urn:main\" Target=\"word/document.xml\"/></Relationships>");
    BOOST_TEST(entries.at(4).bytes ==
               head + "<Relationship Id=\"rId1\" Type=\"urn:s\" Target=\"styles.xml\"/></Relationships>");
}

BOOST_AUTO_TEST_CASE(what_does_not_get_smaller_is_stored) {
    Package package = small_package();
    package.parts[1].bytes = noise(4000);
    package.parts.push_back({"/empty.xml", "application/xml", "", {}});
    const auto entries = unzip(write(package));
    BOOST_REQUIRE(entries.size() == 6);
    BOOST_TEST(entries[2].method == 8u);
    BOOST_TEST(entries[3].method == 0u);
    BOOST_TEST(entries[3].bytes == noise(4000));
    BOOST_TEST(entries[4].method == 0u);
    BOOST_TEST(entries[4].bytes.empty());
}

BOOST_AUTO_TEST_CASE(a_part_that_is_compressed_inside_is_stored_as_it_is) {
    Package package = small_package();
    package.parts.push_back({"/image.png", "image/png", std::string(5000, 'a'), {}, Packing::Stored});
    const auto entries = unzip(write(package));
    BOOST_REQUIRE(entries.size() == 6);
    BOOST_TEST(entries[4].name == "image.png");
    BOOST_TEST(entries[4].method == 0u);
    BOOST_TEST(entries[4].intact);
    BOOST_TEST(entries[4].bytes == std::string(5000, 'a'));
}

BOOST_AUTO_TEST_CASE(time_stamps_are_the_first_day_that_a_zip_can_say) {
    // MS-DOS date: year - 1980 from bit 9, month from bit 5, day; then 16 bits of time.
    for (const ZipEntry& entry : unzip(write(small_package()))) BOOST_TEST(entry.dos_date == 0x00210000u);
}

BOOST_AUTO_TEST_CASE(the_same_package_gives_the_same_bytes) {
    BOOST_TEST(write(small_package()) == write(small_package()));
}

BOOST_AUTO_TEST_CASE(every_level_gives_the_same_parts) {
    for (int level : {1, 6, 9, 12}) {
        const auto entries = unzip(write(small_package(), {level}));
        BOOST_REQUIRE(entries.size() == 5);
        BOOST_TEST(entries[2].bytes == std::string(5000, 'a'));
    }
}

BOOST_AUTO_TEST_CASE(a_part_larger_than_minizips_buffer_is_whole) {
    Package package = small_package();
    package.parts[0].bytes = noise(300'000) + std::string(300'000, 'x');
    const auto entries = unzip(write(package));
    BOOST_REQUIRE(entries.size() == 5);
    BOOST_TEST(entries[2].intact);
    BOOST_TEST((entries[2].bytes == *package.parts[0].bytes));
}

BOOST_AUTO_TEST_SUITE_END()
