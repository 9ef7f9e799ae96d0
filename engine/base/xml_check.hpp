// What pugixml does not tell about XML source text: attribute places, references, unbalanced tags. For xml_tree.cpp.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "base/diagnostic.hpp"

namespace vanban {

/// Byte offsets of one attribute in its start tag; the value without its quotes.
struct RawAttribute {
    std::size_t name_begin = 0;
    std::size_t name_end = 0;
    std::size_t value_begin = 0;
    std::size_t value_end = 0;
};

/// The attribute that follows `position` in a start tag that pugixml has accepted; stays inside `text` in any case.
RawAttribute raw_attribute(std::string_view text, std::size_t position);

struct Reference {
    std::size_t size = 1;  ///< Bytes from `&`, with `;` if there is one.
    bool valid = false;    ///< One of the five entities of XML or the number of an allowed character.
};

/// The reference at the start of `text`, which begins with `&`.
Reference read_reference(std::string_view text);

/// The first end tag that closes nothing or the wrong element, or else the innermost element that is never closed.
std::optional<Diagnostic> find_unbalanced(std::string_view text, SourceId id);

}  // namespace vanban
