// Tests of tmpl/lexer.
#include "tmpl/lexer.hpp"

#include <boost/test/unit_test.hpp>
#include <type_traits>
#include <vector>

using namespace vanban::tmpl;

namespace {

std::vector<Token> tokens(const char* text) {
    std::vector<Token> result;
    Lexer lexer(text);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) result.push_back(token);
    return result;
}

/// Texts of all tokens with a bar behind each.
std::string cut(const char* text) {
    std::string result;
    for (const Token& token : tokens(text)) result += std::string(token.text) + "|";
    return result;
}

TokenKind only_kind(const char* text) {
    const auto found = tokens(text);
    return found.size() == 1 ? found[0].kind : TokenKind::End;
}

std::string unquoted(const char* text) {
    return unquote(tokens(text).at(0)).text;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(lexer)

BOOST_AUTO_TEST_CASE(every_sign_is_a_token) {
    BOOST_TEST(cut("(a+b)*c/d-e~[f,g].h|i") == "(|a|+|b|)|*|c|/|d|-|e|~|[|f|,|g|]|.|h|||i|");
    BOOST_TEST(cut("a==b!=c<d<=e>f>=g") == "a|==|b|!=|c|<|d|<=|e|>|f|>=|g|");
    BOOST_CHECK(only_kind("==") == TokenKind::Equal && only_kind("!=") == TokenKind::NotEqual);
    BOOST_CHECK(only_kind("<=") == TokenKind::LessEqual && only_kind(">=") == TokenKind::GreaterEqual);
    BOOST_CHECK(only_kind("<") == TokenKind::Less && only_kind(">") == TokenKind::Greater);
}

BOOST_AUTO_TEST_CASE(tokens_know_their_bytes) {
    const auto found = tokens("  tên == \"Sở\"");
    BOOST_REQUIRE(found.size() == 3);
    BOOST_TEST(found[0].begin == 2);
    BOOST_TEST(found[0].end == 6);  // ê has two bytes
    BOOST_TEST(found[1].begin == 7);
    BOOST_TEST(found[1].end == 9);
    BOOST_TEST(found[2].text == "\"Sở\"");
}

BOOST_AUTO_TEST_CASE(names_hold_diacritics_digits_and_low_lines) {
    BOOST_TEST(cut("đơn_vị2 Ưu _x") == "đơn_vị2|Ưu|_x|");
    BOOST_CHECK(only_kind("trích_yếu") == TokenKind::Name);
    BOOST_CHECK(is_name("nội_dung") && !is_name("and") && !is_name("a b") && !is_name("2a") && !is_name(""));
}

BOOST_AUTO_TEST_CASE(words_of_the_language_are_not_names_but_words) {
    BOOST_CHECK(only_kind("and") == TokenKind::And && only_kind("null") == TokenKind::Null);
    BOOST_CHECK(only_kind("android") == TokenKind::Name && only_kind("True") == TokenKind::Name);
    BOOST_CHECK(tokens("if")[0].is_word() && tokens("ten")[0].is_word() && !tokens("12")[0].is_word());
}

BOOST_AUTO_TEST_CASE(numbers_have_one_point_between_figures) {
    BOOST_TEST(cut("12 1.5 1.x 1.") == "12|1.5|1|.|x|1|.|");
    BOOST_CHECK(only_kind("12abc") == TokenKind::BadNumber);
    BOOST_CHECK(only_kind("1.5đ") == TokenKind::BadNumber);
}

BOOST_AUTO_TEST_CASE(quotes_of_typesetting_count_as_quotes) {
    BOOST_TEST(unquoted("“chữ”") == "chữ");
    BOOST_TEST(unquoted("”chữ“") == "chữ");
    BOOST_TEST(unquoted("‘chữ’") == "chữ");
    BOOST_TEST(unquoted("\"một “hai”\"") == "một “hai”");
    BOOST_TEST(unquoted("'a\"b'") == "a\"b");
}

BOOST_AUTO_TEST_CASE(escapes_stand_for_what_they_name) {
    BOOST_TEST(unquoted(R"("a\"b\\c\n\t\'")") == "a\"b\\c\n\t'");
    const Token bad = tokens(R"("ab\qc")").at(0);
    BOOST_TEST(unquote(bad).bad_escape.value() == 3U);
    BOOST_TEST(unquote(tokens(R"("\ư")").at(0)).bad_escape.value() == 1U);
}

BOOST_AUTO_TEST_CASE(a_text_without_its_closing_quote_runs_to_the_end) {
    BOOST_CHECK(only_kind("\"abc") == TokenKind::UnclosedText);
    BOOST_CHECK(only_kind("\"abc\\\"") == TokenKind::UnclosedText);
    BOOST_CHECK(only_kind("“abc\"") == TokenKind::UnclosedText);
}

BOOST_AUTO_TEST_CASE(no_break_spaces_are_spaces) {
    BOOST_TEST(cut("a\u00A0+\u202Fb") == "a|+|b|");
}

BOOST_AUTO_TEST_CASE(other_characters_are_bad_one_by_one) {
    BOOST_TEST(cut("a = b") == "a|=|b|");
    BOOST_CHECK(only_kind("=") == TokenKind::BadCharacter && only_kind("!") == TokenKind::BadCharacter);
    BOOST_CHECK(only_kind("×") == TokenKind::BadCharacter && only_kind("{") == TokenKind::BadCharacter);
}

BOOST_AUTO_TEST_CASE(a_lexer_cannot_be_made_of_a_temporary_string) {
    static_assert(!std::is_constructible_v<Lexer, std::string&&>);
    static_assert(std::is_constructible_v<Lexer, std::string&>);
    static_assert(std::is_constructible_v<Lexer, std::string_view>);
}

BOOST_AUTO_TEST_SUITE_END()
