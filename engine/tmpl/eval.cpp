// Walks the tree of an expression.
#include "tmpl/eval.hpp"

#include <algorithm>
#include <array>
#include <limits>

#include "tmpl/filter_functions.hpp"
#include "tmpl/suggest.hpp"
#include "tmpl/values.hpp"

namespace vanban::tmpl {
namespace {

/// Empty when an error was reported.
using Found = std::optional<Ref>;

Ref truth(bool value) {
    static const data::Value kTrue(true, {});
    static const data::Value kFalse(false, {});
    return Ref::borrow(value ? kTrue : kFalse);
}

/// The place of the name in `a.name`; the whole where places inside are not known.
Span member_span(Span whole, Span object, std::string_view name) {
    const std::size_t length = whole.end - whole.begin;
    if (whole == object || name.size() >= length) return whole;
    return whole.sub(length - name.size(), name.size());
}

std::vector<std::string> keys(const data::Map& map) {
    std::vector<std::string> result;
    for (const data::Member& member : map) result.push_back(member.key);
    return result;
}

class Evaluator {
public:
    Evaluator(const Expr& expr, const Scope& scope, Budget& budget, Diagnostics& out)
        : expr_(expr), scope_(scope), budget_(budget), out_(out) {}

    Found node(NodeId id) {
        const ExprNode& node = expr_.nodes[id];
        if (!spend(budget_, 1, 0, node.span, out_)) return std::nullopt;
        if (const auto* name = std::get_if<NameNode>(&node.content)) return named(*name, node.span);
        return std::visit([&](const auto& content) { return value(content, node.span); }, node.content);
    }

private:
    Span span(NodeId id) const { return expr_.nodes[id].span; }

    std::nullopt_t report(Diagnostic diagnostic) {
        if (diagnostic.code == Code::budget_exceeded && std::exchange(budget_.reported, true)) return std::nullopt;
        out_.add(std::move(diagnostic));
        return std::nullopt;
    }
    std::nullopt_t report(Code code, Span where, std::vector<std::string> args = {}) {
        return report(diagnose(code, where, std::move(args)));
    }

    Found value(const LiteralNode& literal, Span) { return Ref::borrow(literal.value); }

    Found value(const NameNode& name, Span where) { return named(name, where); }

    /// Most nodes are names.
    Found named(const NameNode& name, Span where) {
        if (const data::Value* found = scope_.find(name.name, name.hash)) return Ref::borrow(*found);
        return unknown(name, where);
    }
    std::nullopt_t unknown(const NameNode& name, Span where) {
        return report(with_suggestion(diagnose(Code::unknown_name, where, {name.name}), name.name, scope_.names()));
    }

    Found value(const MemberNode& member, Span where) {
        const Found object = node(member.object);
        if (!object) return std::nullopt;
        if (const data::Value* found = (*object)->find(member.name)) return object->part(*found);
        return no_member(*object, member.name, member_span(where, span(member.object), member.name));
    }

    std::nullopt_t no_member(const Ref& object, const std::string& name, Span where) {
        const auto* map = object->get_if<data::Map>();
        if (!map) return report(with_place(diagnose(Code::no_member, where, {name, excerpt(*object)}), *object));
        const Diagnostic unknown = with_place(diagnose(Code::unknown_member, where, {name}), *object);
        return report(with_suggestion(unknown, name, keys(*map)));
    }

    Found value(const IndexNode& index, Span) {
        const Found object = node(index.object);
        if (!object) return std::nullopt;
        const Found key = node(index.index);
        if (!key) return std::nullopt;
        const auto* name = (*key)->get_if<std::string>();
        if (name && (*object)->kind() != data::Kind::List) {
            if (const data::Value* found = (*object)->find(*name)) return object->part(*found);
            return no_member(*object, *name, span(index.index));
        }
        if (const auto* list = (*object)->get_if<data::List>()) return item(*object, *list, **key, span(index.index));
        return report(wrong_type(**object, Code::expects_list, span(index.object)));
    }

    Found item(const Ref& object, const data::List& list, const data::Value& index, Span where) {
        const auto* number = index.get_if<data::Number>();
        if (!number || !number->value.is_integer()) return report(wrong_type(index, Code::expects_integer, where));
        const std::optional<std::int64_t> at = number->value.to_int64();
        if (at && *at >= 0 && static_cast<std::uint64_t>(*at) < list.size()) {
            return object.part(list[static_cast<std::size_t>(*at)]);
        }
        const std::string size = std::to_string(list.size());
        return report(
            with_place(diagnose(Code::index_out_of_range, where, {number->value.to_string(), size}), *object));
    }

    Found value(const ListNode& list, Span where) {
        data::List items;
        items.reserve(list.items.size());
        for (const NodeId id : list.items) {
            Found item = node(id);
            if (!item) return std::nullopt;
            if (!spend(budget_, 0, copy_cost(**item, budget_.bytes_left), where, out_)) return std::nullopt;
            items.push_back(std::move(*item).take());
        }
        return Ref::own({std::move(items), {}});
    }

    Found value(const UnaryNode& unary, Span where) {
        const Found operand = node(unary.operand);
        if (!operand) return std::nullopt;
        if (unary.op == UnaryOp::Not) return truth(!is_true(**operand));
        const auto* number = (*operand)->get_if<data::Number>();
        if (!number) return report(wrong_type(**operand, Code::expects_number, span(unary.operand)));
        return computed(Decimal::subtract(0, number->value), where);
    }

    Found value(const ConditionalNode& conditional, Span) {
        const Found condition = node(conditional.condition);
        if (!condition) return std::nullopt;
        return node(is_true(**condition) ? conditional.then : conditional.otherwise);
    }

    Found value(const FilterNode& filter, Span where) {
        const auto apply_of = [](const FilterNode& node) { return filters()[node.filter].apply; };
        const auto* inner = std::get_if<FilterNode>(&expr_.nodes[filter.subject].content);
        if (inner && apply_of(filter) == filter::do_dai && apply_of(*inner) == filter::loc)
            return apply(*inner, filter::so_loc, span(filter.subject));
        return apply(filter, apply_of(filter), where);
    }

    Found apply(const FilterNode& filter, Result<Ref> (*function)(FilterCall&), Span where) {
        Found subject = node(filter.subject);
        std::array<Ref, kMaxFilterArguments> arguments;
        bool complete = subject.has_value();
        for (std::size_t i = 0; complete && i < filter.arguments.size(); ++i) {
            Found argument = node(filter.arguments[i]);
            complete = argument.has_value();
            if (complete) arguments[i] = std::move(*argument);
        }
        if (!complete) return std::nullopt;
        if ((*subject)->is_null() && !filters()[filter.filter].takes_null)
            return report(missing(**subject, filter.subject));
        FilterCall call{
            std::move(*subject), {arguments.data(), filter.arguments.size()}, expr_, filter, where, budget_};
        Result<Ref> result = function(call);
        if (!result) return report(std::move(result.error()));
        return std::move(*result);
    }

    Diagnostic missing(const data::Value& null, NodeId id) const {
        Diagnostic found = to_text(null, span(id)).error();
        found.args = {dump(expr_, id)};
        return found;
    }

    Found value(const BinaryNode& binary, Span where) {
        Found left = node(binary.left);
        if (!left) return std::nullopt;
        if (binary.op == BinaryOp::And && !is_true(**left)) return truth(false);
        if (binary.op == BinaryOp::Or && is_true(**left)) return truth(true);
        Found right = node(binary.right);
        if (!right) return std::nullopt;
        switch (binary.op) {
            case BinaryOp::And:
            case BinaryOp::Or:
                return truth(is_true(**right));
            case BinaryOp::Add:
            case BinaryOp::Subtract:
            case BinaryOp::Multiply:
            case BinaryOp::Divide:
                return arithmetic(binary, **left, **right, where);
            case BinaryOp::Join:
                return join(binary, *left, *right, where);
            case BinaryOp::Equal:
            case BinaryOp::NotEqual:
                return equality(binary, **left, **right, where);
            case BinaryOp::In:
                return contains(binary, **left, **right, where);
            default:
                return ordered(binary, **left, **right, where);
        }
    }

    Found arithmetic(const BinaryNode& binary, const data::Value& left, const data::Value& right, Span where) {
        const auto* a = left.get_if<data::Number>();
        const auto* b = right.get_if<data::Number>();
        if (!a || !b) return report(not_a_number(binary, a ? right : left, span(a ? binary.right : binary.left)));
        switch (binary.op) {
            case BinaryOp::Add:
                return computed(Decimal::add(a->value, b->value), where);
            case BinaryOp::Subtract:
                return computed(Decimal::subtract(a->value, b->value), where);
            case BinaryOp::Multiply:
                return computed(Decimal::multiply(a->value, b->value), where);
            default:
                break;
        }
        if (b->value.is_zero()) return report(with_place(diagnose(Code::division_by_zero, where), right));
        return computed(Decimal::divide(a->value, b->value), where);
    }

    /// A text beside `+` was meant to be joined.
    Diagnostic not_a_number(const BinaryNode& binary, const data::Value& value, Span where) const {
        Diagnostic found = wrong_type(value, Code::expects_number, where);
        if (binary.op == BinaryOp::Add && value.kind() == data::Kind::Text) {
            found.notes.push_back({Code::did_you_mean, {}, {"~"}});
        }
        return found;
    }

    Found computed(std::optional<Decimal> result, Span where) {
        if (!result) return report(Code::number_overflow, where);
        return Ref::own({data::Number{*result, {}}, {}});
    }

    /// The text of an operand; an owned one is not copied.
    std::optional<std::string> text(Ref& operand, NodeId id) {
        if (data::Value* own = operand.owned()) {
            if (auto* text = own->get_if<std::string>()) return std::move(*text);
        }
        Result<std::string> printed = to_text(*operand, span(id));
        if (printed) return std::move(*printed);
        if (printed.error().code == Code::missing_value) printed.error().args = {dump(expr_, id)};
        return report(std::move(printed.error()));
    }

    Found join(const BinaryNode& binary, Ref& left, Ref& right, Span where) {
        std::optional<std::string> joined = text(left, binary.left);
        if (!joined) return std::nullopt;
        const auto* written = right->get_if<std::string>();
        const std::optional<std::string> printed = written ? std::nullopt : text(right, binary.right);
        if (!written && !printed) return std::nullopt;
        const std::string& added = written ? *written : *printed;
        if (!spend(budget_, 0, joined->size() + added.size(), where, out_)) return std::nullopt;
        *joined += added;
        return Ref::own({std::move(*joined), {}});
    }

    bool is_literal(NodeId id) const { return std::holds_alternative<LiteralNode>(expr_.nodes[id].content); }

    Found equality(const BinaryNode& binary, const data::Value& left, const data::Value& right, Span where) {
        const bool comparable = left.kind() == right.kind() || left.is_null() || right.is_null();
        if (!comparable && (is_literal(binary.left) || is_literal(binary.right))) {
            return report(not_comparable(left, right, where));
        }
        const bool same_kind = left.kind() == right.kind();
        const std::size_t steps = same_kind ? copy_cost(left, budget_.steps_left) / sizeof(data::Value) : 0;
        if (!spend(budget_, steps, 0, where, out_)) return std::nullopt;
        return truth((left == right) == (binary.op == BinaryOp::Equal));
    }

    static Diagnostic not_comparable(const data::Value& left, const data::Value& right, Span where) {
        const Diagnostic found = diagnose(Code::compare_types, where, {excerpt(left), excerpt(right)});
        return with_place(with_place(found, left), right);
    }

    Found ordered(const BinaryNode& binary, const data::Value& left, const data::Value& right, Span where) {
        const Result<std::weak_ordering> found = order(left, right, where);
        if (!found) return report(found.error());
        switch (binary.op) {
            case BinaryOp::Less:
                return truth(*found < 0);
            case BinaryOp::LessEqual:
                return truth(*found <= 0);
            case BinaryOp::Greater:
                return truth(*found > 0);
            default:
                return truth(*found >= 0);
        }
    }

    Found contains(const BinaryNode& binary, const data::Value& left, const data::Value& right, Span where) {
        if (const auto* list = right.get_if<data::List>()) {
            if (!spend(budget_, list->size(), 0, where, out_)) return std::nullopt;
            return truth(std::ranges::find(*list, left) != list->end());
        }
        const auto* text = right.get_if<std::string>();
        if (!text && right.kind() != data::Kind::Map)
            return report(wrong_type(right, Code::expects_list, span(binary.right)));
        const auto* part = left.get_if<std::string>();
        if (!part) return report(wrong_type(left, Code::expects_text, span(binary.left)));
        return truth(text ? text->find(*part) != text->npos : right.find(*part) != nullptr);
    }

    const Expr& expr_;
    const Scope& scope_;
    Budget& budget_;
    Diagnostics& out_;
};

}  // namespace

Scope::Scope(const data::Value& root) {
    chains_.fill(kNone);
    const auto* map = root.get_if<data::Map>();
    if (!map) return;
    bindings_.reserve(map->size() + kChains / 2);
    for (auto member = map->rbegin(); member != map->rend(); ++member) bind(member->key, member->value);
}

void Scope::bind(std::string_view name, const data::Value* plain, LapValue* lap) {
    Binding& made = bindings_.emplace_back();
    made.name_ = name;
    made.plain_ = plain;
    made.lap_ = lap;
    made.hash_ = name_hash(name);
    std::uint32_t& chain = chains_[made.hash_ % kChains];
    made.outer_ = std::exchange(chain, static_cast<std::uint32_t>(bindings_.size() - 1));
}

void Scope::unwind(std::size_t depth) {
    while (bindings_.size() > depth) {
        const Binding& last = bindings_.back();
        chains_[last.hash_ % kChains] = last.outer_;
        bindings_.pop_back();
    }
}

const data::Value* Scope::find(std::string_view name, std::uint32_t hash) const {
    for (std::uint32_t at = chains_[hash % kChains]; at != kNone; at = bindings_[at].outer_) {
        const Binding& binding = bindings_[at];
        if (binding.hash_ == hash && binding.name_ == name) return &binding.value();
    }
    return nullptr;
}

std::vector<std::string> Scope::names() const {
    std::vector<std::string> result;
    for (auto binding = bindings_.rbegin(); binding != bindings_.rend(); ++binding)
        result.emplace_back(binding->name());
    return result;
}

bool exceed(Budget& budget, Span where, Diagnostics& out) {
    if (!std::exchange(budget.reported, true)) out.add(Code::budget_exceeded, where);
    return false;
}

std::optional<Ref> evaluate(const Expr& expr, const Scope& scope, Budget& budget, Diagnostics& out) {
    return Evaluator(expr, scope, budget, out).node(expr.root());
}

}  // namespace vanban::tmpl
