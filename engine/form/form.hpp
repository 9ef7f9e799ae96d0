// What a clerk or an editor needs before there is data: an empty data file, an Excel form, a JSON Schema.
#pragma once

#include <optional>
#include <string>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "data/value.hpp"
#include "tmpl/template.hpp"

namespace vanban::form {

/// Kinds of files that are made from the fields of a template.
enum class Kind : std::uint8_t {
    Yaml,        ///< A commented data file.
    Excel,       ///< A workbook to fill in.
    Schema,      ///< JSON Schema of the whole data.
    PartSchema,  ///< JSON Schema of a file that holds a part of the data: nothing is required.
};

struct Request {
    Kind kind = Kind::Yaml;
    Lang lang = Lang::Vi;           ///< Of the comments in YAML. The Excel form is Vietnamese, like its fields.
    std::string program;            ///< "vanban 0.1.0": who made the form.
    const data::Value* known = {};  ///< A map of values that are filled in; null for none. Its keys may be labels.
};

/// Every field with its label, help, type and example. Required ones are blank, so that `vanban check` names them;
/// optional ones are commented out: `#` without a space before data, `# ` before prose.
std::string yaml_form(const tmpl::Template& tmpl, const Request& request);

/// JSON Schema 2020-12 of the data, keys only; accepts what `tmpl::check` accepts of JSON and YAML.
std::string json_schema(const tmpl::Template& tmpl, Kind kind);

/// The workbook, laid out as data::read takes workbooks: a sheet of keys and values, and one for each table.
/// Made in `world.temporary_folder`; the same request gives the same bytes. Empty exactly when an error was reported.
std::optional<std::string> excel_form(const tmpl::Template& tmpl, const Request& request, const World& world,
                                      Diagnostics& out);

}  // namespace vanban::form
