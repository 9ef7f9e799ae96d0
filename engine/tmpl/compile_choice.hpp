// The one template member of Compiler, for the files that need it.
#pragma once

#include <algorithm>
#include <string>

#include "tmpl/choices.hpp"
#include "tmpl/compiler.hpp"

namespace vanban::tmpl {

/// A constant is settled here; one with {{ }} while merging.
template <class T>
Choice<T> Compiler::choice(const XmlElement& element, std::string_view name, std::span<const Named<T>> values,
                           T otherwise) {
    std::optional<Attr> given = text(element, name);
    if (!given) return {.value = otherwise, .computed = std::nullopt};
    const bool computed = std::ranges::any_of(given->text.parts, [](const auto& part) { return part.index() == 1; });
    if (computed) return {.value = otherwise, .computed = std::move(given)};
    const std::string written = given->text.parts.empty() ? std::string() : std::get<std::string>(given->text.parts[0]);
    const std::optional<T> found = find_choice(values, written);
    if (!found) out_.add(Code::bad_attribute_value, given->span, {std::string(name), written, choice_names(values)});
    return {.value = found.value_or(otherwise), .computed = std::nullopt};
}

}  // namespace vanban::tmpl
