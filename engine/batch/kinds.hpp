// The templates of a batch, each with the shared data in its own terms. Records may ask for different ones.
#pragma once

#include <map>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "batch/fingerprint.hpp"
#include "engine.hpp"

namespace vanban::batch {

/// One template and what a batch must know of it.
struct Kind {
    const tmpl::Template* tmpl = nullptr;  ///< nullptr: `findings` say why.
    Diagnostics findings;
    Fingerprint fingerprint;  ///< Of the template with everything that it builds on, and of the shared data.
    data::Value shared;       ///< With the keys of the template.

    /// The field of that name or label, without case and diacritics; nullptr if there is none.
    const tmpl::Field* field(const std::string& key) const;
    /// Gives members the names of the fields that their keys mean, as long as no other member has the name.
    void rename(data::Map& map) const;

private:
    friend class Kinds;
    std::unordered_map<std::string, const tmpl::Field*> fields_;  ///< By name, and by folded name and label.
};

class Kinds {
public:
    /// `outside`: names that a template need not know, folded; they are taken out of the shared data.
    Kinds(Engine& engine, data::Value shared, std::vector<std::string> outside);
    /// For one thread at a time; the result stays good.
    const Kind& get(const std::string& name);
    /// Takes out the members with keys from outside, without case and diacritics, that are no fields of the template.
    void drop_outside(data::Map& map, const Kind& kind) const;
    const data::Value& shared() const { return shared_; }
    const Engine& engine() const { return engine_; }
    /// To be held while other threads than that of `get` use the engine.
    std::shared_lock<std::shared_mutex> using_engine() const { return std::shared_lock(loading_); }

private:
    void load(const std::string& name, Kind& kind);
    Fingerprint fingerprint_of_sources() const;

    Engine& engine_;
    data::Value shared_;
    std::vector<std::string> outside_;
    mutable std::shared_mutex loading_;
    std::map<std::string, Kind> kinds_;
};

}  // namespace vanban::batch
