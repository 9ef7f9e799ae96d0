// tmpl::parse: a template and all that it includes, compiled and checked.
#include <string>
#include <utility>

#include "tmpl/names.hpp"
#include "tmpl/template.hpp"
#include "tmpl/units.hpp"

namespace vanban::tmpl {

std::optional<Template> parse(std::string_view name, Loader& loader, const Limits& limits, Diagnostics& out) {
    const std::size_t errors = out.error_count();
    Units units(loader, limits, out);
    const auto root = units.load(std::string(name), Content::Body, Span{});
    if (!root) return std::nullopt;
    const TemplateFile& file = units.file(*root);
    Template result{.ten = file.ten,
                    .loai = file.loai,
                    .nhan = file.nhan,
                    .mo_ta = file.mo_ta,
                    .fields = units.fields(*root),
                    .program = nullptr};
    auto program = std::make_shared<const Program>(std::move(units).take());
    // A building block gets names from the templates that use it; and after other errors names may be missing.
    if (out.error_count() == errors && !result.loai.empty()) check_names(*program, result.fields, out);
    if (out.error_count() != errors) return std::nullopt;
    result.program = std::move(program);
    return result;
}

}  // namespace vanban::tmpl
