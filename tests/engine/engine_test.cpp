// The public library: reading, rendering, the same bytes whatever else is going on.
#include "engine.hpp"

#include <algorithm>
#include <boost/test/unit_test.hpp>
#include <fstream>
#include <iterator>
#include <map>
#include <thread>

namespace vanban {
namespace {

std::string read_file(const std::string& name) {
    std::ifstream file(std::string(VANBAN_SOURCE_DIR "/samples/") + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

DataFile sample(const std::string& name) {
    return {name, read_file(name), data::format_of(name).value_or(data::Format::Yaml)};
}

/// A sample ready to render.
struct Loaded {
    explicit Loaded(Engine& engine, const std::vector<std::string>& names, std::vector<Setting> settings = {})
        : sources(&engine.sources()) {
        std::vector<DataFile> files;
        for (const std::string& name : names) files.push_back(sample(name));
        data = engine.read(std::move(files), settings, sources, out);
        BOOST_REQUIRE(data);
        tmpl = engine.load(template_name(*data), out);
        BOOST_REQUIRE_MESSAGE(tmpl, print_human(out, sources, {}));
    }
    std::string render(const Engine& engine, Workspace* workspace = nullptr, Output output = Output::Docx) {
        const auto bytes = engine.render(*tmpl, *data, sources, output, out, workspace);
        return bytes.value_or("");
    }
    Sources sources;
    Diagnostics out;
    std::optional<data::Value> data;
    const tmpl::Template* tmpl = nullptr;
};

const std::vector<std::string> kIso{"ke-hoach-iso-so-y-te/co-quan.yaml", "ke-hoach-iso-so-y-te/ke-hoach.yaml"};

class FolderInMemory : public Files {
public:
    std::map<std::string, std::string, std::less<>> files;
    Result<std::string> read(std::string_view path) const override {
        const auto found = files.find(path);
        if (found == files.end()) return fail(Code::file_not_found, {}, {std::string(path)});
        return found->second;
    }
    std::vector<std::string> list(std::string_view) const override { return {}; }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(engine_suite)

BOOST_AUTO_TEST_CASE(a_record_over_shared_data_is_the_document_of_both_merged) {
    Engine engine;
    Loaded whole(engine, kIso);
    Diagnostics out;
    Sources sources(&engine.sources());
    const auto base = engine.read({sample(kIso[0])}, {}, sources, out);
    const auto record = engine.read({sample(kIso[1])}, {}, sources, out);
    BOOST_REQUIRE(base && record);
    const data::Value before = *base;
    Workspace workspace;
    const auto made = engine.render(*whole.tmpl, *base, *record, sources, {}, out, &workspace);
    BOOST_REQUIRE_MESSAGE(made, print_human(out, sources, {}));
    BOOST_TEST((*made == whole.render(engine)));
    BOOST_TEST((*base == before));
}

BOOST_AUTO_TEST_CASE(a_record_that_is_no_map_is_refused_and_what_it_lacks_is_missed_in_it) {
    Engine engine;
    Loaded whole(engine, kIso);
    Diagnostics out;
    Sources sources(&engine.sources());
    const Span place{sources.add({"dot.csv", "a,b"}), 0, 3};
    BOOST_TEST(
        !engine.render(*whole.tmpl, data::Value(data::Map{}, {}), data::Value(data::List{}, place), sources, {}, out));
    BOOST_REQUIRE_EQUAL(out.error_count(), 1u);
    BOOST_TEST((out.items().front().code == Code::data_not_a_map));
    Diagnostics missed;
    BOOST_TEST(!engine.render(*whole.tmpl, data::Value(data::Map{}, {}), data::Value(data::Map{}, place), sources, {},
                              missed));
    BOOST_REQUIRE(missed.has_errors());
    BOOST_TEST((missed.items().front().code == Code::missing_field));
    BOOST_TEST((missed.items().front().span == place));
}

BOOST_AUTO_TEST_CASE(a_lower_level_makes_a_larger_file) {
    Engine engine;
    Loaded whole(engine, kIso);
    Diagnostics out;
    const auto made = [&](int level) {
        return engine.render(*whole.tmpl, data::Value(data::Map{}, {}), *whole.data, whole.sources, {.level = level},
                             out);
    };
    const auto fast = made(1);
    const auto small = made(6);
    BOOST_REQUIRE(fast && small);
    BOOST_TEST((*small == whole.render(engine)));
    BOOST_TEST(fast->size() > small->size());
}

BOOST_AUTO_TEST_CASE(workbooks_made_in_parallel_are_those_made_alone) {
    Engine engine;
    const std::string alone = Loaded(engine, {"du-toan/du-toan.yaml"}).render(engine, nullptr, Output::Xlsx);
    BOOST_TEST(alone.starts_with("PK"));
    std::vector<Loaded> documents;
    for (int i = 0; i < 4; ++i) documents.emplace_back(engine, std::vector<std::string>{"du-toan/du-toan.yaml"});
    std::vector<std::string> made(documents.size());
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < documents.size(); ++i)
            threads.emplace_back([&, i] { made[i] = documents[i].render(engine, nullptr, Output::Xlsx); });
    }
    for (const std::string& bytes : made) BOOST_TEST((bytes == alone));
}

BOOST_AUTO_TEST_CASE(a_template_that_is_there_but_unreadable_is_not_silently_another_one) {
    class Unreadable : public FolderInMemory {
    public:
        Result<std::string> read(std::string_view path) const override {
            if (path.ends_with("ke-hoach.xml")) return fail(Code::file_unreadable, {}, {std::string(path), "?"});
            return FolderInMemory::read(path);
        }
    };
    const Unreadable files;
    World world;
    world.files = &files;
    Engine engine(world, "mau");
    Diagnostics out;
    BOOST_TEST(engine.load("ke-hoach", out) == nullptr);
    BOOST_TEST(std::any_of(out.begin(), out.end(), [](const Diagnostic& found) {
        return found.code == Code::file_unreadable && found.args.front() == "mau/ke-hoach.xml";
    }));
    out = {};
    BOOST_TEST(engine.load("bao-cao", out) != nullptr);
    BOOST_TEST(out.empty());
}

BOOST_AUTO_TEST_CASE(the_same_input_gives_the_same_bytes) {
    Engine engine;
    Loaded first(engine, kIso);
    Loaded second(engine, kIso);
    const std::string bytes = first.render(engine);
    BOOST_TEST(!bytes.empty());
    BOOST_TEST((bytes == second.render(engine)));
    BOOST_TEST((bytes == first.render(engine)));
}

BOOST_AUTO_TEST_CASE(a_workspace_does_not_change_the_bytes) {
    Engine engine;
    Loaded document(engine, kIso);
    const std::string alone = document.render(engine);
    Workspace workspace;
    for (int i = 0; i < 4; ++i) BOOST_TEST((document.render(engine, &workspace) == alone));
}

BOOST_AUTO_TEST_CASE(documents_made_in_parallel_are_those_made_alone) {
    Engine engine;
    Loaded iso(engine, kIso);
    Loaded plain(engine, {"ke-hoach-json/ke-hoach.json"});
    const std::string alone[] = {iso.render(engine), plain.render(engine)};
    BOOST_REQUIRE((!alone[0].empty() && !alone[1].empty()));
    constexpr std::size_t kThreads = 8;
    std::vector<int> different(kThreads, 0);
    std::vector<std::thread> threads;
    for (std::size_t t = 0; t < kThreads; ++t)
        threads.emplace_back([&, t] {
            Workspace workspace;
            Diagnostics out;
            for (std::size_t i = 0; i < 6; ++i) {
                const Loaded& document = (t + i) % 2 == 0 ? iso : plain;
                const auto bytes =
                    engine.render(*document.tmpl, *document.data, document.sources, Output::Docx, out, &workspace);
                if (bytes != alone[(t + i) % 2]) ++different[t];
            }
        });
    for (std::thread& thread : threads) thread.join();
    for (const int count : different) BOOST_TEST(count == 0);
}

BOOST_AUTO_TEST_CASE(the_clock_goes_into_the_properties_and_nowhere_else_comes_from) {
    World world;
    world.now = Timestamp{1'700'000'000};
    Engine with_clock(world);
    Engine without;
    Loaded a(with_clock, kIso);
    Loaded b(without, kIso);
    BOOST_TEST((a.render(with_clock) != b.render(without)));
}

BOOST_AUTO_TEST_CASE(settings_go_over_data) {
    Engine engine;
    Loaded renamed(engine, kIso, {{"so", "31"}});
    Loaded original(engine, kIso);
    BOOST_TEST((renamed.render(engine) != original.render(engine)));
    Diagnostics out;
    Sources sources(&engine.sources());
    BOOST_TEST(!engine.read({sample(kIso[0])}, {{"co_quan..ten", "x"}}, sources, out));
    BOOST_TEST(out.has_errors());
}

BOOST_AUTO_TEST_CASE(a_data_file_that_is_no_map_is_refused) {
    Engine engine;
    Diagnostics out;
    Sources sources(&engine.sources());
    BOOST_TEST(!engine.read({{"x.yaml", "- a\n- b\n", data::Format::Yaml}}, {}, sources, out));
    BOOST_TEST((out.items().front().code == Code::data_not_a_map));
}

BOOST_AUTO_TEST_CASE(what_is_missing_is_reported_in_the_last_file) {
    Engine engine;
    Diagnostics out;
    Sources sources(&engine.sources());
    const auto data = engine.read(
        {{"a.yaml", "so: 1\n", data::Format::Yaml}, {"b.yaml", "nam: 2026\n", data::Format::Yaml}}, {}, sources, out);
    BOOST_REQUIRE(data);
    const tmpl::Template* plan = engine.load("ke-hoach", out);
    BOOST_REQUIRE(plan);
    BOOST_TEST(!engine.check(*plan, *data, sources, out));
    for (const Diagnostic& finding : out)
        if (finding.code == Code::missing_field) BOOST_TEST(sources.get(finding.span.source)->name == "b.yaml");
}

BOOST_AUTO_TEST_CASE(template_names_cannot_leave_their_folder) {
    FolderInMemory folder;
    folder.files["mine/../secret.xml"] = "<mau ten=\"x\"><than/></mau>";
    World world;
    world.files = &folder;
    Engine engine(world, "mine");
    for (const char* name : {"../secret", "a/b", "", ".", "KE-HOACH"}) {
        Diagnostics out;
        BOOST_TEST(engine.load(name, out) == nullptr);
        BOOST_TEST(out.has_errors());
    }
}

BOOST_AUTO_TEST_CASE(findings_in_data_and_in_templates_know_their_files) {
    Engine engine;
    Loaded document(engine, kIso, {{"nguoi_ky.ho_tn", "A"}});
    BOOST_TEST(document.render(engine).empty());
    BOOST_TEST(document.out.has_errors());
    const Source* shelf = engine.sources().get(0);
    BOOST_REQUIRE(shelf);
    BOOST_TEST(document.sources.get(0) == shelf);
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace vanban
