// The one value tree of all data formats; every value knows its place.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <variant>
#include <vector>

#include "base/boxed.hpp"
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
    /// Numbers are fewer than texts and twice as large; `get_if` opens their box.
    using Variant = std::variant<Null, bool, Boxed<Number>, std::string, PartialDate, List, Map>;

    Value();
    Value(Variant content, Span where);
    Value(const Value&);
    Value(Value&&) noexcept;
    Value& operator=(const Value&);
    Value& operator=(Value&&) noexcept;
    ~Value();

    Kind kind() const { return static_cast<Kind>(content.index()); }
    bool is_null() const { return kind() == Kind::Null; }
    /// The content if it is of this type; nullptr otherwise.
    template <class T>
    const T* get_if() const {
        return content_of<T>(content);
    }
    template <class T>
    T* get_if() {
        return content_of<T>(content);
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

private:
    template <class T, class Content>
    static auto content_of(Content& content) {
        if constexpr (std::is_same_v<T, Number>) {
            auto* const box = std::get_if<Boxed<Number>>(&content);
            return box ? box->get() : nullptr;
        } else {
            return std::get_if<T>(&content);
        }
    }
};

struct Member {
    std::string key;
    Span key_span;
    Value value;
    friend bool operator==(const Member& a, const Member& b) { return a.key == b.key && a.value == b.value; }
};

// Here, where Member is complete; values are moved much, so these are inlined.
inline Value::Value() = default;
inline Value::Value(Variant what, Span where) : content(std::move(what)), span(where) {}
inline Value::Value(Value&&) noexcept = default;
inline Value& Value::operator=(Value&&) noexcept = default;
inline Value::~Value() = default;

/// Compact one-line form for tests: `{so: 5, ten: "Sở Y tế", ds: [1, 2]}`.
std::string dump(const Value& value);

}  // namespace vanban::data
