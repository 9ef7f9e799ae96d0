// data::read of files of records beside the least that any reader of the format must do, each in a process of its own.
// Usage: read_records FILE...   (make_records.py makes them). One line a file: records, processor seconds, peak memory,
// and how many times the floor that is. Floors: XLSX inflating and pugixml, XML pugixml, JSON and JSON Lines simdjson,
// YAML the events of yaml-cpp, CSV one look at every byte.
#include <minizip/unzip.h>
#include <simdjson.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/yaml.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <pugixml.hpp>
#include <sstream>
#include <string>
#include <vector>

#include "data/read.hpp"

namespace {

using namespace vanban;
using data::Format;

std::string read_file(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::size_t parse_xml(std::string& text) {
    pugi::xml_document document;
    document.load_buffer_inplace(text.data(), text.size());
    return text.size();
}

/// All parts of a package, inflated and parsed.
std::size_t parse_parts(const std::string& path) {
    std::size_t size = 0;
    unzFile zip = unzOpen64(path.c_str());
    for (int status = unzGoToFirstFile(zip); status == UNZ_OK; status = unzGoToNextFile(zip)) {
        unz_file_info64 info{};
        unzGetCurrentFileInfo64(zip, &info, nullptr, 0, nullptr, 0, nullptr, 0);
        std::string part(info.uncompressed_size, '\0');
        unzOpenCurrentFile(zip);
        unzReadCurrentFile(zip, part.data(), static_cast<unsigned>(part.size()));
        unzCloseCurrentFile(zip);
        size += parse_xml(part);
    }
    unzClose(zip);
    return size;
}

struct NoEvents : YAML::EventHandler {
    void OnDocumentStart(const YAML::Mark&) override {}
    void OnDocumentEnd() override {}
    void OnNull(const YAML::Mark&, YAML::anchor_t) override {}
    void OnAlias(const YAML::Mark&, YAML::anchor_t) override {}
    void OnScalar(const YAML::Mark&, const std::string&, YAML::anchor_t, const std::string&) override {}
    void OnSequenceStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnSequenceEnd() override {}
    void OnMapStart(const YAML::Mark&, const std::string&, YAML::anchor_t, YAML::EmitterStyle::value) override {}
    void OnMapEnd() override {}
};

std::size_t parse_yaml(const std::string& text) {
    std::istringstream in(text);
    YAML::Parser parser(in);
    NoEvents events;
    while (parser.HandleNextDocument(events)) {
    }
    return text.size();
}

std::size_t parse_json(const std::string& text, bool lines) {
    simdjson::dom::parser parser;
    const simdjson::padded_string padded(text);
    if (!lines) return parser.parse(padded).error() == simdjson::SUCCESS ? text.size() : 0;
    simdjson::dom::document_stream documents;
    if (parser.parse_many(padded).get(documents) != simdjson::SUCCESS) return 0;
    return static_cast<std::size_t>(std::distance(documents.begin(), documents.end()));
}

/// Something of the result is returned, so that nothing is optimised away.
std::size_t run_floor(const std::string& path, Format format) {
    if (format == Format::Xlsx) return parse_parts(path);
    std::string text = read_file(path);
    switch (format) {
        case Format::Xml:
            return parse_xml(text);
        case Format::Yaml:
            return parse_yaml(text);
        case Format::Json:
        case Format::JsonLines:
            return parse_json(text, format == Format::JsonLines);
        default:
            return static_cast<std::size_t>(
                std::ranges::count_if(text, [](char c) { return c == ',' || c == '\n' || c == '"'; }));
    }
}

std::size_t count_records(const data::Value& value) {
    if (const auto* list = value.get_if<data::List>()) return list->size();
    const auto* map = value.get_if<data::Map>();
    return map == nullptr || map->empty() ? 0 : count_records(map->front().value);
}

std::size_t run_read(const std::string& path, Format format) {
    Sources sources;
    Diagnostics out;
    const auto value = data::read({path, read_file(path)}, format, sources, Limits{}, out);
    if (!value) std::fputs(print_human(out, sources, {Lang::En, false}).c_str(), stderr);
    const std::size_t records = value ? count_records(*value) : 0;
    return records;
}

/// Of this process, in user and system mode: other programs on the machine do not count.
double processor_seconds() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
    };
    return seconds(usage.ru_utime) + seconds(usage.ru_stime);
}

struct Measured {
    double seconds = 0;
    double megabytes = 0;
    std::size_t result = 0;
};

/// The fastest of three runs in processes of their own.
template <class Work>
Measured measure(Work work) {
    constexpr int kRuns = 3;
    Measured best;
    for (int run = 0; run < kRuns; ++run) {
        int ends[2];
        if (pipe(ends) != 0) std::abort();
        const pid_t child = fork();
        if (child == 0) {
            Measured mine;
            const double start = processor_seconds();
            mine.result = work();
            mine.seconds = processor_seconds() - start;
            if (write(ends[1], &mine, sizeof mine) != sizeof mine) std::abort();
            _exit(0);
        }
        Measured mine;
        if (read(ends[0], &mine, sizeof mine) != sizeof mine) std::abort();
        rusage usage{};
        wait4(child, nullptr, 0, &usage);
        close(ends[0]);
        close(ends[1]);
        mine.megabytes = static_cast<double>(usage.ru_maxrss) / 1024;
        if (run == 0 || mine.seconds < best.seconds) best = mine;
    }
    return best;
}

}  // namespace

int main(int argc, char** argv) {
    std::printf("%-28s %9s %9s %9s %7s\n", "file", "records", "seconds", "MB peak", "floor");
    for (int i = 1; i < argc; ++i) {
        const std::string path = argv[i];
        const auto format = data::format_of(path);
        if (!format) continue;
        const Measured floor = measure([&] { return run_floor(path, *format); });
        const Measured mine = measure([&] { return run_read(path, *format); });
        std::printf("%-28s %9zu %9.3f %9.0f %6.1fx\n", path.substr(path.rfind('/') + 1).c_str(), mine.result,
                    mine.seconds, mine.megabytes, mine.seconds / floor.seconds);
    }
    return 0;
}
