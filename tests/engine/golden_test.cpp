// Whole small documents, stage by stage: tests/golden/<case>/data.yaml and what each stage makes of it. A failure names
// the stage that broke. `test_engine -- --bless` rewrites the expectations; the diff is read like code.
#include <algorithm>
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
        if (part.name == "/word/document.xml") return *part.bytes;
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

/// The data files of a sample: what never changes first, then the document.
std::vector<DataFile> sample_files(const fs::path& folder) {
    std::vector<fs::path> paths;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        const fs::path extension = entry.path().extension();
        if (extension == ".yaml" || extension == ".json") paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    std::stable_partition(paths.begin(), paths.end(), [](const fs::path& path) { return path.stem() == "co-quan"; });
    std::vector<DataFile> files;
    for (const fs::path& path : paths)
        files.push_back(
            {path.string(), read_file(path), path.extension() == ".json" ? data::Format::Json : data::Format::Yaml});
    return files;
}

/// What a sample says, as the model has it: no look, so that a new rule of the profile does not touch it.
std::string model_of(const fs::path& folder, Engine& engine) {
    Diagnostics out;
    Sources sources(&engine.sources());
    const auto data = engine.read(sample_files(folder), {}, sources, out);
    const tmpl::Template* tmpl = data ? engine.load(template_name(*data), out) : nullptr;
    const auto checked = tmpl ? tmpl::check(*tmpl, *data, out) : std::nullopt;
    const auto model = checked ? tmpl::merge(*tmpl, *checked, engine.world(), out) : std::nullopt;
    BOOST_TEST(out.empty(), print_human(out, sources, {}));
    BOOST_REQUIRE(model);
    return model::dump(*model);
}

}  // namespace

BOOST_AUTO_TEST_SUITE(golden)

BOOST_AUTO_TEST_CASE(every_sample_says_what_it_said_before) {
    Engine engine;
    std::size_t samples = 0;
    for (const fs::directory_entry& entry : fs::directory_iterator(VANBAN_SOURCE_DIR "/samples")) {
        const std::string name = entry.path().filename().string();
        if (!entry.is_directory() || name == "loi") continue;
        BOOST_TEST_CONTEXT(name)
        expect(VANBAN_SOURCE_DIR "/tests/golden/mau/" + name + ".txt", model_of(entry.path(), engine));
        ++samples;
    }
    BOOST_TEST(samples >= 50u);
}

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
        if (!entry.is_directory() || entry.path().filename() == "mau") continue;
        BOOST_TEST_CONTEXT(entry.path().filename().string()) run_case(entry.path(), engine, *profile);
        ++cases;
    }
    BOOST_TEST(cases >= 2u);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban
