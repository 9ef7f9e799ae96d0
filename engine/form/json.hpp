// JSON as a value that keeps the order of its members, and as text.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "data/value.hpp"

namespace vanban::form {

class Json;
using JsonList = std::vector<Json>;
using JsonMembers = std::vector<std::pair<std::string, Json>>;

/// A number is kept as it will be written.
struct JsonNumber {
    std::string text;
    friend bool operator==(const JsonNumber&, const JsonNumber&) = default;
};

class Json {
public:
    using Variant = std::variant<std::nullptr_t, bool, JsonNumber, std::string, JsonList, JsonMembers>;

    Json(Variant value) : content(std::move(value)) {}
    Json(std::nullptr_t) {}
    Json(const char* text) : content(std::string(text)) {}
    Json(bool truth) : content(truth) {}
    Json(int number) : content(JsonNumber{std::to_string(number)}) {}
    friend bool operator==(const Json&, const Json&) = default;

    Variant content;
};

/// A value of the data as JSON; dates as texts, numbers by their value.
Json to_json(const data::Value& value);

/// Two spaces a level, lists of scalars on one line, a line end at the end.
std::string print(const Json& json);

}  // namespace vanban::form
