// Lines and heights of text in cells.
#include "xlsx/text_layout.hpp"

#include <boost/test/unit_test.hpp>

using namespace vanban;
using namespace vanban::xlsx;

namespace {

const font::Family& fonts() {
    return font::times_new_roman();
}
constexpr styled::CharacterLook kPlain{font_pt(12), false, false};
constexpr styled::CharacterLook kBold{font_pt(12), true, false};

}  // namespace

BOOST_AUTO_TEST_SUITE(text_layout)

BOOST_AUTO_TEST_CASE(neighbouring_text_of_one_look_is_one_piece) {
    RichText text;
    append(text, "Nội ", kPlain);
    append(text, "dung", kPlain);
    append(text, "!", kBold);
    BOOST_TEST(text.size() == 2u);
    BOOST_TEST(plain(text) == "Nội dung!");
}

BOOST_AUTO_TEST_CASE(text_in_two_looks_breaks_where_text_in_one_look_does) {
    const std::string words = "một hai ba bốn năm sáu bảy tám chín mười";
    const RichText whole{{words, kPlain}};
    for (std::int32_t width = 200; width < 4000; width += 37)
        for (const std::size_t cut : {words.find("i ba"), words.find(" năm"), words.find("chín")}) {
            RichText parts{{words.substr(0, cut), kPlain}, {words.substr(cut), kPlain}};
            BOOST_TEST(count_lines(fonts(), parts, Twip{width}) == count_lines(fonts(), whole, Twip{width}));
        }
}

BOOST_AUTO_TEST_CASE(bold_pieces_are_wider) {
    const RichText light{{"Tổng cộng", kPlain}, {" kinh phí", kPlain}};
    const RichText dark{{"Tổng cộng", kPlain}, {" kinh phí", kBold}};
    BOOST_TEST((width_of(fonts(), dark) > width_of(fonts(), light)));
}

BOOST_AUTO_TEST_CASE(line_ends_come_where_the_lines_break) {
    const RichText text{{"một hai ba bốn", kPlain}};
    const Twip half = width_of(fonts(), {{"một hai", kPlain}});
    BOOST_TEST(plain(break_lines(fonts(), text, half)) == "một hai\nba bốn");
    BOOST_TEST(count_lines(fonts(), text, half) == 2);
}

BOOST_AUTO_TEST_CASE(lines_are_as_high_as_excel_makes_rows_of_times_new_roman) {
    // What Excel gives rows by itself: 15, 15.75, 16.5 and 18.75 points.
    BOOST_TEST((line_pitch(fonts(), {font_pt(11), false, false}) >= pt(15)));
    BOOST_TEST((line_pitch(fonts(), {font_pt(12), false, false}) >= pt(15.75)));
    BOOST_TEST((line_pitch(fonts(), {font_pt(13), false, false}) >= pt(16.5)));
    BOOST_TEST((line_pitch(fonts(), {font_pt(14), false, false}) >= pt(18.75)));
}

BOOST_AUTO_TEST_CASE(a_line_that_just_fits_does_not_wrap) {
    const RichText text{{"Độc lập - Tự do - Hạnh phúc", kBold}};
    const Twip width = width_of(fonts(), text);
    BOOST_TEST(is_one_line(fonts(), text, width + Twip{30}));
    BOOST_TEST(!is_one_line(fonts(), text, width + Twip{29}));
    BOOST_TEST(!is_one_line(fonts(), {{"a\nb", kBold}}, Twip{5000}));
}

BOOST_AUTO_TEST_SUITE_END()
