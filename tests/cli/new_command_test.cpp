// vanban new and vanban schema, from arguments to exit code.
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include "cli/fake_host.hpp"

namespace vanban::cli {
namespace {

FakeHost make_host() {
    FakeHost host;
    host.temporary = std::filesystem::temp_directory_path().string();
    return host;
}

int code(const std::vector<std::string>& arguments, FakeHost& host) {
    return static_cast<int>(run(arguments, host));
}

bool says(const std::string& text, const char* what) {
    return text.find(what) != std::string::npos;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(new_command)

BOOST_AUTO_TEST_CASE(a_form_is_yaml_on_standard_output_unless_a_file_is_named) {
    FakeHost host = make_host();
    BOOST_TEST(code({"new", "ke-hoach", "--lang", "vi"}, host) == 0);
    BOOST_TEST(says(host.out, "\nmau: ke-hoach\n"));
    BOOST_TEST(says(host.out, "# Trích yếu (bắt buộc)"));
    BOOST_TEST(host.written.empty());
    BOOST_TEST(code({"new", "ke-hoach", "-o", "a.YAML"}, host) == 0);
    BOOST_TEST(says(host.written["a.YAML"], "# Trích yếu (required)"));
    BOOST_TEST(code({"new", "ke-hoach", "-o", "a.xlsx"}, host) == 0);
    BOOST_TEST(host.written["a.xlsx"].starts_with("PK"));
}

BOOST_AUTO_TEST_CASE(a_file_that_exists_is_written_over_only_when_told_to) {
    FakeHost host = make_host();
    host.files["a.yaml"] = "so: 1\n";
    BOOST_TEST(code({"new", "ke-hoach", "-o", "a.yaml"}, host) == 5);
    BOOST_TEST(says(host.err, "form-exists"));
    BOOST_TEST(host.written.empty());
    BOOST_TEST(code({"new", "ke-hoach", "-o", "a.yaml", "--force"}, host) == 0);
    BOOST_TEST(host.written.size() == 1u);
}

BOOST_AUTO_TEST_CASE(known_values_are_filled_in_and_must_fit) {
    FakeHost host = make_host();
    host.files["co-quan.yaml"] = "Cơ quan ban hành: {Tên cơ quan: Sở Y tế}\nso: 12\n";
    BOOST_TEST_REQUIRE(code({"new", "ke-hoach", "--with", "co-quan.yaml"}, host) == 0, host.err);
    BOOST_TEST(says(host.out, "\n  ten: Sở Y tế\n"));
    BOOST_TEST(says(host.out, "\nso: 12\n"));
    BOOST_TEST(says(host.out, "\n  dia_danh:\n"));
    host.files["sai.yaml"] = "co_quan: {tenn: Sở Y tế}\n";
    BOOST_TEST(code({"new", "ke-hoach", "--with", "sai.yaml"}, host) == 1);
    BOOST_TEST(says(host.err, "unknown-field"));
    BOOST_TEST(code({"new", "ke-hoach", "--with", "none.yaml"}, host) == 4);
}

BOOST_AUTO_TEST_CASE(wrong_use_is_said) {
    FakeHost host = make_host();
    BOOST_TEST(code({"new"}, host) == 2);
    BOOST_TEST(code({"new", "ke-hoach", "-o", "a.docx"}, host) == 2);
    BOOST_TEST(says(host.err, "unknown-form-format"));
    BOOST_TEST(code({"new", "ke-hoachh"}, host) == 1);
    BOOST_TEST(says(host.err, "ke-hoach"));
    host.read_only = true;
    BOOST_TEST(code({"new", "ke-hoach", "-o", "a.yaml"}, host) == 5);
}

BOOST_AUTO_TEST_CASE(a_schema_is_printed_or_written) {
    FakeHost host = make_host();
    BOOST_TEST(code({"schema", "ke-hoach"}, host) == 0);
    BOOST_TEST(says(host.out, "\"const\": \"ke-hoach\""));
    BOOST_TEST(says(host.out, "\"required\": [\"co_quan\""));
    BOOST_TEST(code({"schema", "ke-hoach", "--partial", "-o", "s.json"}, host) == 0);
    BOOST_TEST(!says(host.written["s.json"], "\"required\""));
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::cli
