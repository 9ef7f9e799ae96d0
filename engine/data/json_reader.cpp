// JSON through simdjson's On-Demand interface, which hands out each token where it stands in the file.
//
// Tokens other than escaped strings are read from the source itself: numbers keep every digit, places are exact.
// What does not parse is explained by json_explain.cpp, because simdjson gives no place for most errors.
#include <simdjson.h>

#include <algorithm>
#include <iterator>

#include "data/json_lines.hpp"
#include "data/plain_scalar.hpp"
#include "data/readers.hpp"

namespace vanban::data {
namespace {

namespace ondemand = simdjson::ondemand;

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

std::size_t skip_blank(std::string_view text, std::size_t at) {
    while (at < text.size() && is_blank(text[at])) {
        ++at;
    }
    return at;
}

std::size_t skip_digits(std::string_view text, std::size_t at) {
    while (at < text.size() && text[at] >= '0' && text[at] <= '9') {
        ++at;
    }
    return at;
}

/// RFC 8259, section 6; the rest of the grammar is that of plain_number.
bool is_json_number(std::string_view text) {
    const std::size_t whole = text.starts_with('-') ? 1 : 0;
    const std::size_t end = skip_digits(text, whole);
    if (end == whole || (text[whole] == '0' && end > whole + 1)) {
        return false;
    }
    std::size_t at = end;
    if (at < text.size() && text[at] == '.') {
        at = skip_digits(text, end + 1);
        if (at == end + 1) {
            return false;
        }
    }
    if (at < text.size() && (text[at] == 'e' || text[at] == 'E')) {
        at += at + 1 < text.size() && (text[at + 1] == '+' || text[at + 1] == '-') ? 2 : 1;
        const std::size_t exponent = at;
        at = skip_digits(text, at);
        return at > exponent && at == text.size();
    }
    return at == text.size();
}

/// A string token: what stands between its quotes, and whether there are escapes in it.
struct Quoted {
    std::size_t begin;
    std::size_t end;
    bool escaped;
};

/// The whole file with the room behind it that simdjson asks for, and what it keeps from document to document.
/// Members and items wait here until their map or list is complete, so that it takes one block of the right size.
struct JsonBody {
    explicit JsonBody(const Intake& intake) : text(intake.text().substr(intake.start())) {
        members.reserve(32);
        items.reserve(32);
    }
    simdjson::padded_string text;
    ondemand::parser parser;
    Map members;
    List items;
};

/// Moves what stands in `waiting` from `first` on into a container of its own.
template <class Container>
Container taken(Container& waiting, std::size_t first) {
    const auto begin = waiting.begin() + static_cast<std::ptrdiff_t>(first);
    Container result(std::make_move_iterator(begin), std::make_move_iterator(waiting.end()));
    waiting.erase(begin, waiting.end());
    return result;
}

/// Walks one document, bytes [begin, end) of the file, into a Value. The first fault of syntax ends it; other findings
/// do not.
class JsonReader {
public:
    enum class Unit : std::uint8_t { File, Line };
    JsonReader(Intake& intake, JsonBody& body, std::size_t begin, std::size_t end, Unit unit)
        : intake_(intake),
          source_(intake.text().substr(0, end)),
          begin_(begin),
          unit_(unit),
          body_(body.text),
          parser_(body.parser),
          members_(body.members),
          items_(body.items) {
        members_.clear();
        items_.clear();
    }

    /// False after a fault of syntax.
    bool read(Value& root) {
        const char* data = body_.data() + (begin_ - intake_.start());
        const std::size_t size = source_.size() - begin_;
        const std::size_t readable = body_.size() - (begin_ - intake_.start()) + simdjson::SIMDJSON_PADDING;
        ondemand::document document;
        if (parser_.iterate(simdjson::padded_string_view(data, size, readable)).get(document) != simdjson::SUCCESS) {
            return fault(source_.size());
        }
        return read_root(document, root);
    }

private:
    /// Reports bad syntax; always false, so that callers can stop with it.
    bool fault(std::size_t at) {
        Diagnostic found = explain_json(intake_, begin_, source_.size(), at);
        if (unit_ == Unit::Line) explain_line(found);
        intake_.report(std::move(found));
        return false;
    }
    /// What goes on after the line, or does not end with it, is meant as a value of several lines.
    static void explain_line(Diagnostic& found) {
        if (found.notes.empty()) return;
        Note& hint = found.notes.front();
        if (hint.code == Code::json_hint_one_value) hint.code = Code::json_lines_hint_whole;
        if (hint.code == Code::json_hint_unclosed) found.notes.push_back({Code::json_lines_hint_whole, {}, {}});
    }
    std::size_t offset(const char* in_body) const {
        return intake_.start() + static_cast<std::size_t>(in_body - body_.data());
    }

    bool read_root(ondemand::document& document, Value& out) {
        std::string_view token;
        if (document.raw_json_token().get(token) != simdjson::SUCCESS) {
            return fault(begin_);
        }
        const std::size_t at = offset(token.data());
        if (!intake_.count_at(at)) {
            return false;
        }
        switch (at < source_.size() ? source_[at] : '\0') {
            case '{':
                return read_map(document.get_object(), at, 1, out) && at_end(document, at);
            case '[':
                return read_list(document.get_array(), at, 1, out) && at_end(document, at);
            case '"':
                return read_text(document.get_string(), find_quoted(at), out) && blank_after_text(at);
            default:
                return read_literal(at, source_.size(), out);
        }
    }

    /// Nothing may follow the root container.
    bool at_end(ondemand::document& document, std::size_t root) {
        const char* rest = nullptr;
        const auto error = document.current_location().get(rest);
        return error == simdjson::OUT_OF_BOUNDS || fault(error == simdjson::SUCCESS ? offset(rest) : root);
    }
    bool blank_after_text(std::size_t at) {
        const std::size_t rest = skip_blank(source_, find_quoted(at).end + 1);
        return rest >= source_.size() || fault(rest);
    }

    bool read_value(ondemand::value& value, std::size_t depth, Value& out) {
        const std::string_view token = value.raw_json_token();
        const std::size_t at = offset(token.data());
        if (at >= source_.size()) {
            return fault(source_.size());
        }
        if (!intake_.count_at(at)) {
            return false;
        }
        switch (source_[at]) {
            case '{':
                return read_map(value.get_object(), at, depth, out);
            case '[':
                return read_list(value.get_array(), at, depth, out);
            case '"': {
                const Quoted quoted = quoted_in(token, at);
                if (quoted.escaped) {
                    return read_text(value.get_string(), quoted, out);
                }
                return value.get_raw_json_string().error() == simdjson::SUCCESS ? read_plain_text(quoted, out)
                                                                                : fault(at);
            }
            default:
                return read_literal(at, at + token.size(), out);
        }
    }

    bool depth_allows(std::size_t depth, std::size_t at) {
        if (depth <= intake_.depth()) {
            return true;
        }
        intake_.report(diagnose(Code::too_deep, intake_.span(at, at + 1), {std::to_string(intake_.depth())}));
        return false;
    }

    bool read_list(simdjson::simdjson_result<ondemand::array> array, std::size_t at, std::size_t depth, Value& out) {
        const std::size_t first = items_.size();
        ondemand::array items;
        if (!depth_allows(depth, at)) {
            return false;
        }
        if (std::move(array).get(items) != simdjson::SUCCESS) {
            return fault(at);
        }
        for (auto item : items) {
            ondemand::value element;
            if (std::move(item).get(element) != simdjson::SUCCESS) {
                return fault(at);
            }
            Value made;
            if (!read_value(element, depth + 1, made)) {
                return false;
            }
            items_.push_back(std::move(made));
        }
        out = Value(taken(items_, first), intake_.span(at, at + 1));
        return true;
    }

    bool read_map(simdjson::simdjson_result<ondemand::object> object, std::size_t at, std::size_t depth, Value& out) {
        const std::size_t first = members_.size();
        ondemand::object members;
        if (!depth_allows(depth, at)) {
            return false;
        }
        if (std::move(object).get(members) != simdjson::SUCCESS) {
            return fault(at);
        }
        for (auto member : members) {
            ondemand::field field;
            if (std::move(member).get(field) != simdjson::SUCCESS) {
                return fault(at);
            }
            Key key;
            Value made;
            if (!read_key(field, key) || !read_value(field.value(), depth + 1, made)) {
                return false;
            }
            Member& to = members_.emplace_back();
            to.key = std::move(key.text);
            to.key_span = key.span;
            to.value = std::move(made);
        }
        Map map = taken(members_, first);
        intake_.check_keys(map);
        out = Value(std::move(map), intake_.span(at, at + 1));
        return true;
    }

    struct Key {
        std::string text;
        Span span;
    };
    bool read_key(ondemand::field& field, Key& out) {
        const std::size_t at = offset(field.key().raw()) - 1;
        const Quoted quoted = find_quoted(at);
        const std::size_t colon = skip_blank(source_, quoted.end + 1);
        if (colon >= source_.size() || source_[colon] != ':') {
            return fault(at);
        }
        std::string_view text = source_.substr(quoted.begin, quoted.end - quoted.begin);
        if (quoted.escaped && field.unescaped_key().get(text) != simdjson::SUCCESS) {
            return fault(at);
        }
        std::uint16_t indent = TextOrigin::kInexact;
        out.span = intake_.span(quoted.begin, quoted.end);
        out.text = quoted.escaped ? intake_.accept(std::string(text), out.span, indent)
                                  : intake_.accept_bytes(text, out.span, indent);
        return true;
    }

    bool read_text(simdjson::simdjson_result<std::string_view> unescaped, const Quoted& quoted, Value& out) {
        std::string_view text;
        if (std::move(unescaped).get(text) != simdjson::SUCCESS) {
            return fault(quoted.begin);
        }
        if (!quoted.escaped) {
            return read_plain_text(quoted, out);
        }
        out = Value({}, intake_.span(quoted.begin, quoted.end));
        out.content = intake_.accept(std::string(text), out.span, out.indent);
        return true;
    }

    bool read_plain_text(const Quoted& quoted, Value& out) {
        out.span = intake_.span(quoted.begin, quoted.end);
        const std::string_view text = source_.substr(quoted.begin, quoted.end - quoted.begin);
        out.content.emplace<std::string>(intake_.accept_bytes(text, out.span, out.indent));
        return true;
    }

    /// true, false, null or a number, in source bytes [at, end) with blanks after it.
    bool read_literal(std::size_t at, std::size_t end, Value& out) {
        std::string_view word = source_.substr(at, end - at);
        while (!word.empty() && is_blank(word.back())) {
            word.remove_suffix(1);
        }
        out = Value(Null{}, intake_.span(at, at + word.size()));
        if (word == "true" || word == "false") {
            out.content = word == "true";
        } else if (is_json_number(word)) {
            auto number = plain_number(word);
            if (number) {
                out.content = std::move(*number);
            } else {
                intake_.report(diagnose(Code::number_too_large, out.span, {std::string(word)}));
            }
        } else if (word != "null") {
            return fault(at);
        }
        return true;
    }

    /// The string that `token` holds, which stands at `at` and goes on to the next one.
    Quoted quoted_in(std::string_view token, std::size_t at) const {
        if (token.find('\\') != token.npos) return find_quoted(at);
        while (token.size() > 1 && token.back() != '"') token.remove_suffix(1);
        return token.size() > 1 ? Quoted{at + 1, at + token.size() - 1, false} : find_quoted(at);
    }

    /// The string whose opening quote stands at `at`; simdjson has checked that it is closed.
    Quoted find_quoted(std::size_t at) const {
        Quoted quoted{at + 1, at + 1, false};
        for (; quoted.end < source_.size() && source_[quoted.end] != '"'; ++quoted.end) {
            if (source_[quoted.end] == '\\') {
                quoted.escaped = true;
                ++quoted.end;
            }
        }
        quoted.end = std::min(quoted.end, source_.size());
        return quoted;
    }

    Intake& intake_;
    std::string_view source_;
    std::size_t begin_;
    Unit unit_;
    const simdjson::padded_string& body_;
    ondemand::parser& parser_;
    Map& members_;  ///< Of maps that are not complete.
    List& items_;   ///< Of lists that are not complete.
};

}  // namespace

std::optional<Value> read_json(Intake& intake) {
    JsonBody body(intake);
    Value root;
    JsonReader(intake, body, intake.start(), intake.text().size(), JsonReader::Unit::File).read(root);
    return intake.failed() ? std::nullopt : std::optional(std::move(root));
}

struct JsonLines::Parts : JsonBody {
    using JsonBody::JsonBody;
};

JsonLines::JsonLines(Intake& intake) : intake_(intake), at_(intake.start()), parts_(std::make_unique<Parts>(intake)) {}
JsonLines::~JsonLines() = default;

bool JsonLines::next(std::optional<Value>& record) {
    const std::string_view text = intake_.text();
    at_ = skip_blank(text, at_);
    if (at_ >= text.size() || full_) return false;
    const std::size_t begin = at_;
    at_ = std::min(text.find('\n', begin), text.size());
    Value value;
    const bool good = JsonReader(intake_, *parts_, begin, at_, JsonReader::Unit::Line).read(value);
    full_ = !good && intake_.counted() >= intake_.limits().values;
    record = good ? std::optional(std::move(value)) : std::nullopt;
    return true;
}

std::optional<Value> read_json_lines(Intake& intake) {
    JsonLines lines(intake);
    List records;
    for (std::optional<Value> record; lines.next(record);) {
        if (record) records.push_back(std::move(*record));
    }
    if (intake.failed()) return std::nullopt;
    const Span place = intake.character(skip_blank(intake.text(), intake.start()));
    return Value(std::move(records), place);
}

}  // namespace vanban::data
