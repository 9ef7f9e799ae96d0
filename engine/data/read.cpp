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

struct Ending {
    std::string_view text;
    Format format;
};
constexpr Ending kEndings[] = {{".yaml", Format::Yaml},       {".yml", Format::Yaml},         {".json", Format::Json},
                               {".csv", Format::Csv},         {".tsv", Format::Csv},          {".xml", Format::Xml},
                               {".jsonl", Format::JsonLines}, {".ndjson", Format::JsonLines}, {".xlsx", Format::Xlsx},
                               {".xlsm", Format::Xlsx}};

std::optional<Value> read_format(Intake& intake, const Source& source, Format format) {
    switch (format) {
        case Format::Yaml:
            return read_yaml(intake);
        case Format::Json:
            return read_json(intake);
        case Format::Csv:
            return read_csv(intake);
        case Format::Xml:
            return read_xml(intake, source);
        case Format::JsonLines:
            return read_json_lines(intake);
        case Format::Xlsx:
            break;  // bytes that are no text: see read_workbook
    }
    return std::nullopt;
}

}  // namespace

std::optional<Format> format_of(std::string_view file_name) {
    const auto* found = std::find_if(std::begin(kEndings), std::end(kEndings), [&](const Ending& ending) {
        return ends_with_ignoring_case(file_name, ending.text);
    });
    return found == std::end(kEndings) ? std::nullopt : std::optional(found->format);
}

bool is_old_format(std::string_view file_name) {
    constexpr std::string_view kOld[] = {".xls", ".xlsb", ".ods", ".doc", ".docx"};
    return std::any_of(std::begin(kOld), std::end(kOld),
                       [&](std::string_view ending) { return ends_with_ignoring_case(file_name, ending); });
}

std::optional<Value> read(Source file, Format format, Sources& sources, const Limits& limits, Diagnostics& out) {
    if (format == Format::Xlsx) return read_workbook(std::move(file), sources, limits, out);
    const SourceId id = sources.add(std::move(file));
    const Source& source = *sources.get(id);
    Intake intake(source, id, limits, out);
    if (!intake.check_source(format == Format::Csv ? Intake::LineEnds::LoneCrToo : Intake::LineEnds::Usual)) {
        return std::nullopt;
    }
    std::optional<Value> value = read_format(intake, source, format);
    intake.finish();
    return intake.failed() ? std::nullopt : std::move(value);
}

}  // namespace vanban::data
