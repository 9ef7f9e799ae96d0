// Widths against measurements of real texts, and the breaking of lines.
#include "font/family.hpp"

#include <boost/test/unit_test.hpp>
#include <cmath>
#include <initializer_list>
#include <limits>

#include "base/utf8.hpp"

using namespace vanban;
using font::Style;

namespace {

constexpr Style kUpright{}, kBold{.bold = true}, kItalic{.italic = true}, kBoldItalic{.bold = true, .italic = true};
constexpr std::initializer_list<Style> kAllStyles{kUpright, kBold, kItalic, kBoldItalic};

constexpr std::string_view kQuocHieu = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM";
constexpr std::string_view kTieuNgu = "Độc lập - Tự do - Hạnh phúc";

constexpr std::string_view kVietnameseLetters =
    "àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựyỳýỷỹỵđ"
    "ÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬÈÉẺẼẸÊỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢÙÚỦŨỤƯỪỨỬỮỰYỲÝỶỸỴĐ";

Twip width(std::string_view text, double size, Style style = kUpright) {
    return font::times_new_roman().width(text, font_pt(size), style);
}

bool is_about(Twip measured, double millimetres) {
    return std::abs(to_mm(measured) - millimetres) <= 0.1;
}

int lines(std::string_view text, Twip room, Style style = kUpright) {
    return font::count_lines(font::times_new_roman(), text, font_pt(14), style, room);
}

}  // namespace

BOOST_AUTO_TEST_CASE(widths_are_those_measured_with_times_new_roman) {
    BOOST_TEST(is_about(width(kQuocHieu, 12, kBold), 88.3));
    BOOST_TEST(is_about(width(kQuocHieu, 13, kBold), 95.7));
    BOOST_TEST(is_about(width(kTieuNgu, 13, kBold), 56.1));
    BOOST_TEST(is_about(width(kTieuNgu, 14, kBold), 60.5));
    BOOST_TEST(is_about(width("Hà Nội, ngày 05 tháng 01 năm 2020", 13, kItalic), 67.0));
    BOOST_TEST(is_about(width("Hà Nội, ngày 05 tháng 01 năm 2020", 14, kItalic), 72.2));
    BOOST_TEST(is_about(width("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", 13, kItalic), 96.4));
    BOOST_TEST(is_about(width("Thành phố Hồ Chí Minh, ngày 29 tháng 6 năm 2019", 14, kItalic), 103.9));
    BOOST_TEST(is_about(width("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 12, kBold), 64.8));
    BOOST_TEST(is_about(width("SỞ KHOA HỌC VÀ CÔNG NGHỆ", 13, kBold), 70.2));
    BOOST_TEST(is_about(width("ỦY BAN NHÂN DÂN", 12, kBold), 39.9));
    BOOST_TEST(is_about(width("ỦY BAN NHÂN DÂN", 13, kBold), 43.2));
}

BOOST_AUTO_TEST_CASE(digits_are_half_an_em_and_spaces_a_quarter) {
    for (const Style style : kAllStyles) {
        BOOST_TEST((width("0123456789", 10, style) == pt(50)));
        BOOST_TEST((width("    ", 10, style) == pt(10)));
        BOOST_TEST((width("\u00A0\u00A0", 10, style) == pt(5)));
        BOOST_TEST((width("\t", 10, style) == width(" ", 10, style)));
    }
}

BOOST_AUTO_TEST_CASE(a_width_is_rounded_up_once_for_the_whole_text) {
    // "i" is 569 units of 2048: at 12 pt 66.68 twips, ten of them 666.80.
    BOOST_TEST((width("i", 12) == Twip{67}));
    BOOST_TEST((width("iiiiiiiiii", 12) == Twip{667}));
}

BOOST_AUTO_TEST_CASE(every_face_has_every_vietnamese_letter) {
    for (const Style style : kAllStyles) {
        const font::Face& face = font::times_new_roman().face(style);
        int letters = 0;
        for (std::size_t i = 0; i < kVietnameseLetters.size();) {
            letters += face.has(utf8::next(kVietnameseLetters, i));
        }
        BOOST_TEST(letters == 134 + 2);  // y and Y stand in the list for the eye.
    }
}

BOOST_AUTO_TEST_CASE(a_letter_with_marks_is_as_wide_as_the_bare_letter) {
    for (const Style style : kAllStyles) {
        BOOST_TEST((width("ệ", 14, style) == width("e", 14, style)));
        BOOST_TEST((width("Ắ", 14, style) == width("A", 14, style)));
        BOOST_TEST((width("e\u0323\u0302", 14, style) == width("ệ", 14, style)));
    }
}

BOOST_AUTO_TEST_CASE(invisible_characters_take_no_room) {
    BOOST_TEST((width("a\u00ADb\u200B\u2060c\uFEFF\n\r", 14) == width("abc", 14)));
    BOOST_TEST((width("", 14) == Twip{0}));
    BOOST_TEST((width("\u2011", 14) == width("-", 14)));
}

BOOST_AUTO_TEST_CASE(a_missing_character_is_an_em_wide) {
    BOOST_TEST((width("漢", 14) == pt(14)));
    BOOST_TEST((width("😀", 14) == pt(14)));
    BOOST_TEST(!font::times_new_roman().face(kUpright).has(U'漢'));
}

BOOST_AUTO_TEST_CASE(the_direct_table_agrees_with_the_ranges) {
    const font::Family& family = font::times_new_roman();
    int mismatches = 0;
    for (const Style style : kAllStyles) {
        const font::Face& face = family.face(style);
        for (char32_t c = 0; c < 0x11000; ++c) mismatches += family.advance(c, style) != face.advance(c);
    }
    BOOST_TEST(mismatches == 0);
}

BOOST_AUTO_TEST_CASE(the_longest_word_and_the_whole_are_measured_in_one_pass) {
    const font::Family& family = font::times_new_roman();
    for (const Style style : kAllStyles) {
        const auto measured = family.measure("Biên bản  đánh giá\nnội bộ", style);
        BOOST_TEST(measured.longest == family.units("đánh", style));
        BOOST_TEST(measured.whole == family.units("Biên bản  đánh giá\nnội bộ", style));
        BOOST_TEST(family.measure("kiểm", style).longest == family.units("kiểm", style));
        BOOST_TEST(family.measure("", style).whole == 0);
    }
}

BOOST_AUTO_TEST_CASE(a_line_is_1_15_times_the_size) {
    // 1825 + 443 + 87 units of 2048.
    for (const Style style : kAllStyles) {
        BOOST_TEST((font::times_new_roman().line_height(font_pt(14), style) == Twip{322}));
        BOOST_TEST((font::times_new_roman().line_height(font_pt(13), style) == Twip{299}));
        BOOST_TEST((font::times_new_roman().line_height(font_pt(12), style) == Twip{276}));
    }
}

BOOST_AUTO_TEST_CASE(an_enormous_text_has_the_greatest_width) {
    const std::string text(20'000'000, 'W');
    BOOST_TEST((width(text, 72) == Twip{std::numeric_limits<std::int32_t>::max()}));
}

BOOST_AUTO_TEST_CASE(a_text_that_just_fits_takes_one_line) {
    const Twip exact = width(kQuocHieu, 14);
    BOOST_TEST(lines(kQuocHieu, exact) == 1);
    BOOST_TEST(lines(kQuocHieu, exact - Twip{1}) == 2);
    BOOST_TEST(lines("", exact) == 1);
}

BOOST_AUTO_TEST_CASE(lines_break_at_spaces_and_trailing_spaces_hang) {
    const Twip two_words = width("aaaa aaaa", 14);
    BOOST_TEST(lines("aaaa aaaa aaaa", two_words) == 2);
    BOOST_TEST(lines("aaaa aaaa aaaa aaaa aaaa", two_words) == 3);
    BOOST_TEST(lines("aaaa aaaa   ", two_words) == 1);
    BOOST_TEST(lines("aaaa aaaa   aaaa", two_words) == 2);
}

BOOST_AUTO_TEST_CASE(no_break_spaces_hold_words_together) {
    const Twip two_words = width("aaaa aaaa", 14);
    BOOST_TEST(lines("aa aaaa\u00A0aaaa aa", two_words) == 3);
}

BOOST_AUTO_TEST_CASE(a_word_longer_than_a_line_starts_a_line_and_is_broken_inside) {
    const Twip ten = width("0123456789", 14);
    BOOST_TEST(lines("01234567890123456789", ten) == 2);
    BOOST_TEST(lines("012345678901234567890", ten) == 3);
    BOOST_TEST(lines("0 01234567890123456789", ten) == 3);
    BOOST_TEST(lines("01234567890123 45678", ten) == 2);
}

BOOST_AUTO_TEST_CASE(line_ends_count) {
    BOOST_TEST(lines("a\nb", pt(100)) == 2);
    BOOST_TEST(lines("a\n\nb", pt(100)) == 3);
    BOOST_TEST(lines("a\n", pt(100)) == 2);
}

BOOST_AUTO_TEST_CASE(no_room_at_all_still_takes_one_character_a_line) {
    BOOST_TEST(lines("abc", Twip{0}) == 3);
    BOOST_TEST(lines("abc", pt(-5)) == 3);
    BOOST_TEST(lines("e\u0323\u0302", Twip{0}) == 1);
    BOOST_TEST(font::count_lines(font::times_new_roman(), "abc", HalfPoint{0}, kUpright, Twip{0}) == 1);
}
