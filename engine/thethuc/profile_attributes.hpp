// Attributes of a profile's elements as values with units; what is missing or malformed is reported.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/diagnostic.hpp"
#include "base/units.hpp"
#include "base/xml_tree.hpp"
#include "styled/document.hpp"

namespace vanban::thethuc {

/// A decimal number with a point; empty if it is none.
std::optional<double> number(std::string_view text);
/// "20mm", "6pt" in points; empty if it is none.
std::optional<double> points(std::string_view text);

/// Each function reports `profile-malformed` at the element and returns something harmless if the attribute is wrong.
class ProfileAttributes {
public:
    explicit ProfileAttributes(Diagnostics& out) : out_(out) {}

    std::string text(const XmlElement& e, std::string_view name) const;
    bool yes(const XmlElement& e, std::string_view name) const;  ///< "co"; absent is no.
    Twip length(const XmlElement& e, std::string_view name) const;
    Twip optional_length(const XmlElement& e, std::string_view name) const;
    EighthPoint border(const XmlElement& e, std::string_view name) const;
    double share(const XmlElement& e, std::string_view name) const;       ///< Between 0 and 1, both excluded.
    std::size_t count(const XmlElement& e, std::string_view name) const;  ///< 1 to 9.
    styled::Jc alignment(const XmlElement& e) const;                      ///< canh
    styled::LineSpacing line_spacing(const XmlElement& e) const;          ///< dong: "1.15" lines, "dung 4pt" exactly.
    void report(const XmlElement& e, std::string what) const;

private:
    Diagnostics& out_;
};

}  // namespace vanban::thethuc
