// A value apart from its owner behaves like one inside.
#include "base/boxed.hpp"

#include <boost/test/unit_test.hpp>
#include <string>

namespace vanban {

BOOST_AUTO_TEST_SUITE(boxed)

BOOST_AUTO_TEST_CASE(copies_are_copies_of_the_value) {
    Boxed<std::string> a(std::string("một"));
    Boxed<std::string> b = a;
    *b.get() = "hai";
    BOOST_TEST(*a == "một");
    BOOST_TEST(*b == "hai");
    b = a;
    BOOST_TEST((a == b));
    BOOST_TEST(b->size() == a->size());
}

BOOST_AUTO_TEST_CASE(nothing_equals_nothing_only) {
    const Boxed<int> none, other(std::optional<int>{}), zero(0);
    BOOST_TEST(!none);
    BOOST_TEST((none == other));
    BOOST_TEST(!(none == zero));
    BOOST_TEST((zero == Boxed<int>(0)));
    BOOST_TEST(!(zero == Boxed<int>(1)));
}

BOOST_AUTO_TEST_CASE(moving_leaves_nothing_behind) {
    Boxed<int> a(7);
    const Boxed<int> b = std::move(a);
    BOOST_TEST(*b == 7);
    BOOST_TEST(a.get() == nullptr);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban
