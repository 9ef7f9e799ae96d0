// Writing JSON (RFC 8259).
#include "form/json.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

#include "wording/dates.hpp"

namespace vanban::form {
namespace {

void write_text(std::string& out, std::string_view text) {
    out += '"';
    for (const char c : text) {
        if (c == '"' || c == '\\')
            out += {'\\', c};
        else if (c == '\n')
            out += "\\n";
        else if (static_cast<unsigned char>(c) < 0x20)
            fmt::format_to(std::back_inserter(out), "\\u{:04x}", static_cast<unsigned>(c));
        else
            out += c;
    }
    out += '"';
}

bool is_scalar(const Json& json) {
    return json.content.index() < Json::Variant(JsonList()).index();
}

struct Writer {
    std::string& out;
    std::size_t indent;

    void line(std::size_t level) const { out += "\n" + std::string(level * 2, ' '); }

    void operator()(std::nullptr_t) const { out += "null"; }
    void operator()(bool truth) const { out += truth ? "true" : "false"; }
    void operator()(const JsonNumber& number) const { out += number.text; }
    void operator()(const std::string& text) const { write_text(out, text); }
    void operator()(const JsonList& list) const {
        const bool short_items = std::ranges::all_of(list, is_scalar);
        out += '[';
        for (std::size_t i = 0; i < list.size(); ++i) {
            if (i > 0) out += short_items ? ", " : ",";
            if (!short_items) line(indent + 1);
            std::visit(Writer{out, indent + 1}, list[i].content);
        }
        if (!short_items) line(indent);
        out += ']';
    }
    void operator()(const JsonMembers& members) const {
        out += '{';
        for (std::size_t i = 0; i < members.size(); ++i) {
            if (i > 0) out += ',';
            line(indent + 1);
            write_text(out, members[i].first);
            out += ": ";
            std::visit(Writer{out, indent + 1}, members[i].second.content);
        }
        if (!members.empty()) line(indent);
        out += '}';
    }
};

struct Converter {
    Json operator()(data::Null) const { return nullptr; }
    Json operator()(bool truth) const { return Json(truth); }
    Json operator()(const Boxed<data::Number>& number) const { return Json(JsonNumber{number->value.to_string()}); }
    Json operator()(const std::string& text) const { return Json(text); }
    Json operator()(const PartialDate& date) const { return Json(wording::short_date(date)); }
    Json operator()(const data::List& items) const {
        JsonList list;
        for (const data::Value& item : items) list.push_back(to_json(item));
        return Json(std::move(list));
    }
    Json operator()(const data::Map& map) const {
        JsonMembers members;
        for (const data::Member& member : map) members.emplace_back(member.key, to_json(member.value));
        return Json(std::move(members));
    }
};

}  // namespace

Json to_json(const data::Value& value) {
    return std::visit(Converter{}, value.content);
}

std::string print(const Json& json) {
    std::string out;
    std::visit(Writer{out, 0}, json.content);
    return out + "\n";
}

}  // namespace vanban::form
