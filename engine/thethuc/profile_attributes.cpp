#include "thethuc/profile_attributes.hpp"

#include <charconv>

namespace vanban::thethuc {

std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return value;
}

/// "20mm", "6pt" in points.
std::optional<double> points(std::string_view text) {
    if (text.size() < 3) return std::nullopt;
    const auto value = number(text.substr(0, text.size() - 2));
    const auto unit = text.substr(text.size() - 2);
    if (!value || (unit != "mm" && unit != "pt")) return std::nullopt;
    return unit == "mm" ? *value * 72 / 25.4 : *value;
}

styled::Jc ProfileAttributes::alignment(const XmlElement& e) const {
    const std::string value = text(e, "canh");
    if (value == "giua") return styled::Jc::Center;
    if (value == "phai") return styled::Jc::Right;
    if (value == "deu") return styled::Jc::Both;
    if (value != "trai") report(e, "canh");
    return styled::Jc::Left;
}

/// `dong="1.15"` lines, or `dong="dung 4pt"` exactly.
styled::LineSpacing ProfileAttributes::line_spacing(const XmlElement& e) const {
    const XmlAttribute* attribute = e.attribute("dong");
    if (!attribute) return {};
    constexpr std::string_view kExactly = "dung ";
    if (attribute->value.starts_with(kExactly)) {
        const auto height = points(std::string_view(attribute->value).substr(kExactly.size()));
        if (height) return {styled::LineRule::Exact, pt(*height).count};
    } else if (const auto lines = number(attribute->value)) {
        return {styled::LineRule::Auto, static_cast<std::int32_t>(*lines * 240 + 0.5)};
    }
    report(e, "dong");
    return {};
}

std::string ProfileAttributes::text(const XmlElement& e, std::string_view name) const {
    if (const XmlAttribute* attribute = e.attribute(name)) return attribute->value;
    report(e, std::string(name));
    return {};
}
bool ProfileAttributes::yes(const XmlElement& e, std::string_view name) const {
    const XmlAttribute* attribute = e.attribute(name);
    if (attribute && attribute->value != "co" && attribute->value != "khong") report(e, std::string(name));
    return attribute && attribute->value == "co";
}
Twip ProfileAttributes::length(const XmlElement& e, std::string_view name) const {
    const auto value = points(text(e, name));
    if (!value) report(e, std::string(name));
    return pt(value.value_or(0));
}
Twip ProfileAttributes::optional_length(const XmlElement& e, std::string_view name) const {
    return e.attribute(name) ? length(e, name) : Twip{};
}
EighthPoint ProfileAttributes::border(const XmlElement& e, std::string_view name) const {
    const auto value = points(text(e, name));
    if (!value) report(e, std::string(name));
    return border_pt(value.value_or(0));
}
std::size_t ProfileAttributes::count(const XmlElement& e, std::string_view name) const {
    const auto value = number(text(e, name));
    if (value && *value >= 1 && *value <= 9) return static_cast<std::size_t>(*value);
    report(e, std::string(name));
    return 1;
}
double ProfileAttributes::share(const XmlElement& e, std::string_view name) const {
    const auto value = number(text(e, name));
    if (!value || *value <= 0 || *value >= 1) report(e, std::string(name));
    return value.value_or(0.5);
}
void ProfileAttributes::report(const XmlElement& e, std::string what) const {
    out_.add(Code::profile_malformed, e.span, {std::move(what)});
}

}  // namespace vanban::thethuc
