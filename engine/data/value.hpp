// The one value tree of all data formats; every value knows its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "base/date.hpp"
#include "base/decimal.hpp"
#include "base/span.hpp"

namespace vanban::data {

enum class Kind : std::uint8_t { Null, Bool, Number, Text, Date, List, Map };

/// A number and the way it was written ("05" stays "05" where a text is wanted).
struct Number {
    Decimal value;
    std::string literal;
    friend bool operator==(const Number& a, const Number& b) { return a.value == b.value; }
};

struct Null {
    friend bool operator==(const Null&, const Null&) = default;
};

struct Member;
class Value;

using List = std::vector<Value>;
using Map = std::vector<Member>;  ///< In the order of the file; keys are unique.

class Value {
public:
    using Variant = std::variant<Null, bool, Number, std::string, PartialDate, List, Map>;

    Value();
    Value(Variant content, Span where);
    Value(const Value&);
    Value(Value&&) noexcept;
    Value& operator=(const Value&);
    Value& operator=(Value&&) noexcept;
    ~Value();

    Kind kind() const { return static_cast<Kind>(content.index()); }
    bool is_null() const { return kind() == Kind::Null; }
    template <class T>
    const T* get_if() const {
        return std::get_if<T>(&content);
    }
    template <class T>
    T* get_if() {
        return std::get_if<T>(&content);
    }
    /// Member of a map; nullptr if this is no map or has no such key.
    const Value* find(std::string_view key) const;

    /// Equality of content; places do not count.
    friend bool operator==(const Value& a, const Value& b);

    Variant content;
    Span span;
    std::uint16_t indent =
        TextOrigin::kInexact;  ///< Of a text: see TextOrigin; 0 where byte i stands at span.begin + i.
    TextOrigin origin() const { return {span, indent}; }
};

struct Member {
    std::string key;
    Span key_span;
    Value value;
    friend bool operator==(const Member& a, const Member& b) { return a.key == b.key && a.value == b.value; }
};

/// Compact one-line form for tests: `{so: 5, ten: "Sở Y tế", ds: [1, 2]}`.
std::string dump(const Value& value);

}  // namespace vanban::data
