// The files of a batch in memory, with faults on demand.
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>

#include "batch/store.hpp"

namespace vanban::batch {

using MemoryFiles = std::map<std::string, std::string, std::less<>>;

class MemoryStore : public Store {
public:
    MemoryFiles files;
    std::set<std::string> refused;  ///< Paths that cannot be written.
    bool read_only = false;
    std::set<std::string> held;  ///< Logs of other runs.
    /// Where files are read that are not in `files`.
    const MemoryFiles* inputs = nullptr;

    Result<std::monostate> write(const std::string& path, std::string_view bytes, const std::string&) override {
        const std::lock_guard lock(mutex_);
        if (read_only || refused.contains(path)) return fail(Code::output_not_writable, {}, {path, "refused"});
        files[path] = bytes;
        return std::monostate{};
    }
    Result<std::unique_ptr<Draft>> draft(const std::string& path, const std::string&) override {
        if (read_only || refused.contains(path)) return fail(Code::output_not_writable, {}, {path, "refused"});
        return std::make_unique<MemoryDraft>(*this, path);
    }
    Result<std::unique_ptr<Log>> log(const std::string& path) override {
        if (read_only || refused.contains(path)) return fail(Code::output_not_writable, {}, {path, "refused"});
        if (held.contains(path)) return fail(Code::batch_running, {}, {path});
        const std::lock_guard lock(mutex_);
        return std::make_unique<MemoryLog>(*this, path, files.try_emplace(path).first->second);
    }
    Result<std::unique_ptr<Stream>> open(const std::string& path) override {
        const std::string* text = find(path);
        if (!text) return fail(Code::file_not_found, {}, {path});
        return std::make_unique<MemoryStream>(*text);
    }
    std::optional<std::string> read(const std::string& path, std::size_t most) const override {
        const std::lock_guard lock(mutex_);
        const auto found = files.find(path);
        if (found == files.end() || found->second.size() > most) return std::nullopt;
        return found->second;
    }
    bool is_folder(const std::string& path) const override { return !list(path).empty(); }
    std::vector<std::string> list(const std::string& folder) const override {
        const std::string head = folder + (folder.ends_with('/') ? "" : "/");
        std::vector<std::string> names;
        for (const MemoryFiles* all : {&files, inputs})
            for (const auto& [path, text] : all ? *all : MemoryFiles())
                if (path.starts_with(head)) names.push_back(path.substr(head.size()));
        return names;
    }
    void remove(const std::string& path) override {
        const std::lock_guard lock(mutex_);
        files.erase(path);
    }

private:
    const std::string* find(const std::string& path) const {
        for (const MemoryFiles* all : {&files, inputs})
            if (const auto found = all ? all->find(path) : files.end(); all && found != all->end())
                return &found->second;
        return nullptr;
    }

    class MemoryDraft : public Draft {
    public:
        MemoryDraft(MemoryStore& store, std::string path) : store_(store), path_(std::move(path)) {}
        Result<std::monostate> append(std::string_view bytes) override {
            bytes_ += bytes;
            return std::monostate{};
        }
        Result<std::monostate> commit() override { return store_.write(path_, bytes_, {}); }

    private:
        MemoryStore& store_;
        std::string path_, bytes_;
    };
    class MemoryLog : public Log {
    public:
        MemoryLog(MemoryStore& store, std::string path, std::string& bytes)
            : store_(store), path_(std::move(path)), bytes_(bytes) {}
        Result<std::monostate> append(std::string_view bytes) override {
            const std::lock_guard lock(store_.mutex_);
            if (store_.refused.contains(path_)) return fail(Code::output_not_writable, {}, {path_, "refused"});
            bytes_ += bytes;
            return std::monostate{};
        }
        std::string read(std::uint64_t offset, std::size_t most) const override {
            const std::lock_guard lock(store_.mutex_);
            return offset >= bytes_.size() ? std::string() : bytes_.substr(offset, most);
        }
        void clear() override { bytes_.clear(); }

    private:
        MemoryStore& store_;
        std::string path_;
        std::string& bytes_;
    };
    class MemoryStream : public Stream {
    public:
        explicit MemoryStream(const std::string& text) : text_(text) {}
        Result<bool> read(std::string& to, std::size_t most) override {
            const std::string_view piece = std::string_view(text_).substr(at_, most);
            to += piece;
            at_ += piece.size();
            return !piece.empty();
        }
        std::optional<std::uint64_t> size() const override { return text_.size(); }

    private:
        const std::string& text_;
        std::size_t at_ = 0;
    };

    mutable std::mutex mutex_;
};

}  // namespace vanban::batch
