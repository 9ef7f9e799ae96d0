// tmpl::parse and tmpl::merge: a template compiled once, then merged with data into a document, as often as needed.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "data/value.hpp"
#include "model/document.hpp"
#include "tmpl/field.hpp"

namespace vanban::tmpl {

/// Where the templates that a template builds on come from, by bare name ("van-ban").
class Loader {
public:
    virtual ~Loader() = default;
    /// The source of template `name`, registered with the run's Sources; nullptr with no id if there is none.
    struct Found {
        const Source* source = nullptr;
        SourceId id = kNoSource;
    };
    virtual Found find(std::string_view name) = 0;
    /// All names, for "did you mean".
    virtual std::vector<std::string> names() const = 0;
};

struct Program;  ///< The compiled body; tmpl/program.hpp.

/// A compiled template with everything that it builds on. Immutable; may be shared between threads.
struct Template {
    std::string ten;    ///< "ke-hoach-iso"
    std::string loai;   ///< Key of the document type in the profile, "ke-hoach"; may be empty for building blocks.
    std::string nhan;   ///< "Kế hoạch ISO 9001 năm"
    std::string mo_ta;  ///< What it is for, one paragraph.
    std::vector<Field> fields;  ///< Own ones and those of what it builds on.
    std::shared_ptr<const Program> program;
};

/// Stage: compiles template `name` and all that it includes. Reports all it can find; empty exactly when one was an
/// error.
std::optional<Template> parse(std::string_view name, Loader& loader, const Limits& limits, Diagnostics& out);

/// Some errors leave the result of a stage whole: an unknown field takes no value away, a check that failed changes
/// nothing. Going on after them finds the errors of later stages in the same run.
enum class OnError : std::uint8_t { Stop, GoOnIfWhole };

/// Data against the field declarations: unknown keys, missing and wrong values, all of them at once. Returns the data
/// with declared types (dates parsed, shorthand expanded, defaults filled in, labels turned into keys).
std::optional<data::Value> check(const Template& tmpl, data::Value data, Diagnostics& out,
                                 OnError on_error = OnError::Stop);

/// Stage: evaluates the template over checked data. Reports all it can find; empty exactly when one was an error.
std::optional<model::Document> merge(const Template& tmpl, const data::Value& checked, const World& world,
                                     Diagnostics& out, OnError on_error = OnError::Stop);

}  // namespace vanban::tmpl
