// Runs the stages one after another; the only place that knows them all.
#include "engine.hpp"

#include <algorithm>
#include <map>
#include <new>

#include "base/utf8.hpp"
#include "builtin.hpp"
#include "docx/plan.hpp"
#include "font/family.hpp"
#include "opc/package.hpp"
#include "pictures.hpp"
#include "thethuc/apply.hpp"
#include "thethuc/profile.hpp"
#include "xlsx/plan.hpp"
#include "xlsx/write.hpp"

namespace vanban {
namespace {

constexpr std::string_view kProfileName = "the-thuc/nd30-2020";
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

private:
    std::optional<Source> read(const std::string& name) const {
        if (world_.files && !folder_.empty()) {
            const std::string path = folder_ + "/" + name + std::string(kEnding);
            if (auto text = world_.files->read(path)) return Source{path, std::move(*text)};
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

}  // namespace

struct Workspace::Parts {
    docx::PlanCache planned;
    opc::DeflateCache deflated;
};

struct Engine::Parts {
    Parts(World the_world, std::string folder) : world(the_world), shelf(world, std::move(folder)) {
        if (!world.fonts) world.fonts = &font::times_new_roman();
    }

    World world;
    Shelf shelf;
    std::map<std::string, tmpl::Template, std::less<>> templates;
    std::optional<thethuc::Profile> profile;

    bool load_profile(Diagnostics& out) {
        if (profile) return true;
        const auto found = shelf.find_file(std::string(kProfileName));
        if (found.source) profile = thethuc::read_profile(*found.source, found.id, world.limits, out);
        return profile.has_value();
    }

    std::optional<styled::Document> lay_out(const tmpl::Template& tmpl, data::Value data, const Sources& sources,
                                            Diagnostics& out) const {
        auto checked = tmpl::check(tmpl, std::move(data), out);
        if (!checked) return std::nullopt;
        auto document = tmpl::merge(tmpl, *checked, world, out);
        checked.reset();  // what it held is room for the next stage
        if (!document || !load_pictures(*document, sources, world, out)) return std::nullopt;
        return thethuc::apply(*document, *profile, world, out);
    }

    std::optional<std::string> render(const tmpl::Template& tmpl, data::Value data, const Sources& sources,
                                      const RenderOptions& options, Diagnostics& out, Workspace* workspace) const {
        const auto laid_out = lay_out(tmpl, std::move(data), sources, out);
        if (!laid_out) return std::nullopt;
        switch (options.output) {
            case Output::Docx:
                return opc::write(docx::plan(*laid_out, workspace ? &workspace->parts_->planned : nullptr),
                                  {.level = options.level}, workspace ? &workspace->parts_->deflated : nullptr);
            case Output::Xlsx: {
                const auto book = xlsx::plan(*laid_out, *world.fonts, out);
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
        if (!parts_->load_profile(out)) return nullptr;
        if (const auto known = parts_->templates.find(name); known != parts_->templates.end()) return &known->second;
        auto compiled = tmpl::parse(name, parts_->shelf, parts_->world.limits, out);
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
                if (value) out.add(Code::data_not_a_map, value->span);
                all_read = false;
            }
        }
        for (auto& [path, item] : items) {
            auto longer = data::append(std::move(merged), path, std::move(item));
            if (!longer) {
                out.add(std::move(longer.error()));
                return std::nullopt;
            }
            merged = std::move(*longer);
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
    return guarded(out, [&] { return parts_->render(tmpl, data, sources, {.output = output}, out, workspace); });
}

std::optional<std::string> Engine::render(const tmpl::Template& tmpl, const data::Value& base, data::Value record,
                                          const Sources& sources, const RenderOptions& options, Diagnostics& out,
                                          Workspace* workspace) const {
    return guarded(out, [&]() -> std::optional<std::string> {
        if (record.kind() != data::Kind::Map) return out.add(Code::data_not_a_map, record.span), std::nullopt;
        const Span document = record.span;  // What is missing is missed in the record.
        data::Value merged = data::merge(base, std::move(record));
        merged.span = document;
        return parts_->render(tmpl, std::move(merged), sources, options, out, workspace);
    });
}

}  // namespace vanban
