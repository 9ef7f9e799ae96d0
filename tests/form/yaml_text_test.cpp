// What is written as YAML is read back as it was.
#include "form/yaml_text.hpp"

#include <boost/test/unit_test.hpp>

#include "data/read.hpp"

namespace vanban::form {
namespace {

/// The dump of `yaml` as the reader of data files takes it.
std::string read_back(const std::string& yaml) {
    Sources sources;
    Diagnostics out;
    const auto value = data::read({"x.yaml", yaml}, data::Format::Yaml, sources, Limits(), out);
    return value ? data::dump(*value) : "errors";
}

}  // namespace

BOOST_AUTO_TEST_SUITE(yaml_text)

BOOST_AUTO_TEST_CASE(texts_come_back_as_texts) {
    for (const char* text : {"Sở Y tế",
                             "Lưu: VT, VP",
                             "",
                             " đầu",
                             "cuối ",
                             "null",
                             "true",
                             "05",
                             "1e3",
                             "-",
                             "- gạch",
                             "#1",
                             "a #b",
                             "'nháy'",
                             "\"kép\"",
                             "kết thúc:",
                             "[a]",
                             "{a}",
                             "Số: 15/QĐ-SYT",
                             "---",
                             "@x",
                             "`x`",
                             "a\\b",
                             "5/2023",
                             "~",
                             "*sao",
                             "&và",
                             "? hỏi",
                             "%",
                             "|",
                             ">",
                             "!x",
                             "a,b",
                             "08:30"}) {
        const data::Value value{std::string(text), {}};
        const data::Value map(data::Map{{"k", {}, value}, {"ds", {}, data::Value(data::List{value, value}, {})}}, {});
        BOOST_TEST(read_back("k: " + yaml_scalar(text) + "\nds: " + *yaml_line(*map.find("ds")) + "\n") ==
                   data::dump(map));
    }
}

BOOST_AUTO_TEST_CASE(texts_that_need_no_quotes_have_none) {
    BOOST_TEST(yaml_scalar("Nhiệm vụ, sản phẩm (năm 2026)") == "Nhiệm vụ, sản phẩm (năm 2026)");
    BOOST_TEST(yaml_scalar("Lưu: VT") == "'Lưu: VT'");
    BOOST_TEST(*yaml_line(data::Value(data::List{data::Value(std::string("a, b"), {})}, {})) == "['a, b']");
}

BOOST_AUTO_TEST_CASE(numbers_keep_the_way_they_were_written) {
    BOOST_TEST(*yaml_line(data::scalar("05", {})) == "05");
    BOOST_TEST(*yaml_line(data::scalar("true", {})) == "true");
}

BOOST_AUTO_TEST_CASE(a_text_of_several_lines_has_no_line) {
    BOOST_TEST(!yaml_line(data::Value(std::string("a\nb"), {})));
    BOOST_TEST(fits_block_scalar("a\n\nb"));
    BOOST_TEST(!fits_block_scalar(" a\nb"));
    BOOST_TEST(!fits_block_scalar("một dòng"));
    BOOST_TEST(read_back("k: " + yaml_scalar("a\n\tb\"\\") + "\n") ==
               data::dump(data::Value(data::Map{{"k", {}, data::Value(std::string("a\n\tb\"\\"), {})}}, {})));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::form
