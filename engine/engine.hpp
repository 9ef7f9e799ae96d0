// The public face of the library: templates and data in, the bytes of a document out.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "data/read.hpp"
#include "data/value.hpp"
#include "docx/print_job.hpp"
#include "form/form.hpp"
#include "styled/document.hpp"
#include "tmpl/template.hpp"
#include "wording/dates.hpp"
#include "wording/numbers.hpp"

namespace vanban {

/// Formats that documents are emitted in.
enum class Output : std::uint8_t { Docx, Xlsx };

/// How a document is written.
struct RenderOptions {
    Output output = Output::Docx;
    int level = 6;  ///< How hard the parts of a DOCX are deflated: 1 fast to 12 small; 1 for thousands of documents.
};

/// A data file by the name that diagnostics call it, with its bytes.
struct DataFile {
    std::string name;
    std::string bytes;
    data::Format format = data::Format::Yaml;
    std::string into =
        {};  ///< Path of a list that its value (of a list: each item) is added to; empty: it is merged into the whole.
};

/// `path=value` from the command line; goes over what the files say.
struct Setting {
    std::string path;
    std::string value;
};

/// Name of the template that data asks for with its key `mau`; empty if it does not.
std::string template_name(const data::Value& data);

/// What a thread keeps from document to document, so that parts which come back are compressed once. Never changes what
/// is made. One per thread.
class Workspace {
public:
    Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

private:
    friend class Engine;
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

/// Compiled templates and the rules of the decree; made once, used for many documents.
///
/// `load` compiles and must not run beside other calls; `render` is const and may run in any number of threads,
/// each with Sources and Diagnostics of its own. What the World points to outlives the Engine; without fonts it uses
/// the compiled-in widths of Times New Roman.
class Engine {
public:
    /// `templates_folder`: templates and profiles found there go over the compiled-in ones; empty for none.
    explicit Engine(World world = {}, std::string templates_folder = {});
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    ~Engine();

    /// The compiled template; nullptr if errors were reported. Good while the Engine lives.
    const tmpl::Template* load(std::string_view name, Diagnostics& out);
    /// Names of all templates, sorted.
    std::vector<std::string> template_names() const;
    const World& world() const;
    /// Sources of templates and rules; parent of the Sources of the data (`Sources data(&engine.sources())`).
    const Sources& sources() const;

    /// Data of several files as one tree, later files over earlier ones, settings over all.
    /// Empty exactly when an error was reported.
    std::optional<data::Value> read(std::vector<DataFile> files, const std::vector<Setting>& settings, Sources& sources,
                                    Diagnostics& out) const;
    /// Checks the data against the template and lays the document out, without writing it. True if there was no error.
    /// `sources`: those that `data` was read into; pictures are looked for beside the file that names them.
    bool check(const tmpl::Template& tmpl, const data::Value& data, const Sources& sources, Diagnostics& out) const;
    /// The bytes of the document; empty exactly when an error was reported. The same input gives the same bytes.
    std::optional<std::string> render(const tmpl::Template& tmpl, const data::Value& data, const Sources& sources,
                                      Output output, Diagnostics& out, Workspace* workspace = nullptr) const;
    /// The same of one record of a batch: what it says goes over `base`, the data that all records share, as in `read`.
    /// `base` is a map; `sources` know the places of both.
    std::optional<std::string> render(const tmpl::Template& tmpl, const data::Value& base, data::Value record,
                                      const Sources& sources, const RenderOptions& options, Diagnostics& out,
                                      Workspace* workspace = nullptr) const;
    /// The two halves of that, for more than one format. First the document, with every length and number settled;
    /// empty exactly when an error was reported.
    std::optional<styled::Document> lay_out(const tmpl::Template& tmpl, const data::Value& base, data::Value record,
                                            const Sources& sources, Diagnostics& out,
                                            Workspace* workspace = nullptr) const;
    /// Then its bytes in any format; empty exactly when an error was reported.
    std::optional<std::string> emit(const styled::Document& document, const RenderOptions& options, Diagnostics& out,
                                    Workspace* workspace = nullptr) const;
    /// Or those of many documents as one DOCX.
    std::optional<std::string> emit(docx::PrintJob job, const RenderOptions& options, Diagnostics& out) const;
    /// What asks for the data of a template: an empty data file, an Excel form, a JSON Schema. Empty exactly when an
    /// error was reported.
    std::optional<std::string> form(const tmpl::Template& tmpl, const form::Request& request, Diagnostics& out) const;

private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace vanban
