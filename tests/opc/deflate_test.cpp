// The cache: never seen in the bytes, bounded, and worth having.

#include <boost/test/unit_test.hpp>

#include "opc/package.hpp"

namespace {

using namespace vanban::opc;

Package package_of(std::string body, std::size_t constant_parts) {
    Package package;
    package.parts.push_back({"/body.xml", "application/xml", std::move(body), {}});
    for (std::size_t i = 0; i < constant_parts; ++i) {
        const std::string number = std::to_string(i);
        package.parts.push_back({"/part" + number + ".xml", "application/xml", number + std::string(500, 'c'), {}});
    }
    return package;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(deflate)

BOOST_AUTO_TEST_CASE(the_cache_does_not_change_the_bytes) {
    DeflateCache cache;
    for (int i = 0; i < 4; ++i) {
        const Package package = package_of(std::string(1000, static_cast<char>('a' + i)), 5);
        BOOST_TEST(write(package, {6}, &cache) == write(package));
    }
}

BOOST_AUTO_TEST_CASE(only_parts_that_come_back_are_kept) {
    DeflateCache cache;
    write(package_of("first", 3), {}, &cache);
    BOOST_TEST(cache.size() == 0u);
    write(package_of("second", 3), {}, &cache);
    BOOST_TEST(cache.size() == 5u);  // three parts, the content types and the relationships
    write(package_of("third", 3), {}, &cache);
    BOOST_TEST(cache.size() == 5u);
}

BOOST_AUTO_TEST_CASE(another_level_starts_again) {
    DeflateCache cache;
    const Package package = package_of(std::string(3000, 'a') + "b", 0);
    for (int i = 0; i < 3; ++i) write(package, {1}, &cache);
    BOOST_TEST(write(package, {9}, &cache) == write(package, {9}));
    BOOST_TEST(write(package, {1}, &cache) == write(package, {1}));
}

BOOST_AUTO_TEST_CASE(large_parts_are_not_kept) {
    DeflateCache cache;
    const Package package = package_of(std::string(64 << 10, 'a'), 0);
    for (int i = 0; i < 3; ++i) write(package, {}, &cache);
    BOOST_TEST(cache.size() == 2u);  // the content types and the relationships
}

BOOST_AUTO_TEST_CASE(no_more_than_64_parts_are_kept) {
    DeflateCache cache;
    for (int document = 0; document < 40; ++document) {
        const std::string number = std::to_string(document);
        const Package package = package_of("body " + number, static_cast<std::size_t>(document % 20));
        for (int time = 0; time < 2; ++time) BOOST_TEST(write(package, {}, &cache) == write(package));
    }
    BOOST_TEST(cache.size() == 64u);
}

BOOST_AUTO_TEST_CASE(parts_with_equal_checksums_are_told_apart) {
    // "plumless" and "buckeroo" have the same CRC-32, and so have texts that only differ in them.
    DeflateCache cache;
    const std::string start(500, 'a');
    for (int time = 0; time < 3; ++time) {
        for (const char* word : {"plumless", "buckeroo"}) {
            const Package package = package_of(start + word, 0);
            BOOST_TEST(write(package, {}, &cache) == write(package));
        }
    }
}

BOOST_AUTO_TEST_SUITE_END()
