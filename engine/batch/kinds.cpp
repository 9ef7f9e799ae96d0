// Loading templates while others render, and matching keys with fields.
#include "batch/kinds.hpp"

#include <algorithm>
#include <mutex>

#include "base/utf8.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::batch {

const tmpl::Field* Kind::field(const std::string& key) const {
    auto found = fields_.find(key);
    if (found == fields_.end()) found = fields_.find(utf8::fold_to_key(key));
    return found == fields_.end() ? nullptr : found->second;
}

void Kind::rename(data::Map& map) const {
    for (data::Member& member : map) {
        const tmpl::Field* meant = field(member.key);
        if (!meant || meant->ten == member.key) continue;
        const bool taken = std::ranges::any_of(map, [&](const data::Member& one) { return one.key == meant->ten; });
        if (!taken) member.key = meant->ten;
    }
}

Kinds::Kinds(Engine& engine, data::Value shared, std::vector<std::string> outside)
    : engine_(engine), shared_(std::move(shared)), outside_(std::move(outside)) {}

const Kind& Kinds::get(const std::string& name) {
    const auto [place, is_new] = kinds_.try_emplace(name);
    if (is_new) load(name, place->second);
    return place->second;
}

void Kinds::load(const std::string& name, Kind& kind) {
    const std::unique_lock lock(loading_);
    const auto names = engine_.template_names();
    if (std::ranges::find(names, name) == names.end()) {
        kind.findings.add(tmpl::with_suggestion(diagnose(Code::template_not_found, {}, {name}), name, names));
        return;
    }
    kind.tmpl = engine_.load(name, kind.findings);
    if (!kind.tmpl) return;
    for (const tmpl::Field& field : kind.tmpl->fields) kind.fields_.emplace(field.ten, &field);
    for (const tmpl::Field& field : kind.tmpl->fields) {
        kind.fields_.emplace(utf8::fold_to_key(field.ten), &field);
        if (!field.nhan.empty()) kind.fields_.emplace(utf8::fold_to_key(field.nhan), &field);
    }
    kind.shared = shared_;
    if (auto* map = kind.shared.get_if<data::Map>()) {
        kind.rename(*map);
        drop_outside(*map, kind);
    }
    kind.fingerprint = Gathered().add(fingerprint_of_sources()).add(name).add(kind.shared).fingerprint();
}

/// Of all templates and rules that were read so far: more than this one needs, but in the order of the records, and so
/// the same whenever the input is.
Fingerprint Kinds::fingerprint_of_sources() const {
    Gathered texts;
    for (SourceId id = 0; const Source* source = engine_.sources().get(id); ++id)
        texts.add(source->name).add(source->text);
    return texts.fingerprint();
}

void Kinds::drop_outside(data::Map& map, const Kind& kind) const {
    std::erase_if(map, [&](const data::Member& member) {
        const auto is = [&](const std::string& key) {
            return member.key == key || utf8::fold_to_key(member.key) == key;
        };
        return std::ranges::any_of(outside_, is) && !kind.field(member.key);
    });
}

}  // namespace vanban::batch
