#include "data/reading.hpp"

namespace vanban::data {

BOOST_AUTO_TEST_SUITE(xml_reader)

BOOST_AUTO_TEST_CASE(elements_are_members_and_their_text_is_read_like_a_plain_scalar) {
    BOOST_TEST(xml("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- x -->\n<ke_hoach><so>05</so><trích_yếu> Về việc A "
                   "</trích_yếu>"
                   "<ky_so>true</ky_so><ngay/><co_quan><ten>Sở Y tế</ten></co_quan></ke_hoach>")
                   .dumped() ==
               "{so: 05, trích_yếu: \"Về việc A\", ky_so: true, ngay: null, co_quan: {ten: \"Sở Y tế\"}}");
}

BOOST_AUTO_TEST_CASE(attributes_are_members_too) {
    BOOST_TEST(xml("<a so=\"5\" ten=\" x \"><b/></a>").dumped() == "{so: 5, ten: \"x\", b: null}");
    BOOST_TEST(xml("<a b=\"1\"><b>2</b></a>").finding() == "duplicate-key@10 first-given-here@3");
}

BOOST_AUTO_TEST_CASE(elements_of_one_name_are_a_list_and_so_are_items_called_muc) {
    BOOST_TEST(xml("<a><b>1</b><c/><b>2</b><b><d>3</d></b></a>").dumped() == "{b: [1, 2, {d: 3}], c: null}");
    BOOST_TEST(xml("<a><ds><muc>1</muc></ds><e><muc/><muc><x>2</x></muc></e></a>").dumped() ==
               "{ds: [1], e: [null, {x: 2}]}");
    BOOST_TEST(xml("<ds><muc>1</muc><muc>2</muc></ds>").dumped() == "[1, 2]");
    BOOST_TEST(xml("<a><b><muc>1</muc></b><b><muc>2</muc><muc>3</muc></b></a>").dumped() == "{b: [[1], [2, 3]]}");
    BOOST_TEST(xml("<a ten=\"x\"><muc>1</muc><muc>2</muc></a>").dumped() == "{ten: \"x\", muc: [1, 2]}");
    BOOST_TEST(xml("<a><ten>x</ten><muc>1</muc></a>").dumped() == "{ten: \"x\", muc: 1}");
}

BOOST_AUTO_TEST_CASE(lines_of_text_lose_the_indentation_that_all_of_them_have) {
    BOOST_TEST(xml("<a>\n  <b>\n    # Mục đích\n      - a\n\n    x\n  </b>\n</a>").dumped() ==
               "{b: \"# Mục đích\\n  - a\\n\\nx\"}");
    BOOST_TEST(xml("<a><b>x\n    y\n      z\n</b></a>").dumped() == "{b: \"x\\ny\\n  z\"}");
    BOOST_TEST(xml("<a><b><![CDATA[\n  1 < 2 & 3\n  x]]></b></a>").dumped() == "{b: \"1 < 2 & 3\\nx\"}");
    BOOST_TEST(xml("<a><b>x\r\n  y\r\n</b></a>").dumped() == "{b: \"x\\ny\"}");
}

BOOST_AUTO_TEST_CASE(values_know_their_places) {
    const Reading reading =
        xml("<a>\n  <tên> Sở </tên>\n  <b>\n    một\n      hai\n\n    ba\n  </b><c>x&amp;y</c><d s=\"t\"/></a>");
    const Value& text = reading.get({"b"});
    BOOST_TEST(reading.text_of({"tên"}) == "Sở");
    BOOST_TEST(reading.at(reading.value->get_if<Map>()->front().key_span) == "tên");
    BOOST_TEST(reading.at(text.span) == "một\n      hai\n\n    ba");
    BOOST_TEST(text.indent == 4);
    const std::string& b = *text.get_if<std::string>();
    BOOST_TEST(reading.at(text.origin().at(b, b.find("hai"), 3)) == "hai");
    BOOST_TEST(reading.at(text.origin().at(b, b.find("ba"), 2)) == "ba");
    BOOST_TEST(reading.get({"c"}).indent == TextOrigin::kInexact);
    BOOST_TEST(reading.text_of({"c"}) == "x&amp;y");
    BOOST_TEST(reading.text_of({"d", "s"}) == "t");
    BOOST_TEST(reading.text_of({"d"}) == "d");
}

BOOST_AUTO_TEST_CASE(text_beside_elements_or_attributes_is_an_error) {
    BOOST_TEST(xml("<a>\n x <b/></a>").finding() == "xml-data-mixed@5");
    BOOST_TEST(xml("<a><b s=\"1\">x</b></a>").finding() == "xml-data-mixed@12");
}

BOOST_AUTO_TEST_CASE(nil_elements_are_null_and_other_namespaces_are_errors) {
    const std::string xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";
    BOOST_TEST(xml("<a " + xsi + "><b xsi:nil=\"true\"/><c xsi:nil=\"false\">1</c></a>").dumped() == "{b: null, c: 1}");
    BOOST_TEST(xml("<a " + xsi + "><b xsi:nil=\"true\">1</b></a>").finding() == "xml-data-nil-not-empty@58");
    BOOST_TEST(xml("<a xsi:nil=\"x\"/>").finding() == "xml-data-bad-nil@12");
    BOOST_TEST(xml("<a xmlns=\"urn:x\"><b/></a>").finding() == "xml-data-namespace@10");
    BOOST_TEST(xml("<a><v:b/></a>").finding() == "xml-data-namespace@4");
    BOOST_TEST(xml("<a v:b=\"1\"/>").finding() == "xml-data-namespace@3");
}

BOOST_AUTO_TEST_CASE(what_is_no_plain_xml_is_refused) {
    BOOST_TEST(xml("<!DOCTYPE a [<!ENTITY x \"y\">]><a>&x;</a>").finding() == "xml-doctype@0");
    BOOST_TEST(xml("<a>&nbsp;</a>").finding() == "xml-bad-reference@3");
    BOOST_TEST(xml("<?xml version=\"1.0\" encoding=\"windows-1258\"?><a/>").finding() == "xml-data-encoding@30");
    BOOST_TEST(xml("<a><b></a>").findings.has_errors());
    BOOST_TEST(xml("").finding() == "xml-no-root@0");
    BOOST_TEST(xml("<a>&#225;&#x1EA3;</a>").dumped() == "\"áả\"");
}

BOOST_AUTO_TEST_CASE(wide_elements_are_read_in_reasonable_time) {
    std::string text = "<a>";
    for (int i = 0; i < 30'000; ++i) text += "<k" + std::to_string(i) + "/>";
    BOOST_TEST(xml(text + "</a>").value.has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::data
