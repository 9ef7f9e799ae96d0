// The least that any program does for a batch of documents that are already laid out: deflates the same document.xml,
// puts it beside parts that were packed before, and writes a new file. batch_bench.py runs it on the documents that
// `vanban batch` has just made, in the same kind of folder.
//   files_floor DOCUMENTS FOLDER COUNT LEVEL THREADS
// DOCUMENTS: a folder of DOCX files, of which some are read first and then made again and again. FOLDER: is made.
// Prints the seconds that making COUNT files took.
#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <thread>
#include <vector>

#include "opc/zip_reader.hpp"

namespace {

using namespace vanban;

constexpr std::size_t kMostRead = 500;

/// What differs from document to document, and as many bytes as everything else takes in the file.
struct Sample {
    std::string body;
    std::string rest;
};

struct FreeCompressor {
    void operator()(libdeflate_compressor* compressor) const { libdeflate_free_compressor(compressor); }
};

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "%s\n", why.c_str());
    std::exit(1);
}

class Maker {
public:
    explicit Maker(int level) : compressor_(libdeflate_alloc_compressor(level)) {}

    /// Views the maker: good until the next call.
    std::string_view make(const Sample& sample) {
        emitted_.assign(sample.body);
        const std::uint32_t crc = libdeflate_crc32(0, emitted_.data(), emitted_.size());
        packed_.resize(emitted_.size());
        const std::size_t size = libdeflate_deflate_compress(compressor_.get(), emitted_.data(), emitted_.size(),
                                                             packed_.data(), packed_.size());
        file_.assign(sample.rest);
        file_.append(packed_.data(), size).append(reinterpret_cast<const char*>(&crc), sizeof crc);
        return file_;
    }

private:
    std::unique_ptr<libdeflate_compressor, FreeCompressor> compressor_;
    std::string emitted_, file_;
    std::vector<char> packed_;
};

Sample read_sample(const std::filesystem::path& path, int level) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), {}};
    const Limits limits;
    auto zip = opc::ZipReader::open(bytes, limits);
    auto body = zip ? zip->read_all("word/document.xml") : tl::unexpected(std::move(zip.error()));
    if (!body) stop("not a document: " + path.string());
    Sample sample{std::move(*body), {}};
    const std::size_t packed = Maker(level).make(sample).size();
    sample.rest.assign(bytes.size() - std::min(bytes.size(), packed), 'x');
    return sample;
}

std::vector<Sample> read_samples(const std::string& folder, int level) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry : std::filesystem::directory_iterator(folder))
        if (entry.path().extension() == ".docx") paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    paths.resize(std::min(paths.size(), kMostRead));
    std::vector<Sample> samples;
    for (const auto& path : paths) samples.push_back(read_sample(path, level));
    if (samples.empty()) stop("no documents in " + folder);
    return samples;
}

void write_file(const std::string& path, std::string_view bytes) {
    const int fd = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    const bool written = fd >= 0 && ::write(fd, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
    if (!written || ::close(fd) != 0) stop("cannot write " + path);
}

void make_all(const std::vector<Sample>& samples, const std::string& folder, std::size_t count, int level,
              std::size_t threads) {
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        Maker maker(level);
        for (std::size_t i = next++; i < count; i = next++)
            write_file(folder + "/" + std::to_string(i) + ".docx", maker.make(samples[i % samples.size()]));
    };
    std::vector<std::jthread> others;
    for (std::size_t i = 1; i < threads; ++i) others.emplace_back(work);
    work();
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 6) stop("usage: files_floor DOCUMENTS FOLDER COUNT LEVEL THREADS");
    const int level = std::atoi(argv[4]);
    const std::vector<Sample> samples = read_samples(argv[1], level);
    std::filesystem::create_directories(argv[2]);
    const auto start = std::chrono::steady_clock::now();
    make_all(samples, argv[2], std::strtoul(argv[3], nullptr, 10), level, std::strtoul(argv[5], nullptr, 10));
    std::printf("%.6f\n", std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count());
    return 0;
}
