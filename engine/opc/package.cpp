// An Open Packaging Conventions package as zip bytes (ISO/IEC 29500-2, clauses 6, 7 and annex B).
#include "opc/package.hpp"

#include <algorithm>
#include <cassert>
#include <string_view>

#include "opc/deflate.hpp"
#include "opc/xml_writer.hpp"
#include "opc/zip.hpp"

namespace vanban::opc {

namespace {

constexpr std::string_view kContentTypesNamespace = "http://schemas.openxmlformats.org/package/2006/content-types";
constexpr std::string_view kRelationshipsNamespace = "http://schemas.openxmlformats.org/package/2006/relationships";
constexpr std::string_view kRelationshipsType = "application/vnd.openxmlformats-package.relationships+xml";
constexpr std::string_view kXmlType = "application/xml";

/// [Content_Types].xml (ISO/IEC 29500-2, 7.2.3.3).
std::string content_types(const Package& package) {
    XmlWriter xml(512 + package.parts.size() * 192);
    {
        auto types = xml.element("Types");
        types.attr("xmlns", kContentTypesNamespace);
        xml.element("Default").attr("Extension", "rels").attr("ContentType", kRelationshipsType);
        xml.element("Default").attr("Extension", "xml").attr("ContentType", kXmlType);
        for (const Part& part : package.parts)
            xml.element("Override").attr("PartName", part.name).attr("ContentType", part.content_type);
    }
    return std::move(xml).take();
}

/// A relationships part (ISO/IEC 29500-2, 6.5.3).
std::string relationships_part(const std::vector<Relationship>& relationships) {
    XmlWriter xml(256 + relationships.size() * 192);
    {
        auto root = xml.element("Relationships");
        root.attr("xmlns", kRelationshipsNamespace);
        for (const Relationship& relationship : relationships) {
            xml.element("Relationship")
                .attr("Id", relationship.id)
                .attr("Type", relationship.type)
                .attr("Target", relationship.target);
        }
    }
    return std::move(xml).take();
}

/// "word/_rels/document.xml.rels" for "/word/document.xml".
std::string relationships_name(const Part& part) {
    const std::size_t slash = part.name.rfind('/');
    return part.name.substr(1, slash) + "_rels/" + part.name.substr(slash + 1) + ".rels";
}

[[maybe_unused]] bool names_are_sound(const Package& package) {
    std::vector<std::string_view> names;
    for (const Part& part : package.parts) {
        if (part.name.size() < 2 || part.name.front() != '/') return false;
        if (std::any_of(part.name.begin(), part.name.end(), [](char c) { return c <= ' ' || c > '~'; })) return false;
        names.push_back(part.name);
    }
    std::sort(names.begin(), names.end());
    return std::adjacent_find(names.begin(), names.end()) == names.end();
}

/// A guess that is seldom too small: XML deflates to about a sixth.
std::size_t expected_size(const Package& package) {
    std::size_t size = 4096;
    for (const Part& part : package.parts)
        size += (part.packing == Packing::Stored ? part.bytes->size() : part.bytes->size() / 5) + 512;
    return size;
}

}  // namespace

std::string write(const Package& package, const WriteOptions& options, DeflateCache* cache) {
    assert(names_are_sound(package) && "part names are ASCII, begin with a slash and differ");
    DeflateCache own;
    DeflateCache::State& state = *(cache != nullptr ? *cache : own).state_;
    ZipWriter zip(expected_size(package));
    const auto add = [&](std::string_view name, const SharedBytes& bytes, Packing packing = Packing::Deflated) {
        zip.add(name, packing == Packing::Stored ? stored(*bytes) : state.pack(bytes, options.level), options.level);
    };
    add("[Content_Types].xml", content_types(package));
    add("_rels/.rels", relationships_part(package.relationships));
    for (const Part& part : package.parts) add(std::string_view(part.name).substr(1), part.bytes, part.packing);
    for (const Part& part : package.parts)
        if (!part.relationships.empty()) add(relationships_name(part), relationships_part(part.relationships));
    return std::move(zip).take();
}

}  // namespace vanban::opc
