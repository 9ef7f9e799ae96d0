// Whole small documents, stage by stage: tests/golden/<case>/data.yaml and what each stage makes of it. A failure names
// the stage that broke. `test_engine -- --bless` rewrites the expectations; the diff is read like code.
#include <boost/test/unit_test.hpp>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "docx/plan.hpp"
#include "engine.hpp"
#include "font/family.hpp"
#include "thethuc/apply.hpp"
#include "thethuc/profile.hpp"

namespace vanban {
namespace {

namespace fs = std::filesystem;

std::string read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

bool blessing() {
    const auto& suite = boost::unit_test::framework::master_test_suite();
    for (int i = 1; i < suite.argc; ++i)
        if (std::string(suite.argv[i]) == "--bless") return true;
    return false;
}

/// The text as it stands, or rewritten when blessing; the first line that differs is named.
void expect(const fs::path& path, const std::string& made) {
    if (blessing()) std::ofstream(path, std::ios::binary) << made;
    const std::string expected = read_file(path);
    if (made == expected) return;
    const auto [at, other] = std::mismatch(made.begin(), made.end(), expected.begin(), expected.end());
    const auto line = 1 + std::count(made.begin(), at, '\n');
    BOOST_ERROR(path.string() << " differs from line " << line);
}

/// One element a line, so that a diff can be read.
std::string one_element_a_line(std::string xml) {
    for (std::size_t at = xml.find("><"); at != std::string::npos; at = xml.find("><", at + 1))
        xml.insert(at + 1, "\n");
    return xml + "\n";
}

std::string document_xml(const opc::Package& package) {
    for (const opc::Part& part : package.parts)
        if (part.name == "/word/document.xml") return part.bytes;
    return {};
}

void run_case(const fs::path& folder, Engine& engine, const thethuc::Profile& profile) {
    Diagnostics out;
    Sources sources(&engine.sources());
    World world;
    world.fonts = &font::times_new_roman();
    const auto data =
        engine.read({{"data.yaml", read_file(folder / "data.yaml"), data::Format::Yaml}}, {}, sources, out);
    BOOST_REQUIRE(data);
    const tmpl::Template* tmpl = engine.load(template_name(*data), out);
    BOOST_REQUIRE(tmpl);
    const auto checked = tmpl::check(*tmpl, *data, out);
    BOOST_REQUIRE(checked);
    expect(folder / "checked.txt", data::dump(*checked) + "\n");
    const auto model = tmpl::merge(*tmpl, *checked, world, out);
    BOOST_REQUIRE(model);
    expect(folder / "model.txt", model::dump(*model));
    const auto styled = thethuc::apply(*model, profile, world, out);
    BOOST_REQUIRE(styled);
    expect(folder / "styled.txt", styled::dump(*styled));
    expect(folder / "document.xml", one_element_a_line(document_xml(docx::plan(*styled))));
    BOOST_TEST(out.empty(), print_human(out, sources, {}));
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_AUTO_TEST_CASE(every_stage_makes_what_it_made_before) {
    const std::string text = read_file(VANBAN_SOURCE_DIR "/templates/the-thuc/nd30-2020.xml");
    Sources sources;
    Diagnostics out;
    const SourceId id = sources.add({"nd30-2020.xml", text});
    const auto profile = thethuc::read_profile(*sources.get(id), id, Limits{}, out);
    BOOST_REQUIRE(profile);
    Engine engine;
    std::size_t cases = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(VANBAN_SOURCE_DIR "/tests/golden")) {
        if (!entry.is_directory()) continue;
        BOOST_TEST_CONTEXT(entry.path().filename().string()) run_case(entry.path(), engine, *profile);
        ++cases;
    }
    BOOST_TEST(cases >= 2u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban
