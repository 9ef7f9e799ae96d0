// XML that was read from outside, as a value with the place of everything in it. The one user of pugixml.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"

namespace vanban {

struct XmlAttribute {
    std::string name;
    std::string value;
    Span span;  ///< Of the value, between its quotes.
    Span name_span;
    /// Byte i of `value` stands at `span.begin + i`; a blank may be a tab or a line end there.
    bool exact = true;
    friend bool operator==(const XmlAttribute&, const XmlAttribute&) = default;
};

struct XmlNode;

struct XmlElement {
    std::string name;
    Span span;  ///< Of the name in the start tag.
    std::vector<XmlAttribute> attributes;
    std::vector<XmlNode> children;
    friend bool operator==(const XmlElement&, const XmlElement&) = default;

    /// nullptr if there is none.
    const XmlAttribute* attribute(std::string_view name) const;
};

/// Character data, entities decoded; CDATA is merged with its neighbours.
/// If `exact`, byte i of `text` stands at `span.begin + i` of the source.
struct XmlText {
    std::string text;
    Span span;
    bool exact = true;
    friend bool operator==(const XmlText&, const XmlText&) = default;
};

struct XmlNode {
    std::variant<XmlElement, XmlText> value;
    friend bool operator==(const XmlNode&, const XmlNode&) = default;
    const XmlElement* element() const { return std::get_if<XmlElement>(&value); }
    const XmlText* text() const { return std::get_if<XmlText>(&value); }
};

/// The root element of `sources.get(id)`. Comments and processing instructions are dropped.
/// Refuses a DOCTYPE, invalid UTF-8, and what passes the limits; text is brought to NFC (spans then inexact).
std::optional<XmlElement> parse_xml(const Source& source, SourceId id, const Limits& limits, Diagnostics& out);

}  // namespace vanban
