// Runs the stages one after another; the only place that knows them all.
#include "engine.hpp"

#include <algorithm>
#include <map>
#include <new>
#include <utility>

#include "base/utf8.hpp"
#include "builtin.hpp"
#include "docx/plan.hpp"
#include "font/family.hpp"
#include "opc/package.hpp"
#include "pictures.hpp"
#include "places.hpp"
#include "thethuc/apply.hpp"
#include "thethuc/loi_van.hpp"
#include "thethuc/profile.hpp"
#include "thethuc/text_check.hpp"
#include "thethuc/text_memory.hpp"
#include "xlsx/plan.hpp"
#include "xlsx/write.hpp"

namespace vanban {
namespace {

constexpr std::string_view kProfileName = "the-thuc/nd30-2020";
constexpr std::string_view kWordingName = "the-thuc/loi-van";
constexpr std::string_view kEnding = ".xml";

/// Small letters, digits and hyphens: such a name cannot leave its folder.
bool is_template_name(std::string_view name) {
    return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-';
    });
}

/// Finds templates in the folder first, then among the compiled-in ones; reads each once.
class Shelf : public tmpl::Loader {
public:
    Shelf(const World& world, std::string folder) : world_(world), folder_(std::move(folder)) {}

    Found find(std::string_view name) override {
        if (!is_template_name(name)) return {};
        return find_file(std::string(name));
    }

    Found find_file(const std::string& name) {
        if (const auto known = ids_.find(name); known != ids_.end()) return {sources.get(known->second), known->second};
        std::optional<Source> source = read(name);
        if (!source) return {};
        const SourceId id = sources.add(std::move(*source));
        ids_.emplace(name, id);
        return {sources.get(id), id};
    }

    std::vector<std::string> names() const override {
        std::vector<std::string> result;
        for (const BuiltinFile& file : builtin_files())
            if (is_template_name(file.name)) result.emplace_back(file.name);
        if (world_.files && !folder_.empty())
            for (const std::string& file : world_.files->list(folder_))
                if (file.ends_with(kEnding)) result.push_back(file.substr(0, file.size() - kEnding.size()));
        std::sort(result.begin(), result.end());
        result.erase(std::unique(result.begin(), result.end()), result.end());
        return result;
    }

    Sources sources;
    /// Files of the folder that are there and cannot be read: what is compiled in does not silently stand for them.
    Diagnostics unreadable;

private:
    std::optional<Source> read(const std::string& name) {
        if (world_.files && !folder_.empty()) {
            const std::string file = name + std::string(kEnding);
            auto text = world_.files->read_within(folder_, file, world_.limits.file_bytes);
            if (text) return Source{join_path(folder_, file), std::move(*text)};
            if (text.error().code != Code::file_not_found) {
                unreadable.add(std::move(text.error()));
                return std::nullopt;
            }
        }
        for (const BuiltinFile& file : builtin_files())
            if (file.name == name) return Source{name + std::string(kEnding), std::string(file.text)};
        return std::nullopt;
    }

    const World& world_;
    std::string folder_;
    std::map<std::string, SourceId, std::less<>> ids_;
};

/// The machine failed, not the user: an exception of the standard library becomes a diagnostic.
template <class Function>
auto guarded(Diagnostics& out, Function function) -> decltype(function()) {
    try {
        return function();
    } catch (const std::bad_alloc&) {
        out.add(Code::out_of_memory, {});
    } catch (const std::exception& e) {
        out.add(Code::internal_error, {}, {e.what()});
    }
    return {};
}

/// Data that is no map: a list is meant for `--add`.
Diagnostic not_a_map(const data::Value& value, const Sources& sources) {
    Diagnostic found = diagnose(Code::data_not_a_map, value.span);
    const Source* source = sources.get(value.span.source);
    if (source && value.kind() == data::Kind::List) found.notes.push_back({Code::data_is_a_list, {}, {source->name}});
    return found;
}

/// A code that the data does not want to hear of: a warning, or what the rules of wording say.
void ignore(const data::Value& value, const thethuc::LoiVan& rules, std::vector<Code>& ignored, Diagnostics& out) {
    const auto* written = value.get_if<std::string>();
    const auto code = written ? code_named(*written) : std::nullopt;
    if (!code) return out.add(Code::unknown_message_code, value.span, {written ? *written : data::dump(value)});
    if (default_severity(*code) == Severity::Error && !rules.grade(*code))
        return out.add(Code::cannot_be_ignored, value.span, {*written});
    ignored.push_back(*code);
}

/// What the key `bo_qua` of the data lists: one code or several.
std::vector<Code> ignored_codes(const data::Value& data, const thethuc::LoiVan& rules, Diagnostics& out) {
    std::vector<Code> ignored;
    const data::Value* value = data.find("bo_qua");
    if (!value || value->is_null()) return ignored;
    const auto* list = value->get_if<data::List>();
    for (const data::Value& one : list ? *list : data::List{*value}) ignore(one, rules, ignored, out);
    return ignored;
}

/// Passes on what is not ignored. Errors are, except of the codes that may be.
void pass_on(Diagnostics found, const std::vector<Code>& ignored, Diagnostics& out) {
    if (ignored.empty()) return out.append(std::move(found));
    for (const Diagnostic& finding : found)
        if (finding.severity == Severity::Error || std::ranges::find(ignored, finding.code) == ignored.end())
            out.add(finding);
}

}  // namespace

struct Workspace::Parts {
    docx::PlanCache planned;
    opc::DeflateCache deflated;
    thethuc::TextMemory texts;
};

struct Engine::Parts {
    Parts(World the_world, std::string folder) : world(the_world), shelf(world, std::move(folder)) {
        if (!world.fonts) world.fonts = &font::times_new_roman();
    }

    World world;
    Shelf shelf;
    std::map<std::string, tmpl::Template, std::less<>> templates;
    std::optional<thethuc::Profile> profile;
    std::optional<thethuc::LoiVan> loi_van;

    bool load_profile(Diagnostics& out) {
        if (profile && loi_van) return true;
        const auto rules = shelf.find_file(std::string(kProfileName));
        if (rules.source) profile = thethuc::read_profile(*rules.source, rules.id, world.limits, out);
        const auto wording = shelf.find_file(std::string(kWordingName));
        if (wording.source) loi_van = thethuc::read_loi_van(*wording.source, wording.id, world.limits, out);
        return profile && loi_van;
    }

    std::optional<styled::Document> lay_out(const tmpl::Template& tmpl, data::Value data, const Sources& sources,
                                            Diagnostics& out, Workspace* workspace = nullptr) const {
        Diagnostics found;
        thethuc::TextCheckOptions options{.ignored = {},
                                          .most_findings = world.limits.findings,
                                          .memory = workspace ? &workspace->parts_->texts : nullptr};
        auto document = lay_out(tmpl, std::move(data), sources, options, found);
        if (found.has_errors()) document.reset();
        if (!found.empty()) pass_on(std::move(found), options.ignored, out);
        return document;
    }

    std::optional<styled::Document> lay_out(const tmpl::Template& tmpl, data::Value data, const Sources& sources,
                                            thethuc::TextCheckOptions& options, Diagnostics& out) const {
        auto checked = tmpl::check(tmpl, std::move(data), out, tmpl::OnError::GoOnIfWhole);
        if (!checked) return std::nullopt;
        options.ignored = ignored_codes(*checked, *loi_van, out);
        auto document = tmpl::merge(tmpl, *checked, world, out, tmpl::OnError::GoOnIfWhole);
        if (!document || !load_pictures(*document, sources, world, out)) return std::nullopt;
        thethuc::check_texts(*document, *profile, *loi_van, options, DataPlaces(*checked), out);
        checked.reset();  // what it held is room for the next stage
        return thethuc::apply(std::move(*document), *profile, world, out);
    }

    std::optional<std::string> emit(const styled::Document& document, const RenderOptions& options, Diagnostics& out,
                                    Workspace* workspace) const {
        switch (options.output) {
            case Output::Docx:
                return opc::write(docx::plan(document, workspace ? &workspace->parts_->planned : nullptr),
                                  {.level = options.level}, workspace ? &workspace->parts_->deflated : nullptr);
            case Output::Xlsx: {
                const auto book = xlsx::plan(document, *world.fonts, out);
                return book ? xlsx::write(*book, world.temporary_folder, out) : std::nullopt;
            }
        }
        return std::nullopt;
    }
};

Workspace::Workspace() : parts_(std::make_unique<Parts>()) {}
Workspace::Workspace(Workspace&&) noexcept = default;
Workspace& Workspace::operator=(Workspace&&) noexcept = default;
Workspace::~Workspace() = default;

std::string template_name(const data::Value& data) {
    const data::Value* mau = data.find("mau");
    const auto* text = mau ? mau->get_if<std::string>() : nullptr;
    return text ? *text : std::string();
}

Engine::Engine(World world, std::string templates_folder)
    : parts_(std::make_unique<Parts>(world, std::move(templates_folder))) {}
Engine::~Engine() = default;

const tmpl::Template* Engine::load(std::string_view name, Diagnostics& out) {
    return guarded(out, [&]() -> const tmpl::Template* {
        if (const auto known = parts_->templates.find(name); known != parts_->templates.end()) return &known->second;
        const bool ruled = parts_->load_profile(out);
        auto compiled = ruled ? tmpl::parse(name, parts_->shelf, parts_->world.limits, out) : std::nullopt;
        out.append(std::exchange(parts_->shelf.unreadable, {}));
        if (!compiled) return nullptr;
        return &parts_->templates.emplace(std::string(name), std::move(*compiled)).first->second;
    });
}

std::vector<std::string> Engine::template_names() const {
    return parts_->shelf.names();
}

const World& Engine::world() const {
    return parts_->world;
}

const Sources& Engine::sources() const {
    return parts_->shelf.sources;
}

std::optional<data::Value> Engine::read(std::vector<DataFile> files, const std::vector<Setting>& settings,
                                        Sources& sources, Diagnostics& out) const {
    return guarded(out, [&]() -> std::optional<data::Value> {
        data::Value merged(data::Map{}, {});
        bool all_read = true;
        std::vector<std::pair<std::string, data::Value>> items;  // Added when the whole is merged.
        for (DataFile& file : files) {
            auto value = data::read({std::move(file.name), std::move(file.bytes)}, file.format, sources,
                                    parts_->world.limits, out);
            if (value && !file.into.empty()) {
                items.emplace_back(std::move(file.into), std::move(*value));
            } else if (value && value->kind() == data::Kind::Map) {
                const Span document = value->span;  // What is missing is missed in the last file.
                merged = data::merge(std::move(merged), std::move(*value));
                merged.span = document;
            } else {
                if (value) out.add(not_a_map(*value, sources));
                all_read = false;
            }
        }
        for (auto& [path, item] : items) {
            all_read = data::append(merged, path, std::move(item), out) && all_read;
        }
        for (const Setting& setting : settings) {
            auto changed = data::set(std::move(merged), setting.path, data::scalar(utf8::to_nfc(setting.value), {}));
            if (!changed) {
                out.add(std::move(changed.error()));
                return std::nullopt;
            }
            merged = std::move(*changed);
        }
        if (!all_read) return std::nullopt;
        return merged;
    });
}

bool Engine::check(const tmpl::Template& tmpl, const data::Value& data, const Sources& sources,
                   Diagnostics& out) const {
    return guarded(out, [&] { return parts_->lay_out(tmpl, data, sources, out).has_value(); });
}

std::optional<std::string> Engine::render(const tmpl::Template& tmpl, const data::Value& data, const Sources& sources,
                                          Output output, Diagnostics& out, Workspace* workspace) const {
    return guarded(out, [&]() -> std::optional<std::string> {
        const auto document = parts_->lay_out(tmpl, data, sources, out, workspace);
        return document ? parts_->emit(*document, {.output = output}, out, workspace) : std::nullopt;
    });
}

std::optional<std::string> Engine::render(const tmpl::Template& tmpl, const data::Value& base, data::Value record,
                                          const Sources& sources, const RenderOptions& options, Diagnostics& out,
                                          Workspace* workspace) const {
    const auto document = lay_out(tmpl, base, std::move(record), sources, out, workspace);
    return document ? emit(*document, options, out, workspace) : std::nullopt;
}

std::optional<styled::Document> Engine::lay_out(const tmpl::Template& tmpl, const data::Value& base, data::Value record,
                                                const Sources& sources, Diagnostics& out, Workspace* workspace) const {
    return guarded(out, [&]() -> std::optional<styled::Document> {
        if (record.kind() != data::Kind::Map) return out.add(Code::data_not_a_map, record.span), std::nullopt;
        const Span document = record.span;  // What is missing is missed in the record.
        data::Value merged = data::merge(base, std::move(record));
        merged.span = document;
        return parts_->lay_out(tmpl, std::move(merged), sources, out, workspace);
    });
}

std::optional<std::string> Engine::emit(const styled::Document& document, const RenderOptions& options,
                                        Diagnostics& out, Workspace* workspace) const {
    return guarded(out, [&] { return parts_->emit(document, options, out, workspace); });
}

std::optional<std::string> Engine::emit(docx::PrintJob job, const RenderOptions& options, Diagnostics& out) const {
    return guarded(out, [&]() -> std::optional<std::string> {
        return opc::write(std::move(job).finish(), {.level = options.level});
    });
}

std::optional<std::string> Engine::form(const tmpl::Template& tmpl, const form::Request& request,
                                        Diagnostics& out) const {
    return guarded(out, [&]() -> std::optional<std::string> {
        switch (request.kind) {
            case form::Kind::Yaml:
                return form::yaml_form(tmpl, request);
            case form::Kind::Excel:
                return form::excel_form(tmpl, request, parts_->world, out);
            case form::Kind::Schema:
            case form::Kind::PartSchema:
                return form::json_schema(tmpl, request.kind);
        }
        return std::nullopt;
    });
}

}  // namespace vanban
