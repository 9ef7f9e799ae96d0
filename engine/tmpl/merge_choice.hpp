// The one template member of Merger that is not control, for the files that need it.
#pragma once

#include "tmpl/merger.hpp"

namespace vanban::tmpl {

template <class T>
T Merger::resolve(const Choice<T>& choice, std::string_view name, std::span<const Named<T>> values) {
    if (!choice.computed) return choice.value;
    const std::size_t errors = out_.error_count();
    Span where = choice.computed->span;
    const std::string written = text(*choice.computed, &where);
    const std::optional<T> found = find_choice(values, written);
    if (!found && out_.error_count() == errors) {
        out_.add(Code::bad_attribute_value, where, {std::string(name), written, choice_names(values)});
    }
    return found.value_or(choice.value);
}

}  // namespace vanban::tmpl
