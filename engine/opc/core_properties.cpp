#include "opc/core_properties.hpp"

#include <fmt/format.h>

#include <chrono>
#include <utility>

#include "opc/xml_writer.hpp"

namespace vanban::opc {

namespace {

constexpr std::string_view kNamespaceCp = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties";
constexpr std::string_view kNamespaceDc = "http://purl.org/dc/elements/1.1/";
constexpr std::string_view kNamespaceDcterms = "http://purl.org/dc/terms/";
constexpr std::string_view kNamespaceXsi = "http://www.w3.org/2001/XMLSchema-instance";

/// The first seconds of the years 1 and 10000: W3CDTF has four digits for the year.
constexpr std::int64_t kYearOne = -62'135'596'800;
constexpr std::int64_t kYearTenThousand = 253'402'300'800;

/// W3CDTF in UTC, "2023-05-04T03:02:01Z"; nothing for a year that it cannot write.
std::optional<std::string> w3cdtf(Timestamp time) {
    if (time.seconds < kYearOne || time.seconds >= kYearTenThousand) return std::nullopt;
    const std::chrono::sys_seconds moment{std::chrono::seconds{time.seconds}};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{day};
    const std::chrono::hh_mm_ss clock{moment - day};
    return fmt::format("{:04}-{:02}-{:02}T{:02}:{:02}:{:02}Z", static_cast<int>(date.year()),
                       static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()), clock.hours().count(),
                       clock.minutes().count(), clock.seconds().count());
}

void write_if_set(XmlWriter& xml, std::string_view name, std::string_view value) {
    if (!value.empty()) xml.text_element(name, value);
}

void write_moment(XmlWriter& xml, std::string_view name, const std::string& moment) {
    auto element = xml.element(name);
    element.attr("xsi:type", "dcterms:W3CDTF");
    xml.text(moment);
}

}  // namespace

std::string core_properties_part(const CoreProperties& properties) {
    XmlWriter xml(1024);
    {
        auto root = xml.element("cp:coreProperties");
        root.attr("xmlns:cp", kNamespaceCp).attr("xmlns:dc", kNamespaceDc);
        root.attr("xmlns:dcterms", kNamespaceDcterms).attr("xmlns:xsi", kNamespaceXsi);
        write_if_set(xml, "dc:title", properties.title);
        write_if_set(xml, "dc:subject", properties.subject);
        write_if_set(xml, "dc:creator", properties.creator);
        write_if_set(xml, "dc:language", properties.language);
        if (const auto moment = properties.created ? w3cdtf(*properties.created) : std::nullopt) {
            write_moment(xml, "dcterms:created", *moment);
            write_moment(xml, "dcterms:modified", *moment);
        }
    }
    return std::move(xml).take();
}

}  // namespace vanban::opc
