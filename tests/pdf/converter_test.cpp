// The side that asks, against a double of the process that holds LibreOffice.
#include "pdf/converter.hpp"

#include <unistd.h>
#include <boost/test/unit_test.hpp>
#include <filesystem>

#include <fstream>

#include "pdf/office.hpp"

namespace vanban::pdf {
namespace {

namespace fs = std::filesystem;

/// A folder that looks like LibreOffice's, and one for temporary files; gone with the test.
struct Place {
    Place() {
        fs::create_directories(root / "program");
        fs::create_directories(root / "temporary");
        std::ofstream(root / "program" / "libsofficeapp.so") << "library";
    }
    ~Place() { fs::remove_all(root); }

    Converter converter(const std::string& mode, std::chrono::milliseconds limit = std::chrono::seconds(20)) const {
        return Converter({.worker = {VANBAN_WORKER_DOUBLE, mode},
                          .libreoffice = root.string(),
                          .temporary_folder = (root / "temporary").string(),
                          .limit = limit,
                          .start_limit = limit});
    }
    bool is_clean() const { return fs::is_empty(root / "temporary"); }

    fs::path root = fs::temp_directory_path() / ("vanban-pdf-test-" + std::to_string(::getpid()));
};

Code code_of(const Result<std::string>& result) {
    BOOST_REQUIRE(!result);
    return result.error().code;
}

}  // namespace

BOOST_AUTO_TEST_SUITE(converter)

BOOST_AUTO_TEST_CASE(one_process_makes_one_document_after_another_and_leaves_nothing) {
    const Place place;
    {
        Converter converter = place.converter("works");
        BOOST_TEST(*converter.convert({"một", "docx"}) == "[một]1");
        BOOST_TEST(*converter.convert({"hai", "xlsx"}) == "[hai]2");
    }
    BOOST_TEST(place.is_clean());
}

BOOST_AUTO_TEST_CASE(a_document_that_takes_too_long_is_given_up_and_the_next_one_gets_a_fresh_process) {
    const Place place;
    Converter converter = place.converter("hangs-on-second", std::chrono::seconds(2));
    BOOST_TEST(*converter.convert({"a", "docx"}) == "[a]1");
    BOOST_TEST((code_of(converter.convert({"b", "docx"})) == Code::pdf_too_slow));
    BOOST_TEST(*converter.convert({"c", "docx"}) == "[c]1");
}

BOOST_AUTO_TEST_CASE(blank_pages_stay_only_where_they_are_asked_for) {
    const Place place;
    Converter converter = place.converter("works");
    BOOST_TEST(*converter.convert({"a", "docx", 1, BlankPages::Kept}) == "[a]1+");
    BOOST_TEST(*converter.convert({"b", "docx"}) == "[b]2");
}

BOOST_AUTO_TEST_CASE(a_file_of_many_documents_has_the_time_of_many) {
    const Place place;
    Converter converter = place.converter("slow", std::chrono::milliseconds(300));
    BOOST_TEST((code_of(converter.convert({"a", "docx"})) == Code::pdf_too_slow));
    BOOST_TEST(*converter.convert({"b", "docx", 60}) == "[b]1");
}

BOOST_AUTO_TEST_CASE(a_crash_is_one_documents_failure) {
    const Place place;
    Converter converter = place.converter("crashes");
    BOOST_TEST((code_of(converter.convert({"a", "docx"})) == Code::pdf_crashed));
    BOOST_TEST((code_of(converter.convert({"b", "docx"})) == Code::pdf_crashed));
}

BOOST_AUTO_TEST_CASE(the_reason_of_a_refusal_is_passed_on) {
    const Place place;
    Converter converter = place.converter("refuses");
    const auto result = converter.convert({"a", "docx"});
    BOOST_TEST((code_of(result) == Code::pdf_failed));
    BOOST_TEST(result.error().args.at(0) == "General Error");
    BOOST_TEST((code_of(place.converter("makes-nothing").convert({"a", "docx"})) == Code::pdf_failed));
}

BOOST_AUTO_TEST_CASE(what_does_not_start_is_said) {
    const Place place;
    BOOST_TEST((code_of(place.converter("no-start").convert({"a", "docx"})) == Code::pdf_not_started));
    BOOST_TEST((code_of(place.converter("slow-start", std::chrono::milliseconds(300)).convert({"a", "docx"})) ==
                Code::pdf_not_started));
    Converter without_program({.worker = {"/nowhere/vanban"}, .libreoffice = place.root.string()});
    BOOST_TEST((code_of(without_program.convert({"a", "docx"})) == Code::pdf_not_started));
}

BOOST_AUTO_TEST_CASE(a_machine_without_libreoffice_is_told_so) {
    Converter converter({.worker = {VANBAN_WORKER_DOUBLE}, .libreoffice = "/nowhere"});
    BOOST_TEST((code_of(converter.convert({"a", "docx"})) == Code::pdf_no_libreoffice));
    const Place place;
    BOOST_TEST(find_libreoffice(place.root.string()).value_or("") == (place.root / "program").string());
    BOOST_TEST(find_libreoffice((place.root / "program").string()).has_value());
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban::pdf
