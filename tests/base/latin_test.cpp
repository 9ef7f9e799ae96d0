#include "base/latin.hpp"

#include <unicode/locid.h>
#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <boost/test/unit_test.hpp>
#include <string>

#include "base/utf8.hpp"

using namespace vanban;

namespace {

constexpr char32_t kLastCodePoint = 0x10FFFF;

bool is_surrogate(char32_t c) {
    return c >= 0xD800 && c <= 0xDFFF;
}

std::string text_of(char32_t c) {
    std::string text;
    utf8::append(text, c);
    return text;
}

/// What ICU makes of one character, the whole mapping and not only the simple one.
std::string icu_case(char32_t c, bool upper) {
    icu::UnicodeString text(static_cast<UChar32>(c));
    upper ? text.toUpper(icu::Locale("vi")) : text.toLower(icu::Locale("vi"));
    std::string result;
    return text.toUTF8String(result);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(latin_text)

BOOST_AUTO_TEST_CASE(every_character_that_is_known_has_the_case_that_unicode_gives_it) {
    std::size_t known = 0;
    for (char32_t c = 1; c <= kLastCodePoint; ++c) {
        if (is_surrogate(c)) continue;
        const auto upper = latin::to_upper(text_of(c));
        const auto lower = latin::to_lower(text_of(c));
        if (upper && *upper != icu_case(c, true)) BOOST_ERROR("capital of " + std::to_string(c));
        if (lower && *lower != icu_case(c, false)) BOOST_ERROR("small letter of " + std::to_string(c));
        known += upper && lower;
    }
    BOOST_TEST(known > 400u);
}

BOOST_AUTO_TEST_CASE(every_character_that_is_known_is_left_alone_by_nfc_beside_any_other_of_them) {
    UErrorCode status = U_ZERO_ERROR;
    const icu::Normalizer2& nfc = *icu::Normalizer2::getNFCInstance(status);
    for (char32_t c = 0; c <= kLastCodePoint; ++c) {
        if (is_surrogate(c) || !latin::is_nfc(text_of(c))) continue;
        const auto code_point = static_cast<UChar32>(c);
        if (!nfc.isNormalized(icu::UnicodeString(code_point), status) || !nfc.hasBoundaryBefore(code_point))
            BOOST_ERROR("not left alone: " + std::to_string(c));
    }
}

BOOST_AUTO_TEST_CASE(vietnamese_words_need_no_library) {
    BOOST_TEST(latin::is_nfc("Số: 05/KH-SYT – “Kế hoạch”…"));
    BOOST_TEST(*latin::to_upper("Sở Y tế thành phố Huế, Đắk Lắk – ưỡn ẹo ỹ") ==
               "SỞ Y TẾ THÀNH PHỐ HUẾ, ĐẮK LẮK – ƯỠN ẸO Ỹ");
    BOOST_TEST(*latin::to_lower("ỦY BAN NHÂN DÂN TỈNH ĐỒNG THÁP Ỵ") == "ủy ban nhân dân tỉnh đồng tháp ỵ");
    BOOST_TEST(*latin::to_upper("") == "");
}

BOOST_AUTO_TEST_CASE(other_characters_are_left_to_the_library) {
    for (const char* text :
         {"stra\u00DFe", "\u00B5", "I\u0307", "e\u0301", "\u01C6", "\u0131", "\u2000", "\u03A9", "\U0001F600"}) {
        BOOST_TEST(!latin::to_upper(text));
    }
    BOOST_TEST(!latin::is_nfc("e\u0301"));
    BOOST_TEST(!latin::is_nfc("\u2000"));
    for (const char* broken : {"\xC3", "\xC3(", "\xE1\xBA", "\xE1\xBA(", "\xFF", "\x80", "\xC1\x81"}) {
        BOOST_TEST(!latin::is_nfc(broken));
        BOOST_TEST(!latin::to_lower(broken));
    }
}

BOOST_AUTO_TEST_SUITE_END()
