// Quoting of YAML scalars: by the rules of YAML 1.2, on the safe side.
#include "form/yaml_text.hpp"

#include "base/utf8.hpp"
#include "data/plain_scalar.hpp"
#include "tmpl/coerce.hpp"
#include "wording/dates.hpp"

namespace vanban::form {
namespace {

constexpr std::string_view kIndicators = "-?:,[]{}#&*!|>'\"%@`=";
constexpr std::string_view kFlowIndicators = ",[]{}";

/// Inside of brackets, commas and brackets end a plain scalar.
enum class Context : std::uint8_t { Block, Flow };

bool is_plain(std::string_view text, Context context) {
    if (text.empty() || kIndicators.find(text.front()) != text.npos) return false;
    if (utf8::trim(text).size() != text.size() || text.back() == ':') return false;
    if (text.find_first_of("\n\r\t") != text.npos) return false;
    if (context == Context::Flow && text.find_first_of(kFlowIndicators) != text.npos) return false;
    if (text.find(": ") != text.npos || text.find(" #") != text.npos || text.starts_with("---")) return false;
    return std::holds_alternative<std::string>(data::plain_scalar(text));
}

std::string single_quoted(std::string_view text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + "'";
}

std::string double_quoted(std::string_view text) {
    std::string result = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\')
            result += {'\\', c};
        else if (c == '\n')
            result += "\\n";
        else if (c == '\r')
            result += "\\r";
        else if (c == '\t')
            result += "\\t";
        else
            result += c;
    }
    return result + "\"";
}

std::string scalar(std::string_view text, Context context) {
    if (is_plain(text, context)) return std::string(text);
    return text.find_first_of("\n\r\t") == text.npos ? single_quoted(text) : double_quoted(text);
}

std::optional<std::string> line(const data::Value& value, Context context);

std::optional<std::string> joined(const data::List& items) {
    std::string result;
    for (const data::Value& item : items) {
        const auto text = line(item, Context::Flow);
        if (!text) return std::nullopt;
        result += (result.empty() ? "" : ", ") + *text;
    }
    return "[" + result + "]";
}

std::optional<std::string> joined(const data::Map& members) {
    std::string result;
    for (const data::Member& member : members) {
        const auto text = line(member.value, Context::Flow);
        if (!text) return std::nullopt;
        result += (result.empty() ? "" : ", ") + scalar(member.key, Context::Flow) + ": " + *text;
    }
    return "{" + result + "}";
}

struct Line {
    Context context;

    using Text = std::optional<std::string>;
    Text operator()(data::Null) const { return "null"; }
    Text operator()(bool truth) const { return truth ? "true" : "false"; }
    Text operator()(const Boxed<data::Number>& number) const {
        return number->literal.empty() ? number->value.to_string() : number->literal;
    }
    Text operator()(const std::string& text) const {
        return text.find('\n') == text.npos ? Text(scalar(text, context)) : std::nullopt;
    }
    Text operator()(const PartialDate& date) const { return wording::short_date(date); }
    Text operator()(const data::List& items) const { return joined(items); }
    Text operator()(const data::Map& members) const { return joined(members); }
};

std::optional<std::string> line(const data::Value& value, Context context) {
    return std::visit(Line{context}, value.content);
}

}  // namespace

std::string yaml_scalar(std::string_view text) {
    return scalar(text, Context::Block);
}

std::optional<std::string> yaml_line(const data::Value& value) {
    return line(value, Context::Block);
}

bool fits_block_scalar(std::string_view text) {
    return text.find('\n') != text.npos && text.find_first_of("\r\t") == text.npos && text.find_first_of(" \n") != 0 &&
           !text.ends_with("\n\n") && text.find(" \n") == text.npos;
}

}  // namespace vanban::form
