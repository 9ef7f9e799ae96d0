// The closed table of filters.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "tmpl/eval.hpp"

namespace vanban::tmpl {

/// One use of a filter: what it is given, where that stands, and what it may cost.
struct FilterCall {
    Ref subject;
    std::span<Ref> arguments;
    const Expr& expr;
    const FilterNode& node;
    Span where;  ///< Of the whole filter expression.
    Budget& budget;

    Span subject_at() const { return expr.nodes[node.subject].span; }
    Span argument_at(std::size_t i) const { return expr.nodes[node.arguments[i]].span; }

    // The subject or an argument as a wanted type, else `wrong-type`. A text may be a number or date as it prints.
    // A text is viewed; what a number or date prints as is put into `printed`, which must live as long as the view.
    Result<std::string_view> text(std::string& printed) const;
    Result<Decimal> number() const;
    /// Also fails with `number-out-of-range`.
    Result<std::int64_t> integer(std::int64_t least, std::int64_t most) const;
    Result<PartialDate> date() const;
    Result<const data::List*> list() const;
    Result<std::string_view> text_argument(std::size_t i, std::string& printed) const;
    Result<std::int64_t> integer_argument(std::size_t i, std::int64_t least, std::int64_t most) const;
    /// A text that is the key of members.
    Result<std::string_view> key_argument(std::size_t i) const;

    /// Takes from the budget; the diagnostic `budget-exceeded` if there is not enough.
    std::optional<Diagnostic> spend(std::size_t steps, std::size_t bytes);
    /// Item `i` of the subject, a list: moved out if it is owned, else copied.
    Result<data::Value> take_item(std::size_t i);
    /// A computed value, which has the place of the subject.
    Ref made(data::Value::Variant content) const { return Ref::own({std::move(content), subject->span}); }
    /// `bad-argument` at argument `i`.
    Diagnostic refuse_argument(std::size_t i) const;
};

/// A filter of the language: name, how many arguments it takes, what it does.
struct Filter {
    std::string_view name;
    std::size_t min_arguments;
    std::size_t max_arguments;
    bool takes_null;  ///< Others fail with `missing-value` before they are called.
    Result<Ref> (*apply)(FilterCall& call);
};

inline constexpr std::size_t kMaxFilterArguments = 4;

/// All filters, in the order of the manual.
std::span<const Filter> filters();
std::optional<FilterId> find_filter(std::string_view name);

}  // namespace vanban::tmpl
