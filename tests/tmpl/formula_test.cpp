// Tests of column formulas: what they may say, and where a mistake is reported.
#include <boost/test/unit_test.hpp>

#include "tmpl/formula.hpp"

using namespace vanban;
using namespace vanban::tmpl;

namespace {

using Phep = model::BuocTinh::Phep;

/// Postfix form, or "code@text" of the first finding.
std::string parsed(const std::string& text) {
    Diagnostics out;
    const Span where{.source = 0, .begin = 0, .end = static_cast<std::uint32_t>(text.size())};
    const auto formula = parse_formula(text, where, {}, out);
    if (!formula) {
        const Diagnostic& first = *out.begin();
        return std::string(name(first.code)) + "@" + text.substr(first.span.begin, first.span.end - first.span.begin);
    }
    std::string result;
    for (const FormulaStep& step : formula->steps) {
        if (!result.empty()) result += ' ';
        constexpr const char* kPhep[] = {"", "", "tong:", "+", "-", "*", "/", "~"};
        result += kPhep[static_cast<std::size_t>(step.phep)] + step.ten;
        if (step.phep == Phep::So) result += step.so.to_string();
    }
    return result;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(formula)

BOOST_AUTO_TEST_CASE(operators_bind_as_in_arithmetic) {
    BOOST_TEST(parsed("a * b") == "a b *");
    BOOST_TEST(parsed("a + b * 1.5 - c / d") == "a b 1.5 * + c d / -");
    BOOST_TEST(parsed("a - b - c") == "a b - c -");
    BOOST_TEST(parsed("a / b * c") == "a b / c *");
    BOOST_TEST(parsed("(a - b) / (b)") == "a b - b /");
    BOOST_TEST(parsed("-a * -(b + +2)") == "a ~ b 2 + ~ *");
    BOOST_TEST(parsed("thành_tiền / tong(thành_tiền)") == "thành_tiền tong:thành_tiền /");
    BOOST_TEST(parsed("tong * 2") == "tong 2 *");
}

BOOST_AUTO_TEST_CASE(mistakes_are_reported_where_they_are) {
    BOOST_TEST(parsed("") == "empty-expression@");
    BOOST_TEST(parsed("a *") == "expected-value@");
    BOOST_TEST(parsed("a b") == "unexpected-token@b");
    BOOST_TEST(parsed("(a + b") == "expected-token@");
    BOOST_TEST(parsed("a)") == "unexpected-token@)");
    BOOST_TEST(parsed("a + * b") == "expected-value@*");
    BOOST_TEST(parsed("a == b") == "unexpected-token@==");
    BOOST_TEST(parsed("a | so") == "unexpected-token@|");
    BOOST_TEST(parsed("a ? b") == "unexpected-character@?");
    BOOST_TEST(parsed("12abc") == "bad-number@12abc");
    BOOST_TEST(parsed("\"a\"") == "expected-value@\"a\"");
    BOOST_TEST(parsed("tong()") == "expected-name@)");
    BOOST_TEST(parsed("tong(a + b)") == "expected-token@+");
    BOOST_TEST(parsed("tong(a") == "expected-token@");
    BOOST_TEST(parsed("h.a") == "unexpected-token@.");
}

BOOST_AUTO_TEST_CASE(nesting_is_bounded) {
    BOOST_TEST(parsed(std::string(64, '(') + "a" + std::string(64, ')')) == "a");
    BOOST_TEST(parsed(std::string(65, '(') + "a") == "too-deep@(");
    BOOST_TEST(parsed(std::string(100000, '-') + "a") == "too-deep@-");
}

BOOST_AUTO_TEST_SUITE_END()
