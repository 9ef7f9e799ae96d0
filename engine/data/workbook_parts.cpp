// Relationships, workbook, styles and shared strings.
#include "data/workbook_parts.hpp"

#include <algorithm>
#include <charconv>
#include <optional>
#include <unordered_map>
#include <utility>

namespace vanban::data {
namespace {

std::optional<std::uint32_t> parse_number(std::string_view digits) {
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole ? std::optional(value) : std::nullopt;
}

bool is_true(std::string_view flag) {
    return flag == "1" || flag == "true" || flag == "on";
}

/// A handler that is interested in start tags only, and collects at most so many things from them.
class StartTags : public XmlHandler {
public:
    explicit StartTags(std::size_t most) : most_(most) {}
    void text(std::string_view) override {}
    void end(std::string_view) override {}
    bool done() const override { return collected_ > most_; }

protected:
    bool collect() { return ++collected_ <= most_; }

private:
    std::size_t most_;
    std::size_t collected_ = 0;
};

/// Parses a part whose handler stops only when there is too much in it.
Result<void> read_bounded(opc::ZipReader& zip, const std::string& part, const Limits& limits, XmlHandler& handler,
                          std::size_t most) {
    if (auto read = read_part(zip, part, limits, handler); !read) return read;
    if (handler.done()) return fail(Code::too_many_values, {}, {std::to_string(most)});
    return {};
}

struct Relationship {
    std::string id;
    std::string type;  ///< The last step of its URI: `worksheet`.
    std::string target;
};

/// Relationships within the package; those to places outside are never followed.
class RelationshipsReader : public StartTags {
public:
    using StartTags::StartTags;
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name != "Relationship" || attributes.get("TargetMode") == "External" || !collect()) return;
        const std::string_view type = attributes.get("Type");
        all.push_back({std::string(attributes.get("Id")), std::string(type.substr(type.rfind('/') + 1)),
                       std::string(attributes.get("Target"))});
    }
    const Relationship* of_type(std::string_view type) const {
        const auto found = std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.type == type; });
        return found == all.end() ? nullptr : &*found;
    }
    std::vector<Relationship> all;
};

class WorkbookReader : public StartTags {
public:
    using StartTags::StartTags;
    struct Sheet {
        std::string name;
        std::string relationship;
        bool very_hidden;
    };
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "workbook") is_workbook = true;
        if (name == "workbookPr" && is_true(attributes.get("date1904"))) dates = DateSystem::From1904;
        if (name == "externalReference") has_links = true;
        if (name == "sheet" && collect()) {
            sheets.push_back({std::string(attributes.get("name")), std::string(attributes.relationship()),
                              attributes.get("state") == "veryHidden"});
        }
    }
    bool is_workbook = false;
    bool has_links = false;
    DateSystem dates = DateSystem::From1900;
    std::vector<Sheet> sheets;
};

class StylesReader : public StartTags {
public:
    /// Excel stops at 65,490 styles.
    static constexpr std::size_t kMost = 200'000;
    StylesReader() : StartTags(kMost) {}
    void start(std::string_view name, const XmlAttributes& attributes) override {
        if (name == "cellXfs") in_cell_formats_ = true;
        const auto id = parse_number(attributes.get("numFmtId")).value_or(0);
        if (name == "numFmt" && collect()) codes_.insert_or_assign(id, format_of_code(attributes.get("formatCode")));
        if (name == "xf" && in_cell_formats_ && collect()) {
            const auto code = codes_.find(id);
            formats.push_back(code == codes_.end() ? builtin_format(id) : code->second);
        }
    }
    void end(std::string_view name) override {
        if (name == "cellXfs") in_cell_formats_ = false;
    }
    std::vector<FormatKind> formats;

private:
    bool in_cell_formats_ = false;
    std::unordered_map<std::uint32_t, FormatKind> codes_;
};

class SharedTextsReader : public XmlHandler {
public:
    explicit SharedTextsReader(std::size_t most) : most_(most) {}
    void start(std::string_view name, const XmlAttributes&) override {
        name == "si" ? collector_.begin() : collector_.start(name);
    }
    void text(std::string_view piece) override { collector_.text(piece); }
    void end(std::string_view name) override {
        collector_.end(name);
        if (name == "si") texts.add(collector_.take());
    }
    bool done() const override { return texts.size() > most_; }
    SharedTexts texts;

private:
    std::size_t most_;
    TextCollector collector_;
};

std::string_view folder_of(std::string_view part) {
    const std::size_t slash = part.rfind('/');
    return slash == part.npos ? std::string_view() : part.substr(0, slash + 1);
}

std::string relationships_of(std::string_view part) {
    const std::string_view folder = folder_of(part);
    return std::string(folder) + "_rels/" + std::string(part.substr(folder.size())) + ".rels";
}

/// Takes the steps of `target` from the folder `path`; there is nothing above the root.
void follow(std::string_view target, std::string& path) {
    while (!target.empty()) {
        const std::size_t end = std::min(target.find('/'), target.size());
        const std::string_view step = target.substr(0, end);
        target.remove_prefix(std::min(end + 1, target.size()));
        if (step == "..") {
            const std::size_t slash = path.rfind('/');
            path.resize(slash == path.npos ? 0 : slash);
        } else if (!step.empty() && step != ".") {
            if (!path.empty()) path += '/';
            path += step;
        }
    }
}

/// A target as a part name: relative to the folder of the part that names it, or from the root (ISO/IEC 29500-2, 8.3).
std::string resolve(std::string_view folder, std::string_view target) {
    std::string path;
    if (!target.starts_with('/')) follow(folder, path);
    follow(target, path);
    return path;
}

/// What the file is instead of a workbook; empty if there is no telling.
std::string_view other_format(const opc::ZipReader& zip, std::string_view main_part) {
    if (zip.has("xl/workbook.bin") || main_part.ends_with(".bin")) return ".xlsb";
    if (zip.has("word/document.xml")) return "Word (.docx)";
    if (zip.has("ppt/presentation.xml")) return "PowerPoint (.pptx)";
    if (zip.has("mimetype") && zip.has("content.xml")) return "OpenDocument (.ods)";
    return {};
}

Diagnostic no_workbook(const opc::ZipReader& zip, std::string_view main_part) {
    const std::string_view format = other_format(zip, main_part);
    const Note advice{Code::workbook_hint_save_as, {}, {}};
    return format.empty() ? diagnose(Code::not_a_workbook, {}).with(advice)
                          : diagnose(Code::workbook_other_format, {}, {std::string(format)}).with(advice);
}

Result<RelationshipsReader> read_relationships(opc::ZipReader& zip, const std::string& part, const Limits& limits) {
    RelationshipsReader reader(limits.package_entries);
    const auto read = read_bounded(zip, part, limits, reader, limits.package_entries);
    if (!read) return tl::make_unexpected(read.error());
    return reader;
}

/// Name of the part that all others hang on.
Result<std::string> find_main_part(opc::ZipReader& zip, const Limits& limits) {
    constexpr std::string_view kRoot = "_rels/.rels";
    if (!zip.has(kRoot)) return tl::make_unexpected(no_workbook(zip, {}));
    auto root = read_relationships(zip, std::string(kRoot), limits);
    if (!root) return tl::make_unexpected(root.error());
    const Relationship* main = root->of_type("officeDocument");
    std::string part = main == nullptr ? std::string() : resolve({}, main->target);
    if (part.empty() || !other_format(zip, part).empty()) return tl::make_unexpected(no_workbook(zip, part));
    return part;
}

/// Worksheets in the order of the workbook; chart sheets and the like are left out.
Result<std::vector<SheetEntry>> find_sheets(const WorkbookReader& workbook, const RelationshipsReader& links,
                                            std::string_view folder) {
    std::unordered_map<std::string_view, const Relationship*> by_id;
    for (const Relationship& link : links.all) by_id.emplace(link.id, &link);
    std::vector<SheetEntry> sheets;
    for (const WorkbookReader::Sheet& sheet : workbook.sheets) {
        const auto link = by_id.find(sheet.relationship);
        if (link == by_id.end()) return fail(Code::workbook_part_missing, {}, {sheet.name});
        if (link->second->type != "worksheet") continue;
        sheets.push_back({sheet.name, resolve(folder, link->second->target), sheet.very_hidden});
    }
    return sheets;
}

Result<void> read_styles(opc::ZipReader& zip, const std::string& part, const Limits& limits, WorkbookParts& out) {
    StylesReader styles;
    auto read = read_bounded(zip, part, limits, styles, StylesReader::kMost);
    out.formats = std::move(styles.formats);
    return read;
}

Result<void> read_shared_texts(opc::ZipReader& zip, const std::string& part, const Limits& limits, WorkbookParts& out) {
    SharedTextsReader reader(limits.values);
    if (auto read = read_bounded(zip, part, limits, reader, limits.values); !read) return read;
    out.texts = std::move(reader.texts);
    return {};
}

bool has_entry(const opc::ZipReader& zip, std::string_view piece) {
    return std::any_of(zip.names().begin(), zip.names().end(),
                       [&](const std::string& name) { return name.find(piece) != name.npos; });
}

}  // namespace

void SharedTexts::add(std::string_view text) {
    text_ += text;
    ends_.push_back(text_.size());
}

std::string_view SharedTexts::get(std::size_t index) const {
    const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
    return std::string_view(text_).substr(begin, ends_[index] - begin);
}

void TextCollector::start(std::string_view name) {
    if (name == "rPh") in_phonetic_ = true;
    if (name == "t" && !in_phonetic_) in_text_ = true;
}

void TextCollector::text(std::string_view piece) {
    if (in_text_) text_ += piece;
}

void TextCollector::end(std::string_view name) {
    if (name == "rPh") in_phonetic_ = false;
    if (name == "t") in_text_ = false;
}

std::string& TextCollector::take() {
    finish_text(text_);
    return text_;
}

Result<void> read_part(opc::ZipReader& zip, const std::string& name, const Limits& limits, XmlHandler& handler) {
    struct Feeder : opc::ByteSink {
        explicit Feeder(XmlEvents& to) : events(to) {}
        bool take(std::string_view bytes) override { return events.feed(bytes); }
        XmlEvents& events;
    };
    XmlEvents events(name, limits, handler);
    Feeder feeder(events);
    if (auto read = zip.read(name, feeder); !read) return read;
    return events.finish();
}

Result<WorkbookParts> read_workbook_parts(opc::ZipReader& zip, const Limits& limits) {
    auto main = find_main_part(zip, limits);
    if (!main) return tl::make_unexpected(main.error());
    WorkbookReader workbook(limits.package_entries);
    const auto main_read = read_bounded(zip, *main, limits, workbook, limits.package_entries);
    if (!main_read) return tl::make_unexpected(main_read.error());
    if (!workbook.is_workbook) return tl::make_unexpected(no_workbook(zip, *main));
    const auto links = read_relationships(zip, relationships_of(*main), limits);
    if (!links) return tl::make_unexpected(links.error());

    const std::string_view folder = folder_of(*main);
    auto sheets = find_sheets(workbook, *links, folder);
    if (!sheets) return tl::make_unexpected(sheets.error());
    WorkbookParts out;
    out.sheets = std::move(*sheets);
    out.dates = workbook.dates;
    out.has_links = workbook.has_links;
    out.has_macros = has_entry(zip, "vbaProject.bin");
    Result<void> read;
    const Relationship* styles = links->of_type("styles");
    const Relationship* texts = links->of_type("sharedStrings");
    if (styles != nullptr) read = read_styles(zip, resolve(folder, styles->target), limits, out);
    if (read && texts != nullptr) read = read_shared_texts(zip, resolve(folder, texts->target), limits, out);
    if (!read) return tl::make_unexpected(read.error());
    return out;
}

}  // namespace vanban::data
