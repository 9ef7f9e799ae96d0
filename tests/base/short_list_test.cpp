// base/short_list.hpp: no item, one, many.
#include "base/short_list.hpp"

#include <boost/test/unit_test.hpp>
#include <string>
#include <utility>

namespace vanban {

namespace {

using Texts = ShortList<std::string>;

std::string joined(const Texts& texts) {
    std::string all;
    for (const std::string& text : texts) all += "[" + text + "]";
    return all;
}

/// Longer than what a string keeps inside itself.
const std::string kLong = "một đoạn văn dài hơn bộ đệm nhỏ của chuỗi";

}  // namespace

BOOST_AUTO_TEST_SUITE(short_list)

BOOST_AUTO_TEST_CASE(items_stand_in_the_order_they_were_added) {
    Texts texts;
    BOOST_TEST(texts.empty());
    BOOST_TEST(joined(texts) == "");
    texts.push_back("a");
    BOOST_TEST(texts.size() == 1u);
    BOOST_TEST(joined(texts) == "[a]");
    texts.push_back(kLong);
    texts.push_back("c");
    BOOST_TEST(texts.size() == 3u);
    BOOST_TEST(joined(texts) == "[a][" + kLong + "][c]");
    BOOST_TEST(texts.front() == "a");
    BOOST_TEST(texts.back() == "c");
    BOOST_TEST(texts[1] == kLong);
    BOOST_TEST(*texts.rbegin() == "c");
}

BOOST_AUTO_TEST_CASE(an_item_of_the_list_itself_can_be_added) {
    Texts texts{kLong};
    texts.push_back(texts.front());
    texts.push_back(texts.back());
    BOOST_TEST(joined(texts) == "[" + kLong + "][" + kLong + "][" + kLong + "]");
}

BOOST_AUTO_TEST_CASE(items_are_inserted_before_any_other) {
    Texts none;
    none.insert(none.end(), "a");
    BOOST_TEST(joined(none) == "[a]");
    none.insert(none.begin(), "b");
    BOOST_TEST(joined(none) == "[b][a]");
    none.insert(none.begin() + 1, "c");
    none.insert(none.end(), "d");
    BOOST_TEST(joined(none) == "[b][c][a][d]");
}

BOOST_AUTO_TEST_CASE(items_are_taken_away_from_the_end) {
    Texts texts{"a", "b"};
    texts.pop_back();
    BOOST_TEST(joined(texts) == "[a]");
    texts.pop_back();
    BOOST_TEST(texts.empty());
    texts.push_back("c");
    BOOST_TEST(joined(texts) == "[c]");
    Texts one{"a"};
    one.pop_back();
    BOOST_TEST(one.empty());
    one.push_back("b");
    BOOST_TEST(joined(one) == "[b]");
}

BOOST_AUTO_TEST_CASE(copies_are_of_their_own) {
    for (const Texts& first : {Texts{}, Texts{kLong}, Texts{"a", kLong, "c"}}) {
        Texts copy = first;
        BOOST_TEST((copy == first));
        copy.push_back("mới");
        BOOST_TEST((copy != first));
        BOOST_TEST(copy.size() == first.size() + 1);
        Texts assigned{"x", "y"};
        assigned = first;
        BOOST_TEST((assigned == first));
    }
}

BOOST_AUTO_TEST_CASE(what_was_moved_away_is_empty) {
    for (const Texts& first : {Texts{kLong}, Texts{"a", kLong}}) {
        Texts from = first;
        const Texts to = std::move(from);
        BOOST_TEST((to == first));
        BOOST_TEST(from.empty());
        Texts again{"x", "y"};
        from = to;
        again = std::move(from);
        BOOST_TEST((again == first));
        BOOST_TEST(from.empty());
    }
}

BOOST_AUTO_TEST_CASE(a_cleared_list_takes_items_again) {
    Texts texts{"a", "b"};
    texts.clear();
    BOOST_TEST(texts.empty());
    texts.push_back("c");
    BOOST_TEST(joined(texts) == "[c]");
}

/// One item is the same item wherever it is kept.
BOOST_AUTO_TEST_CASE(lists_are_equal_if_their_items_are) {
    Texts many{"a", "b"};
    many.pop_back();
    BOOST_TEST((many == Texts{"a"}));
    BOOST_TEST((Texts{"a"} != Texts{"b"}));
    BOOST_TEST((Texts{"a"} != Texts{}));
    BOOST_TEST((Texts{"a", "b"} != Texts{"a"}));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban
