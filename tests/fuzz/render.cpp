// Fuzz target: YAML data through every stage to the bytes of a DOCX, of an estimate to those of a workbook too. The
// data may name any of the compiled-in templates; else it is for the ISO plan.
#include <cstdlib>
#include <filesystem>
#include <string>

#include "engine.hpp"
#include "exact_bytes.hpp"

namespace {

using namespace vanban;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Small, so that what grows without bound is seen soon.
World small_world() {
    World world;
    world.limits.file_bytes = 1 << 16;
    world.limits.values = 20'000;
    world.limits.merge_steps = 200'000;
    world.limits.output_bytes = 4 << 20;
    world.temporary_folder = std::filesystem::temp_directory_path().string();
    return world;
}

/// Made once: compiling the templates would cost more than all else.
struct Machine {
    Engine engine{small_world()};
    Workspace workspace;
};

Machine& machine() {
    static Machine the_machine;
    return the_machine;
}

void check_places(const Diagnostics& out, const Sources& sources) {
    for (const Diagnostic& found : out) {
        const Source* source = sources.get(found.span.source);
        require(!found.span.known() || (source && found.span.end <= source->text.size()));
        require(found.code != Code::internal_error);
    }
    print_human(out, sources, {Lang::Vi, false});
    print_json(out, sources, Lang::En);
}

/// A workbook has bounds of its own, so it may be refused.
void make_workbook(const tmpl::Template& chosen, const data::Value& value, const Sources& sources) {
    Diagnostics out;
    const auto xlsx = machine().engine.render(chosen, value, sources, Output::Xlsx, out);
    require(xlsx.has_value() != out.has_errors());
    check_places(out, sources);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    Engine& engine = machine().engine;
    Sources sources(&engine.sources());
    Diagnostics out;
    const ExactBytes bytes(data, size);
    const auto value = engine.read({{"fuzz.yaml", std::string(bytes.view()), data::Format::Yaml}}, {}, sources, out);
    require(value.has_value() != out.has_errors());
    if (value) {
        const std::string wanted = template_name(*value);
        Diagnostics unknown;
        const tmpl::Template* chosen = wanted.empty() ? nullptr : engine.load(wanted, unknown);
        if (!chosen) chosen = engine.load("ke-hoach-iso", out);
        require(chosen != nullptr);
        const auto docx = engine.render(*chosen, *value, sources, Output::Docx, out, &machine().workspace);
        require(docx.has_value() != out.has_errors());
        if (docx) {
            Diagnostics again;
            require(docx->starts_with("PK") && engine.check(*chosen, *value, sources, again));
            if (chosen->ten.starts_with("du-toan")) make_workbook(*chosen, *value, sources);
        }
    }
    check_places(out, sources);
    return 0;
}
