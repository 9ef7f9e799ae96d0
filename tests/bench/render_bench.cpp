// Times the stages on one plan: read, check and merge, lay out, emit. Run it on a quiet machine; compare within one
// run.
//   render_bench FILE.yaml… [--rounds N]
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "engine.hpp"

namespace {

using namespace vanban;

std::string read_file(const char* path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

/// Median time of one call in microseconds.
template <class Function>
double median_us(int rounds, Function function) {
    std::vector<double> times;
    for (int i = 0; i < rounds; ++i) {
        const auto start = std::chrono::steady_clock::now();
        function();
        times.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count());
    }
    std::nth_element(times.begin(), times.begin() + rounds / 2, times.end());
    return times[static_cast<std::size_t>(rounds / 2)];
}

}  // namespace

int main(int argc, char** argv) {
    std::vector<DataFile> files;
    int rounds = 500;
    for (int i = 1; i < argc; ++i) {
        if (std::string(argv[i]) == "--rounds" && i + 1 < argc) {
            rounds = std::max(1, std::atoi(argv[++i]));
            continue;
        }
        files.push_back({argv[i], read_file(argv[i]), data::format_of(argv[i]).value_or(data::Format::Yaml)});
    }
    Engine engine;
    Diagnostics out;
    Sources sources(&engine.sources());
    const auto data = engine.read(files, {}, sources, out);
    const tmpl::Template* tmpl = data ? engine.load(template_name(*data), out) : nullptr;
    const auto bytes = tmpl ? engine.render(*tmpl, *data, sources, Output::Docx, out) : std::nullopt;
    if (!bytes) {
        std::fputs(print_human(out, sources, {}).c_str(), stderr);
        return 1;
    }
    const double read = median_us(rounds, [&] {
        Sources again(&engine.sources());
        engine.read(files, {}, again, out);
    });
    const double check = median_us(rounds, [&] { engine.check(*tmpl, *data, sources, out); });
    const double render = median_us(rounds, [&] { engine.render(*tmpl, *data, sources, Output::Docx, out); });
    Workspace workspace;
    const double again =
        median_us(rounds, [&] { engine.render(*tmpl, *data, sources, Output::Docx, out, &workspace); });
    std::printf("document            %8zu bytes\n", bytes->size());
    std::printf("read data           %8.1f us\n", read);
    std::printf("check, merge, style %8.1f us\n", check);
    std::printf("render, all stages  %8.1f us\n", render);
    std::printf("with a workspace    %8.1f us\n", again);
    return 0;
}
