// Fuzz target: a template file, and after a byte FF data for it (YAML); what compiles is merged, without data too.
#include <algorithm>
#include <cstdlib>
#include <string>

#include "base/utf8.hpp"
#include "data/read.hpp"
#include "exact_bytes.hpp"
#include "tmpl/template.hpp"

namespace {

using namespace vanban;

void require(bool holds) {
    if (!holds) std::abort();
}

/// Another template that the one at hand may use: a slot for blocks, in a loop, and one for words.
constexpr std::string_view kOther =
    "<mau ten=\"b\"><truong ten=\"x\" kieu=\"chu\"/><than><lap bien=\"i\" trong=\"[1, 2]\"><khe ten=\"k\"/></lap>"
    "<doan>{{ x if x else 'không' }}<khe ten=\"loi\"/></doan></than></mau>";

/// The template at hand, which may try to include itself, and the other one.
class TwoTemplates : public tmpl::Loader {
public:
    TwoTemplates(Sources& sources, std::string_view text)
        : sources_(sources),
          id_(sources.add({"t", std::string(text)})),
          other_(sources.add({"b", std::string(kOther)})) {}
    Found find(std::string_view name) override {
        if (name == "t") return {sources_.get(id_), id_};
        return name == "b" ? Found{sources_.get(other_), other_} : Found{};
    }
    std::vector<std::string> names() const override { return {"t", "b"}; }

private:
    const Sources& sources_;
    SourceId id_;
    SourceId other_;
};

World small_world() {
    World world;
    world.limits.depth = 16;
    world.limits.merge_steps = 20'000;
    world.limits.output_bytes = 1 << 20;
    world.limits.values = 20'000;
    return world;
}

void check_findings(const Diagnostics& out, const Sources& sources) {
    for (const Diagnostic& found : out) {
        const Source* source = sources.get(found.span.source);
        require(!found.span.known() || (source && found.span.begin <= found.span.end));
        require(!found.span.known() || found.span.end <= source->text.size());
    }
    require(!utf8::find_invalid(print_human(out, sources, {})));
}

/// A template without fields takes any data, as those that are included do.
void merge(const tmpl::Template& compiled, data::Value value, const World& world, const Sources& sources) {
    Diagnostics out;
    auto checked =
        compiled.fields.empty() ? std::optional(std::move(value)) : tmpl::check(compiled, std::move(value), out);
    require(checked.has_value() != out.has_errors());
    if (checked) {
        const auto document = tmpl::merge(compiled, *checked, world, out);
        require(document.has_value() != out.has_errors());
        if (document) require(!utf8::find_invalid(model::dump(*document)));
    }
    check_findings(out, sources);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ExactBytes bytes(data, size);
    const std::string_view all = bytes.view();
    const std::size_t split = std::min(all.find('\xFF'), all.size());
    const World world = small_world();
    Sources sources;
    TwoTemplates loader(sources, all.substr(0, split));
    Diagnostics out;
    const auto compiled = tmpl::parse("t", loader, world.limits, out);
    require(compiled.has_value() != out.has_errors());
    if (compiled) {
        merge(*compiled, data::Value(data::Map{}, Span{}), world, sources);
        if (split < all.size()) {
            const Source yaml{"fuzz.yaml", std::string(all.substr(split + 1))};
            if (auto value = data::read(yaml, data::Format::Yaml, sources, world.limits, out)) {
                merge(*compiled, std::move(*value), world, sources);
            }
        }
    }
    check_findings(out, sources);
    return 0;
}
