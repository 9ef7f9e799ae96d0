// Bytes looked for eight at a time, against the plain way of looking.
#include "base/byte_scan.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

namespace vanban {

BOOST_AUTO_TEST_SUITE(byte_scan)

BOOST_AUTO_TEST_CASE(every_control_character_is_found_at_every_place) {
    for (std::size_t size = 1; size < 40; ++size)
        for (std::size_t at = 0; at < size; ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(size, 'a');
                text[at] = static_cast<char>(byte);
                BOOST_REQUIRE(bytes::has_control(text) == (byte < 0x20));
            }
    BOOST_TEST(!bytes::has_control(""));
    BOOST_TEST(!bytes::has_control("Đánh giá nội bộ, phòng 12 \x7F"));
}

BOOST_AUTO_TEST_CASE(two_spaces_are_found_wherever_they_stand) {
    for (std::size_t size = 2; size < 40; ++size)
        for (std::size_t at = 0; at + 1 < size; ++at) {
            std::string text(size, 'a');
            text[at] = ' ';
            BOOST_REQUIRE(!bytes::has_double_space(text));
            text[at + 1] = ' ';
            BOOST_REQUIRE(bytes::has_double_space(text));
        }
    BOOST_TEST(!bytes::has_double_space(""));
    BOOST_TEST(!bytes::has_double_space(" "));
}

/// Bytes that differ from a space in one bit are none.
BOOST_AUTO_TEST_CASE(only_spaces_count) {
    for (int byte = 0; byte < 256; ++byte) {
        std::string text(20, 'a');
        text[9] = text[10] = static_cast<char>(byte);
        BOOST_REQUIRE(bytes::has_double_space(text) == (byte == ' '));
        text[9] = ' ';
        BOOST_REQUIRE(bytes::has_double_space(text) == (byte == ' '));
    }
}

BOOST_AUTO_TEST_CASE(printable_characters_end_at_the_first_byte_that_is_none) {
    for (std::size_t size = 0; size < 30; ++size) {
        const std::string plain(size, '~');
        for (std::size_t from = 0; from <= size; ++from) BOOST_REQUIRE(bytes::printable_end(plain, from) == size);
        for (std::size_t at = 0; at < size; ++at)
            for (int byte = 0; byte < 256; ++byte) {
                std::string text(size, ' ');
                text[at] = static_cast<char>(byte);
                const bool printable = byte >= 0x20 && byte <= 0x7E;
                BOOST_REQUIRE(bytes::printable_end(text, 0) == (printable ? size : at));
                BOOST_REQUIRE(bytes::printable_end(text, at) == (printable ? size : at));
            }
    }
}

/// A byte that carries into the next one must not hide it, nor be hidden by it.
BOOST_AUTO_TEST_CASE(of_several_bytes_that_are_not_printable_the_first_counts) {
    for (const char first : {'\x00', '\x1F', '\x7F', '\x80', '\xFF'})
        for (const char second : {'\x00', '\x20', '\x1F', '\x7F', '\x7E', '\xFF'}) {
            const std::string text = std::string(3, 'a') + first + second + std::string(9, 'b');
            BOOST_TEST(bytes::printable_end(text, 0) == 3u);
        }
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban
