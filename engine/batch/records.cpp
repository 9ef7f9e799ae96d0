// The readers of records, one for each way they lie in files.
#include "batch/records.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "batch/json_lines.hpp"

namespace vanban::batch {
namespace {

/// The items of a list that is in memory.
class ListRecords : public Records {
public:
    ListRecords(std::string file, data::List items, const Sources& sources)
        : file_(std::move(file)), items_(std::move(items)), sources_(sources) {}

    std::optional<Record> next() override {
        if (at_ == items_.size()) return std::nullopt;
        data::Value item = std::exchange(items_[at_++], data::Value());
        const std::uint32_t line = line_of(item.span);
        return Record{file_, line, std::move(item)};
    }
    std::optional<double> progress() const override {
        return items_.empty() ? 1.0 : static_cast<double>(at_) / static_cast<double>(items_.size());
    }

private:
    /// Items come in the order of the file: lines are counted from the last one on.
    std::uint32_t line_of(const Span& span) {
        const Source* source = sources_.get(span.source);
        if (source == nullptr) return 0;
        const auto begin = std::min<std::size_t>(span.begin, source->text.size());
        if (source != counted_in_ || begin < counted_to_) {
            counted_in_ = source;
            counted_to_ = 0;
            line_ = source->first_line;
        }
        const auto from = source->text.begin();
        line_ += static_cast<std::uint32_t>(std::count(from + static_cast<std::ptrdiff_t>(counted_to_),
                                                       from + static_cast<std::ptrdiff_t>(begin), '\n'));
        counted_to_ = begin;
        return line_;
    }

    std::string file_;
    data::List items_;
    const Sources& sources_;
    std::size_t at_ = 0;
    const Source* counted_in_ = nullptr;
    std::size_t counted_to_ = 0;
    std::uint32_t line_ = 1;
};

/// The data files of a folder, a record each, in the order of their names.
class FolderRecords : public Records {
public:
    FolderRecords(const std::string& folder, const Store& store, const Files* files) : files_(files) {
        for (const std::string& name : store.list(folder))
            if (data::format_of(name) && !name.starts_with('.')) paths_.push_back(folder + "/" + name);
    }
    std::optional<Record> next() override {
        if (at_ == paths_.size()) return std::nullopt;
        const std::string& path = paths_[at_++];
        auto text = files_->read(path);
        if (!text) return Record{path, 0, std::move(text.error())};
        return Record{path, 0, RecordText{std::move(*text), *data::format_of(path)}};
    }
    std::optional<double> progress() const override {
        return paths_.empty() ? 1.0 : static_cast<double>(at_) / static_cast<double>(paths_.size());
    }

private:
    const Files* files_;
    std::vector<std::string> paths_;
    std::size_t at_ = 0;
};

/// Several of them, one after another.
class ChainedRecords : public Records {
public:
    explicit ChainedRecords(std::vector<std::unique_ptr<Records>> links) : links_(std::move(links)) {}
    std::optional<Record> next() override {
        for (; at_ < links_.size(); ++at_)
            if (auto record = links_[at_]->next()) return record;
        return std::nullopt;
    }
    std::optional<double> progress() const override {
        if (at_ == links_.size()) return 1.0;
        const auto part = links_[at_]->progress();
        if (!part) return std::nullopt;
        return (static_cast<double>(at_) + *part) / static_cast<double>(links_.size());
    }

private:
    std::vector<std::unique_ptr<Records>> links_;
    std::size_t at_ = 0;
};

bool is_list_of_groups(const data::Value& value) {
    const auto* list = value.get_if<data::List>();
    return list && !list->empty() &&
           std::ranges::all_of(*list, [](const data::Value& item) { return item.kind() == data::Kind::Map; });
}

/// The member that a step of a path means: the same key, else the same without case and diacritics.
data::Value* member_of(data::Value& value, std::string_view step) {
    data::Map* map = value.get_if<data::Map>();
    if (!map) return nullptr;
    const auto by = [&](auto same) {
        const auto found = std::ranges::find_if(*map, same, &data::Member::key);
        return found == map->end() ? nullptr : &found->value;
    };
    data::Value* exact = by([&](const std::string& key) { return key == step; });
    return exact ? exact
                 : by([&](const std::string& key) { return utf8::fold_to_key(key) == utf8::fold_to_key(step); });
}

data::Value* at_path(data::Value& root, std::string_view path) {
    data::Value* value = &root;
    while (value && !path.empty()) {
        const std::size_t dot = std::min(path.find('.'), path.size());
        value = member_of(*value, path.substr(0, dot));
        path.remove_prefix(std::min(dot + 1, path.size()));
    }
    return value;
}

/// The list of records inside `whole`; nullptr if there is none.
data::Value* find_list(data::Value& whole, const std::string& path) {
    data::Value* list = at_path(whole, path);
    return list && is_list_of_groups(*list) ? list : nullptr;
}

/// Opens the files one after another.
class Opener {
public:
    Opener(const RecordsAsked& asked, Store& store, const World& world, Sources& sources, Diagnostics& out)
        : asked_(asked), store_(store), world_(world), sources_(sources), out_(out) {}

    std::unique_ptr<Records> open(const std::string& path) {
        if (path == "-" || is_json_lines(path)) return open_lines(path);
        if (store_.is_folder(path)) {
            auto folder = std::make_unique<FolderRecords>(path, store_, world_.files);
            if (*folder->progress() < 1.0) return folder;
            out_.add(Code::no_records, {}, {path});
            return nullptr;
        }
        return open_whole(path);
    }

    data::Value shared{data::Map{}, {}};

private:
    std::unique_ptr<Records> open_lines(const std::string& path) {
        auto stream = store_.open(path);
        if (stream) return std::make_unique<JsonLines>(path, std::move(*stream), world_.limits.file_bytes);
        out_.add(std::move(stream.error()));
        return nullptr;
    }

    std::unique_ptr<Records> open_whole(const std::string& path) {
        const auto format = data::format_of(path);
        if (!format) {
            out_.add(Code::unknown_data_format, {}, {path});
            return nullptr;
        }
        auto bytes = world_.files->read(path);
        if (!bytes) {
            out_.add(std::move(bytes.error()));
            return nullptr;
        }
        auto value = data::read({path, std::move(*bytes)}, *format, sources_, world_.limits, out_);
        return value ? records_of(path, std::move(*value)) : nullptr;
    }

    std::unique_ptr<Records> records_of(const std::string& path, data::Value whole) {
        data::List items;
        if (whole.kind() == data::Kind::Map && asked_.list.empty()) {
            items.push_back(std::move(whole));
        } else {
            data::Value* list = asked_.list.empty() ? &whole : find_list(whole, asked_.list);
            if (!list || !list->get_if<data::List>()) {
                const Code code = asked_.list.empty() ? Code::record_not_a_group : Code::records_not_found;
                out_.add(code, whole.span, {path, asked_.list});
                return nullptr;
            }
            items = std::move(*list->get_if<data::List>());
            if (list != &whole) share_rest(std::move(whole));
        }
        if (items.empty()) {
            out_.add(Code::no_records, {}, {path});
            return nullptr;
        }
        return std::make_unique<ListRecords>(path, std::move(items), sources_);
    }

    /// The list that became the records leaves an empty one behind, which goes with its groups.
    void share_rest(data::Value whole) {
        data::Value* rest = &whole;
        std::string_view path = asked_.list;
        std::vector<data::Value*> groups;
        while (!path.empty()) {
            groups.push_back(rest);
            const std::size_t dot = std::min(path.find('.'), path.size());
            rest = member_of(*rest, path.substr(0, dot));
            path.remove_prefix(std::min(dot + 1, path.size()));
        }
        for (; !groups.empty(); groups.pop_back()) {
            data::Map& map = *groups.back()->get_if<data::Map>();
            std::erase_if(map, [&](const data::Member& member) { return &member.value == rest; });
            if (!map.empty()) break;
            rest = groups.back();
        }
        shared = data::merge(std::move(shared), std::move(whole));
    }

    const RecordsAsked& asked_;
    Store& store_;
    const World& world_;
    Sources& sources_;
    Diagnostics& out_;
};

}  // namespace

std::optional<RecordsFound> open_records(const RecordsAsked& asked, Store& store, const World& world, Sources& sources,
                                         Diagnostics& out) {
    Opener opener(asked, store, world, sources, out);
    std::vector<std::unique_ptr<Records>> links;
    bool all = true;
    for (const std::string& path : asked.paths) {
        links.push_back(opener.open(path));
        all = all && links.back() != nullptr;
    }
    if (!all) return std::nullopt;
    if (links.size() == 1) return RecordsFound{std::move(links.front()), std::move(opener.shared)};
    return RecordsFound{std::make_unique<ChainedRecords>(std::move(links)), std::move(opener.shared)};
}

}  // namespace vanban::batch
