// Value: copies, look-up, equality and the printed form for tests.
#include "data/value.hpp"

#include <algorithm>

namespace vanban::data {
namespace {

void dump_value(const Value& value, std::string& out);

void dump_text(std::string_view text, std::string& out) {
    out += '"';
    for (const char c : text) {
        switch (c) {
            case '"':
                out += "\\\"";
                break;
            case '\\':
                out += "\\\\";
                break;
            case '\n':
                out += "\\n";
                break;
            case '\t':
                out += "\\t";
                break;
            default:
                out += c;
        }
    }
    out += '"';
}

/// A key is printed bare if nothing in it could be taken for punctuation of the dump.
void dump_key(std::string_view key, std::string& out) {
    if (key.empty() || key.find_first_of(" \t\n:,\"\\[]{}") != std::string_view::npos) {
        dump_text(key, out);
    } else {
        out += key;
    }
}

/// `ngày 5/3/2014` as `date(5/3/2014)`, `date(5/2023)`, `date(2023)`, `date()`.
void dump_date(const PartialDate& date, std::string& out) {
    out += "date(";
    if (date.day) {
        out += std::to_string(*date.day) + "/";
    }
    if (date.month) {
        out += std::to_string(*date.month) + "/";
    }
    if (date.year) {
        out += std::to_string(*date.year);
    }
    out += ')';
}

struct Dumper {
    std::string& out;

    void operator()(const Null&) const { out += "null"; }
    void operator()(bool truth) const { out += truth ? "true" : "false"; }
    void operator()(const Boxed<Number>& number) const {
        out += number->literal.empty() ? number->value.to_string() : number->literal;
    }
    void operator()(const std::string& text) const { dump_text(text, out); }
    void operator()(const PartialDate& date) const { dump_date(date, out); }
    void operator()(const List& list) const {
        out += '[';
        for (std::size_t i = 0; i < list.size(); ++i) {
            out += i == 0 ? "" : ", ";
            dump_value(list[i], out);
        }
        out += ']';
    }
    void operator()(const Map& map) const {
        out += '{';
        for (std::size_t i = 0; i < map.size(); ++i) {
            out += i == 0 ? "" : ", ";
            dump_key(map[i].key, out);
            out += ": ";
            dump_value(map[i].value, out);
        }
        out += '}';
    }
};

void dump_value(const Value& value, std::string& out) {
    std::visit(Dumper{out}, value.content);
}

}  // namespace

Value::Value(const Value&) = default;
Value& Value::operator=(const Value&) = default;

const Value* Value::find(std::string_view key) const {
    const Map* map = get_if<Map>();
    if (map == nullptr) {
        return nullptr;
    }
    const auto found = std::find_if(map->begin(), map->end(), [&](const Member& member) { return member.key == key; });
    return found == map->end() ? nullptr : &found->value;
}

bool operator==(const Value& a, const Value& b) {
    return a.content == b.content;
}

std::string dump(const Value& value) {
    std::string out;
    dump_value(value, out);
    return out;
}

}  // namespace vanban::data
