// Evaluates expressions over a scope, within budgets.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/diagnostic.hpp"
#include "base/world.hpp"
#include "data/value.hpp"
#include "tmpl/expr.hpp"
#include "tmpl/lap_value.hpp"

namespace vanban::tmpl {

/// A value that is borrowed from the data, the scope or a literal of the expression, or owned here. A borrowed one is
/// good while its owner lives. Most values are borrowed and all are passed on, so an owned one is boxed.
class Ref {
public:
    Ref() : value_(&kNull) {}
    static Ref borrow(const data::Value& value) { return Ref(&value); }
    static Ref own(data::Value value) {
        auto box = std::make_unique<data::Value>(std::move(value));
        Ref ref(box.get());
        ref.owned_ = std::move(box);
        return ref;
    }
    const data::Value& operator*() const { return *value_; }
    const data::Value* operator->() const { return value_; }
    data::Value take() && { return owned_ ? std::move(*owned_) : *value_; }
    /// The value if it is owned here; nullptr if it is borrowed.
    data::Value* owned() { return owned_.get(); }
    /// The box of an owned value; nullptr if it is borrowed.
    std::unique_ptr<const data::Value> take_box() && { return std::move(owned_); }
    /// `part`, which lies inside this value: borrowed from the same owner, or copied out of the owned value.
    Ref part(const data::Value& inside) const { return owned_ ? own(inside) : borrow(inside); }

private:
    explicit Ref(const data::Value* value) : value_(value) {}
    static inline const data::Value kNull{};

    const data::Value* value_;
    std::unique_ptr<data::Value> owned_;
};

/// Names that an expression can see. Frames are entered and left in stack order; an inner name hides an outer one.
/// The root frame is the checked data. Views what is bound.
///
/// A hash table whose chains lead from the inner bindings to the outer ones, so that leaving a frame undoes it.
class Scope {
public:
    explicit Scope(const data::Value& root);
    class Binding {
    public:
        std::string_view name() const { return name_; }
        const data::Value& value() const { return plain_ ? *plain_ : lap_->value(); }

    private:
        friend Scope;
        std::string_view name_;     ///< Owned by the template or the data.
        const data::Value* plain_;  ///< Outlives the binding; nullptr for the counters of a loop.
        LapValue* lap_;             ///< Does so too.
        std::uint32_t hash_;
        std::uint32_t outer_;  ///< The next one in its chain.
    };
    std::size_t depth() const { return bindings_.size(); }
    void bind(std::string_view name, const data::Value& value) { bind(name, &value, nullptr); }
    void bind(std::string_view name, data::Value&& value) = delete;
    void bind(std::string_view name, LapValue& lap) { bind(name, nullptr, &lap); }
    void unwind(std::size_t depth);
    /// nullptr if there is no such name.
    const data::Value* find(std::string_view name) const { return find(name, name_hash(name)); }
    /// The same with the name's hash at hand.
    const data::Value* find(std::string_view name, std::uint32_t hash) const;
    /// All visible names, for suggestions.
    std::vector<std::string> names() const;
    const std::vector<Binding>& bindings() const { return bindings_; }

private:
    static constexpr std::uint32_t kNone = 0xFFFFFFFF;
    static constexpr std::size_t kChains = 128;  ///< A power of two; templates have some fifty names.
    void bind(std::string_view name, const data::Value* plain, LapValue* lap);

    std::vector<Binding> bindings_;
    std::array<std::uint32_t, kChains> chains_;  ///< The innermost binding of each chain.
};

/// What one document may cost; shared by everything that is evaluated for it. A node of an expression and an item that
/// a filter looks at cost a step each; text that is made costs its bytes, a copied value its size in memory.
struct Budget {
    std::size_t steps_left;
    std::size_t bytes_left;
    bool reported = false;
};

/// Reports `budget-exceeded` the first time; false.
bool exceed(Budget& budget, Span where, Diagnostics& out);

/// Takes from the budget; false, with `budget-exceeded` reported the first time, if there is not enough left.
inline bool spend(Budget& budget, std::size_t steps, std::size_t bytes, Span where, Diagnostics& out) {
    if (steps > budget.steps_left || bytes > budget.bytes_left) return exceed(budget, where, out);
    budget.steps_left -= steps;
    budget.bytes_left -= bytes;
    return true;
}

/// The value of `expr`; empty exactly when an error was reported (`budget-exceeded`: now or earlier). A result borrowed
/// from `expr` or from a local of `scope` dies with it.
///
/// `and`, `or` and conditionals evaluate what they need. `and` and `or` give a boolean. `==` of different types is
/// false, but an error (`compare-types`) if one side is a literal other than null; `<` needs two numbers, two texts
/// (Vietnamese order) or two complete dates. `in` looks for an item of a list, a part of a text or a key of a map.
std::optional<Ref> evaluate(const Expr& expr, const Scope& scope, Budget& budget, Diagnostics& out);

/// Truth in the sense of conditions: null, false, 0, "", an empty list and a date that is all blank are false, and so
/// is a map that holds nothing but nulls, empty lists, empty dates and such maps: a group that was not given.
bool is_true(const data::Value& value);

/// A value as running text prints it: a number as it was written, a computed one as `1234,5`; a date as `05/3/2014`;
/// a boolean as `có` or `không`. `where`: the expression; notes point at the value's own place if it has one.
/// Fails with `missing-value` (null, a date that is all blank), `not-printable` (list, map).
Result<std::string> to_text(const data::Value& value, Span where);
/// The same of the value of `expr`; a `missing-value` then names the expression.
Result<std::string> to_text(const data::Value& value, const Expr& expr);

/// Appends the text of `text` with its expressions filled in; false if an error was reported.
bool append_text(std::string& to, const TextTemplate& text, const Scope& scope, Budget& budget, Diagnostics& out);

}  // namespace vanban::tmpl
