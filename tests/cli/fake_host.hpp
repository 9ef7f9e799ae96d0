// A machine in memory for the tests of the program.
#pragma once

#include <map>
#include <set>

#include "batch/memory_store.hpp"
#include "cli/run.hpp"

namespace vanban::cli {

class FakeHost : public Host {
public:
    std::map<std::string, std::string, std::less<>> files;
    std::map<std::string, std::string> written;
    std::map<std::string, std::string> variables;
    std::string standard_input, out, err;
    std::string temporary = ".";
    std::string program_path = "vanban";
    bool read_only = false;

    Result<std::string> read(std::string_view path) const override {
        const auto found = files.find(path);
        if (found == files.end()) return fail(Code::file_not_found, {}, {std::string(path)});
        return found->second;
    }
    std::vector<std::string> list(std::string_view folder) const override {
        std::vector<std::string> names;
        const std::string head = std::string(folder) + "/";
        for (const auto& [path, text] : files)
            if (path.starts_with(head)) names.push_back(path.substr(head.size()));
        return names;
    }
    Result<std::string> read_standard_input() const override { return standard_input; }
    void print(std::string_view text) override { out += text; }
    void print_error(std::string_view text) override { err += text; }
    Result<std::monostate> write(const std::string& path, std::string_view bytes) override {
        if (read_only) return fail(Code::output_not_writable, {}, {path, "read-only"});
        written[path] = bytes;
        return std::monostate{};
    }
    std::optional<std::string> environment(const char* name) const override {
        const auto found = variables.find(name);
        if (found == variables.end()) return std::nullopt;
        return found->second;
    }
    bool error_is_terminal() const override { return false; }
    std::string program() const override { return program_path; }
    std::string temporary_folder() const override { return temporary; }
    batch::Store& store() override { return batch_files; }
    double seconds() const override { return 0; }
    unsigned cores() const override { return 2; }

    batch::MemoryStore batch_files;  ///< Reads what is in `files` too.
    FakeHost() { batch_files.inputs = &files; }
    FakeHost(FakeHost&& other) noexcept
        : files(std::move(other.files)),
          written(std::move(other.written)),
          variables(std::move(other.variables)),
          standard_input(std::move(other.standard_input)),
          temporary(std::move(other.temporary)),
          read_only(other.read_only) {
        batch_files.inputs = &files;
    }
};

}  // namespace vanban::cli
