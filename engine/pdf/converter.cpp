// The side that asks: starts the process, hands it files, and ends it when it takes too long (POSIX).
#include "pdf/converter.hpp"

#include <fcntl.h>
#include <spawn.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>
#include <utility>
#include <variant>

#include "pdf/channel.hpp"
#include "pdf/office.hpp"
#include "pdf/repeatable.hpp"

extern char** environ;

namespace vanban::pdf {

namespace {

namespace fs = std::filesystem;

/// A folder of our own that goes with the object. Its path is empty if it could not be made.
class ScratchFolder {
public:
    explicit ScratchFolder(const std::string& where) {
        std::error_code error;
        std::string pattern = (fs::absolute(where, error) / "vanban-pdf-XXXXXX").string();
        if (::mkdtemp(pattern.data())) path_ = pattern;
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;
    ~ScratchFolder() {
        std::error_code error;
        if (!path_.empty()) fs::remove_all(path_, error);
    }
    const fs::path& path() const { return path_; }

private:
    fs::path path_;
};

/// The process and our end of the socket to it.
class Process {
public:
    /// Not running if it could not be started.
    explicit Process(const std::vector<std::string>& command) {
        int ends[2];
        if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) return;
        posix_spawn_file_actions_t actions;
        ::posix_spawn_file_actions_init(&actions);
        ::posix_spawn_file_actions_adddup2(&actions, ends[1], STDIN_FILENO);
        ::posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
        ::posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
        std::vector<std::string> copy = command;
        std::vector<char*> arguments;
        for (std::string& argument : copy) arguments.push_back(argument.data());
        arguments.push_back(nullptr);
        if (::posix_spawnp(&pid_, arguments.front(), &actions, nullptr, arguments.data(), environ) != 0) pid_ = -1;
        ::posix_spawn_file_actions_destroy(&actions);
        ::close(ends[1]);
        descriptor_ = ends[0];
    }
    Process(const Process&) = delete;
    Process& operator=(const Process&) = delete;
    ~Process() {
        if (descriptor_ >= 0) ::close(descriptor_);
        if (pid_ < 0) return;
        ::kill(pid_, SIGKILL);
        while (::waitpid(pid_, nullptr, 0) < 0 && errno == EINTR) {
        }
    }
    bool running() const { return pid_ >= 0; }
    int descriptor() const { return descriptor_; }

private:
    pid_t pid_ = -1;
    int descriptor_ = -1;
};

bool write_file(const fs::path& path, std::string_view bytes) {
    std::ofstream file(path, std::ios::binary);
    file.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    return file.flush().good();
}

std::optional<std::string> read_file(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(file), {});
}

}  // namespace

struct Converter::State {
    explicit State(ConverterOptions the_options) : options(std::move(the_options)) {}

    Result<std::monostate> start() {
        if (process) return std::monostate{};
        const auto folder = find_libreoffice(options.libreoffice);
        if (!folder) return fail(Code::pdf_no_libreoffice, {}, {options.libreoffice});
        scratch.reset();
        scratch = std::make_unique<ScratchFolder>(options.temporary_folder);
        if (scratch->path().empty()) return fail(Code::pdf_no_scratch, {}, {options.temporary_folder});
        std::vector<std::string> command = options.worker;
        command.push_back(*folder);
        command.push_back((scratch->path() / "profile").string());
        process = std::make_unique<Process>(command);
        const Received hello =
            process->running() ? receive_text(process->descriptor(), options.start_limit) : Received{};
        if (hello.text && hello.text->empty()) return std::monostate{};
        process.reset();
        return fail(Code::pdf_not_started, {}, {*folder});
    }

    Result<std::string> convert(const fs::path& from, const fs::path& to, const Job& job) {
        const std::chrono::milliseconds limit = options.limit * static_cast<std::int64_t>(job.documents);
        const std::string_view blank_pages = job.blank_pages == BlankPages::Kept ? kKept : kLeftOut;
        const bool asked = send_text(process->descriptor(), from.string()) &&
                           send_text(process->descriptor(), to.string()) &&
                           send_text(process->descriptor(), blank_pages);
        const Received answer = asked ? receive_text(process->descriptor(), limit) : Received{};
        if (!answer.text) {
            process.reset();  // The next document gets a fresh one.
            if (answer.late) return fail(Code::pdf_too_slow, {}, {std::to_string((limit.count() + 999) / 1000)});
            return fail(Code::pdf_crashed, {});
        }
        if (!answer.text->empty()) return fail(Code::pdf_failed, {}, {*answer.text});
        auto bytes = read_file(to);
        if (!bytes) return fail(Code::pdf_failed, {}, {to.filename().string()});
        return std::move(*bytes);
    }

    ConverterOptions options;
    std::unique_ptr<ScratchFolder> scratch;
    std::unique_ptr<Process> process;
};

Converter::Converter(ConverterOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Converter::Converter(Converter&&) noexcept = default;
Converter& Converter::operator=(Converter&&) noexcept = default;
Converter::~Converter() = default;

Result<std::monostate> Converter::start() {
    return state_->start();
}

Result<std::string> Converter::convert(const Job& job) {
    if (auto started = state_->start(); !started) return tl::make_unexpected(std::move(started.error()));
    const fs::path from = state_->scratch->path() / ("document." + std::string(job.ending));
    const fs::path to = state_->scratch->path() / "document.pdf";
    if (!write_file(from, job.bytes)) return fail(Code::pdf_no_scratch, {}, {state_->options.temporary_folder});
    auto made = state_->convert(from, to, job);
    std::error_code error;
    fs::remove(from, error);
    fs::remove(to, error);
    if (made) make_repeatable(*made, state_->options.now);
    return made;
}

}  // namespace vanban::pdf
