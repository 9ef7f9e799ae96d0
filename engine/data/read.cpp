// data::read: checks the text, then hands it to the reader of its format.
#include "data/read.hpp"

#include <algorithm>

#include "data/intake.hpp"
#include "data/readers.hpp"

namespace vanban::data {
namespace {

/// ASCII only: an ending in other letters is no format of ours.
bool ends_with_ignoring_case(std::string_view name, std::string_view ending) {
    if (name.size() < ending.size()) {
        return false;
    }
    const std::string_view tail = name.substr(name.size() - ending.size());
    return std::equal(tail.begin(), tail.end(), ending.begin(),
                      [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + ('a' - 'A') : a) == b; });
}

}  // namespace

std::optional<Format> format_of(std::string_view file_name) {
    if (ends_with_ignoring_case(file_name, ".yaml") || ends_with_ignoring_case(file_name, ".yml")) {
        return Format::Yaml;
    }
    if (ends_with_ignoring_case(file_name, ".json")) {
        return Format::Json;
    }
    return std::nullopt;
}

std::optional<Value> read(Source file, Format format, Sources& sources, const Limits& limits, Diagnostics& out) {
    const SourceId id = sources.add(std::move(file));
    Intake intake(*sources.get(id), id, limits, out);
    if (!intake.check_source()) {
        return std::nullopt;
    }
    std::optional<Value> value = format == Format::Yaml ? read_yaml(intake) : read_json(intake);
    intake.finish();
    return intake.failed() ? std::nullopt : std::move(value);
}

}  // namespace vanban::data
