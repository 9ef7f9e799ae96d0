#include "base/utf8.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

using namespace vanban;

namespace {

/// All letters of the Vietnamese alphabet with all tones, in lower and upper case.
constexpr std::string_view kLower =
    "aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵ";
constexpr std::string_view kUpper =
    "AÀẢÃÁẠĂẰẲẴẮẶÂẦẨẪẤẬBCDĐEÈẺẼÉẸÊỀỂỄẾỆGHIÌỈĨÍỊKLMNOÒỎÕÓỌÔỒỔỖỐỘƠỜỞỠỚỢPQRSTUÙỦŨÚỤƯỪỬỮỨỰVXYỲỶỸÝỴ";

/// "Tiếng Việt" and "Điểm" with the marks as separate code points.
constexpr std::string_view kDecomposed = "Tie\u0302\u0301ng Vie\u0323\u0302t";

bool valid(std::string_view bytes) {
    return !utf8::find_invalid(bytes).has_value();
}

}  // namespace

BOOST_AUTO_TEST_SUITE(utf8_text)

BOOST_AUTO_TEST_CASE(the_first_ill_formed_byte_is_found) {
    BOOST_TEST(valid("Kế hoạch"));
    BOOST_TEST(valid("\xF0\x9F\x98\x80"));
    BOOST_TEST(valid("\xF4\x8F\xBF\xBF"));
    BOOST_TEST(valid(""));
    BOOST_TEST(*utf8::find_invalid("K\xE1\xBA hoạch") == 1u);
    BOOST_TEST(*utf8::find_invalid("ế\xFF") == 3u);
    for (const char* bytes :
         {"\x80", "\xC0\x80", "\xC1\xBF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80",
          "\xF5\x80\x80\x80", "\xC3", "\xE1\xBA", "\xF0\x9F\x98", "\xC3(", "\xE1\xBA(", "\xFE", "\xFF"}) {
        BOOST_TEST(*utf8::find_invalid(bytes) == 0u);
    }
}

BOOST_AUTO_TEST_CASE(control_characters_are_found_but_not_white_space) {
    BOOST_TEST(!utf8::find_control("Số:\t5\r\n\u00A0ế"));
    BOOST_TEST(*utf8::find_control("ế\x01") == 3u);
    BOOST_TEST(*utf8::find_control(std::string_view("a\0", 2)) == 1u);
    BOOST_TEST(*utf8::find_control("a\x7F") == 1u);
    BOOST_TEST(*utf8::find_control("a\u0085") == 1u);
    BOOST_TEST(*utf8::find_control("a\uFFFE") == 1u);
}

BOOST_AUTO_TEST_CASE(code_points_are_read_one_by_one) {
    const std::string_view text = "aế😀";
    std::size_t offset = 0;
    BOOST_CHECK(utf8::next(text, offset) == U'a');
    BOOST_CHECK(utf8::next(text, offset) == U'ế');
    BOOST_TEST(offset == 4u);
    BOOST_CHECK(utf8::next(text, offset) == U'😀');
    BOOST_TEST(offset == text.size());
    BOOST_CHECK(utf8::next(text, offset) == U'\uFFFD');
    BOOST_TEST(offset == text.size());
}

BOOST_AUTO_TEST_CASE(ill_formed_bytes_are_read_as_replacement_characters) {
    const std::string_view text = "\xE1\xBAx";
    std::size_t offset = 0;
    BOOST_CHECK(utf8::next(text, offset) == U'\uFFFD');
    BOOST_CHECK(utf8::next(text, offset) == U'\uFFFD');
    BOOST_CHECK(utf8::next(text, offset) == U'x');
}

BOOST_AUTO_TEST_CASE(every_code_point_survives_writing_and_reading) {
    for (char32_t c = 0; c <= 0x10FFFF; ++c) {
        if (c == 0xD800) c = 0xE000;
        std::string text;
        utf8::append(text, c);
        std::size_t offset = 0;
        if (utf8::next(text, offset) != c || offset != text.size() || utf8::find_invalid(text)) {
            BOOST_FAIL("code point " << static_cast<std::uint32_t>(c));
        }
    }
}

BOOST_AUTO_TEST_CASE(surrogates_and_numbers_beyond_unicode_are_written_as_replacement_characters) {
    std::string text;
    utf8::append(text, 0xD800);
    utf8::append(text, 0x110000);
    BOOST_TEST(text == "\uFFFD\uFFFD");
}

BOOST_AUTO_TEST_CASE(length_counts_code_points_and_columns_what_the_terminal_shows) {
    BOOST_TEST(utf8::length("Kế hoạch") == 8u);
    BOOST_TEST(utf8::columns("Kế hoạch") == 8u);
    BOOST_TEST(utf8::length(kDecomposed) == 14u);
    BOOST_TEST(utf8::columns(kDecomposed) == 10u);
    BOOST_TEST(utf8::columns("漢字") == 4u);
    BOOST_TEST(utf8::columns("a\u200Bb") == 2u);
    BOOST_TEST(utf8::columns("") == 0u);
}

BOOST_AUTO_TEST_CASE(decomposed_vietnamese_becomes_composed) {
    BOOST_TEST(utf8::to_nfc(kDecomposed) == "Tiếng Việt");
    BOOST_TEST(!utf8::is_nfc(kDecomposed));
    BOOST_TEST(utf8::is_nfc("Tiếng Việt"));
    BOOST_TEST(utf8::to_nfc("o\u031B\u0301") == "ớ");
    BOOST_TEST(utf8::to_nfc("ơ\u0301") == "ớ");
    BOOST_TEST(utf8::to_nfc("ó\u031B") == "ớ");
    BOOST_TEST(utf8::to_nfc("a\u0306\u0323") == "ặ");
    BOOST_TEST(utf8::is_nfc(kLower));
    BOOST_TEST(utf8::is_nfc(kUpper));
}

BOOST_AUTO_TEST_CASE(texts_are_composed_where_they_meet) {
    std::string text = "Tiê";
    utf8::append_nfc(text, "\u0301ng");
    BOOST_TEST(text == "Tiếng");
    utf8::append_nfc(text, " Việt");
    BOOST_TEST(text == "Tiếng Việt");
    std::string seam = "a\u0302";  // not composed: the seam lies before the letter
    utf8::append_nfc(seam, "\u0323");
    BOOST_TEST(seam == "ậ");
    std::string nothing;
    utf8::append_nfc(nothing, "\u0301");
    BOOST_TEST(nothing == "\u0301");
    std::string marks = "a";
    for (int i = 0; i < 20'000; ++i) utf8::append_nfc(marks, "\u0323\u0301");
    BOOST_TEST(utf8::is_nfc(marks));
}

BOOST_AUTO_TEST_CASE(a_pile_of_marks_is_split_and_takes_no_longer_than_its_length) {
    std::string thirty = "a", million = "a";
    for (int i = 0; i < 15; ++i) thirty += "\u0316\u0301";  // below, above: the order of NFC
    BOOST_TEST(utf8::to_nfc(thirty).find("\u034F") == std::string::npos);
    const std::string split = utf8::to_nfc(thirty + "\u0301");
    BOOST_TEST(split.ends_with("\u034F\u0301"));
    BOOST_TEST(utf8::is_nfc(split));
    BOOST_TEST(!utf8::is_nfc(thirty + "\u0301"));
    for (int i = 0; i < 500'000; ++i) million += "\u0301\u0323";  // hours if all were sorted at once
    BOOST_TEST(utf8::is_nfc(utf8::to_nfc(million)));
    BOOST_TEST(utf8::fold_to_key(million) == "a");
    std::string vowels;  // marks that a mark is composed of: U+0F73 is U+0F71 U+0F72
    for (int i = 0; i < 300'000; ++i) vowels += "\u0F73";
    BOOST_TEST(utf8::is_nfc(utf8::to_nfc(vowels)));
}

BOOST_AUTO_TEST_CASE(all_vietnamese_letters_change_case) {
    BOOST_TEST(utf8::to_upper(kLower) == kUpper);
    BOOST_TEST(utf8::to_lower(kUpper) == kLower);
    BOOST_TEST(utf8::to_upper(kDecomposed) == "TIẾNG VIỆT");
    BOOST_TEST(utf8::to_lower("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM 30/2020/NĐ-CP") ==
               "cộng hòa xã hội chủ nghĩa việt nam 30/2020/nđ-cp");
}

BOOST_AUTO_TEST_CASE(capitalising_changes_the_first_letter_only) {
    BOOST_TEST(utf8::capitalize("đồng Tháp") == "Đồng Tháp");
    BOOST_TEST(utf8::capitalize("“ủy ban”") == "“Ủy ban”");
    BOOST_TEST(utf8::capitalize("e\u0302\u0301 x") == "Ế x");
    BOOST_TEST(utf8::capitalize("5 ngày") == "5 ngày");
    BOOST_TEST(utf8::capitalize("Sở Y tế") == "Sở Y tế");
    BOOST_TEST(utf8::capitalize("") == "");
    BOOST_TEST(utf8::capitalize("—") == "—");
}

/// A per mille sign is nothing that a key keeps, and it needs the tables.
BOOST_AUTO_TEST_CASE(letters_fold_to_the_same_with_and_without_the_tables_of_unicode) {
    for (char32_t c = 1; c < 0x2000; ++c) {
        std::string text = "a";
        utf8::append(text, c);
        text += "b";
        BOOST_TEST(utf8::fold_to_key(text) == utf8::fold_to_key(text + "\u2030"), "U+" << std::hex << std::uint32_t{c});
    }
}

BOOST_AUTO_TEST_CASE(labels_fold_to_keys) {
    BOOST_TEST(utf8::fold_to_key("Trích yếu") == "trich_yeu");
    BOOST_TEST(utf8::fold_to_key("Nơi nhận") == "noi_nhan");
    BOOST_TEST(utf8::fold_to_key("Địa danh:") == "dia_danh");
    BOOST_TEST(utf8::fold_to_key("  Số / Ký hiệu (nếu có) ") == "so_ky_hieu_neu_co");
    BOOST_TEST(utf8::fold_to_key("Sở KH&CN") == "so_kh_cn");
    BOOST_TEST(utf8::fold_to_key("trich_yeu") == "trich_yeu");
    BOOST_TEST(utf8::fold_to_key("Diện tích (m²)") == "dien_tich_m2");
    BOOST_TEST(utf8::fold_to_key("…") == "");
    BOOST_TEST(utf8::fold_to_key(kDecomposed) == "tieng_viet");
}

BOOST_AUTO_TEST_CASE(every_vietnamese_letter_folds_to_a_plain_one) {
    for (std::size_t offset = 0; offset < kLower.size();) {
        std::string letter;
        utf8::append(letter, utf8::next(kLower, offset));
        const std::string key = utf8::fold_to_key(letter);
        BOOST_TEST(key == utf8::fold_to_key(utf8::to_upper(letter)));
        BOOST_TEST((key.size() == 1 && key[0] >= 'a' && key[0] <= 'z'), letter);
    }
}

BOOST_AUTO_TEST_CASE(texts_are_ordered_as_in_a_vietnamese_dictionary) {
    const char* sorted[] = {"an", "ảnh", "ăn", "ân", "cam", "chanh", "dân", "đo", "êm", "na", "ôn", "ơn", "tay", "ưa"};
    for (std::size_t i = 1; i < std::size(sorted); ++i) {
        BOOST_TEST(utf8::collate(sorted[i - 1], sorted[i]) < 0, sorted[i]);
        BOOST_TEST(utf8::collate(sorted[i], sorted[i - 1]) > 0, sorted[i]);
    }
    BOOST_TEST(utf8::collate("ôn", "ôn") == 0);
    BOOST_TEST(utf8::collate("Tiếng Việt", kDecomposed) == 0);
}

BOOST_AUTO_TEST_CASE(trimming_takes_white_space_and_no_break_spaces) {
    BOOST_TEST(utf8::trim(" \t\r\n\u00A0 a b \u00A0\n") == "a b");
    BOOST_TEST(utf8::trim("\u00A0\u00A0") == "");
    BOOST_TEST(utf8::trim("") == "");
    BOOST_TEST(utf8::trim("à ") == "à");
    BOOST_TEST(utf8::trim("\xA0") == "\xA0");
}

BOOST_AUTO_TEST_CASE(edit_distance_counts_characters) {
    BOOST_TEST(utf8::edit_distance("", "") == 0u);
    BOOST_TEST(utf8::edit_distance("abc", "") == 3u);
    BOOST_TEST(utf8::edit_distance("trich_yue", "trich_yeu") == 1u);  // swap
    BOOST_TEST(utf8::edit_distance("noi_nhan", "noi_nhn") == 1u);
    BOOST_TEST(utf8::edit_distance("can_cu", "cancu") == 1u);
    BOOST_TEST(utf8::edit_distance("kế", "kể") == 1u);
    BOOST_TEST(utf8::edit_distance("kitten", "sitting") == 3u);
    BOOST_TEST(utf8::edit_distance("ca", "abc") == 3u);
}

BOOST_AUTO_TEST_CASE(very_long_texts_are_not_compared) {
    const std::string a(1'000'000, 'a');
    BOOST_TEST(utf8::edit_distance(a, a + "b") == 1'000'001u);
    BOOST_TEST(utf8::edit_distance(a, a) == 0u);
}

BOOST_AUTO_TEST_CASE(no_bytes_break_the_functions) {
    std::uint32_t state = 1;
    for (int round = 0; round < 20'000; ++round) {
        std::string bytes;
        for (std::uint32_t size = state % 12; bytes.size() < size;) {
            state = state * 1664525u + 1013904223u;
            bytes += static_cast<char>(state >> 24);
        }
        state = state * 1664525u + 1013904223u;
        utf8::to_nfc(bytes);
        utf8::to_upper(bytes);
        utf8::capitalize(bytes);
        utf8::fold_to_key(bytes);
        utf8::trim(bytes);
        utf8::collate(bytes, "đ");
        BOOST_TEST_REQUIRE(utf8::columns(bytes) <= 2 * bytes.size());
        BOOST_TEST_REQUIRE(utf8::edit_distance(bytes, "trích") <= 17u);
    }
}

BOOST_AUTO_TEST_SUITE_END()
