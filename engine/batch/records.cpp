// The readers of records, one for each way they lie in files.
#include "batch/records.hpp"

#include <algorithm>
#include <utility>

#include "base/utf8.hpp"
#include "batch/csv_records.hpp"
#include "batch/json_lines.hpp"
#include "batch/line_counter.hpp"

namespace vanban::batch {
namespace {

/// What the list of records is called where it has no name.
constexpr std::string_view kRecords = "ban_ghi";

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
    std::uint32_t line_of(const Span& span) {
        const Source* source = sources_.get(span.source);
        return source ? lines_.line_of(*source, span.begin) : 0;
    }

    std::string file_;
    data::List items_;
    const Sources& sources_;
    std::size_t at_ = 0;
    LineCounter lines_;
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
    return list && std::ranges::all_of(*list, [](const data::Value& item) { return item.kind() == data::Kind::Map; });
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
data::Value* find_list(data::Value& whole, std::string_view path) {
    data::Value* list = at_path(whole, path);
    return list && list->get_if<data::List>() ? list : nullptr;
}

/// Opens the files one after another.
class Opener {
public:
    Opener(const RecordsAsked& asked, Store& store, const World& world, Sources& sources, Diagnostics& out)
        : asked_(asked), store_(store), world_(world), sources_(sources), out_(out) {}

    std::unique_ptr<Records> open(const std::string& path) {
        const auto format = path == "-" ? data::Format::JsonLines : data::format_of(path);
        const bool streamed = asked_.added.empty() && asked_.list.empty() && !store_.is_folder(path);
        if (path == "-" || (streamed && format == data::Format::JsonLines)) return open_lines(path);
        if (streamed && format == data::Format::Csv) return open_rows(path);
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

    std::unique_ptr<Records> open_rows(const std::string& path) {
        auto stream = store_.open(path);
        if (!stream) {
            out_.add(std::move(stream.error()));
            return nullptr;
        }
        auto rows = std::make_unique<CsvRecords>(path, std::move(*stream), world_.limits, sources_);
        switch (rows->begin(sources_, out_)) {
            case CsvRecords::Header::Table:
                return rows;
            case CsvRecords::Header::Form:
                return open_whole(path);
            case CsvRecords::Header::Refused:
                break;
        }
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
        std::string list_path = asked_.list;
        if (list_path.empty() && is_workbook(whole)) list_path = first_list(whole);
        const bool one = whole.kind() == data::Kind::Map && list_path.empty();
        if (one || whole.kind() == data::Kind::List) {
            data::List items;
            if (one) items.push_back(std::move(whole));
            whole = data::Value(
                data::Map{{std::string(kRecords), {}, one ? data::Value(std::move(items), {}) : std::move(whole)}}, {});
            list_path = kRecords;
        }
        if (!add_tables(whole, list_path)) return nullptr;
        data::Value* list = find_list(whole, list_path);
        if (!list) {
            out_.add(Code::records_not_found, whole.span, {path, list_path});
            return nullptr;
        }
        data::List items = std::move(*list->get_if<data::List>());
        if (items.empty()) {
            out_.add(Code::no_records, {}, {path});
            return nullptr;
        }
        share_rest(std::move(whole), list_path);
        return std::make_unique<ListRecords>(path, std::move(items), sources_);
    }

    bool is_workbook(const data::Value& whole) const {
        const Source* source = sources_.get(whole.span.source);
        return source && source->cells;
    }

    /// Path of the first list of groups in a workbook; empty if it has none.
    static std::string first_list(const data::Value& whole) {
        const auto* map = whole.get_if<data::Map>();
        for (const data::Member& member : map ? *map : data::Map())
            if (is_list_of_groups(member.value)) return member.key;
        return {};
    }

    /// Puts what belongs to the records into them.
    bool add_tables(data::Value& whole, const std::string& list_path) {
        for (const Setting& added : asked_.added) {
            const auto format = data::format_of(added.value);
            if (!format) {
                out_.add(Code::unknown_data_format, {}, {added.value});
                return false;
            }
            auto bytes = world_.files->read(added.value);
            if (!bytes) {
                out_.add(std::move(bytes.error()));
                return false;
            }
            auto value = data::read({added.value, std::move(*bytes)}, *format, sources_, world_.limits, out_);
            if (!value || !data::append(whole, list_path + "." + added.path, std::move(*value), out_)) return false;
        }
        return true;
    }

    /// The list that became the records leaves an empty one behind, which goes with its groups.
    void share_rest(data::Value whole, std::string_view path) {
        data::Value* rest = &whole;
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
