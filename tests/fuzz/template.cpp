// Fuzz target: a template file; one that compiles is merged with empty data.
#include <cstdlib>
#include <string>

#include "exact_bytes.hpp"
#include "tmpl/template.hpp"

namespace {

using namespace vanban;

void require(bool holds) {
    if (!holds) std::abort();
}

/// The one template, which may try to include itself.
class OneTemplate : public tmpl::Loader {
public:
    explicit OneTemplate(std::string text) : source_{"t", std::move(text)} {}
    Found find(std::string_view name) override { return name == "t" ? Found{&source_, 0} : Found{}; }
    std::vector<std::string> names() const override { return {"t"}; }

private:
    Source source_;
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    OneTemplate loader(std::string(ExactBytes(data, size).view()));
    World world;
    world.limits.depth = 16;
    world.limits.merge_steps = 20'000;
    world.limits.output_bytes = 1 << 20;
    Diagnostics out;
    const auto compiled = tmpl::parse("t", loader, world.limits, out);
    require(compiled.has_value() != out.has_errors());
    if (!compiled) return 0;
    Diagnostics found;
    const auto checked = tmpl::check(*compiled, data::Value(data::Map{}, Span{}), found);
    if (!checked || found.has_errors()) return 0;
    const auto document = tmpl::merge(*compiled, *checked, world, found);
    require(document.has_value() != found.has_errors());
    if (document) require(!model::dump(*document).starts_with(' '));
    return 0;
}
