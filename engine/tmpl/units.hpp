// The template files that one template is made of: loaded, read and compiled once each.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/xml_tree.hpp"
#include "tmpl/content.hpp"
#include "tmpl/fields.hpp"
#include "tmpl/program.hpp"
#include "tmpl/template.hpp"

namespace vanban::tmpl {

/// A slot of a unit and the kind of content that stands around it.
struct Slot {
    std::string ten;
    Content content;
};

/// A template file, read but not compiled.
struct TemplateFile {
    std::string ten, loai, nhan, mo_ta;
    XmlElement root;
    const XmlElement* than = nullptr;  ///< Inside of `root`.
    Declarations own;
    bool declared = false;  ///< `own` was read.
};

/// Loads and compiles units. A unit is a file compiled for one kind of content.
class Units {
public:
    Units(Loader& loader, const Limits& limits, Diagnostics& out) : loader_(loader), limits_(limits), out_(out) {}
    Units(const Units&) = delete;

    /// Index of the unit; empty if an error in it or on the way to it was reported. `site`: who wants it.
    std::optional<std::size_t> load(const std::string& name, Content content, Span site);

    const TemplateFile& file(std::size_t unit) const { return *entries_[unit].file; }
    const std::vector<Slot>& slots(std::size_t unit) const { return entries_[unit].slots; }
    const std::vector<Field>& fields(std::size_t unit) const { return entries_[unit].fields; }
    Program take() &&;

private:
    struct Entry {
        TemplateFile* file;
        Content content;
        Unit unit{};
        std::vector<Slot> slots{};
        std::vector<Field> fields{};       ///< Own ones and those of the units that it includes.
        std::vector<FieldGroup> groups{};  ///< The same.
    };

    TemplateFile* read(const std::string& name, Span site);
    void check_shape(const XmlElement& mau, TemplateFile& file);
    bool accept_include(const std::string& name, Span site);
    void compile(std::size_t index);
    void declare(std::size_t index, const std::vector<std::size_t>& used, UnknownGroups unknown);

    Loader& loader_;
    const Limits& limits_;
    Diagnostics& out_;
    std::map<std::string, std::unique_ptr<TemplateFile>, std::less<>> files_;  ///< nullptr: could not be read.
    std::vector<Entry> entries_;
    std::vector<std::string> chain_;  ///< Names of the units that are being compiled, from the outside in.
};

}  // namespace vanban::tmpl
