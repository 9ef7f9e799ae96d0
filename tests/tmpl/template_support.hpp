// Templates as strings, data as YAML, findings as "code@text they point at".
#pragma once

#include <deque>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "data/read.hpp"
#include "model/document.hpp"
#include "tmpl/template.hpp"

namespace vanban::tmpl::test {

/// Templates of a map; sources stay where they are.
class MapLoader : public Loader {
public:
    void add(std::string name, std::string text) { texts_[std::move(name)] = std::move(text); }
    Found find(std::string_view name) override {
        const auto text = texts_.find(std::string(name));
        if (text == texts_.end()) return {};
        const SourceId id = sources.add({text->first, text->second});
        return {sources.get(id), id};
    }
    std::vector<std::string> names() const override {
        std::vector<std::string> result;
        for (const auto& entry : texts_) result.push_back(entry.first);
        return result;
    }
    Sources sources;

private:
    std::map<std::string, std::string> texts_;
};

/// A run of parse and merge with everything that was found.
struct Run {
    MapLoader loader;
    Diagnostics out;
    World world;

    /// "code@text", one a finding, parted by spaces; notes are left out.
    std::string findings() const {
        std::string result;
        for (const Diagnostic& finding : out) {
            if (!result.empty()) result += " | ";
            result += std::string(name(finding.code)) + "@" + text_at(finding.span);
        }
        return result;
    }
    std::string text_at(Span span) const {
        if (!span.known()) return "?";
        return loader.sources.get(span.source)->text.substr(span.begin, span.end - span.begin);
    }
    /// The first suggestion that was made.
    std::string suggestion() const {
        for (const Diagnostic& finding : out) {
            for (const Note& note : finding.notes) {
                if (note.code == Code::did_you_mean) return note.args.at(0);
            }
        }
        return {};
    }
    std::optional<Template> compile(std::string name) { return parse(name, loader, world.limits, out); }
    data::Value read(std::string yaml) {
        return data::read({"data.yaml", std::move(yaml)}, data::Format::Yaml, loader.sources, world.limits, out)
            .value_or(data::Value());
    }
    /// The dump of the merged document; the findings if there were errors.
    std::string merged(std::string name, std::string yaml) {
        const auto compiled = compile(std::move(name));
        if (!compiled) return findings();
        const data::Value data = read(std::move(yaml));
        const auto document = merge(*compiled, data, world, out);
        return document ? model::dump(*document) : findings();
    }
};

/// A template "t" with `body` as its `than`.
inline std::string mau(std::string_view body, std::string_view fields = "") {
    return "<mau ten=\"t\">" + std::string(fields) + "<than>" + std::string(body) + "</than></mau>";
}

/// `body` merged with `yaml`.
inline std::string merged(std::string_view body, std::string yaml = "{}") {
    Run run;
    run.loader.add("t", mau(body));
    return run.merged("t", std::move(yaml));
}

/// The blocks of a document that is one upright vung, without its first line.
inline std::string blocks(std::string_view body, std::string yaml = "{}") {
    std::string text = merged(body, std::move(yaml));
    const std::string_view first = "vung doc tiep\n";
    return text.starts_with(first) ? text.substr(first.size()) : text;
}

}  // namespace vanban::tmpl::test
