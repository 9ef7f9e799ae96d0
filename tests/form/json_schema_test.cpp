// Fields as JSON Schema. What the schemas accept is held to the samples by tests/validate/schemas.py.
#include <boost/test/unit_test.hpp>

#include "form/fixture.hpp"
#include "form/form.hpp"

namespace vanban::form {
namespace {

std::string schema(const std::string& fields, Kind kind = Kind::Schema) {
    return json_schema(test::Compiled(fields).get(), kind);
}
bool has(const std::string& text, std::string_view part) {
    return text.find(part) != text.npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(json_schemas)

BOOST_AUTO_TEST_CASE(the_schema_names_template_and_fields) {
    const std::string text =
        schema(R"(<truong ten="a" kieu="chu" bat-buoc="co" nhan="Tên “A”" tro-giup="Trợ giúp" vi-du="x"/>)");
    BOOST_TEST(
        text ==
        "{\n"
        "  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"
        "  \"title\": \"Mẫu thử\",\n"
        "  \"description\": \"Để thử.\\n\\nLược đồ này dùng khóa không dấu (trich_yeu); chương trình còn nhận nhãn có "
        "dấu (Trích yếu).\",\n"
        "  \"type\": \"object\",\n"
        "  \"properties\": {\n"
        "    \"mau\": {\n"
        "      \"title\": \"Mẫu văn bản\",\n"
        "      \"const\": \"thu\"\n"
        "    },\n"
        "    \"a\": {\n"
        "      \"title\": \"Tên “A”\",\n"
        "      \"description\": \"Trợ giúp\",\n"
        "      \"examples\": [\"x\"],\n"
        "      \"type\": [\"string\", \"number\"],\n"
        "      \"pattern\": \"\\\\S\"\n"
        "    }\n"
        "  },\n"
        "  \"required\": [\"a\"],\n"
        "  \"additionalProperties\": false\n"
        "}\n");
}

BOOST_AUTO_TEST_CASE(a_part_requires_nothing) {
    const std::string field = R"(<truong ten="a" kieu="chu" bat-buoc="co"/>)";
    BOOST_TEST(has(schema(field), "\"required\""));
    BOOST_TEST(!has(schema(field, Kind::PartSchema), "\"required\""));
}

BOOST_AUTO_TEST_CASE(a_default_is_typed_and_makes_a_field_optional) {
    const std::string text = schema(R"(<truong ten="a" kieu="dung-sai" bat-buoc="co" mac-dinh="true"/>
                                       <truong ten="b" kieu="chu" mac-dinh="05"/><truong ten="c" kieu="so" mac-dinh="05"/>)");
    BOOST_TEST(!has(text, "\"required\""));
    BOOST_TEST(has(text, "\"default\": true"));
    BOOST_TEST(has(text, "\"default\": \"05\""));
    BOOST_TEST(has(text, "\"default\": 5,"));
}

BOOST_AUTO_TEST_CASE(choices_are_an_enumeration) {
    BOOST_TEST(has(schema(R"(<truong ten="a" kieu="lua-chon" gia-tri="doc|ngang" bat-buoc="co"/>)"),
                   "\"enum\": [\"doc\", \"ngang\"]"));
    BOOST_TEST(has(schema(R"(<truong ten="a" kieu="lua-chon" gia-tri="P13|2026"/>)"),
                   "\"enum\": [\"P13\", \"2026\", 2026, null]"));
}

BOOST_AUTO_TEST_CASE(a_group_that_comes_back_is_defined_once) {
    const std::string text = schema(test::kEstimate);
    const std::string definition = "    \"khoan\": {\n      \"type\": \"object\"";
    BOOST_TEST(text.find(definition) != text.npos);
    BOOST_TEST(text.find(definition) == text.rfind(definition));
    BOOST_TEST(has(text, "\"$ref\": \"#/$defs/khoan\""));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::form
