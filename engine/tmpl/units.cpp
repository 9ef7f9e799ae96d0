// Template files: loaded by name, their shape checked, compiled once for each kind of content.
#include "tmpl/units.hpp"

#include <algorithm>

#include "tmpl/compiler.hpp"
#include "tmpl/suggest.hpp"

namespace vanban::tmpl {

namespace {

constexpr int kDescription = 1, kFields = 2, kBody = 3;

/// Order of the parts of `mau`; 0 for what is none.
int part_of(std::string_view name) {
    if (name == "mo-ta") return kDescription;
    if (name == "truong" || name == "nhom-truong") return kFields;
    return name == "than" ? kBody : 0;
}

std::string trimmed_text(const XmlElement& element) {
    std::string text;
    for (const XmlNode& child : element.children) {
        if (const XmlText* part = child.text()) text += part->text;
    }
    std::string result;
    for (std::size_t begin = text.find_first_not_of(" \t\r\n"); begin != text.npos;) {
        const std::size_t end = std::min(text.find_first_of(" \t\r\n", begin), text.size());
        if (!result.empty()) result += ' ';
        result += text.substr(begin, end - begin);
        begin = text.find_first_not_of(" \t\r\n", end);
    }
    return result;
}

/// Fields or groups: the first of two used templates wins over the second.
template <class T>
void add_all(std::vector<T>& to, const std::vector<T>& from) {
    for (const T& one : from) {
        if (std::ranges::find(to, one.ten, &T::ten) == to.end()) to.push_back(one);
    }
}

/// `own` wins over one of the same name.
template <class T>
std::vector<T> with_own(std::vector<T> used, const std::vector<T>& own) {
    std::erase_if(used, [&](const T& one) { return std::ranges::find(own, one.ten, &T::ten) != own.end(); });
    used.insert(used.end(), own.begin(), own.end());
    return used;
}

}  // namespace

std::optional<std::size_t> Units::load(const std::string& name, Content content, Span site) {
    if (!accept_include(name, site)) return std::nullopt;
    const auto known = std::ranges::find_if(
        entries_, [&](const Entry& entry) { return entry.file->ten == name && entry.content == content; });
    if (known != entries_.end()) return static_cast<std::size_t>(known - entries_.begin());
    TemplateFile* file = read(name, site);
    if (!file || !file->than) return std::nullopt;
    const std::size_t index = entries_.size();
    entries_.push_back({.file = file, .content = content});
    compile(index);
    return index;
}

/// A template may not include itself, by whatever way. `site` is unknown for the outermost one.
bool Units::accept_include(const std::string& name, Span site) {
    const auto open = std::ranges::find(chain_, name);
    if (open != chain_.end()) {
        std::string way;
        for (auto step = open; step != chain_.end(); ++step) way += *step + " → ";
        out_.add(Code::include_cycle, site, {way + name});
        return false;
    }
    if (chain_.size() < limits_.depth) return true;
    out_.add(Code::too_deep, site, {std::to_string(limits_.depth)});
    return false;
}

TemplateFile* Units::read(const std::string& name, Span site) {
    const auto known = files_.find(name);
    if (known != files_.end()) return known->second.get();
    const Loader::Found found = loader_.find(name);
    if (!found.source) {
        out_.add(with_suggestion(diagnose(Code::template_not_found, site, {name}), name, loader_.names()));
        return files_[name].get();
    }
    auto root = parse_xml(*found.source, found.id, limits_, out_);
    if (!root) return files_[name].get();
    auto file = std::make_unique<TemplateFile>();
    file->ten = name;
    file->root = std::move(*root);
    if (file->root.name != "mau") {
        out_.add(Code::not_a_template, file->root.span, {file->root.name});
        return files_[name].get();
    }
    check_shape(file->root, *file);
    // Without a body nothing else reads them.
    if (!file->than) read_fields(file->root, {}, UnknownGroups::Accept, limits_, out_);
    return (files_[name] = std::move(file)).get();
}

void Units::check_shape(const XmlElement& mau, TemplateFile& file) {
    check_attributes(mau, out_);
    const XmlAttribute* ten = mau.attribute("ten");
    if (ten && ten->value != file.ten) out_.add(Code::template_name_differs, ten->span, {file.ten, ten->value});
    if (const XmlAttribute* loai = mau.attribute("loai")) file.loai = loai->value;
    const XmlAttribute* nhan = mau.attribute("nhan");
    file.nhan = nhan ? nhan->value : file.ten;
    int last = 0;
    for (const XmlNode& child : mau.children) {
        if (const XmlText* text = child.text()) {
            const Span where = trimmed_span(*text);
            if (where.begin != where.end) out_.add(Code::unexpected_text, where, {mau.name});
            continue;
        }
        const XmlElement& part = *child.element();
        const int order = part_of(part.name);
        if (order == 0) {
            report_element(part, mau, {"mo-ta", "truong", "nhom-truong", "than"}, out_);
            continue;
        }
        const bool again = order == last && order != kFields;
        if (order < last || again) out_.add(Code::misordered_element, part.span, {part.name, mau.name});
        last = std::max(last, order);
        if (order == kDescription) file.mo_ta = trimmed_text(part);
        if (order == kBody && !file.than) file.than = &part;
    }
    if (!file.than) out_.add(Code::missing_part, mau.span, {mau.name, "than"});
}

void Units::compile(std::size_t index) {
    const TemplateFile& file = *entries_[index].file;
    chain_.push_back(file.ten);
    check_attributes(*file.than, out_);
    Compiler compiler(*this, limits_, out_);
    Nodes body = compiler.children(*file.than, entries_[index].content);
    chain_.pop_back();
    Entry& entry = entries_[index];  // Not earlier: units that are included are added behind it.
    entry.unit = {.ten = file.ten, .body = std::move(body)};
    entry.slots = std::move(compiler.slots);
    declare(index, compiler.used, compiler.incomplete ? UnknownGroups::Accept : UnknownGroups::Report);
}

/// Fields of a file are read once it is known what it includes: groups of fields may come from there.
void Units::declare(std::size_t index, const std::vector<std::size_t>& used, UnknownGroups unknown) {
    std::vector<Field> fields;
    std::vector<FieldGroup> groups;
    for (const std::size_t unit : used) {
        add_all(fields, entries_[unit].fields);
        add_all(groups, entries_[unit].groups);
    }
    Entry& entry = entries_[index];
    TemplateFile& file = *entry.file;
    if (!std::exchange(file.declared, true)) {
        if (auto own = read_fields(file.root, groups, unknown, limits_, out_)) file.own = std::move(*own);
    }
    entry.fields = with_own(std::move(fields), file.own.fields);
    entry.groups = with_own(std::move(groups), file.own.groups);
}

Program Units::take() && {
    Program program;
    program.units.reserve(entries_.size());
    for (Entry& entry : entries_) program.units.push_back(std::move(entry.unit));
    return program;
}

}  // namespace vanban::tmpl
